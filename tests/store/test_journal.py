import asyncio
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from agent_desktop.errors import StoreFailed
from agent_desktop.store import journal
from agent_desktop.store.journal import JournalEntry, StoredEntry
from agent_desktop.store.store import Store
from tests.store.sample import AT, entry, opened, rows, with_store

ROOT = Path(__file__).resolve().parents[2]


def test_an_entry_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    kept = JournalEntry(AT + 0.25, "POST", "/s/api?phone=%20Nguyễn", "text/plain", bytes(range(256)), "unreadable", "x")

    async def use(store: Store) -> int:
        return await store.append(kept)

    seq = with_store(path, use)
    assert list(journal.read(path)) == [
        StoredEntry(kept.received, kept.method, kept.target, kept.content_type, kept.body, kept.kind, kept.callid, seq)
    ]


def test_text_that_no_encoding_holds_is_kept_readable(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def use(store: Store) -> None:
        await store.append(replace(entry(), target="/x\ud800", callid="c\udfff"))

    with_store(path, use)
    (stored,) = journal.read(path, callid="c\udfff")
    assert stored.target == r"/x\ud800"


def test_numbers_grow_in_the_order_of_asking_and_are_never_used_again(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def fill(store: Store) -> list[int]:
        seqs = await asyncio.gather(*(store.append(entry(f"c{n}", AT + n)) for n in range(50)))
        await store.save([], max(seqs))
        await store.upkeep.prune(AT + 1000)
        return seqs

    first = with_store(path, fill)
    assert first == sorted(set(first))
    assert list(journal.read(path)) == []
    assert min(with_store(path, fill)) > max(first)


def test_reading_from_a_number_of_a_call_and_no_more_than_asked(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    count = journal._CHUNK * 2 + 7

    async def fill(store: Store) -> list[int]:
        return await asyncio.gather(*(store.append(entry(f"c{n % 3}", AT + n)) for n in range(count)))

    seqs = with_store(path, fill)
    assert [stored.seq for stored in journal.read(path)] == seqs
    assert [stored.seq for stored in journal.read(path, after_seq=seqs[150])] == seqs[151:]
    assert [stored.seq for stored in journal.read(path, limit=journal._CHUNK + 3)] == seqs[: journal._CHUNK + 3]
    assert list(journal.read(path, limit=0)) == []
    assert [stored.seq for stored in journal.read(path, callid="c1")] == seqs[1::3]


def test_there_may_be_no_journal_yet(tmp_path: Path) -> None:
    assert list(journal.read(tmp_path / "nowhere" / "journal.db")) == []
    (tmp_path / "journal.db").touch()
    assert list(journal.read(tmp_path / "journal.db")) == []


def test_a_reader_holds_no_lock_while_its_caller_takes_time(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def use(store: Store) -> None:
        await asyncio.gather(*(store.append(entry(f"c{n}")) for n in range(journal._CHUNK + 1)))
        reading = journal.read(path)
        next(reading)
        assert rows(path, "PRAGMA wal_checkpoint(TRUNCATE)") == [(0, 0, 0)]  # "busy" would say that someone reads
        later = await store.append(entry("later"))
        assert [stored.seq for stored in reading][-1] == later

    with_store(path, use)


def test_a_file_that_is_no_database_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "journal.db").write_bytes(os.urandom(9000))
    with pytest.raises(StoreFailed, match="damaged"):
        list(journal.read(tmp_path / "journal.db"))


def test_a_byte_that_the_disk_turned_costs_its_character_only(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def keep(store: Store) -> None:
        await store.append(entry("turned"))

    with_store(path, keep)
    path.write_bytes(path.read_bytes().replace(b"callid=turned", b"callid=t\xfcrned"))
    [kept] = journal.read(path)
    assert kept.target == "/api/callcenter/hangup?callid=t\\xfcrned"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_journal_in_a_folder_that_may_not_be_written_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def use(store: Store) -> int:
        return await store.append(entry())

    seq = with_store(path, use)
    tmp_path.chmod(0o500)
    try:
        assert [stored.seq for stored in journal.read(path)] == [seq]
    finally:
        tmp_path.chmod(0o700)


FOLLOWER = """
import sys
from pathlib import Path
from agent_desktop.store import journal

print("ready", flush=True)
seen = []
while not seen or seen[-1].callid != "last":
    seen += journal.read(Path(sys.argv[1]), after_seq=seen[-1].seq if seen else 0)
print(" ".join(stored.callid for stored in seen))
"""


def test_another_process_reads_while_the_program_writes(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with subprocess.Popen(
        [sys.executable, "-c", FOLLOWER, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as follower:
        assert follower.stdout is not None
        assert follower.stdout.readline() == "ready\n"
        names = [f"c{n}" for n in range(300)] + ["last"]

        async def fill() -> None:
            async with opened(path) as store:
                for start in range(0, len(names), 20):
                    await asyncio.gather(*(store.append(entry(name)) for name in names[start : start + 20]))

        try:
            asyncio.run(fill())
            output, _ = follower.communicate(timeout=60)
        finally:
            follower.kill()
    assert output.split() == names
