"""The history as a table: pages are fetched as one scrolls, and calls appear and change in place as they happen."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer

from agent_desktop.desk.updates import CallChanged
from agent_desktop.errors import AgentDesktopError
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.history import HistoryPage, HistoryQuery
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
from agent_desktop.ui.models.paged_model import Fetch, Index, Loading, PagedModel

FIRST_PAGE = 60
"""More than any screen shows: each row has to be found, and in most orders calls lie far apart."""
NEXT_PAGES = 100
LOOK_AGAIN_MS = 400
"""Calls that only the desk can place are asked for so long after the first of them."""


class HistoryModel(PagedModel[HistoryQuery, HistoryPage]):
    """Calls in any order. What the desk tells of them is newer than the pages that were asked for before."""

    def __init__(
        self, fetch: Fetch[HistoryQuery, HistoryPage], surroundings: Surroundings, parent: QObject | None = None
    ) -> None:
        super().__init__(fetch, HistoryQuery(limit=FIRST_PAGE), parent)
        self._around = surroundings
        self._lines: list[CallLine] = []
        self._by_callid: dict[str, CallLine] = {}
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

    def fetchMore(self, parent: Index) -> None:
        if self._is_looking and self.canFetchMore(parent):
            self._look_again.start()  # what is given up for it
        super().fetchMore(parent)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        key = SORTS.get(Column(column)) if 0 <= column < len(Column) else None
        if key is not None:
            descending = order == Qt.SortOrder.DescendingOrder
            if (key, descending) != (self.query.sort, self.query.descending):
                self.ask(replace(self.query, sort=key, descending=descending))

    # What the panel asks.

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

    # Pages.

    def _ask(
        self,
        query: HistoryQuery,
        done: Callable[[HistoryPage], None],
        failed: Callable[[AgentDesktopError], None],
    ) -> None:
        self._fresh.clear()
        self._is_looking = False
        super()._ask(query, done, failed)

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

    def _clear(self) -> None:
        self._lines = []
        self._by_callid = {}

    def _unlisted(self, page: HistoryPage) -> Sequence[CallRecord]:
        return [record for record in page.rows if record.callid not in self._by_callid]

    def _append(self, page: HistoryPage, rows: Sequence[CallRecord]) -> None:
        for record in rows:
            line = CallLine.of(_told(page, record))
            self._lines.append(line)
            self._by_callid[record.callid] = line

    def _rows_more(self) -> int:
        return NEXT_PAGES

    def _settle(self) -> None:
        """The page was read a moment ago: what changed since then is newer."""
        super()._settle()
        fresh, self._fresh = self._fresh, {}
        for changed in fresh.values():
            self.upsert(changed)

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
