"""A day at the call centre: calls of every kind, in the proportions of a real one; and the days before."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from random import Random
from typing import Any

from agent_desktop.simulator.agents import Roster
from agent_desktop.simulator.calls import ANYONE, ELSEWHERE, Calls
from agent_desktop.simulator.live_call import Exchange
from agent_desktop.simulator.numbers import DIDS, Customers
from agent_desktop.simulator.records import Record

_MIX = {"here": 28, "elsewhere": 22, "abandoned": 8, "missed": 7, "direct": 10, "transfer": 8, "outbound": 17}
_STATUSES = {"ANSWER": 75, "NO ANSWER": 10, "ABANDON": 8, "BUSY": 7}


async def run_day(
    calls: Calls,
    roster: Roster,
    seed: int,
    sleep: Callable[[float], Awaitable[None]],
    count: int | None,
    per_minute: float,
) -> None:
    """Start `count` calls (None: for ever) at random moments, `per_minute` on average, and wait for their ends."""
    rng = Random(f"{seed}/day")
    started = 0
    async with asyncio.TaskGroup() as group:
        while count is None or started < count:
            started += 1
            group.create_task(_call(calls, roster, rng.choices(list(_MIX), list(_MIX.values()))[0], rng))
            await sleep(rng.expovariate(per_minute / 60))


def _call(calls: Calls, roster: Roster, kind: str, rng: Random) -> Coroutine[Any, Any, Record]:
    queue = rng.choice(tuple(roster.queues))
    free = roster.free_members(queue)
    someone, another = rng.choice(free) if free else "", rng.choice(free) if free else ""
    own = calls.own_extension
    if someone and kind == "direct":
        return calls.direct(someone, rng.random() < 0.7)
    if someone and kind == "outbound":
        return calls.outbound(someone)
    if someone and kind == "missed":
        return calls.inbound(queue, ANYONE, missed_by=(someone,))
    if kind == "transfer" and another != own:
        return calls.inbound(queue, own if own in free else ANYONE, transfer_to=another)
    by = {"here": own if own in free else ANYONE, "abandoned": None}.get(kind, ELSEWHERE)
    return calls.inbound(queue, by)


def past_records(exchange: Exchange, seed: int, count: int, days: int) -> Iterator[Record]:
    """Records of `count` calls at random moments of the last `days` days, in no order."""
    rng = Random(f"{seed}/past")
    customers = Customers(seed)
    extensions = tuple(exchange.roster.agents)
    for number in range(count):
        started = exchange.now() - rng.uniform(60, days * 86_400)
        direction = rng.choice(("Inbound", "Inbound", "Outbound"))
        queue = rng.choice(tuple(exchange.roster.queues)) if direction == "Inbound" else ""
        status = rng.choices(list(_STATUSES), list(_STATUSES.values()))[0]
        if status == "ABANDON" and not queue:
            status = "NO ANSWER"
        talk, hold = rng.randrange(5, 400) if status == "ANSWER" else 0, rng.randrange(2, 60) if queue else 0
        callid = f"{int(started)}.past{number}"
        yield Record(
            callid=callid,
            started=exchange.records.instant(started),
            direction=direction,
            extension="" if status == "ABANDON" else rng.choice(extensions),
            phone=customers.pick(rng),
            queue=queue,
            did=rng.choice(DIDS) if direction == "Inbound" else "",
            status=status,
            duration_s=talk + hold + rng.randrange(1, 9),
            talk_s=talk,
            hold_s=hold,
            recording_url=exchange.recording_url(callid) if talk else "",
        )
