"""The agent's own pauses, so that what is left of a reason's time in a day can be told, and which one holds."""

import sqlite3
from dataclasses import dataclass

from agent_desktop.store.database import storable


@dataclass(frozen=True, slots=True)
class OwnPause:
    """An own pause from `began` to `ended` at least, and on where it `holds`; `until` is when it is to be lifted, 0
    where it is not. One that is `behind_lock` is to be lifted when the screen is unlocked; `callid` is the call that a
    wrap-up follows. Times are epoch seconds.
    """

    began: float
    ended: float
    reason: str
    holds: bool = False
    until: float = 0.0
    behind_lock: bool = False
    callid: str = ""


def keep(connection: sqlite3.Connection, pause: OwnPause) -> None:
    """What is known of a pause by now."""
    connection.execute(
        "INSERT INTO pauses (began, ended, reason, holds, until, behind_lock, callid) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (began) DO UPDATE SET ended = max(ended, excluded.ended), reason = excluded.reason,"
        " holds = excluded.holds, until = excluded.until, behind_lock = excluded.behind_lock, callid = excluded.callid",
        (
            pause.began,
            pause.ended,
            pause.reason,
            pause.holds,
            pause.until,
            pause.behind_lock,
            storable(pause.callid),
        ),
    )


def held(connection: sqlite3.Connection) -> OwnPause | None:
    """The pause that was not over when it was last heard of."""
    row = connection.execute(
        "SELECT began, ended, reason, until, behind_lock, callid FROM pauses WHERE holds = 1"
        " ORDER BY began DESC LIMIT 1"
    ).fetchone()
    return None if row is None else OwnPause(row[0], row[1], row[2], True, row[3], bool(row[4]), row[5])


def seconds(connection: sqlite3.Connection, reason: str, since: float, until: float) -> float:
    """How long pauses with this reason lasted between two times."""
    row = connection.execute(
        "SELECT total(min(ended, :until) - max(began, :since)) FROM pauses"
        " WHERE reason = :reason AND ended > :since AND began < :until",
        {"reason": reason, "since": since, "until": until},
    ).fetchone()
    return float(row[0])


def prune(connection: sqlite3.Connection, before: float) -> None:
    """Forget the pauses that ended before this time."""
    connection.execute("DELETE FROM pauses WHERE ended < ?", (before,))
