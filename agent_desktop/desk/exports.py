"""Exports of the history, one at a time, on a thread of their own."""

import asyncio
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from agent_desktop.desk.call_page import CallPage
from agent_desktop.desk.export_file import write_export
from agent_desktop.desk.export_order import Exported, ExportOrder, ExportProgress
from agent_desktop.desk.page_file import write_page
from agent_desktop.desk.publisher import Publisher
from agent_desktop.errors import AgentDesktopError, UsageError


class Exports:
    """Tells ExportProgress. `program` is the command of this program."""

    def __init__(self, database: Path, publisher: Publisher, program: Sequence[str]) -> None:
        self._database = database
        self._publisher = publisher
        self._program = program
        self._stopped = threading.Event()
        self._writing: asyncio.Future[Exported] | None = None

    async def write(self, order: ExportOrder) -> Exported:
        """Write it. Cancelling stops it, and nothing of it is left by the end of that. Raises ExportFailed,
        StoreFailed, and UsageError while another one is written.
        """
        loop = asyncio.get_running_loop()

        def tell(done: int, total: int) -> None:
            loop.call_soon_threadsafe(self._publisher.publish, ExportProgress(done, total))

        return await self._run(partial(write_export, self._database, order, tell, self._stopped.is_set))

    async def write_page(self, page: CallPage, target: Path) -> Exported:
        """Write the page as a PDF; like `write`, but tells no progress."""
        return await self._run(partial(write_page, self._program, page, target, self._stopped.is_set))

    async def _run(self, work: Callable[[], Exported]) -> Exported:
        if self._writing is not None:
            raise UsageError("Another export is still being written.", "Wait for it, or stop it.")
        self._stopped.clear()
        self._writing = asyncio.get_running_loop().run_in_executor(None, work)
        try:
            return await asyncio.shield(self._writing)
        except asyncio.CancelledError:
            await self.close()
            raise
        finally:
            self._writing = None

    async def close(self) -> None:
        """Stop what is being written, and wait until nothing of it is left."""
        self._stopped.set()
        if self._writing is not None:
            with suppress(AgentDesktopError):  # a full disk, too, has left nothing
                await self._writing
