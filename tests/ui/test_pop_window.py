from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QImage, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from agent_desktop.telephony.screen_pop import Card, CardState, PastCalls
from agent_desktop.ui.pop_card import CardView
from agent_desktop.ui.pop_note import NoteEditor
from agent_desktop.ui.pop_window import PopWindow
from agent_desktop.ui.theme import DARK, LIGHT, POP_WIDTH, Scheme, Theme

NOW = 1_760_000_000.0
HANG_MS = 30_000
CARD = Card(
    "c1",
    CardState.RINGING,
    NOW - 7,
    "inbound",
    "0938363739",
    "Sales",
    "19002028",
    name="Nguyễn Thị Hoa",
    tag="VIP",
    past=PastCalls(),
)
# The offscreen platform has neither a stacking order nor a keyboard.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)")


class Clock:
    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class Signals:
    """What the pop said, in order."""

    def __init__(self, pop: PopWindow) -> None:
        self.heard: list[tuple[Any, ...]] = []
        for name in ("crm_requested", "copy_requested", "dial_requested", "history_requested"):
            getattr(pop, name).connect(self._listener(name))
        for name in ("note_changed", "dismissed", "moved"):
            getattr(pop, name).connect(self._listener(name))

    def _listener(self, name: str) -> Callable[..., None]:
        return lambda *values: self.heard.append((name, *values))


@pytest.fixture(name="clock")
def _clock() -> Clock:
    return Clock(NOW)


@pytest.fixture(name="steady")
def _steady() -> Clock:
    return Clock(100.0)


@pytest.fixture(name="theme")
def _theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme()
    theme.apply(qapp, Scheme.LIGHT)
    yield theme
    qapp.setStyleSheet("")


@pytest.fixture(name="pop")
def _pop(qtbot: QtBot, theme: Theme, clock: Clock, steady: Clock) -> PopWindow:
    pop = PopWindow(theme, now=clock, steady=steady)
    qtbot.addWidget(pop)
    return pop


@pytest.fixture(name="signals")
def _signals(pop: PopWindow) -> Signals:
    return Signals(pop)


def views(pop: PopWindow) -> list[CardView]:
    """The cards that are seen, from the top."""
    seen = [view for view in pop.findChildren(CardView) if view.isVisible()]
    return sorted(seen, key=lambda view: view.y())


def button(view: CardView, name: str) -> QAbstractButton:
    offered = [one for one in view.findChildren(QAbstractButton) if one.isVisible()]
    return next(one for one in offered if name in (one.text(), one.accessibleName()))


def names(view: CardView) -> list[str]:
    offered = [one for one in view.findChildren(QAbstractButton) if one.isVisible()]
    return [one.text() or one.accessibleName() for one in sorted(offered, key=lambda one: one.x())]


def click(qtbot: QtBot, pop: PopWindow, name: str, row: int = 0) -> None:
    qtbot.mouseClick(button(views(pop)[row], name), Qt.MouseButton.LeftButton)


def editor(pop: PopWindow) -> NoteEditor:
    found = pop.findChild(NoteEditor)
    assert isinstance(found, NoteEditor)
    return found


def ink(image: QImage, colour: str) -> int:
    return sum(image.pixelColor(x, y).name() == colour for x in range(image.width()) for y in range(image.height()))


def test_a_call_appears_without_taking_the_focus(pop: PopWindow) -> None:
    assert not pop.isVisible()
    pop.show_card(CARD)
    assert pop.isVisible()
    assert pop.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert pop.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert pop.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert [view.text.title for view in views(pop)] == ["Nguyễn Thị Hoa"]
    pop.close_card("c1")
    assert not pop.isVisible()


def test_there_is_one_card_for_each_call(pop: PopWindow) -> None:
    pop.show_card(CARD)
    pop.show_card(replace(CARD, state=CardState.TALKING))
    pop.show_card(CARD)
    assert len(views(pop)) == 1


def test_a_second_call_never_touches_the_first(pop: PopWindow) -> None:
    pop.show_card(CARD)
    first = views(pop)[0]
    before = first.text
    pop.show_card(replace(CARD, callid="c2", name="Trần Văn Bình", number="0912345678"))
    pop.show_card(replace(CARD, callid="c2", name="Trần Văn Bình", state=CardState.TALKING))
    assert [view.text.title for view in views(pop)] == ["Trần Văn Bình", "Nguyễn Thị Hoa"]
    assert views(pop)[1] is first
    assert first.text == before


