"""A screen pop for a test: its clocks stand still, and what it says is kept."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from agent_desktop.telephony.screen_pop import Card, CardState, PastCalls
from agent_desktop.ui.pop_card import CardView
from agent_desktop.ui.pop_note import NoteEditor
from agent_desktop.ui.pop_window import PopWindow
from agent_desktop.ui.theme import Scheme, Theme

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
LACKS = "This plugin does not support (raise|grabbing the keyboard)"
"""Qt's messages about the offscreen platform, which has neither a stacking order nor a keyboard."""


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
        self.notes: list[tuple[str, str]] = []
        pop.note_typed.connect(lambda callid: self.notes.append(("typed", callid)))
        pop.note_left.connect(lambda callid: self.notes.append(("left", callid)))
        for name in ("note_changed", "dismissed", "moved", "wrap_up_done", "wrap_up_extended", "disposition_chosen"):
            getattr(pop, name).connect(self._listener(name))

    def _listener(self, name: str) -> Callable[..., None]:
        return lambda *values: self.heard.append((name, *values))


@contextmanager
def dressed(qapp: QApplication) -> Iterator[Theme]:
    """The program in its light colours."""
    theme = Theme()
    theme.apply(qapp, Scheme.LIGHT)
    yield theme
    qapp.setStyleSheet("")


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
