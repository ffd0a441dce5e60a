"""Numbers' keys follow the settings: after another country was chosen, all that is kept by a number's canonical form is
given the one that it has now, a portion at a time and in the background.
"""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from agent_desktop.store import call_backs, calls, contact_rows
from agent_desktop.store.folding import FoldNumber, number_forms
from agent_desktop.store.reader import Reader
from agent_desktop.store.writer import Writer

PORTION = 20
"""Rows of one transaction: few milliseconds, so that no acknowledgement waits for it."""
_NEWEST = 2**63 - 1

Key = int | str
Numbers = Callable[[sqlite3.Connection, Key], Iterator[str]]
Work = Callable[[sqlite3.Connection, Key, FoldNumber], Key | None]


@dataclass(frozen=True, slots=True)
class _Place:
    """The row of the table (see number_key_table)."""

    reading: str
    stage: str
    reached: Key


@dataclass(frozen=True, slots=True)
class _Stage:
    """`numbers` are those that the portion behind a key will be asked for; `work` does it, and gives its last key."""

    name: str
    first: Key
    numbers: Numbers
    work: Work


class NumberKeys:
    """One database's. Used on the thread of the loop that writes it; raises StoreFailed."""

    def __init__(self, writer: Writer, reader: Reader) -> None:
        self._writer = writer
        self._reader = reader

    async def begin(self, reading: str) -> None:
        """From now on numbers are read by the settings that `reading` names: older keys are brought to them anew."""
        await self._writer.submit(partial(begin, reading=reading))

    async def step(self, reading: str, fold_number: FoldNumber) -> bool:
        """Do the next portion with the canonical forms that the settings named by `reading` give; False where all is
        done. A kill costs the portion it hits. `fold_number` is asked for the same numbers on two threads: it should
        remember them.
        """
        place = await self._reader.ask(_place)
        if place is None or place.reading != reading:
            await self.begin(reading)
            return True
        if not place.stage:
            return False
        stage = next(stage for stage in _STAGES if stage.name == place.stage)
        await self._reader.ask(partial(_read_ahead, stage=stage, reached=place.reached, fold_number=fold_number))
        await self._writer.submit(partial(_do, stage=stage, place=place, fold_number=fold_number))
        return True


def begin(connection: sqlite3.Connection, reading: str) -> None:
    """As in NumberKeys: for whoever writes keys, and before that."""
    place = _place(connection)
    if place is None and _is_empty(connection):
        _keep(connection, _Place(reading, "", ""))
    elif place is None or place.reading != reading:
        _keep(connection, _Place(reading, _STAGES[0].name, _STAGES[0].first))


def _place(connection: sqlite3.Connection) -> _Place | None:
    row = connection.execute("SELECT reading, stage, reached FROM number_keys").fetchone()
    return None if row is None else _Place(*row)


def _is_empty(connection: sqlite3.Connection) -> bool:
    asked = (" ".join(("SELECT 1 FROM", stage.name, "LIMIT 1")) for stage in _STAGES)
    return not any(connection.execute(statement).fetchone() for statement in asked)


def _read_ahead(connection: sqlite3.Connection, stage: _Stage, reached: Key, fold_number: FoldNumber) -> None:
    """Have the answers ready: others wait while the writer's thread works."""
    for number in stage.numbers(connection, reached):
        for _ in number_forms(number, fold_number):
            pass


def _do(connection: sqlite3.Connection, stage: _Stage, place: _Place, fold_number: FoldNumber) -> None:
    if _place(connection) != place:
        return  # other settings came in between
    reached = stage.work(connection, place.reached, fold_number)
    _keep(connection, _Place(place.reading, stage.name, reached) if reached is not None else _after(stage, place))


def _keep(connection: sqlite3.Connection, place: _Place) -> None:
    connection.execute("DELETE FROM number_keys")
    connection.execute("INSERT INTO number_keys VALUES (?, ?, ?)", (place.reading, place.stage, place.reached))


def _after(stage: _Stage, place: _Place) -> _Place:
    following = _STAGES[_STAGES.index(stage) + 1 :]
    return _Place(place.reading, *((following[0].name, following[0].first) if following else ("", "")))


# Contacts: their numbers, and what search looks in.


def _ids_of_contacts(connection: sqlite3.Connection, after: Key) -> list[int]:
    rows = connection.execute("SELECT id FROM contacts WHERE id > ? ORDER BY id LIMIT ?", (after, PORTION))
    return [contact_id for (contact_id,) in rows]


def _numbers_of_contacts(connection: sqlite3.Connection, after: Key) -> Iterator[str]:
    for contact_id in _ids_of_contacts(connection, after):
        yield from contact_rows.canonicals_of(contact_id, connection)


