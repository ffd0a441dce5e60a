"""SQLite's and the system's errors, translated into StoreFailed; what is not the computer's fault stays a bug."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from agent_desktop.errors import StoreFailed

_ADVICE_SPACE = "Free some space on the disk that holds your profile; recording goes on by itself."
_ADVICE_ACCESS = "Check that you may write to the folder of your profile."
_ADVICE_DAMAGE = "Restart Agent Desktop: it keeps the damaged file under another name and begins a new one."

_FULL = ("The disk is full, so calls cannot be recorded.", _ADVICE_SPACE)
_NO_ACCESS = ("The call journal cannot be opened.", _ADVICE_ACCESS)
_NOT_WRITABLE = ("The call journal may not be written.", _ADVICE_ACCESS)
_BUSY = ("Another program holds the call journal.", "Close programs that have the file journal.db open.")
_BROKEN_DISK = ("The disk that holds the call journal gives errors.", "Check the disk, and that it is connected.")
_DAMAGED = ("The call journal is damaged.", _ADVICE_DAMAGE)

_BY_CODE = {
    sqlite3.SQLITE_PERM: _NO_ACCESS,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _NOT_WRITABLE,
    sqlite3.SQLITE_IOERR: _BROKEN_DISK,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CANTOPEN: _NO_ACCESS,
    sqlite3.SQLITE_PROTOCOL: _BUSY,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}

_NO_SPACE = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def sqlite_code(error: BaseException) -> int | None:
    """SQLite's primary result code, or None where the error is not SQLite's."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def is_damage(error: BaseException) -> bool:
    """True where the file's content is at fault."""
    return sqlite_code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def store_failed(error: BaseException) -> StoreFailed | None:
    """The error in words for people, or None where it is a bug."""
    if isinstance(error, StoreFailed):
        return error
    if isinstance(error, OSError):
        return StoreFailed(*(_FULL if error.errno in _NO_SPACE else _NO_ACCESS))
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_IOERR_SHMSIZE:
        return StoreFailed(*_FULL)  # the index of the log could not grow
    words = _BY_CODE.get(sqlite_code(error) or 0)
    return None if words is None else StoreFailed(*words)


@contextmanager
def translated() -> Iterator[None]:
    """Raise StoreFailed for SQLite's and the system's errors within; bugs pass as they are."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        failure = store_failed(error)
        if failure is None:
            raise
        raise failure from error
