"""The figures of a picture, counted by SQLite in one walk over what the query finds."""

import sqlite3

from agent_desktop.store import search
from agent_desktop.telephony.figures import SLOT_S, CallFigure
from agent_desktop.telephony.history import HistoryQuery
from agent_desktop.telephony.outcome import outcome_kind

_COLUMNS = f"calls.id / {SLOT_S * 1_000_000}, calls.direction, calls.status, count(*), sum(max(calls.talk_s, 0))"


def figures(connection: sqlite3.Connection, query: HistoryQuery) -> tuple[CallFigure, ...]:
    """Of all calls that the query asks for, the oldest first. A slot may have several figures of one kind."""
    rows = search.over_matches(connection, query, _COLUMNS, "GROUP BY 1, 2, 3 ORDER BY 1")
    return tuple(
        CallFigure(slot * SLOT_S, outcome_kind(direction, status), calls, talk_s)
        for slot, direction, status, calls, talk_s in rows
    )
