"""From the moment before the PBX connects to the painted pop, beside the barest pop; call by call in turn."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median

from tests.bench.figures import MS, Finding, ratio, spread
from tests.bench.screen import Screen
from tests.bench.sender import send
from tests.bench.sides import Barest, Flood, Program
from tests.bench.webhooks import hangup, ringing

MEDIAN_TARGET = 1.5
LATEST_TARGET_MS = 50.0
FLOOD_PER_S = 200.0
WARM_UP = 5
SETTLE_S = 1.5
QUIET_S = 0.04
"""Between one thing and the next, so that nothing of the last is measured with it."""


@dataclass(slots=True)
class Times:
    """Milliseconds from request to paint, in the order of the calls."""

    program: list[float] = field(default_factory=list)
    baseline: list[float] = field(default_factory=list)

    def findings(self, what: str) -> list[Finding]:
        """The median beside the baseline's, and the latest beside the baseline's latest."""
        late = max(self.program) - max(self.baseline)
        program, baseline = spread(self.program), spread(self.baseline)
        return [
            Finding(f"{what}: median", program, baseline, ratio(self.program, self.baseline), "x", MEDIAN_TARGET),
            Finding(f"{what}: latest after the baseline's", "", "", late, "ms", LATEST_TARGET_MS),
        ]


def measure(screen: Screen, *, quick: bool) -> list[Finding]:
    """Alone, the hundredth, the first, and within a flood of other extensions' events."""
    calls = 10 if quick else 100
    with both(screen) as (program, baseline):
        _take_turns(program, baseline, "warm", WARM_UP)
        alone = _take_turns(program, baseline, "alone", calls)
        with Flood("flood", FLOOD_PER_S, program.port, baseline.port):
            time.sleep(SETTLE_S)
            flooded = _take_turns(program, baseline, "flooded", calls * 6 // 10)
    first = _first_ones(screen, 1 if quick else 5)
    last = alone.program[-10:]
    return [
        *alone.findings("pop"),
        *first.findings("pop, the first after a start"),
        Finding("pop, the first beside the hundredth", _ms(first.program), _ms(last), ratio(first.program, last)),
        *flooded.findings(f"pop, within {FLOOD_PER_S:g} events/s"),
    ]


def _ms(times: list[float]) -> str:
    return f"{median(times):.2f} ms"


@contextmanager
def both(screen: Screen) -> Iterator[tuple[Program, Barest]]:
    """The program, resting in the tray, and the barest pop."""
    with Barest("pop", screen) as baseline, Program(screen, "pop.linger_seconds=0") as program:
        time.sleep(SETTLE_S)
        yield program, baseline


def _first_ones(screen: Screen, starts: int) -> Times:
    times = Times()
    for _ in range(starts):
        with both(screen) as (program, baseline):
            one = _take_turns(program, baseline, "first", 1)
        times.program += one.program
        times.baseline += one.baseline
    return times


def _take_turns(program: Program, baseline: Barest, prefix: str, calls: int) -> Times:
    times = Times()
    turns: list[tuple[Program | Barest, list[float]]] = [(program, times.program), (baseline, times.baseline)]
    for number in range(calls):
        for side, kept in turns if number % 2 else reversed(turns):
            kept.append(_pop_once(side, f"{prefix}.{number}"))
    return times


def _pop_once(side: Program | Barest, callid: str) -> float:
    begun = time.perf_counter_ns()
    send(side.port, ringing(callid))
    time.sleep(QUIET_S)
    took = side.painted_ns(callid) - begun
    send(side.port, hangup(callid))
    time.sleep(QUIET_S)
    return took / MS
