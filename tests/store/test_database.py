import os
import shutil
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from agent_desktop.errors import StoreFailed
from agent_desktop.store import database, journal
from agent_desktop.store.database import connect_read_only, doubt, open_database
from agent_desktop.store.schema import MIGRATIONS
from agent_desktop.store.store import Store, read_page
from agent_desktop.telephony.history import HistoryQuery
from tests.store.sample import AT, entry, reported, rows, with_store

VERSION_1 = Path(__file__).with_name("version_1.sql").read_text(encoding="utf-8")


def filled(path: Path, calls: int = 300) -> bytes:
    """A database as an earlier run left it; its content."""

    async def use(store: Store) -> None:
        await store.append(entry())
        await store.save([reported(f"c{n}", AT + n) for n in range(calls)], 1)

    with_store(path, use)
    return path.read_bytes()


def others(path: Path) -> list[Path]:
    return sorted(file for file in path.parent.iterdir() if file != path)


def usable(path: Path) -> str:
    """The notice of the next run, which can keep and find."""

    async def use(store: Store) -> str:
        await store.append(entry("new"))
        await store.save([reported("new")], 1)
        assert [row.callid for row in (await store.page(HistoryQuery(text="0938363739", callid="new"))).rows] == ["new"]
        return store.notice

    return with_store(path, use)


def test_a_new_database_is_durable_and_private(tmp_path: Path) -> None:
    path = tmp_path / "profile" / "journal.db"
    with closing(open_database(path, AT).connection) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_good_database_is_opened_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    filled(path)
    assert usable(path) == ""
    assert rows(path, "SELECT count(*) FROM calls") == [(301,)]
    assert others(path) == []


@pytest.mark.parametrize("size", [99, 4096, 50_000])
def test_a_file_of_random_bytes_is_set_aside(tmp_path: Path, size: int) -> None:
    path = tmp_path / "journal.db"
    content = os.urandom(size)
    path.write_bytes(content)
    notice = usable(path)
    (kept,) = others(path)
    assert kept.name.startswith("journal.db.damaged-2024")
    assert kept.read_bytes() == content
    assert kept.name in notice
    assert usable(path) == ""


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_file_that_was_cut_off_is_set_aside(tmp_path: Path, part: float) -> None:
    path = tmp_path / "journal.db"
    content = filled(path)
    cut = content[: int(len(content) * part)]
    path.write_bytes(cut)
    assert "damaged" in usable(path)
    assert others(path)[0].read_bytes() == cut


