"""Nothing on the pop moves or goes away under a pointer that is about to click, and no screen leaves it behind."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from agent_desktop.telephony.screen_pop import Card, CardState
from agent_desktop.ui import pop_frame
from agent_desktop.ui.pop_card import CardView
from agent_desktop.ui.pop_placement import ScreenArea
from agent_desktop.ui.pop_window import PopWindow
from agent_desktop.ui.privacy import Privacy
from tests.ui.pop_stage import CARD, HANG_MS, LACKS, NOW, Clock, click, dressed, editor, views

pytestmark = pytest.mark.qt_log_ignore(LACKS)


@pytest.fixture(name="privacy")
def _privacy() -> Privacy:
    return Privacy()


@pytest.fixture(name="pop")
def _pop(qtbot: QtBot, qapp: QApplication, privacy: Privacy) -> Iterator[PopWindow]:
    with dressed(qapp) as theme:
        pop = PopWindow(theme, now=Clock(NOW), privacy=privacy)
        qtbot.addWidget(pop)
        yield pop


@pytest.fixture(name="point_at")
def _point_at(pop: PopWindow, monkeypatch: pytest.MonkeyPatch):
    """Puts the pointer on a call's card, or with "" elsewhere."""

    def point_at(callid: str) -> None:
        left = [view for view in views(pop) if view.underMouse()]
        monkeypatch.setattr(CardView, "underMouse", lambda view: view.callid == callid != "")
        monkeypatch.setattr(pop, "underMouse", lambda: callid != "")
        for view in left:
            QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))

    return point_at


def place(pop: PopWindow, callid: str) -> QPoint:
    """Where its card begins, on the desktop."""
    return next(view for view in views(pop) if view.callid == callid).mapToGlobal(QPoint(0, 0))


def order(pop: PopWindow) -> list[str]:
    return [view.callid for view in views(pop)]


@pytest.mark.parametrize("top", [None, 12, 700])
def test_a_new_call_moves_no_card_that_is_pointed_at(pop: PopWindow, qtbot: QtBot, point_at, top: int | None) -> None:
    pop.dragged_to = None if top is None else QPoint(100, top)
    pop.show_card(CARD)
    point_at("c1")
    before = place(pop, "c1")
    pop.show_card(replace(CARD, callid="c2"))
    assert place(pop, "c1") == before
    assert pop.newest == "c2", "for the keys that act on the newest"
    point_at("")
    qtbot.waitUntil(lambda: order(pop) == ["c2", "c1"], timeout=HANG_MS)


@pytest.mark.parametrize("top", [None, 12])
def test_a_call_that_goes_moves_no_card_that_is_pointed_at(
    pop: PopWindow, qtbot: QtBot, point_at, top: int | None
) -> None:
    pop.dragged_to = None if top is None else QPoint(100, top)
    for callid in ("c1", "c2", "c3"):
        pop.show_card(replace(CARD, callid=callid))
    home = pop.geometry().bottomLeft() if top is None else pop.pos()
    point_at("c2")
    before = place(pop, "c2")
    pop.close_card("c1")
    pop.close_card("c3")
    assert (place(pop, "c2"), order(pop)) == (before, ["c2"])
    point_at("")
    qtbot.waitUntil(lambda: home == (pop.geometry().bottomLeft() if top is None else pop.pos()), timeout=HANG_MS)


def test_a_card_that_is_over_stays_as_long_as_it_is_pointed_at(pop: PopWindow, qtbot: QtBot, point_at) -> None:
    pop.show_card(CARD)
    point_at("c1")
    pop.show_card(replace(CARD, state=CardState.ENDED))
    pop.close_card("c1")
    assert order(pop) == ["c1"]
    point_at("")
    qtbot.waitUntil(lambda: not pop.is_up, timeout=HANG_MS)


def test_a_card_that_is_dismissed_goes_though_it_is_pointed_at(pop: PopWindow, point_at) -> None:
    pop.show_card(replace(CARD, state=CardState.ENDED))
    point_at("c1")
    pop.dismiss("c1")
    pop.close_card("c1")
    assert not pop.is_up


def test_a_screen_that_becomes_smaller_takes_the_pop_along(
    pop: PopWindow, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    pop.show_card(CARD)
    small = ScreenArea(QRect(0, 0, 400, 300), QRect(0, 0, 400, 300))
    monkeypatch.setattr(pop_frame, "screens", lambda: [small])
    qapp.primaryScreen().availableGeometryChanged.emit(small.free)
    qtbot.waitUntil(lambda: small.free.contains(pop.geometry()), timeout=HANG_MS)


def test_in_privacy_mode_a_note_that_was_kept_is_dots_and_one_that_is_typed_is_read(
    pop: PopWindow, qtbot: QtBot, privacy: Privacy
) -> None:
    privacy.is_on = True
    pop.show_card(replace(CARD, note="owes 500 to Mr Tan"))
    click(qtbot, pop, "Note")
    line = editor(pop).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert "Tan" not in line.displayText()
    line.clear()
    qtbot.keyClicks(line, "wants more")
    assert line.displayText() == "wants more"


def test_a_note_that_is_open_becomes_dots_with_the_privacy_mode(pop: PopWindow, qtbot: QtBot, privacy: Privacy) -> None:
    pop.show_card(CARD)
    click(qtbot, pop, "Note")
    line = editor(pop).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "owes 500")
    privacy.is_on = True
    pop.say_anew()
    assert line.displayText() not in ("", "owes 500")
    assert line.text() == "owes 500"


class ADesk:
    """What the desk does: it knows no card any more that it has closed."""

    def __init__(self, pop: PopWindow) -> None:
        self.pop = pop
        self.open: dict[str, Card] = {}
        self.notes: dict[str, str] = {}
        pop.dismissed.connect(self.close)
        pop.note_changed.connect(self.note)

    def show(self, card) -> None:
        self.open[card.callid] = card
        self.pop.show_card(card)

    def close(self, callid) -> None:
        if self.open.pop(callid, None) is not None:
            self.pop.close_card(callid)

    def note(self, callid, text) -> None:
        self.notes[callid] = text
        if callid in self.open:
            self.show(replace(self.open[callid], note=text))


def test_a_card_that_stays_for_the_pointer_alone_can_be_dismissed(pop, point_at) -> None:
    desk = ADesk(pop)
    desk.show(replace(CARD, state=CardState.ENDED))
    point_at("c1")
    desk.close("c1")
    assert order(pop) == ["c1"]
    pop.dismiss("c1")
    assert not pop.is_up


def test_a_note_on_a_card_that_stays_for_it_alone_is_seen_and_is_not_lost(pop, qtbot, point_at) -> None:
    desk = ADesk(pop)
    desk.show(replace(CARD, state=CardState.ENDED))
    click(qtbot, pop, "Note")
    desk.close("c1")
    assert order(pop) == ["c1"]
    point_at("c1")
    line = editor(pop).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText("first")
    editor(pop).finish()
    assert desk.notes == {"c1": "first"}
    click(qtbot, pop, "Note")
    assert line.text() == "first"


def test_what_is_typed_is_kept_before_the_wrap_up_is_ended(pop, qtbot) -> None:
    said: list[str] = []
    pop.note_changed.connect(lambda *what: said.append("note"))
    pop.wrap_up_done.connect(lambda: said.append("done"))
    pop.show_card(replace(CARD, state=CardState.ENDED, since=NOW, wrap_up_until=NOW + 30))
    click(qtbot, pop, "Add a note…")
    line = editor(pop).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "paid")
    click(qtbot, pop, "Ready")
    assert said == ["note", "done"]
