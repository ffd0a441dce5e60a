"""The history's table: a glyph says where a call went, red says that it was missed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from agent_desktop.telephony.call import CallRecord
from agent_desktop.ui.context import Context
from agent_desktop.ui.glyphs import Glyph, paint_glyph
from agent_desktop.ui.models.history_columns import CallLine, Column
from agent_desktop.ui.models.history_model import LINE_ROLE, HistoryModel
from agent_desktop.ui.table import Delegate, Table
from agent_desktop.ui.theme import ICON_SMALL, STEP

WIDTHS = tuple(width * STEP for width in (8, 23, 39, 33, 18, 26, 12, 13, 14, 32, 26, 9))
_QUIET = frozenset({Column.WAIT, Column.DID})


def call_glyph(record: CallRecord) -> Glyph:
    """The glyph for where a call went."""
    if record.is_missed:
        return Glyph.MISSED
    return Glyph.OUTGOING if record.direction == "outbound" else Glyph.INCOMING


class CallDelegate(Delegate):
    """Names are bold, unknown ones quiet, missed calls red."""

    def tone(self, index: QModelIndex | QPersistentModelIndex) -> tuple[QColor, bool]:
        palette, column = self.theme.palette, Column(index.column())
        line = index.data(LINE_ROLE)
        assert isinstance(line, CallLine)
        if column is Column.WHO:
            return (palette.text, True) if line.name else (palette.secondary, False)
        if column is Column.OUTCOME and line.record.is_missed:
            return palette.missed, False
        return (palette.secondary if column in _QUIET else palette.text), False

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        line = index.data(LINE_ROLE)
        box = QRectF(option.rect)
        if index.column() == Column.KIND:
            glyph = call_glyph(line.record)
            colour = self.theme.palette.missed if glyph is Glyph.MISSED else self.theme.palette.secondary
            self._mark(painter, box.center().x() - ICON_SMALL / 2, box, glyph, colour)
        elif index.column() == Column.RECORDING and line.record.recording_url:
            self._mark(painter, box.left() + 2 * STEP, box, Glyph.PLAY, self.theme.palette.accent)
        elif index.column() == Column.WHO and line.note:
            self._mark(painter, box.right() - ICON_SMALL - STEP, box, Glyph.NOTE, self.theme.palette.secondary)

    def _mark(self, painter: QPainter, left: float, box: QRectF, glyph: Glyph, colour: QColor) -> None:
        size = ICON_SMALL - STEP / 2
        paint_glyph(painter, QRectF(left, box.center().y() - size / 2, size, size), glyph, colour)


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
