"""A page of the history. Which index is walked is decided here, not left to SQLite, which does not know the data.

What is filtered or searched for is answered by the bitmaps (see bitmap_search), unless too many calls are not indexed
yet, as after an update from a version without bitmaps. Then a text that few calls hold is looked up once, and what it
finds is filtered and sorted. Otherwise an index is walked: in the order that is wanted, or by the filter that leaves
the fewest calls, whose index has all that is filtered by.
"""

import sqlite3
from dataclasses import replace
from typing import Any

from agent_desktop.store import bitmap_search, search_rows
from agent_desktop.store.search_rows import Key, keys_among, page_of, page_of_few
from agent_desktop.store.search_terms import WIDE, Condition, Wanted
from agent_desktop.store.search_walks import Walk, fetch, in_order, joined_text
from agent_desktop.telephony.call import ANSWERED
from agent_desktop.telephony.history import HistoryCount, HistoryPage, HistoryQuery

NEAR = 15_000
"""So many calls are looked at in the order that is wanted before all that a text finds is sorted."""


def page(connection: sqlite3.Connection, query: HistoryQuery) -> HistoryPage:
    """The page that the query asks for."""
    wanted = Wanted.of(connection, query)
    known = bitmap_search.page(connection, wanted)
    if known is not None:
        return known
    wanted = wanted.with_grams(connection)
    if not wanted.is_possible:
        return HistoryPage((), None, 0)
    if wanted.fragments:
        few = _look_up(connection, wanted)
        return page_of_few(connection, wanted, few) if few is not None else _walked(connection, wanted, None)
    total = query.after.total if query.after else _count(connection, _in_time(wanted))
    return _walked(connection, wanted, total) if total != 0 else HistoryPage((), None, 0)


def count(connection: sqlite3.Connection, query: HistoryQuery) -> HistoryCount:
    """All matches, however long it takes."""
    figures = f"count(*), sum(calls.status = '{ANSWERED}'), sum(calls.unanswered), sum(max(calls.talk_s, 0))"
    return HistoryCount(*(figure or 0 for figure in over_matches(connection, query, figures)[0]))


def over_matches(connection: sqlite3.Connection, query: HistoryQuery, columns: str, end: str = "") -> list[Any]:
    """Figures over all matches, however long it takes: `columns` of the table calls, which `end` may group."""
    wanted = Wanted.of(connection, query).with_grams(connection)
    if not wanted.is_possible:
        walk = Walk("calls", "calls.id", (Condition("0"),))
    else:
        walk = _by_text(wanted) if wanted.match else _in_time(wanted)
    statement, values = walk.select(columns, (), end)
    return connection.execute(statement, values).fetchall()


# What there is to walk.


def _in_time(wanted: Wanted) -> Walk:
    """Newest or oldest first: by a filter's index, the text's, or the calls."""
    if wanted.leads and not (wanted.match and wanted.leads[0][0] in WIDE):
        index, lead = wanted.leads[0]
        walked = f"calls INDEXED BY {index}" if index else "calls"
        conditions = (lead, *wanted.days("calls.id"), *wanted.filters()[1:], *wanted.contained())
        return Walk(walked + joined_text(wanted), "calls.id", conditions)
    if wanted.match:
        return _by_text(wanted)
    key = "call_text.id" if wanted.fragments else "calls.id"
    tables = "call_text CROSS JOIN calls USING (id)" if wanted.fragments else "calls"
    return Walk(tables, key, (*wanted.days(key), *wanted.contained()))


def _by_text(wanted: Wanted) -> Walk:
    """By the text's index, newest or oldest first."""
    matched = Condition("calls_fts MATCH ?", (wanted.match,))
    contained = wanted.contained("calls_fts.folded", wanted.rest)
    conditions = (matched, *wanted.days("calls_fts.rowid"), *contained)
    tables = "calls_fts CROSS JOIN calls ON calls.id = calls_fts.rowid"
    return Walk(tables, "calls_fts.rowid", (*conditions, *wanted.filters()))


# A walk of many.


def _count(connection: sqlite3.Connection, walk: Walk) -> int | None:
    statement, values = walk.select("1", (), f"LIMIT {search_rows.COUNTED + 1}")
    count = connection.execute(" ".join(("SELECT count(*) FROM (", statement, ")")), values).fetchone()[0]
    return None if count > search_rows.COUNTED else int(count)


def _walked(connection: sqlite3.Connection, wanted: Wanted, total: int | None) -> HistoryPage:
    """A page by whatever is best to walk; with a total, by sorting what there is."""
    column = wanted.order
    if column == "id":
        walk = _in_time(wanted)
        return _fetched(connection, wanted, walk, (walk.key,), total)
    keys = (f"calls.{column}", "calls.id")
    if total is None:
        walk = in_order(wanted)
        if not wanted.match:
            return _fetched(connection, wanted, walk, keys, None)
        near = _near(connection, wanted, keys)
        page = _fetched(connection, wanted, replace(walk, conditions=(*near, *walk.conditions)), keys, None)
        if page.next is not None or not near:
            return page
        # What the text finds is far on in this order: "Bui", where names are listed from Z to A.
        if not wanted.is_narrow:
            return _fetched(connection, wanted, _by_text(wanted), (f"+calls.{column}", "calls.id"), None)
    return _fetched(connection, wanted, _in_time(wanted), (f"+calls.{column}", "calls.id"), total)


def _fetched(
    connection: sqlite3.Connection, wanted: Wanted, walk: Walk, keys: tuple[str, ...], total: int | None
) -> HistoryPage:
    limit = max(1, wanted.query.limit)
    return page_of(connection, fetch(connection, wanted.query, walk, keys, limit + 1), limit, total)


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
    walk = Walk(f"calls INDEXED BY calls_{wanted.order}", keys[-1], behind)
    statement, values = walk.select(", ".join(keys), (), f"ORDER BY {order} LIMIT 1 OFFSET {NEAR}")
    last = connection.execute(statement, values).fetchone()
    return () if last is None else (Condition(f"{both} {'>=' if query.descending else '<='} (?, ?)", last),)


# What a text finds, where that is few.


def _look_up(connection: sqlite3.Connection, wanted: Wanted) -> list[Key] | None:
    """The keys of all that the query lists, None where the text alone finds too many."""
    if not wanted.match:
        return None
    # What is not in `match` occurs often, so it does not make few of many.
    matched = Walk("calls_fts", "rowid", (Condition("calls_fts MATCH ?", (wanted.match,)), *wanted.days("rowid")))
    statement, values = matched.select("rowid", (), f"LIMIT {search_rows.COUNTED + 1}")
    ids = [row for (row,) in connection.execute(statement, values)]
    if len(ids) > search_rows.COUNTED:
        return None
    if not (wanted.leads or wanted.rest) and wanted.order == "id":
        return [(row, row) for row in ids]
    return keys_among(connection, wanted, ids)
