"""A page of the history. Which index is walked is decided here, not left to SQLite, which does not know the data.

A text that few calls hold is looked up once, and what it finds is filtered and sorted. Otherwise an index is walked:
in the order that is wanted, or by the filter that leaves the fewest calls, whose index has all that is filtered by.
"""

import sqlite3
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from agent_desktop.store.calls import RECORD_COLUMNS, REMARKS, record_of
from agent_desktop.store.search_terms import WIDE, Condition, Wanted
from agent_desktop.telephony.call import ANSWERED
from agent_desktop.telephony.history import HistoryCount, HistoryCursor, HistoryPage, HistoryQuery

COUNTED = 10_000
"""More matches than this are "many": they are not counted, and not sorted but read in the order of an index."""

NEAR = 15_000
"""So many calls are looked at in the order that is wanted before all that a text finds is sorted."""

_ROWS_AT_ONCE = 500

_Values = tuple[str | int, ...]
_Key = tuple[Any, int]
"""A call's value in the wanted order, and its id."""


@dataclass(frozen=True, slots=True)
class _Walk:
    """Which tables are walked, by which id, and what must hold."""

    tables: str
    key: str
    conditions: tuple[Condition, ...] = ()

    def select(self, columns: str, more: tuple[Condition, ...] = (), end: str = "") -> tuple[str, _Values]:
        """The statement and its values."""
        conditions = (*self.conditions, *more)
        parts = ["SELECT", columns, "FROM", self.tables]
        if conditions:
            parts += ["WHERE", " AND ".join(condition.sql for condition in conditions)]
        return " ".join((*parts, end)), tuple(value for condition in conditions for value in condition.values)


def page(connection: sqlite3.Connection, query: HistoryQuery) -> HistoryPage:
    """The page that the query asks for."""
    wanted = Wanted.of(connection, query)
    if not wanted.is_possible:
        return HistoryPage((), None, 0)
    if wanted.fragments:
        few = _look_up(connection, wanted)
        return _page_of_few(connection, wanted, few) if few is not None else _walked(connection, wanted, None)
    total = query.after.total if query.after else _count(connection, _in_time(wanted))
    return _walked(connection, wanted, total) if total != 0 else HistoryPage((), None, 0)


def count(connection: sqlite3.Connection, query: HistoryQuery) -> HistoryCount:
    """All matches, however long it takes."""
    figures = f"count(*), sum(calls.status = '{ANSWERED}'), sum(calls.unanswered), sum(max(calls.talk_s, 0))"
    return HistoryCount(*(figure or 0 for figure in over_matches(connection, query, figures)[0]))


def over_matches(connection: sqlite3.Connection, query: HistoryQuery, columns: str, end: str = "") -> list[Any]:
    """Figures over all matches, however long it takes: `columns` of the table calls, which `end` may group."""
    wanted = Wanted.of(connection, query)
    if not wanted.is_possible:
        walk = _Walk("calls", "calls.id", (Condition("0"),))
    else:
        walk = _by_text(wanted) if wanted.match else _in_time(wanted)
    statement, values = walk.select(columns, (), end)
    return connection.execute(statement, values).fetchall()


# What there is to walk.


def _in_time(wanted: Wanted) -> _Walk:
    """Newest or oldest first: by a filter's index, the text's, or the calls."""
    if wanted.leads and not (wanted.match and wanted.leads[0][0] in WIDE):
        index, lead = wanted.leads[0]
        walked = f"calls INDEXED BY {index}" if index else "calls"
        conditions = (lead, *wanted.days("calls.id"), *wanted.filters()[1:], *wanted.contained())
        return _Walk(walked + _joined_text(wanted), "calls.id", conditions)
    if wanted.match:
        return _by_text(wanted)
    key = "call_text.id" if wanted.fragments else "calls.id"
    tables = "call_text CROSS JOIN calls USING (id)" if wanted.fragments else "calls"
    return _Walk(tables, key, (*wanted.days(key), *wanted.contained()))


