"""The database file's size, and giving space back in steps of a few milliseconds."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

INDEXES = ("calls_fts", "contacts_fts")
RELEASED_AT_ONCE = 256
"""Pages (of 4 KB) cut off the file in one transaction."""
MERGED_AT_ONCE = 200
"""Pages of the search's index written in one transaction."""


@dataclass(frozen=True, slots=True)
class Space:
    """`used` bytes hold something, `free` ones are in the file and can be given back."""

    used: int
    free: int


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept: bytes on disk with the write-ahead log, calls, and when the first of them began (epoch seconds)."""

    size: int
    calls: int
    since: float | None


def space(connection: sqlite3.Connection) -> Space:
    """How the file is filled."""
    page, pages, free = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_size", "page_count", "freelist_count")
    )
    return Space((pages - free) * page, free * page)


def size_on_disk(path: Path) -> int:
    """The file and its log."""
    files = (path, path.with_name(f"{path.name}-wal"))
    return sum(file.stat().st_size for file in files if file.exists())


def figures(connection: sqlite3.Connection, path: Path) -> Kept:
    """What is kept."""
    count, since = connection.execute("SELECT count(*), min(id) FROM calls").fetchone()
    return Kept(size_on_disk(path), count, None if since is None else since / 1_000_000)


def release(connection: sqlite3.Connection) -> bool:
    """Cut free pages off the end of the file; True where there are more."""
    connection.execute(f"PRAGMA incremental_vacuum({RELEASED_AT_ONCE})").fetchall()
    return bool(connection.execute("PRAGMA freelist_count").fetchone()[0])


def merge_index(connection: sqlite3.Connection, index: str, *, begin: bool) -> bool:
    """A step of merging all of a search's index into one, which drops what was deleted; True where more is to do."""
    before = connection.total_changes
    pages = -MERGED_AT_ONCE if begin else MERGED_AT_ONCE
    connection.execute(" ".join(("INSERT INTO", index, "(", index, ", rank) VALUES ('merge', ?)")), (pages,))
    return connection.total_changes - before >= 2


def empty_log(connection: sqlite3.Connection) -> bool:
    """Write the log into the file and cut it to nothing; False where someone reads at this moment. Not inside a
    transaction.
    """
    timeout = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    connection.execute("PRAGMA busy_timeout = 0")  # whoever wants to write waits for this
    try:
        return bool(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {timeout}")


def rewrite(connection: sqlite3.Connection) -> None:
    """Write the whole file anew, without what earlier rows left between the present ones. Not inside a transaction."""
    connection.execute("VACUUM")
