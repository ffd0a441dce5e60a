"""The bars of the day picture: the hours of one day, or the days of several. Pure; times are epoch seconds."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

from agent_desktop.telephony.figures import SLOT_S, CallFigure
from agent_desktop.telephony.outcome import OutcomeKind

MOST_DAYS = 31
FIRST_HOUR, LAST_HOUR = 8, 17
"""Hours that are always there; others where there were calls."""


@dataclass(slots=True)
class Bar:
    """The calls of an hour or a day, from `since` until `until`. `hour` is None for a day."""

    since: float
    until: float
    day: date
    hour: int | None = None
    counts: dict[OutcomeKind, int] = field(default_factory=dict)
    talk_s: int = 0

    @property
    def total(self) -> int:
        """All calls."""
        return sum(self.counts.values())


def day_bars(
    figures: Iterable[CallFigure], since: float, until: float, zone: tzinfo | None = None
) -> tuple[Bar, ...] | None:
    """From left to right, or None where the days are too many. `zone` is for tests; None is this computer's own."""
    first = datetime.fromtimestamp(since, zone).date()
    last = datetime.fromtimestamp(until - 1, zone).date()
    if last - first >= timedelta(days=MOST_DAYS):
        return None
    is_one_day = first == last
    bars: dict[tuple[date, int | None], Bar] = {}
    for slot in range(int(since // SLOT_S), int(-(-until // SLOT_S))):
        at = slot * SLOT_S
        key = _key(at, is_one_day, zone)
        # An hour that comes twice, as clocks are put back, is one bar.
        bars.setdefault(key, Bar(at, at, *key)).until = at + SLOT_S
    for figure in figures:
        bar = bars.get(_key(figure.since, is_one_day, zone))
        if bar is not None:
            bar.counts[figure.kind] = bar.counts.get(figure.kind, 0) + figure.calls
            bar.talk_s += figure.talk_s
    return _trimmed(tuple(bars.values())) if is_one_day else tuple(bars.values())


def _key(at: float, is_one_day: bool, zone: tzinfo | None) -> tuple[date, int | None]:
    then = datetime.fromtimestamp(at, zone)
    return then.date(), then.hour if is_one_day else None


def _trimmed(hours: tuple[Bar, ...]) -> tuple[Bar, ...]:
    busy = [bar.hour for bar in hours if bar.total and bar.hour is not None]
    first, last = min([FIRST_HOUR, *busy]), max([LAST_HOUR, *busy])
    return tuple(bar for bar in hours if bar.hour is not None and first <= bar.hour <= last)


def totals(bars: Iterable[Bar]) -> tuple[dict[OutcomeKind, int], int]:
    """The calls of each kind, and the talk, of all bars together."""
    counts = dict.fromkeys(OutcomeKind, 0)
    talk_s = 0
    for bar in bars:
        talk_s += bar.talk_s
        for kind, calls in bar.counts.items():
            counts[kind] += calls
    return counts, talk_s


def top(most: int) -> int:
    """The lowest round figure that is not below `most`: where the axis ends."""
    scale = 1
    while True:
        for step in (1, 2, 5):
            if most <= step * scale:
                return step * scale
        scale *= 10
