"""Call-backs through the whole desk: the PBX's calls in vain, what the agent plans, and what a restart leaves."""

import asyncio
import time
from functools import partial
from urllib.parse import urlencode

import pytest

from agent_desktop.desk.call_backs import DUE, CallBacksChanged, NoCallBack
from agent_desktop.errors import NotDialable, StoreFailed
from agent_desktop.pbx.listener_options import Arrival
from agent_desktop.pbx.webhook import Request
from agent_desktop.simulator.faults import Faults
from agent_desktop.telephony.contact import Contact, ContactNumber
from tests.desk.running_desk import loop_clock, play, run_fast, running_desk, simulated_pbx
from tests.store.sample import rows

CUSTOMER = "0938363739"
OTHER = "0912345678"


def told(desk):
    """The newest list."""
    lists = [update for update in desk.told if isinstance(update, CallBacksChanged)]
    return lists[-1] if lists else CallBacksChanged()


def waiting(desk):
    """The numbers that wait, with how often they called."""
    return {one.number: one.missed for one in told(desk).call_backs}


def test_a_caller_who_gave_up_waits_until_a_colleague_reaches_them(tmp_path):
    async def scene(desk, pbx):
        await pbx.inbound(ring=("101", "102"), answered_by=None, ring_s=3, phone=CUSTOMER)
        await desk.until(lambda: waiting(desk) == {CUSTOMER: 1})
        await pbx.inbound(ring=("101", "102"), answered_by=None, ring_s=2, phone="84938363739")
        hoa = Contact("Chị Hoa", numbers=(ContactNumber("+84 938 363 739"),))
        await desk.service.features.contacts.keep(hoa)
        one = await desk.until(
            lambda: next((one for one in told(desk).call_backs if one.missed == 2 and one.name), None)
        )
        assert (one.name, one.queue, one.waited_s, told(desk).due) == ("Chị Hoa", "999", 2, 1)
        await pbx.outbound("102", CUSTOMER, "busy", ring_s=1)
        await desk.until(lambda: told(desk).call_backs[0].attempts == 1)
        await pbx.outbound("102", CUSTOMER, "answer", ring_s=1, talk_s=2)
        await desk.until(lambda: not waiting(desk))
        [closed] = await desk.service.features.call_backs.closed()
        assert (closed.closed_by, closed.closed_through, closed.missed) == ("102", "outbound", 2)

    play(tmp_path, scene)


def test_nobody_waits_who_was_answered_elsewhere_or_hides_their_number(tmp_path):
    async def scene(desk, pbx):
        await pbx.inbound(ring=("101", "102"), answered_by="102", missed_by=("101",), ring_s=2, talk_s=2, phone=OTHER)
        await pbx.inbound(ring=("101",), answered_by=None, ring_s=2, phone="anonymous")
        await pbx.direct("101", answered=False, ring_s=2, phone=CUSTOMER)
        await desk.until(lambda: waiting(desk))
        assert waiting(desk) == {CUSTOMER: 1}

    play(tmp_path, scene)


def test_repeats_reordered_and_late_events_change_nothing(tmp_path):
    async def scene(desk, pbx):
        pbx.faults = Faults(duplicate=0.6, reorder=0.5, late=0.3, odd_words=0.4)
        await asyncio.gather(
            *(pbx.inbound(ring=("101", "102"), answered_by=None, ring_s=1, phone=CUSTOMER) for _ in range(4)),
            *(pbx.inbound(ring=("101", "102"), answered_by="102", ring_s=1, talk_s=1, phone=OTHER) for _ in range(4)),
        )
        await pbx.settled()
        await desk.service.features.sync.sync()
        await desk.until(lambda: waiting(desk) == {CUSTOMER: 4})
        await desk.until(lambda: all(desk.changed(record.callid) for record in pbx.records))
        assert waiting(desk) == {CUSTOMER: 4}

    play(tmp_path, scene)


