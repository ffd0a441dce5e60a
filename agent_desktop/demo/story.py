"""What happens in a demo."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from agent_desktop.app import OpenDesk
from agent_desktop.demo.people import contacts, regulars
from agent_desktop.simulator.simulator import Simulator


async def day(simulator: Simulator, opened: OpenDesk) -> None:
    """An agent's day, call after call, until the demo is quit."""
    simulator.add_history(120)
    await _ask(opened, _begin(simulator, opened))
    await simulator.run_day(per_minute=8)


async def story(simulator: Simulator, opened: OpenDesk) -> None:
    """A third of a minute in it: two calls at once, a wrap-up, a pause, a dial, a caller who gives up."""
    simulator.add_history(160)
    features, own = opened.service.features, simulator.options.extension
    binh, uyen, *_, hoa = regulars(simulator.options.seed)
    await _ask(opened, _begin(simulator, opened))
    await asyncio.sleep(0.5)
    mine = simulator.start(
        simulator.inbound(queue="999", ring=(own, "102"), answered_by=own, ring_s=3, talk_s=6, phone=hoa)
    )
    await asyncio.sleep(1.5)
    theirs = simulator.start(
        simulator.inbound(queue="998", ring=(own, "103"), answered_by="103", ring_s=4, talk_s=2, phone=uyen)
    )
    await asyncio.wait([mine, theirs])
    await asyncio.sleep(1)
    await _ask(opened, features.dispositions.set(mine.result().callid, "Solved"))
    await asyncio.sleep(2)
    await _ask(opened, features.wrap_ups.end())
    await _ask(opened, opened.service.pause("Lunch"))
    await asyncio.sleep(1)
    await _ask(opened, opened.service.unpause())
    await asyncio.sleep(1)
    await _ask(opened, opened.service.dial(hoa))
    await asyncio.sleep(1)
    await simulator.inbound(queue="999", ring=(own,), answered_by=None, ring_s=3, phone=binh)


async def _begin(simulator: Simulator, opened: OpenDesk) -> None:
    """The contacts, and what the PBX knows of earlier calls."""
    features, options = opened.service.features, simulator.options
    for contact in contacts(options.seed, options.extension):
        await features.contacts.keep(contact)
    await features.sync.begin()


async def _ask(opened: OpenDesk, work: Coroutine[Any, Any, object]) -> None:
    """Do it on the desk's thread."""
    await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, opened.loop))
