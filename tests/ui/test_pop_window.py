from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QCursor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from agent_desktop.telephony.screen_pop import CardState, PastCalls
from agent_desktop.ui.pop_window import PopWindow
from agent_desktop.ui.theme import DARK, LIGHT, POP_WIDTH, Scheme, Theme
from tests.ui.pop_stage import CARD, HANG_MS, LACKS, NOW, Clock, button, dressed, views

pytestmark = pytest.mark.qt_log_ignore(LACKS)


@pytest.fixture(name="clock")
def _clock() -> Clock:
    return Clock(NOW)


@pytest.fixture(name="theme")
def _theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as theme:
        yield theme


@pytest.fixture(name="pop")
def _pop(qtbot: QtBot, theme: Theme, clock: Clock) -> PopWindow:
    pop = PopWindow(theme, now=clock)
    qtbot.addWidget(pop)
    return pop


def ink(image: QImage, colour: str) -> int:
    return sum(image.pixelColor(x, y).name() == colour for x in range(image.width()) for y in range(image.height()))


def test_a_call_appears_without_taking_the_focus(pop: PopWindow) -> None:
    assert not pop.isVisible()
    pop.show_card(CARD)
    assert pop.isVisible()
    assert pop.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert pop.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert pop.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert pop.testAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
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


def test_what_was_cut_off_is_in_the_tooltip_as_plain_text(pop: PopWindow) -> None:
    pop.show_card(CARD)
    assert views(pop)[0].toolTip() == ""
    pop.show_card(replace(CARD, name="<i>Tôn Nữ</i> Hoàng Phương Nguyễn Thị Thanh Xuân"))
    assert "&lt;i&gt;Tôn Nữ&lt;/i&gt; Hoàng Phương Nguyễn Thị Thanh Xuân" in views(pop)[0].toolTip()


def test_it_is_said_to_those_who_do_not_see_it(pop: PopWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    pop.show_card(CARD)
    assert views(pop)[0].accessibleName().startswith("Incoming · Sales. Nguyễn Thị Hoa. VIP. 0938 363 739")
    assert button(views(pop)[0], "Dismiss").toolTip() == "Dismiss"
