import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent_desktop.store.calls import call_id
from agent_desktop.store.database import open_database
from agent_desktop.store.store import Store, read_page
from agent_desktop.telephony.call import Call, CallRecord
from agent_desktop.telephony.events import (
    AgentNoAnswer,
    CallAbandoned,
    CallAnswered,
    CallEnded,
    CallEvent,
    CallReported,
    CallRinging,
)
from agent_desktop.telephony.history import HistoryQuery
from tests.store.sample import AT, reported, rows, with_store

callids = st.sampled_from(["c1", "c2", "1709273740.7"])
extensions = st.sampled_from(["", "101", "102"])
numbers = st.sampled_from(["", "0938363739", "+84938363739", "anonymous"])
queues = st.sampled_from(["", "999", "Bán hàng"])
times = st.floats(AT, AT + 600).map(lambda at: round(at, 3))
seconds = st.none() | st.integers(0, 600)
events: st.SearchStrategy[CallEvent] = st.one_of(
    st.builds(CallRinging, callids, st.sampled_from(["inbound", "outbound"]), extensions, numbers, queues),
    st.builds(CallAnswered, callids, st.just("inbound"), extensions, numbers, queues),
    st.builds(CallEnded, callids),
    st.builds(CallAbandoned, callids, numbers, queues, seconds),
    st.builds(AgentNoAnswer, callids, extensions, numbers, queues),
    st.builds(
        CallReported,
        callids,
        extension=extensions,
        number=numbers,
        started=st.none() | times,
        status=st.sampled_from(["", "ANSWER", "BUSY"]),
        duration_s=seconds,
        talk_s=seconds,
        complete=st.booleans(),
        from_api=st.booleans(),
    ),
)
arrivals = st.lists(st.tuples(events, times), min_size=1, max_size=12)


