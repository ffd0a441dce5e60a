import asyncio
from pathlib import Path

import pytest

from agent_desktop.desk.contact_files import Transfer
from agent_desktop.desk.contacts import ContactsChanged
from agent_desktop.desk.updates import CallChanged
from agent_desktop.errors import UsageError
from agent_desktop.store.contacts import PORTION
from agent_desktop.telephony.contact import VIP, Contact, ContactNumber, ContactQuery, Duplicates, Left
from agent_desktop.telephony.contact_csv import Field, Mapping
from agent_desktop.telephony.history import HistoryQuery
from tests.desk.running_desk import play, running_desk

HOA = Contact("Nguyễn Thị Hoa", "Cty Ánh Dương", (ContactNumber("0938 363 739", "mobile"),), (VIP,))


def listed(page) -> list[str]:
    return [contact.shown for contact in page.rows]


def test_a_card_shows_at_once_and_its_name_follows(tmp_path: Path) -> None:
    async def scene(desk, pbx):
        await desk.service.features.contacts.keep(HOA)
        await desk.ring(phone="+84938363739")
        first = next(update.card for update in desk.told if hasattr(update, "card"))
        assert first.name == ""
        card = await desk.until(lambda: next((card for card in desk.cards.values() if card.name), None))
        assert (card.name, card.tag) == ("Nguyễn Thị Hoa", VIP)
        await desk.webhook("/api/callcenter/call_in?phone=%2B84938363739&extension=101&callid=c1&event=ANSWER")
        await desk.until(lambda: desk.shown("c1")[-1] == "talking")
        assert desk.cards["c1"].name == "Nguyễn Thị Hoa"

    play(tmp_path, scene)


def test_a_contact_that_is_changed_while_the_call_goes_on_is_shown(tmp_path: Path) -> None:
    async def scene(desk, pbx):
        await desk.ring()
        await desk.until(lambda: desk.cards)
        kept = await desk.service.features.contacts.keep(HOA)
        await desk.until(lambda: desk.cards["c1"].name == HOA.name)
        await desk.service.features.contacts.remove([kept.id])
        await desk.until(lambda: desk.cards["c1"].name == "")

    play(tmp_path, scene, pop__linger_seconds="30")


def test_a_colleague_who_answers_has_a_name(tmp_path: Path) -> None:
    async def scene(desk, pbx):
        await desk.service.features.contacts.keep(Contact("Ana", numbers=(ContactNumber("102"),)))
        news = next(update for update in reversed(desk.told) if isinstance(update, ContactsChanged))
        assert news.colleagues == {"102": "Ana"}
        await desk.ring()
        await desk.webhook("/api/callcenter/call_in?phone=0938363739&queue=999&extension=102&callid=c1&event=ANSWER")
        await desk.until(lambda: desk.cards["c1"].answered_name == "Ana")

    play(tmp_path, scene, pop__linger_seconds="30")


def test_the_history_calls_customers_by_name(tmp_path: Path) -> None:
    async def scene(desk, pbx):
        contacts = desk.service.features.contacts
        await desk.ring("before")
        await desk.until(lambda: desk.changed("before"))
        kept = await contacts.keep(HOA)
        await desk.ring("after")
        named = await desk.until(
            lambda: [one for one in desk.told if isinstance(one, CallChanged) and one.record.callid == "after"]
        )
        assert named[-1].name == HOA.name
        assert (await desk.service.history(HistoryQuery())).names == {"before": HOA.name, "after": HOA.name}
        await contacts.remove([kept.id])
        assert not (await desk.service.history(HistoryQuery())).names

    play(tmp_path, scene)


def test_one_is_found_by_any_notation_and_any_fragment(tmp_path: Path) -> None:
    async def scene(desk, pbx):
        contacts = desk.service.features.contacts
        await contacts.keep(HOA)
        await contacts.keep(Contact("Zoe", note="VIP guest", numbers=(ContactNumber("101"),)))
        for number in ("0938363739", "+84 938 363 739", "84938363739", "(0938) 363-739"):
            assert (await contacts.find(number)).name == HOA.name
        assert await contacts.find("0938363730") is None
        for text in ("", "nguyen hoa", "ANH DUONG", "8363", "0938 363", "+84 938", "ho", "vip"):
            assert HOA.name in listed(await contacts.page(ContactQuery(text))), text
        for text in ("hoa zoe", "0938 364", "*", '"'):
            assert not listed(await contacts.page(ContactQuery(text))), text
        assert listed(await contacts.page(ContactQuery("vip", vip_only=True))) == [HOA.name]

    play(tmp_path, scene)


