"""Pulls call records (CDRs) from the REST API: for one call, for a day's calls, for what a restart missed."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from datetime import tzinfo

from agent_desktop.desk.call_book import CallBook
from agent_desktop.desk.effects import Effect, PullCall
from agent_desktop.desk.pbx_link import PbxLink
from agent_desktop.desk.session import Session
from agent_desktop.pbx.webhook import Request, parse
from agent_desktop.store.store import Store
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import AgentStatusChanged, CallReported, Unreadable

BULK_FROM = 4
"""From this many calls on, one request for their days is kinder to the PBX than one for each."""

DAY_S = 24 * 3600.0
UNREPORTED_S = 2 * DAY_S
UNREPORTED_KEPT = 200
LONGEST_CALL_S = 4 * 3600.0


class RecordSync:
    """Records in, calls kept. Raises what the link raises; what was pulled before that is kept."""

    def __init__(
        self,
        link: PbxLink,
        session: Session,
        book: CallBook,
        carry_out: Callable[[Iterable[Effect]], None],
        now: Callable[[], float],
    ) -> None:
        self._link = link
        self._session = session
        self._book = book
        self._carry_out = carry_out
        self._now = now
        self._recent_under_way = False

    async def pull(self, wanted: Sequence[PullCall]) -> None:
        """The records of these calls."""
        if not self._link.is_set_up:
            return
        if len(wanted) >= BULK_FROM:
            near = [pull.near for pull in wanted]
            await self._take(await self._link.records_since(min(near) - DAY_S, max(near) + DAY_S), wanted)
            return
        for one in wanted:
            await self._take(await self._link.records_near(one.near, one.callid), wanted)

    async def pull_recent(self) -> None:
        """Today's records, for a card whose number is not known yet. One request at a time."""
        if self._recent_under_way or not self._link.is_set_up:
            return
        self._recent_under_way = True
        try:
            await self._take(await self._link.records_since(self._now(), self._now()), ())
        finally:
            self._recent_under_way = False

    async def sync(self) -> int:
        """Today's and yesterday's records; how many."""
        now = self._now()
        return await self._take(await self._link.records_since(now - DAY_S, now), ())

    async def _take(self, records: Sequence[CallReported], wanted: Sequence[PullCall]) -> int:
        now = self._now()
        asked = {pull.callid for pull in wanted}
        calls = []
        for record in records:
            if not record.callid:
                continue
            if record.callid in asked or self._session.concerns(record):
                self._carry_out(self._session.receive(record, now))
            else:
                calls.append(Call.of(record, now))
        await self._book.merge_records(calls)
        return len(records)

    async def replay(self, store: Store, zone: tzinfo, live_since: float) -> int:
        """Merge the journal's entries that no call shows yet (a crash came between). Entries received after
        `live_since` go through the session, so that a call that still rings pops again. The last entry's number.
        """
        seq = await asyncio.to_thread(store.applied_seq)
        for entry in await asyncio.to_thread(list, store.entries(seq)):
            seq = entry.seq
            event = parse(Request(entry.method, entry.target, entry.content_type, entry.body), zone)
            if entry.received >= live_since:
                self._carry_out(self._session.receive(event, entry.received))
            elif not isinstance(event, (AgentStatusChanged, Unreadable)) and event.callid:
                self._book.keep(Call.of(event, entry.received))
        return seq

    async def resume(self, store: Store, now: float) -> None:
        """Calls of earlier runs: those that may go on get their card back, records that are missing are asked for."""
        for callid in (await store.unreported(now - UNREPORTED_S, now))[-UNREPORTED_KEPT:]:
            call = await store.call(callid)
            if call is None or self._session.call(callid) is not None:
                continue
            if call.is_over or call.started < now - LONGEST_CALL_S:
                self._session.want_record(callid, now, call.started)
            else:
                self._carry_out(self._session.restore(call, now))
