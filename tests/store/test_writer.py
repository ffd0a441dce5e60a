import asyncio
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from agent_desktop.errors import StoreFailed
from agent_desktop.store import database, journal, writer
from agent_desktop.store.receipt import Receipt
from agent_desktop.store.store import Store
from tests.store.sample import entry, rows, with_store


async def hold(store: Store) -> Callable[[], None]:
    """Keep the writer busy until the answer is called."""
    free, busy = threading.Event(), threading.Event()

    def wait(connection: sqlite3.Connection) -> None:
        busy.set()
        free.wait()

    store.writer.submit(wait)
    await asyncio.to_thread(busy.wait)
    return free.set


def test_what_is_asked_for_while_it_commits_shares_one_transaction(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        release = await hold(store)
        kept = [store.append(entry(f"c{n}")) for n in range(500)]
        await asyncio.sleep(0)  # a round of the loop is handed over at its end
        before = store.writer.commits
        release()
        await asyncio.gather(*kept)
        assert store.writer.commits == before + 2  # the one it was held in, and one for all

    with_store(tmp_path / "journal.db", use)


def test_what_is_asked_for_in_one_round_of_the_loop_shares_one_transaction(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        await store.append(entry("first"))
        before = store.writer.commits
        await asyncio.gather(*(store.append(entry(f"c{n}")) for n in range(writer.ROUND)))
        assert store.writer.commits == before + 1

    with_store(tmp_path / "journal.db", use)


def test_entries_and_other_work_are_done_in_the_order_of_asking(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        release = await hold(store)
        count = "SELECT count(*) FROM journal"
        first, second = store.append(entry("a")), store.append(entry("b"))
        between = store.writer.submit(lambda connection: connection.execute(count).fetchone())
        third = store.append(entry("c"))
        release()
        assert await between == (2,)
        assert [await first, await second, await third] == [1, 2, 3]

    with_store(tmp_path / "journal.db", use)


def test_closing_finishes_what_was_asked_for_in_the_same_round(tmp_path: Path) -> None:
    kept: list[Receipt] = []

    async def use(store: Store) -> None:
        kept.append(store.append(entry("last")))

    with_store(tmp_path / "journal.db", use)
    assert kept[0].done()
    assert kept[0].seq
    assert [stored.callid for stored in journal.read(tmp_path / "journal.db")] == ["last"]


def test_a_long_queue_is_committed_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "BATCH", 10)
    monkeypatch.setattr(writer, "ROUND", 5)

    async def use(store: Store) -> None:
        release = await hold(store)
        kept = [store.append(entry(f"c{n}")) for n in range(30)]
        before = store.writer.commits
        release()
        seqs = await asyncio.gather(*kept)
        assert seqs == sorted(seqs)
        assert store.writer.commits == before + 4

    with_store(tmp_path / "journal.db", use)


def test_the_loop_is_woken_once_for_a_transaction(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def use(store: Store) -> None:
        loop = asyncio.get_running_loop()
        wake, woken = loop.call_soon_threadsafe, []

        def count(callback: Any, *arguments: Any, **options: Any) -> Any:
            if callback is writer._complete:
                woken.append(len(arguments[0]))
            return wake(callback, *arguments, **options)

        release = await hold(store)
        monkeypatch.setattr(loop, "call_soon_threadsafe", count)
        kept = [store.append(entry(f"c{n}")) for n in range(12 * writer.ROUND)]
        release()
        await asyncio.gather(*kept)
        assert woken == [1, 12 * writer.ROUND]

    with_store(tmp_path / "journal.db", use)


def test_a_full_disk_fails_what_was_asked_and_writing_goes_on_once_there_is_space(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    large = bytes(1 << 20)

    async def use(store: Store) -> None:
        first = await store.append(entry("before"))
        await store.writer.submit(lambda connection: connection.execute("PRAGMA max_page_count = 1").fetchone())
        release = await hold(store)
        kept = [store.append(entry(name, body=large)) for name in ("a", "b")]
        release()
        for failed in await asyncio.gather(*kept, return_exceptions=True):
            assert isinstance(failed, StoreFailed)
            assert failed.title.startswith("The disk is full")
            assert failed.advice
        await store.writer.submit(lambda connection: connection.execute("PRAGMA max_page_count = 100000").fetchone())
        assert await store.append(entry("after", body=large)) > first

    with_store(path, use)
    assert [stored.callid for stored in journal.read(path)] == ["before", "after"]


def test_a_database_that_another_program_holds_fails_what_was_asked_until_it_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0.0)
    path = tmp_path / "journal.db"

    async def use(store: Store) -> None:
        other = sqlite3.connect(path, isolation_level=None)
        try:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreFailed, match="Another program"):
                await store.append(entry("refused"))
            other.execute("ROLLBACK")
        finally:
            other.close()
        await store.append(entry("kept"))

    with_store(path, use)
    assert [stored.callid for stored in journal.read(path)] == ["kept"]


def test_a_mistake_of_one_job_costs_the_others_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    def blunder(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM journal")
        raise LookupError("a bug")

    async def use(store: Store) -> None:
        release = await hold(store)
        first, bad, second = store.append(entry("a")), store.writer.submit(blunder), store.append(entry("b"))
        release()
        with pytest.raises(LookupError):
            await bad
        assert await first < await second

    with_store(path, use)
    assert [stored.callid for stored in journal.read(path)] == ["a", "b"]


def test_who_stops_waiting_does_not_stop_the_writing(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def use(store: Store) -> None:
        release = await hold(store)
        given_up, kept = store.append(entry("a")), store.append(entry("b"))
        waiting = asyncio.create_task(asyncio.wait_for(given_up, None))
        await asyncio.sleep(0)
        waiting.cancel()
        release()
        await kept
        assert waiting.cancelled()

    with_store(path, use)
    assert [stored.callid for stored in journal.read(path)] == ["a", "b"]


def test_closing_finishes_what_was_asked(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def run() -> None:
        store = await Store.open(path, str, 0.0)
        kept = [store.append(entry(f"c{n}")) for n in range(2500)]
        await store.close()
        assert all(future.done() for future in kept)
        with pytest.raises(StoreFailed, match="closed"):
            await store.append(entry("late"))

    asyncio.run(run())
    assert rows(path, "SELECT count(*) FROM journal") == [(2500,)]


def test_damage_that_shows_later_is_looked_into_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    def meet_damage(connection: sqlite3.Connection) -> None:
        error = sqlite3.DatabaseError("database disk image is malformed")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error

    async def use(store: Store) -> None:
        with pytest.raises(StoreFailed, match="damaged"):
            await store.writer.submit(meet_damage)

    with_store(path, use)
    assert (tmp_path / "journal.db.check").exists()
