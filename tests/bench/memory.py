"""What ten thousand calls, each with a pop, leave behind in memory."""

import time

from tests.bench.figures import Finding
from tests.bench.screen import Screen
from tests.bench.sender import send
from tests.bench.sides import Program
from tests.bench.webhooks import OWN, call_life

TARGET_MB = 10.0
SETTLE_S = 4.0
TO_PAINT_S = 0.005


def measure(screen: Screen, *, quick: bool) -> list[Finding]:
    """Resident memory at rest, before and after."""
    calls = 200 if quick else 10_000
    with Program(screen, "pop.linger_seconds=0") as program:
        time.sleep(SETTLE_S)
        before, _ = program.memory_mb
        for number in range(calls):
            for target in call_life(f"many.{number}", [OWN], f"09{number:08d}"):
                send(program.port, target)
                time.sleep(TO_PAINT_S)
        time.sleep(SETTLE_S)
        after, _ = program.memory_mb
    what = f"memory after {calls} calls, above the start"
    return [Finding(what, f"{before:.0f} → {after:.0f} MB", "", after - before, "MB", TARGET_MB)]
