"""The bitmaps follow the calls: made in the background, and never wrong meanwhile."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent_desktop.store import bitmap_filing, bitmaps, calls, indexing
from agent_desktop.store.bitmap_terms import COLUMNS
from agent_desktop.store.bitmaps import Bitmaps, blocks
from agent_desktop.store.database import doubt, open_database
from agent_desktop.store.schema import MIGRATIONS
from agent_desktop.store.store import Store, read_page
from agent_desktop.telephony.history import HistoryQuery
from tests.store.sample import AT, fold_number, index_all, reported, rows, with_store
from tests.store.test_database import version_1

BLOCK = 8


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bitmap_filing, "BLOCK", BLOCK)
    monkeypatch.setattr(bitmap_filing, "FILED_AT_ONCE", 3)
    monkeypatch.setattr(indexing, "_PAUSE_S", 0.0)


async def index(store: Store) -> None:
    await store.upkeep._indexing.catch_up(0)


def filed(connection: sqlite3.Connection) -> list[int]:
    """All calls that the bitmaps know, each as often as they do."""
    known = Bitmaps(connection, frozenset())
    return list(known.ids(known.between(None, None), None, descending=False))


def found(path: Path, text: str) -> set[str]:
    return {row.callid for row in read_page(path, HistoryQuery(text=text, limit=1000)).rows}


changes = st.lists(
    st.tuples(st.sampled_from(["save", "save", "save", "delete", "index"]), st.integers(0, 40)),
    min_size=20,
    max_size=80,
)


@settings(max_examples=60, deadline=None)
@given(changes)
def test_blocks_hold_every_call_once_whatever_came_before(tmp_path_factory: pytest.TempPathFactory, steps) -> None:
    path = tmp_path_factory.mktemp("index") / "journal.db"
    with closing(open_database(path, AT).connection) as connection, pytest.MonkeyPatch.context() as patch:
        patch.setattr(bitmap_filing, "BLOCK", BLOCK)
        for step, number in [*steps, ("index", 0)]:
            if step == "save":
                calls.save([reported(f"c{number}", AT + number * 7 % 41)], 0, fold_number, connection)
            elif step == "delete":
                row = connection.execute("SELECT id FROM calls WHERE callid = ?", (f"c{number}",)).fetchone()
                calls.delete(connection, row or ())
            else:
                index_all(connection)
        kept = [row for (row,) in connection.execute("SELECT id FROM calls ORDER BY id")]
        assert filed(connection) == kept
        known = blocks(connection)
        assert all(0 < block.size <= BLOCK for block in known)
        assert all(one.stop <= other.first for one, other in pairwise(known))
        assert connection.execute("SELECT count(*) FROM unindexed").fetchone() == (0,)
        ids = {block.id for block in known}
        assert {row for (row,) in connection.execute("SELECT DISTINCT block FROM bitmaps")} == ids


def test_calls_that_change_while_they_are_indexed_are_found_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.db"
    take = bitmap_filing.Filing.take
    begun, going_on = asyncio.Event(), asyncio.Event()

    async def use(store: Store) -> None:
        await store.save([reported(f"c{n}", AT + n * 2) for n in range(BLOCK)], 0)
        loop = asyncio.get_running_loop()

        def slow(self: bitmap_filing.Filing, connection: sqlite3.Connection, places: range) -> None:
            take(self, connection, places)
            loop.call_soon_threadsafe(begun.set)
            asyncio.run_coroutine_threadsafe(going_on.wait(), loop).result()

        monkeypatch.setattr(bitmap_filing.Filing, "take", slow)
        indexing_ = asyncio.ensure_future(index(store))
        await begun.wait()
        await store.set_note("c0", "zebra")
        await store.save([reported("between", AT + 1, number="0977777777")], 0)
        going_on.set()
        await indexing_
        assert found(path, "zebra") == {"c0"}
        assert found(path, "77777") == {"between"}
        assert await store.upkeep._reader.ask(filed) == [calls.call_id(AT + n) for n in (0, 1, *range(2, 15, 2))]

    with_store(path, use)


def test_an_indexing_that_was_broken_off_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal.db"

    async def broken_off(store: Store) -> None:
        await store.save([reported(f"c{n}", AT + n) for n in range(BLOCK + 2)], 0)
        with monkeypatch.context() as patch:
            patch.setattr(bitmap_filing, "put", fail)
            with pytest.raises(RuntimeError):
                await index(store)

    def fail(connection: sqlite3.Connection, plan: bitmap_filing.Plan) -> None:
        raise RuntimeError

    async def again(store: Store) -> None:
        await index(store)

    with_store(path, broken_off)
    assert rows(path, "SELECT count(*) FROM bitmaps") != [(0,)]
    assert len(found(path, "938363")) == BLOCK + 2
    with_store(path, again)
    assert rows(path, "SELECT count(*), sum(size) FROM bitmap_blocks") == [(2, BLOCK + 2)]
    assert rows(path, "SELECT count(*) FROM bitmaps WHERE block NOT IN (SELECT id FROM bitmap_blocks)") == [(0,)]


def test_few_calls_of_late_are_not_worth_a_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing.Indexing.catch_up, "__defaults__", (3,))

    async def use(store: Store) -> None:
        await store.save([reported(f"c{n}", AT + n) for n in range(3)], 0)
        await store.upkeep.index()
        assert rows(tmp_path / "journal.db", "SELECT count(*) FROM bitmap_blocks") == [(0,)]
        await store.save([reported("c3", AT + 3)], 0)
        await store.upkeep.index()
        assert rows(tmp_path / "journal.db", "SELECT size FROM bitmap_blocks") == [(4,)]

    with_store(tmp_path / "journal.db", use)


def test_nothing_is_left_of_a_customer_who_is_deleted(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def use(store: Store) -> None:
        await store.save(
            [reported(f"c{n}", AT + n, number="0977123456" if n % 5 else "0912000111") for n in range(20)], 0
        )
        await store.set_note("c0", "Ask 0977 123 456")
        await index(store)
        await store.upkeep.forget(store.upkeep.wanted("0977123456"), AT + 100)
        assert list(told(path, "712")) == []
        assert sum(told(path, "200")) == 3, "the other's calls are as they were, but for the one whose note is masked"

    with_store(path, use)


def test_a_note_is_found_at_once(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def use(store: Store) -> None:
        await store.save([reported("c1"), reported("c2", AT + 1)], 0)
        await index(store)
        await store.set_note("c1", "zebra")
        assert found(path, "zebra") == {"c1"}

    with_store(path, use)


def test_a_block_that_lost_calls_takes_none_of_the_next(tmp_path: Path) -> None:
    with closing(open_database(tmp_path / "journal.db", AT).connection) as connection:
        calls.save([reported(f"c{n}", AT + n) for n in range(2 * BLOCK)], 0, fold_number, connection)
        index_all(connection)
        calls.delete(connection, [calls.call_id(AT + 3)])
        index_all(connection)
        assert [block.size for block in blocks(connection)] == [BLOCK - 1, BLOCK]
        assert filed(connection) == [calls.call_id(AT + n) for n in range(2 * BLOCK) if n != 3]


@pytest.mark.parametrize("column", COLUMNS)
def test_whatever_bitmaps_are_made_of_is_looked_at_anew_when_it_changes(tmp_path: Path, column: str) -> None:
    path = tmp_path / "journal.db"
    with closing(open_database(path, AT).connection) as connection:
        calls.save([reported("c1")], 0, fold_number, connection)
        index_all(connection)
        connection.execute(f"UPDATE calls SET {column} = {column} || '9'")
        assert connection.execute("SELECT count(*) FROM unindexed").fetchone() == (1,)


def told(path: Path, term: str) -> Iterator[int]:
    """In each block, of how many calls the bitmap of a term tells."""
    with closing(sqlite3.connect(path)) as connection:
        for block in blocks(connection):
            held = connection.execute("SELECT bits FROM bitmaps WHERE block = ? AND term = ?", (block.id, term))
            counts = [bitmaps.unpack(bits, block.size).bit_count() for (bits,) in held]
            yield from (number for number in counts if number)


def test_the_first_versions_calls_are_indexed_in_the_background(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    version_1(path)
    open_database(path, AT).connection.close()
    assert rows(path, "SELECT id FROM unindexed") == rows(path, "SELECT id FROM calls")
    assert found(path, "938363") == {"c1"}
    with_store(path, index)
    assert rows(path, "SELECT size FROM bitmap_blocks") == [(1,)]
    assert found(path, "938363") == {"c1"}
    assert rows(path, "PRAGMA user_version") == [(len(MIGRATIONS),)]


@pytest.mark.parametrize(
    "damage",
    ["UPDATE bitmaps SET bits = x'0000' WHERE term = 'ban'", "DELETE FROM bitmap_calls", "DELETE FROM bitmaps"],
)
def test_damaged_bitmaps_are_made_anew_and_cost_no_call(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "journal.db"

    async def use(store: Store) -> None:
        await store.save([reported(f"c{n}", AT + n, queue="Bán hàng") for n in range(20)], 0)
        await index(store)

    with_store(path, use)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(damage)
        connection.commit()
    if damage != "DELETE FROM bitmaps":
        assert len(found(path, "ban hang")) == 20
        assert path.with_name("journal.db.check").exists(), "the next start looks into it"
    doubt(path)
    with_store(path, index)
    assert len(found(path, "ban hang")) == 20
    assert rows(path, "SELECT sum(size) FROM bitmap_blocks") == [(20,)]
