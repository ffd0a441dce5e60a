"""The journal: every webhook as it was received, on disk before it is acknowledged."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from agent_desktop.store.database import connect_read_only, storable
from agent_desktop.store.failures import translated
from agent_desktop.store.many_rows import MOST_ROWS, RowsStatement

_CHUNK = 100
"""Rows that are read at a time."""
_INSERT = RowsStatement("INSERT INTO journal (received, method, target, content_type, body, kind, callid)", 7)


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """A webhook. `received` is in seconds since the epoch, `kind` one of `events.EVENT_NAMES`' values."""

    received: float
    method: str
    target: str
    content_type: str
    body: bytes
    kind: str
    callid: str = ""


@dataclass(frozen=True, slots=True)
class StoredEntry(JournalEntry):
    """An entry with its number, which grows and is never used again."""

    seq: int = 0


def insert(entries: Sequence[JournalEntry], connection: sqlite3.Connection) -> list[int]:
    """Add the entries; their numbers."""
    numbers: list[int] = []
    for start in range(0, len(entries), MOST_ROWS):
        chunk = entries[start : start + MOST_ROWS]
        cursor = _INSERT.execute([_values(entry) for entry in chunk], connection)
        assert cursor.lastrowid is not None
        # AUTOINCREMENT counts on by one within a statement.
        numbers += range(cursor.lastrowid + 1 - len(chunk), cursor.lastrowid + 1)
    return numbers


def _values(entry: JournalEntry) -> tuple[float | str | bytes, ...]:
    return (
        entry.received,
        storable(entry.method),
        storable(entry.target),
        storable(entry.content_type),
        entry.body,
        entry.kind,
        storable(entry.callid),
    )


def read(path: Path, after_seq: int = 0, limit: int | None = None, callid: str | None = None) -> Iterator[StoredEntry]:
    """The entries with higher numbers, in their order; of one call only where `callid` is given.

    May run beside the program, in any process. A few entries are in memory at a time, and no lock is held between
    them. Nothing where there is no journal yet. Raises StoreFailed where it cannot be read.
    """
    connection = connect_read_only(path)
    if connection is None:
        return
    with closing(connection):
        while limit is None or limit > 0:
            with translated():
                chunk = _chunk(connection, after_seq, _CHUNK if limit is None else min(limit, _CHUNK), callid)
            yield from chunk
            if len(chunk) < _CHUNK:
                return
            after_seq = chunk[-1].seq
            limit = None if limit is None else limit - len(chunk)


def _chunk(connection: sqlite3.Connection, after_seq: int, limit: int, callid: str | None) -> list[StoredEntry]:
    select = "SELECT received, method, target, content_type, body, kind, callid, seq FROM journal WHERE seq > ?"
    values: list[int | str] = [after_seq]
    if callid:
        select += " AND callid = ? AND callid <> ''"  # said for the sake of the index, which leaves "" out
        values.append(storable(callid))
    rows = connection.execute(f"{select} ORDER BY seq LIMIT ?", (*values, limit))
    return [StoredEntry(*row) for row in rows]


def last_before(connection: sqlite3.Connection, before: float) -> int:
    """The highest number of an applied entry that was received before this time, or 0."""
    row = connection.execute(
        "SELECT seq FROM journal WHERE seq <= (SELECT applied_seq FROM watermark) AND received < ?"
        " ORDER BY seq DESC LIMIT 1",
        (before,),
    ).fetchone()
    return 0 if row is None else int(row[0])


def prune(connection: sqlite3.Connection, last: int, before: float, limit: int) -> int:
    """Delete at most `limit` entries up to number `last` that were received before this time; how many."""
    return connection.execute(
        "DELETE FROM journal WHERE seq IN"
        " (SELECT seq FROM journal WHERE seq <= ? AND received < ? ORDER BY seq LIMIT ?)",
        (last, before, limit),
    ).rowcount
