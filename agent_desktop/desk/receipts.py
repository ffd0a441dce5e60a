"""What became of each pop: how soon its first event was on the screen, or why it was not."""

import time
from collections import deque
from dataclasses import dataclass

from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import CardClosed, CardShown, Update
from agent_desktop.telephony.call import UNNAMED
from agent_desktop.telephony.latency import LatencyReceipt
from agent_desktop.telephony.pop_audit import Outcome
from agent_desktop.telephony.screen_pop import Card

LATEST = 1000
_OPEN = 100
_MS = 1e6


@dataclass(frozen=True, slots=True)
class _Shown:
    """A card that waits to be painted. Times are perf_counter_ns but for `at`; those of its event are 0 without one."""

    at: float
    shown_ns: int
    received_ns: int
    parsed_ns: int


class Receipts:
    """`latest` lists (callid, received, painted), in nanoseconds of perf_counter."""

    def __init__(self, around: Surroundings) -> None:
        self.latest: deque[tuple[str, int, int]] = deque(maxlen=LATEST)
        self._around = around
        self._shown: dict[str, _Shown] = {}
        self._known: dict[str, None] = {}
        around.publisher.subscribe(self._hear)

    def _hear(self, update: Update) -> None:
        match update:
            case CardShown(card) if card.callid not in self._known:
                self._note(card)
            case CardClosed(callid):
                self._end(callid, Outcome.FOLDED)
                self._known.pop(callid, None)

    def _note(self, card: Card) -> None:
        for open_ones in (self._shown, self._known):
            if len(open_ones) >= _OPEN:
                del open_ones[next(iter(open_ones))]
        self._known[card.callid] = None
        parsed_ns = self._around.parsed_ns() if card.received_ns else 0
        self._shown[card.callid] = _Shown(
            self._around.now(), self._around.publisher.told_ns, card.received_ns, parsed_ns
        )

    async def painted(self, callid: str, painted_ns: int) -> None:
        """A card for this call was painted. Its receipt is kept; a disk that does not take it costs nothing else."""
        shown = self._shown.get(callid)
        if shown is None:
            return
        if shown.received_ns:
            self.latest.append((callid, shown.received_ns, painted_ns))
        if callid.startswith(UNNAMED):
            self._end(callid, Outcome.UNNAMED)
            return
        if not shown.received_ns:
            self._end(callid, Outcome.RESTORED)
            return
        del self._shown[callid]
        at = self._around.now() - (time.perf_counter_ns() - shown.received_ns) / 1e9
        moments = (shown.parsed_ns, shown.shown_ns, painted_ns)
        later = ((moment - shown.received_ns) / _MS for moment in moments)
        self._around.background.start("disk", self._keep(callid, LatencyReceipt(at, *later)))

    async def not_popped(self, callid: str, outcome: Outcome) -> None:
        """The windows do not show the call's card. Why is kept."""
        self._end(callid, outcome)

    def dismissed(self, callid: str) -> None:
        """The agent sends the card away."""
        self._end(callid, Outcome.DISMISSED)

    def _end(self, callid: str, outcome: Outcome) -> None:
        """No receipt will come."""
        shown = self._shown.pop(callid, None)
        if shown is None:
            return
        # The callid of a call without a name is used again by the next run.
        key = f"{callid} {shown.at:.3f}" if callid.startswith(UNNAMED) else callid
        after_ms = (time.perf_counter_ns() - (shown.received_ns or shown.shown_ns)) / _MS
        self._around.background.start("disk", self._keep_outcome(key, shown.at, outcome, after_ms))

    async def _keep(self, callid: str, receipt: LatencyReceipt) -> None:
        await self._around.store.keep_receipt(callid, receipt)

    async def _keep_outcome(self, callid: str, at: float, outcome: Outcome, after_ms: float) -> None:
        await self._around.store.keep_pop_outcome(callid, at, outcome, after_ms)
