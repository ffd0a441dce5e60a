"""Runs a simulated PBX on a thread of its own, as a real one runs on a machine of its own."""

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from typing import Any, Self

from agent_desktop.simulator.simulator import Simulator, SimulatorOptions


class PbxHost:
    """A simulator that serves between `with` and its end."""

    def __init__(self, options: SimulatorOptions) -> None:
        self.simulator = Simulator(options)
        self._serving: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._host()), name="simulated PBX", daemon=True)

    async def _host(self) -> None:
        end = asyncio.Event()
        try:
            async with self.simulator:
                self._serving.set_result((asyncio.get_running_loop(), end))
                await end.wait()
        except OSError as error:
            self._serving.set_exception(error)

    def __enter__(self) -> Self:
        self._thread.start()
        self._serving.result()
        return self

    def __exit__(self, *_: object) -> None:
        loop, end = self._serving.result()
        loop.call_soon_threadsafe(end.set)
        self._thread.join()

    def start(self, work: Coroutine[Any, Any, Any]) -> None:
        """Let the PBX do something; it ends with the PBX."""
        loop, _ = self._serving.result()
        loop.call_soon_threadsafe(self.simulator.start, work)
