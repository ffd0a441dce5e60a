from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.ui.models.date_range import DateRange, RangeName, named_range

SAIGON = ZoneInfo("Asia/Ho_Chi_Minh")
TODAY = date(2025, 3, 1)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        (RangeName.TODAY, TODAY, TODAY),
        (RangeName.YESTERDAY, date(2025, 2, 28), date(2025, 2, 28)),
        (RangeName.WEEK, date(2025, 2, 23), TODAY),
        (RangeName.MONTH, date(2025, 1, 31), TODAY),
        (RangeName.CUSTOM, TODAY, TODAY),
    ],
)
def test_names_mean_days(name: RangeName, first: date, last: date) -> None:
    assert named_range(name, TODAY) == DateRange(first, last)


def test_a_day_begins_and_ends_at_local_midnight() -> None:
    since, until = DateRange(TODAY, TODAY).bounds(SAIGON)
    assert datetime.fromtimestamp(since, SAIGON) == datetime(2025, 3, 1, tzinfo=SAIGON)
    assert datetime.fromtimestamp(until, SAIGON) == datetime(2025, 3, 2, tzinfo=SAIGON)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_days_follow_one_another_without_gap_where_clocks_are_changed(day: date) -> None:
    zone = ZoneInfo("Europe/Berlin")
    _, until = DateRange(day, day).bounds(zone)
    since, _ = DateRange(date.fromordinal(day.toordinal() + 1), date.fromordinal(day.toordinal() + 1)).bounds(zone)
    assert until == since
