"""A page of the history. Which index is walked is decided here, not left to SQLite, which does not know the data."""

import sqlite3
from dataclasses import dataclass
from typing import Any

from agent_desktop.store.calls import RECORD_COLUMNS, call_id, record_of
from agent_desktop.store.database import storable
from agent_desktop.store.folding import words
from agent_desktop.telephony.call import ANSWERED, ENDED, RINGING
from agent_desktop.telephony.history import MISSED, HistoryCursor, HistoryPage, HistoryQuery

COUNTED = 10_000
"""More matches than this are "many": they are not counted, and not sorted but read in the order of an index."""

_LONGEST_TEXT = 200
_GRAM = 3
_SORTS = {
    "number": ("canonical", "calls_canonical"),
    "duration_s": ("duration_s", "calls_duration"),
    "talk_s": ("talk_s", "calls_talk"),
    "extension": ("extension", "calls_extension"),
    "queue": ("queue", "calls_queue"),
    "status": ("status", "calls_status"),
}

_Values = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Condition:
    sql: str
    values: _Values = ()


@dataclass(frozen=True, slots=True)
class _Walk:
    """Which table is walked, what else is joined to it, and what must hold. `key` is the id in the walked table."""

    tables: str
    key: str
    conditions: tuple[_Condition, ...]

    def select(self, columns: str, more: tuple[_Condition, ...], order: str, limit: int) -> tuple[str, _Values]:
        """The statement and its values."""
        conditions = (*self.conditions, *more)
        parts = ["SELECT", columns, "FROM", self.tables]
        if conditions:
            parts += ["WHERE", " AND ".join(condition.sql for condition in conditions)]
        parts += [order, "LIMIT", str(limit)]
        return " ".join(parts), tuple(value for condition in conditions for value in condition.values)


def page(connection: sqlite3.Connection, query: HistoryQuery) -> HistoryPage:
    """The page that the query asks for."""
    callid, fragments = _wanted(connection, query)
    filters = _filters(query, callid)
    walk = _walk_matches(query, fragments, filters)
    total = query.after.total if query.after else _count(connection, walk)
    if total == 0:
        return HistoryPage((), None, 0)
    if query.sort == "started":
        return _fetch(connection, query, walk, (walk.key,), total)
    column, index = _SORTS[query.sort]
    if total is None:
        return _fetch(
            connection, query, _walk_index(query, index, fragments, filters), (f"calls.{column}", "calls.id"), total
        )
    return _fetch(connection, query, walk, (f"+calls.{column}", walk.key), total)


def _wanted(connection: sqlite3.Connection, query: HistoryQuery) -> tuple[str, tuple[str, ...]]:
    """The call id that the text is, or "", and the fragments of text."""
    text = storable(query.text.strip()[:_LONGEST_TEXT])
    if text and connection.execute("SELECT 1 FROM calls WHERE callid = ?", (text,)).fetchone():
        return text, ()
    return "", words(text)


def _filters(query: HistoryQuery, callid: str) -> tuple[_Condition, ...]:
    """The conditions on columns, the one that likely leaves the fewest calls first."""
    equal = (
        ("callid", callid),
        ("callid", query.callid),
        ("extension", query.extension),
        ("queue", query.queue),
        ("status", "" if query.outcome == MISSED else query.outcome),
        ("direction", query.direction),
    )
    filters = [_Condition(f"calls.{column} = ?", (storable(value),)) for column, value in equal if value]
    if query.outcome == MISSED:
        filters.append(_Condition("+calls.direction <> 'outbound'"))
        filters.append(_Condition("+calls.status NOT IN (?, ?, ?, ?)", (ANSWERED, RINGING, ENDED, "")))
    return tuple(filters)


def _unindexed(conditions: tuple[_Condition, ...]) -> tuple[_Condition, ...]:
    """The same conditions where no index may serve them: a plus sign says so to SQLite."""
    return tuple(_Condition(f"+{condition.sql.lstrip('+')}", condition.values) for condition in conditions)


def _range(query: HistoryQuery, key: str) -> tuple[_Condition, ...]:
    since = () if query.since is None else (_Condition(f"{key} >= ?", (call_id(query.since),)),)
    until = () if query.until is None else (_Condition(f"{key} < ?", (call_id(query.until),)),)
    return (*since, *until)


