"""Everything that is known of one call: its facts, what was written of it, and each event as it came."""

import asyncio
from dataclasses import dataclass
from itertools import islice

from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.pbx.webhook import Request, parse
from agent_desktop.store import journal
from agent_desktop.store.journal import StoredEntry
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.events import Event
from agent_desktop.telephony.history import HistoryCount, HistoryQuery
from agent_desktop.telephony.latency import LatencyReceipt

MOST_EVENTS = 500
LONGEST_REQUEST = 4000


@dataclass(frozen=True, slots=True)
class HeardEvent:
    """An event as it came: when (epoch seconds), what it says, and the request, without secrets."""

    received: float
    event: Event
    request: str


@dataclass(frozen=True, slots=True)
class CallDetails:
    """`record` is None where the call is not in the history; `receipt` where it had no pop."""

    record: CallRecord | None = None
    name: str = ""
    note: str = ""
    disposition: str = ""
    receipt: LatencyReceipt | None = None
    events: tuple[HeardEvent, ...] = ()


class CallBrowser:
    """Looks things up for the windows."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    async def details(self, callid: str) -> CallDetails:
        """Everything that is known of a call. Raises StoreFailed."""
        store = self._around.store
        page = await self._around.book.page(HistoryQuery(callid=callid, limit=1))
        receipt = await store.receipt(callid)
        entries = await asyncio.to_thread(self._entries, callid)
        return CallDetails(
            page.rows[0] if page.rows else None,
            page.names.get(callid, ""),
            page.notes.get(callid, ""),
            page.dispositions.get(callid, ""),
            receipt,
            tuple(map(self._heard, entries)),
        )

    async def count(self, query: HistoryQuery) -> HistoryCount:
        """All that the query lists, counted; cancelling it breaks that off. Raises StoreFailed."""
        return await self._around.store.count(query)

    async def queues(self) -> tuple[str, ...]:
        """Every queue that a call of the history came from, by name. Raises StoreFailed."""
        return await self._around.store.queues()

    def _entries(self, callid: str) -> list[StoredEntry]:
        return list(islice(journal.read(self._around.store.path, callid=callid), MOST_EVENTS))

    def _heard(self, entry: StoredEntry) -> HeardEvent:
        connection = self._around.connection
        event = parse(Request(entry.method, entry.target, entry.content_type, entry.body), connection.zone)
        lines = [f"{entry.method} {entry.target}"]
        if entry.content_type:
            lines.append(f"Content-Type: {entry.content_type}")
        if entry.body:
            lines += ["", entry.body.decode("utf-8", "replace")]
        request = connection.clean("\n".join(lines))
        return HeardEvent(entry.received, event, request[:LONGEST_REQUEST])
