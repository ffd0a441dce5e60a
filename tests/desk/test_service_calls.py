"""Calls through the whole desk: from the PBX's webhook to the card, the history and back to the PBX's records."""

import asyncio
from dataclasses import replace

from agent_desktop.simulator.faults import Faults
from agent_desktop.telephony.events import WITHHELD
from agent_desktop.telephony.screen_pop import CardState
from tests.desk.running_desk import play


def test_a_call_that_is_answered_here_from_ring_to_history(tmp_path):
    async def scene(desk, pbx):
        record = await pbx.inbound(ring=("101", "102"), answered_by="101", ring_s=2, talk_s=4, phone="0938363739")
        await desk.until(lambda: not desk.cards)
        assert desk.shown(record.callid) == [CardState.RINGING, CardState.TALKING, CardState.ENDED]
        rows = await desk.history()
        kept = rows[record.callid]
        assert (kept.number, kept.extension, kept.queue, kept.status) == ("0938363739", "101", "999", "ANSWER")
        assert (kept.duration_s, kept.talk_s) == (record.duration_s, record.talk_s)
        assert kept.recording_url
        assert desk.changed(record.callid)[-1] == kept

    play(tmp_path, scene)


def test_a_card_is_shown_before_the_disk_has_the_event(tmp_path):
    async def scene(desk, pbx):
        held, release = asyncio.Event(), asyncio.Event()

        def hold(connection):
            loop.call_soon_threadsafe(held.set)
            asyncio.run_coroutine_threadsafe(release.wait(), loop).result()

        loop = asyncio.get_running_loop()
        desk.store.writer.submit(hold)
        await held.wait()
        answer = loop.create_task(desk.ring())
        await desk.until(lambda: desk.cards)
        assert not answer.done()
        release.set()
        assert await answer == 200
        assert next(iter(desk.cards.values())).received_ns > 0

    play(tmp_path, scene)


def test_a_call_that_a_colleague_answers_folds_and_is_no_miss(tmp_path):
    async def scene(desk, pbx):
        record = await pbx.inbound(ring=("101", "102"), answered_by="102", ring_s=2, talk_s=4)
        await desk.until(lambda: not desk.cards)
        states = desk.shown(record.callid)
        assert states == [CardState.RINGING, CardState.ANSWERED_ELSEWHERE]
        assert (await desk.history())[record.callid].extension == "102"
        assert not (await desk.history(outcome="missed"))

    play(tmp_path, scene)


def test_a_caller_who_gives_up_is_a_missed_call(tmp_path):
    async def scene(desk, pbx):
        record = await pbx.inbound(ring=("101",), answered_by=None, ring_s=3)
        await desk.until(lambda: not desk.cards)
        assert desk.shown(record.callid)[-1] is CardState.MISSED
        assert list(await desk.history(outcome="missed")) == [record.callid]

    play(tmp_path, scene)


def test_past_calls_of_the_number_are_told_on_the_card_in_whatever_notation(tmp_path):
    async def scene(desk, pbx):
        first = await pbx.inbound(ring=("101",), answered_by="101", ring_s=1, talk_s=2, phone="0938363739")
        await desk.until(lambda: desk.changed(first.callid))
        await desk.ring("c2", phone="84938363739")
        card = await desk.until(lambda: desk.cards["c2"] if desk.cards["c2"].past is not None else None)
        assert (card.past.total, card.past.last_status, card.past.last_direction) == (1, "ANSWER", "inbound")
        await desk.ring("c3", phone="0912345678")
        card = await desk.until(lambda: desk.cards["c3"] if desk.cards["c3"].past is not None else None)
        assert (card.past.total, card.past.this_week) == (0, 0)

    play(tmp_path, scene, pop__linger_seconds="60")


