"""What CRM rules did, so that none does it twice for a call; and the requests that still have to be sent."""

import sqlite3
from dataclasses import dataclass
from functools import partial

from agent_desktop.store.database import storable
from agent_desktop.store.reader import Reader
from agent_desktop.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A request. `method` "" is an address that was opened: nothing has to be sent. Times are epoch seconds."""

    rule: str
    callid: str
    method: str
    url: str
    body: str
    created: float
    id: int = 0
    tries: int = 0


class Outbox:
    """Raises StoreFailed where the disk does not allow it."""

    def __init__(self, writer: Writer, reader: Reader) -> None:
        self._writer = writer
        self._reader = reader

    async def claim(self, wanted: Outgoing, due: float = 0.0) -> bool:
        """Take it in, to be sent from `due` on; False where the rule has acted for this call before."""
        return await self._writer.submit(partial(_claim, wanted=wanted, due=due))

    async def wait_until(self, rule: str, callid: str, due: float) -> None:
        """What the rule wants for the call is to be sent then, unless that was tried."""
        await self._writer.submit(partial(_wait_until, rule=rule, callid=callid, due=due))

    async def fill_in(self, id: int, url: str, body: str) -> None:
        """What is to be sent is known better by now."""
        await self._writer.submit(partial(_fill_in, id=id, url=url, body=body))

    async def due(self, now: float, limit: int) -> tuple[Outgoing, ...]:
        """What is to be sent by now, the oldest first."""
        return await self._reader.ask(partial(_due, now=now, limit=limit))

    async def next_due(self) -> float | None:
        """When there is something to be sent, None where nothing is left."""
        return await self._reader.ask(_next_due)

    async def settle(self, id: int) -> None:
        """It was sent, or never will be: what it held is forgotten, that it was done is not."""
        await self._writer.submit(partial(_settle, id=id))

    async def put_off(self, id: int, due: float) -> None:
        """It failed; it is to be tried again then."""
        await self._writer.submit(partial(_put_off, id=id, due=due))

    async def prune(self, before: float) -> None:
        """Forget what was settled and is older than this."""
        await self._writer.submit(partial(_prune, before=before))


def _claim(connection: sqlite3.Connection, wanted: Outgoing, due: float) -> bool:
    is_done = not wanted.method
    row = connection.execute(
        "INSERT INTO outbox (rule, callid, method, url, body, created, due, done) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (rule, callid) DO NOTHING",
        (
            wanted.rule,
            storable(wanted.callid),
            wanted.method,
            "" if is_done else storable(wanted.url),
            storable(wanted.body),
            wanted.created,
            max(wanted.created, due),
            is_done,
        ),
    )
    return row.rowcount == 1


def _due(connection: sqlite3.Connection, now: float, limit: int) -> tuple[Outgoing, ...]:
    rows = connection.execute(
        "SELECT rule, callid, method, url, body, created, id, tries FROM outbox"
        " WHERE done = 0 AND due <= ? ORDER BY due LIMIT ?",
        (now, limit),
    )
    return tuple(Outgoing(*row) for row in rows)


def _next_due(connection: sqlite3.Connection) -> float | None:
    found: float | None = connection.execute("SELECT min(due) FROM outbox WHERE done = 0").fetchone()[0]
    return found


def _wait_until(connection: sqlite3.Connection, rule: str, callid: str, due: float) -> None:
    connection.execute(
        "UPDATE outbox SET due = ? WHERE rule = ? AND callid = ? AND done = 0 AND tries = 0",
        (due, rule, storable(callid)),
    )


def _fill_in(connection: sqlite3.Connection, id: int, url: str, body: str) -> None:
    connection.execute(
        "UPDATE outbox SET url = ?, body = ? WHERE id = ? AND done = 0", (storable(url), storable(body), id)
    )


def _settle(connection: sqlite3.Connection, id: int) -> None:
    connection.execute("UPDATE outbox SET done = 1, url = '', body = '' WHERE id = ?", (id,))


def _put_off(connection: sqlite3.Connection, id: int, due: float) -> None:
    connection.execute("UPDATE outbox SET tries = tries + 1, due = ? WHERE id = ?", (due, id))


def _prune(connection: sqlite3.Connection, before: float) -> None:
    connection.execute("DELETE FROM outbox WHERE done = 1 AND created < ?", (before,))
