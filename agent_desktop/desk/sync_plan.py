"""Which days of call records to ask the PBX for. Pure: the time and what was asked before come in."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta, tzinfo

from agent_desktop.desk.zone import day_of

DAY = timedelta(days=1)

LATE_S = 6 * 3600.0
"""A day that was asked for so long after its end is complete: records arrive late …"""

FINAL_S = 48 * 3600.0
"""… some later still, and where a zone is set wrongly the day ends at another time. After this it is asked no more."""

AGAIN_S = 12 * 3600.0
"""A complete day is asked for again after this, until it is final."""

LONGEST_GAP = timedelta(days=366)
"""A desk that was away for longer fills no more than this by itself."""

EARLIEST = date(1971, 1, 1)

Asked = Mapping[date, float]
"""When each day was last asked for, in seconds since the epoch."""


def day_end(day: date, zone: tzinfo) -> float:
    """Where the day ends in the PBX's zone, summer time included."""
    return datetime.combine(day + DAY, time.min, zone).timestamp()


def days_between(first: date, last: date) -> Iterator[date]:
    """From the first to the last, both included."""
    for number in range((last - first).days + 1):
        yield first + number * DAY


def is_complete(day: date, asked: Asked, now: float, zone: tzinfo) -> bool:
    """True where all of the day's records are here, as far as one can tell. A moment that is yet to come was told by a
    wrong clock.
    """
    at = asked.get(day)
    return at is not None and day_end(day, zone) + LATE_S <= at <= now


def is_due(day: date, asked: Asked, now: float, zone: tzinfo) -> bool:
    """True where the day is to be asked for now."""
    if not is_complete(day, asked, now, zone):
        return True
    return asked[day] < day_end(day, zone) + FINAL_S and now >= asked[day] + AGAIN_S


def reach(today: date, days: int, asked: Iterable[date]) -> date:
    """The first day that is fetched without being asked for: `days` back, and on to where the desk was last here."""
    first = today - (days - 1) * DAY
    latest = max((day for day in asked if day <= today), default=first)
    return max(min(first, latest), today - LONGEST_GAP, EARLIEST)


def due_days(asked: Asked, days: int, now: float, zone: tzinfo) -> list[date]:
    """The days to ask for, the newest first."""
    today = day_of(now, zone)
    return [day for day in days_back(today, reach(today, days, asked)) if is_due(day, asked, now, zone)]


def days_back(last: date, first: date) -> Iterator[date]:
    """From the last to the first, both included."""
    for number in range((last - first).days + 1):
        yield last - number * DAY
