"""Many rows in one statement.

Each statement gives Python away while SQLite works and has to wait for it afterwards, while other threads have plenty
to do: so a row costs little, and a statement much.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain, repeat

_SELECT, _BUT_NOTHING = "SELECT * FROM (VALUES", ") WHERE column1 IS NOT NULL"
_COUNTS = (1, 4, 16, 64)
"""Statements are made for so many rows, and what is left over of one is no row: a statement for each number of rows
would be prepared anew, or keep memory, time and again.
"""
MOST_ROWS = _COUNTS[-1]


class RowsStatement:
    """`INSERT INTO table (columns)` or `… IN (`, the rows, and what is to follow them.

    The first column's value is never None. A SQLite that can search as this program does takes 32,766 values.
    """

    def __init__(self, before: str, columns: int, then: str = "") -> None:
        row = f"({', '.join('?' * columns)})"
        self._columns = columns
        self._statements = {
            count: " ".join((before, _SELECT, ", ".join([row] * count), _BUT_NOTHING, then)) for count in _COUNTS
        }

    def execute(self, rows: Sequence[Iterable[object]], connection: sqlite3.Connection) -> sqlite3.Cursor:
        """With at most MOST_ROWS rows, and at least one, in their order."""
        count = next(count for count in _COUNTS if count >= len(rows))
        nothing = repeat(None, (count - len(rows)) * self._columns)
        return connection.execute(self._statements[count], [*chain.from_iterable(rows), *nothing])
