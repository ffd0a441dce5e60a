"""Hours in which nothing pops up, such as "22:00-07:00", or "Sat 00:00-24:00" on one day of the week. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_MIN = 24 * 60
_SPAN = re.compile(r"(?:([A-Za-z]{3})\s+)?(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one minute of the day up to another, past midnight where that is the earlier one. `day` is the weekday on
    which it begins (0 is Monday), None for every day.
    """

    begin: int
    end: int
    day: int | None = None

    @classmethod
    def read(cls, text: str) -> "QuietHours":
        """From the settings' notation. ValueError for anything else."""
        found = _SPAN.fullmatch(text.strip())
        if found is None:
            raise ValueError(text)
        day, *figures = found.groups()
        hours = [int(figure) for figure in figures]
        begin, end = hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]
        if begin >= _DAY_MIN or end > _DAY_MIN or hours[1] > 59 or hours[3] > 59 or begin == end:
            raise ValueError(text)
        return cls(begin, end, None if day is None else DAYS.index(day.lower()))

    def holds(self, weekday: int, minute: int) -> bool:
        """True at this minute of a day of the week (0 is Monday)."""
        if self.begin < self.end:
            return self.begin <= minute < self.end and self.day in (None, weekday)
        if minute >= self.begin:
            return self.day in (None, weekday)
        return minute < self.end and self.day in (None, (weekday - 1) % 7)


def is_quiet(hours: Iterable[str], weekday: int, minute: int) -> bool:
    """True where one of the spans, which were checked, holds."""
    return any(QuietHours.read(one).holds(weekday, minute) for one in hours)
