"""How every table of the window behaves: whole rows, sorted by its header, widths and order remembered."""

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from agent_desktop.ui.context import Context
from agent_desktop.ui.marks import restyle
from agent_desktop.ui.theme import CELL_MARGIN, ROW_HEIGHT, STEP, TYPE_BODY, TYPE_SMALL, font


class Table(QTableView):
    """A quiet table. `name` is for screen readers, `key` is under which its columns are remembered.

    `acted` carries the row on which Enter was pressed, or that was double-clicked. Qt's own `activated` follows the
    desktop, where a single click may be enough: too little for a dial.
    """

    acted = Signal(QModelIndex)
    menu_wanted = Signal(QModelIndex, QPoint)
    """A row, and where on the screen its menu goes; by the menu key, the current row."""

    def __init__(self, context: Context, name: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = context.memory
        self._key = f"columns/{key}"
        self._is_awaited = False
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerWidget(QWidget())
        rows = self.verticalHeader()
        rows.hide()
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setSectionsMovable(True)
        columns.setMinimumSectionSize(7 * STEP)
        columns.setFont(font(TYPE_SMALL))
        columns.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        columns.customContextMenuRequested.connect(lambda at: self.open_column_menu(columns.viewport().mapToGlobal(at)))
        self._column_menu = QMenu(self)
        self.doubleClicked.connect(self.acted)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.rowsInserted.connect(self._take_up)
            model.modelReset.connect(self._take_up)

    def enter(self) -> None:
        """Take the focus, with a row for the keys to act on: the selected one, else the first, once there is one."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._is_awaited = True
        self._take_up()

    def _take_up(self) -> None:
        if self._is_awaited and self.model().rowCount():
            self._is_awaited = False
            if not self.selectionModel().hasSelection():
                self.selectRow(max(0, self.currentIndex().row()))

    def restore_columns(self, widths: tuple[int, ...], hidden: tuple[int, ...] = ()) -> None:
        """Columns as they were left, else these widths, in pixels, or wider for their headings, and these not shown."""
        if not self.horizontalHeader().restoreState(self._memory.state(self._key)):
            shown = [column for column in range(len(widths)) if column not in hidden]
            wanted = {column: max(widths[column], self._heading_width(column)) for column in shown}
            # What longer headings take, the widest column gives: the table is as wide as it was.
            wanted[max(shown, key=widths.__getitem__)] -= sum(wanted.values()) - sum(widths[one] for one in shown)
            for column, width in enumerate(widths):
                self.setColumnWidth(column, wanted.get(column, width))
            for column in hidden:
                self.setColumnHidden(column, True)

    def _heading_width(self, column: int) -> int:
        """What the heading needs; Qt's own hint has room for a bold one, and more."""
        heading = self.model().headerData(column, Qt.Orientation.Horizontal) or ""
        return self.horizontalHeader().fontMetrics().horizontalAdvance(heading) + 2 * CELL_MARGIN

    def keep_columns(self) -> None:
        """Remember widths and order."""
        self._memory.keep_state(self._key, self.horizontalHeader().saveState())

    def open_column_menu(self, at: QPoint) -> QMenu:
        """Offer to show and hide columns, at a point of the screen."""
        menu = self._column_menu
        menu.clear()
        for column in range(self.model().columnCount()):
            spoken = self.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
            name = spoken or self.model().headerData(column, Qt.Orientation.Horizontal)
            if name:
                action = menu.addAction(name)
                action.setCheckable(True)
                action.setChecked(not self.isColumnHidden(column))
                action.toggled.connect(partial(self._show_column, column))
        menu.popup(at)
        return menu

    def _show_column(self, column: int, is_shown: bool) -> None:
        shown = sum(not self.isColumnHidden(place) for place in range(self.model().columnCount()))
        if is_shown or shown > 1:
            self.setColumnHidden(column, not is_shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.acted.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, at = self.indexAt(event.pos()), event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        if index.isValid():
            self.menu_wanted.emit(index, at)

    def selected_rows(self) -> list[int]:
        """The model's rows that are selected, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def copy(self) -> None:
        """Put the selected rows on the clipboard as text."""
        QGuiApplication.clipboard().setText("\n".join(self.row_text(row) for row in self.selected_rows()))

    def row_text(self, row: int) -> str:
        """A row as text: the columns as they stand, tabs between them."""
        header, model = self.horizontalHeader(), self.model()
        columns = (header.logicalIndex(place) for place in range(header.count()))
        columns = (column for column in columns if not header.isSectionHidden(column))
        texts = [str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) or "") for column in columns]
        return "\t".join(texts).strip("\t")


class TableCard(QFrame):
    """A surface with round corners around a table: it shows the table's focus, for which the table has no edge."""

    def __init__(self, table: QWidget) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            restyle(self, "focused card" if event.type() == QEvent.Type.FocusIn else "card")
        return super().eventFilter(watched, event)


def in_card(table: QWidget) -> QFrame:
    """The table on a surface of its own with round corners."""
    card = TableCard(table)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(STEP // 2, 2 * STEP, STEP // 2, 2 * STEP)
    layout.addWidget(table)
    return card


class Delegate(QStyledItemDelegate):
    """Paints a cell's text in `tone(index)`: a colour of the palette and whether it is bold."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = context.theme
        self._plain = font(TYPE_BODY, tabular=True)
        self._bold = font(TYPE_BODY, bold=True, tabular=True)

    def tone(self, index: QModelIndex | QPersistentModelIndex) -> tuple[QColor, bool]:
        """The text's colour, and whether it is bold."""
        return self.theme.palette.text, False

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        colour, is_bold = self.tone(index)
        option.font = self._bold if is_bold else self._plain
        palette = QPalette(option.palette)
        palette.setColor(QPalette.ColorRole.Text, colour)
        palette.setColor(QPalette.ColorRole.HighlightedText, colour)
        option.palette = palette
