"""The screen pop's policy: which call gets a card, and what the card says at each moment.

A card's state is derived from the merged call alone, so that it cannot depend on the order in which events arrived.
"""

from dataclasses import dataclass
from enum import StrEnum

from agent_desktop.telephony.call import ANSWERED, REPEAT_WINDOW_S, Call, Leg
from agent_desktop.telephony.events import Direction


class CardState(StrEnum):
    """What a card shows. All but the first three are final: the card lingers, then closes."""

    RINGING = "ringing"
    DIALLING = "dialling"
    TALKING = "talking"
    ANSWERED_ELSEWHERE = "answered_elsewhere"
    TRANSFERRED = "transferred"
    STOPPED_RINGING = "stopped_ringing"
    MISSED = "missed"
    NOT_REACHED = "not_reached"
    ENDED = "ended"
    LOST = "lost"

    @property
    def is_final(self) -> bool:
        """True once nothing more is expected of the call at this desk."""
        return self not in (CardState.RINGING, CardState.DIALLING, CardState.TALKING)


@dataclass(frozen=True, slots=True)
class Interest:
    """Whose calls pop here: own extensions, calls of these queues whoever they ring, and own outbound calls."""

    extensions: frozenset[str]
    queues: frozenset[str] = frozenset()
    outbound: bool = True


@dataclass(frozen=True, slots=True)
class PastCalls:
    """What is known of earlier calls with the same number. `last_at` is in seconds since the epoch."""

    this_week: int = 0
    total: int = 0
    last_at: float = 0.0
    last_direction: Direction = ""
    last_status: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One call on the screen pop. `since` is when the present state began (epoch seconds); `received_ns` is
    `perf_counter_ns` at the last byte of the request that opened it, 0 where it was not a request. `wrap_up_until` is
    when the wrap-up after it ends (epoch seconds), 0 where there is none. `answered_name` is who `answered_by` is;
    `link` is the customer's page in a CRM.
    """

    callid: str
    state: CardState
    since: float
    direction: Direction = ""
    number: str = ""
    queue: str = ""
    did: str = ""
    extension: str = ""
    answered_by: str = ""
    status: str = ""
    talk_s: int | None = None
    hold_s: int | None = None
    name: str = ""
    tag: str = ""
    link: str = ""
    answered_name: str = ""
    note: str = ""
    disposition: str = ""
    past: PastCalls | None = None
    received_ns: int = 0
    wrap_up_until: float = 0.0


def card_state(call: Call, interest: Interest) -> CardState | None:
    """What this desk's card for the call shows; None for a call that is none of this desk's."""
    mine = [leg for extension, leg in call.legs.items() if extension in interest.extensions]
    if call.direction == "outbound":
        return _outbound_state(call) if interest.outbound and mine else None
    if not mine and not (call.queue and call.queue in interest.queues and call.legs):
        return None
    return _state_when_over(call, mine, interest) if call.is_over else _state_while_open(call, mine, interest)


def opens_card(state: CardState | None) -> bool:
    """True where a call that has no card yet gets one: late news of a finished call pops nothing."""
    return state is not None and not state.is_final


def _outbound_state(call: Call) -> CardState:
    if call.is_over:
        return CardState.ENDED if call.status == ANSWERED else CardState.NOT_REACHED
    return CardState.TALKING if call.answered_at is not None else CardState.DIALLING


def _state_when_over(call: Call, mine: list[Leg], interest: Interest) -> CardState:
    if any(leg.answered_at is not None for leg in mine) or call.answered_by in interest.extensions:
        return CardState.ENDED
    if call.status == ANSWERED:
        return CardState.ANSWERED_ELSEWHERE
    # A phone that falls silent does not tell why: a colleague may have taken the call.
    return CardState.STOPPED_RINGING if call.is_unnamed and not call.is_reported else CardState.MISSED


def _state_while_open(call: Call, mine: list[Leg], interest: Interest) -> CardState:
    if any(_is_ringing(leg, call) for leg in mine):
        return CardState.RINGING
    if any(leg.answered_at is not None for leg in mine):
        return CardState.TALKING if call.answered_by in interest.extensions else CardState.TRANSFERRED
    if call.answered_at is not None:
        return CardState.ANSWERED_ELSEWHERE
    # Only a queue that is watched gets here without a leg of its own: it rings a colleague.
    return CardState.MISSED if mine else CardState.RINGING


def _is_ringing(leg: Leg, call: Call) -> bool:
    if leg.rang_last is None or not leg.is_ringing:
        return False
    answers = [took_at for other in call.legs.values() if (took_at := other.took_at) is not None]
    if not answers:
        return True
    # Someone has the call: only a RINGING well after that is a transfer to this leg. RINGING repeats itself.
    if leg.answered_at is None and leg.rang_at is not None and leg.rang_at > max(answers):
        return True
    first = leg.rang_at if leg.rang_at is not None else leg.rang_last
    return leg.rang_last > max(answers) + REPEAT_WINDOW_S and leg.rang_last > first + REPEAT_WINDOW_S
