import re
import sqlite3
from pathlib import Path

from agent_desktop.store import pop_log
from agent_desktop.store.store import Store
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import CallReported, CallRinging
from agent_desktop.telephony.pop_audit import Outcome, Span, SpanKind
from tests.store.sample import AT, reported, with_store


def rang(callid: str, at: float, *extensions: str) -> Call:
    return Call.from_events((CallRinging(callid, "inbound", one, "0938363739"), at) for one in extensions)


def test_calls_are_found_by_record_and_by_leg_without_reading_others(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        calls = [rang(f"r{n}", AT + n, "101", "102") for n in range(3)]
        await store.save([*calls, reported("mine", AT + 10), rang("theirs", AT + 11, "102")], 1)
        await store.keep_pop_outcome("r1", AT, Outcome.OFF, 3.0)
        await store.keep_pop_outcome("r1", AT, Outcome.QUIET, 4.0)
        plan: list[str] = []

        def ask(connection: sqlite3.Connection) -> list[str]:
            connection.set_trace_callback(plan.append)
            found = list(pop_log.ringing(connection, ("101", "7"), AT + 1, AT + 60, 10))
            connection.set_trace_callback(None)
            assert [one.record.callid for one in found] == ["mine", "r2", "r1"]
            assert (found[-1].outcome, found[-1].after_ms) == (Outcome.OFF, 3.0), "what was kept first stays"
            told = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {plan[0]}")]
            return [line for line in told if re.match("SCAN (?!mine|found|json|value)", line)]

        assert await store.look_up(ask) == []
        # A start that becomes known better moves the row, and what it rang with it.
        moved = CallReported("r2", "inbound", "103", "0938363739", started=AT + 30, status="ANSWER")
        await store.save([Call.of(moved, AT + 40)], 1)
        found = await store.look_up(lambda connection: list(pop_log.ringing(connection, ("102",), AT, AT + 60, 10)))
        assert [one.record.callid for one in found] == ["r2", "theirs", "r1", "r0"]
        assert len(await store.look_up(lambda c: list(c.execute("SELECT * FROM rang")))) == 7

    with_store(tmp_path / "journal.db", use)


def test_spans_grow_and_are_found_where_they_overlap(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        early, late = Span(SpanKind.PROGRAM, AT, AT + 60), Span(SpanKind.WEBHOOK, AT + 100, AT + 100)
        await store.keep_spans((early, late))
        longer = Span(SpanKind.WEBHOOK, AT + 100, AT + 200)
        await store.keep_spans((longer,))
        look = lambda since, until: store.look_up(lambda c: pop_log.spans(c, since, until))  # noqa: E731
        assert await look(AT, AT + 300) == (early, longer)
        assert await look(AT + 61, AT + 300) == (longer,)
        assert await look(AT - 60, AT + 100) == (early,)
        await store.prune_spans(AT + 61)
        assert await look(AT, AT + 300) == (longer,)

    with_store(tmp_path / "journal.db", use)
