"""Every icon of the program, painted from paths on a grid of 16 units: sharp at any size, in any colour, no files."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from agent_desktop.ui.picture import picture

_GRID = 16.0
_STROKE = 1.5
_DPRS = (1.0, 2.0, 3.0)


class Glyph(StrEnum):
    """What there is to draw."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"
    MISSED = "missed"
    HANDSET = "handset"
    CLOSE = "close"
    MORE = "more"
    COPY = "copy"
    NOTE = "note"
    CHEVRON_DOWN = "chevron_down"
    CHEVRON_RIGHT = "chevron_right"
    SEARCH = "search"
    DIAL = "dial"
    PAUSE = "pause"
    PLAY = "play"
    NOW = "now"
    HISTORY = "history"
    CALL_BACK = "call_back"
    TEAM = "team"
    CONTACTS = "contacts"
    SETTINGS = "settings"
    REFRESH = "refresh"
    WARNING = "warning"
    ERROR = "error"
    INFO = "info"
    CHECK = "check"
    STAR = "star"
    LISTEN = "listen"
    LINK = "link"
    SAVE = "save"
    SPEAKER = "speaker"


def paint_glyph(painter: QPainter, rect: QRectF, glyph: Glyph, colour: QColor) -> None:
    """Draw the glyph to fill the square `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / _GRID, rect.height() / _GRID)
    if glyph in _FILLED:
        painter.fillPath(glyph_path(glyph), colour)
    else:
        pen = QPen(colour, _STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(glyph_path(glyph), pen)
    painter.restore()


def glyph_pixmap(glyph: Glyph, size: int, colour: QColor, dpr: float = 1.0) -> QPixmap:
    """The glyph on a transparent square of `size` logical pixels."""
    return picture(QSize(size, size), dpr, lambda painter, rect: paint_glyph(painter, rect, glyph, colour))


def glyph_icon(glyph: Glyph, colour: QColor, size: int = 16) -> QIcon:
    """The glyph as an icon for buttons and menus, sharp on any screen."""
    icon = QIcon()
    for dpr in _DPRS:
        icon.addPixmap(glyph_pixmap(glyph, size, colour, dpr))
    return icon


def glyph_path(glyph: Glyph) -> QPainterPath:
    """The glyph's outline on the grid; a new path each time."""
    path = QPainterPath()
    if glyph in _LINES:
        for line in _LINES[glyph]:
            _polyline(path, line)
    if glyph in _CURVES:
        _CURVES[glyph](path)
    return path


def _polyline(path: QPainterPath, points: tuple[tuple[float, float], ...]) -> None:
    path.moveTo(*points[0])
    for x, y in points[1:]:
        path.lineTo(x, y)


def _circle(path: QPainterPath, x: float, y: float, radius: float) -> None:
    path.addEllipse(QPointF(x, y), radius, radius)


def _arc(path: QPainterPath, box: tuple[float, float, float, float], start: float, span: float) -> None:
    rect = QRectF(*box)
    path.arcMoveTo(rect, start)
    path.arcTo(rect, start, span)


def _handset(path: QPainterPath) -> None:
    path.moveTo(3.6, 2.2)
    path.lineTo(5.4, 1.8)
    path.quadTo(6.0, 1.7, 6.3, 2.3)
    path.lineTo(7.3, 4.7)
    path.quadTo(7.5, 5.2, 7.1, 5.6)
    path.lineTo(5.9, 6.7)
    path.quadTo(7.0, 9.0, 9.3, 10.1)
    path.lineTo(10.4, 8.9)
    path.quadTo(10.8, 8.5, 11.3, 8.7)
    path.lineTo(13.7, 9.7)
    path.quadTo(14.3, 10.0, 14.2, 10.6)
    path.lineTo(13.8, 12.4)
    path.quadTo(13.5, 13.6, 12.3, 13.6)
    path.quadTo(8.0, 13.4, 5.3, 10.7)
    path.quadTo(2.6, 8.0, 2.4, 3.7)
    path.quadTo(2.4, 2.5, 3.6, 2.2)
    path.closeSubpath()


def _more(path: QPainterPath) -> None:
    for x in (3.0, 8.0, 13.0):
        _circle(path, x, 8, 1.25)


def _copy(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(5.5, 5.5, 8, 8), 1.5, 1.5)
    _polyline(path, ((3.5, 10.5), (2.5, 10.5), (2.5, 2.5), (10.5, 2.5), (10.5, 3.5)))


def _dial(path: QPainterPath) -> None:
    for y in (3.0, 8.0, 13.0):
        for x in (3.0, 8.0, 13.0):
            _circle(path, x, y, 1.3)


def _pause(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(3.5, 2.5, 3, 11), 0.8, 0.8)
    path.addRoundedRect(QRectF(9.5, 2.5, 3, 11), 0.8, 0.8)


def _now(path: QPainterPath) -> None:
    _circle(path, 8, 8, 2)
    _circle(path, 8, 8, 6)


def _history(path: QPainterPath) -> None:
    _arc(path, (2, 2, 12, 12), 150, -320)
    _polyline(path, ((2.3, 2.2), (2.4, 5.4), (5.6, 5.2)))
    _polyline(path, ((8, 4.8), (8, 8.2), (10.4, 9.8)))


def _team(path: QPainterPath) -> None:
    _circle(path, 5.8, 5.2, 2.4)
    _arc(path, (1.6, 9.4, 8.4, 9), 0, 180)
    _arc(path, (8.6, 2.8, 4.8, 4.8), 110, -220)
    _arc(path, (7.2, 9.4, 7.4, 9), 65, -65)


