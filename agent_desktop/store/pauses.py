"""The agent's own pauses, so that what is left of a reason's time in a day can be told."""

import sqlite3

PAUSE_TABLES = ("CREATE TABLE pauses (began REAL PRIMARY KEY, ended REAL NOT NULL, reason TEXT NOT NULL)",)


def keep(connection: sqlite3.Connection, began: float, ended: float, reason: str) -> None:
    """A pause that began then lasts until `ended` at least."""
    connection.execute(
        "INSERT INTO pauses (began, ended, reason) VALUES (?, ?, ?)"
        " ON CONFLICT (began) DO UPDATE SET ended = max(ended, excluded.ended), reason = excluded.reason",
        (began, ended, reason),
    )


def seconds(connection: sqlite3.Connection, reason: str, since: float, until: float) -> float:
    """How long pauses with this reason lasted between two times."""
    row = connection.execute(
        "SELECT total(min(ended, :until) - max(began, :since)) FROM pauses"
        " WHERE reason = :reason AND ended > :since AND began < :until",
        {"reason": reason, "since": since, "until": until},
    ).fetchone()
    return float(row[0])


def prune(connection: sqlite3.Connection, before: float) -> None:
    """Forget the pauses that ended before this time."""
    connection.execute("DELETE FROM pauses WHERE ended < ?", (before,))