def _in_order(wanted: Wanted) -> _Walk:
    """By the index of the order that is wanted. With this many matches a page is soon full."""
    index = f"calls_{wanted.order}"
    conditions = (*wanted.filters(index), *wanted.days("+calls.id"), *wanted.contained())
    return _Walk(f"calls INDEXED BY {index}{_joined_text(wanted)}", "calls.id", conditions)


def _joined_text(wanted: Wanted) -> str:
    return " CROSS JOIN call_text ON call_text.id = calls.id" if wanted.fragments else ""


def _by_text(wanted: Wanted) -> _Walk:
    """By the text's index, newest or oldest first."""
    matched = Condition("calls_fts MATCH ?", (wanted.match,))
    contained = wanted.contained("calls_fts.folded", wanted.rest)
    conditions = (matched, *wanted.days("calls_fts.rowid"), *contained)
    tables = "calls_fts CROSS JOIN calls ON calls.id = calls_fts.rowid"
    return _Walk(tables, "calls_fts.rowid", (*conditions, *wanted.filters()))


# A walk of many.


def _count(connection: sqlite3.Connection, walk: _Walk) -> int | None:
    statement, values = walk.select("1", (), f"LIMIT {COUNTED + 1}")
    count = connection.execute(" ".join(("SELECT count(*) FROM (", statement, ")")), values).fetchone()[0]
    return None if count > COUNTED else int(count)


def _walked(connection: sqlite3.Connection, wanted: Wanted, total: int | None) -> HistoryPage:
    """A page by whatever is best to walk; with a total, by sorting what there is."""
    column = wanted.order
    if column == "id":
        walk = _in_time(wanted)
        return _fetch(connection, wanted.query, walk, (walk.key,), total)
    keys = (f"calls.{column}", "calls.id")
    if total is None:
        walk = _in_order(wanted)
        if not wanted.match:
            return _fetch(connection, wanted.query, walk, keys, None)
        near = _near(connection, wanted, keys)
        page = _fetch(connection, wanted.query, replace(walk, conditions=(*near, *walk.conditions)), keys, None)
        if page.next is not None or not near:
            return page
        # What the text finds is far on in this order: "Bui", where names are listed from Z to A.
        if not wanted.is_narrow:
            return _fetch(connection, wanted.query, _by_text(wanted), (f"+calls.{column}", "calls.id"), None)
    return _fetch(connection, wanted.query, _in_time(wanted), (f"+calls.{column}", "calls.id"), total)


def _near(connection: sqlite3.Connection, wanted: Wanted, keys: tuple[str, ...]) -> tuple[Condition, ...]:
    """That a call is one of the next in the order; nothing where they are the last."""
    query, both = wanted.query, f"({', '.join(keys)})"
    after = query.after
    behind = (
        ()
        if after is None
        else (Condition(f"{both} {'<' if query.descending else '>'} (?, ?)", (after.value, after.id)),)
    )
    order = ", ".join(f"{key} DESC" if query.descending else key for key in keys)
    walk = _Walk(f"calls INDEXED BY calls_{wanted.order}", keys[-1], behind)
    statement, values = walk.select(", ".join(keys), (), f"ORDER BY {order} LIMIT 1 OFFSET {NEAR}")
    last = connection.execute(statement, values).fetchone()
    return () if last is None else (Condition(f"{both} {'>=' if query.descending else '<='} (?, ?)", last),)


def _fetch(
    connection: sqlite3.Connection, query: HistoryQuery, walk: _Walk, keys: tuple[str, ...], total: int | None
) -> HistoryPage:
    """A page of the walk in the order of the keys, the last of which is the id."""
    limit = max(1, query.limit)
    order = "ORDER BY " + ", ".join(f"{key} DESC" if query.descending else key for key in keys)
    found: list[_Key] = []
    for segment in _segments(query, keys):
        columns = f"{keys[0]}, {keys[-1]}"
        statement, values = walk.select(columns, segment, f"{order} LIMIT {limit + 1 - len(found)}")
        found += connection.execute(statement, values)
        if len(found) > limit:
            break
    return _page(connection, found, limit, total)


