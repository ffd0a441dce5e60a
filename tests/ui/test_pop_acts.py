from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from agent_desktop.telephony.screen_pop import CardState
from agent_desktop.ui.desktop import Desktop
from agent_desktop.ui.pop_window import PopWindow
from tests.ui.pop_stage import CARD, HANG_MS, LACKS, NOW, Clock, Signals, button, click, dressed, editor, names, views

pytestmark = pytest.mark.qt_log_ignore(LACKS)


@pytest.fixture(name="steady")
def _steady() -> Clock:
    return Clock(100.0)


@pytest.fixture(name="pop")
def _pop(qtbot: QtBot, qapp: QApplication, steady: Clock) -> Iterator[PopWindow]:
    with dressed(qapp) as theme:
        pop = PopWindow(theme, now=Clock(NOW), steady=steady)
        qtbot.addWidget(pop)
        yield pop


@pytest.fixture(name="signals")
def _signals(pop: PopWindow) -> Signals:
    return Signals(pop)


def test_buttons_say_what_is_wanted(pop: PopWindow, signals: Signals, qtbot: QtBot) -> None:
    pop.crm_available = True
    pop.show_card(CARD)
    assert names(views(pop)[0]) == ["Open CRM", "Copy", "Note", "More", "Dismiss"]
    for name in ("Open CRM", "Copy", "Dismiss"):
        click(qtbot, pop, name)
    assert signals.heard == [("crm_requested", "c1"), ("copy_requested", "0938363739"), ("dismissed", "c1")]
    assert pop.isVisible(), "the desk closes it"


def test_a_missed_call_can_be_called_back(pop: PopWindow, signals: Signals, qtbot: QtBot) -> None:
    pop.show_card(CARD)
    pop.show_card(replace(CARD, state=CardState.MISSED, since=NOW + 41))
    assert views(pop)[0].text.why[1].startswith("Waited 48 s")
    click(qtbot, pop, "Call back")
    assert signals.heard == [("dial_requested", "0938363739")]


def test_a_wrap_up_is_ended_extended_and_given_a_disposition(
    pop: PopWindow, signals: Signals, qtbot: QtBot, qapp: QApplication
) -> None:
    pop.dispositions = ("Solved", "R&D")
    pop.show_card(replace(CARD, state=CardState.ENDED, since=NOW, wrap_up_until=NOW + 30, disposition="Sold"))
    for name in ("Ready", "More time", "Disposition ▾"):
        click(qtbot, pop, name)
    menu = qapp.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {action.text(): action for action in menu.actions() if action.text()}
    assert list(offered) == ["Solved", "R&&D", "Sold", "None"]
    assert [text for text, action in offered.items() if action.isChecked()] == ["Sold"]
    offered["Solved"].trigger()
    offered["None"].trigger()
    menu.close()
    assert signals.heard == [
        ("wrap_up_done",),
        ("wrap_up_extended",),
        ("disposition_chosen", "c1", "Solved"),
        ("disposition_chosen", "c1", ""),
    ]


def test_a_crm_that_is_set_up_later_is_offered_at_once(pop: PopWindow) -> None:
    pop.show_card(CARD)
    assert "Open CRM" not in names(views(pop)[0])
    pop.crm_available = True
    assert "Open CRM" in names(views(pop)[0])
    pop.crm_available = False
    assert "Open CRM" not in names(views(pop)[0])


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_of_someone_who_types_do_nothing_at_first(
    pop: PopWindow, signals: Signals, steady: Clock, qtbot: QtBot, key: Qt.Key
) -> None:
    pop.show_card(CARD)
    copy = button(views(pop)[0], "Copy")
    for moment in (0.0, 0.79):
        steady.now = 100.0 + moment
        qtbot.keyClick(copy, key)
    assert signals.heard == []
    pop.show_card(replace(CARD, callid="c2"))
    steady.now += 0.5
    qtbot.keyClick(copy, key)
    assert signals.heard == [], "a new call raises the shield again"
    steady.now += 0.31
    qtbot.keyClick(copy, Qt.Key.Key_Space)
    assert signals.heard == [("copy_requested", "0938363739")]


def test_a_click_gives_no_button_the_focus(pop: PopWindow, qtbot: QtBot) -> None:
    pop.show_card(CARD)
    copy = button(views(pop)[0], "Copy")
    assert not copy.focusPolicy() & Qt.FocusPolicy.ClickFocus


