"""The history's table: a glyph says where a call went, red says that it was missed."""

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QWidget

from agent_desktop.telephony.call import CallRecord
from agent_desktop.ui.context import Context
from agent_desktop.ui.glyphs import Glyph, glyph_pixmap
from agent_desktop.ui.models.history_columns import FIGURES, CallLine, Column
from agent_desktop.ui.models.history_model import HistoryModel
from agent_desktop.ui.table import Delegate, Table
from agent_desktop.ui.theme import CELL_MARGIN, ICON_SMALL, STEP, Palette, Theme, font

WIDTHS = (28, 105, 134, 116, 70, 104, 42, 56, 66, 159, 104, 28)
KEPT_TEXTS = 2000
"""Several screens of them."""
KEPT_GLYPHS = 20
_MARK = ICON_SMALL - STEP // 2
_QUIET = frozenset({Column.WAIT, Column.DID})
_TOP = QModelIndex()


def call_glyph(record: CallRecord) -> Glyph:
    """The glyph for where a call went."""
    if record.is_missed:
        return Glyph.MISSED
    return Glyph.OUTGOING if record.direction == "outbound" else Glyph.INCOMING


def _tone(palette: Palette, line: CallLine, column: Column) -> tuple[QColor, bool]:
    if column is Column.WHO:
        return (palette.text, True) if line.name else (palette.secondary, False)
    if column is Column.OUTCOME and line.record.is_missed:
        return palette.missed, False
    return (palette.secondary if column in _QUIET else palette.text), False


class CallDelegate(Delegate):
    """Names are bold, unknown ones quiet, missed calls red. Tells how wide a cell is; CallPainter paints it."""

    def __init__(self, context: Context, model: HistoryModel, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._model = model

    def tone(self, index: QModelIndex | QPersistentModelIndex) -> tuple[QColor, bool]:
        return _tone(self.theme.palette, self._model.line_at(index.row()), Column(index.column()))


class Cell(NamedTuple):
    """A column that is painted, in pixels of the viewport."""

    column: Column
    left: int
    width: int


class CallPainter:
    """Paints the rows, as a CallDelegate would and in a fraction of its time: asking a delegate and the style sheet for
    each cell takes longer than the text does, and a screen of rows has to be painted while someone types. For the same
    reason glyphs that were painted once are kept, and how much of a text there is room for.
    """

    def __init__(self, theme: Theme, model: HistoryModel) -> None:
        self._theme = theme
        self._model = model
        self._fonts = tuple((made, QFontMetrics(made)) for made in (font(tabular=True), font(bold=True, tabular=True)))
        self._fitted = lru_cache(KEPT_TEXTS)(partial(_fit, self._fonts))
        self._glyph = lru_cache(KEPT_GLYPHS)(_drawn)
        self._plain, metrics = self._fonts[0]
        self._text_height, self._ascent = metrics.height(), metrics.ascent()

    def paint(self, painter: QPainter, rows: Sequence[tuple[int, QRect, bool]], cells: Sequence[Cell]) -> None:
        """Rows of the model, each with its place and whether it is selected."""
        palette = self._theme.palette
        painter.setFont(self._plain)
        for row, box, is_selected in rows:
            if is_selected:
                painter.fillRect(box, palette.selection)
            painter.fillRect(box.left(), box.bottom(), box.width(), 1, palette.line)
            line = self._model.line_at(row)
            top, height = box.top(), box.height()
            for cell in cells:
                self._paint_cell(painter, line, cell, top, height)

    def _paint_cell(self, painter: QPainter, line: CallLine, cell: Cell, top: int, height: int) -> None:
        palette, (column, left, width) = self._theme.palette, cell
        if column is Column.KIND:
            glyph = call_glyph(line.record)
            colour = palette.missed if glyph is Glyph.MISSED else palette.secondary
            self._mark(painter, left + (width - ICON_SMALL) // 2, top, height, glyph, colour)
        elif column is Column.RECORDING:
            if line.record.recording_url:
                self._mark(painter, left + 2 * STEP, top, height, Glyph.PLAY, palette.accent)
        elif text := self._model.text(line, column):
            colour, is_bold = _tone(palette, line, column)
            room = width - 2 * CELL_MARGIN
            if column is Column.WHO and line.note:
                room -= ICON_SMALL + STEP
                self._mark(painter, left + width - 1 - ICON_SMALL - STEP, top, height, Glyph.NOTE, palette.secondary)
            shown, needed = self._fitted(text, is_bold, room)
            left += width - CELL_MARGIN - needed if column in FIGURES else CELL_MARGIN
            painter.setPen(colour)
            baseline = top + (height - 1 - self._text_height) // 2 + self._ascent
            if is_bold:
                painter.setFont(self._fonts[True][0])
                painter.drawText(left, baseline, shown)
                painter.setFont(self._plain)
            else:
                painter.drawText(left, baseline, shown)

    def _mark(self, painter: QPainter, left: int, top: int, height: int, glyph: Glyph, colour: QColor) -> None:
        dpr = painter.device().devicePixelRatioF()
        painter.drawPixmap(left, top + (height - _MARK) // 2, self._glyph(glyph, colour.rgba(), dpr))


def _fit(fonts: Sequence[tuple[QFont, QFontMetrics]], text: str, is_bold: bool, room: int) -> tuple[str, int]:
    """What is shown of a text on one line that is no wider than the room, and its width."""
    metrics = fonts[is_bold][1]
    shown = " ".join(text.split())
    width = metrics.horizontalAdvance(shown)
    if width > room:
        shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(shown)
    return shown, width


def _drawn(glyph: Glyph, rgba: int, dpr: float) -> QPixmap:
    return glyph_pixmap(glyph, _MARK, QColor.fromRgba(rgba), dpr)


class HistoryTable(Table):
    """Shows a HistoryModel."""

    def __init__(self, context: Context, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(context, "", "history", parent)
        self.setAccessibleName(self.tr("Calls"))
        self.setModel(model)
        self.setItemDelegate(CallDelegate(context, model, self))
        self._painter = CallPainter(context.theme, model)
        self._canvas = self.viewport()  # the first to ask for one waits for the binding: 20 ms
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.restore_columns(WIDTHS, hidden=(Column.DID, Column.DISPOSITION))
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSortIndicator(Column.TIME, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        area, header, selection = event.rect(), self.horizontalHeader(), self.selectionModel()
        places = ((column, header.sectionViewportPosition(column), header.sectionSize(column)) for column in Column)
        cells = [Cell(*place) for place in places if _is_within(place[1], place[2], area.left(), area.right())]
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        if first < 0 or not cells:
            return
        left, right = min(cell.left for cell in cells), max(cell.left + cell.width for cell in cells)
        rows = [
            (
                row,
                QRect(left, self.rowViewportPosition(row), right - left, self.rowHeight(row)),
                selection.isRowSelected(row, _TOP),
            )
            for row in range(first, 1 + (last if last >= 0 else self.model().rowCount() - 1))
        ]
        painter = QPainter(self._canvas)
        self._painter.paint(painter, rows, cells)
        painter.end()


def _is_within(left: int, width: int, first: int, last: int) -> bool:
    """Whether a section, whose width is 0 where it is hidden, is seen between two places."""
    return width > 0 and left <= last and left + width > first
