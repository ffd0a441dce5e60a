"""A query of the history as conditions in SQL, and which of them an index can begin with."""

import sqlite3
from dataclasses import dataclass, replace
from typing import Any

from agent_desktop.store.bitmap_terms import GRAM
from agent_desktop.store.calls import call_id
from agent_desktop.store.database import storable
from agent_desktop.store.folding import words
from agent_desktop.telephony.call import ANSWERED
from agent_desktop.telephony.history import MISSED, NOT_REACHED, OPEN, HistoryQuery
from agent_desktop.telephony.outcome import NOT_TOLD

_LONGEST_TEXT = 200
_MOST_GRAMS = 500
_SELDOM = 100
_COLUMNS = {"started": "id", "who": "who_key", "number": "canonical"}
WIDE = frozenset({"calls_recorded", "calls_direction"})
"""The indexes of filters that leave a good part of all calls."""
OF_SEVERAL = (MISSED, NOT_REACHED, OPEN)
"""Outcomes that stand for several statuses."""
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition and the values of its question marks."""

    sql: str
    values: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """`leads` are the filters, each with the index that begins with it ("" is that of the call ids), the one that
    likely leaves the fewest calls first. Every fragment of text must occur. `with_grams`, `match` asks the text's index
    for all but the `rest`, and nothing fits the query where it is not `is_possible`.
    """

    query: HistoryQuery
    leads: tuple[tuple[str, Condition], ...]
    fragments: tuple[str, ...] = ()
    match: str = ""
    rest: tuple[str, ...] = ()
    is_possible: bool = True

    @classmethod
    def of(cls, connection: sqlite3.Connection, query: HistoryQuery) -> "Wanted":
        """A text that is a call's id is that call."""
        text = storable(query.text.strip()[:_LONGEST_TEXT])
        if text and connection.execute("SELECT 1 FROM calls WHERE callid = ?", (text,)).fetchone():
            return cls(query, _leads(query, text))
        return cls(query, _leads(query), words(text))

    def with_grams(self, connection: sqlite3.Connection) -> "Wanted":
        """With `match`, `rest` and `is_possible`."""
        matched: list[str] = []
        rest: list[str] = []
        for fragment in self.fragments:
            grams = [fragment] if len(fragment) >= GRAM else _grams(connection, self.query, fragment)
            if grams == []:
                return replace(self, leads=(), is_possible=False)
            if grams is None:
                rest.append(fragment)
            else:
                matched.append(f"({' OR '.join(map(_phrase, grams))})")
        return replace(self, match=" AND ".join(matched), rest=tuple(rest))

    @property
    def order(self) -> str:
        """The column to sort by: by time where all that is listed has the same value."""
        query = self.query
        same = {
            "queue": query.queue,
            "direction": query.direction,
            "status": query.outcome not in ("", *OF_SEVERAL),
            "extension": len(query.extensions) == 1,
            "recorded": query.recorded is not None,
        }
        return "id" if same.get(query.sort) else _COLUMNS.get(query.sort, query.sort)

    @property
    def is_one_call(self) -> bool:
        """True where an id is asked for."""
        return bool(self.leads) and not self.leads[0][0]

    @property
    def is_narrow(self) -> bool:
        """True where a filter leaves fewer calls than a text that many calls hold."""
        return bool(self.leads) and self.leads[0][0] in ("", "calls_extension")

    def filters(self, walked: str = "") -> tuple[Condition, ...]:
        """The leads where no index may serve them but the one that is walked: a plus sign says so to SQLite."""
        return tuple(
            condition if index and index == walked else Condition(f"+{condition.sql}", condition.values)
            for index, condition in self.leads
        )

    def contained(self, column: str = "call_text.folded", fragments: tuple[str, ...] | None = None) -> Any:
        """That the fragments occur, all or these."""
        return tuple(contains(column, fragment) for fragment in (self.fragments if fragments is None else fragments))

    def days(self, key: str) -> tuple[Condition, ...]:
        """The query's time on an id."""
        return _days(self.query, key)


def contains(column: str, fragment: str) -> Condition:
    """That a text holds the fragment as it is."""
    escaped = "".join(f"[{char}]" if char in "*?[" else char for char in fragment)
    return Condition(f"{column} GLOB ?", (f"*{escaped}*",))


def _grams(connection: sqlite3.Connection, query: HistoryQuery, fragment: str) -> list[str] | None:
    """All that the text's index holds under a fragment too short for it; None where that is too much. Nothing that
    many of the latest calls hold is looked for there: looking at calls one by one finds them as fast.
    """
    held, days = contains("folded", fragment), _days(query, "id")
    conditions = " AND ".join(("1", *(condition.sql for condition in days)))
    latest = ("SELECT", held.sql, "AS holds FROM call_text WHERE", conditions, "ORDER BY id DESC LIMIT 10000")
    values = [value for condition in (held, *days) for value in condition.values]
    (found,) = connection.execute(" ".join(("SELECT sum(holds) FROM (", *latest, ")")), values).fetchone()
    if (found or 0) >= _SELDOM:
        return None
    grams = connection.execute(
        "SELECT term FROM calls_grams WHERE term >= ? AND term < ? LIMIT ?", (fragment, fragment + _LAST, _MOST_GRAMS)
    ).fetchall()
    return [gram for (gram,) in grams] if len(grams) < _MOST_GRAMS else None


def _phrase(fragment: str) -> str:
    doubled = fragment.replace('"', '""')
    return f'"{doubled}"'


def _days(query: HistoryQuery, key: str) -> tuple[Condition, ...]:
    since = () if query.since is None else (Condition(f"{key} >= ?", (call_id(query.since),)),)
    until = () if query.until is None else (Condition(f"{key} < ?", (call_id(query.until),)),)
    return (*since, *until)


def _leads(query: HistoryQuery, callid: str = "") -> tuple[tuple[str, Condition], ...]:
    outcome = "" if query.outcome in OF_SEVERAL else query.outcome
    leads = [("", _equal("callid", wanted)) for wanted in (callid, query.callid) if wanted]
    if query.extensions:
        leads.append(("calls_extension", _among("calls.extension IN", query.extensions)))
    if query.queue:
        leads.append(("calls_queue", _equal("queue", query.queue)))
    if query.outcome == MISSED:
        leads.append(("calls_unanswered", Condition("calls.unanswered = 1")))
    if outcome not in ("", ANSWERED):
        leads.append(("calls_status", _equal("status", outcome)))
    if query.outcome == OPEN:
        leads.append(("calls_status", _among("calls.status IN", NOT_TOLD)))
    if query.recorded is not None:
        leads.append(("calls_recorded", Condition("calls.recorded = ?", (query.recorded,))))
    if query.outcome == NOT_REACHED:
        leads.append(("calls_direction", Condition("calls.direction = 'outbound'")))
        leads.append(("calls_status", _among("calls.status NOT IN", (ANSWERED, *NOT_TOLD))))
    if query.direction:
        leads.append(("calls_direction", _equal("direction", query.direction)))
    if outcome == ANSWERED:
        leads.append(("calls_status", _equal("status", outcome)))
    return tuple(leads)


def _among(which: str, values: tuple[str, ...]) -> Condition:
    return Condition(f"{which} ({', '.join('?' * len(values))})", tuple(map(storable, values)))


def _equal(column: str, value: str) -> Condition:
    return Condition(f"calls.{column} = ?", (storable(value),))
