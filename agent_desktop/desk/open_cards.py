"""The cards that are on the screen pop: opened, updated and closed as their calls go. Pure: time comes in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from agent_desktop.desk.pulls import RECENT_AFTER_S
from agent_desktop.desk.updates import CardClosed, CardShown
from agent_desktop.telephony.call import Call, Leg
from agent_desktop.telephony.screen_pop import Card, CardState, Interest, card_state, opens_card

RING_LOST_AFTER_S = 180.0
"""A RINGING without any news for this long is no longer shown as a fact."""

IDLE_LOST_AFTER_S = 10.0
"""An open card while the own phone has been idle for this long: the hang-up was lost on the way."""

RECORD_AWAITED_S = sum(RECENT_AFTER_S) + 2.0
"""So long a card waits to be told what became of its call: the records are asked for, and answer within a moment."""

CARDS_KEPT = 50
"""More calls than this at once are no agent's: the oldest card gives way."""

WRAPPED_UP = (CardState.ENDED, CardState.TRANSFERRED)
"""After these a wrap-up may follow, on the same card."""

CardEffect = CardShown | CardClosed


@dataclass(slots=True)
class OpenCard:
    """A card with its plans. `heard_at` is when the call, or its phone, was last heard of."""

    card: Card
    opened_at: float
    heard_at: float
    closes_at: float | None = None
    idle_since: float | None = None

    def serves(self, extension: str) -> bool:
        """True while it shows what this extension's phone does."""
        return not self.card.state.is_final and self.card.extension == extension

    def hear_busy(self, now: float) -> None:
        """The phone rings or talks."""
        self.heard_at, self.idle_since = now, None

    def is_lost(self, now: float) -> bool:
        """True where what it shows can no longer be true."""
        return any(now >= time for time in self.lost_times())

    def lost_times(self) -> Iterator[float]:
        """When it will be taken for lost, unless news comes."""
        if self.idle_since is not None:
            yield self.idle_since + IDLE_LOST_AFTER_S
        if self.card.state in (CardState.RINGING, CardState.DIALLING):
            yield self.heard_at + RING_LOST_AFTER_S

    def clock_set(self, seconds: float) -> None:
        """This computer's clock was set by so much."""
        self.opened_at += seconds
        self.heard_at += seconds
        self.closes_at = None if self.closes_at is None else self.closes_at + seconds
        self.idle_since = None if self.idle_since is None else self.idle_since + seconds
        until = self.card.wrap_up_until
        self.card = replace(self.card, since=self.card.since + seconds, wrap_up_until=until and until + seconds)


