"""The calls that follow from the journal: kept, noted and forgotten, inside the writer's transactions."""

import logging
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from agent_desktop.store import call_state, forgotten
from agent_desktop.store.database import storable
from agent_desktop.store.folding import FoldNumber, digits, number_forms
from agent_desktop.store.forgotten import Forgotten
from agent_desktop.store.many_rows import MOST_ROWS, RowsStatement
from agent_desktop.telephony.call import Call, CallRecord
from agent_desktop.telephony.folded import fold

_log = logging.getLogger(__name__)

UNKNOWN_S = -1
_MOST_S = 2**62

RECORD_COLUMNS = (
    "callid",
    "started",
    "direction",
    "number",
    "extension",
    "queue",
    "did",
    "status",
    "duration_s",
    "talk_s",
    "hold_s",
    "recording_url",
)
"""CallRecord's fields, in their order; `record_of` makes one of them."""

END = "  "
"""Ends what search looks in, so that each of its characters begins a group of three."""

REMARKS = ("who", "note", "disposition")
"""What is kept with a call that no event tells: `who` follows the number, the others are the agents'."""

_DERIVED = ("wait_s", "recorded", "unanswered", "canonical", "reported")
_COLUMNS = ("id", *RECORD_COLUMNS, *_DERIVED, "who", "who_key", "disposition")
_HELD_COLUMNS = ", ".join((*RECORD_COLUMNS, "state", *REMARKS, "id", "canonical"))
_SELECT_HELD = " ".join(("SELECT", _HELD_COLUMNS, "FROM calls JOIN call_detail USING (id) WHERE"))
_DELETES = tuple(
    " ".join(("DELETE FROM", table, "WHERE id = ?")) for table in ("calls", "call_detail", "call_text", "rang")
)
_HELD = RowsStatement(f"{_SELECT_HELD} callid IN (", 1, ")")
_TAKEN = RowsStatement("SELECT id FROM calls WHERE id IN (", 1, ")")
_NAMES = RowsStatement("SELECT canonical, name FROM number_names WHERE canonical IN (", 1, ")")
_UPSERT = RowsStatement(
    f"INSERT INTO calls ({', '.join(_COLUMNS)})",
    len(_COLUMNS),
    f"ON CONFLICT (id) DO UPDATE SET {', '.join(f'{column} = excluded.{column}' for column in _COLUMNS[1:])}",
)
_UPSERT_DETAIL = RowsStatement(
    "INSERT INTO call_detail (id, state, note)",
    3,
    "ON CONFLICT (id) DO UPDATE SET state = excluded.state, note = excluded.note",
)
_UPSERT_TEXT = RowsStatement(
    "INSERT INTO call_text (id, folded)",
    2,
    "ON CONFLICT (id) DO UPDATE SET folded = excluded.folded WHERE folded <> excluded.folded",
)
_RANG = RowsStatement("INSERT OR IGNORE INTO rang (id, extension)", 2)


@dataclass(frozen=True, slots=True)
class _Remarks:
    """As in REMARKS."""

    who: str = ""
    note: str = ""
    disposition: str = ""


@dataclass(frozen=True, slots=True)
class _Held:
    """What is kept of a call already."""

    record: CallRecord
    state: str
    remarks: _Remarks
    id: int
    canonical: str


@dataclass(frozen=True, slots=True)
class _Changed:
    """What is to be kept of a call; `id` is None where it needs a new one."""

    call: Call
    state: str
    remarks: _Remarks
    id: int | None = None


def save(
    calls: Iterable[Call], applied_seq: int, fold_number: FoldNumber, connection: sqlite3.Connection
) -> tuple[CallRecord, ...]:
    """Merge each call into what is kept of it, and move the watermark up to `applied_seq`; what is new or changed.

    Of a call whose customer was forgotten nothing is kept, its webhooks included.
    """
    gone = forgotten.read(connection)
    changed = [record for portion in _portions(calls) for record in _save(portion, gone, fold_number, connection)]
    connection.execute("UPDATE watermark SET applied_seq = max(applied_seq, ?)", (applied_seq,))
    return tuple(changed)


def set_note(callid: str, note: str, fold_number: FoldNumber, connection: sqlite3.Connection) -> bool:
    """Replace the call's note; False where no such call is kept."""
    held = _held(callid, connection)
    if held is not None:
        connection.execute("UPDATE call_detail SET note = ? WHERE id = ?", (storable(note), held.id))
        _write_text(held.id, held.record, replace(held.remarks, note=note), fold_number, connection)
    return held is not None


def set_disposition(
    callid: str, disposition: str, fold_number: FoldNumber, connection: sqlite3.Connection
) -> CallRecord | None:
    """Replace the call's disposition; the call, None where no such one is kept."""
    held = _held(callid, connection)
    if held is None:
        return None
    connection.execute("UPDATE calls SET disposition = ? WHERE id = ?", (storable(disposition), held.id))
    _write_text(held.id, held.record, replace(held.remarks, disposition=disposition), fold_number, connection)
    return held.record


