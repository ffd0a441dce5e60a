"""Keeping the database small and, where a customer asks for it, without them. It works beside the desk, in portions:
nothing that must be written at once waits for more than a few milliseconds.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from agent_desktop.errors import StoreFailed, UsageError
from agent_desktop.store import calls, forgotten, journal, space, traces
from agent_desktop.store.folding import FoldNumber
from agent_desktop.store.indexing import Indexing
from agent_desktop.store.personal import PERSONAL, Key, Personal
from agent_desktop.store.reader import Reader
from agent_desktop.store.space import Kept, Space
from agent_desktop.store.traces import Portion, Traces
from agent_desktop.store.wanted import FEWEST_DIGITS, Wanted, wanted
from agent_desktop.store.writer import Writer

PRUNED_AT_ONCE = 200
"""Rows deleted in one transaction: few milliseconds, so that no acknowledgement waits for the retention."""
DAY_S = 24 * 3600.0
READ_AT_ONCE = 1 << 20
_ATTEMPTS = 50
_PAUSE_S = 0.1


@dataclass(frozen=True, slots=True)
class Pruned:
    """How many rows went."""

    calls: int = 0
    webhooks: int = 0

    def __add__(self, other: "Pruned") -> "Pruned":
        return Pruned(self.calls + other.calls, self.webhooks + other.webhooks)


class Upkeep:
    """One database's. Used on the thread of the loop that writes it; everything raises StoreFailed."""

    def __init__(self, path: Path, writer: Writer, reader: Reader, fold_number: FoldNumber) -> None:
        self._path = path
        self._writer = writer
        self._fold_number = fold_number
        self._reader = reader
        self._indexing = Indexing(writer, reader)

    async def index(self) -> None:
        """Have the search know the calls of late as fast as the others. Little work where there are few of them."""
        await self._indexing.catch_up()

    async def figures(self) -> Kept:
        """What is kept at present."""
        return await self._reader.ask(partial(space.figures, path=self._path))

    # Retention.

    async def prune(self, before: float) -> Pruned:
        """Forget the calls that started, and the applied journal entries that were received, before this time."""
        last = await self._reader.ask(partial(journal.last_before, before=before))
        webhooks = await self._repeat(partial(journal.prune, last=last, before=before, limit=PRUNED_AT_ONCE))
        for table in PERSONAL:
            if table.received:
                keys = await self._reader.ask(partial(table.outdated, before=before))
                await self._in_portions(keys, table.delete)
        return Pruned(await self._repeat(partial(calls.prune, before=before, limit=PRUNED_AT_ONCE)), webhooks)

    async def _in_portions(
        self, keys: Sequence[Key], work: Callable[[sqlite3.Connection, Sequence[Key]], None]
    ) -> None:
        for start in range(0, len(keys), PRUNED_AT_ONCE):
            await self._writer.submit(partial(_on, work, keys[start : start + PRUNED_AT_ONCE]))

    async def _repeat(self, step: Callable[[sqlite3.Connection], int]) -> int:
        count = 0
        while done := await self._writer.submit(step):
            count += done
        return count

    async def shrink(self, limit: int, until: float) -> Pruned:
        """Forget the oldest days, one after the other, until what is left takes at most `limit` bytes, and give the
        space back. What happened from `until` on stays.
        """
        pruned = Pruned()
        while (filled := await self._reader.ask(space.space)).used > limit:
            day = await self._reader.ask(partial(_oldest_days, filled=filled, limit=limit))
            if day is None or day >= until:
                break
            gone = await self.prune(min(day, until))
            if gone == Pruned():
                break  # all that is left waits to be taken into the calls
            pruned += gone
            await self._merge_indexes()
            await self._indexing.catch_up()
        await self.give_back()
        return pruned

    async def _merge_indexes(self) -> None:
        for index in space.INDEXES:
            more = await self._writer.submit(partial(space.merge_index, index=index, begin=True))
            while more:
                more = await self._writer.submit(partial(space.merge_index, index=index, begin=False))

    async def give_back(self) -> None:
        """Cut off the file what is free in it, and empty its log."""
        while await self._writer.submit(space.release):
            pass
        await self._empty_log()

    async def _empty_log(self) -> bool:
        for _ in range(_ATTEMPTS):
            if await self._writer.alone(space.empty_log):
                return True
            await asyncio.sleep(_PAUSE_S)
        return False

    # One customer.

    def wanted(self, number: str) -> Wanted:
        """What to look for. Raises UsageError for what is no customer's number."""
        found = wanted(number, self._fold_number)
        if found is None:
            raise UsageError(
                "That is not a customer's number.",
                f"Give the whole number, with {FEWEST_DIGITS} digits or more; extensions and short codes stay.",
            )
        return found

    async def find(self, sought: Wanted) -> Traces:
        """Everything that is kept about them."""
        found = Traces()
        going: dict[str, frozenset[Key]] = {}
        for table in PERSONAL:
            keys: list[Key] = []
            after: Key | None = table.first
            while after is not None:
                portion = await self._reader.ask(self._question(table, sought, found, after))
                keys += portion.keys
                found.texts |= portion.texts
                after = portion.after
            if table.besides:
                keys = [key for key in keys if key not in going[table.besides]]
            else:
                going[table.table] = frozenset(keys)
            if table.table == "calls":
                found.note_calls(await self._reader.ask(partial(traces.begun, ids=keys)))
            found.keys[table.name] = keys
            found.count(table.kind, len(keys))
        return found

    def _question(
        self, table: Personal, sought: Wanted, found: Traces, after: Key
    ) -> Callable[[sqlite3.Connection], Portion]:
        callids = frozenset(found.callids)
        return lambda connection: traces.look_through(connection, table, sought, callids, after)

    async def forget(self, sought: Wanted, now: float) -> Traces:
        """Delete everything about them, so that it is not in the files any more, and keep what the PBX will tell of
        their calls up to `now` from coming back. What went.
        """
        await self._writer.submit(partial(forgotten.add, forms=sought.forms, until=now))
        found = await self.find(sought)
        for table in PERSONAL:
            clean = partial(table.clean_rows, wanted=sought, fold_number=self._fold_number)
            await self._in_portions(found.keys[table.name], clean)
        changed = [
            key for table in PERSONAL if table.of_calls for key in found.keys[table.name] if isinstance(key, int)
        ]
        await self._indexing.forget(changed)
        await self._merge_indexes()
        await self.give_back()
        await self._scrub(sought, found)
        return found

    async def _scrub(self, sought: Wanted, found: Traces) -> None:
        """SQLite wipes what it deletes, but may leave copies between rows that it moved: then write the file anew."""
        texts = [text.encode() for text in {sought.significant, *found.texts}]
        if await asyncio.to_thread(_occurs, self._path, texts):
            await self._writer.alone(space.rewrite)
        if not await self._empty_log():
            raise StoreFailed(
                "The customer is deleted, but copies may be left in the file journal.db-wal.",
                "Another program reads it: close that, and delete the customer once more.",
            )

    async def forget_again(self) -> int:
        """Delete who was forgotten before and is here again, as after a backup was restored; how many that were."""
        gone = await self._reader.ask(forgotten.read)
        if not gone:
            return 0
        back = await self._reader.ask(partial(_back, gone=gone))
        for number, until in back:
            await self.forget(self.wanted(number), until)
        return len(back)


