"""The budget of a pause's reason, on a desk whose clock is set by the test."""

import asyncio
import sqlite3
import time
from contextlib import closing

import pytest

from agent_desktop.desk.pause_budgets import TOPIC
from agent_desktop.store.pauses import OwnPause
from agent_desktop.telephony.agent import PausePhase, PauseReason
from tests.desk.running_desk import running_desk, simulated_pbx

REASONS = "Lunch: 45, Break: 1, Meeting"


@pytest.mark.parametrize(
    ("text", "name", "budget_s"),
    [
        ("Lunch", "Lunch", 0),
        ("Lunch: 45", "Lunch", 2700),
        (" Lunch :5 ", "Lunch", 300),
        ("Team: Sales", "Team: Sales", 0),
        (": 45", ": 45", 0),
        ("A: 1: 2", "A: 1", 120),
        ("Lunch: ٤٥", "Lunch: ٤٥", 0),
    ],
)
def test_a_reason_may_carry_its_minutes(text, name, budget_s):
    assert PauseReason.read(text) == PauseReason(name, budget_s)


async def pause(desk, reason):
    """Pause with this reason, and wait for what is told of its budget."""
    await desk.service.pause(reason)
    await desk.until(lambda: desk.agent.pause.reason == reason and desk.agent.pause.budget_until)
    return desk.agent.pause


def held(desk):
    """The reasons of the pauses that hold, as far as the disk knows."""
    with closing(sqlite3.connect(desk.store.path)) as connection:
        return [reason for (reason,) in connection.execute("SELECT reason FROM pauses WHERE holds = 1")]


def test_a_second_pause_has_what_the_first_ones_left(tmp_path):
    async def run():
        now = time.time()
        midnight = time.mktime((*time.localtime(now)[:3], 0, 0, 0, 0, 0, -1))
        began, ended = max(midnight, now - 2000), now - 1
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx, pause__reasons=REASONS) as desk:
            await desk.until(lambda: desk.status)
            await desk.store.keep_pause(OwnPause(midnight - 900, midnight, "Lunch"))
            await desk.store.keep_pause(OwnPause(began, ended, "Lunch"))
            await desk.store.keep_pause(OwnPause(began + 1, ended, "Meeting"))
            lunch = await pause(desk, "Lunch")
            assert lunch.budget_until == pytest.approx(lunch.at + 2700 - (ended - began))
        used = lunch.at - began
        async with running_desk(tmp_path, pbx) as desk:
            kept = await desk.store.paused_seconds("Lunch", began, time.time())
            assert ended - began < kept < used + 60, "kept when the program ended"

    asyncio.run(run())


def test_the_end_is_said_before_it_comes_and_when_it_came(tmp_path):
    async def run():
        clock = [time.time()]
        async with (
            simulated_pbx() as pbx,
            running_desk(tmp_path, pbx, now=lambda: clock[0], pause__reasons="Lunch: 45, Break: 0, Rest: 1") as desk,
        ):
            await desk.until(lambda: desk.status)
            await pause(desk, "Rest")
            await desk.until(lambda: TOPIC in desk.notices)
            assert desk.notices[TOPIC].title == "Your pause “Rest” ends in about 1 min."
            await desk.service.unpause()
            await desk.until(lambda: TOPIC not in desk.notices)
            await desk.service.pause("Break")
            await desk.until(lambda: desk.agent.pause.reason == "Break" and desk.status == "pause")
            assert TOPIC not in desk.notices, "no minutes: no limit"
            clock[0] += 120
            await desk.store.keep_pause(OwnPause(clock[0] - 100, clock[0], "Rest"))
            await pause(desk, "Rest")
            await desk.until(lambda: TOPIC in desk.notices)
            assert desk.notices[TOPIC].title == "Your time for “Rest” is used up for today."

    asyncio.run(run())


def test_a_budget_that_the_settings_take_away_holds_no_more(tmp_path):
    async def run():
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx, pause__reasons=REASONS) as desk:
            await desk.until(lambda: desk.status)
            await pause(desk, "Lunch")
            await desk.service.change_settings(desk.service.settings.with_value("pause.reasons", "Lunch"))
            await desk.until(lambda: not desk.agent.pause.budget_until)
            assert desk.agent.pause.reason == "Lunch"

    asyncio.run(run())


def test_a_pause_goes_on_over_a_restart(tmp_path):
    async def run():
        async with simulated_pbx() as pbx:
            async with running_desk(tmp_path, pbx, pause__reasons=REASONS) as desk:
                await desk.until(lambda: desk.status)
                before = await pause(desk, "Lunch")
            async with running_desk(tmp_path, pbx) as desk:
                after = await desk.until(lambda: desk.agent.pause.budget_until and desk.agent.pause)
                assert after == before
                await desk.service.unpause()
                await desk.until(lambda: desk.status == "on")
            async with running_desk(tmp_path, pbx) as desk:
                await pbx.set_paused("101", True)
                await desk.until(lambda: desk.agent.pause.phase is PausePhase.CONFIRMED)
                await desk.until(lambda: held(desk) == [""])
                assert desk.agent.pause.reason == "", "that one was over"

    asyncio.run(run())


def test_a_pause_that_ended_meanwhile_does_not_come_back(tmp_path):
    async def run():
        async with simulated_pbx() as pbx:
            async with running_desk(tmp_path, pbx, pause__reasons=REASONS) as desk:
                await desk.until(lambda: desk.status)
                await pause(desk, "Lunch")
            await pbx.set_paused("101", False)
            async with running_desk(tmp_path, pbx) as desk:
                await desk.until(lambda: desk.status == "on" and held(desk) == [])
            await pbx.set_paused("101", True)
            async with running_desk(tmp_path, pbx) as desk:
                await desk.until(lambda: desk.status == "pause")
                await desk.until(lambda: held(desk) == [""])
                assert desk.agent.pause.reason == ""

    asyncio.run(run())
