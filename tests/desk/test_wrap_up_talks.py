"""Which call a wrap-up follows, where the ends of calls are told late or never, against a simulated PBX."""

import asyncio
import time

import pytest

from agent_desktop.desk.wrap_up import WrapUpChanged
from agent_desktop.telephony.screen_pop import CardState
from tests.desk.running_desk import play, running_desk, simulated_pbx
from tests.desk.test_wrap_up import is_wrapping_up


def wrapped_up(desk) -> set[str]:
    """The calls after which there was a wrap-up."""
    return {one.wrap_up.callid for one in desk.told if isinstance(one, WrapUpChanged) and one.wrap_up is not None}


async def answer(desk, callid: str) -> None:
    await desk.ring(callid)
    await desk.webhook(f"/api/callcenter/call_in?phone=0938363739&queue=999&extension=101&callid={callid}&event=ANSWER")
    await desk.until(lambda: desk.shown(callid)[-1:] == [CardState.TALKING])


async def be(desk, pbx, status: str) -> None:
    """The phone tells what it does."""
    await pbx.set_phones(["101"], status)
    await desk.until(lambda: desk.status == status)


def test_a_call_whose_end_never_came_gets_none_when_the_next_one_ends(tmp_path):
    async def scene(desk, pbx):
        await answer(desk, "c1")
        await be(desk, pbx, "talk")
        await answer(desk, "c2")
        await desk.webhook("/api/callcenter/hangup?callid=c2")
        await desk.until(lambda: wrapped_up(desk))
        await be(desk, pbx, "on")
        await desk.until(lambda: is_wrapping_up(desk))
        assert wrapped_up(desk) == {"c2"}
        await desk.webhook("/api/callcenter/hangup?callid=c1")
        await desk.until(lambda: desk.shown("c1")[-1:] == [CardState.ENDED])
        await desk.service.refresh_status()
        assert wrapped_up(desk) == {"c2"}

    play(tmp_path, scene, wrap_up__seconds="60")


def test_of_two_calls_that_end_untold_the_latest_gets_one_and_the_other_none_later(tmp_path):
    async def scene(desk, pbx):
        await answer(desk, "c1")
        await be(desk, pbx, "talk")
        await answer(desk, "c2")
        await be(desk, pbx, "on")
        await desk.until(lambda: is_wrapping_up(desk))
        await desk.service.features.wrap_ups.end()
        await desk.until(lambda: desk.status == "on")
        await be(desk, pbx, "talk")
        await be(desk, pbx, "on")
        await desk.service.refresh_status()
        assert wrapped_up(desk) == {"c2"}

    play(tmp_path, scene, wrap_up__seconds="60")


def test_a_call_before_which_the_phone_was_idle_does_not_begin_that_of_an_older_one(tmp_path):
    async def run():
        clock = [time.time()]
        async with (
            simulated_pbx() as pbx,
            running_desk(tmp_path, pbx, now=lambda: clock[0], wrap_up__seconds="60") as desk,
        ):
            await desk.until(lambda: desk.status == "on")
            await answer(desk, "c1")
            clock[0] += 300
            await desk.service.refresh_status()
            await be(desk, pbx, "talk")
            await be(desk, pbx, "on")
            await desk.service.refresh_status()
            assert wrapped_up(desk) == set()

    asyncio.run(run())


@pytest.mark.parametrize(("late_s", "has_one"), [(1.0, True), (3600.0, False)])
def test_the_record_of_a_call_whose_hang_up_was_lost_begins_none_that_would_be_over(tmp_path, late_s, has_one):
    async def run():
        clock = [time.time()]
        async with (
            simulated_pbx() as pbx,
            running_desk(tmp_path, pbx, now=lambda: clock[0], wrap_up__seconds="60", keep__days="0") as desk,
        ):
            await desk.until(lambda: desk.status == "on")
            await answer(desk, "c1")
            clock[0] += 30 + late_s
            await desk.webhook(
                "/api/callcenter/calldata?callid=c1&calldate=2024-03-01%2013:15:40&duration=40&billsec=30&status=ANSWER"
                "&did=02473001234&extension=101&phone=0938363739&direction=Inbound"
            )
            await desk.until(lambda: any(one.talk_s for one in desk.changed("c1")))
            if has_one:
                await desk.until(lambda: wrapped_up(desk))
            await desk.service.refresh_status()
            assert wrapped_up(desk) == ({"c1"} if has_one else set())

    asyncio.run(run())


@pytest.mark.parametrize("record_first", [False, True])
def test_a_call_whose_customer_rang_longer_than_they_talked_has_one_also_when_its_record_comes_first(
    tmp_path, record_first
):
    """The phone here was picked up first."""

    async def run():
        clock = [time.time()]
        values = {"wrap_up__seconds": "30", "wrap_up__after_outbound": "yes", "keep__days": "0"}
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx, now=lambda: clock[0], **values) as desk:  # type: ignore[arg-type]
            await desk.until(lambda: desk.status == "on")
            for event in ("RINGING", "ANSWER"):
                await desk.webhook(f"/api/callcenter/init?extension=101&phone=0938363739&callid=o1&event={event}")
            await desk.until(lambda: desk.shown("o1")[-1:] == [CardState.TALKING])
            clock[0] += 90
            end = [
                "/api/callcenter/hangup?callid=o1",
                "/api/callcenter/calldata?callid=o1&calldate=2024-03-01%2013:15:40&duration=90&billsec=20&status=ANSWER"
                "&did=&extension=101&phone=0938363739&direction=Outbound",
            ]
            for told in reversed(end) if record_first else end:
                await desk.webhook(told)
            await desk.until(lambda: wrapped_up(desk) == {"o1"})

    asyncio.run(run())
