"""The day picture itself: a stacked bar for each hour or day, and below it how long was talked."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from agent_desktop.telephony.outcome import OutcomeKind
from agent_desktop.ui.announce import announce
from agent_desktop.ui.models.day_bars import Bar, top
from agent_desktop.ui.outcome_look import KINDS, paint_kind
from agent_desktop.ui.plain import plain_tip
from agent_desktop.ui.theme import STEP, TYPE_SMALL, Theme, font

HEIGHT = 29 * STEP
AXIS_WIDTH = 10 * STEP
AXIS_HEIGHT = 5 * STEP
TALK_HEIGHT = 5 * STEP
WIDEST_BAR = 10 * STEP
SHARE = 0.7
"""Of a bar's room that the bar takes."""

Spot = tuple[int, OutcomeKind | None]
"""A bar by its place, and the part of it; None is the whole bar."""


class DayChart(QWidget):
    """`chosen` carries a Spot. `words` gives the name under a bar; `tell` says a Spot in full."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, words: Callable[[Bar], str], tell: Callable[[Bar, OutcomeKind | None], str], talk: str
    ) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._tell = tell
        self._talk = talk
        self._bars: tuple[Bar, ...] = ()
        self._shown: Spot | None = None
        self._focused: Spot = (0, None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFixedHeight(HEIGHT)
        theme.changed.connect(self.update)

    def show_bars(self, bars: tuple[Bar, ...], shown: Spot | None) -> None:
        """Draw these. `shown` is what the list is narrowed to."""
        self._bars = bars
        self._shown = shown
        if self._focused[0] >= len(bars):
            self._focused = (0, None)
        self.update()

    # Where things are.

    def _plot(self) -> QRectF:
        whole = QRectF(self.rect())
        return whole.adjusted(AXIS_WIDTH, STEP, 0, -AXIS_HEIGHT - TALK_HEIGHT)

    def _room(self, place: int) -> QRectF:
        plot = self._plot()
        width = plot.width() / len(self._bars)
        return QRectF(plot.left() + place * width, plot.top(), width, plot.height())

    def part_box(self, place: int, kind: OutcomeKind) -> QRectF:
        """Where a part of a bar is; empty where it has no such calls."""
        room, bar = self._room(place), self._bars[place]
        width = min(room.width() * SHARE, WIDEST_BAR)
        scale = room.height() / self._top()
        below = sum(bar.counts.get(other, 0) for other in KINDS[: KINDS.index(kind)])
        height = bar.counts.get(kind, 0) * scale
        return QRectF(room.center().x() - width / 2, room.bottom() - below * scale - height, width, height)

    def _top(self) -> int:
        return top(max(bar.total for bar in self._bars))

    def spot_at(self, point: QPointF) -> Spot | None:
        """What a click there would choose."""
        for place, bar in enumerate(self._bars):
            room = self._room(place)
            if room.left() <= point.x() < room.right() and bar.total:
                part = (kind for kind in KINDS if self.part_box(place, kind).contains(point))
                return place, next(part, None)
        return None

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._bars:
            painter.setFont(font(TYPE_SMALL, tabular=True))
            self._paint_axis(painter)
            longest = max(bar.talk_s for bar in self._bars) or 1
            for place in range(len(self._bars)):
                self._paint_bar(painter, place, longest)
            self._paint_frames(painter)
        painter.end()

    def _paint_axis(self, painter: QPainter) -> None:
        plot, palette = self._plot(), self._theme.palette
        end = self._top()
        for share, figure in ((0.0, 0), (0.5, end / 2), (1.0, end)):
            y = plot.bottom() - share * plot.height()
            painter.setPen(QPen(palette.line, 1))
            painter.drawLine(QPointF(plot.left(), round(y) + 0.5), QPointF(plot.right(), round(y) + 0.5))
            if figure == int(figure):
                box = QRectF(0, y - 2 * STEP, AXIS_WIDTH - 2 * STEP, 4 * STEP)
                self._write(painter, box, f"{int(figure):,}", Qt.AlignmentFlag.AlignRight)
        talk = QRectF(0, self.height() - TALK_HEIGHT, AXIS_WIDTH - 2 * STEP, TALK_HEIGHT)
        self._write(painter, talk, self._talk, Qt.AlignmentFlag.AlignRight)

    def _paint_bar(self, painter: QPainter, place: int, longest: int) -> None:
        room, bar, palette = self._room(place), self._bars[place], self._theme.palette
        for kind in KINDS:
            box = self.part_box(place, kind)
            if not box.isEmpty():
                paint_kind(painter, box, kind, palette)
        name = self._words(bar)
        if painter.fontMetrics().horizontalAdvance(name) < room.width() or place % 2 == 0:
            below = QRectF(room.left() - STEP, room.bottom(), room.width() + 2 * STEP, AXIS_HEIGHT)
            self._write(painter, below, name, Qt.AlignmentFlag.AlignHCenter)
        if bar.talk_s:
            height = max(1.0, (TALK_HEIGHT - STEP) * bar.talk_s / longest)
            width = min(room.width() * SHARE, WIDEST_BAR)
            painter.fillRect(QRectF(room.center().x() - width / 2, self.height() - height, width, height), palette.grey)

    def _write(self, painter: QPainter, box: QRectF, text: str, side: Qt.AlignmentFlag) -> None:
        painter.setPen(self._theme.palette.secondary)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_frames(self, painter: QPainter) -> None:
        palette = self._theme.palette
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._shown is not None:
            painter.setPen(QPen(palette.accent, 2))
            painter.drawRoundedRect(self._frame(self._shown), 3, 3)
        if self.hasFocus() and self._focused != self._shown:
            painter.setPen(QPen(palette.text, 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self._frame(self._focused), 3, 3)

    def _frame(self, spot: Spot) -> QRectF:
        place, kind = spot
        box = self._room(place) if kind is None else self.part_box(place, kind)
        return box.adjusted(1, 1, -1, -1) if kind is None else box.adjusted(-2, -2, 2, 2)

    # Pointer and keys.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self._focused = spot
            self.chosen.emit(spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pointing = self.spot_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spot = self.spot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(self._said(spot)) if spot else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._bars:
            super().keyPressEvent(event)
            return
        place, kind = self._focused
        match event.key():
            case Qt.Key.Key_Left:
                self._focus((max(0, place - 1), None))
            case Qt.Key.Key_Right:
                self._focus((min(len(self._bars) - 1, place + 1), None))
            case Qt.Key.Key_Home:
                self._focus((0, None))
            case Qt.Key.Key_End:
                self._focus((len(self._bars) - 1, None))
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                parts = [None, *(part for part in KINDS if self._bars[place].counts.get(part))]
                at = parts.index(kind) if kind in parts else 0
                step = 1 if event.key() == Qt.Key.Key_Up else -1
                self._focus((place, parts[max(0, min(len(parts) - 1, at + step))]))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self._bars[place].total:
                self.chosen.emit(self._focused)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._bars:
            self._focus(self._focused)

    def _focus(self, spot: Spot) -> None:
        self._focused = spot
        words = self._said(spot)
        self.setAccessibleDescription(words)
        announce(self, words)
        self.update()

    def _said(self, spot: Spot) -> str:
        return self._tell(self._bars[spot[0]], spot[1])
