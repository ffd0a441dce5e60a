"""Cards in a company with more calls, and more phones, than one desk's."""

import pytest

from agent_desktop.desk.effects import PullCall
from agent_desktop.desk.open_cards import CARDS_KEPT, RING_LOST_AFTER_S
from agent_desktop.desk.session import Session
from agent_desktop.desk.updates import CardShown
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import AgentNoAnswer, CallAnswered, CallEnded, CallReported, CallRinging
from agent_desktop.telephony.screen_pop import CardState
from tests.desk.session_script import T0, Script, answer, ring


def company_calls(script, count):
    """Other extensions' calls, one after the other."""
    for number in range(count):
        script.receive(ring(f"other{number}", ext="102"), after=0.01)


def test_a_long_talk_keeps_its_card_however_many_calls_others_have():
    script = Script()
    script.receive(ring())
    script.receive(answer(), after=3)
    company_calls(script, Session.CALLS_KEPT + 10)
    script.receive(CallEnded("c1"), after=1)
    (card,) = script.cards.values()
    assert (card.state, card.number) == (CardState.ENDED, "0938363739")


def test_what_is_remembered_stays_bounded_with_cards_open():
    script = Script(linger_s=3600)
    for number in range(3 * CARDS_KEPT):
        script.receive(ring(f"c{number}"), after=0.01)
    assert len(script.cards) == CARDS_KEPT
    assert f"c{3 * CARDS_KEPT - 1}" in script.cards
    company_calls(script, Session.CALLS_KEPT + 10)
    assert len(script.session._calls) == Session.CALLS_KEPT


def test_two_devices_on_one_extension_do_not_make_the_card_flash():
    script = Script()
    seen = [*script.receive(ring())]
    for event, after in (
        (ring(), 0.003),
        (ring(), 5.0),
        (answer(), 2.0),
        (ring(), 0.005),
        (answer(), 0.005),
        (CallEnded("c1"), 9.0),
        (AgentNoAnswer("c1", "101"), 0.01),
        (CallEnded("c1"), 0.01),
    ):
        seen += script.receive(event, after)
    shown = [effect.card.state for effect in seen if isinstance(effect, CardShown)]
    changes = [state for place, state in enumerate(shown) if shown[place - 1 : place] != [state]]
    assert changes == [CardState.RINGING, CardState.TALKING, CardState.ENDED]
    assert script.shown == 1


def test_a_queue_that_keeps_ringing_is_news():
    script = Script()
    script.receive(ring())
    for _ in range(int(RING_LOST_AFTER_S / 20) + 1):
        assert CardState.LOST not in [e.card.state for e in script.wait(20) if isinstance(e, CardShown)]
        script.receive(ring())
    assert script.states == [CardState.RINGING]


def test_ringing_counts_from_the_own_phones_first_ring():
    script = Script()
    script.receive(ring(ext="102"))
    script.receive(AgentNoAnswer("c1", "102"), after=20)
    script.receive(ring(), after=1)
    assert script.cards["c1"].since == T0 + 21


def test_the_phone_that_answered_is_the_one_that_the_card_follows():
    script = Script(extensions=("101", "102"))
    for extension in ("101", "102"):
        script.receive(ring(ext=extension))
    script.receive(answer(ext="102"), after=3)
    assert script.cards["c1"].extension == "102"
    script.status("on", after=0.1, extension="101")
    script.wait(60)
    assert script.states == [CardState.TALKING]
    script.status("on", extension="102")
    script.wait(11)
    assert script.states == [CardState.LOST]


def test_late_scraps_of_a_call_that_was_lost_do_not_bring_its_card_back():
    script = Script()
    script.receive(ring())
    script.receive(answer(), after=2)
    script.status("on", after=30)
    script.wait(30)
    assert not script.cards
    script.receive(CallReported("c1", talk_s=12, complete=False))
    assert not script.cards
    script.receive(CallReported("c1", status="ANSWER", from_api=True))
    assert not script.cards


def test_a_scrap_of_a_record_leaves_a_lost_card_as_it_is():
    script = Script()
    script.receive(ring())
    script.receive(answer(), after=2)
    script.status("on", after=30)
    script.wait(11)
    assert script.states == [CardState.LOST]
    script.receive(CallReported("c1", talk_s=12, complete=False))
    assert script.states == [CardState.LOST]
    script.wait(10)
    assert not script.cards