def test_what_is_learnt_a_moment_later_moves_nothing(pop: PopWindow) -> None:
    pop.show_card(replace(CARD, past=None))
    before = pop.geometry()
    pop.show_card(replace(CARD, past=PastCalls(2, 9, NOW - 60, "inbound", "NOANSWER")))
    assert pop.geometry() == before


def test_cards_fill_the_window_without_gaps(pop: PopWindow) -> None:
    for callid in "abcde":
        pop.show_card(replace(CARD, callid=callid, name="", did="" if callid == "b" else CARD.did))
    y = 0
    for view in views(pop):
        assert view.geometry().topLeft() == QPoint(0, y)
        y += view.height()
    assert (pop.width(), pop.height()) == (POP_WIDTH, y)


def test_at_most_four_are_seen_and_the_rest_is_counted(pop: PopWindow) -> None:
    for callid in "abcdef":
        pop.show_card(replace(CARD, callid=callid))
    assert [card.callid for card in pop.cards()] == ["f", "e", "d", "c"]
    assert [view.unseen_line for view in views(pop)] == ["", "", "", "+2 more"]
    pop.close_card("f")
    pop.close_card("e")
    assert [card.callid for card in pop.cards()] == ["d", "c", "b", "a"]
    assert [view.unseen_line for view in views(pop)] == [""] * 4


def test_closing_what_is_not_there_is_no_matter(pop: PopWindow) -> None:
    pop.close_card("never")
    pop.show_card(CARD)
    pop.close_card("never")
    assert len(views(pop)) == 1


def test_the_clock_runs_and_the_card_that_comes_next_starts_anew(pop: PopWindow, clock: Clock, qtbot: QtBot) -> None:
    pop.show_card(CARD)
    view = views(pop)[0]
    assert view.clock_line == "0:07"
    clock.now += 5
    qtbot.waitUntil(lambda: view.clock_line == "0:12", timeout=HANG_MS)
    pop.close_card("c1")
    pop.show_card(replace(CARD, callid="c2", since=clock.now))
    assert views(pop)[0].clock_line == "0:00"


def test_nothing_ticks_where_no_clock_runs(pop: PopWindow, qtbot: QtBot) -> None:
    pop.show_card(CARD)
    qtbot.waitUntil(pop.is_ticking, timeout=HANG_MS)
    pop.show_card(replace(CARD, state=CardState.ENDED))
    qtbot.waitUntil(lambda: not pop.is_ticking(), timeout=HANG_MS)
    pop.show_card(replace(CARD, callid="c2"))
    qtbot.waitUntil(pop.is_ticking, timeout=HANG_MS)
    pop.close_card("c2")
    pop.close_card("c1")
    qtbot.waitUntil(lambda: not pop.is_ticking(), timeout=HANG_MS)


def test_the_first_paint_of_each_call_is_told_once(pop: PopWindow, qtbot: QtBot) -> None:
    told: list[tuple[str, int]] = []
    pop.painted.connect(lambda callid, at: told.append((callid, at)))
    pop.show_card(CARD)
    qtbot.waitUntil(lambda: len(told) == 1, timeout=HANG_MS)
    pop.show_card(replace(CARD, state=CardState.TALKING))
    pop.show_card(replace(CARD, callid="c2"))
    qtbot.waitUntil(lambda: len(told) == 2, timeout=HANG_MS)
    assert [callid for callid, _ in told] == ["c1", "c2"]
    assert 0 < told[0][1] < told[1][1]


def test_a_call_without_room_is_not_said_to_be_painted(pop: PopWindow, qtbot: QtBot) -> None:
    told: list[str] = []
    pop.painted.connect(lambda callid, at: told.append(callid))
    pop.show_card(replace(CARD, callid="over", state=CardState.MISSED))
    for callid in "abcd":
        pop.show_card(replace(CARD, callid=callid))
    qtbot.waitUntil(lambda: {*"abcd"} <= {*told}, timeout=HANG_MS)
    assert "over" not in told
    pop.close_card("a")
    qtbot.waitUntil(lambda: "over" in told, timeout=HANG_MS)
    assert len(told) == 5