class OpenCards:
    """One card per callid, oldest first."""

    def __init__(self, interest: Interest, linger_s: float) -> None:
        self.interest = interest
        self.linger_s = linger_s
        self.wraps_up = False
        self._open: dict[str, OpenCard] = {}
        self._dismissed: dict[str, CardState] = {}
        self._lost: dict[str, Mapping[str, Leg]] = {}

    def __iter__(self) -> Iterator[OpenCard]:
        return iter(tuple(self._open.values()))

    def __contains__(self, callid: str) -> bool:
        return callid in self._open

    def serving(self, extension: str) -> list[OpenCard]:
        """The cards that show what this extension's phone does."""
        return [held for held in self._open.values() if held.serves(extension)]

    def follow(self, call: Call, now: float, received_ns: int = 0) -> list[CardEffect]:
        """Open, update or fold the call's card."""
        state = card_state(call, self.interest)
        held = self._open.get(call.callid)
        if opens_card(state) and self._lost.get(call.callid) == call.legs:
            return []  # A scrap of a record; no phone did anything.
        if held is not None:
            held.heard_at = now
            return self.show(held, call, state or CardState.LOST, now)
        if state is None or not opens_card(state) or self._dismissed.get(call.callid) is state:
            return []
        crowded = self.close(next(iter(self._open))) if len(self._open) >= CARDS_KEPT else []
        since = _since(call, state, self.interest, now)
        held = self._open[call.callid] = OpenCard(Card(call.callid, state, since, received_ns=received_ns), now, now)
        return [*crowded, *self.show(held, call, state, now)]

    def lose(self, held: OpenCard, call: Call, now: float) -> list[CardEffect]:
        """What it shows can no longer be true."""
        self._lost[call.callid] = call.legs
        return self.show(held, call, CardState.LOST, now)

    def show(self, held: OpenCard, call: Call, state: CardState, now: float) -> list[CardEffect]:
        """What the card shows from now on."""
        before = held.card
        if state is not before.state:
            held.idle_since = None
            held.closes_at = max(now + self._stays_s(state), before.wrap_up_until) if state.is_final else None
        if state.is_final and self.linger_s == 0 and not (self.wraps_up and state in WRAPPED_UP):
            return self.close(before.callid)
        held.card = card_of(before, call, state, self.interest, now)
        return [] if held.card == before else [CardShown(held.card)]

    def _stays_s(self, state: CardState) -> float:
        """How long a card is kept in a final state."""
        return max(self.linger_s, RECORD_AWAITED_S) if state is CardState.STOPPED_RINGING else self.linger_s

    def dismiss(self, callid: str) -> list[CardEffect]:
        """The agent closed the card: repeats of the same news do not bring it back, an answer does."""
        held = self._open.get(callid)
        if held is not None and not held.card.state.is_final:
            self._dismissed[callid] = held.card.state
        return self.close(callid)

    def forget(self, callid: str) -> None:
        """The call is too long ago to matter."""
        self._dismissed.pop(callid, None)
        self._lost.pop(callid, None)

    def close(self, callid: str) -> list[CardEffect]:
        """Take a card away."""
        return [CardClosed(callid)] if self._open.pop(callid, None) is not None else []

    def decorate(self, callid: str, **changes: object) -> list[CardEffect]:
        """Fill in what was looked up for a card (name, tag, note, past)."""
        held = self._open.get(callid)
        if held is None:
            return []
        held.card = replace(held.card, **changes)  # type: ignore[arg-type]
        return [CardShown(held.card)]

    def wrap_up(self, callid: str, until: float, now: float) -> list[CardEffect]:
        """The card stays until then; 0 ends its wrap-up, and it closes like any other."""
        held = self._open.get(callid)
        if held is None:
            return []
        if held.closes_at is not None:
            held.closes_at = max(now + self.linger_s, until)
        return self.decorate(callid, wrap_up_until=until)

    def clock_set(self, seconds: float) -> None:
        """This computer's clock was set by so much: what is planned keeps its distance."""
        for held in self._open.values():
            held.clock_set(seconds)


def card_of(before: Card, call: Call, state: CardState, interest: Interest, now: float) -> Card:
    """The card `before`, with what is known of the call by now."""
    return replace(
        before,
        state=state,
        since=before.since if state is before.state else _since(call, state, interest, now),
        direction=call.direction,
        number=call.number,
        queue=call.queue,
        did=call.did,
        extension=_extension(call, interest),
        answered_by=call.answered_by,
        answered_name=before.answered_name if call.answered_by == before.answered_by else "",
        status=call.status,
        talk_s=call.talk_s,
        hold_s=call.hold_s,
    )


def _extension(call: Call, interest: Interest) -> str:
    """The own phone that has the call, or that it rings."""
    if call.answered_by in interest.extensions:
        return call.answered_by
    mine = [extension for extension in call.legs if extension in interest.extensions]
    ringing = [extension for extension in mine if call.legs[extension].is_ringing]
    return min(ringing or mine, default=call.extension)


def _since(call: Call, state: CardState, interest: Interest, now: float) -> float:
    mine = [leg for extension, leg in call.legs.items() if extension in interest.extensions] or call.legs.values()
    if state in (CardState.RINGING, CardState.DIALLING):
        return min((leg.rang_last for leg in mine if leg.rang_last is not None), default=now)
    if state is CardState.TALKING:
        return max((took_at for leg in mine if (took_at := leg.took_at) is not None), default=now)
    return now