def test_the_queues_that_ring_this_desk_are_its_own(tmp_path):
    async def scene(desk, pbx):
        await pbx.inbound(queue="998", ring=("103",), answered_by=None, ring_s=1, phone=OTHER)
        await pbx.inbound(queue="999", ring=("103",), answered_by=None, ring_s=1, phone=CUSTOMER)
        await desk.until(lambda: len(await_rows(desk)) == 2)
        assert not waiting(desk)
        await pbx.inbound(queue="999", ring=("101",), answered_by="101", ring_s=1, talk_s=1, phone="0900000001")
        await desk.until(lambda: waiting(desk) == {CUSTOMER: 1})
        settings = desk.service.settings
        await desk.service.change_settings(settings.with_value("callbacks.scope", "all"))
        await desk.until(lambda: waiting(desk) == {CUSTOMER: 1, OTHER: 1})
        await desk.service.change_settings(settings.with_value("callbacks.scope", "mine"))
        await desk.until(lambda: not waiting(desk))

    def await_rows(desk):
        return {record.callid for record in desk.records() if record.status == "ABANDON"}

    play(tmp_path, scene)


def test_what_was_planned_is_there_after_a_restart_and_done_stays_done(tmp_path):
    async def first(desk, pbx):
        ask = desk.service.features.call_backs
        for phone in (CUSTOMER, OTHER):
            await pbx.inbound(ring=("101",), answered_by=None, ring_s=1, phone=phone)
        await desk.until(lambda: len(waiting(desk)) == 2)
        await ask.snooze("+84 938 363 739", time.time() + 3600)
        await ask.note(CUSTOMER, "Gọi sau bữa trưa")
        await ask.done(OTHER)
        assert told(desk).due == 0
        with pytest.raises(NoCallBack):
            await ask.done(OTHER)
        with pytest.raises(NotDialable):
            await ask.add("anonymous")

    async def second(desk, pbx):
        [one] = await desk.until(lambda: told(desk).call_backs)
        assert (one.number, one.note, one.is_snoozed(time.time())) == (CUSTOMER, "Gọi sau bữa trưa", True)
        ask = desk.service.features.call_backs
        await ask.reopen(OTHER)
        assert waiting(desk) == {CUSTOMER: 1, OTHER: 1}
        await ask.set_due(CUSTOMER, time.time() - 1)
        assert told(desk).due == 2
        await pbx.outbound("102", CUSTOMER, "answer", ring_s=1, talk_s=1)
        await desk.until(lambda: waiting(desk) == {OTHER: 1})

    async def both():
        async with simulated_pbx() as pbx:
            for scene in (first, second):
                async with running_desk(tmp_path, pbx) as desk:
                    await desk.until(partial(getattr, desk, "status"))
                    await scene(desk, pbx)

    asyncio.run(both())


def test_a_snooze_that_ends_says_so_once_even_over_a_restart(tmp_path):
    async def scene():
        clock = loop_clock()
        async with simulated_pbx() as pbx:
            async with running_desk(tmp_path, pbx, now=clock) as desk:
                ask = desk.service.features.call_backs
                await ask.add(CUSTOMER)
                await ask.add(OTHER)
                await ask.snooze(CUSTOMER, clock() + 3)
                assert (told(desk).due, DUE in desk.notices) == (1, False)
                await desk.until(lambda: DUE in desk.notices)
                assert told(desk).due == 2
                await desk.service.forget_notice(DUE)
                await ask.note(CUSTOMER, "x")
                assert DUE not in desk.notices
            async with running_desk(tmp_path, pbx, now=clock) as desk:
                await desk.until(lambda: len(waiting(desk)) == 2)
                assert desk.said(DUE) == []
                ask = desk.service.features.call_backs
                await ask.set_due(OTHER, clock())
                assert DUE in desk.notices
                await ask.done(OTHER)
                assert DUE not in desk.notices

    run_fast(scene())


