"""Events a second that are acknowledged, and so on disk, with the window open; beside the listener without a disk."""

import sqlite3
import time
from contextlib import closing
from statistics import median

from tests.bench.figures import Bound, Finding, ratio
from tests.bench.screen import Screen
from tests.bench.sides import Barest, Program, send_in_full

TARGET = 0.6
AT_ONCE = 64
SETTLE_S = 2.0
WAYS = {"once": "one connection each", "keep": "connections kept"}
"""The PBX opens a connection for each webhook."""


def measure(screen: Screen, *, quick: bool) -> list[Finding]:
    """In rounds, taking turns. Every acknowledged event must be in the journal at the end."""
    rounds, seconds = (1, 0.5) if quick else (5, 1.5)
    with Barest("listener", screen) as baseline, Program(screen, "window.start_hidden=false") as program:
        time.sleep(SETTLE_S)
        findings = []
        acknowledged = 0
        for how, in_words in WAYS.items():
            ours: list[float] = []
            theirs: list[float] = []
            for number in range(rounds):
                sent = send_in_full(f"{how}{number}", program.port, seconds, AT_ONCE, how)
                acknowledged += int(sent["acknowledged"])
                ours.append(sent["per_second"])
                theirs.append(send_in_full(f"{how}{number}", baseline.port, seconds, AT_ONCE, how)["per_second"])
            findings.append(_finding(f"durable events, {in_words}", ours, theirs))
        _expect_kept(program, acknowledged)
    return findings


def _finding(what: str, ours: list[float], theirs: list[float]) -> Finding:
    program, baseline = (f"{median(side):.0f}/s" for side in (ours, theirs))
    return Finding(what, program, baseline, ratio(ours, theirs), "x", TARGET, Bound.AT_LEAST)


def _expect_kept(program: Program, acknowledged: int) -> None:
    address = f"{program.profile.database.as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as journal:
        (kept,) = journal.execute("SELECT count(*) FROM journal").fetchone()
    if kept != acknowledged:
        raise SystemExit(f"{acknowledged} events were acknowledged, {kept} are kept.")
