"""Calls that the PBX did not announce: the phone's status alone tells of them."""

import pytest

from agent_desktop.desk.effects import PullRecent
from agent_desktop.desk.session import UNANNOUNCED_AFTER_S
from agent_desktop.telephony.agent import StatusSource
from agent_desktop.telephony.events import CallEnded, CallReported, CallRinging
from agent_desktop.telephony.screen_pop import CardState, Interest
from tests.desk.session_script import T0, Script, answer, record, ring


def dismiss_all(script):
    for callid in list(script.cards):
        script._see(script.session.dismiss(callid))


def test_a_card_that_was_dismissed_is_not_announced_anew_by_the_status():
    script = Script()
    script.status("ring")
    script.receive(ring(), after=0.1)
    dismiss_all(script)
    script.wait(5)
    script.status("ring", after=30)
    script.wait(5)
    assert not script.cards


def test_an_outbound_call_that_pops_nothing_is_not_announced_by_the_status():
    script = Script()
    script.session.configure(Interest(frozenset(("101",)), outbound=False), 8.0, polling=False)
    script.receive(CallRinging("c1", "outbound", "101", "0912345678"))
    script.status("ring", after=0.1)
    script.wait(5)
    assert not script.cards


def test_a_second_phone_that_rings_unannounced_pops_as_itself():
    script = Script(extensions=("101", "102"))
    script.status("ring", extension="102")
    script.status("on", extension="101")
    script.wait(UNANNOUNCED_AFTER_S + 0.1)
    (card,) = script.cards.values()
    assert card.extension == "102"
    script.status("on", extension="102")
    assert script.states == [CardState.STOPPED_RINGING]


def test_an_unannounced_call_that_is_answered_is_no_missed_one():
    script = Script()
    script.status("ring")
    script.wait(UNANNOUNCED_AFTER_S + 0.1)
    script.status("talk", after=3)
    assert script.states == [CardState.TALKING]
    script.status("on", after=60)
    assert script.states == [CardState.ENDED]


def test_a_talk_that_was_never_announced_pops_nothing_where_webhooks_are_the_feed():
    script = Script()
    script.status("talk")
    script.wait(10)
    assert not script.cards


@pytest.mark.parametrize("status", ["ring", "talk"])
def test_a_polled_card_that_was_dismissed_stays_away_for_its_call(status):
    script = Script(polling=True)
    script.status(status)
    dismiss_all(script)
    for _ in range(5):
        script.status(status, after=2)
    assert not script.cards
    script.status("on", after=2)
    script.status("ring", after=2)
    assert script.states == [CardState.RINGING]


def test_a_polled_ring_that_was_dismissed_comes_back_as_a_talk_like_any_other():
    script = Script(polling=True)
    script.status("ring")
    dismiss_all(script)
    script.status("talk", after=2)
    assert script.states == [CardState.TALKING]


def test_a_polled_ring_for_ever_is_lost_once_and_does_not_pop_again_and_again():
    script = Script(polling=True)
    for _ in range(600):
        script.status("ring", source=StatusSource.API)
        script.wait(2)
    assert script.shown == 1


def test_the_call_before_is_not_taken_for_the_one_that_rings():
    script = Script(polling=True)
    script.status("ring", after=60)
    before = CallReported(
        "c0", "inbound", "101", "0911111111", started=T0, status="ANSWER", duration_s=40, from_api=True
    )
    script.receive(before)
    assert [(card.state, card.number) for card in script.cards.values()] == [(CardState.RINGING, "")]


def test_a_record_of_a_call_that_waited_long_in_the_queue_is_this_ones():
    script = Script(polling=True)
    script.status("ring", after=400)
    script.status("talk", after=5)
    script.status("on", after=60)
    script.receive(record(from_api=True, talk_s=60, hold_s=400), after=2)
    assert [card.number for card in script.cards.values()] == ["0938363739"]


def test_after_a_polled_call_its_record_is_looked_for_until_it_is_there():
    script = Script(polling=True)
    script.status("ring")
    script.wait(400)
    script.status("talk")
    script.wait(1000)
    script.status("on")
    assert PullRecent() in script.wait(5)
    assert not script.cards[next(iter(script.cards))].number
    script.receive(record("c9", from_api=True, talk_s=1400))
    assert [card.number for card in script.cards.values()] == ["0938363739"]
    assert PullRecent() not in script.wait(1000)


def test_the_record_of_a_polled_call_is_looked_for_after_its_card_has_closed():
    script = Script(polling=True)
    script.status("ring")
    script.status("on", after=5)
    dismiss_all(script)
    assert not script.cards
    assert PullRecent() in script.wait(120)
    assert PullRecent() not in script.wait(7200)


def test_a_named_call_takes_the_place_of_the_unnamed_one_however_it_came():
    script = Script()
    script.status("ring")
    script.wait(3)
    script.receive(ring())
    script.receive(answer(), after=1)
    script.receive(CallEnded("c1"), after=1)
    assert [(c.callid, c.state) for c in script.cards.values()] == [("c1", CardState.ENDED)]


def test_an_unannounced_call_of_a_phone_that_is_ours_no_longer_does_not_stay_for_ever():
    script = Script(polling=True)
    script.status("talk")
    script.session.configure(Interest(frozenset(("102",))), 8.0, polling=True)
    script.status("on", after=5)
    script.wait(30)
    assert not script.cards


def test_once_a_call_is_named_its_records_are_not_looked_for():
    script = Script()
    script.status("ring")
    script.wait(3)
    script.receive(ring())
    script.receive(answer(), after=1)
    script.receive(CallEnded("c1"), after=60)
    script.status("on")
    assert PullRecent() not in script.wait(1000)


def test_an_answer_that_was_overtaken_by_a_webhook_moves_no_card():
    script = Script()
    asked_at = script.now
    script.receive(ring(), after=0.1)
    script.status("ring", after=0.1)
    script._see(script.session.hear_status("101", "on", StatusSource.API, asked_at))
    script.wait(60)
    assert script.states == [CardState.RINGING]


def test_an_answer_that_was_overtaken_by_a_ring_moves_no_card_either():
    script = Script()
    asked_at = script.now
    script.receive(ring(), after=0.1)
    script._see(script.session.hear_status("101", "on", StatusSource.API, asked_at))
    script.wait(60)
    assert script.states == [CardState.RINGING]