def test_a_number_on_the_list_by_hand_closes_itself_when_it_is_reached(tmp_path):
    async def scene(desk, pbx):
        ask = desk.service.features.call_backs
        await ask.add("0938 363 739")
        assert waiting(desk) == {"0938 363 739": 0}
        await pbx.outbound("101", CUSTOMER, "answer", ring_s=1, talk_s=1)
        await desk.until(lambda: not waiting(desk))

    play(tmp_path, scene)


def test_what_is_too_old_is_left_out_and_forgotten(tmp_path):
    async def first(desk, pbx):
        await pbx.inbound(ring=("101",), answered_by=None, ring_s=1, phone=CUSTOMER)
        await desk.until(lambda: waiting(desk))
        await desk.service.features.call_backs.done(CUSTOMER)

    async def second(desk):
        ask = desk.service.features.call_backs
        await ask.add(OTHER)
        await desk.until(lambda: waiting(desk))
        assert list(waiting(desk)) == [OTHER]
        await desk.until(lambda: rows(tmp_path / "journal.db", "SELECT number FROM call_backs") == [(OTHER,)])
        await ask.reopen(CUSTOMER)
        assert set(waiting(desk)) == {CUSTOMER, OTHER}

    async def both():
        async with simulated_pbx() as pbx:
            async with running_desk(tmp_path, pbx) as desk:
                await desk.until(lambda: desk.status)
                await first(desk, pbx)
            async with running_desk(tmp_path, pbx, now=lambda: time.time() + 8 * 86400) as desk:
                await second(desk)

    asyncio.run(both())


def test_what_came_due_while_the_computer_slept_is_told_when_it_wakes(tmp_path):
    clock = [time.time()]

    async def scene(desk, pbx):
        ask = desk.service.features.call_backs
        await ask.add(CUSTOMER)
        await ask.snooze(CUSTOMER, clock[0] + 1000)
        await desk.until(lambda: told(desk).call_backs and not told(desk).due)
        clock[0] += 1001  # and no timer goes on meanwhile
        desk.service.features.look_again()
        assert told(desk).due == 1
        assert DUE in desk.notices

    play(tmp_path, scene, now=lambda: clock[0])


def test_a_disk_that_fails_is_not_asked_over_and_over(tmp_path, monkeypatch):
    clock = [time.time()]
    asked = []

    async def refuse(question):
        asked.append(question)
        raise StoreFailed

    async def scene(desk, pbx):
        ask = desk.service.features.call_backs
        await ask.add(CUSTOMER)
        await desk.until(lambda: waiting(desk))
        monkeypatch.setattr(desk.store, "look_through", refuse)
        clock[0] += 3601
        ask.look_again()
        await desk.until(lambda: asked)
        await asyncio.sleep(0.5)
        assert len(asked) == 1

    play(tmp_path, scene, now=lambda: clock[0])


def test_a_call_that_is_answered_after_the_clock_was_set_back_closes_what_was_missed_before(tmp_path):
    clock = [time.time() + 3600]

    async def scene(desk, pbx):
        def arrive(kind: str, callid: str, **fields: str) -> None:
            said = {"phone": CUSTOMER, "queue": "999", "callid": callid, **fields}
            target = f"/api/callcenter/{kind}?{urlencode(said)}"
            desk.service._intake.receive(Request("GET", target, "", b""), Arrival(clock[0], 0))

        def give_up(callid: str) -> None:
            arrive("call_in", callid, extension="101", event="RINGING")
            arrive("calldata", callid, holdtime="12", status="ABANDON")

        give_up("c1")
        await desk.until(lambda: waiting(desk) == {CUSTOMER: 1})
        clock[0] -= 3600
        arrive("call_in", "c2", extension="102", event="RINGING")
        arrive("call_in", "c2", extension="102", event="ANSWER")
        await desk.until(lambda: not waiting(desk))
        clock[0] += 60
        give_up("c3")
        await desk.until(lambda: waiting(desk) == {CUSTOMER: 1})

    play(tmp_path, scene, now=lambda: clock[0])
