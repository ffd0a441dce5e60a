"""The bitmaps as a search reads them, on one connection and at one moment."""

import sqlite3
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from heapq import merge
from itertools import islice
from typing import overload

MOST_UNINDEXED = 4000
"""With more than these, to be looked at one by one, the bitmaps are no help."""
_BLOCKS_AT_ONCE = 64
_IDS_AT_ONCE = 128
"""A page of them, and some more: where they lie apart, each is in a part of its own."""
PARTS = 256
"""A block has fewer parts than this."""
PART = 500
"""Ids of calls in a part of a block: they fill a page of the file."""
_FEW_ONES = 16
"""So few are found sooner one by one in a number than among its digits."""
_PARTS_HELD = 512
"""Two megabytes of ids."""

Chosen = Mapping[int, int]
"""Of blocks, by their place in time: the calls, one bit each. Blocks without any are left out."""


@dataclass(frozen=True, slots=True)
class Block:
    """So many calls from `first` up to, but not with, `stop`."""

    id: int
    first: int
    stop: int
    size: int


def blocks(connection: sqlite3.Connection) -> list[Block]:
    """All there are, in the order of time."""
    rows = connection.execute("SELECT id, first, stop, size FROM bitmap_blocks ORDER BY first")
    return [Block(*row) for row in rows]


def parts_of(connection: sqlite3.Connection, numbers: Collection[int]) -> dict[int, "array[int]"]:
    """The ids of calls in parts of blocks. Raises zlib.error for damage."""
    select = ("SELECT id, ids FROM bitmap_calls WHERE id IN (", ", ".join("?" * len(numbers)), ")")
    found = {}
    for number, packed in connection.execute("".join(select), (*numbers,)):
        found[number] = ids = array("q")
        ids.frombytes(packed)
    if len(found) < len(numbers):
        raise zlib.error("a part of a block is missing")
    return found


def part_of(connection: sqlite3.Connection, number: int) -> "array[int]":
    """One of them."""
    return parts_of(connection, (number,))[number]


class Ids(Sequence[int]):
    """A block's calls, in their order; each part is read when it is needed."""

    def __init__(self, block: Block, read_part: "Callable[[int], array[int]]") -> None:
        self._block = block
        self._read_part = read_part

    def __len__(self) -> int:
        return self._block.size

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> list[int]: ...
    def __getitem__(self, place: int | slice) -> int | list[int]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        part, offset = divmod(place, PART)
        return self._read_part(self._block.id * PARTS + part)[offset]


def pack(bits: bytes | bytearray) -> bytes:
    """As it is kept: only what becomes half as long is worth unpacking it time and again."""
    packed = zlib.compress(bits, 1)
    return packed if len(packed) < len(bits) // 2 else bytes(bits)


