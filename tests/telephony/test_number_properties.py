"""What holds for every number and every text."""

import re
import string
import time

import phonenumbers
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from agent_desktop.errors import NotDialable
from agent_desktop.telephony.number import (
    MOST_NUMBERS,
    DialRules,
    SeveralNumbers,
    canonical,
    describe_place,
    find_numbers,
    format_number,
    parse_dialable,
)

COUNTRIES = ("VN", "MY", "US", "GB", "SG", "AU", "DE", "IT", "RU", "HK", "AR", "FR", "ZZ")
rules = st.builds(
    DialRules,
    country=st.sampled_from(COUNTRIES),
    notation=st.sampled_from(["national", "international"]),
    extension_digits=st.integers(0, 8),
    area_code=st.sampled_from(["", "028", "3"]),
)
marks = string.digits * 3 + " ()+-./;:,=@*#%&?xepswilt"
scribbles = st.one_of(st.text(max_size=80), st.text(marks, max_size=60))
_types = [0, 1, 2, 3, 4, 5, 7]
_examples = [
    phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    for region in sorted(phonenumbers.SUPPORTED_REGIONS)
    for kind in _types
    if (number := phonenumbers.example_number_for_type(region, kind)) is not None
]


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """Numbers real and nearly so, with +, 00, or nothing before them."""
    digits = draw(st.one_of(st.sampled_from(_examples).map(lambda e: e[1:]), st.text(string.digits, max_size=18)))
    if draw(st.booleans()) and len(digits) > 7:
        last = draw(st.integers(0, 9999))
        digits = f"{digits[:-4]}{last:04d}"
    return draw(st.sampled_from(["+", "00", "0", "", " ", "+84", "0"])) + digits


def dialled(text: str, rules: DialRules) -> tuple[str, ...]:
    try:
        return (parse_dialable(text, rules).digits,)
    except SeveralNumbers as several:
        return tuple(one.digits for one in several.candidates)
    except NotDialable:
        return ()


@given(st.one_of(scribbles, numbers()), rules)
def test_any_text_gives_digits_or_not_dialable(text: str, rules: DialRules) -> None:
    for digits in dialled(text, rules):
        assert re.fullmatch(r"[0-9]{1,20}", digits)


@given(st.one_of(scribbles, numbers()), rules)
def test_everything_takes_any_text(text: str, rules: DialRules) -> None:
    assert len(find_numbers(text, rules)) <= MOST_NUMBERS
    assert format_number(text, rules)
    describe_place(text, rules)
    key = canonical(text, rules)
    assert re.fullmatch(r"\+?[0-9]*|[0-9*#+().\-]*", key)


@given(st.one_of(numbers(), scribbles), rules)
@example("+376312345", DialRules())
@example("+8400938363739", DialRules())
@example("+0938363739", DialRules())
def test_the_key_of_a_key_is_the_key(text: str, rules: DialRules) -> None:
    key = canonical(text, rules)
    assert canonical(key, rules) == key


@given(numbers(), rules)
def test_the_key_does_not_depend_on_the_notation(text: str, rules: DialRules) -> None:
    other = DialRules(rules.country, "international", rules.extension_digits, rules.area_code)
    assert canonical(text, rules) == canonical(text, other)


@given(numbers(), rules)
def test_what_is_shown_dials_the_same(text: str, rules: DialRules) -> None:
    text = text.strip()
    before = dialled(text, rules)
    assume(len(before) == 1)
    assert dialled(format_number(text, rules), rules) == before


@given(st.sampled_from(_examples), rules)
def test_foreign_numbers_are_dialled_with_their_own_country_code(number: str, rules: DialRules) -> None:
    parsed = phonenumbers.parse(number, None)
    assume(parsed.country_code != phonenumbers.country_code_for_region(rules.country))
    assert dialled(number, rules) == (number.removeprefix("+"),)
    assert dialled("00" + number[1:], DialRules()) in ((number[1:],), dialled(number, DialRules()))


@given(st.sampled_from(_examples), st.sampled_from(COUNTRIES[:-1]))
def test_both_notations_reach_the_same_line(number: str, country: str) -> None:
    national, international = DialRules(country, "national"), DialRules(country, "international")
    digits = [*dialled(number, national), *dialled(number, international)]
    assert len(digits) == 2
    parsed = phonenumbers.parse(number, None)
    if parsed.country_code == phonenumbers.country_code_for_region(country) and country in ("VN", "MY"):
        assert {canonical(one, national) for one in digits} == {canonical(number, national)}


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "0938363739 ", "0938 ", "+(0", "(", "tel:0 ", "x tel:1 ", "sip:", "a@", "1.1.", "x=1&", "%30", "%2",
     "*1", "0938363739,", "1/", "[", "\u0660", "\u200b", "1111111,", "+1 2 3 ", "\0", "01/02/2024 ", "a", "ext 1 "],
)  # fmt: skip
def test_a_text_of_megabytes_costs_no_more_than_a_page(piece: str) -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        find_numbers(text, DialRules())
        dialled(text, DialRules())
        canonical(text, DialRules())
        format_number(text, DialRules())
        return time.process_time() - start

    page, book = piece * (8000 // len(piece)), piece * (2_000_000 // len(piece))
    seconds(page)
    assert seconds(book) < 20 * max(seconds(page), 0.005)
