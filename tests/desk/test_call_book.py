"""The history behind the journal: written in few transactions, kept while the disk is full."""

import asyncio
import time

import pytest

from agent_desktop.desk.call_book import CallBook
from agent_desktop.desk.tasks import Tasks
from agent_desktop.desk.updates import CallChanged
from agent_desktop.desk.zone import pbx_zone
from agent_desktop.errors import StoreFailed
from agent_desktop.store.store import Store
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import CallAnswered, CallReported, CallRinging
from agent_desktop.telephony.history import HistoryQuery

T0 = 1_700_000_000.0


def ring(callid: str = "c1", at: float = T0) -> Call:
    return Call.of(CallRinging(callid, "inbound", "101", "0938363739", "999"), at)


def answer(callid: str = "c1", at: float = T0 + 3) -> Call:
    return Call.of(CallAnswered(callid, "inbound", "101"), at)


def kept(folder, use) -> None:
    """Use a book over a real store; `told` is what it said, `applied` the watermark that it may move to."""

    async def run():
        store = await Store.open(folder / "journal.db", lambda number: number, T0)
        tasks = Tasks()
        told: list[CallChanged] = []
        book = CallBook(store, tasks, lambda: 7, told.append)
        try:
            await use(book, store, told)
        finally:
            await tasks.close()
            await store.close()

    asyncio.run(run())


async def written(store: Store, callid: str = "c1") -> Call:
    """The call, once it is on disk."""
    deadline = time.monotonic() + 30
    while (call := await store.call(callid)) is None:
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)
    return call


def test_a_thousand_events_are_written_in_a_few_transactions(tmp_path):
    async def use(book, store, told):
        before = store.writer.commits
        for number in range(1000):
            book.keep(ring(f"c{number % 50}", T0 + number / 100))
            book.keep(answer(f"c{number % 50}", T0 + number / 100))
        await book.flush()
        assert store.writer.commits - before <= 2
        assert len((await store.page(HistoryQuery())).rows) == 50

    kept(tmp_path, use)


def test_what_is_kept_reaches_the_disk_by_itself_and_is_told_once(tmp_path):
    async def use(book, store, told):
        book.keep(ring())
        book.keep(answer())
        await written(store)
        assert [change.record.status for change in told] == ["ANSWER"]
        assert store.applied_seq() == 7

    kept(tmp_path, use)


def test_a_page_holds_what_happened_just_now(tmp_path):
    async def use(book, store, told):
        book.keep(ring())
        assert [row.callid for row in (await book.page(HistoryQuery())).rows] == ["c1"]

    kept(tmp_path, use)


def test_what_a_full_disk_does_not_take_is_merged_with_what_comes_and_written_later(tmp_path):
    async def use(book, store, told):
        async def space(pages: int) -> None:
            await store.writer.submit(lambda c: c.execute(f"PRAGMA max_page_count = {pages}").fetchone())

        await space(1)
        for number in range(200):
            book.keep(ring(f"c{number}"))
        with pytest.raises(StoreFailed):
            await book.flush()
        assert not told
        assert (await book.page(HistoryQuery())).rows == ()
        book.keep(answer("c5"))
        await space(100_000)
        assert len((await book.page(HistoryQuery(limit=500))).rows) == 200
        call = await store.call("c5")
        assert call is not None
        assert (call.answered_at, call.legs["101"].rang_at) == (T0 + 3, T0)

    kept(tmp_path, use)


def test_writes_that_are_asked_for_at_once_come_one_after_the_other(tmp_path):
    async def use(book, store, told):
        for number in range(20):
            book.keep(ring(f"c{number}"))
            await asyncio.gather(book.flush(), book.flush(), book.page(HistoryQuery()))
        assert sorted(change.record.callid for change in told) == sorted(f"c{number}" for number in range(20))

    kept(tmp_path, use)


def test_past_calls_are_counted_by_the_weeks_of_the_pbx(tmp_path):
    async def use(book, store, told):
        zone = pbx_zone("Asia/Ho_Chi_Minh")
        wednesday = 1_709_100_000.0  # 2024-02-28 13:00 there
        for callid, days, status in (("old", 9, "BUSY"), ("sunday", 3, "ANSWER"), ("tuesday", 1, "NOANSWER")):
            report = CallReported(callid, "inbound", "101", "0938363739", started=wednesday - days * 86400)
            book.keep(Call.of(report, wednesday).merge(Call.of(CallReported(callid, status=status), wednesday)))
        past = await book.past("0938363739", "now", wednesday, zone)
        assert (past.total, past.this_week, past.last_at, past.last_status) == (
            3,
            1,
            wednesday - 86400,
            "NOANSWER",
        )
        assert (await book.past("0938363739", "tuesday", wednesday, zone)).total == 2
        assert (await book.past("0912000000", "now", wednesday, zone)).total == 0
        assert await book.past("", "now", wednesday, zone) is None
        assert await book.past("anonymous", "now", wednesday, zone) is None

    kept(tmp_path, use)


def test_records_of_the_api_are_kept_and_only_news_is_counted(tmp_path):
    async def use(book, store, told):
        report = Call.of(CallReported("c1", started=T0, status="ANSWER", talk_s=3, from_api=True), T0)
        assert await book.merge_records([report]) == 1
        assert await book.merge_records([report]) == 0
        assert store.applied_seq() == 0

    kept(tmp_path, use)
