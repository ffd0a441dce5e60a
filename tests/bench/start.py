"""How soon the program listens and what memory it rests at, beside the barest tray icon; start by start in turn."""

import time
from statistics import median

from tests.bench.figures import MS, Finding, ratio
from tests.bench.screen import Screen
from tests.bench.sides import Barest, Pbx, Program

START_TARGET = 2.5
MEMORY_TARGET = 1.8
REST_S = 3.0


def measure(screen: Screen, *, quick: bool) -> list[Finding]:
    """Both are left alone for a while before their memory is read."""
    starts = 1 if quick else 5
    soon: list[list[float]] = [[], []]
    resident: list[list[float]] = [[], []]
    proportional: list[list[float]] = [[], []]
    with Pbx(screen) as pbx:
        # One start of each beforehand, so that neither has to fetch the libraries from the disk.
        for number in range(-1, starts):
            for which, (took, memory) in enumerate((_start_program(screen, pbx.url), _start_tray(screen))):
                if number >= 0:
                    soon[which].append(took)
                    resident[which].append(memory[0])
                    proportional[which].append(memory[1])
    return [
        _finding("start to listening, beside tray icon shown", soon, "ms", START_TARGET),
        _finding("memory at rest, resident", resident, "MB", MEMORY_TARGET),
        _finding("memory at rest, proportional", proportional, "MB", None),
    ]


def _finding(what: str, figures: list[list[float]], unit: str, target: float | None) -> Finding:
    program, baseline = (f"{median(side):.0f} {unit}" for side in figures)
    return Finding(what, program, baseline, ratio(*figures), "x", target)


def _start_program(screen: Screen, pbx_url: str) -> tuple[float, tuple[float, float]]:
    with Program(screen, pbx_url=pbx_url) as program:
        took = (program.listening_ns - program.started_ns) / MS
        time.sleep(REST_S)
        return took, program.memory_mb


def _start_tray(screen: Screen) -> tuple[float, tuple[float, float]]:
    with Barest("tray", screen, listens=False) as tray:
        took = (int(tray.line()) - tray.started_ns) / MS
        time.sleep(REST_S)
        return took, tray.memory_mb
