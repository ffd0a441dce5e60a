"""Ranges of days for the history, in local time. Pure: "today" comes in."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum


class RangeName(StrEnum):
    """The ranges on offer; all days have no bounds."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"
    CUSTOM = "custom"


@dataclass(frozen=True, slots=True)
class DateRange:
    """From the first day's beginning to the last day's end."""

    first: date
    last: date

    def bounds(self, zone: tzinfo | None = None) -> tuple[float, float]:
        """(since, until) in epoch seconds, `until` exclusive. `zone` is for tests; None is this computer's own."""
        return _midnight(self.first, zone), _midnight(self.last + timedelta(days=1), zone)


def _midnight(day: date, zone: tzinfo | None) -> float:
    return datetime.combine(day, time(), zone).timestamp()


def named_range(name: RangeName, today: date) -> DateRange:
    """The range of that name as of `today`; a custom one begins as today."""
    days = {RangeName.YESTERDAY: (1, 1), RangeName.WEEK: (6, 0), RangeName.MONTH: (29, 0)}
    first, last = days.get(name, (0, 0))
    return DateRange(today - timedelta(days=first), today - timedelta(days=last))
