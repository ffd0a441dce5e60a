"""Retention by age and size, and one customer deleted from the rows and from the bytes of the files."""

import asyncio
import sqlite3
import threading
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from agent_desktop.errors import UsageError
from agent_desktop.store import call_backs, forgotten, space
from agent_desktop.store.copying import carry_forgotten
from agent_desktop.store.journal import JournalEntry
from agent_desktop.store.personal import IMPERSONAL, PERSONAL
from agent_desktop.store.store import Store
from agent_desktop.store.upkeep import DAY_S, Pruned
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.call_back import Plan
from agent_desktop.telephony.contact import Contact, ContactNumber, ContactQuery
from agent_desktop.telephony.events import CallEnded
from agent_desktop.telephony.history import HistoryQuery
from tests.store.sample import AT, entry, reported, rows, with_store

ANA, BEN = "0938363739", "0912000111"
NOTATIONS = (b"938363739", b"938 363 739", b"938.363.739", b"938-363-739", b"Ana")


def webhook(number: str, callid: str, body: bytes = b"") -> JournalEntry:
    return JournalEntry(
        AT, "GET", f"/api/callcenter/call_in?phone={number}&callid={callid}", "", body, "ringing", callid
    )


def left_in(folder: Path) -> list[tuple[str, bytes]]:
    """Where the number can be read in the files as they are, and how."""
    return [(file.name, text) for file in folder.iterdir() for text in NOTATIONS if text in file.read_bytes()]


async def forget(store: Store, number: str, now: float = AT + DAY_S):
    return await store.upkeep.forget(store.upkeep.wanted(number), now)


async def fill(store: Store) -> None:
    """Two customers, whose calls lie among each other, with all that can hold a number."""
    written = [reported(f"c{n}", AT + n, number=ANA if n % 3 else BEN) for n in range(300)]
    await store.save(written, 0)
    # Another state of the same calls: what an update leaves behind must go, too.
    await store.save(
        [reported(f"c{n}", AT + n - 9, number=ANA if n % 3 else BEN, duration_s=77) for n in range(300)], 0
    )
    await asyncio.gather(
        *(store.append(webhook(ANA if n % 3 else BEN, f"c{n}")) for n in range(300)),
        store.append(entry("c1")),
        store.append(webhook("%2B84938363739", "")),
        store.append(JournalEntry(AT, "POST", "/x", "", b'{"phone": "0938 363 739"}', "unreadable", "")),
    )
    await store.set_note("c1", "Ana asks for +84 938 363 739")
    await store.set_note("c0", "Ben says: try 0938.363.739 or me")
    await store.set_note("c3", "nothing of interest")
    ana = (ContactNumber(ANA, "mobile"), ContactNumber("+84938000999"))
    await store.contacts.keep(Contact("Ana Nguyen", "Acme", ana))
    await store.contacts.keep(Contact("Ben", numbers=(ContactNumber(BEN),), note="Partner of 0938-363-739"))
    for number, note in ((ANA, "after lunch"), (BEN, "about 0938363739")):
        planned = Plan(number=number, added_at=AT, note=note, changed_at=AT)
        await store.writer.submit(partial(call_backs.keep, store.canonical(number), planned))
    await store.contacts.keep_web_name(ANA, "Ana at the CRM", "https://crm.example.com/0938363739", AT, AT)


