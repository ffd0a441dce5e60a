"""Opening the database file: durable, at the right version, and never over one that cannot be used."""

import contextlib
import logging
import sqlite3
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from agent_desktop.errors import StoreFailed
from agent_desktop.store import bitmap_tables
from agent_desktop.store.failures import is_damage, sqlite_code, translated
from agent_desktop.store.schema import MIGRATIONS, TABLES

_log = logging.getLogger(__name__)

BUSY_TIMEOUT_S = 5.0
CHECKED_BYTES = 64 << 20
"""Files up to this size are read through at start (about 0.1 s); larger ones where a run before had its doubts."""
_KEEP_LITTLE = "PRAGMA cache_size = -1024"
"""KiB of the file that each connection keeps in memory: the system keeps the file, too, and once for all of them."""
LOG_BYTES = 64 << 20
"""What the write-ahead log may keep of the disk once a burst is over."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The connection for the writer, and a sentence for the user where an old file was set aside, else ""."""

    connection: sqlite3.Connection
    notice: str


# A byte that a bad disk turned costs its character, not the whole history.
_as_text = partial(str, encoding="utf-8", errors="backslashreplace")


class _CannotBeUsed(Exception):
    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


_INDEXES = frozenset({"calls_fts", "contacts_fts"})
_NOTICES = {
    "newer": "The call journal was made by a newer version of Agent Desktop.",
    "damaged": "The call journal was damaged.",
}


def open_database(path: Path, now: float, migrations: tuple[tuple[str, ...], ...] = MIGRATIONS) -> Opened:
    """Open or create it, for one thread at a time. Raises StoreFailed where the disk or the rights do not allow it.

    A damaged file, or one of a newer version, is renamed with `now` (seconds since the epoch) in its name.
    """
    with translated():
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return Opened(_prepared(path, migrations), "")
        except _CannotBeUsed as reason:
            why = reason.why
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            why = "damaged"
        kept = _set_aside(path, why, now)
        _log.warning("the database was set aside as %s", kept.name)
        notice = f"{_NOTICES[why]} It is kept as {kept.name}, and a new one was begun."
        return Opened(_prepared(path, migrations), notice)


def connect_read_only(path: Path) -> sqlite3.Connection | None:
    """A connection that cannot write, also while the program runs or after it crashed; None where nothing is kept yet.

    Raises StoreFailed where the file is there but cannot be read.
    """
    with translated():
        if not path.exists():
            return None
        try:
            return _read_only(path, "mode=ro")
        except sqlite3.OperationalError as error:
            log = path.with_name(path.name + "-wal")
            forbidden = sqlite_code(error) in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
            full = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_IOERR_SHMSIZE
            if not (forbidden or full) or not path.is_file() or (log.exists() and log.stat().st_size):
                raise
            # The folder takes no more, so SQLite cannot share the file. Without a log nobody writes it either.
            return _read_only(path, "mode=ro&immutable=1")


def doubt(path: Path) -> None:
    """Have the next start read the whole file: something in it could not be used."""
    with contextlib.suppress(OSError):
        _doubts(path).touch()


def _doubts(path: Path) -> Path:
    return path.with_name(path.name + ".check")


def storable(text: str) -> str:
    """The text as UTF-8 can hold it: half of a surrogate pair, as hostile JSON brings, is spelled out."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def _prepared(path: Path, migrations: tuple[tuple[str, ...], ...]) -> sqlite3.Connection:
    if not path.exists():
        path.touch(mode=0o600)
    connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
    connection.text_factory = _as_text
    try:
        version = _version(connection)
        if version > len(migrations):
            raise _CannotBeUsed("newer")
        doubtful = _doubts(path).exists()
        if version and (doubtful or path.stat().st_size <= CHECKED_BYTES):
            _check(connection, doubtful)
        if not version:
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # before the file has a first page
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA secure_delete = ON")  # always: what an update leaves behind is the same text
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(_KEEP_LITTLE)
        connection.execute(f"PRAGMA journal_size_limit = {LOG_BYTES}")
        _migrate(connection, version, migrations)
        _doubts(path).unlink(missing_ok=True)
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _check(connection: sqlite3.Connection, doubtful: bool) -> None:
    if not doubtful and _is_sound(connection):
        return
    # The indexes of search can be made anew; SQLite looks into it from 3.44 on. If that does not help, nothing is kept.
    connection.execute("BEGIN IMMEDIATE")
    tables = _tables(connection)
    for index in _INDEXES & tables:
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608 - a name of our own
    for statement in bitmap_tables.ANEW if tables >= bitmap_tables.BITMAP_TABLE_NAMES else ():
        connection.execute(statement)
    if not _is_sound(connection):
        raise _CannotBeUsed("damaged")
    connection.execute("COMMIT")


def _is_sound(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def _migrate(connection: sqlite3.Connection, version: int, migrations: tuple[tuple[str, ...], ...]) -> None:
    if version == 0 and _tables(connection):
        raise _CannotBeUsed("damaged")  # another program's database
    steps = list(enumerate(migrations[version:], start=version + 1))
    # A new database is there at once for those who read it meanwhile, and not as one of every version before.
    for together in [steps] if version == 0 else [[step] for step in steps]:
        connection.execute("BEGIN IMMEDIATE")
        try:
            for number, statements in together:
                for statement in statements:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
    if not _tables(connection) >= TABLES:
        raise _CannotBeUsed("damaged")


def _set_aside(path: Path, why: str, now: float) -> Path:
    stamp = time.strftime("%Y%m%d-%H%M%S", time.localtime(now))
    kept = path.with_name(f"{path.name}.{why}-{stamp}")
    count = 1
    while kept.exists():
        count += 1
        kept = path.with_name(f"{path.name}.{why}-{stamp}-{count}")
    # The log goes first: beside a new file it would be replayed into that.
    for ending in ("-wal", "-shm", ""):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(kept.with_name(kept.name + ending))
    return kept


def _read_only(path: Path, how: str) -> sqlite3.Connection | None:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}",
        uri=True,
        timeout=BUSY_TIMEOUT_S,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.text_factory = _as_text
    try:
        connection.execute(_KEEP_LITTLE)
        version = _version(connection)
        if version not in (0, len(MIGRATIONS)):
            raise StoreFailed(
                "The call journal was made by another version of Agent Desktop.",
                "Start Agent Desktop once, and try again.",
            )
    except BaseException:
        connection.close()
        raise
    if version:
        return connection
    connection.close()
    return None