def test_a_lost_ring_that_is_answered_after_all_is_a_call():
    script = Script()
    script.receive(ring())
    script.wait(RING_LOST_AFTER_S + 30)
    assert not script.cards
    script.receive(answer())
    assert script.states == [CardState.TALKING]


def test_a_call_that_comes_back_after_a_failed_transfer_is_a_talk_again():
    script = Script()
    script.receive(ring())
    script.receive(answer(), after=2)
    script.receive(ring(ext="102"), after=30)
    script.receive(AgentNoAnswer("c1", "102"), after=20)
    script.receive(ring(), after=1)
    assert script.states == [CardState.RINGING]
    script.receive(answer(), after=3)
    assert script.states == [CardState.TALKING]
    assert script.cards["c1"].since == T0 + 56


def test_a_call_that_a_colleague_hands_back_is_the_own_again():
    script = Script()
    script.receive(ring())
    script.receive(answer(), after=2)
    script.receive(ring(ext="102"), after=30)
    script.receive(answer(ext="102"), after=5)
    assert script.states == [CardState.TRANSFERRED]
    script.receive(ring(), after=60)
    script.receive(answer(), after=3)
    assert script.states == [CardState.TALKING]
    assert script.cards["c1"].answered_by == "101"


def test_a_clock_that_is_set_moves_what_a_dial_explains():
    script = Script(polling=True)
    script.session.dialled(script.now)
    script.now -= 3600
    script.session.clock_set(-3600)
    script.status("ring", after=120)
    (card,) = script.cards.values()
    assert card.direction == "inbound"


def test_an_outbound_call_belongs_to_the_phone_that_dialled():
    script = Script()
    script.receive(CallRinging("c1", "outbound", "101", "0912345678"))
    script.receive(CallAnswered("c1", "outbound", "101", "0912345678"), after=5)
    (card,) = script.cards.values()
    assert (card.state, card.extension) == (CardState.TALKING, "101")


def restored(*events, status="", after=60.0):
    script = Script()
    if status:
        script.status(status, after=after)
    else:
        script.now += after
    script._see(
        script.session.restore(Call.from_events([(event, T0 + n) for n, event in enumerate(events)]), script.now)
    )
    return script


@pytest.mark.parametrize(
    ("events", "status", "after", "states"),
    [
        ([ring()], "", 60, [CardState.RINGING]),
        ([ring()], "", 600, []),
        ([ring()], "on", 60, []),
        ([ring()], "ring", 60, [CardState.RINGING]),
        ([ring(), answer()], "talk", 600, [CardState.TALKING]),
        ([ring(), answer()], "", 600, [CardState.TALKING]),
        ([ring(), answer()], "on", 600, []),
        ([ring(), answer()], "", 5 * 3600, []),
        ([ring(), answer(ext="102")], "talk", 60, []),
        ([ring(), CallEnded("c1")], "", 1, []),
    ],
)
def test_a_call_of_an_earlier_run_pops_only_where_it_may_still_go_on(events, status, after, states):
    script = restored(*events, status=status, after=after)
    assert script.states == states
    is_over = not states and events[-1] != answer(ext="102")
    assert (PullCall("c1", T0) in script.wait(1)) == is_over


def test_a_call_that_still_rings_after_a_restart_is_lost_when_nothing_more_comes():
    script = restored(ring(), after=60)
    script.wait(RING_LOST_AFTER_S + 1)
    assert script.states == [CardState.LOST]


def test_who_talks_with_whom_is_known_of_the_whole_company():
    script = Script()
    for extension in ("102", "103", "104"):
        script.receive(ring("c1", ext=extension))
    script.receive(AgentNoAnswer("c1", "104"))
    assert {ext: call.callid for ext, call in script.session.talking().items()} == {"102": "c1", "103": "c1"}
    script.receive(answer("c1", ext="103"), after=2)
    assert list(script.session.talking()) == ["103"]
    script.receive(CallEnded("c1"))
    assert script.session.talking() == {}
