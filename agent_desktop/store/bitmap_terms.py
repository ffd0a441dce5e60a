"""What a call is filed under in the bitmaps: each one, two and three neighbouring characters of its text, and a bucket
of each column that is filtered or sorted by.

A bucket is a range of values, so that buckets can be gone through in the order of their column. Those of a long column
come in levels, each of which divides the buckets of the one before it.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

GRAM = 3

_LONGEST = 40
"""Of longer values, those that begin alike share a bucket."""
_PREFIXES: dict[str, tuple[int, ...]] = {
    "direction": (_LONGEST,),
    "status": (_LONGEST,),
    "queue": (1, _LONGEST),
    "extension": (2, _LONGEST),
    "did": (4, _LONGEST),
    "disposition": (1, _LONGEST),
    "who_key": (1, 4, 10),
    "canonical": (4, 6),
}
"""How many characters of a value count, for each level."""
_FIGURES = ("unanswered", "recorded", "wait_s", "talk_s")
_BITS = 3
"""Figures with so many binary digits have a bucket each; larger ones share theirs with what is a little larger."""
_LAST_CHARACTER = "\U0010ffff"
_BEFORE_SURROGATES, _AFTER_SURROGATES = "\ud7ff", "\ue000"

COLUMNS = (*_PREFIXES, *_FIGURES)
"""The columns of `calls` that have buckets."""

Value = str | int


@dataclass(frozen=True, slots=True)
class Bucket:
    """The values from `low` up to, but not with, `high` (None: all the rest); one value only where it `is_single`."""

    term: str
    low: Any
    high: Any
    is_single: bool

    def holds(self, value: Value) -> bool:
        """True for a value of the bucket."""
        return bool(self.low <= value and (self.high is None or value < self.high))


def levels(column: str) -> int:
    """How often a column's buckets are divided."""
    return len(_PREFIXES[column]) if column in _PREFIXES else 2


def bucket(column: str, level: int, value: Value) -> Bucket:
    """The one that the value lies in."""
    if isinstance(value, int):
        low, high = _figures(level, value)
        return Bucket(f"{column}.{level}={low}", low, high, high - low == 1)
    length = _PREFIXES[column][level]
    prefix = value[:length]
    single = len(value) < length
    return Bucket(f"{column}.{level}={prefix}", prefix, f"{value}\0" if single else _successor(prefix), single)


def equal(column: str, value: Value) -> str:
    """The term of the narrowest bucket that holds all calls with this value."""
    return bucket(column, levels(column) - 1, value).term


def terms(folded: str, values: tuple[Value, ...]) -> set[str]:
    """All terms of a call with this text and these values of COLUMNS."""
    found: set[str] = set()
    for word in folded.split():
        found.update(word)
        found.update(map("".join, pairwise(word)))
        found.update(map("".join, zip(word, word[1:], word[2:], strict=False)))
    for column, value in zip(COLUMNS, values, strict=True):
        found.update(_terms_of(column, value))
    return found


@lru_cache(maxsize=2048)
def _terms_of(column: str, value: Value) -> tuple[str, ...]:
    return tuple(bucket(column, level, value).term for level in range(levels(column)))


def grams(fragment: str) -> list[str]:
    """The terms that every text with the fragment has: exactly these texts, where the fragment is short."""
    return [fragment[at : at + GRAM] for at in range(max(1, len(fragment) - GRAM + 1))]


def _figures(level: int, value: int) -> tuple[int, int]:
    """Figures above 0 by their length in hexadecimal digits, then by their first binary digits."""
    if value <= 0:
        return value, value + 1
    if level == 0:
        digits = (value.bit_length() + 3) // 4
        return max(1, 1 << 4 * (digits - 1)), 1 << 4 * digits
    step = 1 << max(0, value.bit_length() - _BITS)
    return value // step * step, value // step * step + step


def _successor(prefix: str) -> str | None:
    """The first text after all that begin so; None where there is none."""
    begin = prefix.rstrip(_LAST_CHARACTER)
    if not begin:
        return None
    last = _AFTER_SURROGATES if begin[-1] == _BEFORE_SURROGATES else chr(ord(begin[-1]) + 1)
    return begin[:-1] + last
