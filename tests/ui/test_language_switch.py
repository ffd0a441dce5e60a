"""Another language is chosen in the middle of something: what was typed, chosen and opened is there in the new one."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from agent_desktop.desk.settings import CrmSettings, Settings
from agent_desktop.desk.updates import DialPreview, SettingsChanged
from agent_desktop.telephony.contact import Contact
from agent_desktop.telephony.crm_rule import CrmRule, Moment
from agent_desktop.telephony.history import MISSED
from agent_desktop.telephony.outcome import OutcomeKind
from agent_desktop.ui.call_back_panel import CallBackPanel, Shown
from agent_desktop.ui.contacts_panel import ContactsPanel
from agent_desktop.ui.desktop import Desktop
from agent_desktop.ui.dial_sheet import Face
from agent_desktop.ui.form_field import FormField
from agent_desktop.ui.history_panel import HistoryPanel
from agent_desktop.ui.models.date_range import RangeName
from agent_desktop.ui.models.history_columns import Column
from agent_desktop.ui.models.paged_model import Loading
from agent_desktop.ui.note_dialog import NoteDialog
from agent_desktop.ui.privacy_curtain import PrivacyCurtain
from agent_desktop.ui.settings_pages.crm import CrmRules
from agent_desktop.ui.settings_panel import SettingsPanel
from tests.ui.call_backs_fake import WAITING, news
from tests.ui.contacts_fake import HOA
from tests.ui.desk_fake import FakeDesk
from tests.ui.pop_stage import LACKS
from tests.ui.stage import HANG_MS, call

pytestmark = pytest.mark.qt_log_ignore(LACKS, extend=True)

Speak = Callable[[str], Desktop]
RULE = CrmRule(Moment.RINGING, "https://crm.example.com/{phone}", queues=("999",))


def desk_of(desktop: Desktop) -> FakeDesk:
    assert isinstance(desktop.bridge.desk, FakeDesk)
    return desktop.bridge.desk


def publish(desktop: Desktop, qtbot: QtBot, settings: Settings) -> None:
    """The settings are others."""
    desk = desk_of(desktop)
    desk.settings = settings
    desktop.bridge._loop.call_soon_threadsafe(desk.publish, SettingsChanged(settings, "keyring"))
    qtbot.waitUntil(lambda: desktop.bridge.present.settings == settings, timeout=HANG_MS)


def write(field: FormField, text: str) -> None:
    """As someone types it."""
    assert isinstance(field.editor, QLineEdit | QPlainTextEdit)
    if isinstance(field.editor, QLineEdit):
        field.editor.setText(text)
    else:
        field.editor.setPlainText(text)


def history_of(desktop: Desktop, qtbot: QtBot) -> HistoryPanel:
    panel = desktop.window.panel
    assert isinstance(panel, HistoryPanel)
    qtbot.waitUntil(lambda: panel.model.loading is Loading.IDLE and not panel.filters.is_changing, timeout=HANG_MS)
    return panel


def test_the_filters_and_the_order_of_the_history_stay(speak: Speak, qtbot: QtBot) -> None:
    desktop = speak("en")
    desktop.open_window("history")
    panel = history_of(desktop, qtbot)
    filters = panel.filters
    filters.edit.setText("0938")
    filters.days.choose(list(RangeName).index(RangeName.CUSTOM))
    filters.first.setDate(QDate(2024, 3, 1))
    filters.last.setDate(QDate(2024, 3, 9))
    filters.whose.choose(1)
    filters.kinds.choose("outcome", MISSED)
    filters._choose_kind("queue", "Sales")
    panel.table.sortByColumn(Column.TALK, Qt.SortOrder.AscendingOrder)
    before = history_of(desktop, qtbot).model.query
    assert (before.text, before.outcome, before.queue, before.sort) == ("0938", MISSED, "Sales", "talk_s")

    speak("vi")
    again = history_of(desktop, qtbot)
    assert again is not panel
    assert again.model.query == before
    assert again.filters.days.text() == "Từ … đến … ▾"
    assert again.filters.whose.text() == "Của tôi ▾"
    header = again.table.horizontalHeader()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (Column.TALK, Qt.SortOrder.AscendingOrder)


def test_what_the_list_was_narrowed_to_in_the_picture_stays(speak: Speak, qtbot: QtBot) -> None:
    desktop = speak("en")
    desk = desk_of(desktop)
    desk.records = [call("a", ago=10), call("b", ago=20, status="ABANDON")]
    desktop.open_window("history")
    panel = history_of(desktop, qtbot)
    whole = panel.model.query
    panel.picture.legend.chosen.emit(OutcomeKind.MISSED)
    narrowed = history_of(desktop, qtbot).model.query
    assert narrowed != whole
    speak("vi")
    assert history_of(desktop, qtbot).model.query == narrowed


def rules_of(desktop: Desktop) -> CrmRules:
    panel = desktop.window.panel
    assert isinstance(panel, SettingsPanel)
    return next(page for place in range(len(panel.tabs)) for page in panel.page(place).findChildren(CrmRules))


@pytest.mark.parametrize("place", [0, None])
def test_the_form_of_a_crm_rule_stays_open(speak: Speak, qtbot: QtBot, place: int | None) -> None:
    desktop = speak("en")
    publish(desktop, qtbot, replace(desk_of(desktop).settings, crm=CrmSettings((RULE,))))
    desktop.open_window("settings")
    rules = rules_of(desktop)
    rules.edit(place)
    write(rules.form.url, "https://crm.example.com/new/{phone}")
    rules.form.act.show_value("post")
    write(rules.form.body, "tel={phone}")
    rules.form.act.is_typed = True
    begun = rules.form.rule

    speak("vi")
    again = rules_of(desktop)
    assert again is not rules
    assert not again.form.isHidden()
    assert again.add.isHidden()
    assert again.form.rule == begun
    assert not again.form.body.isHidden()
    again.form.keep.click()
    qtbot.waitUntil(lambda: desk_of(desktop).times("change_settings") == 1, timeout=HANG_MS)
    kept = desk_of(desktop).settings.crm.rules
    assert kept == ((begun,) if place == 0 else (RULE, begun)), "it takes the place of the one that was changed"


def test_a_form_that_was_left_stays_closed(speak: Speak) -> None:
    desktop = speak("en")
    desktop.open_window("settings")
    rules_of(desktop).edit(None)
    rules_of(desktop).form.cancel.click()
    speak("vi")
    assert rules_of(desktop).form.isHidden()


def test_a_dialog_is_finished_in_the_language_in_which_it_was_begun(speak: Speak, qtbot: QtBot) -> None:
    desktop = speak("en")
    desktop.open_window("contacts")
    window, panel = desktop.window, desktop.window.panel
    assert isinstance(panel, ContactsPanel)
    form = panel.open_form(Contact())
    write(form.name, "Nguyễn Thị Hoa")
    speak("vi")
    assert desktop.window is window
    assert form.isVisible()
    write(form.company, "Ánh Dương")
    form.save.click()
    qtbot.waitUntil(lambda: desktop.window is not window, timeout=HANG_MS)
    assert desktop.window.isVisible()
    assert desktop.window.panel_name == "contacts"
    assert desktop.window.windowTitle() == "Agent Desktop"
    kept = [asked[1] for asked in desk_of(desktop).asked if asked[0] == "keep"]
    assert [(contact.name, contact.company) for contact in kept] == [("Nguyễn Thị Hoa", "Ánh Dương")]


def test_one_dialog_after_the_other_is_waited_for(speak: Speak, qtbot: QtBot) -> None:
    desktop = speak("en")
    desktop.open_window("contacts")
    window = desktop.window
    first, second = (NoteDialog("Hoa", "", window) for _ in range(2))
    first.open()
    second.open()
    speak("vi")
    second.reject()
    first.edit.setPlainText("still here")
    assert desktop.window is window
    first.accept()
    qtbot.waitUntil(lambda: desktop.window is not window, timeout=HANG_MS)


def curtains(window: QWidget) -> list[PrivacyCurtain]:
    """What hides it."""
    return [one for one in window.findChildren(PrivacyCurtain) if one.parent() is window and one.isVisible()]


def hidden(window: QWidget) -> bool:
    """True where nothing of it is seen, and no click reaches it."""
    [curtain] = curtains(window)
    shown = [one for one in window.findChildren(QWidget) if one.isVisible() and not curtain.isAncestorOf(one)]
    places = [one.mapTo(window, one.rect().center()) for one in shown if not one.isWindow() and one is not curtain]
    found = [window.childAt(place) for place in places if window.rect().contains(place)]
    assert found
    return all(one is not None and (one is curtain or curtain.isAncestorOf(one)) for one in found)


@pytest.fixture(name="privacy")
def _privacy(speak: Speak, qtbot: QtBot) -> Callable[[bool], None]:
    def use(wanted: bool) -> None:
        desktop = speak("en")
        publish(desktop, qtbot, desk_of(desktop).settings.with_value("window.privacy", str(wanted).lower()))

    return use


def test_privacy_hides_a_dialog_at_once_and_loses_nothing_that_is_typed_in_it(
    speak: Speak, privacy: Callable[[bool], None], qtbot: QtBot
) -> None:
    desktop = speak("en")
    desktop.open_window("contacts")
    window, panel = desktop.window, desktop.window.panel
    assert isinstance(panel, ContactsPanel)
    form = panel.open_form(HOA)
    write(form.name, "Nguyễn Thị Hoa Mai")
    assert isinstance(form.name.editor, QLineEdit)
    form.name.editor.setFocus()
    privacy(True)
    assert hidden(form)
    assert hidden(window)
    [curtain] = curtains(form)
    form.resize(form.width() + 80, form.height() + 80)
    assert hidden(form)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_A, Qt.Key.Key_Escape):
        qtbot.keyClick(form.focusWidget(), key)
    assert form.isVisible()
    assert form.focusWidget() is curtain.show_it
    qtbot.keyClick(curtain.show_it, Qt.Key.Key_Return)
    assert not curtains(form)
    assert hidden(window)
    assert form.focusWidget() is form.name.editor
    assert form.name.editor.text() == "Nguyễn Thị Hoa Mai"
    form.save.click()
    qtbot.waitUntil(lambda: desktop.window is not window, timeout=HANG_MS)
    assert not curtains(desktop.window)
    kept = [asked[1] for asked in desk_of(desktop).asked if asked[0] == "keep"]
    assert [contact.name for contact in kept] == ["Nguyễn Thị Hoa Mai"]


def test_what_privacy_hides_is_seen_again_when_it_ends(speak: Speak, privacy: Callable[[bool], None]) -> None:
    desktop = speak("en")
    desktop.open_window("contacts")
    window = desktop.window
    dialog = NoteDialog("Hoa", "", window)
    dialog.open()
    dialog.edit.setPlainText("half a thou")
    privacy(True)
    assert hidden(dialog)
    privacy(False)
    assert desktop.window is window
    assert not curtains(window)
    assert not curtains(dialog)
    assert dialog.edit.toPlainText() == "half a thou"
    privacy(True)
    assert hidden(dialog)
    dialog.reject()


def test_the_first_run_goes_on_where_it_was(speak: Speak, qtbot: QtBot) -> None:
    desktop = speak("en")
    publish(desktop, qtbot, Settings())
    desktop.open_window()
    first = desktop.window._first_run
    assert first is not None
    write(first.form.fields["domain"], "cty.example.com")
    write(first.form.fields["key"], "s3cret")
    write(first.country, "my")

    speak("vi")
    again = desktop.window._first_run
    assert again is not None
    assert again is not first
    assert again.save.text() == "Lưu và tiếp tục"
    assert (again.form.fields["domain"].value, again.form.fields["key"].value) == ("cty.example.com", "s3cret")
    assert again.country.value == "my"
    again._saved()
    speak("ms")
    last = desktop.window._first_run
    assert last is not None
    assert last.step == 1, "the address for the vendor can still be read"


def test_what_would_be_dialled_is_asked_again(speak: Speak) -> None:
    desktop = speak("en")
    desktop.open_window("now")
    desk_of(desktop).previews = {"two": DialPreview(choices=(("101", "101"), ("0938363739", "0938 363 739")))}
    field = desktop.window.header.dial_field
    field.edit.setText("two")
    field._flow.preview("two")
    speak("vi")
    again = desktop.window.header.dial_field
    assert again.edit.text() == "two"
    assert again.sheet.face is Face.CHOICES
    assert [button.text() for button in again.sheet.buttons] == ["101", "0938 363 739"]


def test_lists_stay_as_they_were_chosen(speak: Speak, qtbot: QtBot) -> None:
    desktop = speak("en")
    desktop.bridge._loop.call_soon_threadsafe(desk_of(desktop).publish, news(*WAITING))
    desktop.open_window("callbacks")
    panel = desktop.window.panel
    assert isinstance(panel, CallBackPanel)
    qtbot.waitUntil(lambda: panel.model.rowCount() > 1, timeout=HANG_MS)
    panel.table.setCurrentIndex(panel.table.sorted.index(1, 0))
    chosen = panel.table.current
    panel._offer_undo(WAITING[0])
    speak("vi")
    again = desktop.window.panel
    assert isinstance(again, CallBackPanel)
    assert (again.shown, again.table.current) == (Shown.OPEN, chosen)
    assert not again._undo_line.isHidden()
    desktop.open_window("contacts")
    contacts = desktop.window.panel
    assert isinstance(contacts, ContactsPanel)
    contacts.vip_only.setChecked(True)
    contacts._removed((HOA,))
    speak("en")
    other = desktop.window.panel
    assert isinstance(other, ContactsPanel)
    assert other.vip_only.isChecked()
    assert not other.undo_bar.isHidden()


def test_privacy_closes_a_dialog_that_the_system_may_draw(speak: Speak, privacy: Callable[[bool], None]) -> None:
    desktop = speak("en")
    desktop.open_window("history")
    window = desktop.window
    dialog = QFileDialog(window)
    dialog.selectFile("2025-10-09 0938363739.wav")
    dialog.open()
    privacy(True)
    assert not dialog.isVisible()
    assert not curtains(desktop.window)
