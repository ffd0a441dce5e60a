"""The latency receipts: how soon the first event of each call was on the screen."""

import time
from collections import deque

from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import CardShown, Update
from agent_desktop.telephony.latency import LatencyReceipt

LATEST = 1000
_OPEN = 100
_MS = 1e6


class Receipts:
    """`latest` lists (callid, received, painted), in nanoseconds of perf_counter."""

    def __init__(self, around: Surroundings) -> None:
        self.latest: deque[tuple[str, int, int]] = deque(maxlen=LATEST)
        self._around = around
        self._shown: dict[str, tuple[int, int, int]] = {}
        around.publisher.subscribe(self._hear)

    def _hear(self, update: Update) -> None:
        if isinstance(update, CardShown) and update.card.received_ns and update.card.callid not in self._shown:
            if len(self._shown) >= _OPEN:
                del self._shown[next(iter(self._shown))]
            times = (update.card.received_ns, self._around.parsed_ns(), time.perf_counter_ns())
            self._shown[update.card.callid] = times

    async def painted(self, callid: str, painted_ns: int) -> None:
        """A card for this call was painted. Its receipt is kept; a disk that does not take it costs nothing else."""
        times = self._shown.pop(callid, None)
        if times is None:
            return
        received, parsed, shown = times
        self.latest.append((callid, received, painted_ns))
        at = self._around.now() - (time.perf_counter_ns() - received) / 1e9
        later = ((moment - received) / _MS for moment in (parsed, shown, painted_ns))
        self._around.background.start("disk", self._keep(callid, LatencyReceipt(at, *later)))

    async def _keep(self, callid: str, receipt: LatencyReceipt) -> None:
        await self._around.store.keep_receipt(callid, receipt)
