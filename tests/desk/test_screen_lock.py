"""The screen's lock and the queues, against a simulated PBX."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from agent_desktop.desk.screen_lock import SUGGESTED_AFTER_S, TOPIC, ScreenLock
from agent_desktop.desk.updates import AgentChanged
from agent_desktop.telephony.agent import AWAY, WRAP_UP, PausePhase
from tests.desk.running_desk import play, running_desk, simulated_pbx

MINUTES_12 = 12 * 60.0


def is_away(desk) -> bool:
    pause = desk.agent.pause
    return desk.status == "pause" and pause.phase is PausePhase.CONFIRMED and pause.reason == AWAY


def lock_of(desk, asleep: Callable[[], float] = lambda: 0.0) -> ScreenLock:
    """The feature, with a clock that can jump."""
    around = desk.service.features.screen_lock._around
    return ScreenLock(replace(around, now=lambda: time.time() + asleep()), never)


async def never(on_change: Callable[[bool], None]) -> None:
    return None


def test_an_available_agent_is_paused_while_the_screen_is_locked(tmp_path):
    async def scene(desk, pbx):
        lock = desk.service.features.screen_lock
        await desk.until(lambda: desk.status == "on")
        lock.heard(True)
        await desk.until(lambda: is_away(desk))
        lock.heard(False)
        await desk.until(lambda: desk.status == "on" and desk.agent.pause.phase is PausePhase.NONE)
        assert desk.said(TOPIC) == []

    play(tmp_path, scene, pause__when_locked="pause")


def test_a_pause_that_is_not_ours_any_more_stays(tmp_path):
    async def scene(desk, pbx):
        lock = desk.service.features.screen_lock
        await desk.until(lambda: desk.status == "on")
        lock.heard(True)
        await desk.until(lambda: is_away(desk))
        await desk.service.pause("Lunch")
        await desk.until(lambda: desk.agent.pause.reason == "Lunch")
        lock.heard(False)
        await desk.service.refresh_status()
        assert desk.status == "pause"
        lock.heard(True)
        lock.heard(False)
        await desk.service.refresh_status()
        assert (desk.status, desk.agent.pause.reason) == ("pause", "Lunch"), "who is paused already is left alone"

    play(tmp_path, scene, pause__when_locked="pause")


@pytest.mark.parametrize(
    ("how", "seconds", "is_told"),
    [
        ("suggest", MINUTES_12, True),
        ("suggest", SUGGESTED_AFTER_S / 2, False),
        ("nothing", MINUTES_12, False),
    ],
)
def test_who_stayed_available_is_told_afterwards(tmp_path, how, seconds, is_told):
    async def scene(desk, pbx):
        gone = [0.0]
        lock = lock_of(desk, lambda: gone[0])
        await desk.until(lambda: desk.status == "on")
        lock.heard(True)
        gone[0] = seconds
        lock.heard(False)
        told = ["The screen was locked for 12 min while you were available. Pause next time?"] if is_told else []
        assert desk.said(TOPIC) == told
        lock.heard(True)
        assert desk.said(TOPIC) == [*told, *([""] if is_told else [])], "it is said once"
        assert desk.status == "on"

    play(tmp_path, scene, pause__when_locked=how)


def test_who_was_paused_meanwhile_is_told_nothing(tmp_path):
    async def scene(desk, pbx):
        gone = [0.0]
        lock = lock_of(desk, lambda: gone[0])
        await desk.until(lambda: desk.status == "on")
        lock.heard(True)
        await desk.service.pause("Lunch")
        await desk.until(lambda: desk.status == "pause")
        await desk.service.unpause()
        await desk.until(lambda: desk.status == "on")
        gone[0] = MINUTES_12
        lock.heard(False)
        assert desk.said(TOPIC) == []

    play(tmp_path, scene)


@pytest.mark.parametrize("is_clicked", [True, False], ids=["by a click", "by itself"])
def test_a_wrap_up_does_not_end_in_availability_behind_a_locked_screen(tmp_path, is_clicked):
    async def scene(desk, pbx):
        await pbx.script("inbound queue=999 ring=101 answered_by=101 ring_s=1 talk_s=2")
        await desk.until(lambda: desk.status == "pause" and desk.agent.pause.reason == WRAP_UP)
        lock = desk.service.features.screen_lock
        lock.heard(True)
        before = len(desk.told)
        if is_clicked:
            await desk.service.features.wrap_ups.end()
        await desk.until(lambda: desk.agent.pause.reason == AWAY)
        await desk.until(lambda: is_away(desk))
        said = [update.status.status for update in desk.told[before:] if isinstance(update, AgentChanged)]
        assert set(said) == {"pause"}
        lock.heard(False)
        await desk.until(lambda: desk.status == "on")

    play(tmp_path, scene, pause__when_locked="pause", wrap_up__seconds="60" if is_clicked else "3")


def test_who_becomes_available_behind_a_locked_screen_is_paused_once(tmp_path):
    async def scene(desk, pbx):
        await desk.service.pause("Lunch")
        await desk.until(lambda: desk.status == "pause")
        desk.service.features.screen_lock.heard(True)
        await pbx.set_paused("101", False)  # a team lead, who thinks that the agent is back
        await desk.until(lambda: is_away(desk))
        await pbx.set_paused("101", False)
        await desk.until(lambda: desk.status == "on")
        await desk.service.refresh_status()
        assert desk.agent.pause.phase is PausePhase.NONE

    play(tmp_path, scene, pause__when_locked="pause")


@pytest.mark.parametrize("restarts", [1, 2])
@pytest.mark.parametrize("is_early", [False, True], ids=["unlocked later", "unlocked before the pause is known"])
def test_the_pause_is_lifted_at_an_unlock_after_a_restart(tmp_path, is_early, restarts):
    async def run():
        async with simulated_pbx() as pbx:
            async with running_desk(tmp_path, pbx, pause__when_locked="pause") as desk:
                await desk.until(lambda: desk.status == "on")
                desk.service.features.screen_lock.heard(True)
                await desk.until(lambda: is_away(desk))
            for _ in range(restarts - 1):
                async with running_desk(tmp_path, pbx) as desk:
                    await desk.until(lambda: is_away(desk))
            async with running_desk(tmp_path, pbx) as desk:
                if not is_early:
                    await desk.until(lambda: is_away(desk))
                desk.service.features.screen_lock.heard(False)
                await desk.until(lambda: desk.status == "on" and desk.agent.pause.phase is PausePhase.NONE)
            assert [call.fields["status"] for call in pbx.requests if call.action == "pause"] == ["1", "0"]

    asyncio.run(run())


@pytest.mark.parametrize("reason", [AWAY, "Lunch"])
def test_a_pause_of_the_agents_own_stays_at_an_unlock_after_a_restart(tmp_path, reason):
    async def run():
        async with simulated_pbx() as pbx:
            async with running_desk(tmp_path, pbx, pause__when_locked="pause") as desk:
                await desk.until(lambda: desk.status == "on")
                await desk.service.pause(reason)
                await desk.until(lambda: desk.status == "pause" and desk.agent.pause.phase is PausePhase.CONFIRMED)
                desk.service.features.screen_lock.heard(True)
            async with running_desk(tmp_path, pbx) as desk:
                await desk.until(lambda: desk.status == "pause" and desk.agent.pause.reason == reason)
                desk.service.features.screen_lock.heard(False)
                await desk.service.refresh_status()
                assert desk.status == "pause"
            assert [call.fields["status"] for call in pbx.requests if call.action == "pause"] == ["1"]

    asyncio.run(run())


@pytest.mark.parametrize("is_early", [False, True], ids=["locked later", "locked before the pause is known"])
def test_a_leads_release_is_not_answered_by_a_pause_of_the_next_run_either(tmp_path, is_early):
    """Some systems say what holds when the program starts: locked, still."""

    async def run():
        async with simulated_pbx() as pbx:
            async with running_desk(tmp_path, pbx, pause__when_locked="pause") as desk:
                await desk.until(lambda: desk.status == "on")
                desk.service.features.screen_lock.heard(True)
                await desk.until(lambda: is_away(desk))
            async with running_desk(tmp_path, pbx) as desk:
                if not is_early:
                    await desk.until(lambda: is_away(desk))
                desk.service.features.screen_lock.heard(True)
                await desk.until(lambda: is_away(desk))
                await pbx.set_paused("101", False)
                await desk.until(lambda: desk.status == "on")
                await desk.service.refresh_status()
                assert desk.status == "on"
            assert [call.fields["status"] for call in pbx.requests if call.action == "pause"] == ["1"]

    asyncio.run(run())
