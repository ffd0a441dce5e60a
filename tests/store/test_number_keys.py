"""After another country was chosen, everything that is kept by a number's key has the key that the number has now."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import lru_cache, partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent_desktop.store import call_backs, number_keys
from agent_desktop.store.folding import FoldNumber
from agent_desktop.store.store import Store
from agent_desktop.telephony.call_back import Plan
from agent_desktop.telephony.contact import Contact, ContactNumber, ContactQuery
from agent_desktop.telephony.history import HistoryQuery
from agent_desktop.telephony.number import DialRules, canonical
from tests.store.sample import AT, reported, rows

ROOT = Path(__file__).resolve().parents[2]
ANA, BEN = "0938363739", "0123456789"
RULES = {"VN": DialRules("VN"), "MY": DialRules("MY"), "MY 03": DialRules("MY", area_code="03")}


def fold_in(reading: str) -> FoldNumber:
    return lru_cache(lambda number: canonical(number, RULES[reading]))


async def bring_to(store: Store, reading: str, steps: int = 1_000_000) -> int:
    """Step until all is done, or so many times; how many steps did something."""
    done, fold = 0, fold_in(reading)
    while done < steps and await store.number_keys.step(reading, fold):
        done += 1
    return done


def in_country(path: Path, reading: str, use) -> None:
    async def run() -> None:
        store = await Store.open(path, fold_in(reading), AT)
        try:
            await store.number_keys.begin(reading)
            await use(store)
        finally:
            await store.close()

    asyncio.run(run())


async def fill(store: Store) -> None:
    """Calls, a contact, what the CRM said and what was planned."""
    await store.contacts.keep(Contact("Ana", numbers=(ContactNumber(ANA), ContactNumber("+60198887777"))))
    await store.save([reported(f"a{n}", AT + n, number=ANA) for n in range(130)], 0)
    await store.save([reported("b", AT - 9, number=BEN), reported("plus", AT - 8, number="+84938363739")], 0)
    await store.set_note("b", "of interest")
    await store.contacts.keep_web_name(BEN, "Ben of the CRM", "https://crm.example.com/ben", AT, 0)
    plan = Plan(number=ANA, added_at=AT, changed_at=AT, note="after lunch")
    await store.writer.submit(partial(call_backs.keep, store.canonical(ANA), plan))


async def found(store: Store, text: str) -> set[str]:
    return {row.callid for row in (await store.page(HistoryQuery(text=text, limit=500))).rows}


def test_old_calls_contacts_and_plans_are_found_in_the_new_notation(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    of_ana = {f"a{n}" for n in range(130)}

    async def changed(store: Store) -> None:
        assert await store.calls_with_number("+60938363739", 5) == ()
        assert await store.contacts.find("60938363739") is None
        await bring_to(store, "MY")
        assert len(await store.calls_with_number("+60938363739", 500)) == 130
        assert len(await store.calls_with_number("+84938363739", 500)) == 1, "it was never of this country"
        assert await found(store, "60938363739") == of_ana
        assert await found(store, "84938363739") == {"plus"}
        assert await found(store, "0938363739") == of_ana
        assert await found(store, "ana") == of_ana
        assert await found(store, "interest") == {"b"}
        contact = await store.contacts.find("+60 938 363 739")
        assert contact is not None
        assert contact.shown == "Ana"
        assert await store.contacts.find("0084938363739") is None
        (listed,) = (await store.contacts.page(ContactQuery(text="60938363739"))).rows
        assert listed == contact
        plan = await store.look_up(partial(call_backs.plan, canonical=store.canonical("60938363739")))
        assert (plan.note, plan.number) == ("after lunch", ANA)
        assert await bring_to(store, "MY") == 0

    in_country(path, "VN", fill)
    in_country(path, "MY", changed)
    assert rows(path, "SELECT reading, stage FROM number_keys") == [("MY", "")]
    assert [key for (key,) in rows(path, "SELECT canonical FROM call_backs")] == ["60938363739"]


def test_a_name_that_the_crm_gave_stays_with_its_calls_and_goes_from_the_old_number(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    async def changed(store: Store) -> None:
        await bring_to(store, "MY")
        assert await store.contacts.names([BEN]) == {BEN: "Ben of the CRM"}
        assert await store.contacts.web_name(BEN, AT) == ("Ben of the CRM", "https://crm.example.com/ben")
        page = await store.page(HistoryQuery(text="ben of the"))
        assert page.names == {"b": "Ben of the CRM"}

    in_country(path, "VN", fill)
    in_country(path, "MY", changed)
    here = [("60123456789",)]
    assert rows(path, "SELECT canonical FROM web_names") == here
    assert ("84123456789",) not in rows(path, "SELECT canonical FROM number_names")


def test_the_name_of_a_contact_elsewhere_is_not_taken_along(tmp_path: Path) -> None:
    """The number was read as that of a customer abroad, who is another one."""

    async def before(store: Store) -> None:
        await store.contacts.keep(Contact("Hoa", numbers=(ContactNumber("+84938363739"),)))
        await store.save([reported("a", number=ANA)], 0)
        assert await store.contacts.names([ANA]) == {ANA: "Hoa"}

    async def changed(store: Store) -> None:
        await bring_to(store, "MY")
        assert (await store.page(HistoryQuery())).names == {}
        assert await store.contacts.names([ANA, "+84938363739"]) == {"+84938363739": "Hoa"}

    in_country(tmp_path / "j.db", "VN", before)
    in_country(tmp_path / "j.db", "MY", changed)


def test_an_area_code_that_is_set_later_counts_for_older_calls(tmp_path: Path) -> None:
    async def before(store: Store) -> None:
        await store.save([reported("local", number="21421234"), reported("own", AT + 1, number="0123456789")], 0)

    async def changed(store: Store) -> None:
        await bring_to(store, "MY 03")
        (call,) = await store.calls_with_number("+60 3-2142 1234", 5)
        assert call.callid == "local"

    in_country(tmp_path / "j.db", "MY", before)
    in_country(tmp_path / "j.db", "MY 03", changed)


def test_of_two_plans_for_a_number_the_one_touched_last_stays(tmp_path: Path) -> None:
    async def plan_it(plan: Plan, store: Store) -> None:
        await store.writer.submit(partial(call_backs.keep, store.canonical(ANA), plan))

    async def changed(store: Store) -> None:
        await bring_to(store, "MY")
        plan = await store.look_up(partial(call_backs.plan, canonical="60938363739"))
        assert (plan.due_at, plan.note) == (AT + 99, "asks for Hoa")

    old = Plan(number=ANA, added_at=AT, changed_at=AT, note="asks for Hoa")
    new = Plan(number="+60938363739", added_at=AT, changed_at=AT + 9, due_at=AT + 99)
    in_country(tmp_path / "j.db", "VN", partial(plan_it, old))
    in_country(tmp_path / "j.db", "MY", partial(plan_it, new))
    in_country(tmp_path / "j.db", "MY", changed)
    assert rows(tmp_path / "j.db", "SELECT count(*) FROM call_backs") == [(1,)]


def test_a_new_database_has_nothing_to_do(tmp_path: Path) -> None:
    async def use(store: Store) -> None:
        assert await bring_to(store, "VN") == 0
        await store.save([reported("a")], 0)
        assert await bring_to(store, "VN") == 0

    in_country(tmp_path / "j.db", "VN", use)


@settings(max_examples=10, deadline=None)
@given(turns=st.lists(st.tuples(st.sampled_from(sorted(RULES)), st.integers(0, 9)), max_size=3))
def test_wherever_it_was_broken_off_the_end_is_the_same(
    turns: list[tuple[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("keys") / "journal.db"

    async def some(steps: int, reading: str, store: Store) -> None:
        await bring_to(store, reading, steps)
        await store.save([reported(f"new {reading}", AT + 500, number=ANA)], 0)

    in_country(path, "VN", fill)
    for reading, steps in turns:
        in_country(path, reading, partial(some, steps, reading))
    in_country(path, "MY", partial(some, 1_000_000, "MY"))
    fold = fold_in("MY")
    assert all(key == fold(number) for key, number in rows(path, "SELECT canonical, number FROM calls"))
    assert all(key == fold(number) for key, number in rows(path, "SELECT canonical, number FROM contact_numbers"))
    assert all(key == fold(number) for key, number in rows(path, "SELECT canonical, number FROM call_backs"))
    assert rows(path, "SELECT DISTINCT who FROM calls WHERE number = '0938363739'") == [("Ana",)]
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO calls_fts (calls_fts) VALUES ('integrity-check')")
        connection.execute("INSERT INTO contacts_fts (contacts_fts) VALUES ('integrity-check')")


def test_a_plan_is_moved_with_all_calls_of_its_number(tmp_path: Path) -> None:
    """Else it would be one for nobody meanwhile, and be forgotten as such."""

    async def changed(store: Store) -> None:
        while await store.number_keys.step("MY", fold_in("MY")):
            plans = await store.look_up(lambda c: c.execute("SELECT canonical, number FROM call_backs").fetchall())
            calls = await store.look_up(lambda c: c.execute("SELECT canonical, number FROM calls").fetchall())
            for key, number in plans:
                assert {one for one, raw in calls if raw == number} <= {key}

    in_country(tmp_path / "j.db", "VN", fill)
    in_country(tmp_path / "j.db", "MY", changed)


def test_each_portion_is_a_transaction_of_its_own(tmp_path: Path) -> None:
    """What is to be acknowledged waits for one of them at most."""

    async def changed(store: Store) -> None:
        await store.writer.submit(lambda connection: connection.execute("DELETE FROM call_backs").close())
        at_once = []
        while await store.number_keys.step("MY", fold_in("MY")):
            at_once.append(len(await store.calls_with_number("+60938363739", 500)))
        steps = [after - before for before, after in zip([0, *at_once], at_once, strict=False)]
        assert sum(steps) == 130
        assert max(steps) <= number_keys.PORTION

    in_country(tmp_path / "j.db", "VN", fill)
    in_country(tmp_path / "j.db", "MY", changed)


PROGRAM = """
import sys
from pathlib import Path
from tests.store.test_number_keys import bring_to, in_country

