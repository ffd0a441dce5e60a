"""Statements that walk the calls by an index."""

import sqlite3
from dataclasses import dataclass

from agent_desktop.store.search_rows import Key
from agent_desktop.store.search_terms import Condition, Wanted
from agent_desktop.telephony.history import HistoryQuery

Values = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """Which tables are walked, by which id, and what must hold."""

    tables: str
    key: str
    conditions: tuple[Condition, ...] = ()

    def select(self, columns: str, more: tuple[Condition, ...] = (), end: str = "") -> tuple[str, Values]:
        """The statement and its values."""
        conditions = (*self.conditions, *more)
        parts = ["SELECT", columns, "FROM", self.tables]
        if conditions:
            parts += ["WHERE", " AND ".join(condition.sql for condition in conditions)]
        return " ".join((*parts, end)), tuple(value for condition in conditions for value in condition.values)


def in_order(wanted: Wanted) -> Walk:
    """By the index of the order that is wanted. With many matches a page is soon full."""
    index = f"calls_{wanted.order}"
    conditions = (*wanted.filters(index), *wanted.days("+calls.id"), *wanted.contained())
    return Walk(f"calls INDEXED BY {index}{joined_text(wanted)}", "calls.id", conditions)


def joined_text(wanted: Wanted) -> str:
    """The text beside the calls, where one is looked for."""
    return " CROSS JOIN call_text ON call_text.id = calls.id" if wanted.fragments else ""


def fetch(
    connection: sqlite3.Connection, query: HistoryQuery, walk: Walk, keys: tuple[str, ...], most: int
) -> list[Key]:
    """The first of the walk behind the query's cursor, in the order of the keys, the last of which is the id."""
    order = "ORDER BY " + ", ".join(f"{key} DESC" if query.descending else key for key in keys)
    found: list[Key] = []
    for segment in _segments(query, keys):
        columns = f"{keys[0]}, {keys[-1]}"
        statement, values = walk.select(columns, segment, f"{order} LIMIT {most - len(found)}")
        found += connection.execute(statement, values)
        if len(found) >= most:
            break
    return found


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
