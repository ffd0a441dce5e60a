"""Fetches call records from the PBX, a day at a time, the newest first, and remembers which days are complete.

A day is noted only after its records are on disk, so whatever ends the work, the next one goes on where it stopped.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from functools import partial

from agent_desktop.desk.settings import Settings
from agent_desktop.desk.sync_plan import DAY, EARLIEST, days_between, due_days, is_complete, reach
from agent_desktop.desk.zone import day_of
from agent_desktop.errors import AnswerNotUnderstood
from agent_desktop.pbx.client import PbxClient
from agent_desktop.store import synced_days
from agent_desktop.store.store import Store
from agent_desktop.telephony.events import CallReported

_log = logging.getLogger(__name__)

PAUSE_S = 0.5
"""Between two days, or as long as the PBX took to answer where that is longer."""

ODD_IN_A_ROW = 3
"""After so many answers that make no sense the rest is not asked for."""


@dataclass(frozen=True, slots=True)
class Source:
    """Whom to ask. `name` tells one PBX from another; `days` is how far back is fetched without being asked for, and
    what is more than `kept_days` old is not fetched at all (0: all is kept).
    """

    name: str
    client: PbxClient
    zone: tzinfo
    days: int
    kept_days: int = 0

    def earliest(self, today: date) -> date:
        """The first day that is kept."""
        return today - (self.kept_days - 1) * DAY if self.kept_days else EARLIEST


def source_of(settings: Settings, client: PbxClient, zone: tzinfo) -> Source:
    """The PBX of these settings."""
    pbx = settings.pbx
    name = " ".join((pbx.report_url or pbx.url, pbx.domain, pbx.zone))
    return Source(name, client, zone, settings.history.sync_days, settings.keep.days)


class Agenda:
    """The days that are still to be fetched, and what came of the others. `news` counts calls, new or known better."""

    def __init__(self, days: Iterable[date] = ()) -> None:
        self._waiting = set(days)
        self.day: date | None = None
        self.done = 0
        self.news = 0

    def add(self, days: Iterable[date]) -> None:
        """These, too."""
        self._waiting.update(days)

    def take_next(self) -> date | None:
        """The newest day that waits, None after the last."""
        self.day = max(self._waiting, default=None)
        if self.day is not None:
            self._waiting.remove(self.day)
        return self.day

    def finish_day(self) -> None:
        """It is done with."""
        self.done += 1
        self.day = None

    @property
    def has_more(self) -> bool:
        """True while days wait."""
        return bool(self._waiting)

    @property
    def total(self) -> int:
        """All days, those that are done included."""
        return self.done + (self.day is not None) + len(self._waiting)


class DaySync:
    """`source` raises NotSetUp; `take` keeps records on disk and tells how many calls were new or known better."""

    def __init__(
        self,
        source: Callable[[], Source],
        store: Store,
        take: Callable[[Sequence[CallReported]], Awaitable[int]],
        now: Callable[[], float],
    ) -> None:
        self._source = source
        self._store = store
        self._take = take
        self._now = now
        self.pause_s = PAUSE_S
        self.synced_at = 0.0
        """When today was last asked for, as far as this run knows or `load` found; 0 where it was not."""

    async def due(self) -> list[date]:
        """The days that are to be fetched now."""
        source, now = self._source(), self._now()
        earliest = source.earliest(day_of(now, source.zone))
        return [day for day in due_days(await self._asked(source), source.days, now, source.zone) if day >= earliest]

    async def missing(self, first: date, last: date) -> list[date]:
        """Days of these that are not here, and that nothing fetches by itself."""
        source, now = self._source(), self._now()
        today = day_of(now, source.zone)
        asked = await self._asked(source)
        first = max(first, source.earliest(today))
        last = min(last, reach(today, source.days, asked) - DAY)
        return [day for day in days_between(first, last) if not is_complete(day, asked, now, source.zone)]

    async def load(self) -> None:
        """Look up when an earlier run asked for today."""
        source, now = self._source(), self._now()
        today = day_of(now, source.zone)
        at = (await self._asked(source)).get(today, 0.0)
        self.synced_at = at if at <= now else 0.0

    async def _asked(self, source: Source) -> dict[date, float]:
        return await self._store.look_up(partial(synced_days.asked_at, source=source.name))

    async def walk(self, agenda: Agenda, tell: Callable[[], None]) -> None:
        """Fetch the agenda's days; `tell` says that it has changed. Raises what the PBX or the disk does not allow.

        A day whose answer makes no sense does not keep the others from coming.
        """
        odd: AnswerNotUnderstood | None = None
        in_a_row = 0
        loop = asyncio.get_running_loop()
        while (day := agenda.take_next()) is not None:
            tell()
            began = loop.time()
            try:
                agenda.news += await self._fetch(day)
            except AnswerNotUnderstood as error:
                odd, in_a_row = odd or error, in_a_row + 1
                if in_a_row == ODD_IN_A_ROW:
                    raise
            else:
                in_a_row = 0
            agenda.finish_day()
            if agenda.has_more:
                await asyncio.sleep(max(self.pause_s, loop.time() - began))
        if odd is not None:
            raise odd

    async def _fetch(self, day: date) -> int:
        source, asked = self._source(), self._now()
        is_today = day >= day_of(asked, source.zone)
        # Where the PBX's zone is not the one in the settings, its tomorrow may have begun already.
        last = day + DAY if is_today else day
        records = await source.client.records(day, last)
        news = await self._take(_of_the_day(records, day, source.zone))
        await self._store.writer.submit(partial(synced_days.note, source.name, day, asked))
        if is_today:
            self.synced_at = asked
        return news


def _of_the_day(records: Sequence[CallReported], day: date, zone: tzinfo) -> list[CallReported]:
    """The records that say when their call was: one of long ago must not be taken for one of now.

    Raises AnswerNotUnderstood where none of several says so, or all are about other days: this one would count as
    complete.
    """
    dated = [record for record in records if record.started is not None]
    if len(records) > 1 and not dated:
        raise AnswerNotUnderstood(
            "The PBX told call records whose dates cannot be read.",
            "Tell your administrator: the report's dates should look like 2024-03-01 13:15:40.",
        )
    days = {day_of(record.started, zone) for record in dated if record.started is not None}
    if days and not any(abs(one - day) <= DAY for one in days):
        raise AnswerNotUnderstood(
            "The PBX told the call records of other days than it was asked for.",
            "Tell your administrator: the report of the PBX does not heed the dates.",
        )
    if len(dated) < len(records):
        _log.warning("%d call records were left out: their dates cannot be read", len(records) - len(dated))
    return dated
