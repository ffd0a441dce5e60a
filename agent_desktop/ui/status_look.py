"""How an agent's status looks, the same everywhere: a word, a shape and a colour."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from agent_desktop.ui.glyphs import Glyph, paint_glyph
from agent_desktop.ui.picture import picture
from agent_desktop.ui.theme import Palette

ICON_SIZES = (16, 20, 22, 24, 32, 44, 48, 64, 96)
"""Pixel sizes in an icon: trays take 16 to 48, at up to twice the pixels."""


class Shape(StrEnum):
    """What is drawn."""

    DISC = "disc"
    HANDSET = "handset"
    WAVES = "waves"
    BARS = "bars"
    RING = "ring"
    DASHED = "dashed"


@dataclass(frozen=True, slots=True)
class StatusLook:
    """A status as it is shown. `hue` names a colour of the palette: its shape's, and with `_text` its words'."""

    word: str
    shape: Shape
    hue: str

    def colour(self, palette: Palette) -> QColor:
        """The shape's colour."""
        return _colour(palette, self.hue)

    def text_colour(self, palette: Palette) -> QColor:
        """The colour of words that go with it."""
        return _colour(palette, f"{self.hue}_text")


def _colour(palette: Palette, name: str) -> QColor:
    colour = getattr(palette, name)
    assert isinstance(colour, QColor)
    return colour


def status_look(status: str, is_stale: bool = False) -> StatusLook:
    """How `off on pause ring talk`, a word as the PBX sent it, or "" (nothing heard yet) is shown.

    A stale status keeps its word, but is dashed and grey: it is not shown as a fact.
    """
    words = {
        "on": _tr("Available"),
        "talk": _tr("On a call"),
        "ring": _tr("Ringing"),
        "pause": _tr("Paused"),
        "off": _tr("Phone offline"),
        "": _tr("Unknown"),
    }
    word = words.get(status, status)
    if is_stale or status not in _SHAPES:
        return StatusLook(word, Shape.DASHED, "grey")
    return StatusLook(word, *_SHAPES[status])


def _tr(text: str) -> str:
    return QCoreApplication.translate("status", text)


_SHAPES = {
    "on": (Shape.DISC, "green"),
    "talk": (Shape.HANDSET, "blue"),
    "ring": (Shape.WAVES, "amber"),
    "pause": (Shape.BARS, "orange"),
    "off": (Shape.RING, "grey"),
}


def paint_shape(
    painter: QPainter, rect: QRectF, shape: Shape, colour: QColor, inner: QColor, pulse: bool = False
) -> None:
    """Draw the shape to fill the square `rect`; `inner` is what is drawn on a disc. `pulse` is the other half of a
    pulse, for the waves.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 16, rect.height() / 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    match shape:
        case Shape.RING | Shape.DASHED:
            _paint_ring(painter, colour, shape is Shape.DASHED)
        case Shape.WAVES:
            _paint_waves(painter, colour, pulse)
        case _:
            painter.drawEllipse(QPointF(8, 8), 7, 7)
            _paint_inside(painter, shape, inner)
    painter.restore()


def _paint_ring(painter: QPainter, colour: QColor, is_dashed: bool) -> None:
    pen = QPen(colour, 2)
    if is_dashed:
        # Six dashes: the circumference is 2*pi*6 units, that is 18.85 pen widths.
        pen.setDashPattern([1.942, 1.2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(8, 8), 6, 6)


def _paint_waves(painter: QPainter, colour: QColor, pulse: bool) -> None:
    painter.drawEllipse(QPointF(8, 8), 3.2, 3.2)
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = 5.6 if pulse else 6.8
    box = QRectF(8 - radius, 8 - radius, 2 * radius, 2 * radius)
    for start in (-50, 130):
        painter.drawArc(box, start * 16, 100 * 16)


def _paint_inside(painter: QPainter, shape: Shape, inner: QColor) -> None:
    if shape is Shape.BARS:
        painter.setBrush(inner)
        painter.drawRect(QRectF(5.25, 4.75, 1.75, 6.5))
        painter.drawRect(QRectF(9, 4.75, 1.75, 6.5))
    elif shape is Shape.HANDSET:
        paint_glyph(painter, QRectF(3.6, 3.8, 8.6, 8.6), Glyph.HANDSET, inner)


def paint_status(painter: QPainter, rect: QRectF, look: StatusLook, palette: Palette, pulse: bool = False) -> None:
    """Draw a status to fill the square `rect`."""
    paint_shape(painter, rect, look.shape, look.colour(palette), palette.on_hue, pulse)


def status_pixmap(look: StatusLook, size: int, palette: Palette, dpr: float = 1.0, pulse: bool = False) -> QPixmap:
    """The status on a transparent square of `size` logical pixels."""
    return picture(QSize(size, size), dpr, lambda painter, rect: paint_status(painter, rect, look, palette, pulse))


def status_icon(look: StatusLook, palette: Palette, pulse: bool = False, has_badge: bool = False) -> QIcon:
    """The status as an icon in every size that a tray asks for. The badge, a dot, says that something waits."""

    def paint(painter: QPainter, rect: QRectF) -> None:
        paint_status(painter, rect, look, palette, pulse)
        if has_badge:
            _paint_badge(painter, rect, palette)

    icon = QIcon()
    for size in ICON_SIZES:
        icon.addPixmap(picture(QSize(size, size), 1.0, paint))
    return icon


def _paint_badge(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    painter.save()
    painter.scale(rect.width() / 16, rect.height() / 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.missed)
    # A gap around the dot, so that it is seen on a disc of any colour.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.drawEllipse(QPointF(12.5, 3.5), 4.5, 4.5)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.drawEllipse(QPointF(12.5, 3.5), 3.5, 3.5)
    painter.restore()
