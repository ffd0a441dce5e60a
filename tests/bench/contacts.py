"""A hundred thousand contacts: a number found by any notation, beside a bare statement of SQL and beside a dict; and
the search as one types, beside a plain scan.
"""

import asyncio
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from agent_desktop.store.contact_rows import take_in
from agent_desktop.store.database import open_database
from agent_desktop.store.store import Store
from agent_desktop.telephony.contact import Contact, ContactNumber, ContactQuery, Duplicates
from agent_desktop.telephony.number import DialRules, canonical
from tests.bench.figures import Bound, Finding, ratio, spread
from tests.bench.screen import Screen

COUNT, QUICK_COUNT = 100_000, 2_000
LOOKUPS = 300
SEARCHES = ("hoa", "nguyen", "cong ty 49", "0938 1", "zq")
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ")
GIVEN = ("Thị Hoa", "Văn An", "Minh Đức", "Thanh Lan", "Hữu Ánh", "Ngọc Phương")
RULES = DialRules()


def measure(screen: Screen, *, quick: bool) -> list[Finding]:
    """The lookup of a pop and the search of the panel."""
    count = QUICK_COUNT if quick else COUNT
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        numbers = _fill(path, count)
        return asyncio.run(_measure(path, numbers, count))


def _fill(path: Path, count: int) -> list[str]:
    random = Random(1)
    numbers = [f"0{900_000_000 + place * 37}" for place in range(count)]
    people = [
        Contact(f"{random.choice(FAMILIES)} {random.choice(GIVEN)} {place}", f"Công ty {place % 5000}", (number,))
        for place, number in enumerate(map(ContactNumber, numbers))
    ]
    canonicals = {number: f"84{number[1:]}" for number in numbers}
    with closing(open_database(path, 0.0).connection) as connection:
        connection.execute("BEGIN")
        take_in(people, canonicals, Duplicates.ADD, set(), connection)
        connection.execute("COMMIT")
    return numbers


async def _measure(path: Path, numbers: list[str], count: int) -> list[Finding]:
    store = await Store.open(path, lambda number: canonical(number, RULES), 0.0)
    try:
        wanted = Random(2).sample(numbers, min(LOOKUPS, count))
        await store.contacts.find(numbers[0])
        program = []
        for number in wanted:
            began = perf_counter()
            assert await store.contacts.find(f"+84 {number[1:4]} {number[4:]}")
            program.append((perf_counter() - began) * 1e3)
        searched = []
        for text in SEARCHES:
            began = perf_counter()
            await store.contacts.page(ContactQuery(text))
            searched.append((perf_counter() - began) * 1e3)
    finally:
        await store.close()
    with closing(sqlite3.connect(path)) as connection:
        statement = "SELECT name FROM contact_numbers JOIN contacts ON id = contact_id WHERE canonical = ?"
        bare = _times(wanted, lambda number: connection.execute(statement, (f"84{number[1:]}",)).fetchone())
        names = dict(connection.execute("SELECT canonical, name FROM contact_numbers JOIN contacts ON id = contact_id"))
        held = _times(wanted, lambda number: names[f"84{number[1:]}"])
        scan = "SELECT id FROM contacts WHERE folded LIKE ? ORDER BY sort_key, id LIMIT 100"
        scanned = _times(list(SEARCHES), lambda text: connection.execute(scan, (f"%{text}%",)).fetchall())
    among = f"among {count:,} contacts"
    return [
        Finding(f"a number found {among}, any notation", spread(program), spread(bare), median(program), "ms", 1.0,
            Bound.BELOW),
        Finding("… beside a dict in memory, its key at hand", spread(program), spread(held), median(program), "ms"),
        Finding(f"a page of a search {among}", spread(searched), spread(scanned), ratio(searched, scanned)),
    ]  # fmt: skip


def _times(things: list[str], act: Callable[[str], object]) -> list[float]:
    times = []
    for thing in things:
        began = perf_counter()
        act(thing)
        times.append((perf_counter() - began) * 1e3)
    return times
