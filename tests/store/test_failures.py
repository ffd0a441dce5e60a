import errno
import sqlite3

import pytest

from agent_desktop.errors import StoreFailed
from agent_desktop.store.failures import is_damage, store_failed, translated


def failed(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "title"),
    [
        (failed(sqlite3.SQLITE_FULL), "full"),
        (failed(sqlite3.SQLITE_IOERR_SHMSIZE), "full"),
        (OSError(errno.ENOSPC, "No space left on device"), "full"),
        (failed(sqlite3.SQLITE_IOERR_FSYNC), "gives errors"),
        (failed(sqlite3.SQLITE_BUSY_SNAPSHOT), "Another program"),
        (failed(sqlite3.SQLITE_READONLY_DIRECTORY), "may not be written"),
        (failed(sqlite3.SQLITE_CANTOPEN_ISDIR), "cannot be opened"),
        (PermissionError(errno.EACCES, "Permission denied"), "cannot be opened"),
        (failed(sqlite3.SQLITE_CORRUPT_INDEX), "damaged"),
        (failed(sqlite3.SQLITE_NOTADB), "damaged"),
    ],
)
def test_what_is_the_computers_fault_is_said_plainly(error: Exception, title: str) -> None:
    with pytest.raises(StoreFailed, match=title) as told, translated():
        raise error
    assert told.value.advice
    assert told.value.__cause__ is error
    assert "SQLite" not in told.value.message


def test_a_bug_stays_a_bug() -> None:
    for error in (failed(sqlite3.SQLITE_ERROR), sqlite3.ProgrammingError("closed"), sqlite3.IntegrityError("unique")):
        assert store_failed(error) is None
        assert not is_damage(error)
        with pytest.raises(type(error)), translated():
            raise error
