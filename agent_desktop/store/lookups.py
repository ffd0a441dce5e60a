"""Questions about single calls, each answered from an index."""

import sqlite3

from agent_desktop.store import call_state
from agent_desktop.store.calls import RECORD_COLUMNS, call_id, record_of
from agent_desktop.store.database import storable
from agent_desktop.telephony.call import Call, CallRecord
from agent_desktop.telephony.order import natural

_WITH_NUMBER = " ".join(
    ("SELECT", ", ".join(RECORD_COLUMNS), "FROM calls WHERE canonical = ? ORDER BY id DESC LIMIT ?")
)


def call(connection: sqlite3.Connection, callid: str) -> Call | None:
    """The call with everything that is known of it, or None."""
    row = connection.execute(
        "SELECT state FROM calls JOIN call_detail USING (id) WHERE callid = ?", (storable(callid),)
    ).fetchone()
    return None if row is None else call_state.decode(callid, row[0])


def remarks(connection: sqlite3.Connection, callid: str) -> tuple[str, str]:
    """The call's note and disposition, each "" where there is none."""
    row = connection.execute(
        "SELECT note, disposition FROM calls JOIN call_detail USING (id) WHERE callid = ?", (storable(callid),)
    ).fetchone()
    return ("", "") if row is None else (str(row[0]), str(row[1]))


def note(connection: sqlite3.Connection, callid: str) -> str:
    """The call's note, or ""."""
    row = connection.execute(
        "SELECT note FROM calls JOIN call_detail USING (id) WHERE callid = ?", (storable(callid),)
    ).fetchone()
    return "" if row is None else str(row[0])


def calls_with_number(connection: sqlite3.Connection, canonical: str, limit: int) -> tuple[CallRecord, ...]:
    """The latest calls with a number, the newest first."""
    return tuple(map(record_of, connection.execute(_WITH_NUMBER, (storable(canonical), limit))))


def queues(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Every queue that a call came from, by name."""
    rows = connection.execute(
        "WITH RECURSIVE found (name) AS (SELECT min(queue) FROM calls WHERE queue > ''"
        " UNION ALL SELECT (SELECT min(queue) FROM calls WHERE queue > name) FROM found WHERE name IS NOT NULL)"
        " SELECT name FROM found WHERE name IS NOT NULL LIMIT 1000"
    )
    return tuple(sorted((name for (name,) in rows), key=natural))


def unreported(connection: sqlite3.Connection, since: float, until: float) -> tuple[str, ...]:
    """The ids of calls that started in [since, until) and have no complete record, the oldest first."""
    rows = connection.execute(
        "SELECT callid FROM calls WHERE reported = 0 AND id >= ? AND id < ? ORDER BY id",
        (call_id(since), call_id(until)),
    )
    return tuple(callid for (callid,) in rows)


def applied_seq(connection: sqlite3.Connection) -> int:
    """The last journal entry whose effect is in the calls, or 0."""
    return int(connection.execute("SELECT applied_seq FROM watermark").fetchone()[0])
