"""What becomes of a file's contacts, one by one: foretold with nothing kept, counted and named."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from agent_desktop.store.contact_rows import Canonicals, Known
from agent_desktop.telephony.contact import (
    Contact,
    Duplicates,
    Fate,
    ImportReport,
    Left,
    Outcome,
    Problem,
    joined,
    tidied,
)

NOTED = 1000
"""So many problems, and so many that are left, are told of one by one."""

FIRST_NEW = 1 << 62
"""What would be added has ids from here on: as in the database, of several that fit the oldest is meant."""

FoldNumber = Callable[[str], str]


class Forecast:
    """What an import would make of a file's contacts, told in their order. It remembers what would have been kept.

    Numbers take time to compare: not for the thread of the calls.
    """

    def __init__(self, duplicates: Duplicates, canonical: FoldNumber) -> None:
        self._duplicates = duplicates
        self._canonical = canonical
        self._contacts: dict[int, Contact] = {}
        self._by_number: dict[str, int] = {}
        self._by_key: dict[str, int] = {}

    def take(self, contacts: Sequence[Contact], canonicals: Canonicals, known: Known) -> tuple[Outcome, ...]:
        """What would become of each. `known` are those in the database that have one of their numbers, or a name."""
        return tuple(self._take(contact, canonicals, known) for contact in contacts)

    def _take(self, contact: Contact, canonicals: Canonicals, known: Known) -> Outcome:
        held = None if self._duplicates is Duplicates.ADD else self._same_as(contact, canonicals, known)
        if held is None:
            added = replace(tidied(contact), id=FIRST_NEW + len(self._contacts))
            self._keep(added, {canonicals.get(one.number, "") for one in added.numbers})
            return Outcome(Fate.ADDED, added)
        if self._duplicates is Duplicates.MERGE:
            numbers = {self._canonical(one.number) for one in held.numbers} - {""}
            same = [one.number for one in contact.numbers if canonicals.get(one.number) in numbers]
            if (together := joined(held, contact, same)) != held:
                self._keep(together, numbers | {canonicals.get(one.number, "") for one in contact.numbers})
                return Outcome(Fate.MERGED, together)
        return Outcome(Fate.SKIPPED, held)

    def _keep(self, contact: Contact, canonicals: set[str]) -> None:
        before = self._contacts.get(contact.id, contact)
        if before.key != contact.key and self._by_key.get(before.key) == contact.id:
            del self._by_key[before.key]  # a name or a company was added
        self._contacts[contact.id] = contact
        for canonical in canonicals - {""}:
            self._by_number[canonical] = min(contact.id, self._by_number.get(canonical, contact.id))
        self._by_key[contact.key] = min(contact.id, self._by_key.get(contact.key, contact.id))

    def _same_as(self, contact: Contact, canonicals: Canonicals, known: Known) -> Contact | None:
        for number in contact.numbers:
            canonical = canonicals.get(number.number, "")
            there = known.numbers.get(canonical)
            if canonical and (held := self._oldest(self._by_number.get(canonical), [there] if there else [])):
                return held
        namesakes = [held for held in known.keys.get(contact.key, ()) if self._present(held).key == contact.key]
        return self._oldest(self._by_key.get(contact.key), namesakes)

    def _oldest(self, own: int | None, there: list[Contact]) -> Contact | None:
        found = [] if own is None else [self._contacts[own]]
        return min((*found, *map(self._present, there)), key=lambda one: one.id, default=None)

    def _present(self, there: Contact) -> Contact:
        """One of the database, as it would be by now."""
        return self._contacts.get(there.id, there)


class Tally:
    """Counts outcomes, and names the contacts that are left. Not for the thread of the calls, either."""

    def __init__(self, canonical: FoldNumber) -> None:
        self.again = 0
        """How many are in the file before."""
        self._canonical = canonical
        self._counts = dict.fromkeys(Fate, 0)
        self._lines: dict[int, int] = {}
        self._left: list[Left] = []

    def add(self, contacts: Iterable[tuple[int, Contact]], outcomes: Iterable[Outcome]) -> None:
        """What became of some contacts, each with its line."""
        for (line, contact), outcome in zip(contacts, outcomes, strict=True):
            self._add(line, contact, outcome)

    def _add(self, line: int, contact: Contact, outcome: Outcome) -> None:
        self._counts[outcome.fate] += 1
        if outcome.fate is Fate.ADDED:
            self._lines[outcome.kept.id] = line
            return
        self.again += outcome.kept.id in self._lines
        if outcome.fate is Fate.SKIPPED and len(self._left) < NOTED:
            other = outcome.kept
            shared = self._shared(contact, other)
            self._left.append(Left(line, contact.shown, shared, other.shown, self._lines.get(other.id, 0)))

    def _shared(self, contact: Contact, other: Contact) -> str:
        """The number that both have, as the first writes it."""
        numbers = {self._canonical(one.number) for one in other.numbers} - {""}
        return next((one.number for one in contact.numbers if self._canonical(one.number) in numbers), "")

    @property
    def count(self) -> int:
        """How many there were."""
        return sum(self._counts.values())

    def report(self, problems: tuple[Problem, ...], *, is_whole: bool = True) -> ImportReport:
        """So far."""
        added, merged, skipped = (self._counts[fate] for fate in (Fate.ADDED, Fate.MERGED, Fate.SKIPPED))
        return ImportReport(added, merged, skipped, problems[:NOTED], is_whole, tuple(self._left))
