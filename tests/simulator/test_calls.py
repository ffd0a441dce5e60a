import asyncio

import pytest

from agent_desktop.simulator.calls import ANYONE, ELSEWHERE
from agent_desktop.simulator.simulator import Simulator, describe
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import Unreadable
from tests.simulator.collector import NOON, Collector, heard, listen

RINGING, ANSWER = "RINGING", "ANSWER"


def rings(collector: Collector, event: str = RINGING, path: str = "call_in") -> list[str]:
    return [fields["extension"] for fields in collector.of(path) if fields["event"] == event]


def the_call(collector: Collector) -> Call:
    callids = {getattr(event, "callid", "") for event in collector.events} - {""}
    assert len(callids) == 1
    assert not any(isinstance(event, Unreadable) for event in collector.events)
    return collector.call(callids.pop())


def test_a_queue_rings_all_and_one_answers() -> None:
    ring = ("101", "102", "103")
    told = listen(
        lambda pbx: pbx.inbound("999", "102", ring, ring_s=8, talk_s=20, phone="0938363739", did="02873001234")
    )
    assert rings(told) == ["101", "102", "103"] * 2  # exact repeats after five seconds
    assert len(set(told.targets[3:6])) == 3
    assert rings(told, ANSWER) == ["102"]
    assert told.statuses == [
        ("101", "ring"),
        ("102", "ring"),
        ("103", "ring"),
        ("102", "talk"),
        ("101", "on"),
        ("103", "on"),
        ("102", "on"),
    ]
    assert told.targets[-2:] == [
        "/api/Agent/ChangeStatus?extension=102&status=on",
        f"/api/callcenter/calldata?callid={int(NOON.timestamp())}.1&calldate=2024-03-01 12:00:00&duration=28&billsec=20"
        "&status=ANSWER&did=02873001234&extension=102&phone=0938363739&direction=Inbound"
        f"&recordingfile={told.of('calldata')[0]['recordingfile']}",
    ]
    call = the_call(told)
    assert (call.status, call.answered_by, call.number, call.queue) == ("ANSWER", "102", "0938363739", "999")
    assert (call.started, call.duration_s, call.talk_s) == (NOON.timestamp(), 28, 20)
    assert call.recording_url.endswith(".wav?domain=demo&type=wav")
    assert set(call.legs) == {"101", "102", "103"}


def test_a_caller_gives_up() -> None:
    told = listen(lambda pbx: pbx.inbound("998", ring=("101",), ring_s=12, phone="0938363739"))
    (fields,) = told.of("calldata")
    assert fields | {"callid": ""} == {
        "callid": "",
        "holdtime": "12",
        "status": "ABANDON",
        "queue": "998",
        "phone": "0938363739",
    }
    assert len(told.of("hangup")) == 1
    assert told.statuses == [("101", "ring"), ("101", "on")]
    assert the_call(told).status == "ABANDON"


def test_an_agent_does_not_answer_and_another_does() -> None:
    told = listen(lambda pbx: pbx.inbound("999", "102", ("102",), missed_by=("101",), phone="0938363739"))
    missed, record = told.of("calldata")
    assert missed["status"] == "NOANSWER"
    assert (missed["queue"], missed["extension"], missed["phone"]) == ("999", "101", "0938363739")
    assert record["extension"] == "102"
    call = the_call(told)
    assert call.legs["101"].missed_at is not None
    assert (call.status, call.extension) == ("ANSWER", "102")


def test_a_transfer() -> None:
    told = listen(lambda pbx: pbx.inbound("999", "101", ("101",), transfer_to="103", ring_s=3, talk_s=20))
    assert rings(told) == ["101", "103"]
    assert rings(told, ANSWER) == ["101", "103"]
    assert told.statuses[-4:] == [("103", "ring"), ("103", "talk"), ("101", "on"), ("103", "on")]
    call = the_call(told)
    assert (call.extension, call.talk_s, call.duration_s) == ("103", 20, 25)


@pytest.mark.parametrize(("answered", "status", "talk"), [(True, "ANSWER", "9"), (False, "NO ANSWER", "0")])
def test_a_call_past_the_queues(answered: bool, status: str, talk: str) -> None:
    told = listen(lambda pbx: pbx.direct("101", answered, ring_s=4, talk_s=9))
    assert all("queue" not in fields for fields in told.of("call_in"))
    (fields,) = told.of("calldata")
    assert (fields["status"], fields["billsec"], fields["extension"]) == (status, talk, "101")
    assert bool(fields["recordingfile"]) is answered
    assert the_call(told).was_answered is answered