def test_pages_hold_everyone_once(tmp_path: Path) -> None:
    async def run() -> None:
        async with running_desk(tmp_path) as desk:
            contacts = desk.service.features.contacts
            for place in range(7):
                await contacts.keep(Contact("Same", f"{place}"))
            page = await contacts.page(ContactQuery(limit=3))
            seen = [one.company for one in page.rows]
            while page.next:
                page = await contacts.page(ContactQuery(limit=3, after=page.next))
                seen += [one.company for one in page.rows]
            assert sorted(seen) == [f"{place}" for place in range(7)]

    asyncio.run(run())


def test_what_is_removed_comes_back_as_it_was(tmp_path: Path) -> None:
    async def scene(desk, pbx):
        contacts = desk.service.features.contacts
        kept = await contacts.keep(HOA)
        gone = await contacts.remove([kept.id, 999])
        assert gone == (kept,)
        assert await contacts.find("0938363739") is None
        await contacts.keep(Contact("Came meanwhile"))
        await contacts.restore(gone)
        assert (await contacts.page(ContactQuery())).total == 2
        assert await contacts.find("0938363739") == kept

    play(tmp_path, scene)


@pytest.mark.parametrize("contact", [Contact(" ", "\u200b"), Contact("Ann", link="javascript:alert(1)")])
def test_what_is_no_contact_is_refused(tmp_path: Path, contact: Contact) -> None:
    async def scene(desk, pbx):
        with pytest.raises(UsageError):
            await desk.service.features.contacts.keep(contact)

    play(tmp_path, scene)


# Files.

TABLE = (
    "Name,Company,Phone,VIP\n"
    "Nguyễn Thị Hoa,,84938363739,\n"  # the number is there
    "ann,acme,0281234567,x\n"  # name and company are
    "Bo,,0912000001,\n"
    "Bo again,,+84 912 000 001,\n"  # in the same file
    ",,,\n"
    ",,0912000002,\n"
)


@pytest.mark.parametrize(
    ("duplicates", "report", "count"),
    [(Duplicates.SKIP, (1, 0, 3), 3), (Duplicates.MERGE, (1, 1, 2), 3), (Duplicates.ADD, (4, 0, 0), 6)],
)
def test_duplicates_are_treated_as_asked(tmp_path: Path, duplicates, report, count) -> None:
    async def scene(desk, pbx):
        contacts = desk.service.features.contacts
        await contacts.keep(HOA)
        await contacts.keep(Contact("Ann", "Acme", note="kept"))
        file = tmp_path / "file.csv"
        file.write_text(TABLE, encoding="utf-8")
        seen = await contacts.files.compare(file)
        assert (seen.there, seen.names, seen.again) == (2, ("Nguyễn Thị Hoa", "Ann"), 1)
        told = await contacts.files.take_in(file, duplicates=duplicates)
        assert (told.added, told.merged, told.skipped) == report
        assert told == seen.reports[duplicates]
        if duplicates is Duplicates.SKIP:
            assert told.left == (
                Left(2, "Nguyễn Thị Hoa", "84938363739", "Nguyễn Thị Hoa"),
                Left(3, "ann", "", "Ann"),
                Left(5, "Bo again", "+84 912 000 001", "Bo", 4),
            )
        assert ([one.line for one in told.problems], told.is_whole) == ([7], True)
        page = await contacts.page(ContactQuery())
        assert len(page.rows) == count
        if duplicates is Duplicates.MERGE:
            ann = next(one for one in page.rows if one.shown == "Ann")
            assert (ann.note, ann.is_vip, ann.numbers) == ("kept", True, (ContactNumber("0281234567"),))
            hoa = next(one for one in page.rows if one.shown == HOA.name)
            assert hoa.numbers == HOA.numbers, "another notation of the same number is no second number"

    play(tmp_path, scene)


