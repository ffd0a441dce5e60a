"""Keeping the bitmaps of the search up to date, beside the desk and in portions that hold up nobody."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice
from typing import TypeVar

from agent_desktop.store import bitmap_filing
from agent_desktop.store.bitmap_filing import WRITTEN_AT_ONCE, Filing, Plan
from agent_desktop.store.bitmaps import blocks
from agent_desktop.store.reader import Reader
from agent_desktop.store.writer import Writer

Row = TypeVar("Row")

MOST_LEFT = 1000
"""So many entries of `unindexed` are not worth a block: a search looks at their calls in a millisecond or two."""
_PAUSE_S = 0.01
"""Between portions: pops and windows want to run, too."""


class Indexing:
    """One database's. Used on the thread of the loop that writes it; everything raises StoreFailed."""

    def __init__(self, writer: Writer, reader: Reader) -> None:
        self._writer = writer
        self._reader = reader
        self._one_at_a_time = asyncio.Lock()

    async def catch_up(self, most_left: int = MOST_LEFT) -> None:
        """Index calls until no more than so many entries are left."""
        while await self._make_next(most_left):
            pass

    async def _make_next(self, most_left: int) -> bool:
        async with self._one_at_a_time:
            planned = await self._reader.ask(partial(bitmap_filing.plan, most_left=most_left))
            if planned is not None:
                await self._remove_leftovers()
                await self._make(planned)
                await self._remove_leftovers()
            return planned is not None

    async def _make(self, planned: Plan) -> None:
        filing = Filing(planned)
        for places in filing.portions():
            await self._reader.ask(partial(filing.take, places=places))
            await asyncio.sleep(_PAUSE_S)
        rows = filing.rows()
        while some := await asyncio.to_thread(lambda: list(islice(rows, WRITTEN_AT_ONCE))):
            await self._writer.submit(partial(bitmap_filing.write, rows=some))
            await asyncio.sleep(_PAUSE_S)
        await self._writer.submit(partial(bitmap_filing.put, plan=planned))
        entries = await self._reader.ask(partial(bitmap_filing.taken_in, plan=planned))
        await self._in_portions(entries, bitmap_filing.strike_off)

    async def _remove_leftovers(self) -> None:
        await self._in_portions(await self._reader.ask(bitmap_filing.leftovers), bitmap_filing.remove)

    async def forget(self, calls: Iterable[int]) -> None:
        """Take calls that are deleted out of the bitmaps, from which their texts could be guessed."""
        gone = frozenset(calls)
        async with self._one_at_a_time:
            for block in await self._reader.ask(blocks):
                changed = await self._reader.ask(partial(bitmap_filing.without, block=block, gone=gone))
                await self._in_portions(changed, bitmap_filing.replace_bits)
            await self._remove_leftovers()

    async def _in_portions(
        self, rows: Sequence[Row], work: Callable[[sqlite3.Connection, Sequence[Row]], None]
    ) -> None:
        for start in range(0, len(rows), WRITTEN_AT_ONCE):
            await self._writer.submit(partial(_on, work, rows[start : start + WRITTEN_AT_ONCE]))
            await asyncio.sleep(_PAUSE_S)


def _on(work: Callable[[sqlite3.Connection, Sequence[Row]], None], rows: Sequence[Row], on: sqlite3.Connection) -> None:
    work(on, rows)
