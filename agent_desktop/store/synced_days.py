"""Which days' call records were fetched whole, and when they were asked for."""

import sqlite3
from datetime import date

SYNCED_DAYS = (
    """
    CREATE TABLE synced_days (
        source TEXT NOT NULL, day TEXT NOT NULL, asked REAL NOT NULL, PRIMARY KEY (source, day)
    ) WITHOUT ROWID
    """,
)
"""`source` tells one PBX from another; `asked` is the moment before the request, in seconds since the epoch."""


def note(source: str, day: date, asked: float, connection: sqlite3.Connection) -> None:
    """The records that the PBX had of this day when it was asked are all kept."""
    connection.execute("INSERT OR REPLACE INTO synced_days VALUES (?, ?, ?)", (source, day.isoformat(), asked))


def asked_at(connection: sqlite3.Connection, source: str) -> dict[date, float]:
    """When each day was last asked for; days that never were are left out."""
    rows = connection.execute("SELECT day, asked FROM synced_days WHERE source = ?", (source,))
    return {date.fromisoformat(day): asked for day, asked in rows}
