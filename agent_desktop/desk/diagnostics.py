"""How well the pops work: how soon they were there, and which of the calls that rang had none, and why."""

import sqlite3
from collections.abc import Sequence

from agent_desktop.desk.run_log import RunLog
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.store import pop_log
from agent_desktop.telephony.call import UNNAMED
from agent_desktop.telephony.latency import LatencyFigures
from agent_desktop.telephony.pop_audit import UNNAMED_AFTER_S, UNNAMED_BEFORE_S, Audit, audit

MOST_CALLS = 2000
"""So many of the latest calls are looked at."""
MOST_RECEIPTS = 20_000
SETTLED_AFTER_S = 5.0
"""What began less long ago may still be on its way to the screen."""


def look(connection: sqlite3.Connection, extensions: Sequence[str], since: float, until: float) -> Audit:
    """The audit of the calls that rang one of these extensions from `since` up to `until`."""
    found = list(pop_log.ringing(connection, extensions, since, until, MOST_CALLS + 1))
    ringing = [one for one in found[:MOST_CALLS] if not one.record.callid.startswith(UNNAMED)]
    unnamed = pop_log.painted_unnamed(connection, since - UNNAMED_BEFORE_S, until + UNNAMED_AFTER_S)
    spans = pop_log.spans(connection, since, until)
    return audit(ringing, extensions, spans, unnamed, is_cut_off=len(found) > MOST_CALLS)


class Diagnostics:
    """Asked by the windows and the command line. Times are epoch seconds. Raises StoreFailed."""

    def __init__(self, around: Surroundings, runs: RunLog) -> None:
        self._around = around
        self._runs = runs

    async def latency(self, since: float) -> LatencyFigures:
        """How soon pops were there since then."""
        until = self._around.now() + SETTLED_AFTER_S
        receipts = await self._around.store.look_through(
            lambda connection: pop_log.latencies(connection, since, until, MOST_RECEIPTS)
        )
        return LatencyFigures.of(receipts)

    async def audit(self, since: float, until: float | None = None) -> Audit:
        """Calls that rang this desk from `since` up to `until` (now), against the pops."""
        await self._around.book.flush()
        await self._runs.keep()
        extensions = self._around.connection.settings.extensions
        settled = self._around.now() - SETTLED_AFTER_S
        end = settled if until is None else min(until, settled)
        return await self._around.store.look_through(lambda connection: look(connection, extensions, since, end))
