"""How soon a call was on the screen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LatencyReceipt:
    """Of a call's first event: when it was received (epoch seconds), and how many milliseconds later it was read, its
    card was given to the windows, and that card was painted.
    """

    received: float
    parsed_ms: float
    shown_ms: float
    painted_ms: float
