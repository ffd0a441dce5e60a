"""A page of the history. Which index is walked is decided here, not left to SQLite, which does not know the data."""

import sqlite3
from dataclasses import dataclass
from itertools import islice
from typing import Any

from agent_desktop.store.calls import RECORD_COLUMNS, REMARKS, call_id, record_of
from agent_desktop.store.database import storable
from agent_desktop.store.folding import words
from agent_desktop.store.schema import UNANSWERED
from agent_desktop.telephony.call import ANSWERED
from agent_desktop.telephony.history import MISSED, HistoryCount, HistoryCursor, HistoryPage, HistoryQuery

COUNTED = 10_000
"""Where more rows than this were to be looked at, matches are not counted, and not sorted but read in index order."""

_LONGEST_TEXT = 200
_GRAM = 3
_ROWS_AT_ONCE = 500
_SORTS = {"who": "who_key", "number": "canonical"}

_Values = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Condition:
    sql: str
    values: _Values = ()


@dataclass(frozen=True, slots=True)
class _Walk:
    """Which table is walked in which order of `key`, what else is joined to it, and what must hold: `where` bounds the
    walk, by its index; `but` leaves rows of it out.
    """

    tables: str
    key: str
    where: tuple[_Condition, ...] = ()
    but: tuple[_Condition, ...] = ()

    def select(self, columns: str, more: tuple[_Condition, ...] = (), end: str = "") -> tuple[str, _Values]:
        """The statement and its values."""
        return _select(columns, self.tables, (*self.where, *self.but, *more), end)


def page(connection: sqlite3.Connection, query: HistoryQuery) -> HistoryPage:
    """The page that the query asks for."""
    wanted = _Wanted.of(connection, query)
    walk = wanted.in_time(connection)
    total = query.after.total if query.after else _count(connection, walk)
    if total == 0:
        return HistoryPage((), None, 0)
    if query.sort == "started":
        return _fetch(connection, query, walk, (walk.key,), total)
    column = _SORTS.get(query.sort, query.sort)
    if total is None:
        return _fetch(connection, query, wanted.in_order_of(column), (f"calls.{column}", "calls.id"), total)
    return _fetch(connection, query, walk, (f"+calls.{column}", walk.key), total)


def count(connection: sqlite3.Connection, query: HistoryQuery) -> HistoryCount:
    """All matches, however long it takes."""
    figures = f"count(*), sum(calls.status = '{ANSWERED}'), sum({UNANSWERED}), sum(max(calls.talk_s, 0))"
    return HistoryCount(*(figure or 0 for figure in over_matches(connection, query, figures)[0]))


def over_matches(connection: sqlite3.Connection, query: HistoryQuery, columns: str, end: str = "") -> list[Any]:
    """Figures over all matches, however long it takes: `columns` of the table calls, which `end` may group."""
    walk = _Wanted.of(connection, query).in_time(connection, needs_calls=True)
    statement, values = walk.select(columns, (), end)
    return connection.execute(statement, values).fetchall()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The query as conditions. `leads` are those that an index begins with, the one that likely leaves the fewest calls
    first; `fragments` are of text.
    """

    query: HistoryQuery
    fragments: tuple[str, ...]
    leads: tuple[tuple[str, _Condition], ...]

    @classmethod
    def of(cls, connection: sqlite3.Connection, query: HistoryQuery) -> "_Wanted":
        text = storable(query.text.strip()[:_LONGEST_TEXT])
        if text and connection.execute("SELECT 1 FROM calls WHERE callid = ?", (text,)).fetchone():
            return cls(query, (), _leads(query, text))
        return cls(query, words(text), _leads(query))

    def in_time(self, connection: sqlite3.Connection, *, needs_calls: bool = False) -> _Walk:
        """Newest or oldest first, by the best of: the text's index, a filter's, the calls."""
        if self.fragments and not (self.leads and self._is_frequent(connection)):
            return self._by_text(needs_calls)
        if not self.leads:
            return _Walk("calls", "calls.id", self._days("calls.id"))
        index, lead = self.leads[0]
        walked = f"calls INDEXED BY {index}" if index else "calls"
        texts, contained = self._texts()
        others = _plain(condition for _, condition in self.leads[1:])
        return _Walk(walked + texts, "calls.id", (lead, *self._days("calls.id")), (*others, *contained))

    def in_order_of(self, column: str) -> _Walk:
        """In the order of a column's index. With this many matches a page is soon full."""
        texts, contained = self._texts()
        filters = _plain(condition for _, condition in self.leads)
        tables = f"calls INDEXED BY calls_{column}{texts}"
        return _Walk(tables, "calls.id", (), (*filters, *self._days("+calls.id"), *contained))

    def _by_text(self, needs_calls: bool) -> _Walk:
        grams, short = self._grams, [fragment for fragment in self.fragments if len(fragment) < _GRAM]
        table = "calls_fts" if grams else "call_text"
        where = self._days(f"{table}.rowid")
        if grams:
            where = (*where, _Condition("calls_fts MATCH ?", (" ".join(map(_phrase, grams)),)))
        contained = (_contains(f"{table}.folded", fragment) for fragment in short)
        filters = _plain(condition for _, condition in self.leads)
        # Either keeps the order of the tables. SQLite leaves the left join out where only matches are counted.
        join = "CROSS JOIN" if filters or needs_calls else "LEFT JOIN"
        tables = f"{table} {join} calls ON calls.id = {table}.rowid"
        return _Walk(tables, f"{table}.rowid", where, (*contained, *filters))

    def _is_frequent(self, connection: sqlite3.Connection) -> bool:
        """True where the text alone finds so many calls that a filter leaves fewer, or where it cannot be looked up."""
        if not self._grams:
            return True
        matches = _Walk(
            "calls_fts", "rowid", (_Condition("calls_fts MATCH ?", (" ".join(map(_phrase, self._grams)),)),)
        )
        return _count(connection, matches) is None

    @property
    def _grams(self) -> list[str]:
        return [fragment for fragment in self.fragments if len(fragment) >= _GRAM]

    def _texts(self) -> tuple[str, tuple[_Condition, ...]]:
        """What to join for the fragments, and the conditions."""
        contained = tuple(_contains("call_text.folded", fragment) for fragment in self.fragments)
        return (" CROSS JOIN call_text ON call_text.id = calls.id" if contained else ""), contained

    def _days(self, key: str) -> tuple[_Condition, ...]:
        since, until = self.query.since, self.query.until
        return (
            *(() if since is None else (_Condition(f"{key} >= ?", (call_id(since),)),)),
            *(() if until is None else (_Condition(f"{key} < ?", (call_id(until),)),)),
        )


