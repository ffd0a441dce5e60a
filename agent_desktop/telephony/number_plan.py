"""What a string of digits is under the numbering plans of the world. `phonenumbers` is used here and nowhere else.

It is loaded at the first number, not at import (about 40 ms and 3 MB). Never import its geocoder, carrier or timezone
parts: they cost some 100 MB.
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

NumberKind = Literal["extension", "short", "national", "international", "emergency", "premium"]

MOST_DIGITS = 15
"""The longest number of E.164, country code included."""

FEWEST_DIGITS = 7
"""Fewer digits than this after a + are never a whole number."""

_LONGEST_SHORT = 6
_MORE_EMERGENCY = {"VN": {"112"}, "MY": {"991", "994"}}


@dataclass(frozen=True, slots=True)
class DialRules:
    """How numbers are read and dialled at this desk.

    `country` is the ISO region; `notation` is what the tenant dials (0938… or 84938…). Up to `extension_digits` digits
    are an extension or a short code, dialled untouched. `area_code` (with or without its 0) completes local numbers.
    """

    country: str = "VN"
    notation: Literal["national", "international"] = "national"
    extension_digits: int = 6
    area_code: str = ""


class Fit(IntEnum):
    """How well digits fit a numbering plan."""

    NONE = 0
    """No number: too long, or no country has that code."""
    DOUBTFUL = 1
    """Not a number of any known plan, or an incomplete one."""
    POSSIBLE = 2
    """The right length, but not in use as far as is known (old Vietnamese numbers are)."""
    VALID = 3
    """In use, an extension or a short code."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What digits are. `parsed` is None where no plan applies (extension, short code, unknown)."""

    digits: str
    plus: bool
    fit: Fit
    kind: NumberKind
    region: str = ""
    parsed: "PhoneNumber | None" = None
    home: bool = False
    untouchable: bool = False
    """A number that only exists as it is dialled within the country, such as 1900 xxxx: no 0 and no country code."""
    line: Literal["mobile", "fixed", "toll_free", "short", ""] = ""
    e164: str = ""
    """Country code and national number, digits only; "" where no plan applies."""
    significant: str = ""
    """The last part of `e164`: what follows the country code."""
    national: str = ""
    """As dialled within the number's own country, digits only; "" where no plan applies."""


def is_country(region: str) -> bool:
    """True for the two letters of a country (ISO 3166) that has a numbering plan."""
    import phonenumbers

    return bool(phonenumbers.country_code_for_region(region))


def read_digits(digits: str, plus: bool, rules: DialRules) -> Reading:
    """What ASCII digits, written with or without a +, are to a desk with these rules. Never fails, and is cached."""
    return _read(digits, plus, rules.country.upper(), rules.extension_digits, rules.area_code)


def preload(rules: DialRules) -> None:
    """Load the library and the home country's plan now (some 40 ms), so that the first call need not wait for them."""
    read_digits("0" * 9, False, rules)


@lru_cache(maxsize=256)  # a kilobyte each; what is asked for again and again is kept by who asks
def _read(digits: str, plus: bool, country: str, extension_digits: int, area_code: str) -> Reading:
    if not plus and 0 < len(digits) <= extension_digits:
        return _code(digits, country, "extension")
    if plus:
        return _international(digits, country)
    parsed = _parse(digits, country)
    if parsed is not None and _is_valid(parsed):
        return _planned(digits, False, parsed, country, Fit.VALID)
    for form in (_with_area(digits, country, area_code), _with_plus(digits)):
        parsed_form = _parse(form, country) if form else None
        if parsed_form is not None and _is_valid(parsed_form):
            return _planned(digits, False, parsed_form, country, Fit.VALID)
    if parsed is not None and _is_possible(parsed, country) and digits.startswith(_obligatory_trunk(country)):
        return _planned(digits, False, parsed, country, Fit.POSSIBLE)
    if 0 < len(digits) <= _LONGEST_SHORT:
        return _code(digits, country, "short")
    fits = 0 < len(digits) <= MOST_DIGITS
    return Reading(digits, False, Fit.DOUBTFUL if fits else Fit.NONE, "national")


def _with_area(digits: str, country: str, area_code: str) -> str:
    return _trunk(country) + area_code.removeprefix("0") + digits if area_code and not digits.startswith("0") else ""


def _with_plus(digits: str) -> str:
    """00 is dialled for + in most countries, and a + is often forgotten; too short for that is a short code."""
    if digits.startswith("00"):
        return "+" + digits[2:]
    return "" if digits.startswith("0") or len(digits) <= _LONGEST_SHORT else "+" + digits


def _international(digits: str, country: str) -> Reading:
    parsed = _parse("+" + digits, None)
    if parsed is None:
        return Reading(digits, True, Fit.NONE, "international")
    if _is_valid(parsed):
        fit = Fit.VALID
    elif _is_possible(parsed, country):
        fit = Fit.POSSIBLE
    else:
        fit = Fit.DOUBTFUL if len(digits) >= FEWEST_DIGITS else Fit.NONE
    return _planned(digits, True, parsed, country, fit)


