"""Call-backs: what the agent planned for a number, and the calls that it follows from, read from one number's index."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from sqlite3 import Connection

from agent_desktop.store import call_state
from agent_desktop.store.calls import call_id
from agent_desktop.store.database import storable
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.call_back import CallBack, Claim, Plan, call_back, in_order

CALLS_READ = 200
"""The latest calls with a number that are looked at."""
CLOSED_LISTED = 200

_COLUMNS = tuple(field.name for field in fields(Plan))
_PLAN = " ".join(("SELECT", ", ".join(_COLUMNS), "FROM call_backs WHERE canonical = ?"))
_KEEP = " ".join(
    ("INSERT OR REPLACE INTO call_backs (canonical,", ", ".join(_COLUMNS), ") VALUES (", "?," * len(_COLUMNS), "?)")
)
_CALLS = (
    "SELECT callid, state FROM calls JOIN call_detail USING (id) WHERE canonical = ? AND id >= ?"
    " ORDER BY id DESC LIMIT ?"
)
_FIRST_HEARD = "SELECT min(seq) FROM journal WHERE callid = ? AND callid <> ''"
# Only the look-back's rows are read, in their order: the index of numbers would lead through all of the history.
# Whole seconds, as in telephony.call_back.
_BY_NUMBER = (
    "SELECT canonical,"
    " max(CASE WHEN direction = 'inbound' AND status NOT IN ('ANSWER', 'RINGING', '') THEN id / 1000000 END) AS missed,"
    " max(CASE WHEN status = 'ANSWER' THEN id / 1000000 END) AS answered"
    " FROM calls NOT INDEXED WHERE id >= ? AND canonical <> '' GROUP BY +canonical"
)
_WAITING = " ".join((_BY_NUMBER, "HAVING missed > coalesce(answered, 0)"))
_REACHED = " ".join((_BY_NUMBER, "HAVING missed <= answered ORDER BY answered DESC LIMIT ?"))


def plan(connection: Connection, canonical: str) -> Plan:
    """What was planned for a number."""
    row = connection.execute(_PLAN, (storable(canonical),)).fetchone()
    return Plan() if row is None else Plan(*row)


def keep(canonical: str, planned: Plan, connection: Connection) -> None:
    """Replace what was planned for a number."""
    values = (getattr(planned, name) for name in _COLUMNS)
    connection.execute(_KEEP, [storable(v) if isinstance(v, str) else v for v in (canonical, *values)])


def move(canonical: str, to: str, connection: Connection) -> None:
    """The number has another canonical form now. Of two plans the one that was touched last stays."""
    if canonical == to or not to:
        return
    both = plan(connection, canonical), plan(connection, to)
    latest = max(both, key=lambda one: max(one.changed_at, one.done_at))
    keep(to, replace(latest, note=latest.note or both[0].note or both[1].note), connection)
    connection.execute("DELETE FROM call_backs WHERE canonical = ?", (canonical,))


def finish(canonical: str, number: str, at: float, connection: Connection) -> None:
    """The agent says that it need not be called any more."""
    keep(canonical, replace(plan(connection, canonical), number=number, done_at=at), connection)


def keep_told(canonicals: Iterable[str], at: float, connection: Connection) -> None:
    """The agent was told that these are due."""
    connection.executemany("UPDATE call_backs SET told_at = ? WHERE canonical = ?", ((at, one) for one in canonicals))


def forget(before: float, waiting: Iterable[str], connection: Connection) -> None:
    """Delete the plans that were last touched before this time, those of the numbers that still wait excepted."""
    old = connection.execute("SELECT canonical FROM call_backs WHERE max(changed_at, done_at) < ?", (before,))
    gone = {canonical for (canonical,) in old} - set(waiting)
    connection.executemany("DELETE FROM call_backs WHERE canonical = ?", ((canonical,) for canonical in gone))


def look(connection: Connection, canonicals: Iterable[str], claim: Claim, since: float) -> tuple[CallBack, ...]:
    """The call-backs of these numbers, open or closed, as far as there are any."""
    found = (_look(connection, canonical, claim, since) for canonical in canonicals)
    return tuple(one for one in found if one is not None)


def _look(connection: Connection, canonical: str, claim: Claim, since: float) -> CallBack | None:
    planned = plan(connection, canonical)
    oldest = 0 if planned.is_open else call_id(since)
    rows = connection.execute(_CALLS, (storable(canonical), oldest, CALLS_READ))
    calls = [call for callid, state in rows if (call := _decoded(callid, state)) is not None]
    named = connection.execute("SELECT name FROM number_names WHERE canonical = ?", (storable(canonical),)).fetchone()
    ordered = in_order(calls, _arrived(connection, calls))
    return call_back(canonical, ordered, planned, claim, since, "" if named is None else named[0])


def _arrived(connection: Connection, calls: Sequence[Call]) -> dict[str, int]:
    """By callid the order in which calls were first heard of, as far as the journal tells; not asked where records
    say of all of them when they began.
    """
    if len(calls) < 2 or all(call.is_dated for call in calls):
        return {}
    found = (connection.execute(_FIRST_HEARD, (storable(call.callid),)).fetchone() for call in calls)
    return {call.callid: row[0] for call, row in zip(calls, found, strict=True) if row[0] is not None}


def _decoded(callid: str, state: str) -> Call | None:
    try:
        return call_state.decode(callid, state)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None  # the next that is heard of the call replaces it


def may_wait(connection: Connection, since: float) -> tuple[str, ...]:
    """The numbers among which all open call-backs are: missed since then and not answered after, or planned."""
    planned = connection.execute("SELECT canonical FROM call_backs WHERE changed_at > done_at")
    waiting = connection.execute(_WAITING, (call_id(since),))
    return tuple(dict.fromkeys(row[0] for rows in (waiting, planned) for row in rows))


def closed(connection: Connection, claim: Claim, since: float) -> tuple[CallBack, ...]:
    """The latest call-backs that were closed since then, the newest first."""
    done = connection.execute(
        "SELECT canonical FROM call_backs WHERE done_at >= ? ORDER BY done_at DESC LIMIT ?", (since, CLOSED_LISTED)
    )
    reached = connection.execute(_REACHED, (call_id(since), CLOSED_LISTED))
    numbers = dict.fromkeys(row[0] for rows in (done, reached) for row in rows)
    found = [one for one in look(connection, numbers, claim, since) if one.closed_at >= max(since, 1.0)]
    return tuple(sorted(found, key=lambda one: -one.closed_at)[:CLOSED_LISTED])


def queues_of(connection: Connection, extensions: Sequence[str], since: float) -> frozenset[str]:
    """The queues whose calls these extensions took or were rung for since then, as far as the calls tell."""
    found: set[str] = set()
    for extension in extensions:
        rows = connection.execute(
            "SELECT DISTINCT queue FROM calls WHERE extension = ? AND id >= ? AND queue <> ''",
            (storable(extension), call_id(since)),
        )
        found.update(queue for (queue,) in rows)
    return frozenset(found)
