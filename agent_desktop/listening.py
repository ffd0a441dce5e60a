"""The end of listening: no connection that was accepted is lost on the way to whoever serves it."""

import asyncio
from contextlib import suppress

_TURNS = 3
"""From a connection that asyncio accepts to its protocol, and on to the first step of a stream's handler."""


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