def test_warming_up_shows_nothing_and_tells_of_no_paint(pop: PopWindow, qtbot: QtBot) -> None:
    told: list[str] = []
    pop.painted.connect(lambda callid, at: told.append(callid))
    pop.warm_up()
    assert not pop.isVisible()
    pop.show_card(CARD)
    qtbot.waitUntil(lambda: bool(told), timeout=HANG_MS)
    assert told == ["c1"]
    assert len(views(pop)) == 1


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
    assert views(pop)[0].text.why[0].startswith("Waited 48 s")
    click(qtbot, pop, "Call back")
    assert signals.heard == [("dial_requested", "0938363739")]


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


def test_the_menu_offers_the_rest(pop: PopWindow, signals: Signals, qtbot: QtBot) -> None:
    pop.show_card(replace(CARD, state=CardState.ENDED))
    click(qtbot, pop, "More")
    menu = pop.findChild(QMenu)
    assert isinstance(menu, QMenu)
    for wanted in ("Call this number", "Copy number", "Calls with this number", "Dismiss"):
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
    assert [action.text() for action in menu.actions()] == ["Write a note", "Dismiss"]
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


def test_what_was_typed_is_kept_when_the_card_closes_or_another_note_is_opened(
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
    pop.close_card("c2")
    assert signals.heard == [("note_changed", "c1", "first"), ("note_changed", "c2", "second")]
    assert not editor(pop).isVisible()


def test_an_unchanged_note_is_not_told(pop: PopWindow, signals: Signals, qtbot: QtBot) -> None:
    pop.show_card(replace(CARD, note="as it was"))
    click(qtbot, pop, "Note")
    editor(pop).finish()
    assert signals.heard == []


def test_it_gets_off_the_pointer(pop: PopWindow, qtbot: QtBot) -> None:
    pop.warm_up()
    home = pop.geometry()
    QCursor.setPos(home.center())
    pop.show_card(CARD)
    qtbot.waitUntil(lambda: not pop.geometry().contains(QCursor.pos()), timeout=HANG_MS)
    pop.close_card("c1")
    QCursor.setPos(0, 0)
    pop.show_card(replace(CARD, callid="c2"))
    qtbot.waitUntil(lambda: pop.geometry() == home, timeout=HANG_MS)


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


def test_the_scheme_changes_while_it_shows(pop: PopWindow, theme: Theme, qapp: QApplication) -> None:
    pop.show_card(CARD)
    assert ink(pop.grab().toImage(), LIGHT.surface.name()) > 20_000
    theme.apply(qapp, Scheme.DARK)
    assert ink(pop.grab().toImage(), DARK.surface.name()) > 20_000
    assert ink(pop.grab().toImage(), LIGHT.surface.name()) < 2_000


@pytest.mark.parametrize("state", CardState)
@pytest.mark.parametrize("name", ["", "Tôn Nữ Hoàng Phương Nguyễn Thị Thanh Xuân Nguyệt Ánh", "<h1>&lt;" * 20])
def test_nothing_reaches_beyond_the_card(pop: PopWindow, state: CardState, name: str) -> None:
    pop.show_card(replace(CARD, state=state, name=name, queue="Q" * 90, tag="tag " * 30, note="note " * 60))
    view = views(pop)[0]
    for run in view.runs:
        room = POP_WIDTH if run.x > POP_WIDTH // 2 else POP_WIDTH - 16
        assert run.x + run.face.width(run.text) <= room + 1, run.text
        assert run.y < view.height()
    shown = [
        view.geometry().intersected(one.geometry().translated(view.pos())) for one in view.findChildren(QAbstractButton)
    ]
    for one, rect in zip(view.findChildren(QAbstractButton), shown, strict=True):
        assert not one.isVisible() or rect.size() == one.size(), one.text()


def test_it_is_said_to_those_who_do_not_see_it(pop: PopWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    from PySide6.QtGui import QAccessible

    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    pop.show_card(CARD)
    assert views(pop)[0].accessibleName().startswith("Incoming · Sales. Nguyễn Thị Hoa. VIP. 0938 363 739")
    assert button(views(pop)[0], "Dismiss").toolTip() == "Dismiss"
