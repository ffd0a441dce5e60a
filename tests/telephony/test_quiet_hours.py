"""Hours in which nothing pops up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.telephony.quiet_hours import QuietHours, is_quiet

SUN, MON, FRI, SAT = 6, 0, 4, 5


@pytest.mark.parametrize(
    ("hours", "quiet", "loud"),
    [
        ("22:00-07:00", [(MON, 22, 0), (MON, 23, 59), (MON, 0, 0), (MON, 6, 59)], [(MON, 7, 0), (MON, 21, 59)]),
        ("12:00 – 13:30", [(SAT, 12, 0), (SAT, 13, 29)], [(SAT, 13, 30), (SAT, 11, 59)]),
        ("Sat 00:00-24:00", [(SAT, 0, 0), (SAT, 23, 59)], [(SUN, 0, 0), (FRI, 23, 59)]),
        ("fri 22:00-07:00", [(FRI, 22, 0), (SAT, 6, 59)], [(FRI, 6, 59), (SAT, 22, 0)]),
        ("Sun 22:00-07:00", [(SUN, 23, 0), (MON, 1, 0)], [(SUN, 1, 0)]),
    ],
)
def test_a_span_holds_from_its_first_minute_up_to_its_last(hours, quiet, loud):
    assert all(is_quiet((hours,), day, hour * 60 + minute) for day, hour, minute in quiet)
    assert not any(is_quiet((hours,), day, hour * 60 + minute) for day, hour, minute in loud)


@pytest.mark.parametrize(
    "text", ["none", "22-7", "24:00-07:00", "12:60-13:00", "12:00-12:00", "Sunday 1:00-2:00", "1:00-25:00"]
)
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError, match=text):
        QuietHours.read(text)


@given(st.integers(0, 1439), st.integers(0, 1440), st.integers(0, 6))
def test_a_span_of_one_day_is_as_long_as_it_says(begin, end, day):
    if begin == end:
        return
    span = QuietHours(begin, end, day)
    held = sum(span.holds(weekday, minute) for weekday in range(7) for minute in range(1440))
    assert held == (end - begin) % 1440 or (begin, end) == (0, 1440)
