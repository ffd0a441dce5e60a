"""A thread and a read-only connection for questions, so that none of them waits for the writer or for the windows."""

import asyncio
import contextlib
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from agent_desktop.errors import StoreFailed
from agent_desktop.store.database import connect_read_only, doubt
from agent_desktop.store.failures import is_damage, translated

T = TypeVar("T")

_STEPS_BETWEEN_CHECKS = 10_000


class Reader:
    """Answers one question after another. A question whose asker was cancelled is broken off."""

    def __init__(self, path: Path, name: str, why_not: Callable[[], StoreFailed | None] = lambda: None) -> None:
        """`why_not` knows why there is no database, where that is known."""
        self._path = path
        self._why_not = why_not
        self._connection: sqlite3.Connection | None = None
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    async def ask(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """The answer, from one moment's state. Raises StoreFailed where the database cannot be read."""
        cancelled = threading.Event()
        try:
            return await asyncio.get_running_loop().run_in_executor(self._executor, self._answer, question, cancelled)
        except asyncio.CancelledError:
            cancelled.set()
            raise

    async def close(self) -> None:
        """Finish what was asked, and close the connection."""
        await asyncio.get_running_loop().run_in_executor(self._executor, self._disconnect)
        self._executor.shutdown()

    def _answer(self, question: Callable[[sqlite3.Connection], T], cancelled: threading.Event) -> T:
        with translated():
            connection = self._connected()
            connection.set_progress_handler(cancelled.is_set, _STEPS_BETWEEN_CHECKS)
            connection.execute("BEGIN")
            try:
                return question(connection)
            except sqlite3.Error as error:
                if is_damage(error):
                    doubt(self._path)
                raise
            finally:
                # A failure may have ended the transaction by itself.
                with contextlib.suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = connect_read_only(self._path)
        if self._connection is None:
            raise self._why_not() or StoreFailed("There is no call journal yet.")
        return self._connection

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