def test_a_focus_that_nobody_moved_by_keyboard_is_not_shown(pop: PopWindow, qtbot: QtBot) -> None:
    pop.show_card(CARD)
    copy = button(views(pop)[0], "Copy")
    qtbot.waitUntil(pop.isActiveWindow, timeout=HANG_MS)
    copy.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    assert copy.hasFocus(), "as where a platform gives the focus to a window that wants none"
    pop.show_card(replace(CARD, state=CardState.ENDED, wrap_up_until=NOW + 20))
    assert not copy.isVisible()
    shown = views(pop)[0].grab().toImage()
    if (focused := QApplication.focusWidget()) is not None:
        focused.clearFocus()
    assert views(pop)[0].grab().toImage() == shown


def test_the_menu_offers_the_rest(pop: PopWindow, signals: Signals, qtbot: QtBot) -> None:
    pop.show_card(replace(CARD, state=CardState.ENDED))
    click(qtbot, pop, "More")
    menu = pop.findChild(QMenu)
    assert isinstance(menu, QMenu)
    for wanted in ("Dial this number", "Copy the number", "All calls with this number", "Dismiss"):
        next(action for action in menu.actions() if action.text() == wanted).trigger()
    number = "0938363739"
    heard = [("dial_requested", number), ("copy_requested", number), ("history_requested", number), ("dismissed", "c1")]
    assert signals.heard == heard
    menu.close()


def test_the_menu_of_an_unknown_number_offers_nothing_about_it(pop: PopWindow, qtbot: QtBot) -> None:
    pop.show_card(replace(CARD, number="", name=""))
    click(qtbot, pop, "More")
    menu = pop.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Note…", "Dismiss"]
    menu.close()


def test_a_note_is_typed_over_the_card_and_kept_with_enter(pop: PopWindow, signals: Signals, qtbot: QtBot) -> None:
    pop.show_card(replace(CARD, note="before"))
    height = pop.height()
    click(qtbot, pop, "Note")
    line = editor(pop).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert line.text() == "before"
    assert pop.geometry().contains(editor(pop).geometry())
    assert "Note" not in names(views(pop)[0])
    pop.show_card(replace(CARD, callid="c2"))
    assert pop.geometry().contains(editor(pop).geometry()), "it goes where its card goes"
    line.setText("  wants the invoice ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert signals.heard == [("note_changed", "c1", "wants the invoice")]
    assert not editor(pop).isVisible()
    pop.close_card("c2")
    assert pop.height() == height


def test_the_note_of_a_wrap_up_has_a_row_of_its_own(pop: PopWindow, signals: Signals, qtbot: QtBot) -> None:
    wrapped_up = replace(CARD, state=CardState.ENDED, since=NOW, wrap_up_until=NOW + 30)
    pop.show_card(wrapped_up)
    height = pop.height()
    places = [one.geometry() for one in views(pop)[0].findChildren(QAbstractButton) if one.isVisible()]
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    row = button(views(pop)[0], "Add a note…").geometry().translated(pop.pos())
    click(qtbot, pop, "Add a note…")
    assert editor(pop).geometry() == row, "typed where it is read"
    line = editor(pop).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "sent the bill")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert signals.heard == [("note_changed", "c1", "sent the bill")]
    pop.show_card(replace(wrapped_up, note="sent the bill"))
    assert "sent the bill" in names(views(pop)[0])
    assert pop.height() == height


def test_escape_keeps_no_note(pop: PopWindow, signals: Signals, qtbot: QtBot) -> None:
    pop.show_card(CARD)
    click(qtbot, pop, "Note")
    line = editor(pop).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText("half a thought")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert signals.heard == []
    assert not editor(pop).isVisible()
    assert "Note" in names(views(pop)[0])


def test_what_was_typed_is_kept_when_the_card_is_dismissed_or_another_note_is_opened(
    pop: PopWindow, signals: Signals, qtbot: QtBot
) -> None:
    pop.show_card(CARD)
    pop.show_card(replace(CARD, callid="c2"))
    click(qtbot, pop, "Note", row=1)
    line = editor(pop).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText("first")
    click(qtbot, pop, "Note", row=0)
    line.setText("second")
    click(qtbot, pop, "Dismiss", row=0)
    pop.close_card("c2")
    written = [("note_changed", "c1", "first"), ("note_changed", "c2", "second")]
    assert signals.heard == [*written, ("dismissed", "c2")]
    assert not editor(pop).isVisible()
    assert [view.callid for view in views(pop)] == ["c1"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_card_waits_for_the_note_that_is_typed_on_it(
    pop: PopWindow, signals: Signals, qtbot: QtBot, key: Qt.Key
) -> None:
    pop.show_card(CARD)
    click(qtbot, pop, "Note")
    line = editor(pop).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "wants the inv")
    pop.close_card("c1")
    assert "Ended" in views(pop)[0].text.heading, "it does not seem to ring"
    qtbot.keyClicks(line, "oice")
    qtbot.keyClick(line, key)
    kept = [("note_changed", "c1", "wants the invoice")] if key == Qt.Key.Key_Return else []
    assert signals.heard == kept
    qtbot.waitUntil(lambda: not pop.isVisible(), timeout=HANG_MS)


