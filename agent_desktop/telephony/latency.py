"""How soon a call was on the screen."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, slots=True)
class LatencyReceipt:
    """Of a call's first event: when it was received (epoch seconds), and how many milliseconds later it was read, its
    card was given to the windows, and that card was painted.
    """

    received: float
    parsed_ms: float
    shown_ms: float
    painted_ms: float


EDGES_MS = (5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0)
"""The histogram's bars end here; one more holds what took longer."""


@dataclass(frozen=True, slots=True)
class Percentiles:
    """Milliseconds that so many of a hundred calls took at most."""

    p50: float = 0.0
    p95: float = 0.0
    p99: float = 0.0

    @classmethod
    def of(cls, times: Iterable[float]) -> "Percentiles":
        """The nearest rank's; zeros where there are none."""
        ordered = sorted(times)
        return cls(*(_rank(ordered, share) for share in (0.5, 0.95, 0.99)))


def _rank(ordered: Sequence[float], share: float) -> float:
    return ordered[ceil(share * len(ordered)) - 1] if ordered else 0.0


@dataclass(frozen=True, slots=True)
class LatencyFigures:
    """Of `count` calls, each measured from its first event: until it was read, given to the window, and painted.
    `bars` counts by EDGES_MS how long painting took.
    """

    count: int = 0
    parsed: Percentiles = Percentiles()
    shown: Percentiles = Percentiles()
    painted: Percentiles = Percentiles()
    bars: tuple[int, ...] = (0,) * (len(EDGES_MS) + 1)

    @classmethod
    def of(cls, receipts: Sequence[LatencyReceipt]) -> "LatencyFigures":
        """The figures of these receipts."""
        bars = [0] * (len(EDGES_MS) + 1)
        for one in receipts:
            bars[bisect_left(EDGES_MS, one.painted_ms)] += 1
        return cls(
            len(receipts),
            Percentiles.of(one.parsed_ms for one in receipts),
            Percentiles.of(one.shown_ms for one in receipts),
            Percentiles.of(one.painted_ms for one in receipts),
            tuple(bars),
        )