def unpack(packed: bytes, size: int) -> int:
    """The bits of a block with so many calls. Raises zlib.error for damage."""
    return int.from_bytes(packed if len(packed) == (size + 7) // 8 else zlib.decompress(packed), "little")


def count(chosen: Chosen) -> int:
    """How many calls these are."""
    return sum(bits.bit_count() for bits in chosen.values())


class Bitmaps:
    """`unindexed` are the calls that no bitmap tells anything of; some of them may be deleted."""

    def __init__(self, connection: sqlite3.Connection, unindexed: frozenset[int]) -> None:
        self.unindexed = unindexed
        self._connection = connection
        self._blocks = blocks(connection)
        self._read_part = lru_cache(maxsize=_PARTS_HELD)(partial(part_of, connection))

    @classmethod
    def of(cls, connection: sqlite3.Connection) -> "Bitmaps | None":
        """None as long as too many calls are not indexed."""
        rows = connection.execute("SELECT id FROM unindexed LIMIT ?", (MOST_UNINDEXED + 1,)).fetchall()
        return None if len(rows) > MOST_UNINDEXED else cls(connection, frozenset(row for (row,) in rows))

    def between(self, first: int | None, stop: int | None) -> Chosen:
        """The calls of a time, all where it has no ends."""
        chosen = {}
        for place, block in enumerate(self._blocks):
            bits = (1 << block.size) - 1
            if (stop is not None and stop <= block.first) or (first is not None and first >= block.stop):
                continue
            if stop is not None and stop < block.stop:
                bits &= (1 << bisect_left(self._ids(place), stop)) - 1
            if first is not None and first > block.first:
                bits &= -1 << bisect_left(self._ids(place), first)
            if bits:
                chosen[place] = bits
        return chosen

    def among(self, chosen: Chosen, groups: Sequence[Collection[str]], but: Collection[str] = ()) -> Chosen:
        """Those that are filed under one term at least of each group, and under none of the others."""
        left = {}
        places, names = list(chosen), {*but, *(term for group in groups for term in group)}
        if not names:
            return chosen
        for start in range(0, len(places), _BLOCKS_AT_ONCE):
            some = places[start : start + _BLOCKS_AT_ONCE]
            for place, filed in zip(some, self._filed(some, names), strict=True):
                bits = chosen[place]
                for group in groups:
                    any_of = 0
                    for term in group:
                        any_of |= self._bits(place, filed, term)
                    bits &= any_of
                    if not bits:
                        break
                for term in but if bits else ():
                    bits &= ~self._bits(place, filed, term)
                if bits:
                    left[place] = bits
        return left

    def ids(self, chosen: Chosen, after: int | None, *, descending: bool) -> Iterator[int]:
        """In time's order, from behind a call on, without those that are not indexed."""
        places = self._places(chosen, after, descending=descending)
        while some := list(islice(places, _IDS_AT_ONCE)):
            parts = parts_of(self._connection, {place // PART for place in some})
            for place in some:
                call = parts[place // PART][place % PART]
                if call not in self.unindexed:
                    yield call

    def _places(self, chosen: Chosen, after: int | None, *, descending: bool) -> Iterator[int]:
        """Where the calls stand: so many parts in, and so many calls in their part."""
        for place in sorted(chosen, reverse=descending):
            block, bits = self._blocks[place], chosen[place]
            if after is not None and (block.first > after if descending else block.stop <= after):
                continue
            if after is not None and block.first <= after < block.stop:
                ids = self._ids(place)
                bits &= (1 << bisect_left(ids, after)) - 1 if descending else -1 << bisect_right(ids, after)
            begin = block.id * PARTS * PART
            for at in _ones(bits, descending=descending):
                yield begin + at

    def with_unindexed(self, chosen: Chosen, after: int | None, *, descending: bool) -> Iterator[int]:
        """Those that are not indexed among them, whatever they are."""
        loose = sorted(self.unindexed, reverse=descending)
        if after is not None:
            loose = [call for call in loose if (call < after if descending else call > after)]
        return merge(self.ids(chosen, after, descending=descending), loose, reverse=descending)

    def _ids(self, place: int) -> Ids:
        return Ids(self._blocks[place], self._read_part)

    def _filed(self, places: list[int], names: Collection[str]) -> list[dict[str, bytes]]:
        numbers: dict[int, dict[str, bytes]] = {self._blocks[place].id: {} for place in places}
        these, those = (", ".join("?" * len(some)) for some in (numbers, names))
        select = ("SELECT block, term, bits FROM bitmaps WHERE block IN (", these, ") AND term IN (", those, ")")
        for block, term, bits in self._connection.execute("".join(select), (*numbers, *names)):
            numbers[block][term] = bits
        return list(numbers.values())

    def _bits(self, place: int, filed: Mapping[str, bytes], term: str) -> int:
        packed = filed.get(term)
        return 0 if packed is None else unpack(packed, self._blocks[place].size)


def _ones(bits: int, *, descending: bool) -> Iterator[int]:
    """Where there is a one."""
    if bits.bit_count() <= _FEW_ONES:
        while bits:
            at = bits.bit_length() - 1 if descending else (bits & -bits).bit_length() - 1
            yield at
            bits ^= 1 << at
        return
    digits = f"{bits:b}"  # the last call is the first digit
    last = len(digits) - 1
    if descending:
        at = digits.find("1")
        while at >= 0:
            yield last - at
            at = digits.find("1", at + 1)
    else:
        at = digits.rfind("1")
        while at >= 0:
            yield last - at
            at = digits.rfind("1", 0, at)
