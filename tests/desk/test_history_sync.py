"""The history in step with the PBX's records: day by day, and on where it stopped."""

import asyncio
from datetime import date, datetime, timedelta

import pytest

from agent_desktop.desk.history_sync import SyncProgress
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.sync_plan import DAY
from agent_desktop.errors import AnswerNotUnderstood, NotSetUp, PbxRefused
from agent_desktop.simulator.faults import Faults
from agent_desktop.simulator.records import Record
from agent_desktop.simulator.simulator import Simulator
from agent_desktop.telephony.history import HistoryQuery
from tests.desk.running_desk import RunningDesk, play, running_desk, simulated_pbx

DAYS = 12


def today() -> date:
    return datetime.now().astimezone().date()


def asked_days(pbx: Simulator) -> list[date]:
    """The days that were asked for, in order."""
    calls = (call.fields for call in pbx.requests if call.action == "records" and not call.fields["callid"])
    return [date.fromisoformat(str(fields["startdate"])) for fields in calls]


def progress(desk: RunningDesk) -> list[SyncProgress]:
    return [news for news in desk.told if isinstance(news, SyncProgress)]


async def ended(desk: RunningDesk) -> SyncProgress:
    """The background's first walk came to its end."""
    return await desk.until(lambda: next((one for one in progress(desk) if not one.is_running), None))


async def kept(desk: RunningDesk) -> list[str]:
    """The callids of the whole history."""
    page = await desk.service.history(HistoryQuery(limit=100_000))
    return [row.callid for row in page.rows]


def check_kept(callids: list[str], pbx: Simulator) -> None:
    assert sorted(callids) == sorted(record.callid for record in pbx.records)


def test_the_newest_day_comes_first_and_each_is_asked_for_alone(tmp_path):
    async def run():
        async with simulated_pbx() as pbx:
            pbx.add_history(300, DAYS - 1)
            async with running_desk(tmp_path, pbx, history__sync_days=str(DAYS)) as desk:
                end = await ended(desk)
                assert asked_days(pbx) == [today() - n * DAY for n in range(DAYS)]
                check_kept(await kept(desk), pbx)
                assert (end.done, end.total, end.news, end.problem) == (DAYS, DAYS, 300, "")
                assert end.synced_at > 0
                steps = [(one.day, one.done) for one in progress(desk)[:-1]]
                assert steps == [(today() - n * DAY, n) for n in range(DAYS)]

    asyncio.run(run())


def test_a_restart_asks_only_for_what_may_have_changed(tmp_path):
    async def run():
        async with simulated_pbx() as pbx:
            pbx.add_history(100, DAYS - 1)
            async with running_desk(tmp_path, pbx, history__sync_days=str(DAYS)) as desk:
                await ended(desk)
            before = len(asked_days(pbx))
            async with running_desk(tmp_path, pbx) as desk:
                assert (await ended(desk)).news == 0
                again = asked_days(pbx)[before:]
                assert again[0] == today()
                assert set(again) <= {today(), today() - DAY}

    asyncio.run(run())


def test_what_fails_keeps_the_days_that_are_here_and_goes_on_where_it_stopped(tmp_path):
    async def scene(desk, pbx):
        await ended(desk)
        pbx.add_history(200, DAYS - 1)
        sync = desk.service.features.sync
        await desk.service.change_settings(_with_days(desk.service.settings, DAYS))
        await desk.until(lambda: len(asked_days(pbx)) > 6)
        pbx.faults = Faults(echo_key=1)
        failed = await desk.until(lambda: next((one for one in progress(desk) if one.problem), None))
        assert "refused" in failed.problem
        assert "records" in desk.notices
        there = set(await kept(desk))
        assert there
        pbx.faults = Faults()
        before = len(asked_days(pbx))
        await sync.sync()
        assert set(await kept(desk)) >= there
        check_kept(await kept(desk), pbx)
        assert len(asked_days(pbx)) - before < DAYS
        assert "records" not in desk.notices

    play(tmp_path, scene, history__sync_days="1")


