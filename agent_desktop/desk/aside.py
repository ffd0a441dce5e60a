"""Work that may block for long, such as a keyring's prompt, on a thread that the program's end need not wait for."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Any, TypeVar

Result = TypeVar("Result")


async def aside(work: Callable[..., Result], *args: Any) -> Result:
    """`work(*args)`, with what it raises. Cancelling leaves it behind: an open prompt cannot be called off."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Result] = loop.create_future()

    def deliver(result: Result | None, error: BaseException | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result, error = None, None
        try:
            result = work(*args)
        except BaseException as caught:  # noqa: BLE001 - whoever waits gets it
            error = caught
        with suppress(RuntimeError):  # the loop may be closed by then
            loop.call_soon_threadsafe(deliver, result, error)

    Thread(target=run, name="aside", daemon=True).start()
    return await answer
