"""The calls that follow from the journal: kept, noted and forgotten, inside the writer's transactions."""

import logging
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from agent_desktop.store import call_state
from agent_desktop.store.database import storable
from agent_desktop.store.folding import FoldNumber, fold, number_forms
from agent_desktop.telephony.call import Call, CallRecord

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

REMARKS = ("who", "note", "disposition")
"""What is kept with a call that no event tells: `who` follows the number, the others are the agents'."""

_COLUMNS = ("id", *RECORD_COLUMNS, "wait_s", "recorded", "canonical", "reported", "who", "who_key", "disposition")
_HELD_COLUMNS = ", ".join((*RECORD_COLUMNS, "state", *REMARKS, "id", "canonical"))
_SELECT_HELD = " ".join(("SELECT", _HELD_COLUMNS, "FROM calls JOIN call_detail USING (id) WHERE"))
_DELETES = tuple(" ".join(("DELETE FROM", table, "WHERE id = ?")) for table in ("calls", "call_detail", "call_text"))
_UPSERT = " ".join(
    (
        "INSERT INTO calls (",
        ", ".join(_COLUMNS),
        ") VALUES (",
        ", ".join("?" * len(_COLUMNS)),
        ") ON CONFLICT (id) DO UPDATE SET",
        ", ".join(f"{column} = excluded.{column}" for column in _COLUMNS[1:]),
    )
)


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


def save(
    calls: Iterable[Call], applied_seq: int, fold_number: FoldNumber, connection: sqlite3.Connection
) -> tuple[CallRecord, ...]:
    """Merge each call into what is kept of it, and move the watermark up to `applied_seq`; what is new or changed."""
    changed = tuple(record for call in calls if (record := _save(call, fold_number, connection)) is not None)
    connection.execute("UPDATE watermark SET applied_seq = max(applied_seq, ?)", (applied_seq,))
    return changed


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


def name_number(canonical: str, name: str, fold_number: FoldNumber, connection: sqlite3.Connection) -> int:
    """From now on the customer with this number is called so, "" for nothing; how many calls that changed."""
    number, named = storable(canonical), storable(name)
    if named:
        put = "INSERT INTO number_names VALUES (?, ?) ON CONFLICT (canonical) DO UPDATE SET name = excluded.name"
        connection.execute(put, (number, named))
    else:
        connection.execute("DELETE FROM number_names WHERE canonical = ?", (number,))
    rows = connection.execute(f"{_SELECT_HELD} canonical = ? AND who <> ?", (number, named)).fetchall()
    for row in rows:
        held = _held_of(row)
        update = "UPDATE calls SET who = ?, who_key = ? WHERE id = ?"
        connection.execute(update, (named, fold(named), held.id))
        _write_text(held.id, held.record, replace(held.remarks, who=named), fold_number, connection)
    return len(rows)


def prune(connection: sqlite3.Connection, before: float, limit: int) -> int:
    """Delete at most `limit` calls that started before this time; how many."""
    old = connection.execute("SELECT id FROM calls WHERE id < ? ORDER BY id LIMIT ?", (call_id(before), limit))
    ids = old.fetchall()
    for (row,) in ids:
        _delete(row, connection)
    return len(ids)


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


def _save(call: Call, fold_number: FoldNumber, connection: sqlite3.Connection) -> CallRecord | None:
    """The call as it is kept now, None where that is as it was."""
    held = _held(call.callid, connection)
    if held is None:
        state = call_state.encode(call)
        return _write(_free_id(call.started, connection), call, state, _Remarks(), fold_number, connection)
    try:
        call = call_state.decode(call.callid, held.state).merge(call)
    except (ValueError, TypeError, KeyError, AttributeError):
        _log.warning("what was kept of a call cannot be read; it is replaced")
    state = call_state.encode(call)
    if state == held.state:
        return None
    row = held.id
    if call.started != held.record.started:
        _delete(row, connection)
        row = _free_id(call.started, connection)
    return _write(row, call, state, held.remarks, fold_number, connection)


def _held(callid: str, connection: sqlite3.Connection) -> _Held | None:
    row = connection.execute(f"{_SELECT_HELD} callid = ?", (storable(callid),)).fetchone()
    return None if row is None else _held_of(row)


def _held_of(row: tuple[Any, ...]) -> _Held:
    state, who, note, disposition, row_id, canonical = row[len(RECORD_COLUMNS) :]
    return _Held(record_of(row), state, _Remarks(who, note, disposition), row_id, canonical)


def _free_id(started: float, connection: sqlite3.Connection) -> int:
    wanted = call_id(started)
    if connection.execute("SELECT 1 FROM calls WHERE id = ?", (wanted,)).fetchone() is None:
        return wanted
    free = connection.execute(
        "SELECT id + 1 FROM calls AS taken WHERE id >= ?"
        " AND NOT EXISTS (SELECT 1 FROM calls WHERE id = taken.id + 1) ORDER BY id LIMIT 1",
        (wanted,),
    ).fetchone()
    return int(free[0])


def _delete(row: int, connection: sqlite3.Connection) -> None:
    for delete in _DELETES:
        connection.execute(delete, (row,))


def _write(
    row: int, call: Call, state: str, remarks: _Remarks, fold_number: FoldNumber, connection: sqlite3.Connection
) -> CallRecord:
    record = call.record()
    canonical = storable(fold_number(record.number))
    remarks = replace(remarks, who=_name_of(canonical, connection))
    values = (
        *_values(record),
        canonical,
        call.is_reported,
        remarks.who,
        fold(remarks.who),
        storable(remarks.disposition),
    )
    connection.execute(_UPSERT, (row, *values))
    connection.execute(
        "INSERT INTO call_detail (id, state, note) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET state = excluded.state, note = excluded.note",
        (row, state, storable(remarks.note)),
    )
    _write_text(row, record, remarks, fold_number, connection)
    return record


def _name_of(canonical: str, connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT name FROM number_names WHERE canonical = ?", (canonical,)).fetchone()
    return "" if row is None else str(row[0])


def _write_text(
    row: int, record: CallRecord, remarks: _Remarks, fold_number: FoldNumber, connection: sqlite3.Connection
) -> None:
    connection.execute(
        "INSERT INTO call_text (id, folded) VALUES (?, ?)"
        " ON CONFLICT (id) DO UPDATE SET folded = excluded.folded WHERE folded <> excluded.folded",
        (row, storable(search_text(record, fold_number, remarks.who, remarks.disposition, remarks.note))),
    )


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
    return " ".join(dict.fromkeys(part for part in parts if part))
