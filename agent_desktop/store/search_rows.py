"""Calls that a search found: which of some fit the query, and the page that shows them."""

import sqlite3
from collections.abc import Iterable
from itertools import islice
from typing import Any

from agent_desktop.store.calls import RECORD_COLUMNS, REMARKS, record_of
from agent_desktop.store.search_terms import Condition, Wanted
from agent_desktop.telephony.history import HistoryCursor, HistoryPage

COUNTED = 1000
"""More matches than this are "many": they are not counted, and not sorted but read in order."""

_ROWS_AT_ONCE = 500
_COLUMNS = ", ".join(("calls.id", *RECORD_COLUMNS, *REMARKS))
_ROWS = " ".join(("SELECT", _COLUMNS, "FROM calls JOIN call_detail USING (id) WHERE calls.id IN"))

Key = tuple[Any, int]
"""A call's value in the wanted order, and its id."""


def keys_among(
    connection: sqlite3.Connection, wanted: Wanted, ids: Iterable[int], more: tuple[Condition, ...] = ()
) -> list[Key]:
    """The keys of those that fit the query, in no order."""
    text = " CROSS JOIN call_text ON call_text.id = calls.id" if wanted.fragments else ""
    conditions = (*wanted.filters(), *wanted.days("+calls.id"), *wanted.contained(), *more)
    fits = "".join(f" AND {condition.sql}" for condition in conditions)
    values = [value for condition in conditions for value in condition.values]
    keys: list[Key] = []
    for some in portions(ids):
        these = ", ".join("?" * len(some))
        select = (
            "SELECT calls.",
            wanted.order,
            ", calls.id FROM calls",
            text,
            " WHERE calls.id IN (",
            these,
            ")",
            fits,
        )
        keys += connection.execute("".join(select), (*some, *values))
    return keys


def page_of_few(connection: sqlite3.Connection, wanted: Wanted, keys: list[Key]) -> HistoryPage:
    """A page of all that the query lists."""
    query = wanted.query
    total = len(keys)
    keys = behind(wanted, keys)
    keys.sort(reverse=query.descending)
    limit = max(1, query.limit)
    return page_of(connection, keys[: limit + 1], limit, total)


def behind(wanted: Wanted, keys: list[Key]) -> list[Key]:
    """The keys that come after the query's cursor."""
    after = wanted.query.after
    if after is None:
        return keys
    last = (after.value, after.id)
    return [key for key in keys if (key < last if wanted.query.descending else key > last)]


def page_of(connection: sqlite3.Connection, keys: list[Key], limit: int, total: int | None) -> HistoryPage:
    """The page with the first of these calls; one more says that there are more."""
    last = keys[limit - 1] if len(keys) > limit else None
    following = None if last is None else HistoryCursor(last[0], last[1], total)
    ids = [key for _, key in keys[:limit]]
    rows: dict[int, tuple[Any, ...]] = {}
    for some in portions(ids):
        for row in connection.execute(f"{_ROWS} ({', '.join('?' * len(some))})", some):
            rows[row[0]] = row[1:]
    ordered = [rows[key] for key in ids if key in rows]  # a damaged index of texts may know others
    remarks = [{row[0]: row[place] for row in ordered if row[place]} for place in range(-len(REMARKS), 0)]
    names, notes, dispositions = remarks
    return HistoryPage(tuple(map(record_of, ordered)), following, total, names, notes, dispositions)


def portions(ids: Iterable[int]) -> list[tuple[int, ...]]:
    """So many at a time as any SQLite takes."""
    rest = iter(ids)
    return list(iter(lambda: tuple(islice(rest, _ROWS_AT_ONCE)), ()))
