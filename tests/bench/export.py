"""The export of a whole history beside plain sqlite3 and csv, and the day picture beside plain SQL."""

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from agent_desktop.store.figures import figures
from agent_desktop.telephony.history import HistoryQuery
from tests.bench.figures import MS, Finding
from tests.bench.many_calls import END, make
from tests.bench.screen import Screen

MOST_MB = 10.0
"""Ten times the calls may take so much more memory."""
MOST_MS = 50.0
"""The picture may take 1.5 times as long as plain SQL, and this."""
TIMES = 20


def measure(screen: Screen, *, quick: bool) -> list[Finding]:
    """A tenth of the calls, then all of them: whether memory grows with them is told by both."""
    calls = 20_000 if quick else 1_000_000
    findings: list[Finding] = []
    with TemporaryDirectory() as folder:
        peaks: dict[str, list[float]] = {"csv": [], "xlsx": []}
        for count in (calls // 10, calls):
            database = Path(folder) / f"{count}.db"
            make(database, count)
            findings += _exports(database, count, peaks)
            if count == calls:
                findings.append(_picture(database, count, 1))
                findings.append(_picture(database, count, 31))
    for kind, (few, many) in peaks.items():
        what = f"{kind}: memory for ten times the calls"
        findings.append(Finding(what, f"{few:.0f} -> {many:.0f} MB", "", many - few, "MB", MOST_MB))
    return findings


def _exports(database: Path, count: int, peaks: dict[str, list[float]]) -> list[Finding]:
    plain_s, plain_mb = _export("plain", database)
    findings = []
    for kind, seen in peaks.items():
        seconds, peak = _export(kind, database)
        seen.append(peak)
        baseline = f"{plain_s:.1f} s, {plain_mb:.0f} MB (plain csv)"
        findings.append(
            Finding(f"{kind} of {count:,} calls", f"{seconds:.1f} s, {peak:.0f} MB", baseline, seconds / plain_s)
        )
    return findings


def _export(kind: str, database: Path) -> tuple[float, float]:
    target = database.with_name(f"out.{'csv' if kind == 'plain' else kind}")
    command = [sys.executable, "-m", "tests.bench.exporter", kind, str(database), str(target)]
    seconds, peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    target.unlink()
    return float(seconds), float(peak)


def _picture(database: Path, count: int, days: int) -> Finding:
    since = END - days * 86400
    plain = (
        "SELECT id / 900000000, direction, status, count(*), sum(max(talk_s, 0)) FROM calls"
        " WHERE id >= ? AND id < ? GROUP BY 1, 2, 3"
    )
    bounds = (int(since * 1e6), int(END * 1e6))
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        ours = _times(lambda: figures(connection, HistoryQuery(since=since, until=END)))
        theirs = _times(lambda: connection.execute(plain, bounds).fetchall())
    what = f"picture of {days} day{'s' if days > 1 else ''} among {count:,} calls"
    return Finding(what, f"{ours:.2f} ms", f"{theirs:.2f} ms", ours - 1.5 * theirs, "ms over 1.5x", MOST_MS)


def _times(work: Callable[[], object]) -> float:
    took = []
    for _ in range(TIMES):
        begun = time.perf_counter_ns()
        work()
        took.append((time.perf_counter_ns() - begun) / MS)
    return median(took)
