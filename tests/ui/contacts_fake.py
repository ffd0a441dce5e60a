"""Contacts that a fake desk answers from memory. What is asked is noted on the desk, like everything else."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from agent_desktop.desk.contact_files import Comparison, ImportPreview, Transfer
from agent_desktop.desk.contacts import ContactsChanged
from agent_desktop.telephony.contact import (
    Contact,
    ContactCursor,
    ContactNumber,
    ContactPage,
    ContactQuery,
    Duplicates,
    ImportReport,
    Left,
    Problem,
)
from agent_desktop.telephony.contact_csv import Field, Mapping
from agent_desktop.telephony.folded import fold
from tests.ui.desk_fake import FakeDesk

HOA = Contact(
    "Nguyễn Thị Hoa",
    "Cty TNHH Ánh Dương",
    (ContactNumber("0938363739", "mobile"), ContactNumber("02838234567", "work")),
    ("VIP", "gold"),
    "Prefers mornings",
    "https://crm.example.com/7",
    1,
)
ANN = Contact("Ann Lee", "Acme", (ContactNumber("0912000001"),), id=2)
ZOE = Contact("Zoe", id=3)
TABLE = ImportPreview(
    "csv",
    3,
    (replace(HOA, id=0), replace(ANN, id=0), Contact("Bo", "", (ContactNumber("0912000002"),))),
    (Problem(5, "There is neither a name nor a company."),),
    Mapping((Field.NAME, Field.COMPANY, Field.NUMBER, Field.IGNORE), True, ";", "utf-8"),
    ("Họ và tên", "Công ty", "Điện thoại", "Mã"),
    (("Nguyễn Thị Hoa", "Cty TNHH Ánh Dương", "0938 363 739", "A1"), ("Ann Lee", "Acme", "0912 000 001", "A2")),
)


class FakeContacts:
    """Stands for `features.contacts` and its `files`."""

    def __init__(self, desk: FakeDesk, contacts: Iterable[Contact] = (HOA, ANN, ZOE)) -> None:
        self.desk = desk
        self.files = self
        self.kept = {contact.id: contact for contact in contacts}
        self.seen = TABLE
        left = Left(2, HOA.name, "0938363739", HOA.name)
        self.report = ImportReport(2, 1, 1, TABLE.problems, left=(left,))
        desk.features.contacts = self

    async def _ask(self, method: str, *arguments: object) -> None:
        await self.desk._ask(method, *arguments)

    async def page(self, query: ContactQuery) -> ContactPage:
        await self._ask("contacts", query)
        rows = sorted(
            (one for one in self.kept.values() if fold(query.text) in fold(f"{one.name} {one.company} {one.numbers}")),
            key=lambda one: (fold(one.shown), one.id),
        )
        rows = [one for one in rows if one.is_vip or not query.vip_only]
        begin = query.after.id if query.after else 0
        end = begin + query.limit
        return ContactPage(tuple(rows[begin:end]), ContactCursor("", end) if end < len(rows) else None, len(rows))

    async def find(self, number: str) -> Contact | None:
        await self._ask("find", number)
        return next((one for one in self.kept.values() if number in {x.number for x in one.numbers}), None)

    async def keep(self, contact: Contact) -> Contact:
        await self._ask("keep", contact)
        kept = replace(contact, id=contact.id or max(self.kept, default=0) + 1)
        self.kept[kept.id] = kept
        self.desk.publish(ContactsChanged())
        return kept

    async def remove(self, ids: Iterable[int]) -> tuple[Contact, ...]:
        await self._ask("remove", tuple(ids))
        gone = tuple(self.kept.pop(one) for one in ids)
        self.desk.publish(ContactsChanged())
        return gone

    async def restore(self, contacts: Iterable[Contact]) -> None:
        await self._ask("restore", tuple(contacts))
        self.kept |= {contact.id: contact for contact in contacts}
        self.desk.publish(ContactsChanged())

    async def preview(self, path: Path, mapping: Mapping | None = None) -> ImportPreview:
        await self._ask("preview", path, mapping)
        return replace(self.seen, mapping=mapping) if mapping and mapping.fields else self.seen

    async def compare(self, path: Path, mapping: Mapping | None = None) -> Comparison:
        await self._ask("compare", path, mapping)
        left = Left(2, HOA.name, "0938363739", HOA.name), Left(4, "Bo again", "0912000002", "Bo", 3)
        reports = {
            Duplicates.SKIP: ImportReport(1, 0, 2, TABLE.problems, left=left),
            Duplicates.MERGE: ImportReport(1, 1, 1, TABLE.problems, left=left[:1]),
            Duplicates.ADD: ImportReport(3, 0, 0, TABLE.problems),
        }
        return Comparison(reports, 1, 1, (HOA.name,))

    async def take_in(self, path: Path, mapping: Mapping | None, duplicates: Duplicates) -> ImportReport:
        self.desk.publish(Transfer("import", 1, 3))
        await self._ask("take_in", path, mapping, duplicates)
        return self.report

    async def give_out(self, path: Path, kind: str) -> int:
        await self._ask("give_out", path, kind)
        return len(self.kept)

    async def stop(self) -> None:
        await self._ask("stop")


def with_contacts(desk: Any, *contacts: Contact) -> FakeContacts:
    """The desk's contacts; three of them where none are given."""
    return FakeContacts(desk, contacts) if contacts else FakeContacts(desk)
