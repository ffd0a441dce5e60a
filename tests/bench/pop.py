"""From the moment before the PBX connects to the painted pop, beside the barest pop; call by call in turn."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from statistics import median

from tests.bench.figures import MS, Finding, ratio, spread
from tests.bench.screen import Screen
from tests.bench.sender import send
from tests.bench.sides import Barest, Flood, Program
from tests.bench.webhooks import hangup, ringing

MEDIAN_TARGET = 1.3
LATEST_TARGET_MS = 50.0
FLOOD_PER_S = 200.0
WARM_UP = 5
ABOUT_A_HUNDRED = 10
"""The hundredth pop is as many before it and after it, too: one alone says little."""
SETTLE_S = 1.5
QUIET_S = 0.04
"""Between one thing and the next, so that nothing of the last is measured with it."""


@dataclass(slots=True)
class Times:
    """Milliseconds from request to paint, in the order of the calls."""

    program: list[float] = field(default_factory=list)
    baseline: list[float] = field(default_factory=list)

    def last(self, count: int) -> "Times":
        """The latest so many."""
        return Times(self.program[-count:], self.baseline[-count:])

    def findings(self, what: str) -> list[Finding]:
        """The median beside the baseline's, and the latest beside the baseline's latest."""
        late = max(self.program) - max(self.baseline)
        program, baseline = spread(self.program), spread(self.baseline)
        return [
            Finding(f"{what}: median", program, baseline, ratio(self.program, self.baseline), "x", MEDIAN_TARGET),
            Finding(f"{what}: latest after the baseline's", "", "", late, "ms", LATEST_TARGET_MS),
        ]


def measure(screen: Screen, *, quick: bool) -> list[Finding]:
    """The first after a start and the hundredth, alone and within a flood of other extensions' events."""
    calls, starts = (10, 1) if quick else (100 + ABOUT_A_HUNDRED, 5)
    within = f", within {FLOOD_PER_S:g} events/s"
    with both(screen) as (program, baseline):
        _take_turns(program, baseline, "warm", WARM_UP)
        alone = _take_turns(program, baseline, "alone", calls)
        with Flood("flood", FLOOD_PER_S, program.port, baseline.port):
            time.sleep(SETTLE_S)
            flooded = _take_turns(program, baseline, "flooded", calls * 6 // 10)
    first = _first_ones(screen, starts)
    hundredth = alone.last(2 * ABOUT_A_HUNDRED)
    growth = ratio(first.program, hundredth.program)
    return [
        *alone.findings("pop"),
        *hundredth.findings("pop, the hundredth"),
        *first.findings("pop, the first after a start"),
        Finding("pop, the first beside the hundredth", _ms(first.program), _ms(hundredth.program), growth),
        *flooded.findings(f"pop, the hundredth and later{within}"),
        *_first_ones(screen, starts, FLOOD_PER_S).findings(f"pop, the first after a start{within}"),
    ]


def _ms(times: list[float]) -> str:
    return f"{median(times):.2f} ms"


@contextmanager
def both(screen: Screen) -> Iterator[tuple[Program, Barest]]:
    """The program, resting in the tray, and the barest pop."""
    with Barest("pop", screen) as baseline, Program(screen, "pop.linger_seconds=0") as program:
        time.sleep(SETTLE_S)
        yield program, baseline


def _first_ones(screen: Screen, starts: int, flood_per_s: float = 0.0) -> Times:
    times = Times()
    for _ in range(starts):
        with both(screen) as (program, baseline), ExitStack() as flood:
            if flood_per_s:
                flood.enter_context(Flood("flood", flood_per_s, program.port, baseline.port))
                time.sleep(SETTLE_S)
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
