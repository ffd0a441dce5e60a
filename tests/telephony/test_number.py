"""Numbers as people write them, against a corpus of what is seen and what comparable programs got wrong."""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from agent_desktop.errors import NotDialable
from agent_desktop.telephony.number import (
    Dialable,
    DialRules,
    SeveralNumbers,
    canonical,
    describe_place,
    find_numbers,
    format_number,
    needs_confirmation,
    parse_dialable,
    preload,
    same_number,
)

CORPUS = tomllib.loads(Path(__file__).with_name("numbers_corpus.toml").read_text(encoding="utf-8"))
VN = DialRules()


def rules_of(entry: dict[str, Any]) -> DialRules:
    names = ("country", "notation", "extension_digits", "area_code")
    return DialRules(**{name: entry[name] for name in names if name in entry})


def entries(kind: str, key: str = "text") -> Any:
    return [pytest.param(entry, id=ascii(entry[key])) for entry in CORPUS[kind]]


@pytest.mark.parametrize("entry", entries("dial"))
def test_one_number_is_dialled(entry: dict[str, Any]) -> None:
    found = parse_dialable(entry["text"], rules_of(entry))
    for name in ("digits", "rule", "kind", "shown"):
        if name in entry:
            assert getattr(found, name) == entry[name]


@pytest.mark.parametrize("entry", entries("refuse"))
def test_what_is_no_number_is_refused_with_a_sentence(entry: dict[str, Any]) -> None:
    with pytest.raises(NotDialable) as caught:
        parse_dialable(entry["text"], VN)
    assert not isinstance(caught.value, SeveralNumbers)
    assert entry.get("says", NotDialable.title) in caught.value.title
    assert caught.value.advice
    assert find_numbers(entry["text"], VN) == ()


@pytest.mark.parametrize("entry", entries("several"))
def test_several_numbers_come_in_order_and_once(entry: dict[str, Any]) -> None:
    with pytest.raises(SeveralNumbers) as caught:
        parse_dialable(entry["text"], rules_of(entry))
    assert [one.digits for one in caught.value.candidates] == entry["digits"]
    assert [one.dialable.digits for one in find_numbers(entry["text"], rules_of(entry))] == entry["digits"]


@pytest.mark.parametrize("entry", entries("known", "number"))
def test_key_looks_and_place(entry: dict[str, Any]) -> None:
    rules = rules_of(entry)
    assert canonical(entry["number"], rules) == entry["key"]
    assert format_number(entry["number"], rules) == entry["shown"]
    if "place" in entry:
        assert describe_place(entry["number"], rules).label == entry["place"]


def test_a_number_found_tells_how_it_was_written() -> None:
    texts = [found.text for found in find_numbers("Hoa (028) 3822-9999, An: +84 938 363 739.", VN)]
    assert texts == ["(028) 3822-9999", "+84 938 363 739"]


def test_an_error_tells_nothing_personal() -> None:
    with pytest.raises(NotDialable) as caught:
        parse_dialable("+999 1234567", VN)
    assert not any(c.isdigit() for c in caught.value.message)


def test_same_number_however_it_is_written() -> None:
    ways = ["0938363739", "+84 (0)938 363 739", " 84938363739", "sip:84938363739@host", "938 363 739", "0084938363739"]
    assert all(same_number(a, b, VN) for a in ways for b in ways)
    assert not same_number("0938363739", "0938363738", VN)
    assert not same_number("", "", VN)
    assert not same_number("anonymous", "anonymous", VN)
    assert not same_number("1001", "1002", VN)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("113", "This is an emergency number."),
        ("19002028", "A call to this number may cost extra."),
        ("5", "This number is very short."),
        ("55512345", "This does not look like a valid number."),
        ("+44 20 7946", "This does not look like a valid number."),
        ("101 102", "This may be more than one number."),
        ("(101)", ""),
        ("101", ""),
        ("0938363739", ""),
        ("01234567890", ""),
        ("+442079460958", ""),
    ],
)
def test_what_is_asked_before_dialling(text: str, reason: str) -> None:
    assert needs_confirmation(parse_dialable(text, VN)) == reason


def test_an_extension_is_never_completed_or_judged() -> None:
    for digits in ("0", "00", "000", "84", "840938", "999999"):
        found = parse_dialable(digits, DialRules(area_code="028", notation="international"))
        assert found == Dialable(digits, digits, "extension, dialled as it is", "", "extension")


def test_the_library_is_not_loaded_before_the_first_number() -> None:
    code = (
        "import sys, agent_desktop.telephony.call, agent_desktop.telephony.number as number\n"
        "assert 'phonenumbers' not in sys.modules\n"
        "number.preload(number.DialRules())\n"
        "assert 'phonenumbers.data.region_VN' in sys.modules\n"
        "number.describe_place('+442079460958', number.DialRules())\n"
        "heavy = {'phonenumbers.geocoder', 'phonenumbers.carrier', 'phonenumbers.timezone'}\n"
        "assert not heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


def test_preload_takes_any_country() -> None:
    preload(DialRules(country="ZZ"))
