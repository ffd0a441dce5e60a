import sqlite3
from contextlib import closing

import pytest

from agent_desktop.store.many_rows import MOST_ROWS, RowsStatement


@pytest.mark.parametrize("count", [1, 2, 4, 5, 16, 17, MOST_ROWS - 1, MOST_ROWS])
def test_all_rows_are_kept_in_their_order_and_nothing_else(count: int) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE kept (seq INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, figure REAL)")
        insert = RowsStatement(
            "INSERT INTO kept (name, figure)", 2, "ON CONFLICT (name) DO UPDATE SET figure = excluded.figure"
        )
        rows = [(f"n{number}", None if number % 2 else float(number)) for number in range(count)]
        assert insert.execute(rows, connection).lastrowid == count
        assert connection.execute("SELECT name, figure FROM kept ORDER BY seq").fetchall() == rows
        insert.execute([("n0", 5.0)], connection)
        assert connection.execute("SELECT figure FROM kept WHERE name = 'n0'").fetchall() == [(5.0,)]
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (count,)