def batches(arrived: list[tuple[CallEvent, float]], shuffle: random.Random) -> Iterator[list[Call]]:
    """The same events, some of them twice, in any order, cut into batches."""
    pieces = [Call.of(event, at) for event, at in arrived]
    pieces += shuffle.sample(pieces, k=len(pieces) // 2)
    shuffle.shuffle(pieces)
    while pieces:
        size = shuffle.randint(1, len(pieces))
        yield pieces[:size]
        del pieces[:size]


@settings(max_examples=25, deadline=None)
@given(arrivals, st.randoms(use_true_random=False))
def test_the_same_events_give_the_same_rows_whatever_their_order_and_however_often_the_program_restarts(
    arrived: list[tuple[CallEvent, float]], shuffle: random.Random
) -> None:
    whole: dict[str, Call] = {}
    for event, at in arrived:
        call = Call.of(event, at)
        whole[call.callid] = whole[call.callid].merge(call) if call.callid in whole else call
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        for batch in batches(arrived, shuffle):

            async def keep(store: Store, batch: list[Call] = batch) -> None:
                half = len(batch) // 2
                await store.save(batch[:half], 0)
                await store.save(batch[half:], 0)

            with_store(path, keep)
        listed = read_page(path, HistoryQuery(limit=50)).rows
        expected = [call.record() for call in whole.values()]
        assert {row.callid: row for row in listed} == {row.callid: row for row in expected}
        assert [row.started for row in listed] == sorted((row.started for row in expected), reverse=True)

        async def look_up(store: Store) -> None:
            for callid, call in whole.items():
                assert await store.call(callid) == call

        with_store(path, look_up)
        assert_consistent(path)


def assert_consistent(path: Path) -> None:
    """Every call has one row in each table, and the index of search fits its texts."""
    assert rows(path, "SELECT id FROM calls ORDER BY id") == rows(path, "SELECT id FROM call_detail ORDER BY id")
    assert rows(path, "SELECT id FROM calls ORDER BY id") == rows(path, "SELECT id FROM call_text ORDER BY id")
    with closing(open_database(path, AT).connection) as connection:
        connection.execute("INSERT INTO calls_fts (calls_fts, rank) VALUES ('integrity-check', 1)")


def test_rows_lie_in_the_order_of_time_and_move_when_the_start_becomes_known(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def use(store: Store) -> None:
        late = Call.of(CallRinging("late", "inbound", "101", "0938363739"), AT + 100.25)
        await store.save([late, reported("b", AT + 50), reported("same", AT + 50), reported("again", AT + 50)], 0)
        assert await store.set_note("late", "VIP")
        await store.save([reported("late", AT + 10)], 0)
        assert await store.note("late") == "VIP"

    with_store(path, use)
    kept = rows(path, "SELECT callid, id, started FROM calls ORDER BY id")
    assert [callid for callid, _, _ in kept] == ["late", "b", "same", "again"]
    assert [row - call_id(started) for _, row, started in kept] == [0, 0, 1, 2]
    assert [row.callid for row in read_page(path, HistoryQuery(text="vip")).rows] == ["late"]
    assert_consistent(path)


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        async def changes(call: Call) -> int:
            before = await store.writer.submit(lambda connection: connection.total_changes)
            await store.save([call], 0)
            return await store.writer.submit(lambda connection: connection.total_changes) - before

        await changes(reported("c1"))
        assert await changes(reported("c1")) == 1  # the watermark
        assert await changes(reported("c1", duration_s=99)) == 4  # the call, its state, that it waited; not its text

    with_store(tmp_path / "journal.db", use)


def test_the_watermark_only_rises_and_goes_with_the_calls(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def use(store: Store) -> None:
        assert store.applied_seq() == 0
        await store.save([reported("c1")], 12)
        await store.save([], 5)
        assert store.applied_seq() == 12
        with pytest.raises(ValueError, match="cannot convert float NaN"):
            await store.save([reported("c2"), reported("c3", started=float("nan"))], 99)

    with_store(path, use)
    assert rows(path, "SELECT applied_seq FROM watermark") == [(12,)]
    assert rows(path, "SELECT callid FROM calls") == [("c1",)]


def test_hostile_values_are_kept_as_far_as_they_can_be(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    callid, odd = "c\ud800", "\0%*?[]\"'\n\udfff đĐ"

    async def use(store: Store) -> None:
        await store.save([reported(callid, extension=odd, number=odd, queue=odd, did=odd, duration_s=10**30)], 0)
        await store.save([reported(callid, status=odd)], 0)
        assert await store.set_note(callid, odd)
        call = await store.call(callid)
        assert call is not None
        assert (call.callid, call.extension, call.duration_s) == (callid, odd, 10**30)
        for text in (callid, odd, "*?[", '"', "dd"):
            assert len((await store.page(HistoryQuery(text=text))).rows) == 1, text

    with_store(path, use)
    assert_consistent(path)


def test_a_state_that_cannot_be_read_does_not_stand_in_the_way(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        await store.save([reported("c1"), reported("c2")], 1)
        await store.writer.submit(lambda connection: connection.execute("UPDATE call_detail SET state = '[]'").rowcount)
        await store.save([reported("c1", duration_s=77)], 2)
        call = await store.call("c1")
        assert call is not None
        assert call.duration_s == 77

    with_store(tmp_path / "journal.db", use)


def test_a_note_is_kept_with_its_call_and_found(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def use(store: Store) -> None:
        assert not await store.set_note("c1", "too early")
        await store.save([reported("c1"), reported("c2")], 0)
        assert await store.set_note("c1", "Gọi lại Đức")
        assert await store.set_note("c1", "Hẹn Thị Hoà thứ hai")
        assert await store.note("c1") == "Hẹn Thị Hoà thứ hai"
        assert await store.note("c2") == await store.note("unknown") == ""
        await store.save([reported("c1", talk_s=29)], 0)
        assert await store.note("c1") == "Hẹn Thị Hoà thứ hai"

    with_store(path, use)
    assert [row.callid for row in read_page(path, HistoryQuery(text="hoa thu HAI")).rows] == ["c1"]
    assert read_page(path, HistoryQuery()).notes == {"c1": "Hẹn Thị Hoà thứ hai"}
    assert read_page(path, HistoryQuery(text="duc")).rows == ()
    assert_consistent(path)


def test_calls_with_a_number_are_found_in_every_notation_newest_first(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        await store.save(
            [
                reported("c1", AT, number="0938363739"),
                reported("c2", AT + 9, number="+84938363739", direction="outbound"),
                reported("c3", AT + 5, number="84938363739"),
                reported("c4", AT, number="0938363730"),
            ],
            0,
        )
        for number in ("0938363739", "+84 938 363 739", "84938363739"):
            found = await store.calls_with_number(number, 10)
            assert [record.callid for record in found] == ["c2", "c3", "c1"]
        assert len(await store.calls_with_number("0938363739", 2)) == 2
        assert await store.calls_with_number("0999999999", 2) == ()
        await store.save([reported("withheld", number="anonymous")], 0)
        assert await store.calls_with_number("anonymous", 2) == ()

    with_store(tmp_path / "journal.db", use)


def test_calls_without_a_complete_record_are_known(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        cut_off = replace(CallReported("cut", started=AT + 2), complete=False)
        await store.save(
            [
                Call.of(CallRinging("ringing", "inbound", "101"), AT + 3),
                Call.of(CallEnded("ended"), AT + 1),
                Call.of(cut_off, AT + 2),
                Call.of(CallEnded("before"), AT - 1),
                Call.of(CallEnded("behind"), AT + 60),
                reported("reported", AT + 1),
            ],
            0,
        )
        assert await store.unreported(AT, AT + 60) == ("ended", "cut", "ringing")
        await store.save([reported("ended", AT + 1)], 0)
        assert await store.unreported(AT, AT + 60) == ("cut", "ringing")

    with_store(tmp_path / "journal.db", use)


def test_an_unknown_call_is_none(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        assert await store.call("c1") is None

    with_store(tmp_path / "journal.db", use)


def test_a_record_without_figures_keeps_them_unknown(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def run(store: Store) -> None:
        await store.save([Call.of(CallEnded("c1"), -1.0)], 0)

    with_store(path, run)
    assert read_page(path, HistoryQuery()).rows == (CallRecord("c1", -1.0, status="ENDED"),)


@given(st.permutations([0, 0, 5, 5, 9]))
@settings(max_examples=10, deadline=None)
def test_calls_days_apart_that_share_an_id_are_kept_apart_in_any_order(days: list[int]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"

        async def use(store: Store) -> None:
            for day in days:
                await store.save([reported("c1", started=AT + day * 86400)], 0)
            await store.save([reported("c1", started=AT + day * 86400) for day in days], 0)

        with_store(path, use)
        starts = [started for (started,) in rows(path, "SELECT started FROM calls ORDER BY id")]
        assert starts == [AT + day * 86400 for day in (0, 5, 9)]
