"""Contacts inside the writer's transactions: kept, merged, removed; and the statements that read them."""

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from agent_desktop.store.calls import name_number
from agent_desktop.store.database import storable
from agent_desktop.store.folding import digits
from agent_desktop.telephony.contact import Contact, ContactNumber, Duplicates, Fate, Outcome, joined, tidied
from agent_desktop.telephony.folded import fold

COLUMNS = ("id", "name", "company", "note", "tags", "link")
"""What `contacts_of` needs of a row, first."""

_BY_ID = " ".join(("SELECT", ", ".join(COLUMNS), "FROM contacts WHERE id = ?"))
_BY_KEY = " ".join(("SELECT", ", ".join(COLUMNS), "FROM contacts WHERE key = ? ORDER BY id LIMIT ?"))
_NUMBERS = "SELECT contact_id, number, label, canonical FROM contact_numbers WHERE contact_id = ? ORDER BY place"
_NAME_OF = """
    SELECT * FROM (
        SELECT iif(name <> '', name, company) FROM contact_numbers JOIN contacts ON contacts.id = contact_id
        WHERE canonical = ? ORDER BY contact_id LIMIT 1
    )
    UNION ALL SELECT name FROM web_names WHERE canonical = ?
"""
_NOT_A_CONTACT = "canonical = ? AND NOT EXISTS (SELECT 1 FROM contact_numbers WHERE canonical = ?)"
_TAKE_ALONG = (
    " ".join(("INSERT OR IGNORE INTO number_names SELECT ?, name FROM number_names WHERE", _NOT_A_CONTACT)),
    " ".join(("INSERT OR IGNORE INTO web_names SELECT ?, name, link, found_at FROM web_names WHERE", _NOT_A_CONTACT)),
)
_INSERT = """
    INSERT INTO contacts (id, name, company, note, tags, link, is_vip, sort_key, key, folded)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, company = excluded.company, note = excluded.note,
        tags = excluded.tags, link = excluded.link, is_vip = excluded.is_vip, sort_key = excluded.sort_key,
        key = excluded.key, folded = excluded.folded
"""

NAMESAKES = 5
"""More contacts of the same name and company are not looked at."""

Canonicals = Mapping[str, str]
"""Of each number as it is written its canonical form, "" where it has none."""


@dataclass(frozen=True, slots=True)
class Known:
    """Contacts that are kept: the oldest by canonical number, and the first NAMESAKES by `Contact.key`."""

    numbers: Mapping[str, Contact]
    keys: Mapping[str, tuple[Contact, ...]]


def keep(contact: Contact, canonicals: Canonicals, stale: set[str], connection: sqlite3.Connection) -> Contact:
    """Keep it, in place of the one with its id where it has one; with the id it is kept by. `stale` takes the canonical
    numbers of calls that are to be renamed by it.
    """
    contact = tidied(contact)
    values = (*map(storable, _values(contact)), *map(storable, _keys(contact, canonicals)))
    name, company, note, tags, link, sort_key, key, folded = values
    row = connection.execute(
        _INSERT, (contact.id or None, name, company, note, tags, link, contact.is_vip, sort_key, key, folded)
    )
    contact_id = contact.id or int(row.lastrowid or 0)
    before = _forget_numbers(contact_id, connection)
    connection.executemany(
        "INSERT INTO contact_numbers (canonical, contact_id, place, number, label) VALUES (?, ?, ?, ?, ?)",
        (
            (storable(canonicals.get(one.number, "")), contact_id, place, storable(one.number), storable(one.label))
            for place, one in enumerate(contact.numbers)
        ),
    )
    name_numbers(before | {canonicals.get(one.number, "") for one in contact.numbers}, stale, connection)
    return replace(contact, id=contact_id)


def remove(ids: Iterable[int], stale: set[str], connection: sqlite3.Connection) -> tuple[Contact, ...]:
    """Forget them; what they were."""
    gone: list[Contact] = []
    for contact_id in ids:
        held = by_id(contact_id, connection)
        if held is not None:
            gone.append(held)
            connection.execute("DELETE FROM contacts WHERE id = ?", (contact_id,))
            name_numbers(_forget_numbers(contact_id, connection), stale, connection)
    return tuple(gone)


