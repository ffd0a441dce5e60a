"""What a process and its children use, as Linux tells it."""

import resource
from pathlib import Path

KIB_IN_MB = 1024


def children_ns() -> int:
    """Time on a processor of all children of this process that have ended."""
    use = resource.getrusage(resource.RUSAGE_CHILDREN)
    return round((use.ru_utime + use.ru_stime) * 1e9)


def family(pid: int) -> list[int]:
    """The process and all that it started and that still run."""
    members = [pid]
    for member in members:
        for task in Path(f"/proc/{member}/task").iterdir():
            members += [int(child) for child in (task / "children").read_text().split()]
    return members


def memory_mb(pid: int) -> tuple[float, float]:
    """Resident and proportional memory of the family, in MB (2**20 bytes)."""
    resident = proportional = 0
    for member in family(pid):
        for line in Path(f"/proc/{member}/smaps_rollup").read_text().splitlines():
            name, _, rest = line.partition(":")
            if name == "Rss":
                resident += int(rest.split()[0])
            elif name == "Pss":
                proportional += int(rest.split()[0])
    return resident / KIB_IN_MB, proportional / KIB_IN_MB


def processor_ns(pid: int) -> int:
    """Time on a processor of all threads of the family that still run, to the nanosecond."""
    total = 0
    for member in family(pid):
        for task in Path(f"/proc/{member}/task").iterdir():
            total += int((task / "schedstat").read_text().split()[0])
    return total