def test_an_outbound_call() -> None:
    told = listen(lambda pbx: pbx.outbound("101", "0938363739", "answer", ring_s=4, talk_s=9))
    assert rings(told, path="init") == ["101"]
    assert rings(told, ANSWER, "init") == ["101"]
    assert told.statuses == [("101", "ring"), ("101", "talk"), ("101", "on")]
    call = the_call(told)
    assert (call.direction, call.extension, call.number, call.talk_s) == ("outbound", "101", "0938363739", 9)
    assert call.did == ""


@pytest.mark.parametrize(("outcome", "status"), [("busy", "BUSY"), ("noanswer", "NOANSWER"), ("failed", "FAILED")])
def test_an_outbound_call_that_nobody_answers(outcome: str, status: str) -> None:
    told = listen(lambda pbx: pbx.script(f"outbound 101 phone=0938363739 outcome={outcome}"))
    assert rings(told, ANSWER, "init") == []
    assert (the_call(told).status, the_call(told).talk_s) == (status, 0)
    assert told.statuses[-1] == ("101", "on")


def test_a_pause_is_told_once_and_seen_by_the_queue() -> None:
    async def story(pbx: Simulator) -> None:
        await pbx.set_paused("101", True)
        await pbx.set_paused("101", True)
        await pbx.inbound("999", ANYONE, ring_s=1)
        await pbx.set_paused("101", False)

    told = listen(story)
    assert told.statuses[0] == ("101", "pause")
    assert told.statuses[-1] == ("101", "on")
    assert sorted(rings(told)) == ["102", "103", "104", "105", "106"]


def test_a_pause_during_a_call_shows_after_it() -> None:
    async def story(pbx: Simulator) -> None:
        await pbx.set_phones(["101"], "talk")
        await pbx.set_paused("101", True)
        await pbx.set_phones(["101"], "idle")

    assert listen(story).statuses == [("101", "talk"), ("101", "pause")]


@pytest.mark.parametrize("seed", range(5))
def test_elsewhere_is_not_here(seed: int) -> None:
    assert rings(listen(lambda pbx: pbx.inbound("999", ELSEWHERE), seed=seed), ANSWER) != ["101"]


def test_a_call_waits_for_a_free_agent_until_patience_ends() -> None:
    async def story(pbx: Simulator) -> None:
        await pbx.set_phones(pbx.roster.queues["999"], "talk")
        waiting = pbx.start(pbx.inbound("999", ANYONE, ring_s=1))
        await pbx.sleep(5)
        await pbx.set_phones(["104"], "idle")
        assert (await waiting).extension == "104"
        await pbx.set_phones(["104"], "talk")
        record = await pbx.inbound("999", ANYONE, ring_s=1)
        assert (record.status, record.hold_s) == ("ABANDON", 41)

    listen(story)


def test_two_calls_at_once_do_not_ring_one_phone() -> None:
    async def story(pbx: Simulator) -> None:
        await asyncio.gather(*(pbx.inbound("999", ANYONE, ring_s=2, talk_s=30) for _ in range(2)))

    told = listen(story)
    assert len(set(rings(told, ANSWER))) == 2
    assert sorted({extension for extension, status in told.statuses if status == "on"}) == sorted(set(rings(told)))


def test_webhooks_for_nobody_are_counted_and_the_address_may_come_later() -> None:
    async def whole() -> None:
        async with heard() as (pbx, collector):
            url, pbx.webhook_url = pbx.webhook_url, ""
            await pbx.set_paused("101", True)
            pbx.webhook_url = "http://127.0.0.1:1/x"
            await pbx.set_paused("101", False)
            assert (pbx.lost, [sent.status for sent in pbx.sent]) == (2, [None, None])
            pbx.webhook_url = url
            await pbx.set_paused("101", True)
            assert (pbx.lost, pbx.sent[-1].status) == (2, 200)
            assert collector.statuses == [("101", "pause")]

    asyncio.run(whole())


def test_a_line_for_people() -> None:
    async def story(pbx: Simulator) -> None:
        record = await pbx.inbound("999", "102", ("102",), ring_s=1, talk_s=20, phone="0938363739")
        assert describe(record) == "12:00:00  inbound   0938363739 -> 102 (queue 999): ANSWER, 20 s"
        record = await pbx.inbound("999", ring=("102",), ring_s=1, phone="0938363739")
        assert describe(record) == "12:00:00  inbound   0938363739 -> nobody (queue 999): ABANDON"
        record = await pbx.outbound("101", "0938363739", "busy", ring_s=1)
        assert describe(record) == "12:00:00  outbound  101 -> 0938363739: BUSY"

    listen(story)
