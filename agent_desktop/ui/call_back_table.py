"""The table of call-backs: what is due stands out; single keys snooze, note and finish the selected row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QWidget

from agent_desktop.telephony.call_back import CallBack
from agent_desktop.ui.context import Context
from agent_desktop.ui.models.call_back_model import CALL_BACK_ROLE, SORT_ROLE, CallBackColumn, CallBackModel
from agent_desktop.ui.table import Delegate, Table

WIDTHS = (144, 136, 132, 50, 108, 70, 56, 44, 64)
_QUIET = frozenset({CallBackColumn.LAST, CallBackColumn.WAITED, CallBackColumn.TRIED, CallBackColumn.NOTE})


class CallBackDelegate(Delegate):
    """Names are bold; a time that the agent set and that has come is red."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._now = context.now

    def tone(self, index: QModelIndex | QPersistentModelIndex) -> tuple[QColor, bool]:
        palette, column = self.theme.palette, CallBackColumn(index.column())
        one = index.data(CALL_BACK_ROLE)
        assert isinstance(one, CallBack)
        if column is CallBackColumn.WHO:
            return (palette.text, True) if one.name else (palette.secondary, False)
        if column is CallBackColumn.STATE:
            is_overdue = one.wakes_at > 0 and one.is_due(self._now())
            is_waiting = one.is_open and not one.is_snoozed(self._now())
            return (palette.missed if is_overdue else palette.text if is_waiting else palette.secondary), is_overdue
        return (palette.secondary if column in _QUIET else palette.text), False


class CallBackTable(Table):
    """`key_pressed` carries the letter of what is wanted for the current row: S, D, N, T."""

    key_pressed = Signal(str)

    def __init__(self, context: Context, model: CallBackModel, parent: QWidget | None = None) -> None:
        super().__init__(context, "", "call_backs", parent)
        self.setAccessibleName(self.tr("Call-backs"))
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(model)
        self.sorted.setSortRole(SORT_ROLE)
        self.setModel(self.sorted)
        self.setItemDelegate(CallBackDelegate(context, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.restore_columns(WIDTHS)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSortIndicator(CallBackColumn.STATE, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for key in ("S", "D", "N", "T"):
            self._listen(key, key)
        self._listen("Del", "D")

    def _listen(self, key: str, meaning: str) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda: self.key_pressed.emit(meaning))

    @property
    def current(self) -> CallBack | None:
        """The current row's."""
        return self.at(self.currentIndex())

    def at(self, index: QModelIndex | QPersistentModelIndex) -> CallBack | None:
        """Who stands in that row."""
        one = index.data(CALL_BACK_ROLE) if index.isValid() else None
        return one if isinstance(one, CallBack) else None

    def select(self, canonical: str) -> None:
        """Make a number's row the current one, where it is listed."""
        rows = (self.sorted.index(row, 0) for row in range(self.sorted.rowCount()))
        index = next((index for index in rows if (one := self.at(index)) and one.canonical == canonical), None)
        if index is not None:
            self.setCurrentIndex(index)
            self.scrollTo(index)
