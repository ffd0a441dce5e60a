"""A phone that rang without the PBX saying why, and fell silent: only the call's record tells what became of it."""

import pytest

from agent_desktop.desk.effects import SaveCall
from agent_desktop.desk.open_cards import RECORD_AWAITED_S
from agent_desktop.telephony.agent import StatusSource
from agent_desktop.telephony.events import CallAnswered, CallEnded, CallReported
from agent_desktop.telephony.screen_pop import CardState
from tests.desk.session_script import T0, Script, answer, record, ring


def rang(seconds=6, polling=True):
    """A phone that rang for so long, asked every two seconds, or told of each change."""
    script = Script(polling=polling)
    if polling:
        for _ in range(seconds // 2):
            script.status("ring", after=2, source=StatusSource.API)
        script.status("on", after=2, source=StatusSource.API)
    else:
        script.status("ring", after=2)
        script.wait(seconds)
        script.status("on")
    return script


def told(ext="102", status="ANSWER", started=T0 + 1, duration_s=15, talk_s=8, queue="999", **more):
    facts = {"started": started, "status": status, "duration_s": duration_s, "talk_s": talk_s, "queue": queue}
    return CallReported("c1", more.pop("direction", "inbound"), ext, "0938363739", from_api=True, **(facts | more))


def learn(script, event):
    """As the records of the day come in."""
    assert script.session.concerns(event, script.now)
    return script.receive(event)


@pytest.mark.parametrize("polling", [True, False])
def test_it_is_not_said_that_the_call_was_missed(polling):
    assert rang(polling=polling).states == [CardState.STOPPED_RINGING]


def test_its_card_waits_for_the_record_and_then_folds():
    script = rang()
    script.wait(RECORD_AWAITED_S - 1)
    assert script.states == [CardState.STOPPED_RINGING]
    script.wait(2)
    assert not script.cards


@pytest.mark.parametrize("polling", [True, False])
def test_who_took_it_is_said_as_soon_as_the_record_tells(polling):
    script = rang(polling=polling)
    effects = learn(script, told())
    (card,) = script.cards.values()
    assert (card.state, card.answered_by, card.number) == (CardState.ANSWERED_ELSEWHERE, "102", "0938363739")
    assert [effect.call.callid for effect in effects if isinstance(effect, SaveCall)] == ["c1"]
    script.wait(8.1)
    assert not script.cards


@pytest.mark.parametrize(("ext", "status"), [("", "ABANDON"), ("102", "NO ANSWER"), ("101", "NO ANSWER")])
def test_that_nobody_took_it_is_said_only_by_the_record(ext, status):
    script = rang()
    learn(script, told(ext, status, duration_s=6, talk_s=0))
    assert script.states == [CardState.MISSED]


def test_a_record_that_tells_only_how_long_the_caller_waited_will_do():
    script = rang()
    learn(script, told(duration_s=None, talk_s=None, hold_s=6))
    assert script.states == [CardState.ANSWERED_ELSEWHERE]


@pytest.mark.parametrize(
    "other",
    [
        told(started=T0 - 20),
        told(started=T0 + 20),
        told(talk_s=2),
        told(direction="outbound"),
        told(queue=""),
        told(duration_s=None, talk_s=None),
        told(ext="", status="ABANDON", duration_s=60),
    ],
)
def test_another_call_of_that_time_is_not_taken_for_it(other):
    script = rang()
    assert not script.session.concerns(other, script.now)
    script.receive(other)
    assert script.states == [CardState.STOPPED_RINGING]


def test_a_queue_that_is_not_ours_did_not_ring_here():
    script = Script(polling=True)
    script.receive(record("own", from_api=True, queue="998"))
    script.status("ring", after=100)
    script.status("on", after=2)
    at = {"started": T0 + 100, "duration_s": 10, "talk_s": 8}
    assert not script.session.concerns(told(queue="999", **at), script.now)
    learn(script, told(queue="998", **at))
    assert script.states == [CardState.ANSWERED_ELSEWHERE]


def test_where_a_call_is_told_of_every_change_the_moment_must_be_right():
    script = rang(seconds=30, polling=False)
    assert not script.session.concerns(told(duration_s=18, talk_s=8), script.now)
    assert script.session.concerns(told(duration_s=40, talk_s=10), script.now)


def test_a_call_that_was_talked_in_is_over_and_nobody_elses():
    script = Script(polling=True)
    script.status("ring", after=2)
    script.status("talk", after=2)
    script.status("on", after=2)
    assert script.states == [CardState.ENDED]
    assert not script.session.concerns(told(duration_s=4, talk_s=1), script.now)


def test_a_named_call_that_ends_is_missed_at_once():
    script = Script()
    script.receive(ring())
    script.receive(CallEnded("c1"), after=5)
    assert script.states == [CardState.MISSED]


def test_the_next_call_has_a_card_of_its_own():
    script = rang()
    script.status("ring", after=2, source=StatusSource.API)
    assert script.states == [CardState.STOPPED_RINGING, CardState.RINGING]
    learn(script, told())
    assert script.states == [CardState.ANSWERED_ELSEWHERE, CardState.RINGING]


def test_a_colleagues_call_that_goes_on_explains_nothing():
    script = rang()
    script.receive(CallAnswered("c1", "inbound", "102", "0938363739", "999"))
    script.receive(answer("c2", "103"))
    assert script.states == [CardState.STOPPED_RINGING]


def test_a_card_that_is_not_to_linger_does_not_wait_either():
    script = Script(linger_s=0, polling=True)
    script.status("ring")
    script.status("on", after=5)
    assert not script.cards
