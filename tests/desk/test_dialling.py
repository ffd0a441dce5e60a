"""What would be dialled and why, and the guard before a customer's phone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.desk.dialling import SAME_NUMBER_WITHIN_S, DialGuard, dial_rules, preview
from agent_desktop.desk.settings import DialSettings
from agent_desktop.errors import NotDialable

RULES = dial_rules(DialSettings())
ABROAD = dial_rules(DialSettings(country="MY", notation="international"))


@pytest.mark.parametrize(
    ("text", "rules", "digits"),
    [
        ("0938 363 739", RULES, "0938363739"),
        ("tel:+84-938-363-739", RULES, "0938363739"),
        ("tel:+84938363739", ABROAD, "84938363739"),
        ("03-2161 2345", ABROAD, "60321612345"),
        ("102", RULES, "102"),
    ],
)
def test_the_settings_say_in_which_notation_a_number_is_dialled(text, rules, digits):
    seen = preview(text, rules)
    assert (seen.digits, seen.problem, seen.choices) == (digits, "", ())
    assert seen.rule
    assert seen.shown


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_an_empty_field_is_no_mistake(text):
    seen = preview(text, RULES)
    assert (seen.digits, seen.problem) == ("", "")


@pytest.mark.parametrize("text", ["call me", "*97", "anonymous", "\udcff"])
def test_what_holds_no_number_is_said_in_plain_words(text):
    seen = preview(text, RULES)
    assert seen.digits == ""
    assert seen.problem.endswith(".")


@pytest.mark.parametrize(
    ("text", "is_begun"), [("t", True), ("+84938", True), ("+999 1234567", False), ("0938363739 0000 0000", False)]
)
def test_what_may_yet_become_a_number_is_no_mistake_yet(text, is_begun):
    seen = preview(text, RULES)
    assert seen.problem
    assert seen.is_begun is is_begun


def test_of_several_numbers_someone_chooses():
    seen = preview("0938363739 or 0912345678", RULES)
    assert [digits for digits, _ in seen.choices] == ["0938363739", "0912345678"]
    assert seen.digits == ""
    assert seen.problem


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_an_emergency_number_is_dialled_only_once_it_is_confirmed():
    assert preview("tel:113", RULES).confirm
    guard = DialGuard()
    with pytest.raises(NotDialable) as caught:
        guard.admit("tel:113", RULES, confirmed=False)
    assert "Confirm" in caught.value.advice
    assert guard.admit("tel:113", RULES, confirmed=True).digits == "113"


def test_the_same_number_in_another_spelling_is_not_dialled_twice_within_three_seconds():
    clock = Clock()
    guard = DialGuard(clock)
    guard.settle(guard.admit("0938 363 739", RULES, confirmed=True))
    clock.now += SAME_NUMBER_WITHIN_S - 0.1
    with pytest.raises(NotDialable, match="a moment ago"):
        guard.admit("tel:+84938363739", RULES, confirmed=True)
    clock.now += 0.1
    assert guard.admit("0938363739", RULES, confirmed=True).digits == "0938363739"


def test_a_refused_double_dial_does_not_prolong_the_wait():
    clock = Clock()
    guard = DialGuard(clock)
    guard.settle(guard.admit("102", RULES, confirmed=True))
    for _ in range(2):
        clock.now += 1.4
        with pytest.raises(NotDialable):
            guard.admit("102", RULES, confirmed=True)
    clock.now += 0.2
    guard.admit("102", RULES, confirmed=True)


def test_another_number_may_follow_at_once():
    guard = DialGuard()
    guard.admit("102", RULES, confirmed=True)
    guard.admit("103", RULES, confirmed=True)


def test_a_number_is_held_while_the_pbx_is_asked():
    clock = Clock()
    guard = DialGuard(clock)
    found = guard.admit("102", RULES, confirmed=True)
    clock.now += 30.0
    with pytest.raises(NotDialable):
        guard.admit("102", RULES, confirmed=True)
    guard.settle(found)
    clock.now += SAME_NUMBER_WITHIN_S
    guard.admit("102", RULES, confirmed=True)


@given(st.lists(st.tuples(st.sampled_from(["102", "103", "0938363739", "junk"]), st.floats(0, 5)), max_size=20))
def test_no_number_passes_twice_within_three_seconds_whatever_is_dialled_between(dials):
    clock = Clock()
    guard = DialGuard(clock)
    passed: dict[str, float] = {}
    for text, after in dials:
        clock.now += after
        try:
            found = guard.admit(text, RULES, confirmed=True)
        except NotDialable:
            continue
        assert clock.now - passed.get(found.digits, float("-inf")) >= SAME_NUMBER_WITHIN_S
        passed[found.digits] = clock.now
        guard.settle(found)
