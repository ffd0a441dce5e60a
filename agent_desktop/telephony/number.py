"""Numbers as people write them: found in text, made ready for the PBX, compared, and written out again."""

from dataclasses import dataclass
from functools import lru_cache

from agent_desktop.errors import NotDialable
from agent_desktop.telephony.events import WITHHELD
from agent_desktop.telephony.number_area import Place, area_name, country_name
from agent_desktop.telephony.number_plan import (
    FEWEST_DIGITS,
    MOST_DIGITS,
    DialRules,
    Fit,
    NumberKind,
    Reading,
    formatted,
    preload,
    read_digits,
)
from agent_desktop.telephony.number_search import read_written, search
from agent_desktop.telephony.number_text import Written, plain, star_code
from agent_desktop.telephony.number_uri import decoded, read_uri

__all__ = [
    "FEWEST_DIGITS",
    "DialRules",
    "Dialable",
    "Found",
    "NumberKind",
    "Place",
    "SeveralNumbers",
    "canonical",
    "describe_place",
    "find_numbers",
    "format_number",
    "needs_confirmation",
    "parse_dialable",
    "preload",
    "same_number",
]

MOST_NUMBERS = 20
"""Numbers found in one text; the rest is passed over."""

_LONGEST_KEYED = 100
_LONGEST_SHOWN = 60
_UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Dialable:
    """A number ready for the PBX. `digits` is [0-9]+, `shown` is how people write it, `rule` says what made the digits.

    `region` is an ISO region or ""; `doubt` is a plain reason to ask before dialling, or "".
    """

    digits: str
    shown: str
    rule: str
    region: str
    kind: NumberKind
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A number in a text: as written there, and as it would be dialled."""

    text: str
    dialable: Dialable


class SeveralNumbers(NotDialable):
    """A text holds more than one number: someone has to choose among `candidates`."""

    title = "There are several numbers in that."
    advice = "Choose the one to call."

    def __init__(self, candidates: tuple[Dialable, ...]) -> None:
        super().__init__()
        self.candidates = candidates


def find_numbers(text: str, rules: DialRules) -> tuple[Found, ...]:
    """The numbers in a text or URI, in order, each once. Never fails; looks at the first few thousand characters."""
    found: dict[str, Found] = {}
    for written in search(text, rules):
        try:
            dialable = _dialable(written, rules)
        except NotDialable:
            continue
        found.setdefault(dialable.digits, Found(written.text, dialable))
    return tuple(found.values())[:MOST_NUMBERS]


def parse_dialable(text: str, rules: DialRules) -> Dialable:
    """The one number in a text or URI. Raises NotDialable with the reason, SeveralNumbers where there is a choice."""
    found = find_numbers(text, rules)
    if len(found) == 1:
        return found[0].dialable
    if found:
        raise SeveralNumbers(tuple(one.dialable for one in found))
    for written in search(text, rules):
        _dialable(written, rules)  # raises with the reason
    raise _no_number(text)


def _no_number(text: str) -> NotDialable:
    bare = plain(text)
    uri = read_uri(bare)
    if star_code(decoded(bare) if uri is None else uri.number):
        return NotDialable("Star codes such as *97 cannot be dialled from here.", "Dial it on the phone itself.")
    if bare.casefold() == WITHHELD:
        return NotDialable("The caller withheld the number.", "It cannot be called back.")
    return NotDialable()


def _dialable(written: Written, rules: DialRules) -> Dialable:
    reading = read_written(written, rules)
    if reading.fit is Fit.NONE:
        raise _unknown(reading)
    digits = _digits_to_dial(reading, rules)
    rule = _rule(reading, digits, rules)
    if written.left_out:
        rule += f"; extension {written.left_out} left out"
    doubt = "This does not look like a valid number." if reading.fit is Fit.DOUBTFUL else ""
    if reading.parsed is None and not doubt and written.text.strip("() ") != digits:
        doubt = "This may be more than one number."
    return Dialable(digits, formatted(reading, rules), rule, reading.region, reading.kind, doubt)


def _digits_to_dial(reading: Reading, rules: DialRules) -> str:
    if reading.parsed is None:
        return reading.digits
    if reading.untouchable or (reading.home and rules.notation == "national"):
        return reading.national
    return reading.e164


def _rule(reading: Reading, digits: str, rules: DialRules) -> str:
    if reading.parsed is None:
        names = {"extension": "extension", "emergency": "emergency number", "short": "short number"}
        return f"{names.get(reading.kind, 'not a known number')}, dialled as it is"
    international = not reading.home or rules.notation == "international"
    name = "short number" if reading.untouchable else "international" if international else "national"
    if digits != reading.digits:
        return f"{name}: {_change(reading, digits)}"
    return name if reading.plus else f"{name}, dialled as it is"


def _change(reading: Reading, after: str) -> str:
    """What became of the digits before the part that every notation shares."""
    gone, new = reading.digits.removesuffix(reading.significant), after.removesuffix(reading.significant)
    plus, code = "+" if reading.plus else "", reading.e164.removesuffix(reading.significant)
    if after.endswith(reading.digits):
        return f"{after.removesuffix(reading.digits)} added"
    if not new:
        return f"{plus}{gone} left out"
    if gone in (code + new, "00" + new):
        return f"{plus}{gone.removesuffix(new)} left out"
    if new == code and gone.startswith(code):
        return f"the {gone.removeprefix(code)} after {plus}{code} left out"
    return f"{plus}{gone} became {new}"


def _unknown(reading: Reading) -> NotDialable:
    if len(reading.digits) > MOST_DIGITS:
        return NotDialable("That number is too long to be dialled.")
    if len(reading.digits) < FEWEST_DIGITS:
        return NotDialable("That number is not complete.")
    return NotDialable("No country has the code after the +.")


def needs_confirmation(dialable: Dialable) -> str:
    """The plain reason to ask before dialling, or ""."""
    if dialable.kind == "emergency":
        return "This is an emergency number."
    if dialable.kind == "premium":
        return "A call to this number may cost extra."
    if len(dialable.digits) <= 2:
        return "This number is very short."
    return dialable.doubt


def canonical(number: str, rules: DialRules) -> str:
    """A key that is the same however a number is written and dialled; "" for a withheld or unknown one.

    It is the E.164 number without its + where there is one, else the digits (or the star code) as they are. A number
    whose E.164 digits alone would be read as another keeps its +. The key of a key is the key.
    """
    return _key(number[:_LONGEST_KEYED], rules.country.upper(), rules.extension_digits, rules.area_code)


def same_number(a: str, b: str, rules: DialRules) -> bool:
    """True where both are known and reach the same line."""
    key = canonical(a, rules)
    return bool(key) and key == canonical(b, rules)


@lru_cache(maxsize=2048)
def _key(number: str, country: str, extension_digits: int, area_code: str) -> str:
    rules = DialRules(country, "national", extension_digits, area_code)
    written = _only_number(number, rules)
    if written is None:
        return star_code(plain(number))
    key = _bare_key(read_written(written, rules))
    return key if _bare_key(read_digits(key, False, rules)) == key else "+" + key


def _bare_key(reading: Reading) -> str:
    return reading.e164 or reading.digits


def _only_number(number: str, rules: DialRules) -> Written | None:
    """The number where there is exactly one. A leading space is a + that was decoded; a host after @ does not count."""
    text = number.lstrip(" ")
    plus = text != number or text.startswith("+")
    text = text.removeprefix("+")
    if not (text.isascii() and text.isdigit()):
        if "@" in text and ":" not in text:
            text = text.partition("@")[0]
        found = search("+" + text if plus and text[:1].isdigit() else text, rules)
        return found[0] if len(found) == 1 else None
    return Written(number, text, plus and not text.startswith("0"))


@lru_cache(maxsize=1024)
def format_number(number: str, rules: DialRules) -> str:
    """The number as people of the home country write it; text that is no number stays as it is, shortened."""
    text = plain(number[:_LONGEST_KEYED])
    if text.casefold() in ("", _UNKNOWN):
        return "Unknown number"
    if text.casefold() == WITHHELD:
        return "Number withheld"
    written = _only_number(number[:_LONGEST_KEYED], rules)
    return (
        " ".join(text.split())[:_LONGEST_SHOWN] if written is None else formatted(read_written(written, rules), rules)
    )


def describe_place(number: str, rules: DialRules) -> Place:
    """Where the number is from, as far as it says."""
    written = _only_number(number[:_LONGEST_KEYED], rules)
    if written is None:
        return Place()
    reading = read_written(written, rules)
    if reading.parsed is None:
        kinds = {"extension": Place(kind="extension"), "national": Place(), "international": Place()}
        return kinds.get(reading.kind, Place(country_name(rules.country.upper()), kind="short"))
    area = area_name(reading.region, reading.significant) if reading.line == "fixed" else ""
    return Place(country_name(reading.region), area, reading.line)
