"""What becomes of the calls of own extensions, whatever the screen pop shows of them. Pure: time comes in."""

from collections import OrderedDict
from dataclasses import replace

from agent_desktop.desk.open_cards import card_of
from agent_desktop.desk.updates import OwnCallChanged
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.screen_pop import Card, CardState, Interest, card_state, opens_card


class OwnCalls:
    """Each call that rang, dialled or talked at an own extension in this run, as a card without what is looked up."""

    LIMIT = 1000

    def __init__(self) -> None:
        self._calls: OrderedDict[str, Card] = OrderedDict()
        self._was: dict[str, str] = {}

    def get(self, callid: str) -> Card | None:
        """The call as it was last told."""
        return self._calls.get(callid)

    def follow(self, call: Call, interest: Interest, now: float) -> list[OwnCallChanged]:
        """What is new about the call. One that was over when it was first heard of never concerned this desk."""
        own = own_interest(interest)
        state, before = card_state(call, own), self._calls.get(call.callid)
        if state is None or (before is None and not opens_card(state)):
            return []
        after = card_of(before or Card(call.callid, CardState.LOST, now), call, state, own, now)
        self._calls[call.callid] = after
        self._calls.move_to_end(call.callid)
        if len(self._calls) > self.LIMIT:
            self._calls.popitem(last=False)
        was = self._was.pop(call.callid, "")
        return [] if after == before else [OwnCallChanged(after, call.is_reported, was)]

    def rename(self, before: str, callid: str) -> None:
        """A call that had an id of the desk's own is told under the PBX's from now on."""
        if self._calls.pop(before, None) is not None:
            self._was[callid] = before

    def forget(self, callid: str) -> None:
        """It is not to be known any more."""
        self._calls.pop(callid, None)

    def clock_set(self, seconds: float) -> None:
        """This computer's clock was set by so much."""
        for callid, card in self._calls.items():
            self._calls[callid] = replace(card, since=card.since + seconds)


def own_card(call: Call, interest: Interest) -> Card:
    """A call of the history, as it would have been told; where it was none of an own extension, as one that ended."""
    own = own_interest(interest)
    state = card_state(call, own) or CardState.ENDED
    return card_of(Card(call.callid, state, call.started), call, state, own, call.started)


def own_interest(interest: Interest) -> Interest:
    """Own calls alone, also those that the settings keep from the screen."""
    return Interest(interest.extensions)
