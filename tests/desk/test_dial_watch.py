"""What is told of a dial after the PBX took it."""

import time

from agent_desktop.desk.dial_watch import NOTHING_RANG_AFTER_S, TOPIC
from agent_desktop.desk.updates import DialProgress, DialStage
from agent_desktop.errors import PbxRefused
from agent_desktop.pbx.answers import DialAnswer
from agent_desktop.pbx.answers import DialOutcome as Confirmation
from agent_desktop.simulator.faults import Faults
from agent_desktop.telephony.events import CallRinging
from tests.desk.running_desk import loop_clock, play, run_fast, running_desk, simulated_pbx


def stages(desk) -> list[DialStage]:
    return [update.stage for update in desk.told if isinstance(update, DialProgress)]


def test_a_dial_rings_once_the_phone_does(tmp_path):
    async def scene(desk, pbx):
        await desk.service.dial("0938363739")
        await desk.until(lambda: DialStage.RINGING in stages(desk))
        await desk.until(lambda: desk.cards and all(card.state.is_final for card in desk.cards.values()))
        assert sorted(stages(desk)) == [DialStage.ASKED, DialStage.RINGING, DialStage.TAKEN]

    play(tmp_path, scene)


def test_the_phones_status_is_enough_where_own_calls_have_no_card(tmp_path):
    async def scene(desk, pbx):
        await desk.service.dial("0938363739")
        await desk.until(lambda: DialStage.RINGING in stages(desk))
        assert not desk.cards

    play(tmp_path, scene, pop__outbound="no")


def test_a_dial_that_nothing_follows_is_said_until_the_next_one(tmp_path):
    async def run():
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx, now=loop_clock()) as desk:
            await desk.until(lambda: desk.status)
            pbx.webhook_url = ""
            await desk.service.dial("0938363739")
            await desk.until(lambda: TOPIC in desk.notices)
            assert "nothing rang" in desk.notices[TOPIC].title
            await desk.service.dial("0912345678")
            await desk.until(lambda: TOPIC not in desk.notices)

    run_fast(run(), NOTHING_RANG_AFTER_S)


def test_a_phone_that_rings_is_not_said_to_be_silent_where_no_webhook_arrives(tmp_path):
    async def run():
        async with simulated_pbx(speed=1.0) as pbx, running_desk(tmp_path, pbx, now=loop_clock()) as desk:
            await desk.until(lambda: desk.status)
            pbx.webhook_url, pbx.dial_outcome = "", "answer"
            await desk.service.dial("0938363739")
            await desk.until(lambda: DialStage.RINGING in stages(desk))
            assert TOPIC not in desk.notices

    run_fast(run())


def test_a_refused_dial_is_not_waited_for(tmp_path):
    async def run():
        async with (
            simulated_pbx(faults=Faults(refuse_dial=1.0)) as pbx,
            running_desk(tmp_path, pbx, now=loop_clock()) as desk,
        ):
            await desk.until(lambda: desk.status)
            try:
                await desk.service.dial("0938363739")
            except PbxRefused:
                pass
            assert stages(desk) == [DialStage.ASKED, DialStage.REFUSED]
            assert TOPIC not in desk.notices

    run_fast(run())


def taking_every_dial(desk) -> None:
    """The PBX takes them, and nothing follows."""

    async def dial(extension, digits):
        return DialAnswer(Confirmation.CONFIRMED, "")

    desk.service.client.dial = dial


def test_the_ringing_of_other_calls_is_not_the_dials(tmp_path):
    async def run():
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx, now=loop_clock()) as desk:
            await desk.until(lambda: desk.status)
            taking_every_dial(desk)
            await desk.service.dial("0912345678")
            await desk.ring("in1")
            await desk.webhook("/api/Agent/ChangeStatus?extension=101&status=ring")
            await desk.webhook("/api/callcenter/init?extension=101&phone=0938363739&callid=o1&event=RINGING")
            await desk.until(lambda: TOPIC in desk.notices)
            assert DialStage.RINGING not in stages(desk)

    run_fast(run(), NOTHING_RANG_AFTER_S)


def test_the_calls_own_announcement_is_enough_where_own_calls_have_no_card(tmp_path):
    async def scene(desk, pbx):
        taking_every_dial(desk)
        await desk.service.dial("0912345678")
        await desk.webhook("/api/callcenter/init?extension=101&phone=84912345678&callid=o1&event=RINGING")
        await desk.until(lambda: DialStage.RINGING in stages(desk))

    play(tmp_path, scene, pop__outbound="no")


def test_a_call_whose_hang_up_was_lost_does_not_hide_the_ringing_of_a_dial(tmp_path):
    async def scene(desk, pbx):
        taking_every_dial(desk)
        lost = CallRinging("in1", "inbound", "101", "0938363739")
        desk.service.carry_out(desk.service._session.receive(lost, time.time() - 60))
        await desk.service.dial("0912345678")
        await desk.webhook("/api/Agent/ChangeStatus?extension=101&status=ring")
        await desk.until(lambda: DialStage.RINGING in stages(desk))

    play(tmp_path, scene)
