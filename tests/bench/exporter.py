"""One export in a process of its own: `python -m tests.bench.exporter plain|csv|xlsx DATABASE TARGET`.

Prints seconds and peak memory in MB, what it started with included.
"""

import csv
import sqlite3
import sys
import time
from pathlib import Path

from agent_desktop.desk.export_file import write_export
from agent_desktop.desk.export_order import ExportFormat, ExportOrder
from agent_desktop.telephony.history import HistoryQuery

PLAIN = (
    "SELECT started, direction, status, who, number, queue, did, extension, wait_s, talk_s, duration_s, disposition,"
    " note, recording_url, callid FROM calls JOIN call_detail USING (id) ORDER BY id DESC"
)


def plain(database: Path, target: Path) -> None:
    """What sqlite3 and csv do by themselves."""
    connection = sqlite3.connect(database)
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(connection.execute(PLAIN))
    connection.close()


def main(kind: str, database: Path, target: Path) -> None:
    """Write it, and tell what it took."""
    begun = time.perf_counter()
    if kind == "plain":
        plain(database, target)
    else:
        write_export(database, ExportOrder(HistoryQuery(), target, ExportFormat(kind)), lambda *_: None, lambda: False)
    print(time.perf_counter() - begun, _peak_mb())


def _peak_mb() -> float:
    """Since this program began; getrusage counts what the one before the exec used, too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
