"""The calls that follow from the journal: kept, noted and forgotten, inside the writer's transactions."""

import logging
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
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

_COLUMNS = ("id", *RECORD_COLUMNS, "canonical", "reported")
_SELECT_NOTED = " ".join(("SELECT", ", ".join(RECORD_COLUMNS), ", id FROM calls WHERE callid = ?"))
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
class _Held:
    """What is kept of a call already."""

    id: int
    started: float
    state: str
    note: str


def save(
    calls: Iterable[Call], applied_seq: int, fold_number: FoldNumber, connection: sqlite3.Connection
) -> tuple[CallRecord, ...]:
    """Merge each call into what is kept of it, and move the watermark up to `applied_seq`; what is new or changed."""
    changed = tuple(record for call in calls if (record := _save(call, fold_number, connection)) is not None)
    connection.execute("UPDATE watermark SET applied_seq = max(applied_seq, ?)", (applied_seq,))
    return changed


def set_note(callid: str, note: str, fold_number: FoldNumber, connection: sqlite3.Connection) -> bool:
    """Replace the call's note; False where no such call is kept."""
    row = connection.execute(_SELECT_NOTED, (storable(callid),)).fetchone()
    if row is None:
        return False
    connection.execute("UPDATE call_detail SET note = ? WHERE id = ?", (storable(note), row[-1]))
    _write_text(row[-1], record_of(row), note, fold_number, connection)
    return True


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
        return _write(_free_id(call.started, connection), call, state, "", fold_number, connection)
    try:
        call = call_state.decode(call.callid, held.state).merge(call)
    except (ValueError, TypeError, KeyError, AttributeError):
        _log.warning("what was kept of a call cannot be read; it is replaced")
    state = call_state.encode(call)
    if state == held.state:
        return None
    row = held.id
    if call.started != held.started:
        _delete(row, connection)
        row = _free_id(call.started, connection)
    return _write(row, call, state, held.note, fold_number, connection)


def _held(callid: str, connection: sqlite3.Connection) -> _Held | None:
    row = connection.execute(
        "SELECT id, started, state, note FROM calls JOIN call_detail USING (id) WHERE callid = ?", (storable(callid),)
    ).fetchone()
    return None if row is None else _Held(*row)


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
    row: int, call: Call, state: str, note: str, fold_number: FoldNumber, connection: sqlite3.Connection
) -> CallRecord:
    record = call.record()
    connection.execute(_UPSERT, (row, *_values(record), storable(fold_number(record.number)), call.is_reported))
    connection.execute(
        "INSERT INTO call_detail (id, state, note) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET state = excluded.state, note = excluded.note",
        (row, state, storable(note)),
    )
    _write_text(row, record, note, fold_number, connection)
    return record


def _write_text(
    row: int, record: CallRecord, note: str, fold_number: FoldNumber, connection: sqlite3.Connection
) -> None:
    connection.execute(
        "INSERT INTO call_text (id, folded) VALUES (?, ?)"
        " ON CONFLICT (id) DO UPDATE SET folded = excluded.folded WHERE folded <> excluded.folded",
        (row, storable(_search_text(record, note, fold_number))),
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
    )


def _search_text(record: CallRecord, note: str, fold_number: FoldNumber) -> str:
    parts = (
        *number_forms(record.number, fold_number),
        fold(record.extension),
        fold(record.queue),
        *number_forms(record.did, fold_number),
        fold(note),
    )
    return " ".join(dict.fromkeys(part for part in parts if part))
