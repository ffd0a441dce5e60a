"""Contacts taken in from files and given out to them, in portions, with progress; a person may stop either."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal

from agent_desktop.desk.contact_outcomes import NOTED, Forecast, Tally
from agent_desktop.desk.updates import News
from agent_desktop.errors import UsageError
from agent_desktop.store.contacts import PORTION, Contacts, batches
from agent_desktop.telephony import contact_csv, vcard
from agent_desktop.telephony.contact import Contact, Duplicates, ImportReport, Problem, ReadContacts
from agent_desktop.telephony.number_plan import DialRules
from agent_desktop.telephony.text_encoding import is_text

FileKind = Literal["csv", "vcard"]

LARGEST = 64 << 20
"""Bytes of a file that is taken in: half a million contacts."""
SAMPLE = 8
TOLD_EVERY = 20
"""Portions between two words on how far an import is."""


@dataclass(frozen=True, slots=True)
class Transfer(News):
    """How far it is, in contacts."""

    kind: Literal["import", "comparison", "export"]
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a file holds, before anything is kept. `mapping` is how a table is read, None for vCards; `cells` are its
    first rows and `sample` the first contacts that come out of them.
    """

    kind: FileKind
    count: int
    sample: tuple[Contact, ...]
    problems: tuple[Problem, ...]
    mapping: contact_csv.Mapping | None = None
    headings: tuple[str, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an import would make of a file, for each way to treat duplicates. So many of its contacts are `there`
    already, such as those of these `names`; so many stand in it `again`.
    """

    reports: Mapping[Duplicates, ImportReport]
    there: int = 0
    again: int = 0
    names: tuple[str, ...] = ()


class ContactFiles:
    """One transfer after the other. Raises UsageError for a file that cannot be used, StoreFailed for the database."""

    def __init__(
        self,
        contacts: Contacts,
        rules: Callable[[], DialRules],
        publish: Callable[[Transfer], None],
        changed: Callable[[], Awaitable[None]],
    ) -> None:
        self._contacts = contacts
        self._rules = rules
        self._publish = publish
        self._changed = changed
        self._stopped = False
        self._at_work = asyncio.Lock()

    async def stop(self) -> None:
        """End what goes on; what is in stays in."""
        self._stopped = True

    async def preview(self, path: Path, mapping: contact_csv.Mapping | None = None) -> ImportPreview:
        """What the file holds, read by the mapping, or by the guess without one."""
        return await asyncio.to_thread(_preview, path, mapping, self._rules())

    async def compare(self, path: Path, mapping: contact_csv.Mapping | None = None) -> Comparison:
        """What an import would do. Takes a while for many; Transfer tells how far it is."""
        async with self._at_work:
            self._stopped = False
            found = await asyncio.to_thread(_read, path, mapping, self._rules())
            canonical = self._contacts.canonical
            forecasts = {choice: (Forecast(choice, canonical), Tally(canonical)) for choice in Duplicates}
            for portion in self._portions("comparison", found):
                contacts = [contact for _, contact in portion]
                canonicals = await asyncio.to_thread(self._contacts.canonicals, contacts)
                known = await self._contacts.known(contacts, canonicals)
                for forecast, tally in forecasts.values():
                    outcomes = await asyncio.to_thread(forecast.take, contacts, canonicals, known)
                    await asyncio.to_thread(tally.add, portion, outcomes)
            return _compared({choice: tally for choice, (_, tally) in forecasts.items()}, found)

    async def take_in(
        self, path: Path, mapping: contact_csv.Mapping | None = None, duplicates: Duplicates = Duplicates.SKIP
    ) -> ImportReport:
        """Keep the file's contacts. Stopped, or failed on the way, it keeps what is in."""
        async with self._at_work:
            self._stopped = False
            found = await asyncio.to_thread(_read, path, mapping, self._rules())
            tally = Tally(self._contacts.canonical)
            try:
                for portion in self._portions("import", found):
                    contacts = [contact for _, contact in portion]
                    canonicals = await asyncio.to_thread(self._contacts.canonicals, contacts)
                    outcomes = await self._contacts.take_in(contacts, canonicals, duplicates)
                    await asyncio.to_thread(tally.add, portion, outcomes)
            finally:
                if tally.count:
                    await self._changed()
            return tally.report(found.problems, is_whole=tally.count == len(found.contacts))

    async def give_out(self, path: Path, kind: FileKind) -> int:
        """Write all contacts to a file, whole or not at all; how many. 0 where it was stopped."""
        async with self._at_work:
            self._stopped = False
            total, width = await self._contacts.count(), await self._contacts.most_numbers()
            draft = path.with_name(f".{path.name}.part")
            done = 0
            try:
                async for portion in self._contacts.everyone():
                    text = "".join(contact_csv.written(portion, width) if kind == "csv" else vcard.written(portion))
                    if kind == "csv" and done:
                        text = text.partition("\r\n")[2]  # the headings stand there already
                    await asyncio.to_thread(_append, draft, text, done == 0)
                    done += len(portion)
                    self._publish(Transfer("export", done, total))
                    if self._stopped:
                        return 0
                await asyncio.to_thread(draft.replace, path)
            except OSError as error:
                raise UsageError(
                    f"The file cannot be written: {error.strerror}.", "Choose another folder, or free some space."
                ) from error
            finally:
                with suppress(OSError):
                    await asyncio.to_thread(draft.unlink, missing_ok=True)
            return done

    def _portions(
        self, kind: Literal["import", "comparison"], found: ReadContacts
    ) -> Iterator[Sequence[tuple[int, Contact]]]:
        """The contacts, each with its line, in portions until someone stops it; how far it is is told now and then."""
        total = len(found.contacts)
        for number, portion in enumerate(batches(tuple(zip(found.lines, found.contacts, strict=True)))):
            if self._stopped:
                return
            if number % TOLD_EVERY == 0:
                self._publish(Transfer(kind, number * PORTION, total))
            yield portion
        self._publish(Transfer(kind, total, total))


def _compared(tallies: Mapping[Duplicates, Tally], found: ReadContacts) -> Comparison:
    reports = {choice: tally.report(found.problems) for choice, tally in tallies.items()}
    skipping, again = reports[Duplicates.SKIP], tallies[Duplicates.SKIP].again
    names = (one.other for one in skipping.left if not one.other_line)
    return Comparison(reports, skipping.skipped - again, again, tuple(islice(names, SAMPLE)))


def _append(path: Path, text: str, is_first: bool) -> None:
    with path.open("w" if is_first else "a", encoding="utf-8", newline="") as file:
        file.write(text)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UsageError(
            f"The file cannot be read: {error.strerror}.", "Check its name and its permissions."
        ) from error
    if len(data) > LARGEST:
        raise UsageError("The file is too large.", f"Split it: up to {LARGEST >> 20} MB are taken at a time.")
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise UsageError("This is a spreadsheet's own format.", "Save it as CSV in your spreadsheet program first.")
    if not is_text(data):
        raise UsageError("This is no file of text.", "Choose a CSV file or vCards.")
    if not data.strip():
        raise UsageError("The file is empty.", "Choose a CSV file or vCards.")
    return data


def _read(path: Path, mapping: contact_csv.Mapping | None, rules: DialRules) -> ReadContacts:
    data = _bytes(path)
    if vcard.looks_like_vcard(data):
        return vcard.read_vcards(data, rules)
    return contact_csv.contacts_of(contact_csv.read_table(data, mapping), rules)


def _preview(path: Path, mapping: contact_csv.Mapping | None, rules: DialRules) -> ImportPreview:
    data = _bytes(path)
    if vcard.looks_like_vcard(data):
        found = vcard.read_vcards(data, rules)
        return ImportPreview("vcard", len(found.contacts), found.contacts[:SAMPLE], found.problems[:NOTED])
    table = contact_csv.read_table(data, mapping)
    found = contact_csv.contacts_of(table, rules)
    return ImportPreview(
        "csv",
        len(found.contacts),
        found.contacts[:SAMPLE],
        found.problems[:NOTED],
        table.mapping,
        table.headings,
        tuple(cells for _, cells in table.rows[:SAMPLE]),
    )