def name_number(canonical: str, name: str, connection: sqlite3.Connection) -> bool:
    """From now on the customer with this number is called so, "" for nothing; True where `rename` has something to do,
    for the calls that are kept already.
    """
    number, named = storable(canonical), storable(name)
    if named:
        put = "INSERT INTO number_names VALUES (?, ?) ON CONFLICT (canonical) DO UPDATE SET name = excluded.name"
        connection.execute(put, (number, named))
    else:
        connection.execute("DELETE FROM number_names WHERE canonical = ?", (number,))
    found = connection.execute("SELECT 1 FROM calls WHERE canonical = ? AND who <> ? LIMIT 1", (number, named))
    return found.fetchone() is not None


def rename(canonical: str, limit: int, fold_number: FoldNumber, connection: sqlite3.Connection) -> int:
    """Give at most `limit` calls with this number the name that it has now; how many."""
    known = connection.execute("SELECT name FROM number_names WHERE canonical = ?", (storable(canonical),)).fetchone()
    named = known[0] if known else ""
    rows = connection.execute(
        f"{_SELECT_HELD} canonical = ? AND who <> ? LIMIT ?", (storable(canonical), named, limit)
    ).fetchall()
    for row in rows:
        held = _held_of(row)
        update = "UPDATE calls SET who = ?, who_key = ? WHERE id = ?"
        connection.execute(update, (named, fold(named), held.id))
        _write_text(held.id, held.record, replace(held.remarks, who=named), fold_number, connection)
    return len(rows)


def read_anew(row: int, fold_number: FoldNumber, connection: sqlite3.Connection) -> None:
    """Give the call with this id the key that its number has now, and what follows: its name, and what search finds."""
    held = _held_of(connection.execute(f"{_SELECT_HELD} id = ?", (row,)).fetchone())
    canonical = storable(fold_number(held.record.number))
    named = dict(_NAMES.execute([(canonical,)], connection)).get(canonical, "")
    if (canonical, named) != (held.canonical, held.remarks.who):
        update = "UPDATE calls SET canonical = ?, who = ?, who_key = ? WHERE id = ?"
        connection.execute(update, (canonical, named, fold(named), row))
    _write_text(row, held.record, replace(held.remarks, who=named), fold_number, connection)


def prune(connection: sqlite3.Connection, before: float, limit: int) -> int:
    """Delete at most `limit` calls that started before this time; how many."""
    old = connection.execute("SELECT id FROM calls WHERE id < ? ORDER BY id LIMIT ?", (call_id(before), limit))
    ids = [row for (row,) in old]
    delete(connection, ids)
    return len(ids)