def _on(
    work: Callable[[sqlite3.Connection, Sequence[Key]], None], keys: Sequence[Key], connection: sqlite3.Connection
) -> None:
    work(connection, keys)


def _back(connection: sqlite3.Connection, gone: forgotten.Forgotten) -> list[tuple[str, float]]:
    """The numbers with a call from before they were forgotten, and up to when they are. Each of all numbers is looked
    at, which is not done on the loop.
    """
    rows = connection.execute("SELECT canonical, min(id) FROM calls WHERE canonical <> '' GROUP BY canonical")
    found = ((number, gone.until(number), first / 1_000_000) for number, first in rows)
    return [(number, until) for number, until, first in found if until is not None and first <= until]


def _oldest_days(connection: sqlite3.Connection, filled: Space, limit: int) -> float | None:
    """The end of the oldest days that likely take what is too much: at least one, and rather a day too few."""
    oldest = connection.execute(
        "SELECT min(first) FROM (SELECT min(started) AS first FROM calls UNION ALL SELECT min(received) FROM journal)"
    ).fetchone()[0]
    if oldest is None:
        return None
    count = connection.execute("SELECT count(*) FROM calls").fetchone()[0]
    too_many = int(count * (1 - limit / filled.used) * 0.9)
    row = connection.execute("SELECT id FROM calls ORDER BY id LIMIT 1 OFFSET ?", (too_many,)).fetchone()
    reached = oldest if row is None else max(oldest, row[0] / 1_000_000)
    days = max(1, int((reached - oldest) // DAY_S))
    return float(oldest) + days * DAY_S


def _occurs(path: Path, texts: list[bytes]) -> bool:
    """True where one of the texts stands in the file. It is read in pieces, so that Python is never held for long."""
    overlap = max(map(len, texts)) - 1
    tail = b""
    with path.open("rb") as file:
        while piece := file.read(READ_AT_ONCE):
            whole = tail + piece
            if any(text in whole for text in texts):
                return True
            tail = whole[-overlap:] if overlap else b""
    return False
