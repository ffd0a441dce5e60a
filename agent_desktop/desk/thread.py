"""The desk's own thread with a plain asyncio loop: a window that hangs never delays an acknowledgement."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

from agent_desktop.listening import new_loop

Result = TypeVar("Result")


class DeskThread:
    """Runs a loop until closed. `submit` may be called from any other thread."""

    def __init__(self) -> None:
        self._loop = new_loop()
        self._thread = threading.Thread(target=self._run, name="desk", daemon=True)

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The desk's loop."""
        return self._loop

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    def submit(self, work: Coroutine[Any, Any, Result]) -> "Future[Result]":
        """Run a coroutine there."""
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def call(self, function: Callable[[], object]) -> None:
        """Call a function there, soon."""
        self._loop.call_soon_threadsafe(function)

    def close(self) -> None:
        """Stop the loop and wait for the thread. Everything on it must have been closed before."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        self._loop.close()
