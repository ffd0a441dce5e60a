"""The program's own listener and way in, without a disk and without a desk behind them. Prints its port.

Every webhook is read and told as the program's own are, and acknowledged at once: what is left out is the disk, and
all that follows from an event.
"""

import asyncio
import signal
from datetime import UTC

from agent_desktop.desk.intake import Intake
from agent_desktop.pbx.listener import Listener, ListenerOptions
from agent_desktop.store.journal import JournalEntry
from agent_desktop.store.receipt import Receipt
from tests.bench.webhooks import SECRET


class NoDisk:
    """Takes every entry at once."""

    def append(self, entry: JournalEntry) -> Receipt:
        receipt = Receipt(entry)
        receipt.settle(1, None)
        return receipt


async def listen() -> None:
    """Acknowledge everything at once, until ended."""
    intake = Intake(lambda: UTC, lambda event, at, at_ns: None, NoDisk(), lambda failure: None)
    listener = Listener(ListenerOptions("127.0.0.1", 0), SECRET, intake.receive)
    await listener.start()
    print(listener.port, flush=True)
    await asyncio.Event().wait()


signal.signal(signal.SIGTERM, signal.SIG_DFL)
asyncio.run(listen())
