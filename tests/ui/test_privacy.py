"""Privacy mode: nothing of a marked customer can be read anywhere, and everything still works on the real data."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)

from agent_desktop.desk.call_details import CallDetails, HeardEvent
from agent_desktop.desk.contacts import ContactsChanged
from agent_desktop.desk.updates import (
    CallChanged,
    CardShown,
    DialPreview,
    Level,
    Notice,
    SettingsChanged,
    TeamChanged,
    TeamMember,
)
from agent_desktop.telephony.agent import AgentStatus, StatusSource
from agent_desktop.telephony.contact import Contact, ContactNumber
from agent_desktop.telephony.events import CallRinging
from agent_desktop.telephony.number import DialRules
from agent_desktop.telephony.pop_audit import Audit, MissedPop, Why
from agent_desktop.telephony.screen_pop import Card, CardState
from agent_desktop.ui.call_back_panel import CallBackPanel
from agent_desktop.ui.call_details import CallDetailsDialog
from agent_desktop.ui.contact_form import ContactForm
from agent_desktop.ui.contacts_panel import ContactsPanel
from agent_desktop.ui.desktop import Desktop
from agent_desktop.ui.history_panel import HistoryPanel
from agent_desktop.ui.main_window import MainWindow
from agent_desktop.ui.pop_words import card_text
from agent_desktop.ui.privacy import HIDDEN, Privacy, masked_name, masked_number
from agent_desktop.ui.settings_panel import SettingsPanel
from tests.ui.call_backs_fake import HOA as WAITING
from tests.ui.call_backs_fake import FakeCallBacks, news
from tests.ui.contacts_fake import FakeContacts
from tests.ui.stage import NOW, READY, Stage, call

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # menus, on no screen

NUMBER, NAME, COMPANY, NOTE = "0938777111", "Zyxa Qwerty", "Plugh GmbH", "ask Xyzzy at 0911222333"
MARKS = re.compile("938777111|yxa|werty|lugh|yzzy|911222333", re.IGNORECASE)
CARD = Card(
    "live", CardState.TALKING, NOW - 5, "inbound", NUMBER, "999", "19002028", "101", "101", name=NAME, note=NOTE
)
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def texts_of(widget: QWidget) -> Iterator[str]:
    """What one can read or hear of one widget."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.displayText()
    elif isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QAbstractItemView):
        yield from cells_of(widget.model())
    elif isinstance(widget, QMenu):
        yield from (text for action in widget.actions() for text in (action.text(), action.toolTip()))


