"""Asks the PBX for the status when no webhook tells it: slowly as a rule, every two seconds where polling is the feed,
at once after sleep or a network change.
"""

import asyncio
from collections.abc import Awaitable, Callable

from agent_desktop.desk.settings import FeedSettings
from agent_desktop.desk.tasks import Tasks
from agent_desktop.errors import AgentDesktopError
from agent_desktop.system.session_events import Change, ChangeKind, watch

EVERY_S = 60.0
SLOWEST_POLL_S = 30.0


class Backstop:
    """Runs the asking. `ask` raises AgentDesktopError; `resynchronise` does not."""

    def __init__(
        self,
        ask: Callable[[], Awaitable[None]],
        resynchronise: Callable[[], Awaitable[None]],
        failed: Callable[[AgentDesktopError], None],
        clock_set: Callable[[float], None],
    ) -> None:
        self._ask = ask
        self._resynchronise = resynchronise
        self._failed = failed
        self._clock_set = clock_set
        self._changed = asyncio.Event()
        self._running: list[asyncio.Task[None]] = []

    def start(self, tasks: Tasks, feed: FeedSettings) -> None:
        """Begin, or begin anew with other settings."""
        for task in self._running:
            task.cancel()
        every = feed.poll_seconds if feed.kind == "poll" else EVERY_S
        self._running = [
            tasks.start(self._run(every), "backstop"),
            tasks.start(watch(self._note), "watch for sleep and network changes"),
        ]

    def _note(self, change: Change) -> None:
        if change.kind is ChangeKind.CLOCK_SET:
            self._clock_set(change.seconds)
        self._changed.set()

    async def _run(self, every: float) -> None:
        await self._resynchronise()
        wait = every
        while True:
            try:
                await asyncio.wait_for(self._changed.wait(), wait)
            except TimeoutError:
                wait = await self._ask_once(every, wait)
            else:
                self._changed.clear()
                await self._resynchronise()
                wait = every

    async def _ask_once(self, every: float, wait: float) -> float:
        """The time until the next asking: longer and longer while the PBX cannot be reached."""
        try:
            await self._ask()
        except AgentDesktopError as error:
            self._failed(error)
            return min(wait * 2, max(every, SLOWEST_POLL_S))
        return every
