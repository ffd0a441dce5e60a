"""What a card is painted with: colours, fonts and their measures, made once for each scheme and not for each call."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from agent_desktop.telephony.screen_pop import CardState
from agent_desktop.ui.glyphs import Glyph, paint_glyph
from agent_desktop.ui.picture import picture
from agent_desktop.ui.status_look import Shape, paint_shape
from agent_desktop.ui.theme import (
    ICON_SMALL,
    STEP,
    TYPE_BODY,
    TYPE_LARGE,
    TYPE_SMALL,
    TYPE_TITLE,
    Palette,
    font,
)

EDGE = STEP
"""Width of a card's coloured left edge."""
LEFT = 5 * STEP
RIGHT = 4 * STEP
TOP = 3 * STEP
BOTTOM = 3 * STEP

LETTERS = (
    "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYaăâbcdđeêghiklmnoôơpqrstuưvxy"
    "áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
)
"""Who has painted one name with all of them has them ready for the next."""


class TypeFace:
    """A font with its measures. Asking Qt for the width of a text costs more than all else about it."""

    def __init__(self, size: int, bold: bool = False, tabular: bool = False) -> None:
        self.font: QFont = font(size, bold, tabular)
        self._metrics = QFontMetricsF(self.font)
        self.ascent = round(self._metrics.ascent())
        self.height = round(self._metrics.height())
        self._widths: dict[str, float] = {}
        self._widest = max(size, self.width("W"))

    def width(self, text: str) -> int:
        """The width of the text's characters side by side: in most scripts the text's own, hardly ever less."""
        widths = self._widths
        try:
            return ceil(sum([widths[character] for character in text]))
        except KeyError:
            for character in text:
                widths[character] = self._metrics.horizontalAdvance(character)
            return self.width(text)

    def fit(self, text: str, room: int) -> str:
        """The text, ending in "…" where it has no room."""
        if len(text) * self._widest <= room or self.width(text) <= room:
            return text
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


class PopLook:
    """Fonts, colours and what was painted with them before. `dpr` is pixels for each logical pixel."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self.heading = TypeFace(TYPE_BODY, bold=True)
        self.clock = TypeFace(TYPE_BODY, tabular=True)
        self.title = TypeFace(TYPE_TITLE, bold=True)
        self.number = TypeFace(TYPE_LARGE, tabular=True)
        self.body = TypeFace(TYPE_BODY)
        self.tag = TypeFace(TYPE_SMALL)
        self.clock_room = self.clock.width("0:00:00")
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

    def picture(self, key: object, size: QSize, dpr: float, paint: Callable[[QPainter, QRectF], None]) -> QPixmap:
        """What `paint` draws on a transparent ground, kept under its key: a picture is drawn ten times faster."""
        key = (key, size.width(), size.height(), dpr)
        kept = self._pictures.get(key)
        if kept is None:
            kept = self._pictures[key] = picture(size, dpr, paint)
        return kept

    def tag_ground(self, size: QSize, dpr: float) -> QPixmap:
        """What lies under a tag."""

        def paint(painter: QPainter, rect: QRectF) -> None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette.hover)
            painter.drawRoundedRect(rect, STEP, STEP)

        return self.picture("tag", size, dpr, paint)

    def mark(self, state: CardState, pulse: bool, dpr: float) -> QPixmap:
        """A card state's sign."""

        def paint(painter: QPainter, rect: QRectF) -> None:
            mark = MARKS[state]
            mark.paint(painter, rect, mark.text_colour(self.palette), self.palette.surface, pulse)

        return self.picture((state, pulse), QSize(ICON_SMALL, ICON_SMALL), dpr, paint)


@dataclass(frozen=True, slots=True)
class Mark:
    """A card state's sign and its hue, a colour of the palette; with `_text` it is the hue of words."""

    hue: str
    paint: Callable[[QPainter, QRectF, QColor, QColor, bool], None]

    def text_colour(self, palette: Palette) -> QColor:
        """The colour of the heading and of the card's edge."""
        colour = palette.missed if self.hue == "missed" else getattr(palette, f"{self.hue}_text")
        assert isinstance(colour, QColor)
        return colour


def _shape(shape: Shape, painter: QPainter, rect: QRectF, colour: QColor, inner: QColor, pulse: bool) -> None:
    paint_shape(painter, rect, shape, colour, inner, pulse)


def _glyph(glyph: Glyph, painter: QPainter, rect: QRectF, colour: QColor, inner: QColor, pulse: bool) -> None:
    paint_glyph(painter, rect, glyph, colour)


MARKS: dict[CardState, Mark] = {
    CardState.RINGING: Mark("amber", partial(_shape, Shape.WAVES)),
    CardState.DIALLING: Mark("blue", partial(_glyph, Glyph.OUTGOING)),
    CardState.TALKING: Mark("blue", partial(_shape, Shape.HANDSET)),
    CardState.ANSWERED_ELSEWHERE: Mark("grey", partial(_shape, Shape.RING)),
    CardState.TRANSFERRED: Mark("grey", partial(_glyph, Glyph.OUTGOING)),
    CardState.STOPPED_RINGING: Mark("grey", partial(_shape, Shape.DASHED)),
    CardState.MISSED: Mark("missed", partial(_glyph, Glyph.MISSED)),
    CardState.NOT_REACHED: Mark("missed", partial(_glyph, Glyph.OUTGOING)),
    CardState.ENDED: Mark("grey", partial(_glyph, Glyph.CHECK)),
    CardState.LOST: Mark("grey", partial(_shape, Shape.DASHED)),
}
