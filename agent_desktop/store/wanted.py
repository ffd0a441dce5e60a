"""One customer's number in whatever notation, as it may stand in a table, a webhook, a note or a log."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from agent_desktop.store.folding import FoldNumber, digits, number_forms

MASK = "•••"
FEWEST_DIGITS = 7
"""A shorter number is an extension or a short code, and stands by chance in much that is nobody's."""

_BETWEEN = r"(?:[\s+().\-/\u00a0]|%[0-9A-Fa-f]{2})*"
_NO_DIGIT_BEFORE = r"(?:(?<![0-9])|(?<=%[0-9A-Fa-f]{2}))"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The number: `canonical` is the same for all its notations, `forms` are it and the digits that calls bring,
    `significant` the digits that all of them share.
    """

    canonical: str
    forms: tuple[str, ...]
    significant: str
    pattern: re.Pattern[str]

    def is_in(self, text: str) -> bool:
        """True where it stands anywhere in a text, percent-encoded or not."""
        return bool(self.pattern.search(text)) or ("%" in text and bool(self.pattern.search(unquote(text))))

    def written_in(self, text: str) -> set[str]:
        """The ways in which it stands in a text."""
        return {match.group() for match in self.pattern.finditer(text)}

    def masked(self, text: str) -> str:
        """The text without it."""
        return self.pattern.sub(MASK, text)


def wanted(number: str, fold_number: FoldNumber) -> Wanted | None:
    """What to look for, or None where the text is no number that a customer could have."""
    canonical = fold_number(number)
    whole = digits(canonical)
    if len(whole) < FEWEST_DIGITS:
        return None
    forms = tuple(dict.fromkeys((canonical, *number_forms(canonical, fold_number))))
    home = next((form for form in forms if form.startswith("0")), "")
    significant = home[1:] or whole
    code = whole.removesuffix(significant)
    prefix = f"(?:00)?{_spaced(code)}{_BETWEEN}0?{_BETWEEN}|0{_BETWEEN}" if code else "00"
    pattern = rf"{_NO_DIGIT_BEFORE}\+?(?:{prefix})?{_spaced(significant)}(?![0-9])"
    return Wanted(canonical, forms, significant, re.compile(pattern))


def _spaced(number: str) -> str:
    return _BETWEEN.join(number)
