"""The history's table: a glyph says where a call went, red says that it was missed."""

from functools import lru_cache, partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap, QStaticText
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from agent_desktop.telephony.call import CallRecord
from agent_desktop.ui.context import Context
from agent_desktop.ui.glyphs import Glyph, glyph_pixmap
from agent_desktop.ui.models.history_columns import FIGURES, CallLine, Column
from agent_desktop.ui.models.history_model import HistoryModel
from agent_desktop.ui.table import Delegate, Table
from agent_desktop.ui.theme import ICON_SMALL, STEP, font

WIDTHS = tuple(width * STEP for width in (8, 19, 38, 31, 19, 26, 11, 13, 19, 34, 26, 9))
CELL_MARGIN = 11
"""As the headings have it."""
KEPT_TEXTS = 2000
"""Several screens of them."""
KEPT_GLYPHS = 20
_MARK = ICON_SMALL - STEP // 2
_QUIET = frozenset({Column.WAIT, Column.DID})
_Fonts = tuple[tuple[QFont, QFontMetrics], ...]
_SELECTED = QStyle.StateFlag.State_Selected


def call_glyph(record: CallRecord) -> Glyph:
    """The glyph for where a call went."""
    if record.is_missed:
        return Glyph.MISSED
    return Glyph.OUTGOING if record.direction == "outbound" else Glyph.INCOMING


class CallDelegate(Delegate):
    """Names are bold, unknown ones quiet, missed calls red.

    Paints by itself: a style sheet takes several times as long for a cell, and a screen of them has to be painted
    while someone types. So texts and glyphs that were painted once are kept, ready to be painted again.
    """

    def __init__(self, context: Context, model: HistoryModel, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._model = model
        self._fonts: _Fonts = tuple(
            (made, QFontMetrics(made)) for made in (font(tabular=True), font(bold=True, tabular=True))
        )
        self._fitted = lru_cache(KEPT_TEXTS)(partial(_fit, self._fonts))
        self._glyph = lru_cache(KEPT_GLYPHS)(_drawn)

    def tone(self, index: QModelIndex | QPersistentModelIndex) -> tuple[QColor, bool]:
        return self._tone(self._model.line_at(index.row()), index.column())

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
        if option.state & _SELECTED:
            painter.fillRect(box, palette.selection)
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, palette.line)
        line, column = self._model.line_at(index.row()), index.column()
        if column == Column.KIND:
            glyph = call_glyph(line.record)
            colour = palette.missed if glyph is Glyph.MISSED else palette.secondary
            self._mark(painter, box.center().x() - ICON_SMALL // 2, box, glyph, colour)
        elif column == Column.RECORDING:
            if line.record.recording_url:
                self._mark(painter, box.left() + 2 * STEP, box, Glyph.PLAY, palette.accent)
        else:
            self._write(painter, box, column, line)
            if column == Column.WHO and line.note:
                self._mark(painter, box.right() - ICON_SMALL - STEP, box, Glyph.NOTE, palette.secondary)

    def _write(self, painter: QPainter, box: QRect, column: int, line: CallLine) -> None:
        text = self._model.text(line, Column(column))
        if not text:
            return
        colour, is_bold = self._tone(line, column)
        noted = ICON_SMALL + STEP if column == Column.WHO and line.note else 0
        made, metrics = self._fonts[is_bold]
        shown, width = self._fitted(text, is_bold, box.width() - 2 * CELL_MARGIN - noted)
        left = box.right() + 1 - CELL_MARGIN - width if column in FIGURES else box.left() + CELL_MARGIN
        painter.setFont(made)
        painter.setPen(colour)
        painter.drawStaticText(left, box.top() + (box.height() - 1 - metrics.height()) // 2, shown)

    def _mark(self, painter: QPainter, left: int, box: QRect, glyph: Glyph, colour: QColor) -> None:
        dpr = painter.device().devicePixelRatioF()
        painter.drawPixmap(left, box.top() + (box.height() - _MARK) // 2, self._glyph(glyph, colour.rgba(), dpr))


def _fit(fonts: _Fonts, text: str, is_bold: bool, room: int) -> tuple[QStaticText, int]:
    """The text on one line that is no wider than the room, laid out, and its width."""
    made, metrics = fonts[is_bold]
    fitting = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, room)
    laid_out = QStaticText(fitting)
    laid_out.setTextFormat(Qt.TextFormat.PlainText)
    laid_out.prepare(font=made)
    return laid_out, metrics.horizontalAdvance(fitting)


def _drawn(glyph: Glyph, rgba: int, dpr: float) -> QPixmap:
    return glyph_pixmap(glyph, _MARK, QColor.fromRgba(rgba), dpr)


class HistoryTable(Table):
    """Shows a HistoryModel."""

    def __init__(self, context: Context, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(context, "", "history", parent)
        self.setAccessibleName(self.tr("Calls"))
        self.setModel(model)
        self.setItemDelegate(CallDelegate(context, model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.restore_columns(WIDTHS, hidden=(Column.DID, Column.DISPOSITION))
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSortIndicator(Column.TIME, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
