"""The desk's side of the history: calls are written behind the journal, coalesced, and looked up for cards."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta, tzinfo

from agent_desktop.desk.tasks import Tasks
from agent_desktop.desk.updates import CallChanged
from agent_desktop.errors import StoreFailed
from agent_desktop.store.store import Store
from agent_desktop.telephony.call import Call, CallRecord
from agent_desktop.telephony.events import WITHHELD
from agent_desktop.telephony.history import HistoryPage, HistoryQuery
from agent_desktop.telephony.screen_pop import PastCalls

_log = logging.getLogger(__name__)

FLUSH_AFTER_S = 0.25
AT_ONCE = 200
"""Calls of one transaction: a storm of them must not keep the journal, which is acknowledged, waiting."""

PAST_LIMIT = 200


class CallBook:
    """Keeps calls. The journal is what is acknowledged; this may lag behind it and catches up at the next start."""

    def __init__(
        self, store: Store, tasks: Tasks, applied_seq: Callable[[], int], changed: Callable[[CallChanged], None]
    ) -> None:
        self._store = store
        self._tasks = tasks
        self._applied_seq = applied_seq
        self._changed = changed
        self._dirty: dict[str, Call] = {}
        self._flushing = False
        self._writing = asyncio.Lock()

    def keep(self, call: Call) -> None:
        """Keep what is known of the call now, soon."""
        held = self._dirty.get(call.callid)
        self._dirty[call.callid] = call if held is None else held.merge(call)
        if not self._flushing:
            self._flushing = True
            self._tasks.start(self._flush_soon(), "keep calls")

    async def _flush_soon(self) -> None:
        try:
            while self._dirty:
                await asyncio.sleep(FLUSH_AFTER_S)
                await self.flush()
        except StoreFailed:
            # Nothing is lost: the journal has the events, and the next event tries again.
            _log.warning("calls could not be written; they stay in memory")
        finally:
            self._flushing = False

    async def flush(self) -> None:
        """Write what is not written yet. Raises StoreFailed, and keeps it then."""
        # One after the other: a later save that succeeds must not move the watermark past an earlier one that failed.
        async with self._writing:
            calls, self._dirty = list(self._dirty.values()), {}
            applied_seq, written = self._applied_seq(), 0
            try:
                while written < len(calls):
                    portion = calls[written : written + AT_ONCE]
                    is_last = written + len(portion) == len(calls)
                    await self._tell(await self._store.save(portion, applied_seq if is_last else 0))
                    written += len(portion)
            except StoreFailed:
                for call in calls[written:]:
                    held = self._dirty.get(call.callid)
                    self._dirty[call.callid] = call if held is None else call.merge(held)
                raise

    async def page(self, query: HistoryQuery) -> HistoryPage:
        """A page of the history, with what happened up to now."""
        await self._catch_up()
        return await self._store.page(query)

    async def _catch_up(self) -> None:
        try:
            await self.flush()
        except StoreFailed:
            _log.warning("the history is shown without the latest calls")

    async def past(self, number: str, but: str, now: float, zone: tzinfo) -> PastCalls | None:
        """Earlier calls with the number, the call `but` left out. None where there is no number to look for."""
        if not number or number == WITHHELD:
            return None
        await self._catch_up()
        found = await self._store.calls_with_number(number, PAST_LIMIT)
        earlier = sorted((r for r in found if r.callid != but), key=lambda r: r.started, reverse=True)
        if not earlier:
            return PastCalls()
        today = datetime.fromtimestamp(now, zone).replace(hour=0, minute=0, second=0, microsecond=0)
        week = (today - timedelta(days=today.weekday())).timestamp()
        last = earlier[0]
        return PastCalls(
            sum(record.started >= week for record in earlier),
            len(earlier),
            last.started,
            last.direction,
            last.status,
        )

    async def merge_records(self, calls: Iterable[Call]) -> int:
        """Keep calls that the REST API told; how many were new or changed. Raises StoreFailed."""
        return await self._tell(await self._store.save(calls, 0))

    async def _tell(self, changed: Sequence[CallRecord]) -> int:
        try:
            names = await self._store.contacts.names(record.number for record in changed)
        except StoreFailed:
            names = {}
        for record in changed:
            self._changed(CallChanged(record, names.get(record.number, "")))
        return len(changed)
