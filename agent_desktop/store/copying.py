"""A copy of the database while it is written, and a look at one that comes from elsewhere."""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from agent_desktop.store import contact_rows, forgotten
from agent_desktop.store.database import connect_read_only, open_database
from agent_desktop.store.failures import is_damage, sqlite_code, translated
from agent_desktop.store.folding import digits
from agent_desktop.store.schema import MIGRATIONS

VERSION = len(MIGRATIONS)
_PAGES_AT_ONCE = 500


def copy_database(source: Path, target: Path, progress: Callable[[int, int], None]) -> bool:
    """Copy one moment's state; `progress` gets pages done and in all, and breaks off by raising. False where there is
    nothing to copy yet. Raises StoreFailed, and OSError where the copy cannot be written.
    """
    connection = connect_read_only(source)
    if connection is None:
        return False
    with _copy_blamed(), closing(connection), closing(sqlite3.connect(target)) as copy:
        # In one transaction: what is written meanwhile would make the copy begin anew each time.
        connection.execute("BEGIN")
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        connection.backup(
            copy, pages=_PAGES_AT_ONCE, progress=lambda _, left, total: progress(total - left, total), sleep=0
        )
        copy.execute("PRAGMA journal_mode = DELETE")  # the copy is one file
    return True


@contextmanager
def _copy_blamed() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        # Nothing but the copy is written.
        number = errno.ENOSPC if sqlite_code(error) == sqlite3.SQLITE_FULL else 0
        number = errno.EIO if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_IOERR_WRITE else number
        if number:
            raise OSError(number, os.strerror(number)) from error
        with translated():
            raise


def version_of(path: Path) -> int | None:
    """A copy's version, None where it is damaged or no database of ours. Raises StoreFailed."""
    with translated(), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
        try:
            version = int(copy.execute("PRAGMA user_version").fetchone()[0])
            is_sound = copy.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            return None
        return version if version and is_sound else None


def carry_forgotten(old: Path, new: Path, now: float) -> None:
    """Have a database know, too, who was forgotten in an old one, and forget their contacts at once: unlike calls,
    those do not tell whether they came later. Raises StoreFailed.
    """
    with translated():
        connection = connect_read_only(old)
        if connection is None:
            return
        with closing(connection):
            rows = forgotten.rows(connection)
        with closing(open_database(new, now).connection) as opened:
            forgotten.insert(opened, rows)
            gone = forgotten.Forgotten(rows)
            select = "SELECT contact_id, canonical, number FROM contact_numbers"
            numbers = opened.execute(select).fetchall() if gone else []
            ids = {owner for owner, canonical, number in numbers if gone.until(canonical, digits(number)) is not None}
            contact_rows.remove(ids, set(), opened)
