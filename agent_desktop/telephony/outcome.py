"""What became of a call, in five kinds that leave none out."""

from enum import StrEnum

from agent_desktop.telephony.call import ANSWERED, ENDED, RINGING
from agent_desktop.telephony.events import Direction
from agent_desktop.telephony.history import MISSED, NOT_REACHED, OPEN

NOT_TOLD = (RINGING, ENDED, "")
"""Status words that do not tell yet whether anyone was spoken with."""


class OutcomeKind(StrEnum):
    """Answered and missed are said of calls that came in, reached and not reached of calls that went out."""

    ANSWERED = "answered"
    MISSED = "missed"
    REACHED = "reached"
    NOT_REACHED = "not_reached"
    OPEN = "open"


def outcome_kind(direction: Direction, status: str) -> OutcomeKind:
    """The kind of a call of the history. One of unknown direction counts as having come in."""
    if status in NOT_TOLD:
        return OutcomeKind.OPEN
    if direction == "outbound":
        return OutcomeKind.REACHED if status == ANSWERED else OutcomeKind.NOT_REACHED
    return OutcomeKind.ANSWERED if status == ANSWERED else OutcomeKind.MISSED


def has_outcome(outcome: str, direction: Direction, status: str) -> bool:
    """Whether a call is one of those that HistoryQuery.outcome asks for."""
    several = {MISSED: OutcomeKind.MISSED, NOT_REACHED: OutcomeKind.NOT_REACHED, OPEN: OutcomeKind.OPEN}
    if outcome in several:
        return outcome_kind(direction, status) is several[outcome]
    return outcome in ("", status)