async def work(store):
    print("begun", flush=True)
    for _ in range(1000):
        await bring_to(store, "MY")
        await bring_to(store, "VN")

in_country(Path(sys.argv[1]), "MY", work)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed by SIGKILL")
def test_a_kill_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    in_country(path, "VN", fill)
    arguments = [sys.executable, "-c", PROGRAM, str(path)]
    for portions in (1, 4):
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=os.environ) as program:
            assert program.stdout is not None
            assert program.stdout.readline() == "begun\n"
            seen = {tuple(rows(path, "SELECT * FROM number_keys"))}
            while len(seen) <= portions:
                seen.add(tuple(rows(path, "SELECT * FROM number_keys")))
            program.kill()

    async def carry_on(store: Store) -> None:
        await bring_to(store, "MY")
        assert len(await store.calls_with_number("+60938363739", 500)) == 130
        assert await store.note("b") == "of interest"

    in_country(path, "MY", carry_on)


def test_who_was_deleted_stays_so_in_another_country(tmp_path: Path) -> None:
    path = tmp_path / "j.db"

    async def forget(store: Store) -> None:
        await store.upkeep.forget(store.upkeep.wanted(ANA), AT)

    async def changed(store: Store) -> None:
        await bring_to(store, "MY")
        numbers = (ANA, "+84938363739", "84938363739", "0912345678")
        await store.save([reported(f"c{n}", AT - 9, number=number) for n, number in enumerate(numbers)], 0)
        await store.save([reported("later", AT + 9, number=ANA)], 0)
        assert await found(store, "") == {"c3", "later"}

    in_country(path, "VN", forget)
    in_country(path, "MY", changed)