def _with_days(settings: Settings, days: int) -> Settings:
    return settings.with_value("history.sync_days", days)


def test_whoever_asked_is_told_why_it_failed(tmp_path):
    async def scene(desk, pbx):
        await ended(desk)
        pbx.faults = Faults(echo_key=1)
        with pytest.raises(PbxRefused):
            await desk.service.features.sync.sync()
        with pytest.raises(PbxRefused):
            await desk.service.features.sync.sync_days(today() - DAY, today())

    play(tmp_path, scene)


def test_without_a_pbx_nothing_can_be_asked_and_nothing_is_missing(tmp_path):
    async def run():
        async with running_desk(tmp_path, environ={"AGENT_DESKTOP_WEBHOOK_SECRET": "x" * 20}) as desk:
            for work in (desk.service.features.sync.sync, desk.service.features.sync.begin):
                with pytest.raises(NotSetUp):
                    await work()
            assert await desk.service.features.sync.missing(today() - 300 * DAY, today()) == 0
            assert "records" not in desk.notices

    asyncio.run(run())


def test_days_further_back_are_missing_until_they_are_fetched(tmp_path):
    async def scene(desk, pbx):
        await ended(desk)
        pbx.add_history(50, 40)
        sync = desk.service.features.sync
        first, last = today() - 20 * DAY, today()
        assert await sync.missing(first, last) == 19
        assert await sync.missing(today() - DAY, today() + 400 * DAY) == 0
        assert await sync.fetch_missing(first, last) > 0
        assert await sync.missing(first, last) == 0
        expected = {r.callid for r in pbx.records if first <= r.started.astimezone().date() < today() - DAY}
        assert set(await kept(desk)) >= expected
        before = len(asked_days(pbx))
        await sync.fetch_missing(first, last)
        assert len(asked_days(pbx)) == before
        await sync.sync_days(first, first + 2 * DAY)
        assert asked_days(pbx)[before:] == [first + 2 * DAY, first + DAY, first]

    play(tmp_path, scene)


def test_it_can_be_stopped_and_goes_on_later(tmp_path):
    async def scene(desk, pbx):
        await ended(desk)
        pbx.add_history(100, DAYS - 1)
        sync = desk.service.features.sync
        first = today() - (DAYS - 1) * DAY
        asking = asyncio.ensure_future(sync.fetch_missing(first, today()))
        await desk.until(lambda: len(asked_days(pbx)) >= 5)
        await sync.stop()
        assert await asking >= 0
        assert (await sync.progress()).stopped
        assert not (await sync.progress()).is_running
        left = await sync.missing(first, today())
        assert 0 < left < DAYS
        await sync.fetch_missing(first, today())
        assert await sync.missing(first, today()) == 0

    play(tmp_path, scene)


def test_what_is_asked_for_meanwhile_joins(tmp_path):
    async def scene(desk, pbx):
        await ended(desk)
        sync = desk.service.features.sync
        before = len(asked_days(pbx))
        far = today() - 200 * DAY
        await asyncio.gather(sync.sync_days(far, far), sync.sync_days(far - DAY, far), sync.sync_days(far, far))
        assert sorted(asked_days(pbx)[before:]) in ([far - DAY, far], [far - DAY, far, far])

    play(tmp_path, scene)


def test_an_answer_about_other_days_is_not_taken_for_the_day(tmp_path):
    async def scene(desk, pbx):
        await ended(desk)
        pbx.add_history(20, 1)
        pbx.records.rows = lambda start, end, callid, rng: [record.row() for record in pbx.records]
        far = today() - 100 * DAY
        with pytest.raises(AnswerNotUnderstood, match="other days"):
            await desk.service.features.sync.sync_days(far, far)
        assert await desk.service.features.sync.missing(far, far) == 1

    play(tmp_path, scene)


