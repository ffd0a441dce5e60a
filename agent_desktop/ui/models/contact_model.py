"""The contacts as a table, by name: pages are fetched as one scrolls."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from agent_desktop.telephony.contact import Contact, ContactPage, ContactQuery
from agent_desktop.ui.models.paged_model import Fetch, Index, Loading, PagedModel
from agent_desktop.ui.plain import plain_tip

CONTACT_ROLE = Qt.ItemDataRole.UserRole
"""The whole Contact."""


class ContactColumn(IntEnum):
    """From left to right, as long as nobody moves them."""

    NAME = 0
    COMPANY = 1
    NUMBER = 2
    TAGS = 3
    NOTE = 4


def _tr(text: str) -> str:
    return QCoreApplication.translate("contacts", text)


def heading(column: ContactColumn) -> str:
    """The column's heading."""
    return {
        ContactColumn.NAME: _tr("Name"),
        ContactColumn.COMPANY: _tr("Company"),
        ContactColumn.NUMBER: _tr("Numbers"),
        ContactColumn.TAGS: _tr("Tags"),
        ContactColumn.NOTE: _tr("Note"),
    }[column]


class ContactModel(PagedModel[ContactQuery, ContactPage]):
    """Contacts by name."""

    def __init__(
        self,
        fetch: Fetch[ContactQuery, ContactPage],
        write_number: Callable[[str], str],
        name: Callable[[str], str] = str,
        text: Callable[[str], str] = str,
        parent: QObject | None = None,
    ) -> None:
        """`name` and `text` are what is shown of a name and a note."""
        super().__init__(fetch, ContactQuery(), parent)
        self._write_number, self._name, self._note = write_number, name, text
        self._contacts: list[Contact] = []

    # What Qt asks.

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._contacts)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(ContactColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        contact, column = self._contacts[index.row()], ContactColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._cell(contact, column)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(
                    self._note(contact.note) if column is ContactColumn.NOTE else self._cell(contact, column)
                )
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            case _:
                return contact if role == CONTACT_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(ContactColumn(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    # What the panel asks.

    def look_again(self) -> None:
        """Contacts changed: as many as are listed are asked for anew."""
        self._enter(Loading.FIRST)
        query = replace(self.query, limit=max(self.query.limit, len(self._contacts)))
        self._ask(query, self._take_first, self._fail_first)

    def contact_at(self, row: int) -> Contact:
        """The contact in a row."""
        return self._contacts[row]

    def row_of(self, contact_id: int) -> int | None:
        """Where a contact stands, None where it is not listed."""
        return next((row for row, contact in enumerate(self._contacts) if contact.id == contact_id), None)

    def _cell(self, contact: Contact, column: ContactColumn) -> str:
        match column:
            case ContactColumn.NAME:
                return self._name(contact.shown)
            case ContactColumn.COMPANY:
                return self._name(contact.company) if contact.name else ""
            case ContactColumn.NUMBER:
                return " · ".join(self._write_number(one.number) for one in contact.numbers)
            case ContactColumn.TAGS:
                return ", ".join(contact.tags)
            case ContactColumn.NOTE:
                return self._note(" ".join(contact.note.split()))

    # Pages.

    def _clear(self) -> None:
        self._contacts = []

    def _unlisted(self, page: ContactPage) -> Sequence[Contact]:
        known = {contact.id for contact in self._contacts}
        return [contact for contact in page.rows if contact.id not in known]

    def _append(self, page: ContactPage, rows: Sequence[Contact]) -> None:
        self._contacts += rows
