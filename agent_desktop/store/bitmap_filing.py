"""Making the bitmaps: one block at a time, from calls that are not indexed yet and their neighbours."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial

from agent_desktop.store.bitmap_terms import COLUMNS, terms
from agent_desktop.store.bitmaps import PART, PARTS, Block, Ids, blocks, pack, part_of, unpack

BLOCK = 16_384
"""So many calls at most share a block: two kilobytes of bits, of which a page of the file takes any."""
FILED_AT_ONCE = 64
"""Calls taken up in one go: a few milliseconds, while nothing else gets to run Python."""
WRITTEN_AT_ONCE = 100
"""Bitmaps written or removed in one transaction: few milliseconds, so that no acknowledgement waits for them."""

Row = tuple[int, str, bytes]
"""As in the table `bitmaps`, but for the id."""

_SELECT = " ".join(
    ("SELECT id, folded,", ", ".join(COLUMNS), "FROM calls JOIN call_text USING (id) WHERE id BETWEEN ? AND ?")
)


@dataclass(frozen=True, slots=True)
class Plan:
    """The block to make: its calls, the last entry of `unindexed` that it takes in, and the blocks whose place it
    takes. Calls from its end up to `stopped` have no block any more.
    """

    block: Block
    ids: "array[int]"
    seq: int
    replaced: tuple[int, ...]
    stopped: int


@dataclass(slots=True)
class Filing:
    """A block as it comes into being."""

    plan: Plan
    _marks: dict[str, bytearray] = field(default_factory=dict)

    def portions(self) -> Iterator[range]:
        """The places of the block's calls."""
        size = self.plan.block.size
        for start in range(0, size, FILED_AT_ONCE):
            yield range(start, min(size, start + FILED_AT_ONCE))

    def take(self, connection: sqlite3.Connection, places: range) -> None:
        """File these calls as they are at this moment: what changes from now on is in `unindexed` again."""
        ids, length = self.plan.ids, (self.plan.block.size + 7) // 8
        place_of = {ids[place]: place for place in places}
        for call, folded, *values in connection.execute(_SELECT, (ids[places[0]], ids[places[-1]])):
            place = place_of.get(call)
            if place is None:
                continue
            byte, bit = place >> 3, 1 << (place & 7)
            for term in terms(folded, tuple(values)):
                marks = self._marks.get(term)
                if marks is None:
                    marks = self._marks[term] = bytearray(length)
                marks[byte] |= bit

    def rows(self) -> Iterator[Row]:
        """All of them, each made when it is asked for."""
        while self._marks:
            term, marks = self._marks.popitem()
            yield self.plan.block.id, term, pack(marks)


def plan(connection: sqlite3.Connection, most_left: int) -> Plan | None:
    """The block to make next; None where no more than so many entries of `unindexed` are left."""
    entries, oldest, seq = connection.execute("SELECT count(*), min(id), max(seq) FROM unindexed").fetchone()
    if entries <= most_left:
        return None
    known = blocks(connection)
    before = max((block for block in known if block.first <= oldest), key=lambda block: block.first, default=None)
    goes_on = before is not None and (oldest < before.stop or before.size < BLOCK)
    begin = before.first if before is not None and goes_on else oldest
    found = connection.execute("SELECT id FROM calls WHERE id >= ? ORDER BY id LIMIT ?", (begin, BLOCK))
    ids = [call for (call,) in found]
    stop = ids[-1] + 1 if len(ids) == BLOCK else max(ids[-1] + 1 if ids else begin, oldest + 1)
    replaced = [before] if before is not None and goes_on else []
    for block in known:
        if block.first <= begin or block.first >= stop:
            continue
        if block.stop > stop:
            stop = block.first
            break
        replaced.append(block)
    ids = [call for call in ids if call < stop]
    (last,) = connection.execute(
        "SELECT max((SELECT coalesce(max(block), 0) FROM bitmaps), (SELECT coalesce(max(id), 0) FROM bitmap_blocks))"
    ).fetchone()
    block = Block(last + 1, begin, stop, len(ids))
    stopped = max((one.stop for one in replaced), default=stop)
    return Plan(block, array("q", ids), seq, tuple(one.id for one in replaced), stopped)


def write(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Bitmaps of a block that does not count yet."""
    connection.executemany("INSERT INTO bitmaps (block, term, bits) VALUES (?, ?, ?)", rows)


def put(connection: sqlite3.Connection, plan: Plan) -> None:
    """From now on the block counts."""
    block = plan.block
    for one in plan.replaced:
        connection.execute("DELETE FROM bitmap_blocks WHERE id = ?", (one,))
        connection.execute("DELETE FROM bitmap_calls WHERE id BETWEEN ? AND ?", (one * PARTS, one * PARTS + PARTS - 1))
    if block.size:
        values = (block.id, block.first, block.stop, block.size)
        connection.execute("INSERT INTO bitmap_blocks (id, first, stop, size) VALUES (?, ?, ?, ?)", values)
    for number, start in enumerate(range(0, block.size, PART), start=block.id * PARTS):
        part = plan.ids[start : start + PART].tobytes()
        connection.execute("INSERT INTO bitmap_calls (id, ids) VALUES (?, ?)", (number, part))
    left_over = "INSERT INTO unindexed (id) SELECT id FROM calls WHERE id >= ? AND id < ?"
    connection.execute(left_over, (block.stop, plan.stopped))


def taken_in(connection: sqlite3.Connection, plan: Plan) -> list[int]:
    """The entries of `unindexed` that the block, now that it counts, makes superfluous."""
    limits = (plan.seq, plan.block.first, plan.block.stop)
    found = connection.execute("SELECT seq FROM unindexed WHERE seq <= ? AND id >= ? AND id < ?", limits)
    return [seq for (seq,) in found]


def strike_off(connection: sqlite3.Connection, entries: Iterable[int]) -> None:
    """Delete these entries of `unindexed`."""
    connection.executemany("DELETE FROM unindexed WHERE seq = ?", ((entry,) for entry in entries))


def leftovers(connection: sqlite3.Connection) -> list[int]:
    """The rows of blocks that are not there (any more)."""
    found = connection.execute("SELECT id FROM bitmaps WHERE block NOT IN (SELECT id FROM bitmap_blocks)")
    return [row for (row,) in found]


def remove(connection: sqlite3.Connection, rows: Iterable[int]) -> None:
    """Delete these bitmaps."""
    connection.executemany("DELETE FROM bitmaps WHERE id = ?", ((row,) for row in rows))


def without(connection: sqlite3.Connection, block: Block, gone: frozenset[int]) -> list[tuple[bytes, int]]:
    """The bitmaps of the block that tell of one of these calls, without them, and the rows where they belong."""
    ids = Ids(block, lru_cache(maxsize=1)(partial(part_of, connection)))
    mask = sum(1 << place for place, call in enumerate(ids) if call in gone)
    changed = []
    for row, packed in connection.execute("SELECT id, bits FROM bitmaps WHERE block = ?", (block.id,)) if mask else ():
        bits = unpack(packed, block.size)
        if bits & mask:
            changed.append((pack((bits & ~mask).to_bytes((block.size + 7) // 8, "little")), row))
    return changed


def replace_bits(connection: sqlite3.Connection, changed: Iterable[tuple[bytes, int]]) -> None:
    """Write what `without` made."""
    connection.executemany("UPDATE bitmaps SET bits = ? WHERE id = ?", changed)
