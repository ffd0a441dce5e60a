"""Listening: it outlives connections that break off at once, and at its end none that was accepted is lost on the way
to whoever serves it.
"""

import asyncio
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

Result = TypeVar("Result")

_TURNS = 4
"""From a connection that asyncio accepts to its protocol, and on to the first step of a stream's handler; `accepted`
takes one of them.
"""


async def stop_listening(server: asyncio.Server) -> None:
    """Let go of the port. Each connection that was accepted has been made by then, and is its server's to end.

    A server that is closed at once forgets those that asyncio is about to make: their senders would wait for nothing,
    and since Python 3.12 whoever waits for the server to be closed would wait for them.
    """
    with suppress(NotImplementedError):  # Windows
        for listening in server.sockets:
            asyncio.get_running_loop().remove_reader(listening.fileno())
    try:
        for _ in range(_TURNS):
            await asyncio.sleep(0)
    finally:
        server.close()


_BROKEN_OFF = frozenset({64, 1236, 10054, 10057})
"""Windows' ERROR_NETNAME_DELETED, ERROR_CONNECTION_ABORTED, WSAECONNRESET and WSAENOTCONN."""


def accepted(accept: Callable[[], "asyncio.Future[Result]"]) -> "asyncio.Future[Result]":
    """The next connection. OSError where there will be none, but not for one that broke off before its turn."""
    answer: asyncio.Future[Result] = asyncio.get_running_loop().create_future()

    def begin() -> None:
        try:
            attempt = accept()
        except OSError as error:
            answer.set_exception(error)
            return
        attempt.add_done_callback(settle)
        answer.add_done_callback(lambda _: attempt.cancel())

    def settle(attempt: "asyncio.Future[Result]") -> None:
        if answer.done():
            return
        if attempt.cancelled():
            answer.cancel()
        elif (error := attempt.exception()) is None:
            answer.set_result(attempt.result())
        elif getattr(error, "winerror", None) in _BROKEN_OFF:
            begin()
        else:
            answer.set_exception(error)

    begin()
    return answer


if sys.platform == "win32":

    class _SteadyProactor(asyncio.IocpProactor):
        """Python's own fails with such a connection, and its loop then closes the port (python/cpython#93821)."""

        def accept(self, listener: Any) -> Any:
            accept = super().accept
            return accepted(lambda: accept(listener))

    def new_loop() -> asyncio.AbstractEventLoop:
        """An event loop whose servers go on."""
        return asyncio.ProactorEventLoop(_SteadyProactor())

else:

    def new_loop() -> asyncio.AbstractEventLoop:
        """An event loop whose servers go on."""
        return asyncio.new_event_loop()
