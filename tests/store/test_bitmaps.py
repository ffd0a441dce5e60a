"""The calls of a bitmap, in time's order, whether few or many have their bit set."""

import sqlite3
from array import array
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.store.bitmap_tables import BITMAP_TABLES
from agent_desktop.store.bitmaps import PART, PARTS, Bitmaps

SIZE = 2 * PART + 7
CALLS = [10 + 3 * place for place in range(SIZE)]


def file(connection: sqlite3.Connection) -> None:
    """One block, whose calls fill two parts and begin a third."""
    for statement in BITMAP_TABLES:
        if statement.split()[1] == "TABLE":
            connection.execute(statement)
    connection.execute(
        "INSERT INTO bitmap_blocks (id, first, stop, size) VALUES (1, ?, ?, ?)", (CALLS[0], CALLS[-1] + 1, SIZE)
    )
    for number, start in enumerate(range(0, SIZE, PART), start=PARTS):
        ids = array("q", CALLS[start : start + PART]).tobytes()
        connection.execute("INSERT INTO bitmap_calls (id, ids) VALUES (?, ?)", (number, ids))


@given(
    chosen=st.one_of(
        st.sets(st.integers(0, SIZE - 1), max_size=20),
        st.integers(1, 9).map(lambda step: set(range(0, SIZE, step))),
    ),
    after=st.none() | st.integers(0, CALLS[-1] + 20),
    descending=st.booleans(),
    unindexed=st.frozensets(st.sampled_from(CALLS), max_size=5),
)
def test_the_calls_behind_one_come_in_order(
    chosen: set[int], after: int | None, descending: bool, unindexed: frozenset[int]
) -> None:
    bits = sum(1 << place for place in chosen)
    with closing(sqlite3.connect(":memory:")) as connection:
        file(connection)
        known = Bitmaps(connection, unindexed)
        found = list(known.ids({0: bits} if bits else {}, after, descending=descending))
    behind = [
        call
        for call in (CALLS[place] for place in chosen)
        if call not in unindexed and (after is None or (call < after if descending else call > after))
    ]
    assert found == sorted(behind, reverse=descending)
