"""A page of the contacts by name, and all of them in turn for an export."""

import sqlite3

from agent_desktop.store.contact_rows import COLUMNS, contacts_of
from agent_desktop.store.database import storable
from agent_desktop.store.folding import words
from agent_desktop.telephony.contact import ContactCursor, ContactPage, ContactQuery

COUNTED = 2000
"""More matches than this are "many": they are not counted, and found by walking in order until the page is full."""

_LONGEST_TEXT = 200
_GRAM = 3
_SELECT = " ".join(("SELECT", ", ".join(COLUMNS), ", sort_key FROM contacts"))


def page(connection: sqlite3.Connection, query: ContactQuery) -> ContactPage:
    """The page that the query asks for."""
    fragments = tuple(map(_home, words(storable(query.text.strip()[:_LONGEST_TEXT]))))
    grams = [fragment for fragment in fragments if len(fragment) >= _GRAM]
    conditions: list[str] = ["is_vip"] if query.vip_only else []
    values: list[str | int] = []
    matches = _matches(connection, grams) if grams else None
    if matches is not None:
        conditions.append("".join(("id IN (", ", ".join(map(str, matches)), ")")))
    for fragment in fragments if matches is None else [one for one in fragments if len(one) < _GRAM]:
        conditions.append("folded GLOB ?")
        values.append(_glob(fragment))
    total = _total(connection, conditions, values) if matches is not None or not fragments else None
    if query.after is not None:
        conditions.append("(sort_key, id) > (?, ?)")
        values += [query.after.sort_key, query.after.id]
    limit = max(1, query.limit)
    rows = connection.execute(
        " ".join((_SELECT, _where(conditions), "ORDER BY sort_key, id LIMIT", str(limit + 1))), values
    ).fetchall()
    following = ContactCursor(rows[limit - 1][-1], rows[limit - 1][0]) if len(rows) > limit else None
    if following is None and query.after is None:
        total = len(rows)
    return ContactPage(contacts_of(rows[:limit], connection), following, total)


def most_numbers(connection: sqlite3.Connection) -> int:
    """How many numbers any contact has."""
    return int(connection.execute("SELECT coalesce(max(place) + 1, 0) FROM contact_numbers").fetchone()[0])


def count(connection: sqlite3.Connection) -> int:
    """How many contacts there are."""
    return int(connection.execute("SELECT count(*) FROM contacts").fetchone()[0])


def _matches(connection: sqlite3.Connection, grams: list[str]) -> list[int] | None:
    """The ids that hold all the fragments, or None where they are many."""
    phrases = " ".join(f'"{gram}"' for gram in (gram.replace('"', '""') for gram in grams))
    found = connection.execute(
        "SELECT rowid FROM contacts_fts WHERE contacts_fts MATCH ? LIMIT ?", (phrases, COUNTED + 1)
    ).fetchall()
    return None if len(found) > COUNTED else [row for (row,) in found]


def _total(connection: sqlite3.Connection, conditions: list[str], values: list[str | int]) -> int:
    return int(
        connection.execute(" ".join(("SELECT count(*) FROM contacts", _where(conditions))), values).fetchone()[0]
    )


def _where(conditions: list[str]) -> str:
    return " ".join(("WHERE", " AND ".join(conditions))) if conditions else ""


def _home(fragment: str) -> str:
    """A number without its trunk zero, which is in it abroad, too; any other text as it is."""
    return fragment[1:] if fragment.isdigit() and fragment.startswith("0") and len(fragment) > _GRAM else fragment


def _glob(fragment: str) -> str:
    escaped = "".join(f"[{char}]" if char in "*?[" else char for char in fragment)
    return f"*{escaped}*"
