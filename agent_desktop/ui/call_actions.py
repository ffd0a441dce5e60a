"""What can be done with a call of a list: dial, copy, note, find the others."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from agent_desktop.telephony.contact import Contact, ContactNumber
from agent_desktop.telephony.events import WITHHELD
from agent_desktop.ui.contact_form import ContactForm
from agent_desktop.ui.context import Context
from agent_desktop.ui.labels import plain_action
from agent_desktop.ui.models.history_columns import CallLine
from agent_desktop.ui.note_dialog import NoteDialog


class CallActions(QWidget):
    """Never seen itself. `dial_wanted` and `number_wanted` carry a number, `note_kept` a callid and its note."""

    dial_wanted = Signal(str)
    number_wanted = Signal(str)
    note_kept = Signal(str, str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._context = context
        self._menu = QMenu(self)

    def open_menu(self, line: CallLine, at: QPoint, copy_rows: Callable[[], None]) -> QMenu:
        """Show the call's menu at a point of the screen."""
        number, shown = line.record.number, self._context.number(line.record.number)
        has_number = bool(number) and number != WITHHELD
        menu = self._menu
        menu.clear()
        dial = menu.addAction(plain_action(self.tr("Dial %1").replace("%1", shown)))
        dial.triggered.connect(lambda: self.dial_wanted.emit(number))
        copy = menu.addAction(self.tr("Copy the number"), lambda: QGuiApplication.clipboard().setText(shown))
        menu.addAction(self.tr("Copy the row"), copy_rows)
        menu.addSeparator()
        menu.addAction(self.tr("Note…"), lambda: self.write_note(line))
        keep = menu.addAction(self.tr("Keep as a contact…"), lambda: self.keep_contact(line))
        others = menu.addAction(self.tr("All calls with this number"), lambda: self.number_wanted.emit(number))
        for action in (dial, copy, keep, others):
            action.setEnabled(has_number)
        menu.popup(at)
        return menu

    def keep_contact(self, line: CallLine) -> None:
        """Add the caller to the contacts, or show the contact that has the number."""
        bridge, number = self._context.bridge, line.record.number

        def show(known: Contact | None) -> None:
            fresh = Contact(line.name, numbers=(ContactNumber(self._context.number(number)),))
            ContactForm(self._context, known or fresh, self.window()).open()

        bridge.ask(bridge.desk.features.contacts.find(number), show)

    def write_note(self, line: CallLine) -> NoteDialog:
        """Ask for the note of a call."""
        who = " · ".join(part for part in (line.name, self._context.number(line.record.number)) if part)
        dialog = NoteDialog(who, line.note, self.window())
        dialog.written.connect(lambda note: self._keep(line.record.callid, note))
        dialog.open()
        return dialog

    def _keep(self, callid: str, note: str) -> None:
        bridge = self._context.bridge
        bridge.ask(bridge.desk.set_note(callid, note), lambda _: self.note_kept.emit(callid, note))
