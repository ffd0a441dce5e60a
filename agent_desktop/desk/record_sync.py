"""Takes in call records (CDRs) of the REST API: those of a day, and those that a call or a card waits for."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import tzinfo

from agent_desktop.desk.call_book import CallBook
from agent_desktop.desk.effects import Effect, PullCall, SaveCall
from agent_desktop.desk.pbx_link import PbxLink
from agent_desktop.desk.session import Session
from agent_desktop.pbx.webhook import Request, parse
from agent_desktop.store.store import Store
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import AgentStatusChanged, CallReported, Unreadable

BULK_FROM = 4
"""From this many calls on, one request for their days is kinder to the PBX than one for each."""

BULK_MARGIN_S = 2 * 3600.0
"""A call is looked for on the days this long before and after it: it may cross midnight, a clock may be wrong."""

TAKEN_AT_ONCE = 50
"""Records that are taken in before other work has its turn: a company's day holds many thousands, and a webhook is
acknowledged only after what is being written.
"""

SEEN_KEPT = 200_000
DAY_S = 24 * 3600.0
UNREPORTED_S = 2 * DAY_S
UNREPORTED_KEPT = 500


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
        self._wanted: dict[str, float] = {}
        self._is_pulling = False
        self._recent_under_way = False
        self._seen: set[int] = set()

    async def pull(self, wanted: Iterable[PullCall]) -> None:
        """The records of these calls, one request after the other; what is wanted meanwhile joins the next."""
        if not self._link.is_set_up:
            return
        self._wanted |= {one.callid: one.near for one in wanted}
        if self._is_pulling:
            return
        self._is_pulling = True
        try:
            while self._wanted:
                asked, self._wanted = self._wanted, {}
                await self._pull(asked)
        finally:
            self._is_pulling = False

    async def _pull(self, asked: Mapping[str, float]) -> None:
        if len(asked) >= BULK_FROM:
            first, last = min(asked.values()) - BULK_MARGIN_S, max(asked.values()) + BULK_MARGIN_S
            await self._take(await self._link.records_since(first, last), asked)
            return
        for callid, near in asked.items():
            await self._take(await self._link.records_near(near, callid), asked)

    async def pull_recent(self) -> None:
        """Today's records, for a card whose number is not known yet. One request at a time."""
        if self._recent_under_way or not self._link.is_set_up:
            return
        self._recent_under_way = True
        try:
            await self._take(await self._link.records_since(self._now() - BULK_MARGIN_S, self._now()), {})
        finally:
            self._recent_under_way = False

    async def take(self, records: Sequence[CallReported]) -> int:
        """Merge a day's records into what is known, leaving at least as much time for other work as it takes; how many
        were news. They are on disk once the book is flushed.
        """
        news = 0
        loop = asyncio.get_running_loop()
        for start in range(0, len(records), TAKEN_AT_ONCE):
            began = loop.time()
            news += await self._take_some(records[start : start + TAKEN_AT_ONCE], {})
            await asyncio.sleep(loop.time() - began)
        return news

    async def _take(self, records: Sequence[CallReported], asked: Mapping[str, float]) -> None:
        for start in range(0, len(records), TAKEN_AT_ONCE):
            await self._take_some(records[start : start + TAKEN_AT_ONCE], asked)
            # Without others, nothing was waited for.
            await asyncio.sleep(0)

    async def _take_some(self, records: Sequence[CallReported], asked: Mapping[str, float]) -> int:
        now = self._now()
        own: list[Call] = []
        others: dict[CallReported, Call] = {}
        for record in records:
            if record.callid in asked or self._session.concerns(record, now):
                effects = self._session.receive(record, now)
                own += [effect.call for effect in effects if isinstance(effect, SaveCall)]
                self._carry_out(effects)
            elif hash(record) not in self._seen:
                others[record] = Call.of(record, now)
        # The session forgets a call when the program ends: what is news of an own one, too, is for the disk to say.
        news = await self._book.merge_records([*own, *others.values()]) if own or others else 0
        self._remember(others, now)
        return news

    def _remember(self, records: Iterable[CallReported], now: float) -> None:
        """Those of the last days will be told again and again."""
        if len(self._seen) >= SEEN_KEPT:
            self._seen.clear()
        recent = (record for record in records if record.started is None or record.started > now - 2 * DAY_S)
        self._seen.update(map(hash, recent))

    async def replay(self, store: Store, zone: tzinfo) -> int | None:
        """Merge the journal's entries that no call shows yet (a crash came between); the last one's number, if any."""
        seq = await asyncio.to_thread(store.applied_seq)
        entries = await asyncio.to_thread(list, store.entries(seq))
        for entry in entries:
            seq = entry.seq
            event = parse(Request(entry.method, entry.target, entry.content_type, entry.body), zone)
            if isinstance(event, AgentStatusChanged):
                self._carry_out(self._session.recall_status(event, entry.received))
            elif not isinstance(event, Unreadable) and event.callid:
                self._book.keep(Call.of(event, entry.received))
        return seq if entries else None

    async def resume(self, store: Store, now: float) -> None:
        """Calls of earlier runs: those that may go on get their card back, records that are missing are asked for."""
        for callid in (await store.unreported(now - UNREPORTED_S, now))[-UNREPORTED_KEPT:]:
            if (call := await store.call(callid)) is not None:
                self._carry_out(self._session.restore(call, now))
