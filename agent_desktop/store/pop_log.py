"""What explains pops that were missed (see pop_tables), and how soon the others were there."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from agent_desktop.store import call_state
from agent_desktop.store.calls import RECORD_COLUMNS, call_id, record_of
from agent_desktop.store.database import storable
from agent_desktop.telephony.latency import LatencyReceipt
from agent_desktop.telephony.pop_audit import Outcome, Ringing, Span, SpanKind

_COLUMNS = (*(f"calls.{column}" for column in RECORD_COLUMNS), "who", "state", "painted_ms", "outcome", "after_ms")
_RINGING = " ".join(
    (
        "WITH mine (extension) AS (SELECT value FROM json_each(:extensions)),",
        "found (id) AS (",
        "SELECT id FROM mine CROSS JOIN calls USING (extension)",
        "WHERE id >= :since AND id < :until AND direction = 'inbound'",
        "UNION SELECT id FROM mine CROSS JOIN rang USING (extension) WHERE id >= :since AND id < :until)",
        "SELECT",
        ", ".join(_COLUMNS),
        "FROM found CROSS JOIN calls USING (id) CROSS JOIN call_detail USING (id)",
        "LEFT JOIN receipts ON receipts.callid = calls.callid",
        "LEFT JOIN pop_outcomes ON pop_outcomes.callid = calls.callid",
        "WHERE direction <> 'outbound' ORDER BY found.id DESC LIMIT :limit",
    )
)


def keep_outcome(connection: sqlite3.Connection, callid: str, at: float, outcome: Outcome, after_ms: float) -> None:
    """What became of the call's pop; what was kept first stays."""
    row = (storable(callid), at, outcome.value, after_ms)
    connection.execute("INSERT OR IGNORE INTO pop_outcomes VALUES (?, ?, ?, ?)", row)


def keep_spans(connection: sqlite3.Connection, spans: Iterable[Span]) -> None:
    """Each of them lasts until then at least."""
    connection.executemany(
        "INSERT INTO spans VALUES (?, ?, ?) ON CONFLICT (kind, began) DO UPDATE SET ended = excluded.ended",
        [(span.kind.value, span.began, span.ended) for span in spans],
    )


def prune(connection: sqlite3.Connection, before: float) -> None:
    """Forget what ended before this time."""
    connection.execute("DELETE FROM spans WHERE ended < ?", (before,))


def spans(connection: sqlite3.Connection, since: float, until: float) -> tuple[Span, ...]:
    """What overlaps this time, the earliest first."""
    rows = connection.execute(
        "SELECT kind, began, ended FROM spans WHERE began < ? AND ended >= ? ORDER BY began", (until, since)
    )
    return tuple(Span(SpanKind(kind), began, ended) for kind, began, ended in rows)


def latencies(connection: sqlite3.Connection, since: float, until: float, limit: int) -> tuple[LatencyReceipt, ...]:
    """The latest receipts of calls that were first heard of in this time."""
    rows = connection.execute(
        "SELECT received, parsed_ms, shown_ms, painted_ms FROM receipts"
        " WHERE received >= ? AND received < ? ORDER BY received DESC LIMIT ?",
        (since, until, limit),
    )
    return tuple(LatencyReceipt(*row) for row in rows)


def painted_unnamed(connection: sqlite3.Connection, since: float, until: float) -> tuple[float, ...]:
    """When pops were painted before the call had a name of its own."""
    rows = connection.execute(
        "SELECT at FROM pop_outcomes WHERE at >= ? AND at < ? AND outcome = ?", (since, until, Outcome.UNNAMED)
    )
    return tuple(at for (at,) in rows)


def ringing(
    connection: sqlite3.Connection, extensions: Sequence[str], since: float, until: float, limit: int
) -> Iterator[Ringing]:
    """The latest incoming calls that rang one of these extensions, the newest first."""
    mine = json.dumps([storable(extension) for extension in extensions])
    asked = {"extensions": mine, "since": call_id(since), "until": call_id(until), "limit": limit}
    rows = connection.execute(_RINGING, asked)
    for row in rows:
        who, state, painted_ms, what, after_ms = row[len(RECORD_COLUMNS) :]
        record = record_of(row)
        call = None if painted_ms is not None else call_state.decode(record.callid, state)
        yield Ringing(record, who, call, Outcome(what) if what else None, after_ms or 0.0)
