"""Keys are set by pressing them, and the page says which do not work."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agent_desktop.desk.global_keys import KeyPressed, KeysChanged
from agent_desktop.desk.settings import KeySettings
from agent_desktop.ui.global_keys import GlobalKeys
from agent_desktop.ui.key_edit import KeyEdit
from agent_desktop.ui.pop_window import PopWindow
from agent_desktop.ui.settings_pages.keys import KeysForm
from tests.ui.stage import Stage

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def page(stage: Stage) -> KeysForm:
    stage.open()
    made = KeysForm(stage.context)
    stage.show(made)
    return made


def field(page: KeysForm, name: str) -> KeyEdit:
    editor = page.form.fields[f"keys.{name}"].editor
    assert isinstance(editor, KeyEdit)
    return editor


def test_the_keys_that_are_pressed_are_saved(stage: Stage, page: KeysForm) -> None:
    QTest.keyClick(field(page, "dial_selection"), Qt.Key.Key_F8, CTRL | SHIFT)
    QTest.keyClick(field(page, "focus_pop"), Qt.Key.Key_Backspace)
    QTest.keyClick(field(page, "dismiss_pop"), Qt.Key.Key_D, CTRL | ALT)
    page.form.save.click()
    stage.until(lambda: stage.desk.times("change_settings"))
    assert stage.desk.asked[-1][1].keys == KeySettings("Ctrl+Shift+F8", "", "Ctrl+Alt+O", "Ctrl+Alt+D")


def test_a_key_that_would_be_missed_in_typing_is_refused(stage: Stage, page: KeysForm) -> None:
    QTest.keyClick(field(page, "open_crm"), Qt.Key.Key_A, SHIFT)
    page.form.save.click()
    stage.settle()
    assert not stage.desk.times("change_settings")
    assert "F9" in page.form.fields["keys.open_crm"].below


def test_a_key_that_is_taken_is_said_at_its_field_and_what_goes_for_all_once(stage: Stage, page: KeysForm) -> None:
    stage.publish(KeysChanged({"dial_selection": "", "focus_pop": "Taken.", "open_crm": ""}))
    crm = page.form.fields["keys.focus_pop"]
    stage.until(lambda: crm.below == "Taken.")
    assert page.said.isHidden()
    stage.publish(KeysChanged(dict.fromkeys(("dial_selection", "focus_pop", "open_crm"), "Not here.")))
    stage.until(lambda: page.said.text() == "Not here.")
    assert "Tab" in crm.below
    stage.publish(KeysChanged(dict.fromkeys(("dial_selection", "focus_pop", "open_crm"), "")))
    stage.until(page.said.isHidden)


def test_a_key_of_ours_that_is_pressed_in_the_field_is_taken_there(stage: Stage) -> None:
    stage.open()
    edit, window = KeyEdit(), QWidget()
    QVBoxLayout(window).addWidget(edit)
    pop = PopWindow(stage.theme)
    keys = GlobalKeys(stage.context, pop)
    stage.show(window)
    window.activateWindow()
    edit.setFocus()
    stage.until(edit.hasFocus)
    stage.publish(KeyPressed("dial_selection", 1, "0938363739"))
    stage.until(lambda: edit.text() == "Ctrl+Alt+C")
    stage.settle()
    assert not stage.desk.times("dial")
    keys.close()
