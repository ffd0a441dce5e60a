"""Calls and a way to open a store, for the tests of this folder."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any, TypeVar

from agent_desktop.store import bitmap_filing
from agent_desktop.store.journal import JournalEntry
from agent_desktop.store.store import Store
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import CallReported, Direction

T = TypeVar("T")

AT = 1_709_273_740.0


def fold_number(number: str) -> str:
    """Vietnam's canonical form, as far as these tests go."""
    bare = "".join(char for char in number if char.isdigit())
    return f"84{bare[1:]}" if len(bare) > 8 and bare.startswith("0") else bare


def reported(
    callid: str,
    started: float = AT,
    direction: Direction = "inbound",
    extension: str = "101",
    number: str = "0938363739",
    queue: str = "999",
    did: str = "02873001234",
    status: str = "ANSWER",
    duration_s: int | None = 30,
    talk_s: int | None = 20,
    recording_url: str = "",
) -> Call:
    """A call with a complete record."""
    event = CallReported(
        callid,
        direction,
        extension,
        number,
        queue,
        did,
        started,
        status,
        duration_s,
        talk_s,
        recording_url=recording_url,
    )
    return Call.of(event, started)


def entry(callid: str = "c1", received: float = AT, body: bytes = b"") -> JournalEntry:
    """A webhook."""
    return JournalEntry(received, "GET", f"/api/callcenter/hangup?callid={callid}", "", body, "ended", callid)


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[Store]:
    """A store that is closed at the end."""
    store = await Store.open(path, fold_number, AT)
    try:
        yield store
    finally:
        await store.close()


def with_store(path: Path, use: Callable[[Store], Awaitable[T]]) -> T:
    """Open, use, close: one run of the program."""

    async def run() -> T:
        async with opened(path) as store:
            return await use(store)

    return asyncio.run(run())


def rows(path: Path, statement: str) -> list[tuple[Any, ...]]:
    """What plain SQL sees."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def index_all(connection: sqlite3.Connection) -> None:
    """The bitmaps of every call, at once."""
    while (planned := bitmap_filing.plan(connection, 0)) is not None:
        filing = bitmap_filing.Filing(planned)
        for places in filing.portions():
            filing.take(connection, places)
        bitmap_filing.write(connection, filing.rows())
        bitmap_filing.put(connection, planned)
        bitmap_filing.strike_off(connection, bitmap_filing.taken_in(connection, planned))
        bitmap_filing.remove(connection, bitmap_filing.leftovers(connection))
