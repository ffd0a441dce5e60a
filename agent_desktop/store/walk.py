"""All calls that a query asks for, page by page, as they were at one moment."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from agent_desktop.errors import ExportStopped
from agent_desktop.store import search
from agent_desktop.store.database import connect_read_only
from agent_desktop.store.failures import translated
from agent_desktop.telephony.history import HistoryPage, HistoryQuery

ROWS_AT_ONCE = 1000
_STEPS_BETWEEN_CHECKS = 10_000


@dataclass(frozen=True, slots=True)
class Walk:
    """`total` is exact: as many rows as `pages` will give."""

    total: int
    pages: Iterator[HistoryPage]


@contextmanager
def walk(path: Path, query: HistoryQuery, is_stopped: Callable[[], bool]) -> Iterator[Walk]:
    """Walk on a connection of our own, in one read transaction: what is written meanwhile neither doubles a row nor
    takes one away. The query's limit does not count. Blocks; raises StoreFailed, and ExportStopped soon after
    `is_stopped` says so.
    """
    connection = connect_read_only(path)
    if connection is None:
        yield Walk(0, iter(()))
        return
    with closing(connection):
        connection.set_progress_handler(is_stopped, _STEPS_BETWEEN_CHECKS)
        with translated(), _ended_by(is_stopped):
            connection.execute("BEGIN")
            total = search.over_matches(connection, query, "count(*)")[0][0]
        yield Walk(total, _pages(connection, replace(query, limit=ROWS_AT_ONCE, after=None), is_stopped))


def _pages(
    connection: sqlite3.Connection, query: HistoryQuery, is_stopped: Callable[[], bool]
) -> Iterator[HistoryPage]:
    while True:
        with translated(), _ended_by(is_stopped):
            page = search.page(connection, query)
        yield page
        if page.next is None:
            return
        query = replace(query, after=page.next)


@contextmanager
def _ended_by(is_stopped: Callable[[], bool]) -> Iterator[None]:
    if is_stopped():
        raise ExportStopped
    try:
        yield
    except sqlite3.OperationalError as error:
        if is_stopped():
            raise ExportStopped from error
        raise
