"""The wrap-up after a call, against a simulated PBX."""

import asyncio
import time
from contextlib import suppress
from dataclasses import replace

import pytest

from agent_desktop.desk.updates import CardShown
from agent_desktop.desk.wrap_up import OVERDUE_S, WrapUp, WrapUpChanged
from agent_desktop.errors import AgentDesktopError, StoreFailed
from agent_desktop.simulator.faults import Faults
from agent_desktop.telephony.agent import WRAP_UP, PausePhase
from agent_desktop.telephony.history import HistoryQuery
from agent_desktop.telephony.screen_pop import CardState
from tests.desk.running_desk import play, running_desk, simulated_pbx

CALL = "inbound queue=999 ring=101,102 answered_by=101 ring_s=1 talk_s=2"


def wrap_ups(desk) -> list[bool]:
    """What was told of wrap-ups: True where there is one, repeats left out."""
    told = [update.wrap_up is not None for update in desk.told if isinstance(update, WrapUpChanged)]
    return [one for n, one in enumerate(told) if told[n - 1 : n] != [one]]


def pauses_asked(pbx) -> list[object]:
    """What was asked of the PBX: "1" to pause, "0" to end it."""
    return [call.fields["status"] for call in pbx.requests if call.action == "pause"]


def is_wrapping_up(desk) -> bool:
    """True once the PBX has confirmed the pause after the call."""
    pause = desk.agent.pause
    return desk.status == "pause" and pause.phase is PausePhase.CONFIRMED and pause.reason == WRAP_UP


def test_after_an_own_call_the_agent_is_paused_for_a_while(tmp_path):
    async def scene(desk, pbx):
        await pbx.script(CALL)
        await desk.until(lambda: is_wrapping_up(desk))
        (card,) = desk.cards.values()
        assert card.state is CardState.ENDED
        assert card.wrap_up_until > card.since
        await desk.until(lambda: desk.status == "on" and wrap_ups(desk) == [True, False])
        await desk.until(lambda: not desk.cards)
        assert desk.agent.pause.phase is PausePhase.NONE

    play(tmp_path, scene, wrap_up__seconds="0.8", pop__linger_seconds="0")


@pytest.mark.parametrize(
    ("script", "settings"),
    [
        (CALL, {}),
        (CALL.replace("answered_by=101", "answered_by=102"), {"wrap_up__seconds": "60"}),
        (CALL.replace("answered_by=101", "").replace("talk_s=2", ""), {"wrap_up__seconds": "60"}),
        ("outbound 101", {"wrap_up__seconds": "60"}),
    ],
    ids=["switched off", "answered by a colleague", "abandoned", "outbound"],
)
def test_there_is_none_after_other_calls(tmp_path, script, settings):
    async def scene(desk, pbx):
        await pbx.script(script)
        await desk.until(lambda: any(isinstance(one, CardShown) and one.card.state.is_final for one in desk.told))
        await desk.until(lambda: not desk.cards)
        await desk.service.refresh_status()
        assert wrap_ups(desk) == []
        assert desk.status == "on"

    play(tmp_path, scene, **settings)


def test_after_an_outbound_call_there_is_one_where_the_settings_say_so(tmp_path):
    async def scene(desk, pbx):
        await pbx.script("outbound 101")
        await desk.until(lambda: is_wrapping_up(desk))

    play(tmp_path, scene, wrap_up__seconds="60", wrap_up__after_outbound="yes")


def test_one_click_ends_it_and_one_extends_it(tmp_path):
    async def scene(desk, pbx):
        await pbx.script(CALL)
        await desk.until(lambda: is_wrapping_up(desk))
        (before,) = desk.cards.values()
        await desk.service.features.wrap_ups.extend()
        (after,) = desk.cards.values()
        assert after.wrap_up_until - before.wrap_up_until == pytest.approx(30)
        await desk.service.features.wrap_ups.end()
        await desk.until(lambda: desk.status == "on" and not desk.cards)
        assert wrap_ups(desk) == [True, False]

    play(tmp_path, scene, wrap_up__seconds="60", wrap_up__extend_seconds="30")


def test_a_disposition_is_kept_with_the_call_and_shown_on_its_card(tmp_path):
    async def scene(desk, pbx):
        await pbx.script(CALL)
        await desk.until(lambda: is_wrapping_up(desk))
        (callid,) = desk.cards
        await desk.service.features.dispositions.set(callid, "Solved")
        assert desk.cards[callid].disposition == "Solved"
        page = await desk.service.history(HistoryQuery(text="solved"))
        assert page.dispositions == {callid: "Solved"}
        with pytest.raises(StoreFailed):
            await desk.service.features.dispositions.set("unheard of", "Solved")

    play(tmp_path, scene, wrap_up__seconds="60")