def _contacts(connection: sqlite3.Connection, after: Key, fold_number: FoldNumber) -> Key | None:
    ids = _ids_of_contacts(connection, after)
    for contact_id in ids:
        before = contact_rows.canonicals_of(contact_id, connection)
        now = {number: fold_number(number) for number in before}
        held = contact_rows.by_id(contact_id, connection)
        if held is not None and now != before:
            # Their calls take the names over when it is their turn.
            contact_rows.keep(held, now, set(), connection)
    return ids[-1] if ids else None


# What is planned for a number without calls.


def _planned(connection: sqlite3.Connection, after: Key) -> list[tuple[str, str]]:
    return connection.execute(
        "SELECT canonical, number FROM call_backs WHERE canonical > ? ORDER BY canonical LIMIT ?", (after, PORTION)
    ).fetchall()


def _numbers_of_plans(connection: sqlite3.Connection, after: Key) -> Iterator[str]:
    return (number for _, number in _planned(connection, after))


def _plans(connection: sqlite3.Connection, after: Key, fold_number: FoldNumber) -> Key | None:
    rows = _planned(connection, after)
    for canonical, number in rows:
        call_backs.move(canonical, fold_number(number), connection)
    return rows[-1][0] if rows else None


# Calls, the newest first: the sooner they are asked for.


def _latest(connection: sqlite3.Connection, before: Key) -> list[tuple[int, str, str, str]]:
    return connection.execute(
        "SELECT id, canonical, number, did FROM calls WHERE id < ? ORDER BY id DESC LIMIT ?", (before, PORTION)
    ).fetchall()


def _numbers_of_calls(connection: sqlite3.Connection, before: Key) -> Iterator[str]:
    return (number for _, _, *numbers in _latest(connection, before) for number in numbers)


def _calls(connection: sqlite3.Connection, before: Key, fold_number: FoldNumber) -> Key | None:
    rows = _latest(connection, before)
    for row, canonical, number, _ in rows:
        _move_plan(connection, canonical, fold_number)
        _read_call(connection, row, canonical, number, fold_number)
    return rows[-1][0] if rows else None


def _read_call(connection: sqlite3.Connection, row: int, canonical: str, number: str, fold_number: FoldNumber) -> None:
    contact_rows.take_name_along(canonical, fold_number(number), connection)
    calls.read_anew(row, fold_number, connection)


def _move_plan(connection: sqlite3.Connection, canonical: str, fold_number: FoldNumber) -> None:
    """What is planned for a number moves with all of its calls: apart, it would be a plan for nobody, and a call-back
    that is done would be one that is not.
    """
    planned = connection.execute("SELECT number FROM call_backs WHERE canonical = ?", (canonical,)).fetchone()
    if planned is None or fold_number(planned[0]) == canonical:
        return
    its_calls = connection.execute("SELECT id, number FROM calls WHERE canonical = ?", (canonical,)).fetchall()
    for row, number in its_calls:
        _read_call(connection, row, canonical, number, fold_number)
    call_backs.move(canonical, fold_number(planned[0]), connection)


# Names of numbers that nothing is kept by any more.

_NOTHING_KEPT = (
    "NOT EXISTS (SELECT 1 FROM calls WHERE calls.canonical = names.canonical)"
    " AND NOT EXISTS (SELECT 1 FROM contact_numbers WHERE contact_numbers.canonical = names.canonical)"
)


def _no_numbers(connection: sqlite3.Connection, after: Key) -> Iterator[str]:
    return iter(())


def _sweep(table: str) -> _Stage:
    walk = " ".join(
        ("SELECT canonical,", _NOTHING_KEPT, "FROM", table, "AS names WHERE canonical > ? ORDER BY canonical LIMIT ?")
    )
    delete = " ".join(("DELETE FROM", table, "WHERE canonical = ?"))

    def work(connection: sqlite3.Connection, after: Key, fold_number: FoldNumber) -> Key | None:
        rows = connection.execute(walk, (after, PORTION)).fetchall()
        connection.executemany(delete, ((canonical,) for canonical, is_left_over in rows if is_left_over))
        return rows[-1][0] if rows else None

    return _Stage(table, "", _no_numbers, work)


_STAGES = (
    _Stage("contacts", 0, _numbers_of_contacts, _contacts),
    _Stage("calls", _NEWEST, _numbers_of_calls, _calls),
    _Stage("call_backs", "", _numbers_of_plans, _plans),
    _sweep("number_names"),
    _sweep("web_names"),
)
"""Contacts first: calls take their names from them, and what is planned for their numbers along."""
