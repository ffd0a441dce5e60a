"""What the program costs while nothing happens: in the tray, its window closed, waiting for webhooks."""

import time

from tests.bench.figures import Bound, Finding
from tests.bench.screen import Screen
from tests.bench.sides import Barest, Pbx, Program, Side

TARGET_PERCENT = 0.5
SETTLE_S = 6.0


def measure(screen: Screen, *, quick: bool) -> list[Finding]:
    """Of one core, both at the same time."""
    seconds = 3.0 if quick else 30.0
    with (
        Pbx(screen) as pbx,
        Program(screen, pbx_url=pbx.url) as program,
        Barest("tray", screen, listens=False) as tray,
    ):
        time.sleep(SETTLE_S)
        ours, theirs = _percent((program, tray), seconds)
    what = f"processor at rest, {seconds:g} s"
    return [Finding(what, f"{ours:.3f} %", f"{theirs:.3f} %", ours, "%", TARGET_PERCENT, Bound.BELOW)]


def _percent(sides: tuple[Side, Side], seconds: float) -> list[float]:
    before = [side.processor_ns for side in sides]
    begun = time.perf_counter_ns()
    time.sleep(seconds)
    after = [side.processor_ns for side in sides]
    took = time.perf_counter_ns() - begun
    return [100 * (end - start) / took for start, end in zip(before, after, strict=True)]