def _leads(query: HistoryQuery, callid: str = "") -> tuple[tuple[str, _Condition], ...]:
    """Each filter with the index that begins with it; "" is that of the call ids."""
    outcome = "" if query.outcome == MISSED else query.outcome
    leads = [("", _equal("callid", wanted)) for wanted in (callid, query.callid) if wanted]
    if query.extensions:
        places = ", ".join("?" * len(query.extensions))
        values = tuple(storable(extension) for extension in query.extensions)
        leads.append(("calls_extension", _Condition(f"calls.extension IN ({places})", values)))
    leads += [("calls_queue", _equal("queue", query.queue))] if query.queue else []
    leads += [("calls_status", _equal("status", outcome))] if outcome and outcome != ANSWERED else []
    leads += [("calls_unanswered", _Condition(UNANSWERED))] if query.outcome == MISSED else []
    if query.recorded is not None:
        leads.append(("calls_recorded", _Condition("calls.recorded = ?", (query.recorded,))))
    leads += [("calls_direction", _equal("direction", query.direction))] if query.direction else []
    leads += [("calls_status", _equal("status", outcome))] if outcome == ANSWERED else []
    return tuple(leads)


def _equal(column: str, value: str) -> _Condition:
    return _Condition(f"calls.{column} = ?", (storable(value),))


def _plain(conditions: Any) -> tuple[_Condition, ...]:
    """The same conditions where no index may serve them."""
    return tuple(_Condition(f"+({condition.sql})", condition.values) for condition in conditions)


def _phrase(fragment: str) -> str:
    doubled = fragment.replace('"', '""')
    return f'"{doubled}"'


def _contains(column: str, fragment: str) -> _Condition:
    escaped = "".join(f"[{char}]" if char in "*?[" else char for char in fragment)
    return _Condition(f"{column} GLOB ?", (f"*{escaped}*",))


def _select(columns: str, tables: str, conditions: tuple[_Condition, ...], end: str) -> tuple[str, _Values]:
    parts = ["SELECT", columns, "FROM", tables]
    if conditions:
        parts += ["WHERE", " AND ".join(condition.sql for condition in conditions)]
    return " ".join((*parts, end)), tuple(value for condition in conditions for value in condition.values)


def _count(connection: sqlite3.Connection, walk: _Walk) -> int | None:
    """The matches, None where that means to look at more than COUNTED rows."""
    held = " AND ".join(condition.sql for condition in walk.but) or "1"
    statement, values = _select(f"({held}) AS is_match", walk.tables, walk.where, f"LIMIT {COUNTED + 1}")
    but = tuple(value for condition in walk.but for value in condition.values)
    figures = " ".join(("SELECT count(*), sum(is_match) FROM (", statement, ")"))
    seen, matches = connection.execute(figures, (*but, *values)).fetchone()
    return None if seen > COUNTED else int(matches or 0)


def _fetch(
    connection: sqlite3.Connection, query: HistoryQuery, walk: _Walk, keys: tuple[str, ...], total: int | None
) -> HistoryPage:
    """A page of the walk in the order of the keys, the last of which is the id."""
    limit = max(1, query.limit)
    order = "ORDER BY " + ", ".join(f"{key} DESC" if query.descending else key for key in keys)
    found: list[tuple[Any, ...]] = []
    for segment in _segments(query, keys):
        columns = f"{keys[0]}, {keys[-1]}"
        statement, values = walk.select(columns, segment, f"{order} LIMIT {limit + 1 - len(found)}")
        found += connection.execute(statement, values)
        if len(found) > limit:
            break
    last = found[limit - 1] if len(found) > limit else None
    following = None if last is None else HistoryCursor(last[0], last[1], total)
    return _filled([key for _, key in found[:limit]], connection, following, total)


_COLUMNS = ", ".join(("calls.id", *RECORD_COLUMNS, *REMARKS))
_ROWS = " ".join(("SELECT", _COLUMNS, "FROM calls JOIN call_detail USING (id) WHERE calls.id IN"))


def _filled(
    ids: list[int], connection: sqlite3.Connection, following: HistoryCursor | None, total: int | None
) -> HistoryPage:
    """The page with these calls."""
    rows: dict[int, tuple[Any, ...]] = {}
    rest = iter(ids)
    while some := tuple(islice(rest, _ROWS_AT_ONCE)):
        for row in connection.execute(f"{_ROWS} ({', '.join('?' * len(some))})", some):
            rows[row[0]] = row[1:]
    ordered = [rows[key] for key in ids]
    remarks = [{row[0]: row[place] for row in ordered if row[place]} for place in range(-len(REMARKS), 0)]
    names, notes, dispositions = remarks
    return HistoryPage(tuple(map(record_of, ordered)), following, total, names, notes, dispositions)


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
