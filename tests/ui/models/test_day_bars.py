from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.telephony.figures import SLOT_S, CallFigure
from agent_desktop.telephony.outcome import OutcomeKind
from agent_desktop.ui.models.date_range import DateRange
from agent_desktop.ui.models.day_bars import day_bars, top, totals

ZONES = ("Asia/Ho_Chi_Minh", "Asia/Kolkata", "Asia/Kathmandu", "Europe/Berlin", "Australia/Lord_Howe")
DAY = date(2024, 3, 1)


def at(zone: ZoneInfo, hour: int, minute: int = 0, day: date = DAY) -> float:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone).timestamp()


@pytest.mark.parametrize("name", ZONES)
def test_a_day_is_its_hours_in_local_time(name):
    zone = ZoneInfo(name)
    since, until = DateRange(DAY, DAY).bounds(zone)
    figures = [
        CallFigure(at(zone, 9), OutcomeKind.ANSWERED, 2, 60),
        CallFigure(at(zone, 9, 45), OutcomeKind.ANSWERED, 1, 30),
        CallFigure(at(zone, 9, 45), OutcomeKind.MISSED, 4, 0),
        CallFigure(at(zone, 19, 15), OutcomeKind.REACHED, 1, 5),
    ]
    bars = day_bars(figures, since, until, zone)
    assert bars is not None
    assert [bar.hour for bar in bars] == list(range(8, 20))
    nine = bars[1]
    assert (nine.counts, nine.talk_s) == ({OutcomeKind.ANSWERED: 3, OutcomeKind.MISSED: 4}, 90)
    assert (nine.since, nine.until) == (at(zone, 9), at(zone, 10))
    assert totals(bars)[0][OutcomeKind.REACHED] == 1


@pytest.mark.parametrize(("day", "hours"), [(date(2024, 10, 27), 24), (date(2024, 3, 31), 23)])
def test_a_day_on_which_the_clocks_change_has_each_hour_once(day, hours):
    zone = ZoneInfo("Europe/Berlin")
    since, until = DateRange(day, day).bounds(zone)
    slots = range(int(since), int(until), SLOT_S)
    bars = day_bars([CallFigure(slot, OutcomeKind.MISSED, 1, 0) for slot in slots], since, until, zone)
    assert bars is not None
    assert len(bars) == hours
    assert sum(bar.total for bar in bars) == len(slots)


def test_several_days_are_a_bar_each_and_too_many_are_none():
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    since, until = DateRange(DAY, date(2024, 3, 31)).bounds(zone)
    figure = CallFigure(at(zone, 23, 45, date(2024, 3, 2)), OutcomeKind.ANSWERED, 7, 70)
    bars = day_bars([figure], since, until, zone)
    assert bars is not None
    assert [bar.day.day for bar in bars] == list(range(1, 32))
    assert [bar.total for bar in bars[:3]] == [0, 7, 0]
    assert all(bar.hour is None for bar in bars)
    assert day_bars([], since, DateRange(DAY, date(2024, 4, 1)).bounds(zone)[1], zone) is None


@given(st.integers(0, 10**7))
def test_the_axis_ends_at_the_next_round_figure(most):
    end = top(most)
    assert end >= most
    assert str(end).rstrip("0") in ("1", "2", "5")
    assert end < 2.5 * max(most, 1)
