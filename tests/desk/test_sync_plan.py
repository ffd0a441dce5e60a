"""Which days are asked for, and when a day is complete."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.desk.sync_plan import (
    AGAIN_S,
    DAY,
    FINAL_S,
    LATE_S,
    day_end,
    due_days,
    is_complete,
    is_due,
    reach,
)
from agent_desktop.desk.zone import day_of

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
TODAY = date(2024, 3, 15)
NOW = datetime(2024, 3, 15, 9, tzinfo=VIETNAM).timestamp()
H = 3600.0


def test_the_first_time_all_days_are_due_the_newest_first():
    assert due_days({}, 31, NOW, VIETNAM) == [TODAY - n * DAY for n in range(31)]
    assert due_days({}, 1, NOW, VIETNAM) == [TODAY]


def test_a_day_is_complete_once_it_was_asked_for_hours_after_its_end():
    day = TODAY - DAY
    end = day_end(day, VIETNAM)
    assert end == datetime(2024, 3, 15, tzinfo=VIETNAM).timestamp()
    assert not is_complete(day, {day: end + LATE_S - 1}, NOW, VIETNAM)
    assert is_complete(day, {day: end + LATE_S}, NOW, VIETNAM)
    assert not is_complete(day, {}, NOW, VIETNAM)


def test_a_moment_that_is_yet_to_come_was_told_by_a_wrong_clock():
    day = TODAY - 10 * DAY
    assert is_complete(day, {day: NOW}, NOW, VIETNAM)
    assert not is_complete(day, {day: NOW + 365 * 24 * H}, NOW, VIETNAM)
    assert is_due(day, {day: NOW + 365 * 24 * H}, NOW, VIETNAM)


def test_late_records_are_asked_for_again_now_and_then_until_the_day_is_final():
    day = TODAY - DAY
    end = day_end(day, VIETNAM)
    asked = {day: end + LATE_S}
    assert not is_due(day, asked, end + LATE_S + AGAIN_S - 1, VIETNAM)
    assert is_due(day, asked, end + LATE_S + AGAIN_S, VIETNAM)
    assert is_due(day, asked, end + 300 * 24 * H, VIETNAM)
    assert not is_due(day, {day: end + FINAL_S}, end + 300 * 24 * H, VIETNAM)


def test_today_is_always_due():
    assert due_days({TODAY - n * DAY: NOW for n in range(31)}, 31, NOW, VIETNAM)[0] == TODAY


def test_a_desk_that_was_away_fills_the_gap_and_no_more_than_a_year():
    assert reach(TODAY, 31, ()) == TODAY - 30 * DAY
    assert reach(TODAY, 31, [TODAY - 3 * DAY]) == TODAY - 30 * DAY
    assert reach(TODAY, 31, [TODAY - 90 * DAY, TODAY - 80 * DAY]) == TODAY - 80 * DAY
    assert reach(TODAY, 31, [TODAY - 9000 * DAY]) == TODAY - 366 * DAY
    # A clock that ran ahead for a while hides no gap.
    assert reach(TODAY, 31, [TODAY - 80 * DAY, TODAY + 300 * DAY]) == TODAY - 80 * DAY


@pytest.mark.parametrize(("day", "hours"), [(date(2024, 3, 31), 23), (date(2024, 10, 27), 25), (date(2024, 5, 1), 24)])
def test_days_with_a_change_of_summer_time_are_as_long_as_they_are(day, hours):
    berlin = ZoneInfo("Europe/Berlin")
    assert day_end(day, berlin) - day_end(day - DAY, berlin) == hours * H


@given(
    st.integers(631_152_000, 3_786_912_000),  # 1990 to 2090
    st.sampled_from(["Asia/Ho_Chi_Minh", "America/New_York", "Pacific/Kiritimati", "Europe/Berlin"]),
    st.integers(1, 40),
    st.lists(st.integers(-3, 60), max_size=30),
)
def test_whatever_was_asked_before_nothing_of_the_window_is_forgotten(now, zone_name, days, asked_ago):
    zone = ZoneInfo(zone_name)
    today = day_of(now, zone)
    asked = {today - timedelta(days=ago): now - 7 * H for ago in asked_ago}
    due = due_days(asked, days, now, zone)
    assert due == sorted(set(due), reverse=True)
    assert due[0] == today
    for number in range(days):
        day = today - number * DAY
        assert day in due or is_complete(day, asked, now, zone)
