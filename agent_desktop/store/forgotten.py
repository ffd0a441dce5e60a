"""Numbers that were forgotten: their fingerprints keep the calls up to that moment from being taken in again.

A fingerprint is keyed with a random salt of this database. It answers whether a number that somebody already holds was
forgotten; it does not tell the number, short of trying all there are. There is one for each form in which calls bring a
number: once another country is chosen its canonical form is another, and fingerprints cannot be made anew.
"""

import hashlib
import hmac
import os
import sqlite3
from collections.abc import Iterable
from functools import lru_cache

STATEMENTS = (
    """
    CREATE TABLE forgotten (
        salt BLOB NOT NULL, digest BLOB NOT NULL, until REAL NOT NULL, PRIMARY KEY (salt, digest)
    ) WITHOUT ROWID
    """,
)

_SALT_BYTES = 32

Row = tuple[bytes, bytes, float]


class Forgotten:
    """What was forgotten, as it was read at one moment."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._until: dict[bytes, dict[bytes, float]] = {}
        for salt, digest, until in rows:
            self._until.setdefault(salt, {})[digest] = until

    def __bool__(self) -> bool:
        return bool(self._until)

    def until(self, *forms: str) -> float | None:
        """Calls with this number that began up to then are forgotten; None where it was in none of its forms."""
        times = [
            digests.get(_digest(salt, form)) for salt, digests in self._until.items() for form in set(forms) - {""}
        ]
        return max((time for time in times if time is not None), default=None)

    def covers(self, started: float, *forms: str) -> bool:
        """True for a call that is not to be kept."""
        until = self.until(*forms)
        return until is not None and started <= until


def rows(connection: sqlite3.Connection) -> list[Row]:
    """Every fingerprint, for another database."""
    return connection.execute("SELECT salt, digest, until FROM forgotten").fetchall()


def read(connection: sqlite3.Connection) -> Forgotten:
    """All that was forgotten."""
    return Forgotten(rows(connection))


def add(connection: sqlite3.Connection, forms: Iterable[str], until: float) -> None:
    """From now on no call with this number, in any of these forms, that began up to `until` is kept."""
    row = connection.execute("SELECT salt FROM forgotten LIMIT 1").fetchone()
    salt = os.urandom(_SALT_BYTES) if row is None else row[0]
    insert(connection, [(salt, _digest(salt, form), until) for form in set(forms)])


def insert(connection: sqlite3.Connection, more: Iterable[Row]) -> None:
    """Fingerprints of another database beside one's own."""
    connection.executemany(
        "INSERT INTO forgotten (salt, digest, until) VALUES (?, ?, ?)"
        " ON CONFLICT (salt, digest) DO UPDATE SET until = max(until, excluded.until)",
        more,
    )


@lru_cache(maxsize=4096)
def _digest(salt: bytes, form: str) -> bytes:
    return hmac.new(salt, form.encode(), hashlib.sha256).digest()
