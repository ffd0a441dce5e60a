import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.system.clock import clock_skew, skew_notice

NOON = "Fri, 01 Mar 2024 12:00:00 GMT"
NOON_STAMP = 1709294400.0


@pytest.mark.parametrize(
    ("date", "now", "skew"),
    [
        (NOON, NOON_STAMP, 0.0),
        (NOON, NOON_STAMP + 300, 300.0),
        (NOON, NOON_STAMP - 0.5, -0.5),
        ("Fri, 01 Mar 2024 19:00:00 +0700", NOON_STAMP, 0.0),
        ("Fri, 01 Mar 2024 12:00:00", NOON_STAMP, 0.0),
        ("", NOON_STAMP, None),
        ("yesterday", NOON_STAMP, None),
        ("Fri, 99 Mar 2024 12:00:00 GMT", NOON_STAMP, None),
    ],
)
def test_the_skew_is_ours_against_theirs(date: str, now: float, skew: float | None) -> None:
    assert clock_skew(date, now) == skew


@given(st.text())
def test_no_header_makes_it_fail(header: str) -> None:
    clock_skew(header, NOON_STAMP)


@pytest.mark.parametrize(
    ("skew", "words"),
    [
        (121.0, "2 minutes ahead of"),
        (-3600.0, "1 hour behind"),
        (7 * 3600.0, "7 hours ahead of"),
        (-400 * 86400.0, "400 days behind"),
    ],
)
def test_a_clock_that_is_off_is_said_with_its_direction(skew: float, words: str) -> None:
    notice = skew_notice(skew)
    assert notice is not None
    assert words in notice[0]


@pytest.mark.parametrize("skew", [0.0, 120.0, -120.0])
def test_two_minutes_are_tolerated(skew: float) -> None:
    assert skew_notice(skew) is None
