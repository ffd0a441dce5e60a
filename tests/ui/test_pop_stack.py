from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.telephony.screen_pop import Card, CardState
from agent_desktop.ui.pop_stack import MOST_SEEN, CardStack

cards = st.builds(Card, st.sampled_from("abcdefgh"), st.sampled_from(CardState), st.floats(0, 1e9))


def card(callid: str, state: CardState = CardState.RINGING, since: float = 1.0) -> Card:
    return Card(callid, state, since)


def seen(stack: CardStack) -> list[str]:
    return [entry.card.callid for entry in stack.seen()]


def test_the_newest_call_is_on_top_and_stays_there_when_an_older_one_changes() -> None:
    stack = CardStack()
    assert [stack.put(card(callid)) for callid in "abc"] == [True] * 3
    assert stack.put(card("a", CardState.TALKING)) is False
    assert seen(stack) == ["c", "b", "a"]


def test_four_are_seen_and_the_rest_is_counted() -> None:
    stack = CardStack()
    for callid in "abcdef":
        stack.put(card(callid))
    assert (seen(stack), stack.unseen_count) == (["f", "e", "d", "c"], 2)
    stack.remove("e")
    assert (seen(stack), stack.unseen_count) == (["f", "d", "c", "b"], 1)


def test_calls_that_go_on_are_seen_before_those_that_are_over() -> None:
    stack = CardStack()
    stack.put(card("a", CardState.TALKING))
    for callid in "bcde":
        stack.put(card(callid, CardState.MISSED))
    assert seen(stack) == ["e", "d", "c", "a"]


def test_the_first_ringing_is_remembered() -> None:
    stack = CardStack()
    stack.put(card("a", since=5.0))
    stack.put(card("a", since=9.0))
    stack.put(card("a", CardState.MISSED, since=53.0))
    entry = stack.get("a")
    assert entry is not None
    assert entry.rang_at == 5.0
    stack.put(card("b", CardState.DIALLING))
    other = stack.get("b")
    assert other is not None
    assert other.rang_at is None


def test_a_call_that_is_not_there_can_be_removed() -> None:
    stack = CardStack()
    stack.remove("a")
    assert stack.get("a") is None


@given(st.lists(cards))
def test_each_call_has_one_card_and_the_last_word_counts(shown: list[Card]) -> None:
    stack = CardStack()
    for one in shown:
        stack.put(one)
    last = {one.callid: one for one in shown}
    assert len(seen(stack)) == len(set(seen(stack))) == min(MOST_SEEN, len(last))
    assert stack.unseen_count == len(last) - len(seen(stack))
    assert all(replace(last[entry.card.callid]) == entry.card for entry in stack.seen())