def _code(digits: str, country: str, kind: NumberKind) -> Reading:
    return Reading(digits, False, Fit.VALID, "emergency" if _is_emergency(digits, country) else kind)


def _planned(digits: str, plus: bool, parsed: "PhoneNumber", country: str, fit: Fit) -> Reading:
    import phonenumbers
    from phonenumbers import PhoneNumberType as Type

    kind_of_line = phonenumbers.number_type(parsed)
    home = parsed.country_code == phonenumbers.country_code_for_region(country)
    significant = phonenumbers.national_significant_number(parsed)
    trunk = _obligatory_trunk(country)
    national = _only_digits(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL))
    if fit is not Fit.VALID and home:
        national = trunk + significant
    special = (Type.TOLL_FREE, Type.PREMIUM_RATE, Type.SHARED_COST, Type.UAN)
    untouchable = home and kind_of_line in special and not national.startswith(trunk)
    kind: NumberKind = "national" if home else "international"
    if kind_of_line == Type.PREMIUM_RATE:
        kind = "premium"
    elif untouchable:
        kind = "short"
    return Reading(
        digits,
        plus,
        fit,
        kind,
        _region(parsed),
        parsed,
        home,
        untouchable,
        _line(kind_of_line),
        _e164(parsed),
        significant,
        national,
    )


def _region(parsed: "PhoneNumber") -> str:
    import phonenumbers

    return phonenumbers.region_code_for_number(parsed) or phonenumbers.region_code_for_country_code(
        parsed.country_code or 0
    )


def _e164(parsed: "PhoneNumber") -> str:
    import phonenumbers

    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164).removeprefix("+")


def _line(kind_of_line: int) -> Literal["mobile", "fixed", "toll_free", "short", ""]:
    from phonenumbers import PhoneNumberType as Type

    if kind_of_line == Type.MOBILE:
        return "mobile"
    if kind_of_line == Type.FIXED_LINE:
        return "fixed"
    if kind_of_line == Type.TOLL_FREE:
        return "toll_free"
    return "short" if kind_of_line in (Type.PREMIUM_RATE, Type.SHARED_COST, Type.UAN) else ""


def _parse(text: str, region: str | None) -> "PhoneNumber | None":
    import phonenumbers

    try:
        parsed = phonenumbers.parse(text, region)
        # The library drops one 0 of "+84 00 938…" at a time.
        for _ in range(0 if _is_valid(parsed) else MOST_DIGITS):
            before, parsed = parsed, phonenumbers.parse("+" + _e164(parsed), None)
            if parsed == before:
                break
    except phonenumbers.NumberParseException:
        return None
    return parsed if len(_e164(parsed)) <= MOST_DIGITS else None


def _is_valid(parsed: "PhoneNumber") -> bool:
    import phonenumbers

    return phonenumbers.is_valid_number(parsed)


def _is_possible(parsed: "PhoneNumber", country: str) -> bool:
    """True for the length of a whole number; a second 0 after the home country's own is none of the number's."""
    import phonenumbers

    if phonenumbers.is_possible_number_with_reason(parsed) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return False
    home = parsed.country_code == phonenumbers.country_code_for_region(country)
    second_zero = phonenumbers.national_significant_number(parsed).startswith("0")
    return not (home and second_zero and _obligatory_trunk(country))


def _is_emergency(digits: str, country: str) -> bool:
    import phonenumbers

    return digits in _MORE_EMERGENCY.get(country, ()) or phonenumbers.is_emergency_number(digits, country)


def _trunk(country: str) -> str:
    """What is dialled before a number within the country: "0" in most, "" in some."""
    import phonenumbers

    plan = phonenumbers.PhoneMetadata.metadata_for_region(country, None)
    return (plan.national_prefix or "") if plan is not None else ""


def _obligatory_trunk(country: str) -> str:
    """The 0 that people write as part of the number, or "" (nobody writes the 1 of North America)."""
    return "0" if _trunk(country) == "0" else ""


def _only_digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def formatted(reading: Reading, rules: DialRules) -> str:
    """As people write it: home numbers the national way, foreign ones with + and the country code."""
    import phonenumbers
    from phonenumbers import PhoneNumberFormat

    parsed = reading.parsed
    if parsed is None:
        return ("+" if reading.plus else "") + reading.digits
    like_extension = len(reading.national) <= rules.extension_digits and not reading.untouchable
    if not reading.home or reading.fit is Fit.DOUBTFUL or like_extension:
        return phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL)
    if reading.fit is not Fit.VALID:
        return _grouped(reading.national)
    text = phonenumbers.format_number(parsed, PhoneNumberFormat.NATIONAL)
    # 1-300-88-1234 is how the library writes it, 1300 88 1234 how Malaysia does.
    return text.replace("-", "", 1).replace("-", " ") if reading.region == "MY" and reading.untouchable else text


def _grouped(digits: str) -> str:
    if len(digits) < 9:
        return digits
    return f"{digits[:4]} {digits[4:7]} {digits[7:]}"