def test_a_pause_with_another_reason_meanwhile_is_not_lifted(tmp_path):
    async def scene(desk, pbx):
        await pbx.script(CALL)
        await desk.until(lambda: is_wrapping_up(desk))
        await desk.service.pause("Lunch")
        await desk.until(lambda: wrap_ups(desk) == [True, False])
        await desk.service.refresh_status()
        assert desk.status == "pause"
        assert desk.agent.pause.reason == "Lunch"
        assert pauses_asked(pbx) == ["1", "1"]

    play(tmp_path, scene, wrap_up__seconds="0.8")


def test_who_is_released_by_somebody_else_is_not_released_again(tmp_path):
    async def scene(desk, pbx):
        await pbx.script(CALL)
        await desk.until(lambda: is_wrapping_up(desk))
        await pbx.set_paused("101", False)
        await desk.until(lambda: wrap_ups(desk) == [True, False])
        await pbx.set_paused("101", True)
        await desk.until(lambda: desk.status == "pause")
        assert not is_wrapping_up(desk)

    play(tmp_path, scene, wrap_up__seconds="60")


def test_who_was_paused_before_the_call_ended_stays_as_they_are(tmp_path):
    async def scene(desk, pbx):
        await desk.service.pause("Lunch")
        await desk.until(lambda: desk.status == "pause")
        await pbx.script(CALL)
        await desk.until(lambda: desk.shown(next(iter(desk.cards), ""))[-1:] == [CardState.ENDED])
        await desk.until(lambda: not desk.cards)
        assert wrap_ups(desk) == []
        assert desk.agent.pause.reason == "Lunch"

    play(tmp_path, scene, wrap_up__seconds="60")


def test_a_call_during_the_wrap_up_gets_one_of_its_own(tmp_path):
    async def scene(desk, pbx):
        await pbx.script(CALL)
        await desk.until(lambda: is_wrapping_up(desk))
        first = next(iter(desk.cards))
        await pbx.script(CALL)
        await desk.until(
            lambda: [card.callid for card in desk.cards.values() if card.wrap_up_until] not in ([], [first])
        )
        await desk.until(lambda: is_wrapping_up(desk))
        assert set(pauses_asked(pbx)) == {"1"}

    play(tmp_path, scene, wrap_up__seconds="60")


def test_a_pause_that_is_chosen_during_the_next_call_takes_the_place_of_the_wrap_up(tmp_path):
    async def scene(desk, pbx):
        talking = asyncio.create_task(pbx.script(f"& {CALL}\nwait 2\n{CALL.replace('talk_s=2', 'talk_s=40')}"))
        await desk.until(lambda: wrap_ups(desk) == [True] and desk.status in ("ring", "talk"))
        await desk.service.pause("Lunch")
        await desk.until(lambda: wrap_ups(desk) == [True, False])
        assert desk.status in ("ring", "talk"), "it is known before the call is over"
        await talking
        await desk.until(lambda: desk.status == "pause")
        assert desk.agent.pause.reason == "Lunch"
        assert wrap_ups(desk) == [True, False]
        assert set(pauses_asked(pbx)) == {"1"}

    play(tmp_path, scene, wrap_up__seconds="60")


def test_a_pause_that_never_came_is_taken_back_all_the_same(tmp_path):
    async def run():
        async with (
            simulated_pbx(faults=Faults(silent_pause=1.0)) as pbx,
            running_desk(tmp_path, pbx, wrap_up__seconds="0.5") as desk,
        ):
            await desk.until(lambda: desk.status)
            await pbx.script(CALL)
            await desk.until(lambda: wrap_ups(desk) == [True, False])
            await desk.until(lambda: pauses_asked(pbx) == ["1", "0"])

    asyncio.run(run())


def test_a_wrap_up_lasts_as_long_as_it_should_whatever_the_clock_is_set_to(tmp_path):
    async def scene(desk, pbx):
        await pbx.script(CALL)
        await desk.until(lambda: is_wrapping_up(desk))
        (before,) = desk.cards.values()
        desk.service._clock_set(-600.0)
        told = [update.wrap_up for update in desk.told if isinstance(update, WrapUpChanged) and update.wrap_up]
        assert told[-1].until == desk.cards[before.callid].wrap_up_until == before.wrap_up_until - 600

    play(tmp_path, scene, wrap_up__seconds="60")


def test_there_is_one_after_a_call_whose_card_was_dismissed_where_the_pbx_sends_no_status(tmp_path):
    async def scene(desk, pbx):
        await desk.ring("c1")
        await desk.webhook("/api/callcenter/call_in?phone=0938363739&queue=999&extension=101&callid=c1&event=ANSWER")
        await desk.until(lambda: CardState.TALKING in desk.states())
        await desk.service.dismiss("c1")
        await desk.webhook("/api/callcenter/hangup?callid=c1")
        await desk.until(lambda: is_wrapping_up(desk))

    play(tmp_path, scene, wrap_up__seconds="60")


