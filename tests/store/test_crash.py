import random
import subprocess
import sys
from pathlib import Path

import pytest

from agent_desktop.store import journal
from agent_desktop.store.store import Store, read_page
from agent_desktop.telephony.history import HistoryQuery
from tests.store.sample import entry, with_store

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import asyncio, sys
from itertools import count
from pathlib import Path
from agent_desktop.store.store import Store
from tests.store.sample import entry, fold_number, reported

async def keep_going(store, names, saved):
    for number in names:
        callid = f"{sys.argv[2]}-{number}"
        seq = await store.append(entry(callid, body=callid.encode() * 20))
        print(seq, callid, flush=True)
        saved.append((seq, callid))

async def save(store, saved):
    while True:
        await store.append(entry("between"))
        batch = list(saved)
        await store.save([reported(callid) for _, callid in batch[-50:]], 0)

async def run():
    store = await Store.open(Path(sys.argv[1]), fold_number, 0.0)
    assert not store.notice, store.notice
    names, saved = count(), []
    await asyncio.gather(save(store, saved), *(keep_going(store, names, saved) for _ in range(8)))

asyncio.run(run())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed by SIGKILL")
def test_everything_acknowledged_survives_a_kill_at_any_moment(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    chance = random.Random(20240301)
    acknowledged: dict[int, str] = {}
    for round_number in range(10):
        with subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(path), str(round_number)], stdout=subprocess.PIPE, text=True, cwd=ROOT
        ) as program:
            assert program.stdout is not None
            lines = [program.stdout.readline() for _ in range(chance.randint(1, 300))]
            program.kill()
            lines += program.stdout.readlines()
        for line in lines:
            if line.endswith("\n"):
                seq, callid = line.split()
                acknowledged[int(seq)] = callid
        # First as another process sees it, with the log still to be recovered.
        found = {stored.seq: stored for stored in journal.read(path)}
        assert {seq: found[seq].callid for seq in acknowledged} == acknowledged
        assert all(found[seq].body == callid.encode() * 20 for seq, callid in acknowledged.items())
    assert len(acknowledged) > 10

    async def go_on(store: Store) -> str:
        assert await store.append(entry("next")) > max(acknowledged)
        return store.notice

    assert with_store(path, go_on) == ""
    listed = {row.callid for row in read_page(path, HistoryQuery(limit=100_000)).rows}
    assert listed <= set(acknowledged.values()) | {stored.callid for stored in journal.read(path)}
    assert not list(tmp_path.glob("*damaged*"))
