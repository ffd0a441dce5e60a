"""How long a link that is clicked takes to reach the running program, beside a Python that does nothing."""

import subprocess
import sys
import time
from statistics import median

from tests.bench.figures import MS, Bound, Finding, spread
from tests.bench.process_use import children_ns
from tests.bench.screen import Screen
from tests.bench.sides import Program

TARGET_MS = 100.0
LINK = ("-m", "agent_desktop", "dial", "--ask", "tel:none")
"""It holds no number: the program takes it over and dials nothing."""


def measure(screen: Screen, *, quick: bool) -> list[Finding]:
    """In turn, so that both meet the same load; time on the processor is ours, time on the clock is everybody's."""
    times: list[list[float]] = [[], []]
    work: list[list[float]] = [[], []]
    with Program(screen) as program:
        for _ in range(3 if quick else 30):
            for which, arguments in enumerate((LINK, ("-c", "pass"))):
                took, worked = _run(arguments, program.environment)
                times[which].append(took)
                work[which].append(worked)
    own = median(work[0]) - median(work[1])
    return [
        Finding("a link handed over: own work", spread(work[0]), spread(work[1]), own, "ms", TARGET_MS, Bound.BELOW),
        Finding("a link handed over: on the clock", spread(times[0]), spread(times[1]), median(times[0]), "ms"),
    ]


def _run(arguments: tuple[str, ...], environment: dict[str, str]) -> tuple[float, float]:
    """Milliseconds on the clock and on the processor."""
    worked, started = children_ns(), time.perf_counter_ns()
    subprocess.run([sys.executable, *arguments], env=environment, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter_ns() - started) / MS, (children_ns() - worked) / MS
