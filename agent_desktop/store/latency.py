"""The latency receipts, one for each call that had a pop."""

import sqlite3

from agent_desktop.store.database import storable
from agent_desktop.telephony.latency import LatencyReceipt


def keep(connection: sqlite3.Connection, callid: str, receipt: LatencyReceipt) -> None:
    """Keep the call's receipt; its first one stays."""
    times = (receipt.received, receipt.parsed_ms, receipt.shown_ms, receipt.painted_ms)
    connection.execute("INSERT OR IGNORE INTO receipts VALUES (?, ?, ?, ?, ?)", (storable(callid), *times))


def find(connection: sqlite3.Connection, callid: str) -> LatencyReceipt | None:
    """The call's receipt, where it had a pop."""
    row = connection.execute(
        "SELECT received, parsed_ms, shown_ms, painted_ms FROM receipts WHERE callid = ?", (storable(callid),)
    ).fetchone()
    return None if row is None else LatencyReceipt(*row)
