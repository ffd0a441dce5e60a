import subprocess
import sys

import pytest

THREADS_THAT_ALLOCATE = """
import re, threading
from agent_desktop.system.heap import share_one_heap
{call}
def allocate():
    kept.append([bytes(600) for _ in range(20000)])
kept, threads = [], [threading.Thread(target=allocate) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
# An arena is reserved as 64 MB of address space, most of it not accessible.
print(sum("---p" in line and "00:00 0" in line for line in open("/proc/self/maps")))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's arenas")
def test_threads_share_one_heap() -> None:
    def arenas(call: str) -> int:
        program = THREADS_THAT_ALLOCATE.format(call=call)
        return int(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout)

    assert arenas("share_one_heap()") < arenas("")
