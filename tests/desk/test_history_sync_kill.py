"""A power cut at any moment of the synchronisation: nothing is lost, and nothing is doubled."""

import asyncio
import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from agent_desktop.demo.pbx_host import PbxHost
from agent_desktop.simulator.simulator import Simulator, SimulatorOptions
from agent_desktop.telephony.history import HistoryQuery
from tests.desk.running_desk import KEY, running_desk

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5
DAYS, CALLS = 10, 1500

PROGRAM = """
import asyncio, sys
from pathlib import Path
from tests.desk.running_desk import running_desk
from agent_desktop.desk.history_sync import SyncProgress

async def run():
    pbx = {"pbx__url": sys.argv[2], "pbx__domain": "demo", "pbx__extension": "101"}
    async with running_desk(Path(sys.argv[1]), **pbx, history__sync_days=sys.argv[3]) as desk:
        await desk.until(lambda: any(isinstance(update, SyncProgress) for update in desk.told))
        print("begun", flush=True)
        await asyncio.Event().wait()

asyncio.run(run())
"""


def check_days(profile: Path, pbx: Simulator) -> set[str]:
    """Every day that is said to be here is here; those days."""
    with closing(sqlite3.connect(profile / "journal.db")) as connection:
        days = {day for (day,) in connection.execute("SELECT day FROM synced_days")}
        kept = Counter(
            datetime.fromtimestamp(at).astimezone().date().isoformat()
            for (at,) in connection.execute("SELECT started FROM calls")
        )
    told = Counter(record.calldate[:10] for record in pbx.records)
    assert {day: kept[day] for day in days} == {day: told[day] for day in days}
    assert all(kept[day] <= told[day] for day in kept)
    return days


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed by SIGKILL")
def test_a_kill_at_any_moment_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    chance = random.Random(20240301)
    with PbxHost(SimulatorOptions(key=KEY, domain="demo")) as host:
        pbx = host.simulator
        pbx.add_history(CALLS, DAYS - 1)
        arguments = [sys.executable, "-c", PROGRAM, str(tmp_path), pbx.url, str(DAYS)]
        there: list[set[str]] = []
        for _ in range(ROUNDS):
            with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, cwd=ROOT) as program:
                assert program.stdout is not None
                assert program.stdout.readline() == "begun\n"
                time.sleep(chance.uniform(0, 0.1))
                program.kill()
            there.append(check_days(tmp_path, pbx))
            assert there[-1] >= there[0]
        assert len(there[0]) < DAYS, "the first was killed on its way"

        async def end() -> None:
            async with running_desk(tmp_path) as desk:
                await desk.service.features.sync.sync()
                rows = (await desk.service.history(HistoryQuery(limit=2 * CALLS))).rows
                assert sorted(row.callid for row in rows) == sorted(record.callid for record in pbx.records)

        asyncio.run(end())
        assert len(check_days(tmp_path, pbx)) == DAYS