def test_a_pause_that_a_lead_gave_during_the_call_outlasts_it(tmp_path):
    async def scene(desk, pbx):
        await desk.ring("c1")
        await desk.webhook("/api/callcenter/call_in?phone=0938363739&queue=999&extension=101&callid=c1&event=ANSWER")
        await pbx.set_phones(["101"], "talk")
        await desk.until(lambda: desk.status == "talk")
        await pbx.set_paused("101", True)
        await desk.webhook("/api/callcenter/hangup?callid=c1")
        await desk.until(lambda: wrap_ups(desk) == [True])
        await pbx.set_phones(["101"], "on")
        await desk.until(lambda: wrap_ups(desk) == [True, False])
        assert desk.status == "pause"
        assert pauses_asked(pbx) == []

    play(tmp_path, scene, wrap_up__seconds="60")


@pytest.mark.parametrize(("away_s", "goes_on"), [(0.0, True), (100.0, True), (2 * OVERDUE_S, False)])
def test_it_goes_on_over_a_restart_unless_that_took_long(tmp_path, away_s, goes_on):
    async def run():
        clock = [time.time()]
        async with simulated_pbx() as pbx:
            async with running_desk(tmp_path, pbx, now=lambda: clock[0], wrap_up__seconds="60") as desk:
                await desk.until(lambda: desk.status)
                await pbx.script(CALL)
                await desk.until(lambda: is_wrapping_up(desk))
                (card,) = desk.cards.values()
                until = card.wrap_up_until
            clock[0] += away_s
            async with running_desk(tmp_path, pbx, now=lambda: clock[0]) as desk:
                await desk.until(lambda: desk.agent.pause.reason == WRAP_UP)
                if goes_on:
                    shown = await desk.until(lambda: [one for one in desk.told if isinstance(one, WrapUpChanged)])
                    assert shown[0].wrap_up == WrapUp(card.callid, until, is_paused=True)
                    if away_s < 60:
                        await desk.service.features.wrap_ups.end()
                    await desk.until(lambda: desk.status == "on")
                else:
                    assert is_wrapping_up(desk)
                    assert wrap_ups(desk) == []

    asyncio.run(run())


async def change_pbx(desk, **values):
    settings = desk.connection.settings
    await desk.service.change_settings(replace(settings, pbx=replace(settings.pbx, **values)))


def test_an_extension_that_is_left_during_its_wrap_up_is_released(tmp_path):
    async def scene(desk, pbx):
        await pbx.script(CALL)
        await desk.until(lambda: is_wrapping_up(desk))
        await change_pbx(desk, extension="102")
        asked = await desk.until(lambda: [call for call in pbx.requests if call.action == "pause"][1:])
        assert [(call.fields["exten"], call.fields["status"]) for call in asked] == [("101", "0")]
        assert wrap_ups(desk) == [True, False]
        await desk.until(lambda: desk.status == "on")
        assert desk.agent.status.extension == "102"
        assert desk.agent.pause.phase is PausePhase.NONE

    play(tmp_path, scene, wrap_up__seconds="60")


def test_a_pause_of_the_agents_own_stays_with_the_extension_that_is_left(tmp_path):
    async def scene(desk, pbx):
        await desk.service.pause("Lunch")
        await desk.until(lambda: desk.status == "pause")
        await change_pbx(desk, extension="102")
        await desk.service.refresh_status()
        assert pauses_asked(pbx) == ["1"]

    play(tmp_path, scene, wrap_up__seconds="60")


def test_another_pbx_is_not_asked_to_release_the_extension_of_the_last_one(tmp_path):
    async def scene(desk, pbx):
        await pbx.script(CALL)
        await desk.until(lambda: is_wrapping_up(desk))
        await change_pbx(desk, extension="102", domain="elsewhere.example")
        await desk.until(lambda: wrap_ups(desk) == [True, False])
        with suppress(AgentDesktopError):
            await desk.service.refresh_status()
        assert pauses_asked(pbx) == ["1"]

    play(tmp_path, scene, wrap_up__seconds="60")


def test_a_call_that_an_extension_still_talks_is_followed_by_no_pause_of_the_next_one(tmp_path):
    async def scene(desk, pbx):
        talking = asyncio.create_task(pbx.script(CALL.replace("talk_s=2", "talk_s=20")))
        await desk.until(lambda: CardState.TALKING in desk.states() and desk.status == "talk")
        await change_pbx(desk, extension="102")
        await talking
        await desk.until(lambda: not desk.cards)
        await desk.service.refresh_status()
        assert wrap_ups(desk) == []
        assert pauses_asked(pbx) == []

    play(tmp_path, scene, wrap_up__seconds="60")
