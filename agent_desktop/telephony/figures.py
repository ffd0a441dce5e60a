"""How many calls became what, and when: the figures behind a picture."""

from dataclasses import dataclass

from agent_desktop.telephony.outcome import OutcomeKind

SLOT_S = 900
"""Every zone's hours and days begin at a quarter of an hour."""


@dataclass(frozen=True, slots=True)
class CallFigure:
    """The calls of one kind that began within SLOT_S of `since` (seconds since the epoch), and their talk together."""

    since: float
    kind: OutcomeKind
    calls: int
    talk_s: int
