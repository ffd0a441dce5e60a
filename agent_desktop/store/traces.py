"""Everything that is kept about one customer: found by walking the tables, in portions that hold up nobody."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass, field

from agent_desktop.store.personal import Key, Personal
from agent_desktop.store.wanted import Wanted

AT_ONCE = 1000
"""Rows looked through in one go: a few milliseconds."""


@dataclass(slots=True)
class Traces:
    """The keys of a customer's rows by `Personal.name`; `callids` are their calls', `texts` the number as it was found.

    `counts` are by `personal.Kind`; `first` and `last` are when the calls began, in seconds since the epoch.
    """

    keys: dict[str, list[Key]] = field(default_factory=dict)
    callids: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)
    first: float | None = None
    last: float | None = None

    def count(self, kind: str, more: int) -> None:
        """There are so many more of a kind."""
        if kind and more:
            self.counts[kind] = self.counts.get(kind, 0) + more

    def note_calls(self, rows: Collection["Begun"]) -> None:
        """These calls are the customer's."""
        self.callids |= {callid for callid, _, _ in rows}
        times = [started for _, started, _ in rows]
        times += [time for time in (self.first, self.last) if time is not None]
        self.first, self.last = min(times, default=None), max(times, default=None)
        self.count("notes", sum(bool(note) for _, _, note in rows))


Begun = tuple[str, float, str]
"""A call's id, when it began, and its note."""


@dataclass(frozen=True, slots=True)
class Portion:
    """What a portion of a table showed; `after` is where the next one begins, None at the end."""

    keys: tuple[Key, ...]
    texts: frozenset[str]
    after: Key | None


def look_through(
    connection: sqlite3.Connection, personal: Personal, wanted: Wanted, callids: Collection[str], after: Key
) -> Portion:
    """The customer's rows among the next ones behind the key `after`."""
    columns = [personal.key, personal.callid or "''", *personal.columns]
    condition = f"{personal.key} > ?" + (f" AND {personal.where}" if personal.where else "")
    statement = " ".join(
        ("SELECT", ", ".join(columns), "FROM", personal.table, "WHERE", condition, "ORDER BY", personal.key, "LIMIT ?")
    )
    rows = connection.execute(statement, (after, AT_ONCE)).fetchall()
    following: Key | None = None
    if len(rows) == AT_ONCE:
        # Rows with the last key may have been cut off: they come whole with the next ones.
        last = rows[-1][0]
        rows = [row for row in rows if row[0] != last] or rows
        following = rows[-1][0]
    keys: dict[Key, None] = {}
    texts: set[str] = set()
    for key, callid, *values in rows:
        found = [text for text in map(_text, values) if wanted.is_in(text)]
        texts |= {match for text in found for match in wanted.written_in(text)}
        if found or (callid and callid in callids):
            keys[key] = None
    return Portion(tuple(keys), frozenset(texts), following)


def begun(connection: sqlite3.Connection, ids: Collection[Key]) -> list[Begun]:
    """The calls with these ids."""
    select = "SELECT callid, started, note FROM calls JOIN call_detail USING (id) WHERE id = ?"
    return [row for key in ids for row in connection.execute(select, (key,))]


def _text(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
