"""The PBX's zone, and this computer's own as the system knows it."""

import os
import sys
import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.desk.zone import LocalZone, day_of, pbx_zone

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="TZ cannot be set there")

ZONES = ("Asia/Ho_Chi_Minh", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC")


@pytest.fixture(params=ZONES)
def own_zone(request, monkeypatch):
    """This computer in some zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield ZoneInfo(request.param)
    monkeypatch.delenv("TZ")
    time.tzset()


@pytest.mark.parametrize("month", [1, 7])
def test_the_own_zone_is_the_systems_summer_time_included(own_zone, month):
    at = datetime(2024, month, 15, 12, tzinfo=own_zone).timestamp()
    here = datetime.fromtimestamp(at, LocalZone())
    assert here.utcoffset() == datetime.fromtimestamp(at, own_zone).utcoffset()
    assert here.isoformat() == datetime.fromtimestamp(at, own_zone).isoformat()


def test_an_hour_that_comes_twice_is_told_apart_there_and_back(own_zone):
    autumn = datetime(2024, 10, 27, 0, tzinfo=UTC).timestamp()
    for minutes in range(0, 180, 15):
        at = autumn + minutes * 60
        assert datetime.fromtimestamp(at, LocalZone()).timestamp() == at


def test_a_date_without_a_zone_is_read_as_the_wall_clock_here_says_it(own_zone):
    wall = (2024, 3, 1, 13, 15, 40)
    assert datetime(*wall, tzinfo=LocalZone()).timestamp() == datetime(*wall, tzinfo=own_zone).timestamp()


@given(st.floats(0, 4e9), st.sampled_from(ZONES))
def test_the_day_at_the_pbx_holds_the_moment(at, name):
    zone = pbx_zone(name)
    day = day_of(at, zone)
    began = datetime(day.year, day.month, day.day, tzinfo=zone).timestamp()
    assert began <= at < began + 25 * 3600


def test_midnight_belongs_to_the_new_day_of_the_pbx():
    zone = pbx_zone("Asia/Ho_Chi_Minh")
    midnight = datetime(2024, 3, 2, tzinfo=zone).timestamp()
    assert day_of(midnight, zone) == date(2024, 3, 2)
    assert day_of(midnight - 0.001, zone) == date(2024, 3, 1)
    assert day_of(midnight, pbx_zone("UTC")) == date(2024, 3, 1)


def test_no_name_is_this_computers_own():
    assert isinstance(pbx_zone(""), LocalZone)
    assert pbx_zone("").utcoffset(None) == datetime.now().astimezone().utcoffset()
    assert pbx_zone("").dst(None) == timedelta(0)
    assert pbx_zone("").tzname(None) == time.tzname[time.localtime().tm_isdst]
    assert os.environ.get("TZ") is None
