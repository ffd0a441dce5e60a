from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPlainTextEdit, QScrollArea, QWidget

from agent_desktop.desk.settings import PauseSettings, Settings
from agent_desktop.desk.updates import SettingsChanged
from agent_desktop.errors import StoreFailed
from agent_desktop.ui.settings_form import SettingsForm
from agent_desktop.ui.settings_pages.about import about_text
from agent_desktop.ui.settings_pages.connection import StoredConnection
from agent_desktop.ui.settings_pages.page import count_box
from agent_desktop.ui.settings_panel import SettingsPanel
from tests.ui.stage import READY, Stage

CONNECTION, NUMBERS, POP, CALL_BACKS, PAUSE, KEYS, CRM, APPEARANCE, ABOUT = range(9)


@pytest.fixture
def panel(stage: Stage) -> SettingsPanel:
    stage.open()
    made = SettingsPanel(stage.context)
    made.resize(900, 700)
    stage.show(made)
    return made


def form(panel: SettingsPanel, place: int) -> SettingsForm:
    return panel.page(place).findChildren(SettingsForm)[0]


def saved(stage: Stage) -> Settings:
    stage.until(lambda: stage.desk.times("change_settings"))
    settings = stage.desk.asked[-1][1]
    assert isinstance(settings, Settings)
    return settings


def test_pages_are_built_when_they_are_first_seen(panel: SettingsPanel) -> None:
    assert list(panel._pages) == [CONNECTION]
    panel.page(ABOUT)
    assert list(panel._pages) == [CONNECTION, ABOUT]


def test_every_page_shows_what_is_stored(panel: SettingsPanel) -> None:
    for place in range(ABOUT + 1):
        for one in panel.page(place).findChildren(SettingsForm):
            for name, field in one.fields.items():
                section, _, key = name.partition(".")
                assert READY.with_value(name, field.value) == READY, name
                assert getattr(getattr(READY, section), key) is not None
            assert not one.save.isEnabled()


def test_reasons_are_one_to_a_line(stage: Stage, panel: SettingsPanel) -> None:
    reasons = form(panel, PAUSE)
    editor = reasons.fields["pause.reasons"].editor
    assert isinstance(editor, QPlainTextEdit)
    editor.setPlainText("Nghỉ trưa\n\n  Break, short ")
    reasons.save.click()
    assert saved(stage) == replace(READY, pause=PauseSettings(("Nghỉ trưa", "Break, short")))
    stage.until(lambda: reasons.said.text() == "Saved.")
    assert not reasons.save.isEnabled()


def test_choices_and_switches_are_saved(stage: Stage, panel: SettingsPanel) -> None:
    looks = form(panel, APPEARANCE)
    scheme, hidden = looks.fields["window.scheme"].editor, looks.fields["window.start_hidden"].editor
    assert isinstance(scheme, QComboBox)
    assert isinstance(hidden, QCheckBox)
    scheme.setCurrentIndex(2)
    hidden.setChecked(False)
    looks.save.click()
    window = saved(stage).window
    assert (window.scheme, window.start_hidden) == ("dark", False)


def test_a_value_that_cannot_be_is_said_at_its_field_and_nothing_is_saved(stage: Stage, panel: SettingsPanel) -> None:
    numbers = form(panel, NUMBERS)
    numbers.fields["dial.country"].show_value("v1")
    numbers.save.click()
    assert "two letters" in numbers.fields["dial.country"].below
    stage.settle()
    assert not stage.desk.times("change_settings")
    numbers.discard.click()
    assert numbers.fields["dial.country"].value == "VN"
    assert "Two letters" in numbers.fields["dial.country"].below


def test_what_does_not_work_here_is_said_at_its_field(stage: Stage, panel: SettingsPanel) -> None:
    numbers = form(panel, NUMBERS)
    numbers.fields["dial.country"].show_value("XX")
    numbers.save.click()
    assert "no such country" in numbers.fields["dial.country"].below
    stage.settle()
    assert not stage.desk.times("change_settings")


def test_what_stands_already_and_does_not_work_keeps_nobody_from_saving(stage: Stage, panel: SettingsPanel) -> None:
    numbers, old = form(panel, NUMBERS), READY.with_value("dial.area_code", "abc")
    stage.publish(SettingsChanged(old, "keyring"))
    stage.until(lambda: numbers.fields["dial.area_code"].value == "abc")
    numbers.fields["dial.country"].show_value("MY")
    numbers.save.click()
    assert saved(stage) == old.with_value("dial.country", "MY")


