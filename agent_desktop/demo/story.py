"""What happens in a demo."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from agent_desktop.app import OpenDesk
from agent_desktop.simulator.simulator import Simulator

CUSTOMER = "0938 363 739"


async def day(simulator: Simulator) -> None:
    """An agent's day, call after call, until the demo is quit."""
    simulator.add_history(120)
    await simulator.run_day(per_minute=8)


async def story(simulator: Simulator, opened: OpenDesk) -> None:
    """A quarter of a minute in it: two calls at once, a pause, a dial, a caller who gives up."""
    simulator.add_history(60)

    async def ask(work: Coroutine[Any, Any, object]) -> None:
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, opened.loop))

    service, own = opened.service, simulator.options.extension
    await ask(service.features.sync.begin())
    mine = simulator.start(simulator.inbound(queue="999", ring=(own, "102"), answered_by=own, ring_s=3, talk_s=6))
    await asyncio.sleep(1.5)
    theirs = simulator.start(simulator.inbound(queue="998", ring=(own, "103"), answered_by="103", ring_s=4, talk_s=2))
    await asyncio.wait([mine, theirs])
    await ask(service.pause("Lunch"))
    await asyncio.sleep(1)
    await ask(service.unpause())
    await asyncio.sleep(1)
    await ask(service.dial(CUSTOMER))
    await asyncio.sleep(1)
    await simulator.inbound(queue="999", ring=(own,), answered_by=None, ring_s=3)
