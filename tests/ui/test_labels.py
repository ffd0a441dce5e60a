from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from agent_desktop.ui.labels import KeyHint, indent
from agent_desktop.ui.theme import LIGHT
from tests.ui.pop_stage import dressed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(name="edit")
def _edit(qtbot: QtBot, qapp: QApplication) -> Iterator[QLineEdit]:
    with dressed(qapp):
        edit = QLineEdit(placeholderText="Search contacts")
        qtbot.addWidget(edit)
        edit.resize(300, 32)
        yield edit


def test_a_key_looks_like_one_and_not_like_text_of_the_field(edit: QLineEdit) -> None:
    hint = KeyHint(edit, "/")
    edit.show()
    edit.clearFocus()
    assert hint.isVisible()
    assert edit.text() == ""
    image = hint.grab().toImage()
    assert image.pixelColor(3, image.height() // 2) == LIGHT.hover, "a cap on the ground of the field"
    assert image.pixelColor(image.width() // 2, image.height() - 1) == LIGHT.frame


def test_a_key_is_shown_where_it_leads_somewhere_and_has_room(edit: QLineEdit, qtbot: QtBot) -> None:
    hint = KeyHint(edit, "Ctrl+K")
    edit.show()
    qtbot.waitUntil(edit.isActiveWindow)
    edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert not hint.isVisible(), "one is there"
    edit.clearFocus()
    assert hint.isVisible()
    edit.setText("a")
    assert not hint.isVisible()
    edit.clear()
    assert hint.isVisible()
    edit.resize(130, 32)
    assert not hint.isVisible(), "it would stand on the field's own words"
    edit.resize(300, 32)
    assert hint.isVisible()
    assert edit.textMargins().right() >= hint.width()


def test_a_field_may_go_with_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    edit = QLineEdit(window)
    hint = KeyHint(edit, "/")
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    edit.setFocus()
    with qtbot.waitSignal(hint.destroyed), qtbot.captureExceptions() as raised:
        edit.deleteLater()
        del edit
    assert raised == []


def test_the_text_of_every_field_begins_at_the_same_place(qtbot: QtBot, qapp: QApplication) -> None:
    choice, number = QComboBox(), QSpinBox(prefix="H")
    choice.addItem("H")
    indent(number)
    with dressed(qapp):
        lefts = {_ink_begins(qtbot, one) for one in (QLineEdit("H"), choice, number, QPlainTextEdit("H"))}
    assert len(lefts) == 1, lefts


def _ink_begins(qtbot: QtBot, field: QWidget) -> int:
    qtbot.addWidget(field)
    field.resize(200, 60)
    field.show()
    field.clearFocus()
    image = field.grab().toImage()
    inner = ((x, y) for x in range(3, 60) for y in range(6, image.height() - 6))
    return next(x for x, y in inner if image.pixelColor(x, y).lightness() < 100)
