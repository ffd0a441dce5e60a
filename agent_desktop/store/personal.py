"""Which tables hold customers' data, where it stands in them, and how one customer is taken out of each.

A table is in `PERSONAL`, follows one that is, or is in `IMPERSONAL`: a test fails for one that is in none of them, so
that no new table can be overlooked.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from agent_desktop.store import calls, contact_rows
from agent_desktop.store.folding import FoldNumber
from agent_desktop.store.wanted import Wanted

Kind = Literal["calls", "notes", "webhooks", "contacts", "call_backs", ""]
"""What people know a table's rows as; "" for what they do not."""

Key = int | str
_RENAMED_AT_ONCE = 200
Clean = Callable[[sqlite3.Connection, Sequence[Key], Wanted, FoldNumber], None]


@dataclass(frozen=True, slots=True)
class Personal:
    """A table with customers' data, walked in the order of its `key`, from `first` on.

    Keys may repeat, as the rows' of one contact do.

    A row is a customer's where the number stands in one of `columns`, or, where `callid` names a column, where it
    belongs to a call of theirs. `clean` deletes the rows with these keys, or takes the number out of them; without it
    they are deleted. `besides` names the table whose rows with the same keys, as far as they were found, go anyway.
    `follows` names the tables whose rows go with these, by triggers or by `clean`. Rows are deleted
    with old age, too, where `received` names the column that tells it (seconds since the epoch).
    """

    kind: Kind
    table: str
    key: str
    columns: tuple[str, ...] = ()
    clean: Clean | None = None
    callid: str = ""
    besides: str = ""
    follows: tuple[str, ...] = ()
    where: str = ""
    received: str = ""
    first: Key = 0

    @property
    def of_calls(self) -> bool:
        """True where the keys are the ids of calls."""
        return self.table in ("calls", "call_detail")

    @property
    def name(self) -> str:
        """Unlike all others': a table may be there twice, for its rows and for the texts of the rows that stay."""
        return f"{self.table}, {self.kind}"

    def clean_rows(
        self, connection: sqlite3.Connection, keys: Sequence[Key], wanted: Wanted, fold_number: FoldNumber
    ) -> None:
        """Take the customer out of the rows with these keys."""
        if self.clean is not None:
            self.clean(connection, keys, wanted, fold_number)
        else:
            self.delete(connection, keys)

    def delete(self, connection: sqlite3.Connection, keys: Iterable[Key]) -> None:
        """Delete the rows with these keys."""
        statement = " ".join(("DELETE FROM", self.table, "WHERE", self.key, "= ?"))
        connection.executemany(statement, ((key,) for key in keys))

    def outdated(self, connection: sqlite3.Connection, before: float) -> list[Key]:
        """The keys of the rows that were received before this time."""
        statement = " ".join(("SELECT", self.key, "FROM", self.table, "WHERE", self.received, "< ?"))
        return [key for (key,) in connection.execute(statement, (before,))]


def _delete_calls(connection: sqlite3.Connection, keys: Sequence[Key], wanted: Wanted, fold: FoldNumber) -> None:
    calls.delete(connection, (key for key in keys if isinstance(key, int)))


def _mask_notes(connection: sqlite3.Connection, keys: Sequence[Key], wanted: Wanted, fold: FoldNumber) -> None:
    """Other customers' calls stay; what was noted about this number with them does not name it any more."""
    select = "SELECT callid, note FROM calls JOIN call_detail USING (id) WHERE id = ?"
    for callid, note in [row for key in keys for row in connection.execute(select, (key,))]:
        calls.set_note(callid, wanted.masked(note), fold, connection)


def _delete_contacts(connection: sqlite3.Connection, keys: Sequence[Key], wanted: Wanted, fold: FoldNumber) -> None:
    """The whole contact goes: its other numbers are the same customer's. Their calls lose the name."""
    stale: set[str] = set()
    contact_rows.remove((key for key in keys if isinstance(key, int)), stale, connection)
    for canonical in stale:
        while calls.rename(canonical, _RENAMED_AT_ONCE, fold, connection) == _RENAMED_AT_ONCE:
            pass


def _mask_contacts(connection: sqlite3.Connection, keys: Sequence[Key], wanted: Wanted, fold: FoldNumber) -> None:
    """Another contact stays, without the number in its texts."""
    for key in keys:
        held = contact_rows.by_id(int(key), connection)
        if held is not None:
            name, company, note, link = map(wanted.masked, (held.name, held.company, held.note, held.link))
            masked = replace(held, name=name, company=company, note=note, link=link)
            contact_rows.keep(masked, {one.number: fold(one.number) for one in held.numbers}, set(), connection)


def _mask_call_backs(connection: sqlite3.Connection, keys: Sequence[Key], wanted: Wanted, fold: FoldNumber) -> None:
    for key in keys:
        row = connection.execute("SELECT note FROM call_backs WHERE canonical = ?", (key,)).fetchone()
        if row is not None:
            connection.execute("UPDATE call_backs SET note = ? WHERE canonical = ?", (wanted.masked(row[0]), key))


PERSONAL: tuple[Personal, ...] = (
    Personal(
        "calls",
        "calls",
        "id",
        ("number", "canonical", "extension", "recording_url"),
        _delete_calls,
        follows=("call_detail", "call_text", "calls_fts", "calls_grams", "rang", "bitmaps"),
    ),
    Personal("notes", "call_detail", "id", ("note",), _mask_notes, besides="calls", where="note <> ''"),
    Personal("webhooks", "journal", "seq", ("target", "body"), callid="callid"),
    Personal("", "web_names", "canonical", ("canonical", "link"), first=""),
    Personal(
        "contacts",
        "contact_numbers",
        "contact_id",
        ("canonical", "number"),
        _delete_contacts,
        follows=("contacts", "contacts_fts"),
    ),
    Personal("notes", "contacts", "id", ("name", "company", "note", "link"), _mask_contacts, besides="contact_numbers"),
    Personal("call_backs", "call_backs", "canonical", ("canonical", "number"), first=""),
    Personal("notes", "call_backs", "canonical", ("note",), _mask_call_backs, besides="call_backs", first=""),
    Personal("", "number_names", "canonical", ("canonical",), first=""),
    Personal("", "receipts", "callid", callid="callid", received="received", first=""),
    Personal("", "pop_outcomes", "callid", callid="callid", received="at", first=""),
    Personal("", "outbox", "id", ("url", "body"), callid="callid", received="created"),
)
"""Calls first: what belongs to them is found by their ids. A number's name goes after those who give it one."""

IMPERSONAL = frozenset(
    {"watermark", "forgotten", "pauses", "synced_days", "spans", "number_keys"}
    | {"bitmap_blocks", "bitmap_calls", "unindexed"}
)
"""A number of the journal; fingerprints that do not tell their numbers; the agent's own pauses; days; when it ran; how
far the keys are; and when calls began, by which the bitmaps and the search know them.
"""
