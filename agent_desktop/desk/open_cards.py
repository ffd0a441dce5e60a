"""The cards that are on the screen pop: opened, updated and closed as their calls go. Pure: time comes in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from agent_desktop.desk.updates import CardClosed, CardShown
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.screen_pop import Card, CardState, Interest, card_state, opens_card

RING_LOST_AFTER_S = 180.0
"""A RINGING without any news for this long is no longer shown as a fact."""

IDLE_LOST_AFTER_S = 10.0
"""An open card while the own phone has been idle for this long: the hang-up was lost on the way."""

CardEffect = CardShown | CardClosed


@dataclass(slots=True)
class OpenCard:
    """A card with its plans. `looked` counts how often the day's records were asked for its number."""

    card: Card
    opened_at: float
    closes_at: float | None = None
    idle_since: float | None = None
    looked: int = 0

    def serves(self, extension: str) -> bool:
        """True while it shows what this extension's phone does."""
        return not self.card.state.is_final and self.card.extension == extension

    def is_lost(self, now: float) -> bool:
        """True where what it shows can no longer be true."""
        return any(now >= time for time in self.lost_times())

    def lost_times(self) -> Iterator[float]:
        """When it will be taken for lost, unless news comes."""
        if self.idle_since is not None:
            yield self.idle_since + IDLE_LOST_AFTER_S
        if self.card.state in (CardState.RINGING, CardState.DIALLING):
            yield max(self.card.since, self.opened_at) + RING_LOST_AFTER_S

    def clock_set(self, seconds: float) -> None:
        """This computer's clock was set by so much."""
        self.opened_at += seconds
        self.closes_at = None if self.closes_at is None else self.closes_at + seconds
        self.idle_since = None if self.idle_since is None else self.idle_since + seconds
        self.card = replace(self.card, since=self.card.since + seconds)


class OpenCards:
    """One card per callid, oldest first."""

    def __init__(self, interest: Interest, linger_s: float) -> None:
        self.interest = interest
        self.linger_s = linger_s
        self._open: dict[str, OpenCard] = {}
        self._dismissed: dict[str, CardState] = {}

    def __iter__(self) -> Iterator[OpenCard]:
        return iter(tuple(self._open.values()))

    def serving(self, extension: str) -> list[OpenCard]:
        """The cards that show what this extension's phone does."""
        return [held for held in self._open.values() if held.serves(extension)]

    def follow(self, call: Call, now: float, received_ns: int = 0) -> list[CardEffect]:
        """Open, update or fold the call's card."""
        state = card_state(call, self.interest)
        held = self._open.get(call.callid)
        if held is not None:
            return self.show(held, call, state or CardState.LOST, now)
        if state is None or not opens_card(state) or self._dismissed.get(call.callid) is state:
            return []
        held = OpenCard(Card(call.callid, state, self._since(call, state, now), received_ns=received_ns), now)
        self._open[call.callid] = held
        return self.show(held, call, state, now)

    def show(self, held: OpenCard, call: Call, state: CardState, now: float) -> list[CardEffect]:
        """What the card shows from now on."""
        before = held.card
        if state is not before.state:
            held.idle_since = None
            held.closes_at = now + self.linger_s if state.is_final else None
        if state.is_final and self.linger_s == 0:
            return self.close(before.callid)
        held.card = replace(
            before,
            state=state,
            since=before.since if state is before.state else self._since(call, state, now),
            direction=call.direction,
            number=call.number,
            queue=call.queue,
            did=call.did,
            extension=min((leg for leg in call.legs if leg in self.interest.extensions), default=call.extension),
            answered_by=call.answered_by,
            status=call.status,
            talk_s=call.talk_s,
            hold_s=call.hold_s,
        )
        return [] if held.card == before else [CardShown(held.card)]

    @staticmethod
    def _since(call: Call, state: CardState, now: float) -> float:
        if state in (CardState.RINGING, CardState.DIALLING):
            return min((leg.rang_last for leg in call.legs.values() if leg.rang_last is not None), default=now)
        if state is CardState.TALKING and call.answered_at is not None:
            return call.answered_at
        return now

    def dismiss(self, callid: str) -> list[CardEffect]:
        """The agent closed the card: repeats of the same news do not bring it back, an answer does."""
        held = self._open.get(callid)
        if held is not None and not held.card.state.is_final:
            self._dismissed[callid] = held.card.state
        return self.close(callid)

    def forget(self, callid: str) -> None:
        """The call is too long ago to matter."""
        self._dismissed.pop(callid, None)

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

    def clock_set(self, seconds: float) -> None:
        """This computer's clock was set by so much: what is planned keeps its distance."""
        for held in self._open.values():
            held.clock_set(seconds)
