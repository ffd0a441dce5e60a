"""Records from the REST API: merged with what is known, told where they are news, and asked for no more than needed."""

import asyncio
from dataclasses import replace

import pytest

from agent_desktop.desk.history_sync import SyncProgress
from agent_desktop.errors import NotSetUp, PbxUnreachable
from agent_desktop.simulator.faults import Faults
from tests.desk.running_desk import play, running_desk, simulated_pbx


def asked(pbx) -> list[dict[str, object]]:
    """The requests for records."""
    return [call.fields for call in pbx.requests if call.action == "records"]


def test_the_days_before_are_in_the_history_after_the_start(tmp_path):
    async def run():
        async with simulated_pbx() as pbx:
            pbx.add_history(30)
            async with running_desk(tmp_path, pbx) as desk:
                callids = {record.callid for record in pbx.records}
                await desk.until(lambda: {record.callid for record in desk.records()} >= callids)
                assert set(await desk.history(limit=100)) == callids

    asyncio.run(run())


def test_to_synchronise_again_adds_nothing_and_tells_nobody(tmp_path):
    async def scene(desk, pbx):
        pbx.add_history(10)
        await desk.service.features.sync.sync()
        assert len(await desk.history(limit=100)) == 10
        before = len(desk.records())
        assert await desk.service.features.sync.sync() == 0
        assert len(await desk.history(limit=100)) == 10
        assert len(desk.records()) == before

    play(tmp_path, scene)


def test_after_a_restart_the_same_records_are_no_news_either(tmp_path):
    async def run():
        async with simulated_pbx() as pbx:
            pbx.add_history(10)
            async with running_desk(tmp_path, pbx) as desk:
                await desk.until(lambda: len(desk.records()) == 10)
            async with running_desk(tmp_path, pbx) as desk:
                await desk.until(lambda: any(isinstance(one, SyncProgress) and not one.is_running for one in desk.told))
                assert await desk.service.features.sync.sync() == 0
                assert desk.records() == []

    asyncio.run(run())


def test_an_own_call_that_an_earlier_run_kept_is_no_news(tmp_path):
    async def run():
        async with simulated_pbx() as pbx:
            record = await pbx.inbound(ring=("101",), answered_by="101", ring_s=1, talk_s=4)
            day = record.started.date()
            async with running_desk(tmp_path, pbx) as desk:
                records = await desk.service.client.records(day, day)
                await desk.service.features.sync.sync()
                await desk.until(lambda: desk.changed(record.callid))
            async with running_desk(tmp_path, pbx) as desk:
                assert await desk.service._records.take(records) == 0
                assert await desk.service._records.take([replace(records[0], talk_s=9999)]) == 1

    asyncio.run(run())


def test_a_record_completes_a_call_and_takes_nothing_from_it(tmp_path):
    async def scene(desk, pbx):
        pbx.webhook_url = ""
        record = await pbx.inbound(ring=("101",), answered_by="101", ring_s=1, talk_s=4, did="02473001234")
        target = f"/api/callcenter/call_in?phone={record.phone}&queue=999&extension=101&callid={record.callid}"
        assert await desk.webhook(f"{target}&event=RINGING&did=02473001234") == 200
        assert await desk.service.features.sync.sync() == 1
        row = (await desk.history())[record.callid]
        assert (row.queue, row.did, row.status, row.talk_s) == ("999", "02473001234", "ANSWER", record.talk_s)
        assert len(await desk.history()) == 1

    play(tmp_path, scene)


def test_a_record_of_a_colleague_completes_what_only_the_disk_knows(tmp_path):
    async def run():
        async with simulated_pbx() as pbx:
            async with running_desk(tmp_path, pbx) as desk:
                pbx.webhook_url = ""
                record = await pbx.inbound(ring=("102",), answered_by="102", ring_s=1, talk_s=4)
                await desk.ring(record.callid, "102", record.phone)
                await desk.until(lambda: desk.changed(record.callid))
                pbx.records.take_out(record)
            pbx.records.add(record)
            async with running_desk(tmp_path, pbx) as desk:
                told = await desk.until(lambda: [r for r in desk.changed(record.callid) if r.talk_s])
                # What is told is the whole call, not only what the record says.
                assert told[-1] == (await desk.history())[record.callid]
                assert told[-1].queue == "999"

    asyncio.run(run())


def test_a_call_that_is_pulled_is_looked_for_around_its_day(tmp_path):
    async def scene(desk, pbx):
        await desk.webhook("/api/callcenter/calldata?callid=c1&calldate=2024-03-01 23:59:59&dura")
        fields = await desk.until(lambda: next((f for f in asked(pbx) if f["callid"] == "c1"), None))
        assert (fields["startdate"], fields["enddate"]) == ("2024-02-29", "2024-03-02")

    play(tmp_path, scene)


@pytest.mark.parametrize("calldate", ["0001-01-01 00:00:00", "9999-12-31 23:59:59"])
def test_a_date_at_the_end_of_time_breaks_nothing(tmp_path, calldate):
    async def scene(desk, pbx):
        assert await desk.webhook(f"/api/callcenter/calldata?callid=c1&calldate={calldate}&dura") == 200
        assert (
            await desk.webhook(f"/api/callcenter/calldata?callid=c2&calldate={calldate}&status=ANSWER&billsec=1") == 200
        )
        await desk.until(lambda: desk.changed("c1") and desk.changed("c2"))
        await asyncio.sleep(0.5)  # the pull of a cut-off record begins 0.3 s later
        assert "bug" not in desk.notices
        assert set(await desk.history()) == {"c1", "c2"}

    play(tmp_path, scene, pbx__zone="Asia/Ho_Chi_Minh")


def test_a_synchronisation_that_fails_says_why_and_the_next_one_works(tmp_path):
    async def scene(desk, pbx):
        pbx.add_history(3)
        pbx.faults = Faults(bad_gateway=1)
        with pytest.raises(PbxUnreachable):
            await desk.service.features.sync.sync()
        pbx.faults = Faults()
        assert await desk.service.features.sync.sync() == 3

    play(tmp_path, scene)


def test_without_a_pbx_there_is_nothing_to_synchronise_with(tmp_path):
    async def run():
        async with running_desk(tmp_path, environ={"AGENT_DESKTOP_WEBHOOK_SECRET": "x" * 20}) as desk:
            with pytest.raises(NotSetUp):
                await desk.service.features.sync.sync()

    asyncio.run(run())


def test_records_come_from_their_own_host_where_there_is_one(tmp_path):
    async def run():
        async with simulated_pbx() as portal, simulated_pbx() as reports:
            reports.add_history(3)
            async with running_desk(tmp_path, portal, pbx__report_url=reports.url) as desk:
                await desk.until(lambda: len(desk.records()) == 3 and desk.status == "on")
                assert not asked(portal)

    asyncio.run(run())