def _forget_numbers(contact_id: int, connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute("DELETE FROM contact_numbers WHERE contact_id = ? RETURNING canonical", (contact_id,))
    return {canonical for (canonical,) in rows.fetchall()}


def name_numbers(canonicals: Iterable[str], stale: set[str], connection: sqlite3.Connection) -> None:
    """Have the history call these numbers by their contact, else by what a CRM said."""
    for canonical in set(canonicals) - {""}:
        known = connection.execute(_NAME_OF, (storable(canonical), storable(canonical))).fetchone()
        if name_number(canonical, known[0] if known else "", connection):
            stale.add(canonical)


def take_name_along(old: str, new: str, connection: sqlite3.Connection) -> None:
    """Calls are kept under another canonical form from now on: what a CRM said of their number stays with them, where
    no contact has it.
    """
    if old != new and old and new:
        for statement in _TAKE_ALONG:
            connection.execute(statement, tuple(map(storable, (new, old, old))))


def take_in(
    contacts: Sequence[Contact],
    canonicals: Canonicals,
    duplicates: Duplicates,
    stale: set[str],
    connection: sqlite3.Connection,
) -> tuple[Outcome, ...]:
    """Keep a portion of a file; what is there already, from before or from the same file, is treated as asked."""
    outcomes = []
    for contact in contacts:
        held = None if duplicates is Duplicates.ADD else _same_as(contact, canonicals, connection)
        if held is None:
            outcomes.append(Outcome(Fate.ADDED, keep(contact, canonicals, stale, connection)))
        elif duplicates is Duplicates.MERGE and (together := _joined(held, contact, canonicals, connection)) != held:
            before = canonicals_of(held.id, connection)
            outcomes.append(Outcome(Fate.MERGED, keep(together, {**canonicals, **before}, stale, connection)))
        else:
            outcomes.append(Outcome(Fate.SKIPPED, held))
    return tuple(outcomes)


def _joined(held: Contact, other: Contact, canonicals: Canonicals, connection: sqlite3.Connection) -> Contact:
    known = {canonical for canonical in canonicals_of(held.id, connection).values() if canonical}
    return joined(held, other, (one.number for one in other.numbers if canonicals.get(one.number) in known))


def _same_as(contact: Contact, canonicals: Canonicals, connection: sqlite3.Connection) -> Contact | None:
    """One that is kept already: with one of its numbers, else of its name and company. The oldest of several."""
    for number in contact.numbers:
        canonical = canonicals.get(number.number, "")
        if canonical and (held := with_canonical(canonical, connection)):
            return held
    return next(iter(_with_key(contact.key, 1, connection)), None)


def known(contacts: Sequence[Contact], canonicals: Canonicals, connection: sqlite3.Connection) -> Known:
    """Those that are kept with a number of these contacts, or with their name and company."""
    numbers = {canonicals.get(number.number, "") for contact in contacts for number in contact.numbers} - {""}
    by_number = {canonical: with_canonical(canonical, connection) for canonical in numbers}
    return Known(
        {canonical: held for canonical, held in by_number.items() if held},
        {contact.key: _with_key(contact.key, NAMESAKES, connection) for contact in contacts},
    )


def _with_key(key: str, limit: int, connection: sqlite3.Connection) -> tuple[Contact, ...]:
    return contacts_of(connection.execute(_BY_KEY, (storable(key), limit)).fetchall(), connection)


def canonicals_of(contact_id: int, connection: sqlite3.Connection) -> Canonicals:
    """The contact's numbers."""
    return {number: canonical for _, number, _, canonical in connection.execute(_NUMBERS, (contact_id,))}


def by_id(contact_id: int, connection: sqlite3.Connection) -> Contact | None:
    """The contact, or None."""
    row = connection.execute(_BY_ID, (contact_id,)).fetchone()
    return None if row is None else contacts_of([row], connection)[0]


def contacts_of(rows: Sequence[tuple[Any, ...]], connection: sqlite3.Connection) -> tuple[Contact, ...]:
    """The contacts of rows that begin with COLUMNS, with their numbers."""
    found = []
    for contact_id, name, company, note, tags, link, *_ in rows:
        numbers = connection.execute(_NUMBERS, (contact_id,))
        found.append(
            Contact(
                name,
                company,
                tuple(ContactNumber(number, label) for _, number, label, _ in numbers),
                tuple(tag for tag in tags.split(",") if tag),
                note,
                link,
                contact_id,
            )
        )
    return tuple(found)


def with_canonical(canonical: str, connection: sqlite3.Connection) -> Contact | None:
    """Whose number it is: of several the one that was added first."""
    row = connection.execute(
        "SELECT min(contact_id) FROM contact_numbers WHERE canonical = ?", (storable(canonical),)
    ).fetchone()
    return None if row[0] is None else by_id(row[0], connection)


def names(canonicals: Iterable[str], connection: sqlite3.Connection) -> dict[str, str]:
    """By canonical number what the history calls it, where it has a name."""
    found: dict[str, str] = {}
    for canonical in set(canonicals) - {""}:
        row = connection.execute("SELECT name FROM number_names WHERE canonical = ?", (storable(canonical),)).fetchone()
        if row is not None:
            found[canonical] = row[0]
    return found


def extensions(longest: int, limit: int, connection: sqlite3.Connection) -> dict[str, str]:
    """Names by extension: of the contacts with a number of so many digits at most."""
    rows = connection.execute(
        "SELECT canonical, name, company FROM contact_numbers JOIN contacts ON contacts.id = contact_id"
        " WHERE canonical <> '' AND length(canonical) <= ? ORDER BY contact_id DESC LIMIT ?",
        (longest, limit),
    )
    return {canonical: name or company for canonical, name, company in rows}


def _values(contact: Contact) -> tuple[str, str, str, str, str]:
    return (contact.name, contact.company, contact.note, ",".join(contact.tags), contact.link)


def _keys(contact: Contact, canonicals: Canonicals) -> tuple[str, str, str]:
    """What it is listed by, known by and found by."""
    forms = (form for one in contact.numbers for form in (digits(one.number), digits(canonicals.get(one.number, ""))))
    text = fold(" ".join((contact.name, contact.company, *contact.tags, contact.note)))
    return (
        fold(contact.shown),
        contact.key,
        " ".join(dict.fromkeys((re.sub(r"\s+", " ", text), *(form for form in forms if form)))),
    )
