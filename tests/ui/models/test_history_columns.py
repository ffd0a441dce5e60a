from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from agent_desktop.ui.models.history_columns import when

SAIGON = ZoneInfo("Asia/Ho_Chi_Minh")


def moment(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=SAIGON).timestamp()


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2025-03-01T00:00", "00:00"),
        ("2025-02-28T23:59", "28 Feb 23:59"),
        ("2024-12-31T10:12", "31 Dec 2024"),
    ],
)
def test_a_call_of_today_needs_no_day(at: str, words: str) -> None:
    assert when(moment(at), moment("2025-03-01T12:00"), SAIGON) == words
