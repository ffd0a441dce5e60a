"""A number is found in whatever notation it stands, and no other one is."""

import pytest

from agent_desktop.store.wanted import MASK, Wanted, wanted
from agent_desktop.telephony.number import DialRules, canonical

VIETNAM = DialRules("VN", "national", 6, "")


def sought(number: str) -> Wanted:
    found = wanted(number, lambda text: canonical(text, VIETNAM))
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text",
    [
        "0938363739",
        "84938363739",
        "+84938363739",
        "0084938363739",
        "call 0938 363 739 again",
        "+84 (0)938-363-739",
        "0938.363.739.",
        "phone=%2B84938363739&queue=999",
        "phone=0938363739&queue=999",
        "phone=%200938363739",
        "phone=%2084938363739",
        "phone=0938%20363%20739",
        "phone=%30%39%33%38363739",
        '{"phone": "+84 938 363 739"}',
        "recordings/2024/q-999-0938363739-17.wav",
        "số 0938\u00a0363\u00a0739",
    ],
)
@pytest.mark.parametrize("typed", ["0938363739", "+84 938 363 739", "0084938363739"])
def test_every_notation_is_found(text: str, typed: str) -> None:
    assert sought(typed).is_in(text)


@pytest.mark.parametrize(
    "text", ["0938363738", "10938363739", "09383637391", "938363", "840938363", "1709273740.938363739123", ""]
)
def test_other_numbers_are_not(text: str) -> None:
    assert not sought("0938363739").is_in(text)


def test_a_foreign_number_is_found_with_its_country_code() -> None:
    london = sought("+44 20 7946 0000")
    assert london.is_in("from +44 20 7946 0000")
    assert london.is_in("phone=00442079460000")
    assert not london.is_in("phone=442079460001")


@pytest.mark.parametrize("text", ["", "101", "999", "115", "anonymous", "no number"])
def test_what_is_no_customer_is_not_looked_for(text: str) -> None:
    assert wanted(text, lambda number: canonical(number, VIETNAM)) is None


def test_a_text_keeps_all_but_the_number() -> None:
    assert sought("0938363739").masked("Ring Ana at +84 938 363 739, not 102") == f"Ring Ana at {MASK}, not 102"