def cells_of(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            yield from (str(model.index(row, column).data(role) or "") for role in ROLES)


def leaks() -> list[str]:
    """What can be read of the marked customer, anywhere."""
    texts = (text for widget in QApplication.allWidgets() for text in texts_of(widget))
    return [text for text in texts if MARKS.search(re.sub(r"[^\w•]", "", text)) or MARKS.search(text)]


@pytest.fixture
def window(stage: Stage) -> Iterator[MainWindow]:
    contacts = FakeContacts(stage.desk, (Contact(NAME, COMPANY, (ContactNumber(NUMBER),), (), NOTE, id=1),))
    assert contacts.kept
    FakeCallBacks(stage.desk)
    record = call("c1", number=NUMBER)
    stage.desk.records = [record]
    event = HeardEvent(NOW, CallRinging("c1", "outbound", "101", NUMBER), f"GET /api/callcenter/init?phone={NUMBER}")
    stage.desk.features.call_browser.found["c1"] = CallDetails(record, NAME, NOTE, "", None, (event,))
    stage.desk.features.diagnostics.found = Audit(1, 0, (MissedPop(record, NAME, Why.OFF),))
    stage.context.privacy.is_on = True
    status = AgentStatus("102", "talk", StatusSource.API, NOW - 60, NOW - 3)
    stage.open(
        TeamChanged((TeamMember(status, ("Sales",), NUMBER),), NOW),
        ContactsChanged({"102": NAME}),
        CardShown(CARD),
        CardShown(
            replace(CARD, callid="gone", state=CardState.ANSWERED_ELSEWHERE, answered_by="102", answered_name=NAME)
        ),
        news(replace(WAITING, number=NUMBER, canonical="84938777111", name=NAME, note=NOTE)),
        Notice("dial", Level.WARNING, f"{NUMBER} was sent, but nothing rang.", "Look at your phone."),
    )
    made = MainWindow(stage.context)
    stage.qtbot.addWidget(made)
    made.open_at("now")
    stage.until(made.isActiveWindow)
    stage.settle()
    yield made
    made.hide()


def go(stage: Stage, window: MainWindow, name: str) -> QWidget:
    window.rail.choose(name)
    stage.settle()
    panel = window.panel
    assert panel is not None
    if isinstance(panel, HistoryPanel):
        stage.until(panel.model.rowCount)
        stage.publish(CallChanged(call("c1", number=NUMBER), NAME, NOTE))
        stage.until(lambda: panel.model.line_at(0).note)
    return panel


def test_nothing_of_a_customer_can_be_read_in_any_panel(stage: Stage, window: MainWindow) -> None:
    seen = 0
    for name in ("now", "history", "callbacks", "team", "contacts", "settings"):
        panel = go(stage, window, name)
        stage.qtbot.wait(50)
        for table in panel.findChildren(QAbstractItemView):
            seen += table.model().rowCount() if table.model() is not None else 0
        assert leaks() == [], name
    assert seen >= 4, "each list has the customer"
    panel = go(stage, window, "settings")
    assert isinstance(panel, SettingsPanel)
    panel.page(next(place for place, tab in enumerate(panel.tabs) if tab.text() == "Diagnostics"))
    stage.settle()
    assert leaks() == []
    assert any("Z••• Q•••" in text for widget in QApplication.allWidgets() for text in texts_of(widget))


def test_without_the_mode_the_marks_are_there(stage: Stage, window: MainWindow) -> None:
    stage.context.privacy.is_on = False
    for name in ("history", "callbacks", "team", "contacts"):
        before = len(leaks())
        go(stage, window, name)
        stage.until(partial(_are_more, before))


def _are_more(before: int) -> bool:
    return len(leaks()) > before


def test_nor_in_menus_and_dialogs(stage: Stage, window: MainWindow) -> None:
    history = go(stage, window, "history")
    assert isinstance(history, HistoryPanel)
    menu = history.open_menu(history.model.index(0, 0), QPoint(0, 0))
    assert "Dial •••••••111" in [action.text() for action in menu.actions()]
    history._actions.show_details(history.model.line_at(0))
    stage.until(lambda: [one for one in window.findChildren(CallDetailsDialog) if one.events.lines])
    history.player._fetch = lambda: None  # type: ignore[method-assign]
    history.play_recording(history.model.line_at(0).record)
    assert "Z••• Q•••" in history.player.title.whole
    assert leaks() == []
    copied = next(action for action in menu.actions() if action.text() == "Copy the number")
    copied.trigger()
    assert QGuiApplication.clipboard().text() == NUMBER, "what one copies is real"
    back = go(stage, window, "callbacks")
    assert isinstance(back, CallBackPanel)
    back._actions.open_menu(back.model.call_backs[0] if hasattr(back.model, "call_backs") else WAITING, QPoint(0, 0))
    contacts = go(stage, window, "contacts")
    assert isinstance(contacts, ContactsPanel)
    contacts.open_menu(contacts.model.index(0, 0), QPoint(0, 0))
    assert leaks() == []


def test_what_is_dialled_is_real_and_shown_masked(stage: Stage, window: MainWindow) -> None:
    field = window.header.dial_field
    stage.desk.previews[NUMBER] = DialPreview(NUMBER, NUMBER, f"{NUMBER}, dialled as it is", confirm="Dear.")
    window.dial(NUMBER)
    assert "•••••••111" in field.sheet.words
    assert field.edit.text() == NUMBER
    assert leaks() == []
    field.sheet.confirmed.emit()
    stage.until(lambda: ("dial", NUMBER, True) in stage.desk.asked)
    stage.settle()
    assert leaks() == []
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "0901")
    assert field.edit.displayText() == "0901", "what one types is seen"
    field.edit.clear()
    window.dial("0911222333")
    assert field.edit.displayText() != "0911222333"


