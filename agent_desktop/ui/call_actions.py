"""What can be done with a call of a list: dial, copy, note, disposition, details, find the others, and what other parts
of the program offer.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMetaMethod, QPoint, Signal, SignalInstance
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from agent_desktop.telephony.contact import Contact, ContactNumber
from agent_desktop.telephony.events import WITHHELD
from agent_desktop.ui.call_details import CallDetailsDialog
from agent_desktop.ui.contact_form import ContactForm
from agent_desktop.ui.context import Context
from agent_desktop.ui.models.history_columns import CallLine
from agent_desktop.ui.note_dialog import NoteDialog
from agent_desktop.ui.offered_words import dispositions
from agent_desktop.ui.plain import plain_action


class CallActions(QWidget):
    """Never seen itself. `dial_wanted` and `number_wanted` carry a number, `note_kept` and `disposition_kept` a callid
    and its words. The other signals carry the call's record; the menu offers those that someone listens to.
    """

    dial_wanted = Signal(str)
    number_wanted = Signal(str)
    note_kept = Signal(str, str)
    disposition_kept = Signal(str, str)
    recording_wanted = Signal(object)
    call_back_wanted = Signal(object)

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
        back = self._offer(self.tr("Call back later"), self.call_back_wanted, line)
        play = self._offer(self.tr("Play the recording"), self.recording_wanted, line)
        play.setEnabled(bool(line.record.recording_url))
        crm = menu.addAction(self.tr("Open in the CRM"), lambda: self.open_in_crm(line))
        crm.setVisible(self._context.bridge.present.settings.crm.opens_calls)
        menu.addSeparator()
        real = self._context.write_number(number)
        copy = menu.addAction(self.tr("Copy the number"), lambda: QGuiApplication.clipboard().setText(real))
        menu.addAction(self.tr("Copy the row"), copy_rows)
        menu.addSeparator()
        menu.addAction(self.tr("Note…"), lambda: self._ask_to_write(line))
        self._add_dispositions(line)
        keep = menu.addAction(self.tr("Keep as a contact…"), lambda: self.keep_contact(line))
        menu.addSeparator()
        others = menu.addAction(self.tr("All calls with this number"), lambda: self.number_wanted.emit(number))
        menu.addAction(self.tr("Details…"), lambda: self.show_details(line))
        for action in (dial, back, copy, keep, others):
            action.setEnabled(has_number)
        menu.popup(at)
        return menu

    def open_in_crm(self, line: CallLine) -> None:
        """Do what the CRM rules say of a click."""
        bridge = self._context.bridge
        bridge.ask(bridge.desk.features.crm.open(line.record.callid))

    def keep_contact(self, line: CallLine) -> None:
        """Add the caller to the contacts, or show the contact that has the number."""
        bridge, number = self._context.bridge, line.record.number

        def show(known: Contact | None) -> None:
            fresh = Contact(line.name, numbers=(ContactNumber(self._context.write_number(number)),))
            form = partial(ContactForm, self._context, known or fresh, self.window())
            self._context.privacy.ask_to_show(self.window(), lambda: form().open())

        bridge.ask(bridge.desk.features.contacts.find(number), show)

    def _offer(self, words: str, wanted: SignalInstance, line: CallLine) -> QAction:
        """An entry of the menu for what another part of the program does; not seen where none does it."""
        action = self._menu.addAction(words, lambda: wanted.emit(line.record))
        action.setVisible(self.isSignalConnected(QMetaMethod.fromSignal(wanted)))
        return action

    def _add_dispositions(self, line: CallLine) -> None:
        chosen = line.disposition
        words = dispositions(self._context.bridge.present.settings)
        offered = words if chosen in ("", *words) else (*words, chosen)
        choices = self._menu.addMenu(self.tr("Disposition"))
        choices.setEnabled(bool(offered))
        for word in offered:
            action = choices.addAction(plain_action(word))
            action.setCheckable(True)
            action.setChecked(word == chosen)
            # The one that was chosen before is taken back by choosing it again.
            kept = "" if word == chosen else word
            action.triggered.connect(partial(self.set_disposition, line.record.callid, kept))

    def set_disposition(self, callid: str, word: str) -> None:
        """Keep what the call came to."""
        bridge = self._context.bridge
        setting = bridge.desk.features.dispositions.set(callid, word)
        bridge.ask(setting, lambda _: self.disposition_kept.emit(callid, word))

    def _ask_to_write(self, line: CallLine) -> None:
        self._context.privacy.ask_to_show(self.window(), lambda: self.write_note(line))

    def write_note(self, line: CallLine) -> NoteDialog:
        """Ask for the note of a call."""
        who = " · ".join(
            part for part in (self._context.name(line.name), self._context.number(line.record.number)) if part
        )
        dialog, callid = NoteDialog(who, line.note, self.window()), line.record.callid
        bridge, notes = self._context.bridge, self._context.bridge.desk.features.notes
        dialog.written.connect(lambda note: self._keep(callid, note))
        dialog.typed.connect(lambda: bridge.ask(notes.type(callid)))
        dialog.rejected.connect(lambda: bridge.ask(notes.leave(callid)))
        bridge.ask(notes.type(callid))
        dialog.open()
        return dialog

    def show_details(self, line: CallLine) -> CallDetailsDialog:
        """Show everything that is known of a call."""
        dialog = CallDetailsDialog(self._context, line, self.window())
        dialog.disposed.connect(partial(self.set_disposition, line.record.callid))
        dialog.note_wanted.connect(lambda: self._ask_to_write(line))
        self.note_kept.connect(dialog.keep_note)
        if self.isSignalConnected(QMetaMethod.fromSignal(self.recording_wanted)):
            dialog.offer_recording(lambda: self.recording_wanted.emit(line.record))
        dialog.open()
        return dialog

    def _keep(self, callid: str, note: str) -> None:
        bridge = self._context.bridge
        bridge.ask(bridge.desk.set_note(callid, note), lambda _: self.note_kept.emit(callid, note))
