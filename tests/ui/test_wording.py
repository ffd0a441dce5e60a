from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.telephony.call import CallRecord, is_missed
from agent_desktop.telephony.events import Direction
from agent_desktop.telephony.screen_pop import CardState
from agent_desktop.ui import wording

NOW = datetime(2025, 11, 24, 10, 14, 30, tzinfo=UTC).timestamp()
HOUR = 3600


def moment(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(None, "–"), (-3, "0:00"), (0, "0:00"), (7, "0:07"), (7.9, "0:07"), (740, "12:20"), (3723, "1:02:03")],
)
def test_durations(seconds: float | None, said: str) -> None:
    assert wording.duration(seconds) == said


@given(st.integers(0, 10**6))
def test_a_duration_says_every_second(seconds: int) -> None:
    parts = [int(part) for part in wording.duration(seconds).split(":")]
    assert sum(part * 60**i for i, part in enumerate(reversed(parts))) == seconds


@pytest.mark.parametrize(("seconds", "said"), [(0, "0 s"), (48, "48 s"), (200, "3 min"), (13_260, "3 h 41")])
def test_lengths_in_running_text(seconds: float, said: str) -> None:
    assert wording.length(seconds) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (-5, "just now"),
        (0.4, "just now"),
        (7, "7 s ago"),
        (59.9, "59 s ago"),
        (120, "2 min ago"),
        (5 * HOUR, "5 h ago"),
        (24 * HOUR, "1 day ago"),
        (80 * HOUR, "3 days ago"),
    ],
)
def test_ages(seconds: float, said: str) -> None:
    assert wording.ago(seconds) == said


@pytest.mark.parametrize(
    ("hours_before", "said"),
    [
        (0, "today 10:14"),
        (10, "today 00:14"),
        (11, "yesterday 23:14"),
        (34, "yesterday 00:14"),
        (35, "2025-11-22 23:14"),
    ],
)
def test_days_are_those_of_the_calendar(hours_before: int, said: str) -> None:
    assert wording.day_and_time(NOW - hours_before * HOUR, NOW, UTC) == said


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2025-11-24T00:00", "00:00"),
        ("2025-11-23T23:59", "23 Nov 23:59"),
        ("2025-01-02T07:00", "2 Jan 07:00"),
        ("2024-12-31T10:12", "2024-12-31"),
    ],
)
def test_a_column_of_times_needs_no_day_for_today(at: str, words: str) -> None:
    assert wording.when(moment(at), NOW, UTC) == words


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2025-11-24T00:00", "today 00:00"),
        ("2025-11-23T23:59", "yesterday 23:59"),
        ("2025-11-22T23:59", "Sat 23:59"),
        ("2025-11-18T00:00", "Tue 00:00"),
        ("2025-11-17T23:59", "17 Nov 23:59"),
        ("2024-12-31T10:12", "2024-12-31"),
        ("2025-11-26T10:12", "26 Nov 10:12"),
    ],
)
def test_a_day_of_this_week_is_called_by_its_name(at: str, words: str) -> None:
    assert wording.lately(moment(at), NOW, UTC) == words


def test_times_are_local() -> None:
    zone = timezone(timedelta(hours=7))
    assert wording.clock(NOW, zone) == "17:14"
    assert wording.exact(NOW, zone) == "2025-11-24 17:14:30"
    assert wording.day_and_time(NOW - 11 * HOUR, NOW, zone) == "today 06:14"


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (22, "22nd"), (113, "113th")],
)
def test_places_in_a_row(number: int, said: str) -> None:
    assert wording.ordinal(number) == said


@pytest.mark.parametrize(
    ("status", "direction", "missed", "said"),
    [
        ("ANSWER", "inbound", False, "Answered"),
        ("NOANSWER", "inbound", True, "Missed"),
        ("NOANSWER", "outbound", False, "No answer"),
        ("ABANDON", "inbound", True, "Abandoned"),
        ("BUSY", "outbound", False, "Busy"),
        ("RINGING", "inbound", False, "In progress"),
        ("VOICEMAIL", "inbound", True, "VOICEMAIL"),
        ("", "inbound", False, ""),
    ],
)
def test_outcomes(status: str, direction: Direction, missed: bool, said: str) -> None:
    assert is_missed(status, direction) is missed
    assert wording.outcome_word(status, direction) == said


def test_a_colleagues_answer_names_the_colleague() -> None:
    record = CallRecord("c1", NOW, "inbound", extension="102", status="ANSWER")
    assert wording.outcome(record, own=frozenset({"101"})) == "Answered by 102"
    assert wording.outcome(record, frozenset({"101"}), {"102": "Ana"}.__getitem__) == "Answered by Ana"
    assert wording.outcome(record, own=frozenset({"102"})) == "Answered"


def test_numbers_that_are_not_there_have_words() -> None:
    assert wording.number_stand_in("anonymous") == "Number withheld"
    assert wording.number_stand_in("") == "Number not known yet"
    assert wording.number_stand_in("0938363739") == ""


def test_directions_and_card_states_have_words() -> None:
    assert [wording.direction_word(way) for way in ("inbound", "outbound", "")] == ["Incoming", "Outgoing", ""]
    assert len({wording.card_state_word(state) for state in CardState}) == len(CardState)