def test_damage_in_the_middle_of_a_file_is_found_at_start(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(overwritten(filled(path)))
    assert "damaged" in usable(path)


def test_a_large_file_is_read_through_only_after_doubts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(overwritten(filled(path)))
    monkeypatch.setattr(database, "CHECKED_BYTES", 0)
    opened = open_database(path, AT)
    opened.connection.close()
    assert opened.notice == ""
    doubt(path)
    assert "damaged" in usable(path)
    assert usable(path) == ""


def test_doubts_about_a_sound_file_cost_nothing_but_the_index_of_search(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    filled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE calls_fts_data SET block = zeroblob(length(block)) WHERE id > 10")
        connection.commit()
    doubt(path)
    assert usable(path) == ""
    assert others(path) == []
    assert len(read_page(path, HistoryQuery(text="938363", limit=1000)).rows) == 301


def test_an_index_of_search_that_is_found_damaged_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal.db"
    filled(path)
    findings = [False]  # as SQLite tells from 3.44 on

    def is_sound(connection: sqlite3.Connection) -> bool:
        return findings.pop() if findings else look(connection)

    look = database._is_sound
    monkeypatch.setattr(database, "_is_sound", is_sound)
    assert usable(path) == ""
    assert not findings
    assert len(read_page(path, HistoryQuery(text="938363", limit=1000)).rows) == 301


def overwritten(content: bytes) -> bytes:
    middle = len(content) // 2 // 4096 * 4096
    return content[:middle] + os.urandom(4096 * 3) + content[middle + 4096 * 3 :]


def test_the_log_of_a_damaged_database_is_not_replayed_into_the_new_one(tmp_path: Path) -> None:
    path, victim = tmp_path / "journal.db", tmp_path / "victim" / "journal.db"
    victim.parent.mkdir()
    with closing(open_database(path, AT).connection) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("UPDATE watermark SET applied_seq = 42")
        for name in ("journal.db", "journal.db-wal"):  # as a crash leaves them
            shutil.copy(tmp_path / name, victim.parent / name)
    victim.write_bytes(os.urandom(victim.stat().st_size))
    with closing(open_database(victim, AT).connection) as connection:
        assert connection.execute("SELECT applied_seq FROM watermark").fetchone() == (0,)
    assert any(kept.name.startswith("journal.db.damaged-") for kept in others(victim))
    assert rows(victim, "SELECT applied_seq FROM watermark") == [(0,)]


def test_nothing_that_was_set_aside_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    for content in (b"first " * 999, b"second " * 999, b"third " * 999):
        path.write_bytes(content)
        open_database(path, AT).connection.close()
    assert {kept.read_bytes() for kept in others(path)} == {b"first " * 999, b"second " * 999, b"third " * 999}


def test_another_programs_database_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    for version in (0, len(MIGRATIONS)):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE calls (id INTEGER)")
            connection.execute(f"PRAGMA user_version = {version}")
        assert "damaged" in usable(path)
        path.unlink()


def test_a_newer_database_is_set_aside_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    filled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    content = path.read_bytes()
    with pytest.raises(StoreFailed, match="another version"):
        read_page(path, HistoryQuery())
    notice = usable(path)
    (kept,) = others(path)
    assert kept.name.startswith("journal.db.newer-2024")
    assert kept.read_bytes() == content
    assert "newer" in notice
    assert kept.name in notice


def version_1(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(";\n".join((*MIGRATIONS[0], VERSION_1)))


def test_the_first_version_can_be_read_and_carried_on(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    version_1(path)

    async def use(store: Store) -> None:
        assert store.notice == ""
        assert store.applied_seq() == 7
        assert await store.note("c1") == "Gọi lại"
        (row,) = (await store.page(HistoryQuery(text="gọi 938363"))).rows
        assert (row.callid, row.talk_s, row.hold_s) == ("c1", 20, None)
        await store.save([reported("c1", duration_s=99)], 8)
        call = await store.call("c1")
        assert call is not None
        assert (call.duration_s, call.answered_at) == (99, 1709273745.0)
        assert await store.append(entry()) == 8

    with_store(path, use)
    assert rows(path, "PRAGMA user_version") == [(len(MIGRATIONS),)]


def test_a_migration_keeps_what_there_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    version_1(path)
    more = ("ALTER TABLE call_detail ADD COLUMN mood TEXT NOT NULL DEFAULT 'none'",)
    open_database(path, AT, (*MIGRATIONS, more)).connection.close()
    assert rows(path, "SELECT callid, note, mood FROM calls JOIN call_detail USING (id)") == [("c1", "Gọi lại", "none")]
    assert rows(path, "PRAGMA user_version") == [(len(MIGRATIONS) + 1,)]


def test_a_migration_that_fails_half_way_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    version_1(path)
    more = ("DELETE FROM calls", "DROP TABLE missing")
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        open_database(path, AT, (*MIGRATIONS[:1], more))
    assert rows(path, "SELECT callid FROM calls") == [("c1",)]
    assert rows(path, "PRAGMA user_version") == [(1,)]
    assert others(path) == []


@pytest.mark.parametrize("at", ["journal.db", "journal.db/journal.db"])
def test_a_place_where_no_database_can_be_is_said_plainly(tmp_path: Path, at: str) -> None:
    if "/" in at:
        (tmp_path / "journal.db").touch()  # a file where the folder should be
    else:
        (tmp_path / "journal.db").mkdir()
    with pytest.raises(StoreFailed) as failed:
        open_database(tmp_path / at, AT)
    assert failed.value.title
    assert "folder" in failed.value.advice


def test_a_disk_without_space_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_space(self: Path, mode: int = 0, exist_ok: bool = True) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "touch", no_space)
    with pytest.raises(StoreFailed, match="full"):
        open_database(tmp_path / "journal.db", AT)


def test_the_connection_for_reading_cannot_write(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    filled(path, 1)
    connection = connect_read_only(path)
    assert connection is not None
    with closing(connection), pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM calls")
    assert len(list(journal.read(path))) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no file's size")
def test_a_disk_without_space_lets_be_read_what_nobody_writes(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "journal.db"
    filled(path, 1)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        assert len(list(journal.read(path))) == 1
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
