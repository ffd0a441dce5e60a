"""The contacts, as the desk sees them: found by any notation of a number, searched, changed, taken in and given out."""

import sqlite3
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from agent_desktop.store import calls, contact_rows, contact_search
from agent_desktop.store.database import connect_read_only, storable
from agent_desktop.store.failures import translated
from agent_desktop.store.folding import FoldNumber
from agent_desktop.store.reader import Reader
from agent_desktop.store.writer import Writer
from agent_desktop.telephony.contact import Contact, ContactPage, ContactQuery, Duplicates, Outcome

T = TypeVar("T")

PORTION = 20
"""Contacts of one transaction: few milliseconds, so that no acknowledgement waits for an import."""
_RENAMED_AT_ONCE = 100
_EXPORTED_AT_ONCE = 500


class Contacts:
    """Raises StoreFailed where the disk does not allow what is asked. `lookups` is the line of a pop, and is asked for
    one contact at a time only.
    """

    def __init__(self, writer: Writer, lookups: Reader, pages: Reader, fold_number: FoldNumber) -> None:
        self._writer = writer
        self._lookups = lookups
        self._pages = pages
        self._fold_number = fold_number

    def canonicals(self, contacts: Iterable[Contact]) -> dict[str, str]:
        """Of each number as it is written its canonical form. Takes about 0.1 ms for each; safe on any thread."""
        return {one.number: self._fold_number(one.number) for contact in contacts for one in contact.numbers}

    def canonical(self, number: str) -> str:
        """The same for all notations of a number; "" where it is none."""
        return self._fold_number(number)

    async def names(self, numbers: Iterable[str]) -> dict[str, str]:
        """What the history calls these numbers, for those that have a name."""
        canonicals = {number: canonical for number in numbers if (canonical := self._fold_number(number))}
        known = await self._lookups.ask(partial(contact_rows.names, canonicals.values()))
        return {number: known[canonical] for number, canonical in canonicals.items() if canonical in known}

    async def find(self, number: str) -> Contact | None:
        """Whose number it is, in whatever notation."""
        canonical = self._fold_number(number)
        return await self._lookups.ask(partial(contact_rows.with_canonical, canonical)) if canonical else None

    async def get(self, contact_id: int) -> Contact | None:
        """The contact that is kept by this id."""
        return await self._lookups.ask(partial(contact_rows.by_id, contact_id))

    async def extensions(self, longest: int, limit: int) -> dict[str, str]:
        """Names by extension, for numbers of so many digits at most."""
        return await self._lookups.ask(partial(contact_rows.extensions, longest, limit))

    async def page(self, query: ContactQuery) -> ContactPage:
        """A page of them. Cancelling it breaks the search off."""
        return await self._pages.ask(partial(contact_search.page, query=query))

    async def count(self) -> int:
        """How many there are."""
        return await self._pages.ask(contact_search.count)

    async def most_numbers(self) -> int:
        """How many numbers any of them has."""
        return await self._pages.ask(contact_search.most_numbers)

    async def everyone(self) -> AsyncIterator[Sequence[Contact]]:
        """All of them by name, in portions. What changes meanwhile may or may not be among them."""
        query = ContactQuery(limit=_EXPORTED_AT_ONCE)
        while True:
            page = await self.page(query)
            yield page.rows
            if page.next is None:
                return
            query = replace(query, after=page.next)

    async def keep(self, contact: Contact) -> Contact:
        """Keep it, in place of the one with its id where it has one; with the id it is kept by."""
        stale: set[str] = set()
        kept = await self._writer.submit(partial(contact_rows.keep, contact, self.canonicals([contact]), stale))
        await self._rename(stale)
        return kept

    async def remove(self, ids: Iterable[int]) -> tuple[Contact, ...]:
        """Forget them; what they were."""
        stale: set[str] = set()
        gone: list[Contact] = []
        for portion in batches(tuple(ids)):
            gone += await self._writer.submit(partial(contact_rows.remove, portion, stale))
        await self._rename(stale)
        return tuple(gone)

    async def take_in(
        self, contacts: Sequence[Contact], canonicals: contact_rows.Canonicals, duplicates: Duplicates
    ) -> tuple[Outcome, ...]:
        """Keep a PORTION of a file; what became of each."""
        stale: set[str] = set()
        outcomes = await self._writer.submit(partial(contact_rows.take_in, contacts, canonicals, duplicates, stale))
        await self._rename(stale)
        return outcomes

    async def _rename(self, stale: Iterable[str]) -> None:
        """The calls that are kept already follow, few at a time."""
        for canonical in stale:
            work = partial(calls.rename, canonical, _RENAMED_AT_ONCE, self._fold_number)
            while await self._writer.submit(work) == _RENAMED_AT_ONCE:
                pass

    async def known(self, contacts: Sequence[Contact], canonicals: contact_rows.Canonicals) -> contact_rows.Known:
        """Those that are kept with a number of these contacts, or with their name and company."""
        return await self._pages.ask(partial(contact_rows.known, contacts, canonicals))

    async def web_name(self, number: str, since: float) -> tuple[str, str] | None:
        """What the CRM answered for a number at `since` or later: a name and a link; None where it was not asked."""

        def look(connection: sqlite3.Connection) -> tuple[str, str] | None:
            row = connection.execute(
                "SELECT name, link FROM web_names WHERE canonical = ? AND found_at >= ?", (storable(canonical), since)
            ).fetchone()
            return None if row is None else (str(row[0]), str(row[1]))

        canonical = self._fold_number(number)
        return await self._lookups.ask(look) if canonical else None

    async def keep_web_name(self, number: str, name: str, link: str, now: float, since: float) -> None:
        """What the CRM answered now. Answers from before `since` are forgotten."""
        canonical, stale = self._fold_number(number), set[str]()

        def write(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM web_names WHERE found_at < ?", (since,))
            row = (*map(storable, (canonical, name, link)), now)
            connection.execute("INSERT OR REPLACE INTO web_names VALUES (?, ?, ?, ?)", row)
            contact_rows.name_numbers([canonical], stale, connection)

        await self._writer.submit(write)
        await self._rename(stale)


def batches(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """The items, a PORTION at a time."""
    for begin in range(0, len(items), PORTION):
        yield items[begin : begin + PORTION]


def read_contacts(path: Path, query: ContactQuery) -> Iterator[Contact]:
    """The matching contacts from any process, also while the program runs."""
    connection = connect_read_only(path)
    if connection is None:
        return
    with closing(connection), translated():
        while True:
            page = contact_search.page(connection, query)
            yield from page.rows
            if page.next is None:
                return
            query = replace(query, after=page.next)
