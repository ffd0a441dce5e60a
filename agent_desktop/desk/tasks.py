"""The one place that starts tasks: keeps them alive, reports their failure, ends them all."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

_log = logging.getLogger(__name__)


class Tasks:
    """A nursery for an object's background work. A task that fails is a bug: it is logged and told to `on_failure`."""

    def __init__(self, on_failure: Callable[[BaseException], None] = lambda _: None) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        self._on_failure = on_failure
        self._is_closed = False

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> "asyncio.Task[Any]":
        """Run `work` in the background, on the running loop. After `close` it is cancelled before it begins."""
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        if self._is_closed:
            task.cancel()
        return task

    def _done(self, task: "asyncio.Task[Any]") -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            _log.error("task %s failed", task.get_name(), exc_info=error)
            self._on_failure(error)

    async def close(self) -> None:
        """Cancel what still runs, and wait for it and for word of its failure; nothing begins any more."""
        self._is_closed = True
        while running := [task for task in self._tasks if task is not asyncio.current_task()]:
            for task in running:
                task.cancel()
            # Not gather: where all have just ended, it gives `_done` no turn since Python 3.12, and this never ends.
            await asyncio.wait(running)
