"""How long calls took to be on the screen: a bar for each span of milliseconds."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from agent_desktop.telephony.latency import EDGES_MS, LatencyFigures
from agent_desktop.ui.theme import STEP, TYPE_SMALL, Theme, font

HEIGHT = 32 * STEP
LINE = 4 * STEP
SHARE = 0.7
"""Of a bar's room that the bar takes."""
SLOW_FROM = EDGES_MS.index(100.0) + 1
"""From this bar on people would notice."""


class LatencyChart(QWidget):
    """Says its figures to screen readers, too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bars: tuple[int, ...] = ()
        self.setFixedHeight(HEIGHT)
        theme.changed.connect(self.update)

    def show_figures(self, figures: LatencyFigures) -> None:
        """Draw these."""
        self._bars = figures.bars
        told = (f"{self._name(place)} ms: {count}" for place, count in enumerate(figures.bars) if count)
        self.setAccessibleName(", ".join(told))
        self.update()

    def _name(self, place: int) -> str:
        return f"≤ {EDGES_MS[place]:g}" if place < len(EDGES_MS) else f"> {EDGES_MS[-1]:g}"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(TYPE_SMALL, tabular=True))
        longest = max(self._bars, default=0) or 1
        width, palette = self.width() / (len(EDGES_MS) + 1), self._theme.palette
        bottom = self.height() - LINE - STEP
        for place, count in enumerate(self._bars):
            room = QRectF(place * width, 0, width, self.height())
            height = max(2.0, (bottom - LINE) * count / longest) if count else 0.0
            bar = QRectF(room.center().x() - width * SHARE / 2, bottom - height, width * SHARE, height)
            painter.fillRect(bar, palette.missed if place >= SLOW_FROM else palette.accent)
            painter.setPen(palette.secondary)
            below = QRectF(room.left(), bottom + STEP, width, LINE)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._name(place))
            if count:
                above = QRectF(room.left(), bar.top() - LINE, width, LINE)
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, f"{count:,}")
        painter.setPen(QPen(palette.line, 1))
        painter.drawLine(0, bottom, self.width(), bottom)
        painter.end()
