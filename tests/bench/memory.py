"""What ten thousand calls of this desk, one after the other on its pop, leave behind in memory."""

import time

from tests.bench.figures import Finding
from tests.bench.screen import Screen
from tests.bench.sides import Program, send_own

TARGET_MB = 10.0
SETTLE_S = 4.0
AT_ONCE = 4


def measure(screen: Screen, *, quick: bool) -> list[Finding]:
    """Resident memory at rest, before and after."""
    calls = 200 if quick else 10_000
    with Program(screen, "pop.linger_seconds=0") as program:
        time.sleep(SETTLE_S)
        before, _ = program.memory_mb
        send_own("many", program.port, calls, AT_ONCE)
        time.sleep(SETTLE_S)
        after, _ = program.memory_mb
    what = f"memory after {calls} calls, above the start"
    return [Finding(what, f"{before:.0f} → {after:.0f} MB", "", after - before, "MB", TARGET_MB)]
