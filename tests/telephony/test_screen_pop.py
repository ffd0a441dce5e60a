from itertools import permutations

import pytest

from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import (
    AgentNoAnswer,
    CallAbandoned,
    CallAnswered,
    CallEnded,
    CallReported,
    CallRinging,
)
from agent_desktop.telephony.screen_pop import CardState, Interest, card_state, opens_card

ME = Interest(frozenset({"101"}))
S = CardState


def ring(ext="101", queue="999"):
    return CallRinging("c", "inbound", ext, "0938", queue)


def answer(ext="101"):
    return CallAnswered("c", "inbound", ext, "0938", "999")


def out(kind, ext="101"):
    return kind("c", "outbound", ext, "0938")


def report(status, ext="101", direction="inbound"):
    return CallReported("c", direction, ext, "0938", started=1.0, status=status, duration_s=5)


STORIES = [
    ("rings me", [(ring(), 1)], S.RINGING),
    ("rings a colleague", [(ring("102"), 1)], None),
    ("I answer", [(ring(), 1), (answer(), 4)], S.TALKING),
    ("my ANSWER alone: its RINGING was lost", [(answer(), 4)], S.TALKING),
    ("ring-all, a colleague answers", [(ring(), 1), (ring("102"), 1.01), (answer("102"), 3)], S.ANSWERED_ELSEWHERE),
    (
        "… and the repeat of my RINGING comes after that",
        [(ring(), 1), (ring("102"), 1.01), (answer("102"), 3), (ring(), 6)],
        S.ANSWERED_ELSEWHERE,
    ),
    ("… and ends", [(ring(), 1), (answer("102"), 3), (CallEnded("c"), 50)], S.ANSWERED_ELSEWHERE),
    ("… told by its record only", [(ring(), 1), (report("ANSWER", "102"), 50)], S.ANSWERED_ELSEWHERE),
    ("I talked, it ended", [(ring(), 1), (answer(), 3), (CallEnded("c"), 50)], S.ENDED),
    ("I talked, told by the record only", [(ring(), 1), (report("ANSWER"), 50)], S.ENDED),
    ("the caller gave up", [(ring(), 1), (CallAbandoned("c", hold_s=48), 49)], S.MISSED),
    ("hung up while it rang", [(ring(), 1), (CallEnded("c"), 9)], S.MISSED),
    ("I did not answer; the queue goes on", [(ring(), 1), (AgentNoAnswer("c", "101"), 20)], S.MISSED),
    ("… and rings me again", [(ring(), 1), (AgentNoAnswer("c", "101"), 20), (ring(), 40)], S.RINGING),
    ("I hand it to 102", [(ring(), 1), (answer(), 3), (ring("102"), 40), (answer("102"), 45)], S.TRANSFERRED),
    ("102 hands it to me", [(ring("102"), 1), (answer("102"), 3), (ring(), 40)], S.RINGING),
    ("… and I take it", [(ring("102"), 1), (answer("102"), 3), (ring(), 40), (answer(), 44)], S.TALKING),
    (
        "102 hands it back to me",
        [(ring(), 1), (answer(), 3), (answer("102"), 45), (ring(), 100)],
        S.RINGING,
    ),
    ("I dial", [(out(CallRinging), 1)], S.DIALLING),
    ("… the customer answers", [(out(CallRinging), 1), (out(CallAnswered), 9)], S.TALKING),
    ("… and hangs up", [(out(CallRinging), 1), (out(CallAnswered), 9), (CallEnded("c"), 20)], S.ENDED),
    ("… nobody answers", [(out(CallRinging), 1), (report("BUSY", direction="outbound"), 20)], S.NOT_REACHED),
    ("a colleague dials", [(out(CallRinging, "102"), 1)], None),
    ("a record out of nowhere", [(report("ANSWER"), 1)], None),
]


@pytest.mark.parametrize(("story", "received", "state"), STORIES, ids=[story for story, _, _ in STORIES])
def test_the_card_shows_the_same_in_whatever_order_the_events_came(story, received, state):
    for order in permutations(received):
        assert card_state(Call.from_events(order), ME) is state


@pytest.mark.parametrize("state", list(S))
def test_only_a_call_that_goes_on_opens_a_card(state):
    assert opens_card(state) == (state in (S.RINGING, S.DIALLING, S.TALKING))
    assert not opens_card(None)


def test_a_watched_queue_pops_whoever_it_rings():
    watching = Interest(frozenset({"101"}), frozenset({"999"}))
    call = Call.of(ring("102"), 1.0)
    assert card_state(call, ME) is None
    assert card_state(call, watching) is S.RINGING
    answered = call.merge(Call.of(answer("102"), 2.0))
    assert card_state(answered, watching) is S.ANSWERED_ELSEWHERE
    assert card_state(Call.of(ring("102", "200"), 1.0), watching) is None


def test_outbound_cards_can_be_switched_off():
    assert card_state(Call.of(out(CallRinging), 1.0), Interest(frozenset({"101"}), outbound=False)) is None


def test_two_devices_of_mine_are_one_card():
    both = Interest(frozenset({"101", "201"}))
    call = Call.from_events([(ring("101"), 1.0), (ring("201"), 1.01), (answer("201"), 3.0)])
    assert card_state(call, both) is S.TALKING
