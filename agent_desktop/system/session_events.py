"""Notices that this computer slept, that its clock was set, or that its network changed."""

import asyncio
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from enum import Enum

from agent_desktop.system.network_changes import network_listener

_LATE_SECONDS = 10.0
_STEP_SECONDS = 2.0
_NAP_SECONDS = 0.5
"""Two clocks that are read one after the other differ by less."""


class ChangeKind(Enum):
    """What happened to this computer. SLEPT: it, or this program alone, stood still."""

    SLEPT = "slept"
    CLOCK_SET = "clock set"
    NETWORK = "network changed"


@dataclass(frozen=True, slots=True)
class Change:
    """`seconds`: how long it slept, or how far the clock was set (negative: back)."""

    kind: ChangeKind
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Clocks:
    """A reading, in seconds. Nobody can set `elapsed` and `awake`; `awake` stands still in sleep, where the system has
    such a clock. `wall` is the time of day's.
    """

    elapsed: float
    awake: float
    wall: float


class ClockGap:
    """Tells from clocks, read about every `interval` seconds, what happened between two readings."""

    def __init__(self, interval: float) -> None:
        self._interval = interval
        self._last: Clocks | None = None

    def tick(self, now: Clocks) -> Change | None:
        last, self._last = self._last, now
        if last is None:
            return None
        passed, wall = now.elapsed - last.elapsed, now.wall
        asleep = passed - (now.awake - last.awake)
        if asleep > _NAP_SECONDS:
            return Change(ChangeKind.SLEPT, asleep)
        if passed > self._interval + _LATE_SECONDS:
            return Change(ChangeKind.SLEPT, passed - self._interval)
        step = wall - last.wall - passed
        if abs(step) > _STEP_SECONDS:
            return Change(ChangeKind.CLOCK_SET, step)
        return None


def read_clocks() -> Clocks:
    """This computer's, now."""
    return Clocks(_elapsed(), time.monotonic(), time.time())


async def watch(
    on_change: Callable[[Change], None],
    *,
    interval: float = 1.0,
    settle: float = 1.0,
    clocks: Callable[[], Clocks] = read_clocks,
    listener: Callable[[Callable[[], None]], AbstractContextManager[Callable[[], None]]] = network_listener,
) -> None:
    """Report changes until cancelled, sleep and clock within `interval` seconds; of the network's at most one per
    `settle` seconds. One event may be reported as several: a resume is often a change of network too.
    """
    news = asyncio.Event()
    gap = ClockGap(interval + settle)
    with listener(news.set) as check_network:
        gap.tick(clocks())
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(interval):
                    await news.wait()
            if change := gap.tick(clocks()):
                on_change(change)
            check_network()
            if news.is_set():
                await asyncio.sleep(settle)
                news.clear()
                on_change(Change(ChangeKind.NETWORK))


if sys.platform == "linux":

    def _elapsed() -> float:
        return time.clock_gettime(time.CLOCK_BOOTTIME)

elif sys.platform == "darwin":

    def _elapsed() -> float:
        return time.clock_gettime(time.CLOCK_MONOTONIC)  # time.monotonic stands still in sleep there

else:

    def _elapsed() -> float:
        return time.monotonic()
