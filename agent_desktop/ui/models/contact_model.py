"""The contacts as a table, by name: pages are fetched as one scrolls."""

from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from agent_desktop.errors import AgentDesktopError
from agent_desktop.telephony.contact import Contact, ContactCursor, ContactPage, ContactQuery
from agent_desktop.ui.labels import plain_tip
from agent_desktop.ui.models.history_model import Cancellable, Loading

Index = QModelIndex | QPersistentModelIndex

CONTACT_ROLE = Qt.ItemDataRole.UserRole
"""The whole Contact."""

Fetch = Callable[[ContactQuery, Callable[[ContactPage], None], Callable[[AgentDesktopError], None]], Cancellable]
"""Ask the desk for a page: it calls back with the page or the error, unless cancelled."""


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


class ContactModel(QAbstractTableModel):
    """`changed_state` says that `loading`, `error` or `total` are new."""

    changed_state = Signal()

    def __init__(
        self,
        fetch: Fetch,
        write_number: Callable[[str], str],
        name: Callable[[str], str] = str,
        text: Callable[[str], str] = str,
        parent: QObject | None = None,
    ) -> None:
        """`name` and `text` are what is shown of a name and a note."""
        super().__init__(parent)
        self.query = ContactQuery()
        self.loading = Loading.IDLE
        self.error: AgentDesktopError | None = None
        self.total: int | None = None
        self._fetch = fetch
        self._write_number, self._name, self._note = write_number, name, text
        self._contacts: list[Contact] = []
        self._next: ContactCursor | None = None
        self._asked: Cancellable | None = None

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

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._next is not None and self.loading is Loading.IDLE

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._enter(Loading.MORE)
            self._ask(replace(self.query, after=self._next), self._take_more, self._fail_more)

    # What the panel asks.

    def ask(self, query: ContactQuery) -> None:
        """List this instead. The old rows stay until the first page is there."""
        self.query = replace(query, after=None)
        self._enter(Loading.FIRST)
        self._ask(self.query, self._take_first, self._fail_first)

    def look_again(self) -> None:
        """Contacts changed: as many as are listed are asked for anew."""
        self._enter(Loading.FIRST)
        query = replace(self.query, limit=max(self.query.limit, len(self._contacts)))
        self._ask(query, self._take_first, self._fail_first)

    def try_again(self) -> None:
        """After a failure."""
        if self.loading is Loading.MORE_FAILED:
            self._enter(Loading.IDLE)
            self.fetchMore(QModelIndex())
        else:
            self.ask(self.query)

    def cancel(self) -> None:
        """Stop waiting for the first page."""
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        self._enter(Loading.IDLE)

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

    def _ask(
        self,
        query: ContactQuery,
        done: Callable[[ContactPage], None],
        failed: Callable[[AgentDesktopError], None],
    ) -> None:
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._fetch(query, done, failed)

    def _take_first(self, page: ContactPage) -> None:
        self.beginResetModel()
        self._contacts = list(page.rows)
        self._next, self.total = page.next, page.total
        self.endResetModel()
        self._enter(Loading.IDLE)

    def _take_more(self, page: ContactPage) -> None:
        known = {contact.id for contact in self._contacts}
        fresh = [contact for contact in page.rows if contact.id not in known]
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._contacts), len(self._contacts) + len(fresh) - 1)
            self._contacts += fresh
            self.endInsertRows()
        self._next = page.next
        self._enter(Loading.IDLE)

    def _fail_first(self, error: AgentDesktopError) -> None:
        self.beginResetModel()
        self._contacts = []
        self._next, self.total = None, None
        self.endResetModel()
        self._enter(Loading.FAILED, error)

    def _fail_more(self, error: AgentDesktopError) -> None:
        self._enter(Loading.MORE_FAILED, error)

    def _enter(self, loading: Loading, error: AgentDesktopError | None = None) -> None:
        self.loading, self.error = loading, error
        self.changed_state.emit()
