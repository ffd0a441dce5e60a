"""`history --export`: what this computer knows of some days, as a file; also while the program runs."""

import sys
from datetime import tzinfo
from pathlib import Path

from agent_desktop.desk.export_file import write_export
from agent_desktop.desk.export_order import ExportOrder, format_of
from agent_desktop.telephony.history import HistoryQuery


def export(database: Path, query: HistoryQuery, target: Path, zone: tzinfo) -> int:
    """Write the calls and say how many they were. Progress is for a terminal only."""
    order = ExportOrder(query, target, format_of(target), zone=zone)
    exported = write_export(database, order, _tell if sys.stderr.isatty() else _tell_nobody, lambda: False)
    calls = "1 call" if exported.rows == 1 else f"{exported.rows:,} calls"
    print(f"{calls} written to {exported.target}")
    return 0


def _tell(done: int, total: int) -> None:
    print(f"\r{done:,} of {total:,}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _tell_nobody(done: int, total: int) -> None:
    pass
