"""Own status, pause, team and spy against the PBX."""

import asyncio

import pytest

from agent_desktop.desk.own_status import NOT_CONFIRMED
from agent_desktop.desk.updates import AgentChanged
from agent_desktop.errors import NotSetUp, PbxRefused, PbxUnreachable
from agent_desktop.simulator.faults import Faults
from agent_desktop.telephony.agent import PausePhase, SpyMode, StatusSource
from tests.desk.running_desk import loop_clock, play, run_fast, running_desk, simulated_pbx


def phases(desk) -> list[PausePhase]:
    """The pause's phases that were told, repeats left out."""
    told = [update.pause.phase for update in desk.told if isinstance(update, AgentChanged)]
    return [phase for n, phase in enumerate(told) if told[n - 1 : n] != [phase]]


def test_at_the_start_the_status_comes_from_the_api_and_then_from_webhooks(tmp_path):
    async def run():
        async with simulated_pbx() as pbx:
            await pbx.set_paused("101", True)
            async with running_desk(tmp_path, pbx) as desk:
                await desk.until(lambda: desk.status == "pause")
                assert desk.agent.status.source is StatusSource.API
                assert desk.agent.pause.phase is PausePhase.CONFIRMED
                await pbx.set_paused("101", False)
                await desk.until(lambda: desk.status == "on")
                assert desk.agent.status.source is StatusSource.WEBHOOK
                assert desk.agent.pause.phase is PausePhase.NONE

    asyncio.run(run())


def test_what_is_asked_in_the_first_moment_is_asked_of_the_pbx(tmp_path):
    async def run():
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx) as desk:
            await desk.service.refresh_team()
            assert desk.team.members
            assert not desk.notices

    asyncio.run(run())


@pytest.mark.parametrize("shape", ["list", "map", "nested", "names"])
def test_the_status_is_understood_in_the_shapes_that_a_pbx_may_use(tmp_path, shape):
    async def run():
        async with simulated_pbx(faults=Faults(shape=shape)) as pbx, running_desk(tmp_path, pbx) as desk:
            await desk.until(lambda: desk.status == "on")
            await desk.service.refresh_team()
            assert {member.status.extension for member in desk.team.members} >= {"101", "102"}

    asyncio.run(run())


def test_a_pause_is_requested_until_the_pbx_confirms_it(tmp_path):
    async def scene(desk, pbx):
        await desk.service.pause("Lunch")
        await desk.until(lambda: desk.agent.pause.phase is PausePhase.CONFIRMED)
        assert (desk.agent.pause.reason, desk.status) == ("Lunch", "pause")
        assert phases(desk)[-2:] == [PausePhase.REQUESTED, PausePhase.CONFIRMED]
        await desk.service.unpause()
        await desk.until(lambda: desk.agent.pause.phase is PausePhase.NONE and desk.status == "on")

    play(tmp_path, scene)


def test_a_pause_that_the_pbx_refuses_at_http_200_is_refused_in_its_own_words(tmp_path):
    async def scene(desk, pbx):
        del pbx.roster.agents["101"]
        with pytest.raises(PbxRefused) as caught:
            await desk.service.pause("Lunch")
        assert "Extension 101 is in no queue" in caught.value.title
        assert desk.agent.pause.phase is PausePhase.REFUSED
        assert "Extension 101 is in no queue" in desk.agent.pause.refusal
        assert sum(call.action == "pause" for call in pbx.requests) == 1

    play(tmp_path, scene)


def test_a_pause_that_cannot_be_asked_for_is_said_and_never_repeated(tmp_path):
    async def scene(desk, pbx):
        pbx.faults = Faults(reset=1)
        with pytest.raises(PbxUnreachable):
            await desk.service.pause()
        assert desk.agent.pause.phase is PausePhase.REFUSED
        assert desk.agent.pause.refusal
        assert sum(call.action == "pause" for call in pbx.requests) == 1

    play(tmp_path, scene)


def test_a_pause_that_never_happens_is_asked_about_and_given_up_in_words(tmp_path):
    async def run():
        async with (
            simulated_pbx(faults=Faults(silent_pause=1)) as pbx,
            running_desk(tmp_path, pbx, now=loop_clock()) as desk,
        ):
            await desk.until(lambda: desk.status == "on")
            before = sum(call.action == "status" for call in pbx.requests)
            await desk.service.pause("Lunch")
            await desk.until(lambda: desk.agent.pause.phase is PausePhase.REFUSED)
            assert desk.agent.pause.refusal == NOT_CONFIRMED
            assert sum(call.action == "status" for call in pbx.requests) - before == 3

    run_fast(run())


def test_a_pause_whose_webhook_is_lost_is_confirmed_by_asking(tmp_path):
    async def run():
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx, now=loop_clock()) as desk:
            await desk.until(lambda: desk.status == "on")
            pbx.webhook_url = ""
            await desk.service.pause("Lunch")
            await desk.until(lambda: desk.agent.pause.phase is PausePhase.CONFIRMED)
            assert desk.agent.status.source is StatusSource.API

    run_fast(run())