def _walk_matches(query: HistoryQuery, fragments: tuple[str, ...], filters: tuple[_Condition, ...]) -> _Walk:
    """Newest or oldest first, by the best of: the text's index, the folded texts, one filter's index, the calls."""
    grams = [fragment for fragment in fragments if len(fragment) >= _GRAM]
    short = [fragment for fragment in fragments if len(fragment) < _GRAM]
    if not fragments:
        return _Walk("calls", "calls.id", (*filters[:1], *_unindexed(filters[1:]), *_range(query, "calls.id")))
    table = "calls_fts" if grams else "call_text"
    conditions = [*_range(query, f"{table}.rowid")]
    if grams:
        conditions.append(_Condition("calls_fts MATCH ?", (" ".join(map(_phrase, grams)),)))
    conditions += [_contains(f"{table}.folded", fragment) for fragment in short]
    # Either keeps the order of the tables. SQLite leaves the left join out where only matches are counted.
    join = "CROSS JOIN" if filters else "LEFT JOIN"
    tables = f"{table} {join} calls ON calls.id = {table}.rowid"
    return _Walk(tables, f"{table}.rowid", (*conditions, *_unindexed(filters)))


def _walk_index(query: HistoryQuery, index: str, fragments: tuple[str, ...], filters: tuple[_Condition, ...]) -> _Walk:
    """In the order of a column's index. With this many matches a page is soon full."""
    tables = f"calls INDEXED BY {index}"
    if fragments:
        tables += " CROSS JOIN call_text ON call_text.id = calls.id"
    contained = (_contains("call_text.folded", fragment) for fragment in fragments)
    return _Walk(tables, "calls.id", (*_unindexed(filters), *_range(query, "+calls.id"), *contained))


def _phrase(fragment: str) -> str:
    doubled = fragment.replace('"', '""')
    return f'"{doubled}"'


def _contains(column: str, fragment: str) -> _Condition:
    escaped = "".join(f"[{char}]" if char in "*?[" else char for char in fragment)
    return _Condition(f"{column} GLOB ?", (f"*{escaped}*",))


def _count(connection: sqlite3.Connection, walk: _Walk) -> int | None:
    statement, values = walk.select("1", (), "", COUNTED + 1)
    count = connection.execute(" ".join(("SELECT count(*) FROM (", statement, ")")), values).fetchone()[0]
    return None if count > COUNTED else int(count)


def _fetch(
    connection: sqlite3.Connection, query: HistoryQuery, walk: _Walk, keys: tuple[str, ...], total: int | None
) -> HistoryPage:
    """A page of the walk in the order of the keys, the last of which is the id."""
    limit = max(1, query.limit)
    order = "ORDER BY " + ", ".join(f"{key} DESC" if query.descending else key for key in keys)
    columns = ", ".join((*(f"calls.{column}" for column in RECORD_COLUMNS), _NOTE, keys[0], keys[-1]))
    rows: list[tuple[Any, ...]] = []
    for segment in _segments(query, keys):
        statement, values = walk.select(columns, segment, order, limit + 1 - len(rows))
        rows += connection.execute(statement, values)
        if len(rows) > limit:
            break
    last = rows[limit - 1] if len(rows) > limit else None
    following = None if last is None else HistoryCursor(last[-2], last[-1], total)
    notes = {row[0]: row[-3] for row in rows[:limit] if row[-3]}
    return HistoryPage(tuple(map(record_of, rows[:limit])), following, total, notes)


_NOTE = "(SELECT note FROM call_detail WHERE call_detail.id = calls.id)"


def _segments(query: HistoryQuery, keys: tuple[str, ...]) -> tuple[tuple[_Condition, ...], ...]:
    """What lies behind the cursor, in the order to be read. Each part is one range of an index, so depth costs nothing:
    SQLite would skip through all rows of an equal value if the two keys were compared in one.
    """
    if query.after is None:
        return ((),)
    sign = "<" if query.descending else ">"
    behind = _Condition(f"{keys[-1]} {sign} ?", (query.after.id,))
    if len(keys) == 1:
        return ((behind,),)
    value = (query.after.value,)
    return ((_Condition(f"{keys[0]} = ?", value), behind), (_Condition(f"{keys[0]} {sign} ?", value),))
