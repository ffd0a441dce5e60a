"""Where the screen pop goes: pure geometry, in the desktop's logical pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

MARGIN = 12
"""Pixels between the pop and the edges of the work area."""
POINTER_ROOM = 16
"""Pixels between the pop and the pointer it makes way for."""


@dataclass(frozen=True, slots=True)
class ScreenArea:
    """A screen and the part of it that panels leave free, its work area."""

    whole: QRect
    free: QRect

    @property
    def has_panel_above(self) -> bool:
        """True where the panel, and so the tray, is at the top alone."""
        return self.free.top() > self.whole.top() and self.free.bottom() >= self.whole.bottom()


def anchor_of(pop: QRect, screens: Sequence[ScreenArea]) -> QPoint:
    """The corner of a pop that was dragged to `pop` which stays where it is while cards come and go.

    The top left in the upper half of a screen, where the pop grows down; else the point under the bottom left.
    """
    if pop.center().y() < _screen_near(pop.center(), screens).free.center().y():
        return pop.topLeft()
    return QPoint(pop.left(), pop.top() + pop.height())


def place_pop(
    size: QSize,
    pointer: QPoint,
    screens: Sequence[ScreenArea],
    dragged_to: QPoint | None = None,
    dodge: bool = True,
    top: int | None = None,
) -> QRect:
    """Where a pop of `size` goes: to its anchor `dragged_to` as long as a screen is there, else to the tray's corner.

    It lies inside a work area and, with `dodge`, beside the pointer, wherever there is room for that. With `top` it
    begins there instead, as far as the work area goes. There is at least one screen.
    """
    wished = _home(size, _screen_near(pointer, screens))
    if dragged_to is not None:
        dragged = _at_anchor(size, dragged_to, screens)
        wished = dragged if _is_seen(dragged, screens) else wished
    free = _screen_near(wished.center(), screens).free
    if top is not None:
        wished.moveTop(top)
    inside = _push_inside(wished, free)
    return _beside(inside, pointer, free) if dodge else inside


def place_near(size: QSize, pointer: QPoint, screens: Sequence[ScreenArea]) -> QRect:
    """Where a small window of `size` goes that belongs to the pointer: below it, and never under it."""
    free = _screen_near(pointer, screens).free
    below = QRect(pointer + QPoint(-size.width() // 2, POINTER_ROOM), size)
    return _beside(_push_inside(below, free), pointer, free)


def _home(size: QSize, screen: ScreenArea) -> QRect:
    """The tray's corner: the bottom right, or the top right under a top panel."""
    free = screen.free
    left = free.right() + 1 - MARGIN - size.width()
    top = free.top() + MARGIN if screen.has_panel_above else free.bottom() + 1 - MARGIN - size.height()
    return QRect(QPoint(left, top), size)


def _at_anchor(size: QSize, anchor: QPoint, screens: Sequence[ScreenArea]) -> QRect:
    grows_down = anchor.y() < _screen_near(anchor, screens).free.center().y()
    return QRect(QPoint(anchor.x(), anchor.y() - (0 if grows_down else size.height())), size)


def _screen_near(point: QPoint, screens: Sequence[ScreenArea]) -> ScreenArea:
    return min(screens, key=lambda screen: _distance(point, screen.whole))


def _distance(point: QPoint, rect: QRect) -> int:
    x = max(rect.left() - point.x(), 0, point.x() - rect.right())
    y = max(rect.top() - point.y(), 0, point.y() - rect.bottom())
    return x + y


def _is_seen(pop: QRect, screens: Sequence[ScreenArea]) -> bool:
    """True where at least a quarter of the pop can be seen: enough to be found and dragged."""
    seen = [pop.intersected(screen.free) for screen in screens]
    return 4 * sum(part.width() * part.height() for part in seen if part.isValid()) >= pop.width() * pop.height()


def _push_inside(pop: QRect, free: QRect) -> QRect:
    x = max(free.left(), min(pop.left(), free.right() + 1 - pop.width()))
    y = max(free.top(), min(pop.top(), free.bottom() + 1 - pop.height()))
    return QRect(QPoint(x, y), pop.size())


def _beside(pop: QRect, pointer: QPoint, free: QRect) -> QRect:
    """The pop, moved as little as gets it off the pointer; where it was if there is no room beside the pointer."""
    room = POINTER_ROOM
    if not pop.adjusted(-room, -room, room, room).contains(pointer):
        return pop
    ways = (
        QRect(QPoint(pop.left(), pointer.y() - room - pop.height()), pop.size()),
        QRect(QPoint(pop.left(), pointer.y() + room), pop.size()),
        QRect(QPoint(pointer.x() - room - pop.width(), pop.top()), pop.size()),
        QRect(QPoint(pointer.x() + room, pop.top()), pop.size()),
    )
    roomy = [way for way in ways if free.contains(way)]
    return min(roomy, key=lambda way: (way.topLeft() - pop.topLeft()).manhattanLength(), default=pop)
