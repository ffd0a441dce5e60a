"""A table whose rows the desk gives page by page, as one scrolls."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Signal

from agent_desktop.errors import AgentDesktopError
from agent_desktop.telephony.contact import ContactCursor, ContactPage, ContactQuery
from agent_desktop.telephony.history import HistoryCursor, HistoryPage, HistoryQuery

Index = QModelIndex | QPersistentModelIndex


class Cancellable(Protocol):
    """A request that can be given up."""

    def cancel(self) -> None:
        """Give it up."""


Query = TypeVar("Query", HistoryQuery, ContactQuery)
Page = TypeVar("Page", HistoryPage, ContactPage)
Fetch = Callable[[Query, Callable[[Page], None], Callable[[AgentDesktopError], None]], Cancellable]
"""Ask the desk for a page: it calls back with the page or the error, unless cancelled."""


class Loading(Enum):
    """Where the list stands."""

    IDLE = auto()
    FIRST = auto()
    MORE = auto()
    FAILED = auto()
    MORE_FAILED = auto()


class PagedModel(QAbstractTableModel, Generic[Query, Page]):
    """`changed_state` says that `loading`, `error` or `total` are new. One request at a time: the next one gives the
    last one up.
    """

    changed_state = Signal()

    def __init__(self, fetch: Fetch[Query, Page], query: Query, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.query: Query = query
        self.loading = Loading.IDLE
        self.error: AgentDesktopError | None = None
        self.total: int | None = None
        self._fetch: Fetch[Query, Page] = fetch
        self._next: HistoryCursor | ContactCursor | None = None
        self._asked: Cancellable | None = None

    # What each list has of its own.

    def _clear(self) -> None:
        """Hold no rows."""
        raise NotImplementedError

    def _unlisted(self, page: Page) -> Sequence[Any]:
        """The rows of a page that are not held."""
        raise NotImplementedError

    def _append(self, page: Page, rows: Sequence[Any]) -> None:
        """Hold these rows of a page, too."""
        raise NotImplementedError

    def _rows_more(self) -> int:
        """So many rows are asked for as one scrolls."""
        return self.query.limit

    def _settle(self) -> None:
        """What was asked for is here."""
        self._enter(Loading.IDLE)

    # What Qt asks.

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._next is not None and self.loading is Loading.IDLE

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._enter(Loading.MORE)
            following: Query = replace(self.query, after=self._next, limit=self._rows_more())  # type: ignore[arg-type]
            self._ask(following, self._take_more, self._fail_more)

    # What the panel asks.

    @property
    def has_more(self) -> bool:
        """True while the desk has more than is listed."""
        return self._next is not None

    def ask(self, query: Query) -> None:
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

    # Pages.

    def _ask(self, query: Query, done: Callable[[Page], None], failed: Callable[[AgentDesktopError], None]) -> None:
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._fetch(query, done, failed)

    def _take_first(self, page: Page) -> None:
        self.beginResetModel()
        self._clear()
        self._append(page, page.rows)
        self._next, self.total = page.next, page.total
        self.endResetModel()
        self._settle()

    def _take_more(self, page: Page) -> None:
        fresh = self._unlisted(page)
        if fresh:
            count = self.rowCount()
            self.beginInsertRows(QModelIndex(), count, count + len(fresh) - 1)
            self._append(page, fresh)
            self.endInsertRows()
        self._next = page.next
        self.total = page.total if page.total is not None else self.total
        self._settle()

    def _fail_first(self, error: AgentDesktopError) -> None:
        self.beginResetModel()
        self._clear()
        self._next, self.total = None, None
        self.endResetModel()
        self._enter(Loading.FAILED, error)

    def _fail_more(self, error: AgentDesktopError) -> None:
        self._enter(Loading.MORE_FAILED, error)

    def _enter(self, loading: Loading, error: AgentDesktopError | None = None) -> None:
        self.loading, self.error = loading, error
        self.changed_state.emit()