def test_a_call_that_comes_back_is_not_taken_away_with_its_note(pop: PopWindow, qtbot: QtBot) -> None:
    pop.show_card(CARD)
    click(qtbot, pop, "Note")
    pop.close_card("c1")
    pop.show_card(CARD)
    editor(pop).finish()
    pop.show_card(replace(CARD, callid="c2"))
    qtbot.waitUntil(lambda: not pop._linger.isActive(), timeout=HANG_MS)
    assert {view.callid for view in views(pop)} == {"c1", "c2"}


def test_an_unchanged_note_is_not_told(pop: PopWindow, signals: Signals, qtbot: QtBot) -> None:
    pop.show_card(replace(CARD, note="as it was"))
    click(qtbot, pop, "Note")
    editor(pop).finish()
    assert signals.heard == []


def drag(pop: PopWindow, by: QPoint) -> None:
    start = QPointF(pop.pos() + QPoint(200, 20))
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    kinds = QEvent.Type
    steps = ((kinds.MouseButtonPress, start, left), (kinds.MouseMove, start + by, none))
    for kind, at, pressed in (*steps, (kinds.MouseButtonRelease, start + by, left)):
        event = QMouseEvent(kind, QPointF(200, 20), at, pressed, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(pop, event)


def test_it_is_dragged_and_comes_back_to_that_place(pop: PopWindow, signals: Signals) -> None:
    pop.show_card(CARD)
    size = pop.size()
    before = pop.pos()
    drag(pop, QPoint(-150, -60))
    assert pop.pos() == before + QPoint(-150, -60)
    ((name, anchor),) = signals.heard
    assert (name, anchor) == ("moved", pop.dragged_to)
    dragged = pop.pos()
    pop.close_card("c1")
    pop.show_card(replace(CARD, callid="c2"))
    assert (pop.pos(), pop.size()) == (dragged, size)


def test_a_click_is_no_drag(pop: PopWindow, signals: Signals) -> None:
    pop.show_card(CARD)
    before = pop.pos()
    drag(pop, QPoint(2, 1))
    assert signals.heard == []
    assert pop.pos() == before
    assert pop.dragged_to is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_it_says_from_the_first_moment_that_a_note_is_typed_and_not_with_each_key(
    pop: PopWindow, signals: Signals, qtbot: QtBot, key: Qt.Key
) -> None:
    pop.show_card(CARD)
    click(qtbot, pop, "Note")
    assert signals.notes == [("typed", "c1")]
    line = editor(pop).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "wants the inv")
    assert signals.notes == [("typed", "c1")]
    editor(pop)._told.stop()  # half a minute is over
    qtbot.keyClicks(line, "oice")
    assert signals.notes == [("typed", "c1")] * 2
    qtbot.keyClick(line, key)
    left = [("left", "c1")] if key == Qt.Key.Key_Escape else []
    assert signals.notes[2:] == left, "one that is written is told as such"
    assert len(signals.heard) == (0 if left else 1)


def test_a_note_that_is_closed_as_it_was_is_left(pop: PopWindow, signals: Signals, qtbot: QtBot) -> None:
    pop.show_card(replace(CARD, note="as it was"))
    click(qtbot, pop, "Note")
    editor(pop).finish()
    assert signals.notes == [("typed", "c1"), ("left", "c1")]


def test_the_desk_is_told_of_a_note_that_is_typed_and_left(speak: Callable[[str], Desktop], qtbot: QtBot) -> None:
    desktop = speak("en")
    asked = desktop.bridge.desk.asked  # type: ignore[attr-defined]
    desktop.pop.note_typed.emit("c1")
    desktop.pop.note_left.emit("c1")
    qtbot.waitUntil(lambda: asked[-2:] == [("note_typed", "c1"), ("note_left", "c1")], timeout=HANG_MS)
