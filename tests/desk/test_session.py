"""The session as a playbook: events and time in, decisions out."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.desk.effects import PullCall, PullRecent, SaveCall
from agent_desktop.desk.open_cards import IDLE_LOST_AFTER_S, RING_LOST_AFTER_S
from agent_desktop.desk.session import UNANNOUNCED_AFTER_S
from agent_desktop.desk.updates import CardShown
from agent_desktop.telephony.agent import StatusSource
from agent_desktop.telephony.events import (
    AgentStatusChanged,
    CallAbandoned,
    CallAnswered,
    CallEnded,
    CallReported,
    CallRinging,
    Unreadable,
)
from agent_desktop.telephony.screen_pop import CardState
from tests.desk.session_script import T0, Script, answer, record, ring


def test_a_call_from_ring_to_close():
    script = Script()
    script.receive(ring())
    (card,) = script.cards.values()
    assert (card.state, card.number, card.queue, card.did) == (CardState.RINGING, "0938363739", "999", "1900")
    assert card.received_ns == 7
    script.receive(answer(), after=3)
    assert script.states == [CardState.TALKING]
    assert script.cards["c1"].since == T0 + 3
    script.receive(CallEnded("c1"), after=60)
    assert script.states == [CardState.ENDED]
    script.wait(7.9)
    assert script.states == [CardState.ENDED]
    script.wait(0.2)
    assert not script.cards
    assert script.shown == 1


def test_without_linger_the_card_goes_with_its_call():
    script = Script(linger_s=0)
    script.receive(ring())
    script.receive(CallAbandoned("c1", hold_s=4), after=4)
    assert not script.cards


@pytest.mark.parametrize("order", list(permutations([ring(), answer(), CallEnded("c1"), record()])))
def test_whatever_the_order_one_card_at_most_and_none_at_the_end(order):
    script = Script()
    for event in order:
        script.receive(event, after=0.1)
        script.receive(event, after=0.1)
    script.wait(10)
    assert script.shown <= 1
    assert not script.cards


def test_news_of_a_call_that_is_over_pops_nothing():
    script = Script()
    script.receive(record())
    script.receive(ring(), after=0.2)
    script.receive(CallEnded("c2"))
    script.receive(ring("c2"), after=0.2)
    assert script.shown == 0


def test_a_repeat_changes_nothing_on_the_screen():
    script = Script()
    script.receive(ring())
    script.receive(answer(), after=1)
    assert not [e for e in script.receive(answer(), after=1) if isinstance(e, CardShown)]


def test_two_calls_are_two_cards():
    script = Script()
    script.receive(ring())
    script.receive(CallRinging("c2", "inbound", "101", "0912345678"))
    assert script.cards["c1"].number == "0938363739"
    assert script.cards["c2"].number == "0912345678"


def test_a_dismissed_card_stays_away_until_the_call_is_answered():
    script = Script()
    script.receive(ring())
    script._see(script.session.dismiss("c1"))
    script.receive(ring(), after=5)
    assert not script.cards
    script.receive(answer(), after=1)
    assert script.states == [CardState.TALKING]


def test_a_ring_without_any_news_is_not_shown_as_a_fact_for_ever():
    script = Script()
    script.receive(ring())
    script.wait(RING_LOST_AFTER_S + 0.1)
    assert script.states == [CardState.LOST]
    script.wait(10)
    assert not script.cards


def test_an_idle_phone_with_an_open_card_means_that_the_hang_up_was_lost():
    script = Script()
    script.receive(ring())
    script.receive(answer(), after=2)
    script.status("talk", after=0.1)
    script.status("on", after=30)
    effects = script.wait(IDLE_LOST_AFTER_S + 1)
    assert CardState.LOST in [e.card.state for e in effects if isinstance(e, CardShown)]
    assert PullCall("c1", T0) in effects


def test_a_new_ring_while_the_status_still_says_available_is_not_lost_at_once():
    script = Script()
    script.status("on")
    script.receive(ring(), after=1)
    script.wait(5)
    assert script.states == [CardState.RINGING]


# Records that are missing or cut off.


def test_a_cut_off_record_is_pulled_soon_and_then_ever_more_slowly():
    script = Script()
    cut = CallReported("c1", complete=False)
    script.receive(cut)
    pulls = [e for e in script.wait(1) if isinstance(e, PullCall)]
    assert pulls == [PullCall("c1", T0)]
    assert len([e for e in script.wait(3600) if isinstance(e, PullCall)]) == 5
    assert not [e for e in script.wait(36000) if isinstance(e, PullCall)]


def test_a_call_that_ended_without_a_record_is_pulled():
    script = Script()
    script.receive(ring())
    script.receive(CallEnded("c1"))
    assert not [e for e in script.wait(2) if isinstance(e, PullCall)]
    assert [e for e in script.wait(2) if isinstance(e, PullCall)]


@pytest.mark.parametrize("first", [CallReported("c1", complete=False), CallEnded("c1")])
def test_nothing_is_pulled_once_the_record_is_there(first):
    script = Script()
    script.receive(first)
    script.receive(record(), after=0.1)
    assert not [e for e in script.wait(5000) if isinstance(e, PullCall)]


def test_a_cut_off_copy_of_a_record_that_is_known_asks_for_nothing():
    script = Script()
    script.receive(record())
    script.receive(CallReported("c1", complete=False), after=1)
    assert not [e for e in script.wait(5000) if isinstance(e, PullCall)]


# Calls that the PBX did not announce, or did not name.


def test_a_cut_off_ring_without_a_callid_pops_all_the_same_and_gives_way_to_the_real_one():
    script = Script()
    script.receive(CallRinging("", "inbound", "101", "0938363739"))
    assert script.states == [CardState.RINGING]
    script.receive(ring(), after=5)
    assert list(script.cards) == ["c1"]


def test_a_ring_without_callid_for_nobody_known_pops_nothing():
    script = Script()
    assert script.receive(CallRinging("", "inbound", "", "0938363739")) == []
    assert script.receive(CallRinging("", "inbound", "102", "0938363739")) == []


def test_a_phone_that_rings_unannounced_pops_after_a_moment():
    script = Script()
    script.status("ring")
    script.wait(UNANNOUNCED_AFTER_S - 0.1)
    assert not script.cards
    effects = script.wait(0.3)
    assert script.states == [CardState.RINGING]
    assert next(iter(script.cards.values())).number == ""
    assert PullRecent() in effects
    script.receive(ring(), after=1)
    assert list(script.cards) == ["c1"]


def test_a_phone_that_rings_because_this_desk_dialled_is_no_unannounced_call():
    script = Script()
    script.session.dialled(script.now)
    script.status("ring", after=1)
    script.wait(5)
    assert not script.cards


def test_an_announced_call_is_not_announced_again_by_the_status():
    script = Script()
    script.receive(ring())
    script.status("ring", after=0.1)
    script.wait(10)
    assert list(script.cards) == ["c1"]


def test_polling_gives_a_pop_then_its_number_then_its_end():
    script = Script(polling=True)
    script.status("on", source=StatusSource.API)
    script.status("ring", after=2, source=StatusSource.API)
    (card,) = script.cards.values()
    assert (card.state, card.number) == (CardState.RINGING, "")
    assert PullRecent() in script.wait(0.1)
    script.status("talk", after=4, source=StatusSource.API)
    assert script.states == [CardState.TALKING]
    script.receive(record(from_api=True), after=2)
    (card,) = script.cards.values()
    assert card.number == "0938363739"
    script.status("on", after=20, source=StatusSource.API)
    assert all(card.state.is_final for card in script.cards.values())
    script.wait(10)
    assert not script.cards
    assert script.shown == 1


def test_polling_keeps_its_own_inventions_out_of_the_history():
    script = Script(polling=True)
    for status in ("ring", "talk", "on"):
        script.status(status, after=2, source=StatusSource.API)
        assert not [e for e in script.effects if isinstance(e, SaveCall)]


# Whatever comes.

ANY_EVENT = st.one_of(
    st.builds(
        CallRinging,
        st.sampled_from(["", "c1", "c2"]),
        st.sampled_from(["", "inbound", "outbound"]),
        st.sampled_from(["", "101", "102"]),
        st.sampled_from(["", "0938363739"]),
    ),
    st.builds(
        CallAnswered,
        st.sampled_from(["", "c1", "c2"]),
        st.sampled_from(["", "inbound"]),
        st.sampled_from(["101", "102"]),
    ),
    st.builds(CallEnded, st.sampled_from(["", "c1", "c2"])),
    st.builds(
        CallReported,
        st.sampled_from(["", "c1", "c3"]),
        extension=st.sampled_from(["", "101"]),
        status=st.sampled_from(["", "ANSWER"]),
        complete=st.booleans(),
        from_api=st.booleans(),
    ),
    st.builds(
        AgentStatusChanged, st.sampled_from(["101", "102", ""]), st.sampled_from(["on", "ring", "talk", "pause"])
    ),
    st.just(Unreadable("path")),
)


@given(st.lists(st.tuples(ANY_EVENT, st.floats(0, 30)), max_size=30), st.booleans(), st.sampled_from([0.0, 8.0]))
def test_no_sequence_leaves_a_card_for_ever_or_the_clock_without_rest(received, polling, linger_s):
    script = Script(linger_s=linger_s, polling=polling)
    for event, after in received:
        script.wait(after)
        script.receive(event)
        due = script.session.next_due()
        assert due is None or due >= T0
    script.status("on")
    script.wait(RING_LOST_AFTER_S + 2 * IDLE_LOST_AFTER_S + 20)
    assert not script.cards
    script.wait(24 * 3600)
    assert script.session.next_due() is None


@pytest.mark.parametrize("seconds", [-3600.0, 3600.0])
def test_a_clock_that_is_set_neither_keeps_a_card_nor_closes_it(seconds):
    script = Script()
    script.receive(ring())
    script.receive(CallEnded("c1"), after=1)
    script.now += seconds
    script.session.clock_set(seconds)
    script.wait(7)
    assert script.states == [CardState.MISSED]
    script.wait(1.1)
    assert not script.cards