def _contacts(path: QPainterPath) -> None:
    _circle(path, 8, 5.2, 2.8)
    _arc(path, (2.8, 9.8, 10.4, 9), 0, 180)


def _settings(path: QPainterPath) -> None:
    for y, x in ((3.5, 10.5), (8.0, 5.5), (12.5, 9.5)):
        _polyline(path, ((1.8, y), (x - 1.6, y)))
        _circle(path, x, y, 1.6)
        _polyline(path, ((x + 1.6, y), (14.2, y)))


def _refresh(path: QPainterPath) -> None:
    _arc(path, (2.5, 2.5, 11, 11), 40, 285)
    _polyline(path, ((12.9, 1.8), (12.6, 5.2), (9.3, 4.9)))


def _search(path: QPainterPath) -> None:
    _circle(path, 7, 7, 4.5)
    _polyline(path, ((10.4, 10.4), (14, 14)))


def _info(path: QPainterPath) -> None:
    _circle(path, 8, 8, 6)
    _polyline(path, ((8, 7.4), (8, 11)))
    _polyline(path, ((8, 4.9), (8, 5.0)))


def _error(path: QPainterPath) -> None:
    _circle(path, 8, 8, 6)
    _polyline(path, ((5.8, 5.8), (10.2, 10.2)))
    _polyline(path, ((10.2, 5.8), (5.8, 10.2)))


def _listen(path: QPainterPath) -> None:
    _arc(path, (2.5, 2.5, 11, 11), 0, 180)
    path.addRoundedRect(QRectF(2.2, 8.5, 2.8, 4.5), 1, 1)
    path.addRoundedRect(QRectF(11, 8.5, 2.8, 4.5), 1, 1)


def _link(path: QPainterPath) -> None:
    _polyline(path, ((6.5, 3.5), (3, 3.5), (3, 13), (12.5, 13), (12.5, 9.5)))
    _polyline(path, ((9.5, 2.5), (13.5, 2.5), (13.5, 6.5)))
    _polyline(path, ((13.2, 2.8), (7.8, 8.2)))


def _speaker(path: QPainterPath) -> None:
    _polyline(path, ((2, 6), (4.5, 6), (8, 3), (8, 13), (4.5, 10), (2, 10), (2, 6)))
    _arc(path, (6.5, 5, 6, 6), 50, -100)
    _arc(path, (5, 2.8, 9.5, 10.4), 45, -90)


_LINES: dict[Glyph, tuple[tuple[tuple[float, float], ...], ...]] = {
    Glyph.INCOMING: (((12.5, 3.5), (3.8, 12.2)), ((3.5, 6), (3.5, 12.5), (10, 12.5))),
    Glyph.OUTGOING: (((3.5, 12.5), (12.2, 3.8)), ((6, 3.5), (12.5, 3.5), (12.5, 10))),
    Glyph.MISSED: (((2, 5), (7, 10), (13.7, 3.8)), ((9.5, 3.5), (14, 3.5), (14, 8))),
    Glyph.CLOSE: (((4, 4), (12, 12)), ((12, 4), (4, 12))),
    Glyph.NOTE: (((2.5, 13.5), (3.2, 10.4), (10.8, 2.8), (13.2, 5.2), (5.6, 12.8), (2.5, 13.5)), ((9, 4.6), (11.4, 7))),
    Glyph.CHEVRON_DOWN: (((4, 6), (8, 10), (12, 6)),),
    Glyph.CHEVRON_RIGHT: (((6, 4), (10, 8), (6, 12)),),
    Glyph.PLAY: (((4, 2.5), (13, 8), (4, 13.5), (4, 2.5)),),
    Glyph.CALL_BACK: (((2.5, 8), (7, 3.5)), ((2.5, 8), (7, 12.5)), ((2.8, 8), (9, 8), (13, 12))),
    Glyph.WARNING: (((8, 2), (14.5, 13.5), (1.5, 13.5), (8, 2)), ((8, 6.4), (8, 9.4)), ((8, 11.5), (8, 11.6))),
    Glyph.SAVE: (
        ((8, 2), (8, 10)),
        ((4.5, 6.8), (8, 10.2), (11.5, 6.8)),
        ((2.5, 11), (2.5, 13.8), (13.5, 13.8), (13.5, 11)),
    ),
    Glyph.CHECK: (((3, 8.5), (6.5, 12), (13, 4.5)),),
    Glyph.STAR: (
        (
            (8, 1.5),
            (9.9, 5.6),
            (14.4, 6.1),
            (11.1, 9.2),
            (12, 13.6),
            (8, 11.4),
            (4, 13.6),
            (4.9, 9.2),
            (1.6, 6.1),
            (6.1, 5.6),
            (8, 1.5),
        ),
    ),
}

_CURVES: dict[Glyph, Callable[[QPainterPath], None]] = {
    Glyph.HANDSET: _handset,
    Glyph.MORE: _more,
    Glyph.COPY: _copy,
    Glyph.SEARCH: _search,
    Glyph.DIAL: _dial,
    Glyph.PAUSE: _pause,
    Glyph.NOW: _now,
    Glyph.HISTORY: _history,
    Glyph.TEAM: _team,
    Glyph.CONTACTS: _contacts,
    Glyph.SETTINGS: _settings,
    Glyph.REFRESH: _refresh,
    Glyph.ERROR: _error,
    Glyph.INFO: _info,
    Glyph.LISTEN: _listen,
    Glyph.LINK: _link,
    Glyph.SPEAKER: _speaker,
}

_FILLED = frozenset({Glyph.HANDSET, Glyph.MORE, Glyph.DIAL, Glyph.PAUSE, Glyph.PLAY, Glyph.STAR})
