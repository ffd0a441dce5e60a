"""The one thread that writes. What is asked for while it commits goes into its next transaction, with one fsync."""

import asyncio
import contextlib
import logging
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from agent_desktop.errors import StoreFailed
from agent_desktop.store import journal
from agent_desktop.store.database import doubt
from agent_desktop.store.failures import is_damage, store_failed
from agent_desktop.store.many_rows import MOST_ROWS
from agent_desktop.store.receipt import Receipt

_log = logging.getLogger(__name__)

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]


@dataclass(frozen=True, slots=True)
class _Alone:
    """Work that cannot be done inside a transaction."""

    future: "asyncio.Future[Any]"
    work: Work[Any]


_Job = tuple["asyncio.Future[Any]", Work[Any]] | Receipt | _Alone
_Outcome = tuple[_Job, Any, Exception | None]

BATCH = 1000
"""A transaction with so many jobs takes no more, so that the first of a burst is not acknowledged with its last."""
_CLOSED = "The call journal is closed."
ROUND = 16
"""So many jobs of one round of the loop are enough for the other thread to begin; fewer wait for the round's end."""


class Writer:
    """Owns the connection from now on. Made and used on the thread of `loop`; `commits` counts transactions.

    `failure` is why there is no connection yet; `connect` is tried for whatever is asked, until it succeeds.
    """

    def __init__(
        self,
        connection: sqlite3.Connection | None,
        path: Path,
        loop: asyncio.AbstractEventLoop,
        connect: Callable[[], sqlite3.Connection],
        failure: StoreFailed | None = None,
    ) -> None:
        self.commits = 0
        self.failure = failure
        self._connection = connection
        self._connect = connect
        self._path = path
        self._loop = loop
        self._gathered: list[_Job] = []
        self._jobs: SimpleQueue[list[_Job] | None] = SimpleQueue()
        self._closed = False
        self._failing = False
        # A daemon: what it has not committed is not acknowledged, so a program that dies need not wait for it.
        self._thread = Thread(target=self._run, name="journal writer", daemon=True)
        self._thread.start()

    def submit(self, work: Work[T]) -> "asyncio.Future[T]":
        """Run `work` inside a transaction; done with its result once that is on disk, in the order of asking.

        Fails with StoreFailed where the disk does not take it; nothing of `work` is kept then.
        """
        future: asyncio.Future[T] = self._loop.create_future()
        if self._closed:
            future.set_exception(StoreFailed(_CLOSED))
        else:
            self._gather((future, work))
        return future

    def alone(self, work: Work[T]) -> "asyncio.Future[T]":
        """Like `submit`, between two transactions: VACUUM and checkpoints are no part of one."""
        future: asyncio.Future[T] = self._loop.create_future()
        if self._closed:
            future.set_exception(StoreFailed(_CLOSED))
        else:
            self._gather(_Alone(future, work))
        return future

    def append(self, entry: journal.JournalEntry) -> Receipt:
        """Like submitting work that inserts the entry; those in a row are one statement."""
        receipt = Receipt(entry)
        if self._closed:
            receipt.settle(0, StoreFailed(_CLOSED))
        else:
            self._gather(receipt)
        return receipt

    def _gather(self, job: _Job) -> None:
        if not self._gathered:
            # Waking the other thread for each costs more than the writing, and takes Python from a pop that wants to
            # be painted.
            self._loop.call_soon(self._hand_over)
        self._gathered.append(job)
        if len(self._gathered) == ROUND:
            self._hand_over()

    async def close(self) -> None:
        """Finish what was asked for, and close the connection."""
        if not self._closed:
            self._closed = True
            self._hand_over()
            self._jobs.put(None)
        await asyncio.to_thread(self._thread.join)

    def _hand_over(self) -> None:
        if self._gathered:
            self._jobs.put(self._gathered)
            self._gathered = []

    def _run(self) -> None:
        last = False
        while not last:
            batch, last = self._next_batch()
            for part in _apart(batch):
                self._deliver(self._settle(part))
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.close()

    def _next_batch(self) -> tuple[list[_Job], bool]:
        batch: list[_Job] = []
        jobs = self._jobs.get()
        while jobs is not None:
            batch += jobs
            if len(batch) >= BATCH:
                return batch, False
            try:
                jobs = self._jobs.get_nowait()
            except Empty:
                return batch, False
        return batch, True

    def _settle(self, batch: list[_Job]) -> list[_Outcome]:
        try:
            results = self._commit(batch)
        except Exception as error:  # noqa: BLE001 - whoever asked gets it
            failure = store_failed(error)
            if failure is None and len(batch) > 1:
                # A mistake of one job must not cost the others theirs.
                return [outcome for job in batch for outcome in self._settle([job])]
            if failure is not None:
                self._note_failure(error)
            return [(job, 0, failure or error) for job in batch]
        if self._failing:
            self._failing = False
            _log.info("the database can be written again")
        return [(job, result, None) for job, result in zip(batch, results, strict=True)]

    def _commit(self, batch: list[_Job]) -> list[Any]:
        connection = self._connected()
        if isinstance(batch[0], _Alone):
            return [batch[0].work(connection)]
        entries = [job.entry for job in batch if isinstance(job, Receipt)]
        if len(entries) == len(batch) and len(entries) <= MOST_ROWS:
            # One statement is a transaction by itself. Each further one would wait for Python, which one thread has
            # at a time, as long as the writing takes.
            results = journal.insert(entries, connection)
            self.commits += 1
            return results
        connection.execute("BEGIN IMMEDIATE")
        try:
            results = self._results(batch, connection)
            connection.execute("COMMIT")
        except BaseException:
            # A full disk may have rolled back by itself.
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
        self.commits += 1
        return results

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None:
            try:
                self._connection = self._connect()
            except StoreFailed as failure:
                self.failure = failure
                raise
            self.failure = None
        return self._connection

    def _results(self, batch: list[_Job], connection: sqlite3.Connection) -> list[Any]:
        results: list[Any] = []
        entries: list[journal.JournalEntry] = []
        for job in batch:
            if isinstance(job, Receipt):
                entries.append(job.entry)
            elif not isinstance(job, _Alone):
                results += journal.insert(entries, connection)
                entries.clear()
                results.append(job[1](connection))
        return results + journal.insert(entries, connection)

    def _note_failure(self, error: Exception) -> None:
        if is_damage(error):
            doubt(self._path)
        if not self._failing:
            self._failing = True
            _log.warning("the database cannot be written: %s", error)

    def _deliver(self, outcomes: list[_Outcome]) -> None:
        # The loop may be closed already; then nobody waits.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(_complete, outcomes)


def _apart(batch: list[_Job]) -> Iterator[list[_Job]]:
    """The jobs of one transaction each, in their order."""
    together: list[_Job] = []
    for job in batch:
        if not isinstance(job, _Alone):
            together.append(job)
            continue
        if together:
            yield together
        yield [job]
        together = []
    if together:
        yield together


def _complete(outcomes: list[_Outcome]) -> None:
    for job, result, error in outcomes:
        if isinstance(job, Receipt):
            job.settle(result, error)
            continue
        future = job.future if isinstance(job, _Alone) else job[0]
        if future.done():
            continue
        if error is None:
            future.set_result(result)
        else:
            future.set_exception(error)