def delete(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Delete calls with all that hangs on them; their webhooks are apart."""
    for row in ids:
        callid = connection.execute("SELECT callid FROM calls WHERE id = ?", (row,)).fetchone()
        if callid is not None:
            connection.execute("DELETE FROM receipts WHERE callid = ?", callid)
            connection.execute("DELETE FROM pop_outcomes WHERE callid = ?", callid)
        _delete(row, connection)


def call_id(started: float) -> int:
    """The lowest id of a call that started at this time."""
    return int(started * 1_000_000)


def record_of(row: tuple[Any, ...]) -> CallRecord:
    """The record in the first columns of a row that was selected by RECORD_COLUMNS."""
    callid, started, direction, number, extension, queue, did, status, *seconds, recording_url = row[:12]
    duration_s, talk_s, hold_s = (None if figure == UNKNOWN_S else figure for figure in seconds)
    return CallRecord(
        callid, started, direction, number, extension, queue, did, status, duration_s, talk_s, hold_s, recording_url
    )


def _portions(calls: Iterable[Call]) -> Iterator[dict[str, Call]]:
    """As many at a time as a statement takes, by callid as it is stored; none has two calls with the same."""
    portion: dict[str, Call] = {}
    for call in calls:
        callid = storable(call.callid)
        if callid in portion or len(portion) == MOST_ROWS:
            yield portion
            portion = {}
        portion[callid] = call
    if portion:
        yield portion


def _save(
    portion: dict[str, Call], gone: Forgotten, fold_number: FoldNumber, connection: sqlite3.Connection
) -> list[CallRecord]:
    """The calls as they are kept now, without those that are as they were."""
    held = {row[0]: _held_of(row) for row in _HELD.execute([(callid,) for callid in portion], connection)}
    changed: list[_Changed] = []
    apart: dict[str, Call] = {}
    for callid, call in portion.items():
        before = held.get(callid)
        if before is not None:
            try:
                kept = call_state.decode(call.callid, before.state)
                if kept.is_another(call):
                    other = _with_day(call)
                    apart[storable(other.callid)] = other
                    continue
                call = kept.merge(call)
            except (ValueError, TypeError, KeyError, AttributeError):
                _log.warning("what was kept of a call cannot be read; it is replaced")
        if gone and gone.covers(call.started, fold_number(call.number), digits(call.number)):
            _drop(callid, before, connection)
            continue
        state = call_state.encode(call)
        if before is None:
            changed.append(_Changed(call, state, _Remarks()))
        elif state == before.state:
            continue
        elif call.started == before.record.started:
            changed.append(_Changed(call, state, before.remarks, before.id))
        else:
            _delete(before.id, connection)
            changed.append(_Changed(call, state, before.remarks))
    written = _write(changed, fold_number, connection) if changed else []
    return [*written, *_save(apart, gone, fold_number, connection)] if apart else written


def _with_day(call: Call) -> Call:
    """The call under an id of its own: another one, days before or after it, has the id that the PBX gave it."""
    day = datetime.fromtimestamp(call.started, UTC).date().isoformat()
    return replace(call, callid=f"{call.callid}/{day}")


def _drop(callid: str, before: _Held | None, connection: sqlite3.Connection) -> None:
    """The call is one of a customer who was forgotten: whatever came of it before goes, too."""
    connection.execute("DELETE FROM journal WHERE callid = ? AND callid <> ''", (callid,))
    if before is not None:
        _delete(before.id, connection)


def _held(callid: str, connection: sqlite3.Connection) -> _Held | None:
    row = connection.execute(f"{_SELECT_HELD} callid = ?", (storable(callid),)).fetchone()
    return None if row is None else _held_of(row)


def _held_of(row: tuple[Any, ...]) -> _Held:
    state, who, note, disposition, row_id, canonical = row[len(RECORD_COLUMNS) :]
    return _Held(record_of(row), state, _Remarks(who, note, disposition), row_id, canonical)


def _free_ids(starts: Iterable[float], connection: sqlite3.Connection) -> Iterator[int]:
    """For each an id that no call has, the lowest from its start on."""
    wanted = [call_id(started) for started in starts]
    taken = {row for (row,) in _TAKEN.execute([(row,) for row in wanted], connection)} if wanted else set()
    given: dict[int, int] = {}
    for first in wanted:
        row = given.get(first, first)
        while row in taken:
            row = _free_after(row, connection)
        taken.add(row)
        given[first] = row
        yield row


def _free_after(row: int, connection: sqlite3.Connection) -> int:
    if connection.execute("SELECT 1 FROM calls WHERE id = ?", (row + 1,)).fetchone() is None:
        return row + 1
    free = connection.execute(
        "SELECT id + 1 FROM calls AS taken WHERE id > ?"
        " AND NOT EXISTS (SELECT 1 FROM calls WHERE id = taken.id + 1) ORDER BY id LIMIT 1",
        (row,),
    ).fetchone()
    return int(free[0])


def _delete(row: int, connection: sqlite3.Connection) -> None:
    for delete in _DELETES:
        connection.execute(delete, (row,))


def _write(changed: list[_Changed], fold_number: FoldNumber, connection: sqlite3.Connection) -> list[CallRecord]:
    ids = _free_ids((one.call.started for one in changed if one.id is None), connection)
    records = [one.call.record() for one in changed]
    canonicals = [storable(fold_number(record.number)) for record in records]
    names: dict[str, str] = dict(_NAMES.execute([(canonical,) for canonical in canonicals], connection))
    rows, details, texts, rang = [], [], [], []
    for one, record, canonical in zip(changed, records, canonicals, strict=True):
        row = next(ids) if one.id is None else one.id
        who, disposition, note = names.get(canonical, ""), one.remarks.disposition, one.remarks.note
        rows.append((row, *_values(record), canonical, one.call.is_reported, who, fold(who), storable(disposition)))
        details.append((row, one.state, storable(note)))
        texts.append((row, storable(search_text(record, fold_number, who, disposition, note))))
        if record.direction != "outbound":
            rang += [(row, storable(extension)) for extension in one.call.legs]
    _UPSERT.execute(rows, connection)
    _UPSERT_DETAIL.execute(details, connection)
    _UPSERT_TEXT.execute(texts, connection)
    for start in range(0, len(rang), MOST_ROWS):
        _RANG.execute(rang[start : start + MOST_ROWS], connection)
    return records


def _write_text(
    row: int, record: CallRecord, remarks: _Remarks, fold_number: FoldNumber, connection: sqlite3.Connection
) -> None:
    text = search_text(record, fold_number, remarks.who, remarks.disposition, remarks.note)
    _UPSERT_TEXT.execute([(row, storable(text))], connection)


def _values(record: CallRecord) -> tuple[str | float | int, ...]:
    def seconds(figure: int | None) -> int:
        return UNKNOWN_S if figure is None else min(figure, _MOST_S)

    return (
        storable(record.callid),
        record.started,
        record.direction,
        storable(record.number),
        storable(record.extension),
        storable(record.queue),
        storable(record.did),
        storable(record.status),
        seconds(record.duration_s),
        seconds(record.talk_s),
        seconds(record.hold_s),
        storable(record.recording_url),
        seconds(record.wait_s),
        bool(record.recording_url),
        record.is_missed,
    )


def search_text(record: CallRecord, fold_number: FoldNumber, *remarks: str) -> str:
    """What search looks in."""
    parts = (
        *number_forms(record.number, fold_number),
        fold(record.extension),
        fold(record.queue),
        *number_forms(record.did, fold_number),
        *map(fold, remarks),
    )
    return " ".join(dict.fromkeys(part for part in parts if part)) + END