def test_a_day_that_makes_no_sense_does_not_keep_the_others_from_coming(tmp_path):
    async def scene(desk, pbx):
        await ended(desk)
        pbx.add_history(60, 6)
        odd = today() - 3 * DAY
        rows = pbx.records.rows

        def told(start, end, callid, rng):
            return ["nonsense"] if start == odd.isoformat() else rows(start, end, callid, rng)

        pbx.records.rows = told
        with pytest.raises(AnswerNotUnderstood):
            await desk.service.features.sync.sync_days(today() - 6 * DAY, today())
        expected = {r.callid for r in pbx.records if r.started.astimezone().date() != odd}
        assert set(await kept(desk)) == expected

    play(tmp_path, scene)


def test_notes_and_what_webhooks_told_stay_with_the_call(tmp_path):
    async def scene(desk, pbx):
        await ended(desk)
        at = datetime.now().astimezone() - timedelta(days=1)
        row = Record("own-1", at, "Inbound", "102", "0938363739", "", "", "ANSWER", 20, 15, 3, "")
        await desk.ring("own-1", "102", "0938363739")
        await desk.until(lambda: desk.changed("own-1"))
        await desk.service.set_note("own-1", "call back")
        pbx.records.add(row)
        await desk.service.features.sync.sync_days(at.date(), at.date())
        page = await desk.service.history(HistoryQuery())
        assert [(one.callid, one.status, one.talk_s, one.queue) for one in page.rows] == [
            ("own-1", "ANSWER", 15, "999")
        ]
        assert page.notes == {"own-1": "call back"}

    play(tmp_path, scene)


def test_another_pbx_is_asked_for_all_of_its_days(tmp_path):
    async def run():
        async with simulated_pbx() as pbx, simulated_pbx() as other:
            other.add_history(30, 2)
            async with running_desk(tmp_path, pbx) as desk:
                await ended(desk)
                await desk.service.change_settings(desk.service.settings.with_value("pbx.url", other.url))
                await desk.until(lambda: len(asked_days(other)) == 2)

    asyncio.run(run())


def test_what_would_not_be_kept_is_not_fetched(tmp_path):
    async def scene(desk, pbx):
        assert (await ended(desk)).total == 3
        assert set(asked_days(pbx)) == {today(), today() - DAY, today() - 2 * DAY}
        assert await desk.service.features.sync.missing(today() - 300 * DAY, today()) == 0

    play(tmp_path, scene, history__sync_days="9", keep__days="3")


def test_an_id_that_the_pbx_used_twice_is_two_calls(tmp_path):
    async def scene(desk, pbx):
        await ended(desk)
        now = datetime.now().astimezone()
        for days, number in ((3, "0938363739"), (9, "0912345678")):
            pbx.records.add(Record("17.1", now - days * DAY, "Inbound", "102", number, "", "", "ANSWER", 20, 15, 3, ""))
        for _ in range(2):
            await desk.service.features.sync.sync_days(today() - 10 * DAY, today())
            rows = (await desk.service.history(HistoryQuery())).rows
            assert [row.number for row in rows] == ["0938363739", "0912345678"]

    play(tmp_path, scene)


@pytest.mark.parametrize("undated", [1, 20])
def test_records_whose_date_cannot_be_read_are_not_calls_of_this_moment(tmp_path, undated):
    async def scene(desk, pbx):
        await ended(desk)
        pbx.add_history(20, 6)
        rows = pbx.records.rows

        def told(*asked):
            return [
                row | {"calldate": "28/11/2025 10:00"} if int(row["callid"].partition("past")[2]) < undated else row
                for row in rows(*asked)
            ]

        pbx.records.rows = told
        if undated == 1:
            await desk.service.features.sync.sync_days(today() - 6 * DAY, today())
        else:
            with pytest.raises(AnswerNotUnderstood, match="dates cannot be read"):
                await desk.service.features.sync.sync_days(today() - 6 * DAY, today() - DAY)
        assert len(await kept(desk)) == 20 - undated

    play(tmp_path, scene)
