"""The history's table: a glyph says where a call went, red says that it was missed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from agent_desktop.telephony.call import CallRecord
from agent_desktop.ui.context import Context
from agent_desktop.ui.glyphs import Glyph, paint_glyph
from agent_desktop.ui.models.history_columns import FIGURES, CallLine, Column
from agent_desktop.ui.models.history_model import LINE_ROLE, HistoryModel
from agent_desktop.ui.table import Delegate, Table
from agent_desktop.ui.theme import ICON_SMALL, STEP, font

WIDTHS = tuple(width * STEP for width in (8, 23, 39, 33, 18, 26, 12, 13, 14, 32, 26, 9))
CELL_MARGIN = 11
"""As the headings have it."""
_QUIET = frozenset({Column.WAIT, Column.DID})


def call_glyph(record: CallRecord) -> Glyph:
    """The glyph for where a call went."""
    if record.is_missed:
        return Glyph.MISSED
    return Glyph.OUTGOING if record.direction == "outbound" else Glyph.INCOMING


class CallDelegate(Delegate):
    """Names are bold, unknown ones quiet, missed calls red.

    Paints by itself: a style sheet takes several times as long for a cell, and a screen of them has to be painted
    while someone types.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._fonts = tuple((made, QFontMetrics(made)) for made in (font(tabular=True), font(bold=True, tabular=True)))

    def tone(self, index: QModelIndex | QPersistentModelIndex) -> tuple[QColor, bool]:
        line = index.data(LINE_ROLE)
        assert isinstance(line, CallLine)
        return self._tone(line, index.column())

    def _tone(self, line: CallLine, column: int) -> tuple[QColor, bool]:
        palette = self.theme.palette
        if column == Column.WHO:
            return (palette.text, True) if line.name else (palette.secondary, False)
        if column == Column.OUTCOME and line.record.is_missed:
            return palette.missed, False
        return (palette.secondary if column in _QUIET else palette.text), False

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        palette, box = self.theme.palette, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, palette.selection)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), palette.line)
        line, column = index.data(LINE_ROLE), index.column()
        if column == Column.KIND:
            glyph = call_glyph(line.record)
            colour = palette.missed if glyph is Glyph.MISSED else palette.secondary
            self._mark(painter, box.center().x() - ICON_SMALL // 2, box, glyph, colour)
        elif column == Column.RECORDING:
            if line.record.recording_url:
                self._mark(painter, box.left() + 2 * STEP, box, Glyph.PLAY, palette.accent)
        else:
            self._write(painter, box, index, line)
            if column == Column.WHO and line.note:
                self._mark(painter, box.right() - ICON_SMALL - STEP, box, Glyph.NOTE, palette.secondary)

    def _write(self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex, line: CallLine) -> None:
        text = index.data()
        if not text:
            return
        colour, is_bold = self._tone(line, index.column())
        made, metrics = self._fonts[is_bold]
        noted = ICON_SMALL + STEP if index.column() == Column.WHO and line.note else 0
        room = box.adjusted(CELL_MARGIN, 0, -CELL_MARGIN - noted, -1)
        if "\n" in text:
            text = " ".join(text.split())
        if metrics.horizontalAdvance(text) > room.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(made)
        painter.setPen(colour)
        side = Qt.AlignmentFlag.AlignRight if index.column() in FIGURES else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)

    def _mark(self, painter: QPainter, left: float, box: QRect, glyph: Glyph, colour: QColor) -> None:
        size = ICON_SMALL - STEP / 2
        paint_glyph(painter, QRectF(left, QRectF(box).center().y() - size / 2, size, size), glyph, colour)


class HistoryTable(Table):
    """Shows a HistoryModel."""

    def __init__(self, context: Context, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(context, "", "history", parent)
        self.setAccessibleName(self.tr("Calls"))
        self.setModel(model)
        self.setItemDelegate(CallDelegate(context, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.restore_columns(WIDTHS, hidden=(Column.DID, Column.DISPOSITION))
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSortIndicator(Column.TIME, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
