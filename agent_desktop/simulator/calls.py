"""Every kind of call, from its first ring to its record."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Literal

from agent_desktop.simulator.live_call import Exchange, LiveCall
from agent_desktop.simulator.numbers import DIDS, Customers
from agent_desktop.simulator.records import Record

OutboundOutcome = Literal["answer", "busy", "noanswer", "failed"]
OUTBOUND_OUTCOMES: tuple[OutboundOutcome, ...] = ("answer", "busy", "noanswer", "failed")
ANYONE = "anyone"
ELSEWHERE = "elsewhere"
"""Anyone of those who are rung; anyone but the desk's own extension."""
_PATIENCE_S = 40
_OUTBOUND_STATUS = {"busy": "BUSY", "noanswer": "NO ANSWER", "failed": "FAILED"}


class Calls:
    """Starts calls. Each runs until its record is sent, and returns the record. Seconds are the simulation's.

    What is left out is drawn: same seed, same calls in the same order of starting, same draws.
    """

    def __init__(self, exchange: Exchange, own: str, seed: int, on_end: Callable[[Record], None]) -> None:
        self._exchange = exchange
        self.own_extension = own
        self._seed = seed
        self._customers = Customers(seed)
        self._count = 0
        self._on_end = on_end

    def _start(self, direction: str, phone: str | None, queue: str = "", did: str = "") -> tuple[LiveCall, Random]:
        self._count += 1
        rng = Random(f"{self._seed}/call/{self._count}")
        drawn, line = self._customers.pick(rng), rng.choice(DIDS)
        callid = f"{int(self._exchange.now())}.{self._count}"
        called = did or (line if direction == "Inbound" else "")
        call = LiveCall(
            self._exchange,
            callid,
            rng,
            direction=direction,
            phone=drawn if phone is None else phone,
            queue=queue,
            did=called,
        )
        return call, rng

    async def inbound(
        self,
        queue: str = "999",
        answered_by: str | None = None,
        ring: Sequence[str] | None = None,
        *,
        ring_s: float | None = None,
        talk_s: float | None = None,
        missed_by: Sequence[str] = (),
        transfer_to: str = "",
        phone: str | None = None,
        did: str = "",
    ) -> Record:
        """A call to a queue that rings all of `ring` (default: its free members).

        `answered_by` is an extension, ANYONE or ELSEWHERE; where there is nobody, the caller abandons the call.
        `missed_by` are rung first and do not answer; `transfer_to` gets the call half-way through the talk.
        """
        call, rng = self._start("Inbound", phone, queue, did)
        ring_s = rng.uniform(2.0, 8.0) if ring_s is None else ring_s
        talk_s = rng.uniform(8.0, 60.0) if talk_s is None else talk_s
        if missed_by:
            await call.ring(missed_by, 15.0)
            await call.not_answered_by(missed_by)
        rung = await self._free_members(call, queue) if ring is None else tuple(ring)
        if answered_by in (ANYONE, ELSEWHERE):
            able = [extension for extension in rung if answered_by == ANYONE or extension != self.own_extension]
            answered_by = rng.choice(able) if able else None
        elif answered_by and answered_by not in rung:
            rung = (*rung, answered_by)
        if rung:
            await call.ring(rung, ring_s)
        else:
            await call.wait(ring_s)
        if not answered_by:
            return self._ended(await call.abandon())
        await self._talk(call, answered_by, talk_s, transfer_to)
        return self._ended(await call.end())

    async def _free_members(self, call: LiveCall, queue: str) -> tuple[str, ...]:
        """Whom the queue rings, once there is anyone; nobody after a while, when the caller has lost patience."""
        for _ in range(_PATIENCE_S):
            if free := self._exchange.roster.free_members(queue):
                return free
            await call.wait(1.0)
        return ()

    async def direct(
        self,
        extension: str,
        answered: bool = True,
        *,
        ring_s: float | None = None,
        talk_s: float | None = None,
        transfer_to: str = "",
        phone: str | None = None,
        did: str = "",
    ) -> Record:
        """A call straight to an extension, past the queues."""
        call, rng = self._start("Inbound", phone, did=did)
        ring_s = rng.uniform(3.0, 20.0) if ring_s is None else ring_s
        talk_s = rng.uniform(8.0, 60.0) if talk_s is None else talk_s
        await call.ring((extension,), ring_s)
        if answered:
            await self._talk(call, extension, talk_s, transfer_to)
        else:
            call.extension = extension
        return self._ended(await call.end())

    async def outbound(
        self,
        extension: str,
        phone: str | None = None,
        outcome: OutboundOutcome | None = None,
        *,
        ring_s: float | None = None,
        talk_s: float | None = None,
    ) -> Record:
        """A call from an extension to a customer: the agent's phone is picked up, then the customer's rings."""
        call, rng = self._start("Outbound", phone)
        ring_s = rng.uniform(3.0, 10.0) if ring_s is None else ring_s
        talk_s = rng.uniform(8.0, 60.0) if talk_s is None else talk_s
        drawn = rng.choices(OUTBOUND_OUTCOMES, (70, 15, 12, 3))[0]
        await call.dial_out(extension, ring_s)
        if (outcome or drawn) == "answer":
            await call.answer(extension, talk_s)
            return self._ended(await call.end())
        return self._ended(await call.end(_OUTBOUND_STATUS[outcome or drawn]))

    async def _talk(self, call: LiveCall, extension: str, talk_s: float, transfer_to: str) -> None:
        if transfer_to in ("", extension):
            await call.answer(extension, talk_s)
            return
        await call.answer(extension, talk_s / 2)
        await call.ring((transfer_to,), 2.0)
        await call.answer(transfer_to, talk_s / 2)

    def _ended(self, record: Record) -> Record:
        self._on_end(record)
        return record