def test_a_file_is_looked_at_before_anything_is_kept(tmp_path: Path) -> None:
    async def scene(desk, pbx):
        contacts, file = desk.service.features.contacts, tmp_path / "file.csv"
        file.write_text("Name;Phone;Boss\nAnn;0281234567;Zoe\n", encoding="utf-16")
        seen = await contacts.files.preview(file)
        assert (seen.kind, seen.count, seen.headings) == ("csv", 1, ("Name", "Phone", "Boss"))
        assert (seen.mapping.delimiter, seen.cells) == (";", (("Ann", "0281234567", "Zoe"),))
        changed = Mapping((Field.IGNORE, Field.NUMBER, Field.NAME), True, ";", seen.mapping.encoding)
        assert (await contacts.files.preview(file, changed)).sample[0].name == "Zoe"
        assert (await contacts.page(ContactQuery())).total == 0
        await contacts.files.take_in(file, changed)
        assert (await contacts.find("0281234567")).name == "Zoe"

    play(tmp_path, scene)


@pytest.mark.parametrize("kind", ["csv", "vcard"])
def test_what_is_given_out_is_taken_in_again(tmp_path: Path, kind) -> None:
    async def scene(desk, pbx):
        contacts, file = desk.service.features.contacts, tmp_path / f"out.{kind}"
        for place in range(600):
            await desk.store.contacts.keep(Contact(f"Ann {place:04}", numbers=(ContactNumber(f"091200{place:04}"),)))
        await contacts.keep(HOA)
        before = (await contacts.page(ContactQuery(limit=2000))).rows
        assert await contacts.files.give_out(file, kind) == 601
        gone = await contacts.remove(one.id for one in before)
        assert len(gone) == 601
        assert (await contacts.files.take_in(file)).added == 601
        after = (await contacts.page(ContactQuery(limit=2000))).rows
        assert [(one.name, one.company, one.numbers, one.tags) for one in after] == [
            (one.name, one.company, one.numbers, one.tags) for one in before
        ]

    play(tmp_path, scene)
    assert not list(tmp_path.glob(".*part"))


def test_an_import_that_is_stopped_keeps_what_is_in(tmp_path: Path) -> None:
    async def run() -> None:
        async with running_desk(tmp_path) as desk:
            files = desk.service.features.contacts.files
            file = tmp_path / "file.csv"
            rows = (f"Ann {place},09120{place:05}" for place in range(2000))
            file.write_text("name,phone\n" + "\n".join(rows), encoding="utf-8")
            work = asyncio.get_running_loop().create_task(files.take_in(file))
            await desk.until(lambda: [one for one in desk.told if isinstance(one, Transfer) and one.done])
            await files.stop()
            report = await work
            assert not report.is_whole
            assert 0 < report.added < 2000
            assert await desk.store.contacts.count() == report.added
            again = await files.take_in(file)
            assert (again.added, again.skipped) == (2000 - report.added, report.added)

    asyncio.run(run())


def test_a_card_of_an_import_does_not_wait_for_it(tmp_path: Path) -> None:
    async def run() -> None:
        async with running_desk(tmp_path) as desk:
            file = tmp_path / "file.csv"
            file.write_text("name,phone\n" + "\n".join(f"Ann {n},09120{n:05}" for n in range(3000)), encoding="utf-8")
            before = desk.store.writer.commits
            work = asyncio.get_running_loop().create_task(desk.service.features.contacts.files.take_in(file))
            await desk.until(lambda: [one for one in desk.told if isinstance(one, Transfer) and one.done])
            assert await desk.ring() == 200  # acknowledged, so on disk
            assert not work.done()
            await work
            assert desk.store.writer.commits - before >= 3000 // PORTION, "many short transactions, not one"

    asyncio.run(run())


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (None, "cannot be read"),
        (b"PK\x03\x04rest", "spreadsheet"),
        (b"\xd0\xcf\x11\xe0", "spreadsheet"),
        (bytes(range(256)) * 100, "no file of text"),
        (b"", "empty"),
        (b"\r\n\r\n", "empty"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, data, why) -> None:
    async def scene(desk, pbx):
        file = tmp_path / "file"
        if data is not None:
            file.write_bytes(data)
        with pytest.raises(UsageError, match=why):
            await desk.service.features.contacts.files.preview(file)

    play(tmp_path, scene)
