"""Which calls are on the screen pop, and which of them are seen: newest on top, at most four."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent_desktop.telephony.screen_pop import Card, CardState

MOST_SEEN = 4
NOTE_SEEN_MS = 1500
"""A card that only waited for its note stays for so long when that is kept."""


@dataclass(slots=True)
class Entry:
    """One call. `rang_at` is when it began to ring here, None where that was not seen."""

    card: Card
    rang_at: float | None = None
    is_painted: bool = False


class CardStack:
    """The cards, one for each callid."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}

    def put(self, card: Card) -> bool:
        """Take in a card, or what is new about it. True where the call is a new one."""
        entry = self._entries.get(card.callid)
        is_new = entry is None
        if entry is None:
            entry = self._entries[card.callid] = Entry(card)
        entry.card = card
        if card.state is CardState.RINGING and entry.rang_at is None:
            entry.rang_at = card.since
        return is_new

    def remove(self, callid: str) -> None:
        """Forget a call; one that is not known is no matter."""
        self._entries.pop(callid, None)

    def get(self, callid: str) -> Entry | None:
        """The call's entry."""
        return self._entries.get(callid)

    def seen(self, in_place: Sequence[str] = ()) -> list[Entry]:
        """What is shown: the callids that are to stay `in_place`, in that order, then newest first. Calls that go on
        are hidden last.
        """
        newest_first = list(reversed(self._entries.values()))
        final_last = sorted(newest_first, key=lambda e: e.card.state.is_final)
        kept = {e.card.callid for e in final_last[:MOST_SEEN]}
        places = {callid: place for place, callid in enumerate(in_place)}
        seen = [e for e in newest_first if e.card.callid in kept]
        return sorted(seen, key=lambda e: places.get(e.card.callid, len(places)))

    @property
    def unseen_count(self) -> int:
        """How many calls there is no room for."""
        return max(0, len(self._entries) - MOST_SEEN)

    @property
    def is_painted(self) -> bool:
        """True once every card that is seen was painted."""
        return all(entry.is_painted for entry in self.seen())