def _segments(query: HistoryQuery, keys: tuple[str, ...]) -> tuple[tuple[Condition, ...], ...]:
    """What lies behind the cursor, in the order to be read. Each part is one range of an index, so depth costs nothing:
    SQLite would skip through all rows of an equal value if the two keys were compared in one.
    """
    if query.after is None:
        return ((),)
    sign = "<" if query.descending else ">"
    behind = Condition(f"{keys[-1]} {sign} ?", (query.after.id,))
    if len(keys) == 1:
        return ((behind,),)
    value = (query.after.value,)
    return ((Condition(f"{keys[0]} = ?", value), behind), (Condition(f"{keys[0]} {sign} ?", value),))


# What a text finds, where that is few.


def _look_up(connection: sqlite3.Connection, wanted: Wanted) -> list[_Key] | None:
    """The keys of all that the query lists, None where the text alone finds too many."""
    if not wanted.match:
        return None
    # What is not in `match` occurs often, so it does not make few of many.
    matched = _Walk("calls_fts", "rowid", (Condition("calls_fts MATCH ?", (wanted.match,)), *wanted.days("rowid")))
    statement, values = matched.select("rowid", (), f"LIMIT {COUNTED + 1}")
    ids = [row for (row,) in connection.execute(statement, values)]
    if len(ids) > COUNTED:
        return None
    if not (wanted.leads or wanted.rest) and wanted.order == "id":
        return [(row, row) for row in ids]
    keys: list[_Key] = []
    tables = f"calls{_joined_text(wanted)}" if wanted.rest else "calls"
    conditions = (*wanted.filters(), *wanted.contained(fragments=wanted.rest))
    for some in _portions(ids):
        these = Condition(f"calls.id IN ({', '.join('?' * len(some))})", some)
        statement, values = _Walk(tables, "calls.id", (these, *conditions)).select(f"calls.{wanted.order}, calls.id")
        keys += connection.execute(statement, values)
    return keys


def _page_of_few(connection: sqlite3.Connection, wanted: Wanted, keys: list[_Key]) -> HistoryPage:
    query = wanted.query
    total, after = len(keys), query.after
    if after is not None:
        last = (after.value, after.id)
        keys = [key for key in keys if (key < last if query.descending else key > last)]
    keys.sort(reverse=query.descending)
    limit = max(1, query.limit)
    return _page(connection, keys[: limit + 1], limit, total)


# The calls of a page.

_COLUMNS = ", ".join(("calls.id", *RECORD_COLUMNS, *REMARKS))
_ROWS = " ".join(("SELECT", _COLUMNS, "FROM calls JOIN call_detail USING (id) WHERE calls.id IN"))


def _page(connection: sqlite3.Connection, keys: list[_Key], limit: int, total: int | None) -> HistoryPage:
    """The page with the first of these calls; one more says that there are more."""
    last = keys[limit - 1] if len(keys) > limit else None
    following = None if last is None else HistoryCursor(last[0], last[1], total)
    ids = [key for _, key in keys[:limit]]
    rows: dict[int, tuple[Any, ...]] = {}
    for some in _portions(ids):
        for row in connection.execute(f"{_ROWS} ({', '.join('?' * len(some))})", some):
            rows[row[0]] = row[1:]
    ordered = [rows[key] for key in ids if key in rows]  # a damaged index of texts may know others
    remarks = [{row[0]: row[place] for row in ordered if row[place]} for place in range(-len(REMARKS), 0)]
    names, notes, dispositions = remarks
    return HistoryPage(tuple(map(record_of, ordered)), following, total, names, notes, dispositions)


def _portions(ids: list[int]) -> list[tuple[int, ...]]:
    """So many at a time as any SQLite takes."""
    rest = iter(ids)
    return list(iter(lambda: tuple(islice(rest, _ROWS_AT_ONCE)), ()))