def test_the_status_of_one_of_several_own_extensions_is_asked_for_too(tmp_path):
    async def scene(desk, pbx):
        asked = [call.fields["list"] for call in pbx.requests if call.action == "status"]
        assert asked[0] == [{"ext": "101"}, {"ext": "103"}]

    play(tmp_path, scene, pbx__more_extensions="103")


def test_the_pbx_that_cannot_be_reached_is_said_once_and_unsaid_when_it_can(tmp_path):
    async def run():
        async with (
            simulated_pbx(faults=Faults(bad_gateway=1)) as pbx,
            running_desk(tmp_path, pbx, now=loop_clock()) as desk,
        ):
            await desk.until(lambda: "pbx" in desk.notices)
            assert "502" in desk.notices["pbx"].title
            assert desk.notices["pbx"].advice
            pbx.faults = Faults()
            await desk.service.refresh_status()
            assert "pbx" not in desk.notices
            assert desk.said("pbx")[:2] != desk.said("pbx")[1:3], "the same notice was told twice"

    run_fast(run())


def test_a_clock_that_is_wrong_is_said_once_with_how_much(tmp_path):
    async def run():
        now = loop_clock()
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx, now=lambda: now() + 3600) as desk:
            await desk.until(lambda: "clock" in desk.notices)
            assert "1 hour ahead" in desk.notices["clock"].title
            await desk.service.refresh_status()
            assert len(desk.said("clock")) == 1

    run_fast(run())


def test_the_team_is_listed_by_queue_and_follows_webhooks(tmp_path):
    async def scene(desk, pbx):
        await desk.service.refresh_team()
        members = {member.status.extension: member for member in desk.team.members}
        assert members["101"].queues == ("998", "999")
        assert members["108"].status.status == "off"
        call = pbx.start(pbx.inbound(ring=("102",), answered_by="102", ring_s=1, talk_s=40, phone="0938363739"))
        await desk.until(lambda: any(m.number == "0938363739" for m in desk.team.members if m.status.status == "talk"))
        await pbx.set_paused("103", True)
        await desk.until(lambda: {m.status.extension: m.status.status for m in desk.team.members}["103"] == "pause")
        call.cancel()

    play(tmp_path, scene)


def test_while_the_team_is_watched_the_pbx_is_asked_and_not_after(tmp_path):
    async def run():
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx, now=loop_clock()) as desk:

            def asked():
                return sum(call.action == "members" for call in pbx.requests)

            await desk.service.watch_team(True)
            await desk.service.watch_team(True)
            await desk.until(lambda: asked() >= 2)
            await desk.service.watch_team(False)
            before = asked()
            await asyncio.sleep(20)
            assert asked() == before

    run_fast(run())


def test_a_lead_pauses_a_member_and_sees_it(tmp_path):
    async def scene(desk, pbx):
        await desk.service.refresh_team()
        await desk.service.set_member_pause("102", True)
        await desk.until(lambda: {m.status.extension: m.status.status for m in desk.team.members}["102"] == "pause")
        assert desk.agent.pause.phase is PausePhase.NONE
        await desk.service.set_member_pause("102", False)
        await desk.until(lambda: {m.status.extension: m.status.status for m in desk.team.members}["102"] == "on")

    play(tmp_path, scene)


@pytest.mark.parametrize(
    ("outbound", "mode", "word"),
    [
        (False, SpyMode.LISTEN, "whisper"),
        (False, SpyMode.WHISPER, "callee"),
        (True, SpyMode.WHISPER, "caller"),
        (False, SpyMode.BARGE, "threeway"),
    ],
)
def test_a_lead_joins_a_call_in_the_vendors_words(tmp_path, outbound, mode, word):
    async def scene(desk, pbx):
        if outbound:
            call = pbx.start(pbx.outbound("102", outcome="answer", ring_s=1, talk_s=100))
        else:
            call = pbx.start(pbx.inbound(ring=("102",), answered_by="102", ring_s=1, talk_s=100))
        await desk.service.refresh_team()
        talks = ("talk", "outbound" if outbound else "inbound")
        told = lambda: {m.status.extension: (m.status.status, m.direction) for m in desk.team.members}  # noqa: E731
        await desk.until(lambda: told()["102"] == talks)
        await desk.service.spy("102", mode)
        (spied,) = [c.fields for c in pbx.requests if c.action == "spy"]
        assert spied == {"src": "101", "dst": "102", "mode": word}
        call.cancel()

    play(tmp_path, scene)


def test_spying_on_someone_who_is_not_in_a_call_is_refused_in_the_pbx_words(tmp_path):
    async def scene(desk, pbx):
        with pytest.raises(PbxRefused, match="not in a call"):
            await desk.service.spy("103", SpyMode.LISTEN)

    play(tmp_path, scene)


def test_a_desk_that_is_not_set_up_says_so_and_still_takes_webhooks(tmp_path):
    async def run():
        async with running_desk(tmp_path, environ={"AGENT_DESKTOP_WEBHOOK_SECRET": "test-webhook-secret"}) as desk:
            for ask in (desk.service.pause, desk.service.refresh_team, lambda: desk.service.dial("102")):
                with pytest.raises(NotSetUp):
                    await ask()
            await desk.service.refresh_status()
            assert await desk.ring() == 200
            assert list(await desk.history()) == ["c1"]
            assert "bug" not in desk.notices

    asyncio.run(run())
