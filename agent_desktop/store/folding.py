"""Text as search compares it: no case, no accents, and numbers as bare digits in every form people type."""

import re
from collections.abc import Callable, Iterator

from agent_desktop.telephony.folded import fold

FoldNumber = Callable[[str], str]
"""A number's canonical form: the same for all its notations, and for itself; "" where the number is not known."""

_CODE_LENGTHS = (2, 1, 3)
_SHORTEST_ABROAD = 8


def digits(text: str) -> str:
    """The digits 0-9 of a text."""
    return re.sub(r"[^0-9]", "", text)


def number_forms(number: str, fold_number: FoldNumber) -> Iterator[str]:
    """A number's digits as it is stored, in canonical form, and as it is dialled at home with the trunk zero.

    The home form is found by trial: it is the one with a zero for the country code that is the same number.
    """
    stored = digits(number)
    yield stored or fold(number)
    canonical = fold_number(number)
    abroad = digits(canonical)
    yield abroad
    if len(abroad) < _SHORTEST_ABROAD or stored.startswith("0"):
        return
    for length in _CODE_LENGTHS:
        home = f"0{abroad[length:]}"
        if fold_number(home) == canonical:
            yield home
            return


def words(text: str) -> tuple[str, ...]:
    """What someone typed, as the fragments that must all occur; neighbouring pieces of a number are joined."""
    found: list[str] = []
    number = ""
    for token in [*fold(text).split(), ""]:
        if token and re.fullmatch(r"[0-9+()./-]+", token):
            number += digits(token)
            continue
        if number:
            found.append(number.removeprefix("00"))
            number = ""
        if token:
            found.append(token)
    return tuple(word for word in found if word)