def test_what_cannot_be_stored_is_said_and_can_be_saved_again(stage: Stage, panel: SettingsPanel) -> None:
    stage.desk.failures["change_settings"] = StoreFailed()
    numbers = form(panel, NUMBERS)
    numbers.fields["dial.country"].show_value("MY")
    numbers.save.click()
    stage.until(lambda: numbers.said.text() == StoreFailed().message)
    assert numbers.save.isEnabled()


def test_what_is_typed_outlives_news_from_the_desk(stage: Stage, panel: SettingsPanel) -> None:
    numbers, pop = form(panel, NUMBERS), form(panel, POP)
    numbers.fields["dial.country"].show_value("MY")
    news = READY.with_value("dial.country", "SG").with_value("pop.linger_seconds", 3)
    stage.publish(SettingsChanged(news, "keyring"))
    stage.until(lambda: pop.fields["pop.linger_seconds"].value == 3)
    assert numbers.fields["dial.country"].value == "MY"
    numbers.save.click()
    assert saved(stage) == news.with_value("dial.country", "MY"), "other pages' news are not undone"


@pytest.mark.parametrize(
    ("kept", "words"), [("keyring", "stored in the keyring"), ("session", "this session only"), ("", "No key")]
)
def test_where_the_key_is_is_said(stage: Stage, panel: SettingsPanel, kept: str, words: str) -> None:
    stored = panel.page(CONNECTION).findChildren(StoredConnection)[0]
    stage.publish(SettingsChanged(READY, kept))  # type: ignore[arg-type]
    stage.until(lambda: words in stored.said.text())


def test_the_connection_is_saved_with_its_key(stage: Stage, panel: SettingsPanel) -> None:
    stored = panel.page(CONNECTION).findChildren(StoredConnection)[0]
    assert not stored.save.isEnabled()
    stored.form.fields["key"].show_value("s3cret")
    stored.save.click()
    stage.until(lambda: stage.desk.times("connect"))
    assert stage.desk.asked[-1][1].key == "s3cret"
    stage.until(lambda: stored.form.key_edit.text() == "")


def test_a_connection_that_cannot_be_stored_is_said(stage: Stage, panel: SettingsPanel) -> None:
    stage.desk.failures["connect"] = StoreFailed()
    stored = panel.page(CONNECTION).findChildren(StoredConnection)[0]
    stored.form.fields["domain"].show_value("other.example.com")
    stored.save.click()
    stage.until(lambda: stored.said.text() == StoreFailed().message)
    assert stored.save.isEnabled()


def test_about_tells_no_address(stage: Stage, panel: SettingsPanel) -> None:
    text = about_text(stage.context)
    assert "Agent Desktop" in text
    assert "example.com" not in text


def turn_wheel(widget: QWidget) -> None:
    """One notch down, with the pointer on the widget."""
    handle = widget.window().windowHandle()
    at = QPointF(widget.mapTo(widget.window(), widget.rect().center()))
    QTest.wheelEvent(handle, at, QPoint(0, -120))


@pytest.mark.parametrize("name", ["feed.kind", "feed.poll_seconds", "history.sync_days"])
def test_the_wheel_scrolls_the_page_and_changes_nothing(stage: Stage, panel: SettingsPanel, name: str) -> None:
    panel.resize(900, 260)
    forms = panel.page(CONNECTION).findChildren(SettingsForm)
    field = next(one.fields[name] for one in forms if name in one.fields)
    area = next(one for one in panel.findChildren(QScrollArea) if one.isAncestorOf(field))
    stage.until(panel.isActiveWindow)
    area.ensureWidgetVisible(field)
    bar, value = area.verticalScrollBar(), field.value
    bar.setValue(min(bar.value(), bar.maximum() - 1))
    before = bar.value()
    turn_wheel(field.editor)
    assert bar.value() > before
    assert field.value == value
    assert not field.editor.hasFocus()
    field.editor.setFocus()
    area.ensureWidgetVisible(field)
    turn_wheel(field.editor)
    assert field.value != value, "of what has the focus, it is the wheel's to change"


def test_one_of_a_unit_is_said_as_one(qapp: QApplication) -> None:
    box = count_box(0, 9, " day", " days")
    assert box.text() == "0 days"
    box.setValue(1)
    assert box.text() == "1 day"
    box.setValue(2)
    assert box.text() == "2 days"
    assert count_box(1, 9, " day", " days").text() == "1 day"