def test_every_table_is_cleaned_or_holds_nothing_personal(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        pass

    with_store(tmp_path / "journal.db", use)
    tables = {name for (name,) in rows(tmp_path / "journal.db", "SELECT name FROM sqlite_master WHERE type = 'table'")}
    parts_of_the_index = {f"{i}_{part}" for i in space.INDEXES for part in ("config", "data", "docsize", "idx")}
    cleaned = {table.table for table in PERSONAL} | {name for table in PERSONAL for name in table.follows}
    assert tables - parts_of_the_index - {"sqlite_sequence"} == cleaned | IMPERSONAL
    assert not cleaned & IMPERSONAL


def test_a_customer_is_deleted_from_every_table_and_from_the_files(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def use(store: Store) -> None:
        await fill(store)
        before = await store.upkeep.find(store.upkeep.wanted("+84 938 363 739"))
        assert before.counts == {"calls": 200, "notes": 4, "webhooks": 203, "contacts": 1, "call_backs": 1}
        assert (before.first, before.last) == (AT + 1 - 9, AT + 299 - 9)
        assert (await forget(store, "+84 938 363 739")).counts == before.counts
        assert not left_in(tmp_path)
        assert (await store.upkeep.find(store.upkeep.wanted(ANA))).counts == {}
        assert (await store.page(HistoryQuery(text="938363"))).rows == ()
        assert (await store.page(HistoryQuery(text="ana"))).rows == ()
        (ben,) = (await store.contacts.page(ContactQuery())).rows
        assert (ben.name, ben.note, ben.numbers[0].number) == ("Ben", "Partner of •••", BEN)
        assert (await store.contacts.page(ContactQuery(text="363"))).rows == ()

    with_store(path, use)
    assert rows(path, "SELECT count(*) FROM calls") == [(100,)]
    assert rows(path, "SELECT count(*) FROM journal") == [(100,)]
    assert rows(path, "SELECT note FROM call_detail WHERE note <> '' ORDER BY id") == [
        ("Ben says: try ••• or me",),
        ("nothing of interest",),
    ]
    assert rows(path, "SELECT name FROM number_names") == [("Ben",)]
    assert (
        rows(path, "SELECT * FROM web_names") == rows(path, "SELECT 1 FROM contact_numbers WHERE contact_id = 1") == []
    )
    with closing(sqlite3.connect(path)) as connection:
        for index in space.INDEXES:
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")


def test_what_sqlite_leaves_behind_has_the_file_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal.db"

    async def use(store: Store) -> None:
        await store.writer.alone(lambda connection: connection.execute("PRAGMA secure_delete = OFF"))
        await fill(store)
        await forget(store, ANA)
        assert b"938363739" not in path.read_bytes()

    with_store(path, use)


def test_nothing_that_must_be_written_waits_for_a_customer_to_be_deleted(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        await fill(store)
        deleting = asyncio.ensure_future(forget(store, ANA))
        appended = 0
        while not deleting.done():
            await store.append(webhook(BEN, "later"))
            appended += 1
        await deleting
        assert appended > 4

    with_store(tmp_path / "journal.db", use)


def test_what_the_pbx_tells_of_earlier_calls_does_not_bring_a_customer_back(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def use(store: Store) -> None:
        await fill(store)
        await forget(store, ANA, AT + 1000)
        await store.append(webhook(ANA, "cut"))
        told = await store.save(
            [
                reported("c1", AT, number=ANA),
                reported("cut", AT + 999, number="+84938363739"),
                reported("later", AT + 1001, number=ANA),
                reported("ben", AT + 1, number=BEN),
            ],
            0,
        )
        assert {record.callid for record in told} == {"later", "ben"}

    with_store(path, use)
    assert rows(path, "SELECT count(*) FROM journal WHERE callid = 'cut'") == [(0,)]
    assert b"938363739" not in b"".join(
        bytes(salt) + bytes(digest) for salt, digest, _ in rows(path, "SELECT * FROM forgotten")
    )


def test_a_call_that_turns_out_to_be_a_deleted_customers_goes(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def use(store: Store) -> None:
        await forget(store, ANA, AT + 1000)
        await store.save([Call.of(CallEnded("c1"), AT)], 0)
        assert await store.call("c1") is not None
        await store.save([reported("c1", AT)], 0)

    with_store(path, use)
    assert rows(path, "SELECT count(*) FROM calls") == rows(path, "SELECT count(*) FROM call_text") == [(0,)]


def test_another_customers_call_under_the_same_id_stays(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        await forget(store, ANA, AT + 1000)
        await store.append(webhook(BEN, "c1"))
        await store.save([reported("c1", AT, number=BEN)], 0)
        await store.save([reported("c1", AT - 30 * DAY_S, number=ANA)], 0)
        assert [(row.callid, row.number) for row in (await store.page(HistoryQuery())).rows] == [("c1", BEN)]

    with_store(tmp_path / "journal.db", use)
    assert rows(tmp_path / "journal.db", "SELECT count(*) FROM journal") == [(1,)]


def test_who_is_back_is_not_looked_for_on_the_loop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked_on: set[str] = set()
    until = forgotten.Forgotten.until

    def watched(gone: forgotten.Forgotten, *forms: str) -> float | None:
        asked_on.add(threading.current_thread().name)
        return until(gone, *forms)

    async def work(store: Store) -> None:
        await fill(store)
        await forget(store, ANA)
        monkeypatch.setattr(forgotten.Forgotten, "until", watched)
        assert await store.upkeep.forget_again() == 0

    with_store(tmp_path / "j.db", work)
    assert asked_on
    assert threading.current_thread().name not in asked_on


def test_a_restored_database_forgets_them_again_but_not_who_called_since(tmp_path: Path) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"

    async def leave(store: Store) -> None:
        await forget(store, ANA, AT + 1000)
        await forget(store, BEN, AT)

    async def fill_again(store: Store) -> None:
        await store.save([reported("a", AT, number=ANA), reported("b", AT + 5, number=BEN)], 0)
        await store.contacts.keep(Contact("Ana", numbers=(ContactNumber(ANA),)))
        await store.contacts.keep(Contact("Cy", numbers=(ContactNumber("0911222333"),)))
        await forget(store, "0900111222", AT)  # with a salt of its own

    async def start(store: Store) -> None:
        assert await store.upkeep.forget_again() == 1
        assert [row.callid for row in (await store.page(HistoryQuery())).rows] == ["b"]
        assert await store.upkeep.forget_again() == 0
        await store.contacts.keep(Contact("Ana", numbers=(ContactNumber(ANA),)))  # she is a customer again
        assert await store.upkeep.forget_again() == 0
        assert [one.name for one in (await store.contacts.page(ContactQuery())).rows] == ["Ana", "Cy"]

    with_store(old, leave)
    with_store(new, fill_again)
    carry_forgotten(old, new, AT)
    with_store(new, start)
    assert len({salt for salt, _, _ in rows(new, "SELECT * FROM forgotten")}) == 2


@pytest.mark.parametrize("number", ["101", "", "anonymous"])
def test_only_a_customer_can_be_deleted(tmp_path: Path, number: str) -> None:
    async def use(store: Store) -> None:
        with pytest.raises(UsageError, match="not a customer's number"):
            store.upkeep.wanted(number)

    with_store(tmp_path / "journal.db", use)


def test_the_oldest_days_go_until_the_file_is_small_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal.db"
    limit = 400_000
    monkeypatch.setattr(space, "rewrite", None)  # it would hold up what is to be acknowledged for seconds
    monkeypatch.setattr(space, "RELEASED_AT_ONCE", 8)

    async def use(store: Store) -> None:
        written = [reported(f"c{n}", AT + n * DAY_S / 50, number=f"09{n:08}") for n in range(1500)]
        await store.save(written, 0)
        before = await store.upkeep.figures()
        assert before.size > 2 * limit
        pruned = await store.upkeep.shrink(limit, AT + 365 * DAY_S)
        after = await store.upkeep.figures()
        assert after.size <= limit
        assert after.size > limit / 2, "not much more than it must"
        assert after.calls == 1500 - pruned.calls
        assert after.since == written[pruned.calls].started, "the oldest went"
        assert await store.upkeep.shrink(limit, AT + 365 * DAY_S) == Pruned()

    with_store(path, use)
    assert path.stat().st_size <= limit


def test_today_stays_whatever_it_takes(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        await store.append(entry("not applied", AT - 90 * DAY_S))
        await store.save([reported(f"c{n}", AT + n) for n in range(100)], 0)
        assert await store.upkeep.shrink(1000, AT) == Pruned()
        assert (await store.upkeep.figures()).calls == 100

    with_store(tmp_path / "journal.db", use)


def test_space_is_given_back_after_a_reader_has_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal.db"

    async def use(store: Store) -> None:
        await store.save([reported(f"c{n}", AT + n, number=f"09{n:08}") for n in range(500)], 0)
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM calls").fetchone()
            giving = asyncio.ensure_future(store.upkeep.give_back())
            while not await store.append(entry("meanwhile")):
                pass
            assert not giving.done()
        await giving
        assert space.size_on_disk(path) == path.stat().st_size

    with_store(path, use)


def test_a_fingerprint_is_of_its_database() -> None:
    with closing(sqlite3.connect(":memory:")) as one, closing(sqlite3.connect(":memory:")) as other:
        for connection in (one, other):
            connection.execute(forgotten.STATEMENTS[0])
            forgotten.add(connection, ["84938363739"], AT)
            forgotten.add(connection, ["84938363739"], AT + 5)
            assert forgotten.read(connection).until("84938363739") == AT + 5
            assert forgotten.read(connection).until("84938363738") is None
        assert not {row[1] for row in forgotten.rows(one)} & {row[1] for row in forgotten.rows(other)}