def test_calls_of_a_number_are_searched_by_the_real_one(stage: Stage, window: MainWindow) -> None:
    window.open_history(NUMBER)
    stage.settle()
    history = window.panel
    assert isinstance(history, HistoryPanel)
    stage.until(lambda: history.model.query.text == NUMBER)
    assert leaks() == []


def question(window: QWidget) -> QMessageBox:
    (box,) = window.findChildren(QMessageBox)
    return box


def test_real_data_is_edited_after_a_question(stage: Stage, window: MainWindow) -> None:
    contacts = go(stage, window, "contacts")
    assert isinstance(contacts, ContactsPanel)
    stage.until(contacts.model.rowCount)
    contacts._ask_to_edit(contacts.model.contact_at(0))
    assert window.findChildren(ContactForm) == []
    box = question(window)
    box.buttons()[0].click()
    stage.until(lambda: window.findChildren(ContactForm))
    assert window.findChildren(ContactForm)[0].name.value == NAME


def test_the_pop_and_the_notification_are_masked() -> None:
    privacy = Privacy()
    for state in CardState:
        card = replace(CARD, state=state, answered_by="102", answered_name=NAME)
        assert MARKS.search(card_text(card, DialRules(), NOW).spoken().replace(" ", ""))
        privacy.is_on = True
        text = card_text(card, DialRules(), NOW, privacy=privacy)
        assert text.title == "Z••• Q•••"
        assert text.number == "•••• ••• 111"
        assert not MARKS.search(text.spoken().replace(" ", ""))
        nameless = card_text(replace(card, name=""), DialRules(), NOW, privacy=privacy)
        assert nameless.title == "•••• ••• 111"
        privacy.is_on = False


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("102", "102"),
        ("190012", "190012"),
        ("0938 363 739", "•••• ••• 739"),
        ("+84 938 363 739", "+•• ••• ••• 739"),
        ("ana@example.com", "•••@•••••••.com"),
        ("ab", HIDDEN),
        ("", ""),
    ],
)
def test_a_number_keeps_its_end(number: str, expected: str) -> None:
    assert masked_number(number) == expected


@given(st.text(min_size=1, max_size=40))
def test_a_name_keeps_first_letters_only(name: str) -> None:
    masked = masked_name(name)
    assert len(masked.split()) == len(name.split())
    assert all(len(word) <= len(HIDDEN) + 1 for word in masked.split())


def test_the_mode_is_switched_while_running(
    stage: Stage, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Desktop, "_obey_signals", lambda _: None)
    FakeContacts(stage.desk, (Contact(NAME, COMPANY, (ContactNumber(NUMBER),), id=1),))
    stage.desk.records = [call("c1", number=NUMBER)]
    desktop = Desktop(qapp, stage.desk, stage.thread.loop, tmp_path / "desktop.ini")
    try:
        desktop.bridge.open()
        stage.publish(SettingsChanged(READY, "keyring"), CardShown(CARD))
        stage.until(desktop.pop.cards)
        desktop.open_window("contacts")
        stage.until(lambda: len(leaks()) > 1)
        for wanted in (True, False):
            window = desktop.window
            action = next(one for one in desktop.tray._menu.actions() if one.text() == "Privacy mode")
            action.trigger()
            stage.until(lambda wanted=wanted: desktop.privacy.is_on is wanted)  # type: ignore[misc]
            assert desktop.window is not window
            assert desktop.window.panel_name == "contacts"
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            stage.until(lambda: desktop.window.panel.findChildren(QAbstractItemView)[0].model().rowCount())  # type: ignore[union-attr]
            assert bool(leaks()) is not wanted
            assert desktop.pop._shown[0].text.title == ("Z••• Q•••" if wanted else NAME)
            assert ("Privacy mode" in desktop.tray.icon.toolTip()) is wanted
        assert stage.desk.times("change_settings") == 2
    finally:
        desktop.close()
        desktop.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.setStyleSheet("")
        qapp.styleHints().unsetColorScheme()


def test_numbers_inside_a_sentence_are_masked() -> None:
    privacy = Privacy()
    privacy.is_on = True
    assert privacy.sentence("Dialled +84 938 363 739 at 10:12, extension 102.") == (
        "Dialled +•• ••• ••• 739 at 10:12, extension 102."
    )
    assert privacy.notice(Notice("a", Level.INFO, "0938363739")).title == "•••••••739"
