"""Keeps the history in step with the PBX's call records: at the start, every hour, after a gap, and on demand."""

import asyncio
import random
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from agent_desktop.desk.day_sync import Agenda, DaySync, Source, source_of
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.sync_plan import days_between
from agent_desktop.desk.updates import News, SettingsChanged, Update
from agent_desktop.errors import AgentDesktopError, NotSetUp
from agent_desktop.telephony.events import CallReported

EVERY_S = 3600.0
JITTER = 0.1
"""Hundreds of desks that begin at nine must not all ask at ten."""

FIRST_RETRY_S = 60.0
SLOWEST_RETRY_S = 900.0


@dataclass(frozen=True, slots=True)
class SyncProgress(News):
    """Where the synchronisation stands: `done` of `total` days, at `day`; `news` calls were new or known better.

    `synced_at` is when today was last asked for (epoch seconds, 0 for never). `problem` is a sentence, with its
    `advice`, where the last one failed; `stopped` says that someone ended it.
    """

    is_running: bool = False
    day: date | None = None
    done: int = 0
    total: int = 0
    news: int = 0
    synced_at: float = 0.0
    stopped: bool = False
    problem: str = ""
    advice: str = ""


class _Run:
    """One walk through an agenda, and how it ended."""

    def __init__(self) -> None:
        self.agenda = Agenda()
        self.finished = asyncio.Event()
        self.error: AgentDesktopError | None = None
        self.stopped = False


class HistorySync:
    """One walk at a time; what is asked for meanwhile joins it."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self.days = DaySync(self._source, around.store, self._take, around.now)
        self._run = _Run()
        self._run.finished.set()  # nothing is under way
        self._task: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()
        self._way: tuple[object, ...] = ()

    async def start(self) -> None:
        """Begin, and keep going."""
        with suppress(AgentDesktopError):
            await self.days.load()
        self._around.publisher.subscribe(self._hear)
        self._around.tasks.start(self._keep_going(), "keep the history in step")

    def soon(self) -> None:
        """There may be a gap: fill it."""
        if self._run.finished.is_set():
            self._wake.set()

    def _hear(self, update: Update) -> None:
        if isinstance(update, SettingsChanged):
            link = self._around.connection.link
            way = (link.client if link.is_set_up else None, update.settings.history, update.settings.keep)
            if way != self._way:
                self._way = way
                self._wake.set()

    async def _keep_going(self) -> None:
        retry = FIRST_RETRY_S
        while True:
            self._wake.clear()
            wait = EVERY_S
            try:
                await self.sync()
            except NotSetUp:
                pass
            except AgentDesktopError:
                wait, retry = retry, min(2 * retry, SLOWEST_RETRY_S)
            else:
                retry = FIRST_RETRY_S
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), wait * random.uniform(1 - JITTER, 1 + JITTER))

    async def sync(self) -> int:
        """Fetch what is due now; how many calls were new or known better. Raises what the PBX or the disk met."""
        return await self._finish(self._begin(await self.days.due()))

    async def sync_days(self, first: date, last: date) -> int:
        """Fetch these days, whether they are here or not."""
        self._source()
        return await self._finish(self._begin(days_between(first, last)))

    async def fetch_missing(self, first: date, last: date) -> int:
        """Fetch those of these days that are not here."""
        return await self._finish(self._begin(await self.days.missing(first, last)))

    async def begin(self, first: date | None = None, last: date | None = None) -> None:
        """The same as `sync` or `sync_days`, without waiting for the end."""
        self._source()
        if first is not None and last is not None:
            self._begin(days_between(first, last))
        else:
            self._begin(await self.days.due())

    async def missing(self, first: date, last: date) -> int:
        """How many of these days are not here, and are not fetched by themselves."""
        try:
            return len(await self.days.missing(first, last))
        except NotSetUp:
            return 0

    async def stop(self) -> None:
        """End it; the days that are here stay, the others come with the next one."""
        run = self._run
        if self._task is not None and not run.finished.is_set():
            run.stopped = True
            self._task.cancel()
            await run.finished.wait()

    async def progress(self) -> SyncProgress:
        """Where it stands."""
        return self._state(self._run)

    async def follow(self) -> SyncProgress:
        """Where it stands. Raises what the last one failed with."""
        if self._run.finished.is_set() and self._run.error is not None:
            raise self._run.error
        return self._state(self._run)

    # The work.

    def _source(self) -> Source:
        connection = self._around.connection
        return source_of(connection.settings, connection.link.client, connection.zone)

    async def _take(self, records: Sequence[CallReported]) -> int:
        news = await self._around.records.take(records)
        await self._around.book.flush()
        return news

    def _begin(self, days: Iterable[date]) -> _Run:
        if not self._run.finished.is_set():
            self._run.agenda.add(days)
            return self._run
        run = self._run = _Run()
        run.agenda.add(days)
        self._task = self._around.tasks.start(self._carry_out(run), "synchronise days")
        # Where the task is cancelled before it begins, nobody else would.
        self._task.add_done_callback(lambda _: run.finished.set())
        return run

    async def _finish(self, run: _Run) -> int:
        await run.finished.wait()
        if run.error is not None:
            raise run.error
        return run.agenda.news

    async def _carry_out(self, run: _Run) -> None:
        try:
            await self._around.background.forgiving("records", self._walk(run))
        finally:
            run.finished.set()
            self._tell(run)

    async def _walk(self, run: _Run) -> None:
        try:
            await self.days.walk(run.agenda, lambda: self._tell(run))
        except AgentDesktopError as error:
            run.error = error
            raise
        finally:
            # What is asked for from now on needs a walk of its own.
            run.finished.set()

    def _tell(self, run: _Run) -> None:
        self._around.publisher.publish(self._state(run))

    def _state(self, run: _Run) -> SyncProgress:
        agenda, error = run.agenda, run.error
        return SyncProgress(
            not run.finished.is_set(),
            agenda.day,
            agenda.done,
            agenda.total,
            agenda.news,
            self.days.synced_at,
            run.stopped,
            "" if error is None else error.title,
            "" if error is None else error.advice,
        )
