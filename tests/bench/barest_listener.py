"""The program's own listener with neither a disk nor a desk behind it. Prints its port."""

import asyncio
import signal

from agent_desktop.pbx.listener import Listener, ListenerOptions
from tests.bench.webhooks import SECRET


async def listen() -> None:
    """Acknowledge everything at once, until ended."""
    listener = Listener(ListenerOptions("127.0.0.1", 0), SECRET, lambda request, arrival: None)
    await listener.start()
    print(listener.port, flush=True)
    await asyncio.Event().wait()


signal.signal(signal.SIGTERM, signal.SIG_DFL)
asyncio.run(listen())
