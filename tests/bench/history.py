"""The history of a million calls as an agent sees it, beside plain SQL in the same run, and beside one of few calls."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench import many_calls
from tests.bench.figures import Finding, spread
from tests.bench.screen import Screen

CALLS, FEW = 1_000_000, 10_000
FRAME_MS = 1000 / 60
FRAMES = 2.0
FIRST_RATIO, FIRST_EXTRA_MS = 1.5, 50.0
GROWTH_MB = 10.0


def measure(screen: Screen, *, quick: bool) -> list[Finding]:
    """Each database has a process of its own; it is made anew and thrown away."""
    many = 20_000 if quick else CALLS
    with tempfile.TemporaryDirectory(prefix="bench-history-") as folder:
        took, large = _side(Path(folder) / "many.db", many, screen, quick)
        _, small = _side(Path(folder) / "few.db", FEW, screen, quick)
    keys = [key for times in large["typed"].values() for key in times]
    worst = max(large["typed"], key=lambda text: max(large["typed"][text]))
    grown = large["memory"][2] - large["memory"][0] - (small["memory"][2] - small["memory"][0])
    return [
        Finding("calls in the history", f"{many:,}, made in {took:.0f} s", "", float(many), ""),
        _above("history, opened for the first time", [large["opened"]], large["raw"]),
        _above("history, first page of other days painted", large["first"], large["raw"]),
        _frames("search as one types, each key", keys),
        Finding(
            "search as one types, slowest text",
            f"{worst!r}: {spread(large['typed'][worst])}",
            "",
            max(large["typed"][worst]) / FRAME_MS,
            "frames",
        ),
        *(_frames(f"filter by {name}", times) for name, times in large["filters"].items()),
        *(_frames(f"sort by {name}", times) for name, times in large["orders"].items()),
        *(_frames(f"find {name}", times, spread(large["raw"])) for name, times in large["together"].items()),
        _frames(f"scroll on, to row {large['rows']:,}", large["scrolled"]),
        Finding(
            "memory for all of this, above few calls",
            f"{large['memory'][0]:.0f} → {large['memory'][2]:.0f} MB",
            f"{small['memory'][0]:.0f} → {small['memory'][2]:.0f} MB with {FEW:,}",
            grown,
            "MB",
            GROWTH_MB,
        ),
    ]


def _above(what: str, times_ms: list[float], raw_ms: list[float]) -> Finding:
    """How far the median lies above so many times that of plain SQL for the same rows."""
    above = median(times_ms) - FIRST_RATIO * median(raw_ms)
    return Finding(what, spread(times_ms), f"{spread(raw_ms)} plain SQL", above, "ms above 1.5x", FIRST_EXTRA_MS)


def _frames(what: str, times_ms: list[float], baseline: str = "") -> Finding:
    """The median, in frames of a screen with 60 of them a second."""
    return Finding(what, spread(times_ms), baseline, median(times_ms) / FRAME_MS, "frames", FRAMES)


def _side(path: Path, calls: int, screen: Screen, quick: bool) -> tuple[float, dict[str, Any]]:
    took = many_calls.make(path, calls)
    command = [sys.executable, "-m", "tests.bench.history_side", str(path), "quick" if quick else "full"]
    environment = {**screen.environment, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    measured: dict[str, Any] = json.loads(done.stdout)
    return took, measured
