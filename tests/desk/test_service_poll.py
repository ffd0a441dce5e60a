"""A desk that the PBX cannot reach: it asks, every few seconds."""

import asyncio

import pytest

from agent_desktop.simulator.faults import Faults
from agent_desktop.telephony.agent import StatusSource
from agent_desktop.telephony.screen_pop import CardState
from tests.desk.running_desk import loop_clock, run_fast, running_desk, simulated_pbx


def polling(folder, pbx):
    """A desk that polls every two seconds, and shows a call for eight when it is over."""
    return running_desk(folder, pbx, now=loop_clock(), feed__kind="poll", pop__linger_seconds="8")


def test_a_polled_call_pops_without_a_number_then_gets_it_and_closes(tmp_path):
    async def run():
        async with simulated_pbx(speed=1.0) as pbx, polling(tmp_path, pbx) as desk:
            await desk.until(lambda: desk.status == "on")
            assert (desk.feed.kind, desk.feed.ok, desk.service.webhook_url) == ("poll", True, "")
            pbx.webhook_url = ""
            call = pbx.start(pbx.inbound(ring=("101",), answered_by="101", ring_s=8, talk_s=12, phone="0938363739"))
            card = await desk.until(lambda: next(iter(desk.cards.values()), None))
            assert (card.state, card.number, card.direction) == (CardState.RINGING, "", "inbound")
            assert desk.agent.status.source is StatusSource.API
            await desk.until(lambda: desk.states() == [CardState.TALKING])
            await desk.until(lambda: desk.cards[card.callid].number == "0938363739")
            assert desk.cards[card.callid].state is CardState.ENDED
            await desk.until(lambda: not desk.cards)
            record = await call
            assert desk.shown(card.callid) == [CardState.RINGING, CardState.TALKING, CardState.ENDED]
            assert list(await desk.history()) == [record.callid]
            assert "bug" not in desk.notices

    run_fast(run())


@pytest.mark.parametrize(("taken_by", "at_last"), [("102", CardState.ANSWERED_ELSEWHERE), ("", CardState.MISSED)])
def test_what_became_of_a_call_that_rang_others_too_is_said_when_its_record_tells(tmp_path, taken_by, at_last):
    async def run():
        async with simulated_pbx(speed=1.0) as pbx, polling(tmp_path, pbx) as desk:
            await desk.until(lambda: desk.status == "on")
            pbx.webhook_url = ""
            call = pbx.start(pbx.inbound(ring=("101", "102"), answered_by=taken_by, ring_s=6, talk_s=8))
            card = await desk.until(lambda: next(iter(desk.cards.values()), None))
            await desk.until(lambda: desk.states() == [at_last])
            assert desk.cards[card.callid].answered_by == taken_by
            assert desk.shown(card.callid) == [CardState.RINGING, CardState.STOPPED_RINGING, at_last]
            assert list(await desk.history()) == [(await call).callid]
            await desk.until(lambda: not desk.cards)

    run_fast(run())


def test_a_polled_call_after_a_dial_is_an_outbound_one(tmp_path):
    async def run():
        async with simulated_pbx(speed=1.0) as pbx, polling(tmp_path, pbx) as desk:
            await desk.until(lambda: desk.status == "on")
            pbx.webhook_url, pbx.dial_outcome = "", "answer"
            await desk.service.dial("0938363739")
            card = await desk.until(lambda: next(iter(desk.cards.values()), None))
            assert card.direction == "outbound"

    run_fast(run())


def test_a_call_whose_card_is_gone_still_reaches_the_history(tmp_path):
    async def run():
        async with simulated_pbx(speed=1.0) as pbx, polling(tmp_path, pbx) as desk:
            await desk.until(lambda: desk.status == "on")
            pbx.webhook_url = ""
            call = pbx.start(pbx.direct("101", ring_s=6, talk_s=30))
            await desk.service.dismiss(await desk.until(lambda: next(iter(desk.cards), "")))
            record = await call
            await desk.until(lambda: desk.changed(record.callid))

    run_fast(run())


def test_a_pbx_that_is_away_is_asked_more_slowly_and_found_again(tmp_path):
    async def run():
        async with simulated_pbx() as pbx, polling(tmp_path, pbx) as desk:
            await desk.until(lambda: desk.status == "on")
            pbx.faults = Faults(reset=1)
            await desk.until(lambda: "pbx" in desk.notices)
            before = len(pbx.requests)
            await asyncio.sleep(30)
            assert len(pbx.requests) - before < 3 * 30 / 4
            assert len(desk.said("pbx")) == 1
            pbx.faults = Faults()
            await pbx.set_paused("101", True)
            await desk.until(lambda: desk.status == "pause" and "pbx" not in desk.notices)

    run_fast(run())
