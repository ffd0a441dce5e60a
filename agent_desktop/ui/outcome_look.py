"""How a call's kind is told in pictures: by hue, by pattern and by word, the same wherever it is shown."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from agent_desktop.telephony.outcome import OutcomeKind
from agent_desktop.ui.theme import Palette

KINDS = (OutcomeKind.ANSWERED, OutcomeKind.MISSED, OutcomeKind.REACHED, OutcomeKind.NOT_REACHED, OutcomeKind.OPEN)
"""From the foot of a bar to its top."""

_PAINT = 0.28
"""How much of the hue lies under its pattern."""


@dataclass(frozen=True, slots=True)
class _Look:
    hue: str
    pattern: Qt.BrushStyle


_LOOKS = {
    OutcomeKind.ANSWERED: _Look("green", Qt.BrushStyle.SolidPattern),
    OutcomeKind.MISSED: _Look("missed", Qt.BrushStyle.BDiagPattern),
    OutcomeKind.REACHED: _Look("blue", Qt.BrushStyle.SolidPattern),
    OutcomeKind.NOT_REACHED: _Look("amber", Qt.BrushStyle.HorPattern),
    OutcomeKind.OPEN: _Look("grey", Qt.BrushStyle.NoBrush),
}


def kind_word(kind: OutcomeKind) -> str:
    """The kind in a word or two."""
    return {
        OutcomeKind.ANSWERED: QCoreApplication.translate("outcome", "Answered"),
        OutcomeKind.MISSED: QCoreApplication.translate("outcome", "Missed"),
        OutcomeKind.REACHED: QCoreApplication.translate("outcome", "Reached"),
        OutcomeKind.NOT_REACHED: QCoreApplication.translate("outcome", "Not reached"),
        OutcomeKind.OPEN: QCoreApplication.translate("outcome", "Not told yet"),
    }[kind]


def paint_kind(painter: QPainter, box: QRectF, kind: OutcomeKind, palette: Palette) -> None:
    """Fill the box as the kind's part of a bar."""
    look = _LOOKS[kind]
    hue: QColor = getattr(palette, look.hue)
    if look.pattern is Qt.BrushStyle.SolidPattern:
        painter.fillRect(box, hue)
    elif look.pattern is not Qt.BrushStyle.NoBrush:
        pale = QColor(hue)
        pale.setAlphaF(_PAINT)
        painter.fillRect(box, pale)
        painter.fillRect(box, QBrush(hue, look.pattern))
    if kind is OutcomeKind.REACHED:
        _paint_dots(painter, box, palette.on_hue)
    if look.pattern is not Qt.BrushStyle.SolidPattern:
        painter.setPen(QPen(hue, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def _paint_dots(painter: QPainter, box: QRectF, colour: QColor) -> None:
    pale = QColor(colour)
    pale.setAlphaF(0.55)
    painter.fillRect(box, QBrush(pale, Qt.BrushStyle.Dense6Pattern))
