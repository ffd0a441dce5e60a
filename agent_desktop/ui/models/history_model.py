"""The history as a table: pages are fetched as one scrolls, and calls appear and change in place as they happen."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import Enum, auto
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from agent_desktop.desk.updates import CallChanged
from agent_desktop.errors import AgentDesktopError
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.history import HistoryCursor, HistoryPage, HistoryQuery
from agent_desktop.ui.models.history_columns import (
    FIGURES,
    SORTS,
    CallLine,
    Column,
    Surroundings,
    cell,
    heading,
    may_match,
    spoken,
    tip,
)

Index = QModelIndex | QPersistentModelIndex

LOOK_AGAIN_MS = 400
"""Calls that only the desk can place are asked for so long after the first of them."""


class Cancellable(Protocol):
    """A request that can be given up."""

    def cancel(self) -> None:
        """Give it up."""


Fetch = Callable[[HistoryQuery, Callable[[HistoryPage], None], Callable[[AgentDesktopError], None]], Cancellable]
"""Ask the desk for a page: it calls back with the page or the error, unless cancelled."""


class Loading(Enum):
    """Where the list stands."""

    IDLE = auto()
    FIRST = auto()
    MORE = auto()
    FAILED = auto()
    MORE_FAILED = auto()


class HistoryModel(QAbstractTableModel):
    """`changed_state` says that `loading`, `error` or `total` are new."""

    changed_state = Signal()

    def __init__(self, fetch: Fetch, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.query = HistoryQuery()
        self.loading = Loading.IDLE
        self.error: AgentDesktopError | None = None
        self.total: int | None = None
        self._fetch = fetch
        self._around = surroundings
        self._lines: list[CallLine] = []
        self._by_callid: dict[str, CallLine] = {}
        self._next: HistoryCursor | None = None
        self._asked: Cancellable | None = None
        self._fresh: dict[str, CallChanged] = {}
        self._is_looking = False
        self._look_again = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self.look_again)

    # What Qt asks.

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell(line, column, self._around)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(line, column, self._around)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column in FIGURES else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(line, column, self._around)
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            # Too narrow for their names, which the menu of columns says.
            return "" if section in (Column.KIND, Column.RECORDING) else heading(Column(section))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return heading(Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if Column(section) in FIGURES else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._next is not None and self.loading is Loading.IDLE

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            if self._is_looking:
                self._look_again.start()
            self._enter(Loading.MORE)
            self._ask(replace(self.query, after=self._next), self._take_more, self._fail_more)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        key = SORTS.get(Column(column)) if 0 <= column < len(Column) else None
        if key is not None:
            descending = order == Qt.SortOrder.DescendingOrder
            if (key, descending) != (self.query.sort, self.query.descending):
                self.ask(replace(self.query, sort=key, descending=descending))

    # What the panel asks.

    def ask(self, query: HistoryQuery) -> None:
        """List this instead. The old rows stay until the first page is there."""
        self.query = replace(query, after=None)
        self._enter(Loading.FIRST)
        self._ask(self.query, self._take_first, self._fail_first)

    def try_again(self) -> None:
        """After a failure, or after `cancel`."""
        if self.loading is Loading.MORE_FAILED:
            self._enter(Loading.IDLE)
            self.fetchMore(QModelIndex())
        else:
            self.ask(self.query)

    def cancel(self) -> None:
        """Stop waiting for the first page."""
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        self._enter(Loading.IDLE)

    def look_again(self) -> None:
        """Take in what is new of the first page, without moving what can be seen."""
        if self.loading in (Loading.IDLE, Loading.MORE_FAILED):
            self._ask(self.query, self._merge_first, lambda _: None)
            self._is_looking = True
        elif self.loading is not Loading.FAILED:
            self._look_again.start()

    def upsert(self, changed: CallChanged) -> None:
        """A call is new or known better."""
        if self.loading in (Loading.FIRST, Loading.MORE):
            waiting = self._fresh.get(changed.record.callid)
            self._fresh[changed.record.callid] = changed if waiting is None else changed.after(waiting)
        line = self._by_callid.get(changed.record.callid)
        if line is not None:
            line.take_in(changed)
            row = self._lines.index(line)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
        elif self.loading is not Loading.FIRST:
            self._place(changed)

    def line_at(self, row: int) -> CallLine:
        """The call in a row."""
        return self._lines[row]

    def text(self, line: CallLine, column: Column) -> str:
        """What a cell shows."""
        return cell(line, column, self._around)

    def row_of(self, callid: str) -> int | None:
        """Where a call stands."""
        line = self._by_callid.get(callid)
        return None if line is None else self._lines.index(line)

    def keep_note(self, callid: str, note: str) -> None:
        """The note was changed here."""
        row = self.row_of(callid)
        if row is not None:
            self._lines[row].note = note
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def keep_disposition(self, callid: str, disposition: str) -> None:
        """What the call came to was changed here."""
        row = self.row_of(callid)
        if row is not None:
            self._lines[row].disposition = disposition
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    @property
    def has_more(self) -> bool:
        """True while the desk has more calls than are listed."""
        return self._next is not None

    # Pages.

    def _ask(
        self,
        query: HistoryQuery,
        done: Callable[[HistoryPage], None],
        failed: Callable[[AgentDesktopError], None],
    ) -> None:
        if self._asked is not None:
            self._asked.cancel()
        self._fresh.clear()
        self._is_looking = False
        self._asked = self._fetch(query, done, failed)

    def _take_first(self, page: HistoryPage) -> None:
        self.beginResetModel()
        self._lines = []
        self._by_callid = {}
        self._append(page, page.rows)
        self._next, self.total = page.next, page.total
        self.endResetModel()
        self._settle()

    def _take_more(self, page: HistoryPage) -> None:
        fresh = [record for record in page.rows if record.callid not in self._by_callid]
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(fresh) - 1)
            self._append(page, fresh)
            self.endInsertRows()
        self._next = page.next
        self.total = page.total if page.total is not None else self.total
        self._settle()

    def _merge_first(self, page: HistoryPage) -> None:
        self._is_looking = False
        self.total = page.total
        for place, record in enumerate(page.rows):
            changed = _told(page, record)
            if record.callid in self._by_callid:
                self.upsert(changed)
            else:
                self._insert(min(place, len(self._lines)), changed)
        self.changed_state.emit()

    def _fail_first(self, error: AgentDesktopError) -> None:
        self.beginResetModel()
        self._lines = []
        self._by_callid = {}
        self._next, self.total = None, None
        self.endResetModel()
        self._enter(Loading.FAILED, error)

    def _fail_more(self, error: AgentDesktopError) -> None:
        self._enter(Loading.MORE_FAILED, error)

    def _append(self, page: HistoryPage, records: Iterable[CallRecord]) -> None:
        for record in records:
            line = CallLine.of(_told(page, record))
            self._lines.append(line)
            self._by_callid[record.callid] = line

    def _settle(self) -> None:
        """The page was read a moment ago: what changed since then is newer."""
        self._enter(Loading.IDLE)
        fresh, self._fresh = self._fresh, {}
        for changed in fresh.values():
            self.upsert(changed)

    def _enter(self, loading: Loading, error: AgentDesktopError | None = None) -> None:
        self.loading, self.error = loading, error
        self.changed_state.emit()

    # Rows.

    def _place(self, changed: CallChanged) -> None:
        """Put a call that was not listed where it belongs. Text and other orders are the desk's to judge."""
        query, record = self.query, changed.record
        if not may_match(record, query):
            return
        if query.text or query.sort != "started":
            if not self._look_again.isActive():
                self._look_again.start()
            return
        sign = -1 if query.descending else 1
        row = bisect_left(self._lines, sign * record.started, key=lambda line: sign * line.record.started)
        if self.total is not None:
            self.total += 1
        if row < len(self._lines) or not self.has_more:
            self._insert(row, changed)
        self.changed_state.emit()

    def _insert(self, row: int, changed: CallChanged) -> None:
        line = CallLine.of(changed)
        self.beginInsertRows(QModelIndex(), row, row)
        self._lines.insert(row, line)
        self._by_callid[changed.record.callid] = line
        self.endInsertRows()


def _told(page: HistoryPage, record: CallRecord) -> CallChanged:
    callid = record.callid
    return CallChanged(
        record, page.names.get(callid, ""), page.notes.get(callid, ""), page.dispositions.get(callid, "")
    )