def test_a_number_that_is_withheld_or_not_known_has_no_past(tmp_path):
    async def scene(desk, pbx):
        for callid, phone in (("c1", "anonymous"), ("c2", "unknown"), ("c3", "0938363739")):
            await desk.ring(callid, phone=phone)
        await desk.until(lambda: desk.cards["c3"].past is not None)
        assert [desk.cards[callid].number for callid in ("c1", "c2")] == [WITHHELD, ""]
        assert [desk.cards[callid].past for callid in ("c1", "c2")] == [None, None]

    play(tmp_path, scene)


def test_a_record_that_came_cut_off_is_pulled_from_the_pbx(tmp_path):
    async def scene(desk, pbx):
        pbx.webhook_url = ""
        record = await pbx.inbound(ring=("102",), answered_by="102", ring_s=2, talk_s=8, phone="0938363739")
        assert await desk.webhook(f"/api/callcenter/calldata?callid={record.callid}&calldate=") == 200
        await desk.until(lambda: any(row.talk_s == record.talk_s for row in desk.changed(record.callid)))
        asked = [call.fields for call in pbx.requests if call.action == "records" and call.fields["callid"]]
        assert [fields["callid"] for fields in asked] == [record.callid]
        assert (await desk.history())[record.callid].number == "0938363739"

    play(tmp_path, scene)


def test_a_call_that_ended_without_a_record_is_pulled(tmp_path):
    async def scene(desk, pbx):
        pbx.webhook_url = ""
        record = await pbx.inbound(ring=("102",), answered_by="102", ring_s=2, talk_s=8)
        await desk.ring(record.callid, "102", record.phone)
        assert await desk.webhook(f"/api/callcenter/hangup?callid={record.callid}") == 200
        await desk.until(lambda: any(row.talk_s == record.talk_s for row in desk.changed(record.callid)))
        assert (await desk.history())[record.callid].status == "ANSWER"

    play(tmp_path, scene)


def test_a_storm_of_odd_webhooks_leaves_the_history_that_the_pbx_has(tmp_path):
    async def scene(desk, pbx):
        # What is late is late by seconds of the simulation, and everything may come in any order.
        pbx.faults = Faults(duplicate=0.5, late=0.3, reorder=0.3, odd_words=0.5, json=0.2, cut_off=0.2, plus=0.3)
        await asyncio.gather(
            *(pbx.inbound(ring=("101", "102"), answered_by=by, ring_s=1, talk_s=3) for by in ("101", "102", None) * 4)
        )
        await pbx.settled()
        pbx.faults = replace(pbx.faults, late=0)
        await desk.service.features.sync.sync()
        rows = await desk.history(limit=100)
        assert sorted(rows) == sorted(record.callid for record in pbx.records)
        for record in pbx.records:
            row = rows[record.callid]
            assert (row.status, row.talk_s or 0) == (record.status, record.talk_s), record
        assert "bug" not in desk.notices

    play(tmp_path, scene)


def test_a_card_that_is_dismissed_stays_away_while_the_call_rings_on(tmp_path):
    async def scene(desk, pbx):
        await desk.ring()
        await desk.service.dismiss("c1")
        assert not desk.cards
        await desk.ring()
        assert not desk.cards

    play(tmp_path, scene)


def test_a_note_is_kept_shown_and_found(tmp_path):
    async def scene(desk, pbx):
        await desk.ring()
        await desk.service.set_note("c1", "Gọi lại chiều nay")
        assert desk.cards["c1"].note == "Gọi lại chiều nay"
        assert await desk.store.note("c1") == "Gọi lại chiều nay"
        assert list(await desk.history(text="goi lai")) == ["c1"]

    play(tmp_path, scene)


def test_a_painted_card_leaves_a_receipt_with_the_moment_its_request_arrived(tmp_path):
    async def scene(desk, pbx):
        await desk.ring()
        received = desk.cards["c1"].received_ns
        await desk.service.painted("c1", received + 5_000_000)
        await desk.service.painted("unknown", 1)
        assert list(desk.service.features.receipts.latest) == [("c1", received, received + 5_000_000)]

    play(tmp_path, scene)
