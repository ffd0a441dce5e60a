"""Records from the REST API: few requests, one after the other, and no work done twice."""

import asyncio
from dataclasses import replace
from typing import Any, cast

import pytest

from agent_desktop.desk.effects import PullCall
from agent_desktop.desk.own_status import OwnStatus
from agent_desktop.desk.record_sync import BULK_FROM, TAKEN_AT_ONCE, RecordSync
from agent_desktop.desk.session import Session
from agent_desktop.errors import PbxUnreachable
from agent_desktop.telephony.events import CallReported
from agent_desktop.telephony.screen_pop import Interest
from tests.desk.session_script import T0


class Link:
    """Answers what `answers` says; `gate` holds an answer back."""

    def __init__(self) -> None:
        self.is_set_up = True
        self.answers: list[CallReported] = []
        self.asked: list[Any] = []
        self.under_way = self.most_under_way = 0
        self.failure: Exception | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    async def records_near(self, near, callid=""):
        return await self._answer(callid)

    async def records_since(self, since, now):
        return await self._answer((since, now))

    async def _answer(self, asked):
        self.asked.append(asked)
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        await self.gate.wait()
        self.under_way -= 1
        if self.failure is not None:
            raise self.failure
        return self.answers


class Book:
    """Counts what it is given."""

    def __init__(self) -> None:
        self.merged: list[str] = []

    async def merge_records(self, calls):
        calls = list(calls)
        self.merged += [call.callid for call in calls]
        return len(calls)


class Stage:
    """The records' way in, with everything around it faked."""

    def __init__(self) -> None:
        self.now = T0
        self.link, self.book = Link(), Book()
        self.session = Session(Interest(frozenset(("101",))), OwnStatus("101"), 8.0)
        self.sync = RecordSync(
            cast(Any, self.link), self.session, cast(Any, self.book), lambda _: None, lambda: self.now
        )


def record(number: int, extension: str = "102") -> CallReported:
    return CallReported(f"c{number}", "inbound", extension, started=T0, status="ANSWER", from_api=True)


def test_what_is_wanted_while_a_request_is_under_way_joins_the_next():
    async def run():
        stage = Stage()
        stage.link.gate.clear()
        first = asyncio.ensure_future(stage.sync.pull([PullCall("a", T0)]))
        await asyncio.sleep(0)
        for number in range(BULK_FROM):
            await stage.sync.pull([PullCall(f"b{number}", T0)])
        stage.link.gate.set()
        await first
        assert stage.link.asked[0] == "a"
        assert len(stage.link.asked) == 2
        assert stage.link.most_under_way == 1

    asyncio.run(run())


def test_a_request_that_fails_does_not_end_the_asking():
    async def run():
        stage = Stage()
        stage.link.failure = PbxUnreachable()
        with pytest.raises(PbxUnreachable):
            await stage.sync.pull([PullCall("a", T0)])
        stage.link.failure = None
        await stage.sync.pull([PullCall("b", T0)])
        assert stage.link.asked == ["a", "b"]

    asyncio.run(run())


def test_nothing_is_asked_before_the_set_up():
    async def run():
        stage = Stage()
        stage.link.is_set_up = False
        await stage.sync.pull([PullCall("a", T0)])
        await stage.sync.pull_recent()
        assert stage.link.asked == []

    asyncio.run(run())


def test_records_that_are_known_are_not_written_again_and_are_no_news():
    async def run():
        stage = Stage()
        stage.link.answers = [record(1), record(2), record(3, "101")]
        assert await stage.sync.take(stage.link.answers) == 3
        assert stage.book.merged == ["c3", "c1", "c2"]
        assert await stage.sync.take(stage.link.answers) == 0
        stage.link.answers[1] = replace(record(2), recording_url="https://pbx/r.wav")
        assert await stage.sync.take(stage.link.answers) == 1
        assert stage.book.merged == ["c3", "c1", "c2", "c2"]

    asyncio.run(run())


def test_a_record_that_was_seen_before_still_answers_for_its_call():
    async def run():
        stage = Stage()
        stage.link.answers = [record(1)]
        await stage.sync.take(stage.link.answers)
        await stage.sync.pull([PullCall("c1", T0)])
        call = stage.session.call("c1")
        assert call is not None
        assert call.is_reported

    asyncio.run(run())


def test_a_long_answer_leaves_others_their_turn():
    async def run():
        stage = Stage()
        stage.link.answers = [record(number, "101") for number in range(20 * TAKEN_AT_ONCE)]
        turns = 0
        taking = asyncio.ensure_future(stage.sync.take(stage.link.answers))
        while not taking.done():
            await asyncio.sleep(0)
            turns += 1
        assert turns >= 20

    asyncio.run(run())
