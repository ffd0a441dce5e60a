import asyncio
import sqlite3
from pathlib import Path

import pytest

from agent_desktop.errors import StoreFailed
from agent_desktop.store import journal
from agent_desktop.store.store import Store
from agent_desktop.telephony.history import HistoryQuery
from tests.store.sample import AT, entry, reported, rows, with_store

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def test_what_was_journalled_but_not_applied_is_known_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def crash_to_be(store: Store) -> list[int]:
        seqs = await asyncio.gather(*(store.append(entry(f"c{n}")) for n in range(5)))
        await store.save([reported("c0"), reported("c1")], seqs[1])
        return seqs

    seqs = with_store(path, crash_to_be)

    async def start(store: Store) -> list[int]:
        return [stored.seq for stored in store.entries(store.applied_seq())]

    assert with_store(path, start) == seqs[2:]


def test_a_question_nobody_waits_for_any_more_is_broken_off(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        asked = asyncio.get_running_loop().create_future()

        def endless(connection: sqlite3.Connection) -> None:
            asked.get_loop().call_soon_threadsafe(asked.set_result, None)
            connection.execute(ENDLESS).fetchone()

        async with asyncio.TaskGroup() as group:
            question = group.create_task(store._pages.ask(endless))
            await asked
            assert await store.calls_with_number("0938363739", 1) == ()  # the pop's line waits for no search
            question.cancel()
        assert (await store.page(HistoryQuery())).rows == ()

    with_store(tmp_path / "journal.db", use)


def test_old_entries_and_calls_are_forgotten_in_small_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal.db"
    monkeypatch.setattr("agent_desktop.store.upkeep.PRUNED_AT_ONCE", 4)

    async def use(store: Store) -> None:
        seqs = await asyncio.gather(*(store.append(entry(f"c{n}", AT + n)) for n in range(30)))
        await store.append(entry("from a wrong clock", AT - 9999))
        await store.save([reported(f"c{n}", AT + n) for n in range(30)], seqs[19])
        commits = store.writer.commits
        await store.upkeep.prune(AT + 25)
        assert store.writer.commits >= commits + 20 / 4 + 25 / 4
        assert [row.callid for row in (await store.page(HistoryQuery(text="0938363739"))).rows] == [
            f"c{n}" for n in (29, 28, 27, 26, 25)
        ]

    with_store(path, use)
    # What is not applied to the calls yet stays, however old it is.
    assert [stored.callid for stored in journal.read(path)] == [f"c{n}" for n in range(20, 30)] + ["from a wrong clock"]
    for table in ("calls", "call_detail", "call_text"):
        assert rows(path, f"SELECT count(*) FROM {table}") == [(5,)]


def test_a_page_is_of_one_moment(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        await store.save([reported("c1")], 0)

        def twice(connection: sqlite3.Connection) -> tuple[int, int]:
            count = "SELECT count(*) FROM calls"
            first = connection.execute(count).fetchone()[0]
            saved = asyncio.run_coroutine_threadsafe(save_another(store), loop)
            saved.result()
            return first, connection.execute(count).fetchone()[0]

        loop = asyncio.get_running_loop()
        assert await store._pages.ask(twice) == (1, 1)
        assert len((await store.page(HistoryQuery())).rows) == 2

    async def save_another(store: Store) -> None:
        await store.save([reported("c2")], 0)

    with_store(tmp_path / "journal.db", use)


def test_closing_leaves_one_file(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        await store.append(entry())
        await store.page(HistoryQuery())
        await store.call("c1")

    with_store(tmp_path / "journal.db", use)
    assert [file.name for file in tmp_path.iterdir()] == ["journal.db"]


def test_a_database_that_cannot_be_opened_yet_is_once_it_can(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.touch()

    async def use(store: Store) -> None:
        assert store.failure is not None
        for asked in (store.append(entry()), store.calls_with_number("0938363739", 5), store.page(HistoryQuery())):
            with pytest.raises(StoreFailed) as failed:
                await asked
            assert failed.value.title == store.failure.title
        folder.unlink()
        assert await store.append(entry()) == 1
        assert store.failure is None
        assert await store.calls_with_number("0938363739", 5) == ()

    with_store(folder / "journal.db", use)
    assert len(list(journal.read(folder / "journal.db"))) == 1


def test_a_database_that_was_never_opened_can_be_closed(tmp_path: Path) -> None:
    (tmp_path / "journal.db").mkdir()
    with_store(tmp_path / "journal.db", lambda store: asyncio.sleep(0))
