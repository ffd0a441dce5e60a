from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.desk.updates import CallChanged, CardClosed, CardShown, Level, Notice, RaiseWindow, Update
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.screen_pop import Card, CardState
from agent_desktop.ui.inbox import Inbox


def call(callid: str, talk_s: int = 0) -> CallChanged:
    return CallChanged(CallRecord(callid, 0.0, talk_s=talk_s))


def shown(callid: str, name: str = "") -> CardShown:
    return CardShown(Card(callid, CardState.RINGING, 0.0, name=name))


def test_wakes_once_for_a_burst() -> None:
    inbox = Inbox()
    assert [inbox.put(call("a")), inbox.put(call("b")), inbox.put(shown("a"))] == [True, False, False]


def test_a_card_wakes_though_calls_wait() -> None:
    inbox = Inbox()
    inbox.put(call("a"))
    inbox.take_urgent()
    assert not inbox.put(call("b")), "calls are fetched on a timer that already runs"
    assert inbox.put(shown("a"))


def test_cards_come_first() -> None:
    inbox = Inbox()
    notice = Notice("pbx", Level.WARNING, "The PBX cannot be reached.")
    for update in (notice, RaiseWindow(), shown("a")):
        inbox.put(update)
    assert inbox.take_urgent() == (shown("a"), notice, RaiseWindow())


def test_only_the_newest_word_is_kept() -> None:
    inbox = Inbox()
    for update in (shown("a"), shown("a", "Hoa"), call("c", 1), call("c", 2), call("d")):
        inbox.put(update)
    assert inbox.take_urgent() == (shown("a", "Hoa"),)
    assert inbox.take_calls(9) == (call("c", 2), call("d"))


def test_a_card_that_came_and_went_unseen_is_not_mentioned() -> None:
    inbox = Inbox()
    inbox.put(shown("a"))
    inbox.put(CardClosed("a"))
    assert inbox.take_urgent() == ()


def test_a_card_that_was_seen_is_closed() -> None:
    inbox = Inbox()
    inbox.put(shown("a"))
    inbox.take_urgent()
    inbox.put(shown("a", "Hoa"))
    inbox.put(CardClosed("a"))
    assert inbox.take_urgent() == (CardClosed("a"),)


def test_calls_beyond_the_room_are_let_go_and_it_is_said_once() -> None:
    inbox = Inbox(calls_kept=2)
    for callid in "abc":
        inbox.put(call(callid))
    assert inbox.take_calls(9) == (call("b"), call("c"))
    assert inbox.take_overflow()
    assert not inbox.take_overflow()


def test_keeps_nothing_once_closed() -> None:
    inbox = Inbox()
    inbox.put(shown("a"))
    inbox.close()
    assert not inbox.put(shown("b"))
    assert inbox.take_urgent() == ()


UPDATES = st.lists(
    st.one_of(
        st.sampled_from("abc").map(shown),
        st.sampled_from("abc").map(CardClosed),
        st.builds(call, st.sampled_from("xyz"), st.integers(0, 5)),
        st.just(None),
    )
)


@given(UPDATES)
def test_what_is_shown_in_the_end_is_what_was_said_last(updates: list[Update | None]) -> None:
    """None stands for the windows looking into the box at that moment."""
    inbox, wanted, got = Inbox(), {}, {}
    calls_wanted, calls_got = {}, {}

    def look() -> None:
        for update in inbox.take_urgent():
            if isinstance(update, CardShown):
                got[update.card.callid] = update.card
            elif isinstance(update, CardClosed):
                got.pop(update.callid, None)
        calls_got.update({changed.record.callid: changed for changed in inbox.take_calls(2)})

    for update in updates:
        match update:
            case None:
                look()
                continue
            case CardShown(card):
                wanted[card.callid] = card
            case CardClosed(callid):
                wanted.pop(callid, None)
            case CallChanged(record):
                calls_wanted[record.callid] = update
        inbox.put(update)
    while inbox.has_calls:
        look()
    look()
    assert (got, calls_got) == (wanted, calls_wanted)
