"""The contacts: search as one types, dial, add, change, remove with a way back, import and export."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from agent_desktop.desk.contacts import ContactsChanged
from agent_desktop.desk.updates import News
from agent_desktop.errors import AgentDesktopError
from agent_desktop.telephony.contact import VIP, Contact, ContactPage, ContactQuery
from agent_desktop.telephony.folded import fold
from agent_desktop.ui.announce import announce
from agent_desktop.ui.bridge import Asked
from agent_desktop.ui.contact_export import ContactExport
from agent_desktop.ui.contact_form import ContactForm
from agent_desktop.ui.contact_import import ContactImport
from agent_desktop.ui.context import Context
from agent_desktop.ui.empty_state import EmptyState
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.labels import KeyHint, label
from agent_desktop.ui.language import said, sentence
from agent_desktop.ui.marks import GlyphButton
from agent_desktop.ui.models.contact_model import CONTACT_ROLE, ContactColumn, ContactModel
from agent_desktop.ui.models.paged_model import Loading
from agent_desktop.ui.number_labels import label_word
from agent_desktop.ui.panel import MARGIN, Panel
from agent_desktop.ui.plain import plain_action
from agent_desktop.ui.scrolling import tab_through
from agent_desktop.ui.table import Delegate, Table, in_card
from agent_desktop.ui.theme import STEP

WIDTHS = tuple(width * STEP for width in (48, 36, 48, 22, 40))
SEARCH_AFTER_MS = 60
UNDO_FOR_MS = 12_000


class ContactDelegate(Delegate):
    """Names are bold, notes quiet, VIPs stand out."""

    def tone(self, index: QModelIndex | QPersistentModelIndex) -> tuple[QColor, bool]:
        palette, column = self.theme.palette, ContactColumn(index.column())
        contact = index.data(CONTACT_ROLE)
        if column is ContactColumn.TAGS and contact.is_vip:
            return palette.amber_text, True
        is_quiet = column in (ContactColumn.NOTE, ContactColumn.COMPANY)
        return (palette.secondary if is_quiet else palette.text), column is ContactColumn.NAME


class ContactsPanel(Panel):
    """Built on first use."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = ContactModel(self._fetch, context.number, context.name, context.text, self)
        self.table = Table(context, self.tr("Contacts"), "contacts")
        self.table.setModel(self.model)
        self.table.setItemDelegate(ContactDelegate(context, self.table))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.restore_columns(WIDTHS)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.state = EmptyState(context.theme)
        self.edit = QLineEdit(placeholderText=self.tr("Search contacts"), clearButtonEnabled=True)
        self.edit.setAccessibleName(self.tr("Search the contacts"))
        self.vip_only = QPushButton(VIP)
        self.vip_only.setCheckable(True)
        self.vip_only.setToolTip(self.tr("VIPs only"))
        self.add = GlyphButton(context.theme, Glyph.CONTACTS, self.tr("Add…"))
        self.take_in = QPushButton(self.tr("Import…"))
        self.export = ContactExport(context, self)
        self.menu = QMenu(self)
        self._gone: tuple[Contact, ...] = ()
        self._wait = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._undo_timer = QTimer(self, singleShot=True, interval=UNDO_FOR_MS)
        self._lay_out()
        self._connect()
        self._ask()

    def _lay_out(self) -> None:
        self.context.privacy.guard(self.edit)
        KeyHint(self.edit, "Ctrl+K")
        top = QHBoxLayout()
        top.setSpacing(2 * STEP)
        top.addWidget(self.edit, 1)
        for part in (self.vip_only, self.add, self.take_in, self.export):
            top.addWidget(part)
        self.count = label(kind="secondary")
        self._stack = QStackedWidget()
        self._stack.addWidget(in_card(self.table))
        self._stack.addWidget(self.state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 3 * STEP, MARGIN, 3 * STEP)
        layout.setSpacing(3 * STEP)
        layout.addLayout(top)
        layout.addWidget(self.count)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._undo_part())
        layout.addWidget(self.export.words)
        tab_through(self.edit, self.vip_only, self.add, self.take_in, self.export, self.table, self.undo)

    def _undo_part(self) -> QWidget:
        self.undo_bar = QWidget()
        row = QHBoxLayout(self.undo_bar)
        row.setContentsMargins(0, 0, 0, 0)
        self._undo_words = label()
        self.undo = QPushButton(self.tr("Undo"))
        row.addWidget(self._undo_words, 1)
        row.addWidget(self.undo)
        self.undo_bar.hide()
        return self.undo_bar

    def _connect(self) -> None:
        self.edit.textChanged.connect(lambda _: self._wait.start())
        self._wait.timeout.connect(self._ask)
        self.vip_only.toggled.connect(lambda _: self._ask())
        self.model.changed_state.connect(self._show_state)
        self.state.acted.connect(self._act)
        self.add.clicked.connect(lambda: self.open_form(Contact()))
        self.take_in.clicked.connect(self._choose_file)
        self.undo.clicked.connect(self._bring_back)
        self._undo_timer.timeout.connect(self.undo_bar.hide)
        self.table.acted.connect(lambda index: self._dial(self.model.contact_at(index.row())))
        self.table.menu_wanted.connect(self.open_menu)
        for key, act in (("Delete", self._remove_selected), ("F2", self._edit_selected), ("Ctrl+N", self.add.click)):
            shortcut = QShortcut(QKeySequence(key), self.table if key != "Ctrl+N" else self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.context.bridge.news.connect(self._hear)

    def enter(self) -> None:
        self._enter_list(self.table, self.state)

    def search(self) -> bool:
        self.edit.setFocus()
        self.edit.selectAll()
        return True

    def escape(self) -> bool:
        is_searching = self.edit.hasFocus() and bool(self.edit.text())
        if is_searching:
            self.edit.clear()
        return is_searching

    def take_over(self, other: Panel) -> None:
        assert isinstance(other, ContactsPanel)
        super().take_over(other)
        self.vip_only.setChecked(other.vip_only.isChecked())
        if not other.undo_bar.isHidden():
            self._removed(other._gone)

    def keep_layout(self) -> None:
        self.table.keep_columns()

    def refresh(self) -> None:
        self.model.look_again()

    # The list.

    def _fetch(
        self, query: ContactQuery, done: Callable[[ContactPage], None], failed: Callable[[AgentDesktopError], None]
    ) -> Asked:
        bridge = self.context.bridge
        return bridge.ask(bridge.desk.features.contacts.page(query), done, failed)

    def _ask(self) -> None:
        self._wait.stop()
        self.model.ask(ContactQuery(self.edit.text().strip(), self.vip_only.isChecked()))

    def _hear(self, news: News) -> None:
        if isinstance(news, ContactsChanged):
            self.model.look_again()

    @property
    def _is_narrow(self) -> bool:
        return bool(self.model.query.text or self.model.query.vip_only)

    def _show_state(self) -> None:
        loading, is_empty = self.model.loading, not self.model.rowCount()
        if loading is Loading.FAILED and self.model.error is not None:
            self.state.say(Glyph.ERROR, said(self.model.error), self.tr("Try again"))
        elif loading is Loading.FIRST:
            self.state.say(Glyph.CONTACTS, self.tr("Looking for contacts…"), self.tr("Cancel"))
        elif self._is_narrow:
            self.state.say(Glyph.SEARCH, self.tr("No contact fits this search."), self.tr("Clear the search"))
        else:
            words = self.tr("No contacts yet. Import the ones you have, from a CSV table or from vCards.")
            self.state.say(Glyph.CONTACTS, words, self.tr("Import…"))
        self._stack.setCurrentIndex(1 if is_empty else 0)
        self.export.setEnabled(not is_empty or self._is_narrow)
        self._show_count()

    def _show_count(self) -> None:
        total, shown = self.model.total, self.model.rowCount()
        self.count.setVisible(shown > 0)
        if self.model.loading is Loading.MORE_FAILED and self.model.error is not None:
            self.count.setText(sentence(self.model.error.title))
        elif total is not None:
            self.count.setText(
                self.tr("1 contact") if total == 1 else self.tr("%1 contacts").replace("%1", f"{total:,}")
            )
        else:
            self.count.setText(self.tr("More than %1 contacts").replace("%1", f"{shown:,}"))

    def _act(self) -> None:
        if self.model.loading is Loading.FIRST:
            self.model.cancel()
        elif self.model.loading is Loading.FAILED:
            self.model.try_again()
        elif self._is_narrow:
            self.edit.clear()
            self.vip_only.setChecked(False)
        else:
            self._choose_file()

    # One contact.

    def open_form(self, contact: Contact) -> ContactForm:
        """Fill in a contact: a new one, or one that is there."""
        form = ContactForm(self.context, contact, self.window())
        form.open()
        return form

    def _dial(self, contact: Contact) -> None:
        if contact.numbers:
            self.dial_wanted.emit(contact.numbers[0].number)

    def open_menu(self, index: QModelIndex, at: QPoint) -> QMenu:
        """The menu of a contact, at a point of the screen."""
        contact, menu = self.model.contact_at(index.row()), self.menu
        menu.clear()
        for one in contact.numbers:
            shown = self.context.number(one.number)
            words = self.tr("Dial %1 (%2)").replace("%2", label_word(one.label)) if one.label else self.tr("Dial %1")
            dial = menu.addAction(plain_action(words.replace("%1", shown)))
            dial.triggered.connect(partial(self.dial_wanted.emit, one.number))
        if contact.numbers:
            first = contact.numbers[0].number
            menu.addAction(
                self.tr("Copy the number"),
                lambda: QGuiApplication.clipboard().setText(self.context.write_number(first)),
            )
            menu.addAction(self.tr("All calls with this number"), lambda: self.calls_wanted.emit(first))
        if contact.link:
            menu.addAction(self.tr("Open the page"), lambda: QDesktopServices.openUrl(QUrl(contact.link)))
        menu.addSeparator()
        menu.addAction(self.tr("Edit…"), lambda: self._ask_to_edit(contact))
        menu.addAction(
            self.tr("No VIP any more") if contact.is_vip else self.tr("VIP"), lambda: self._turn_vip(contact)
        )
        menu.addAction(self.tr("Copy the row"), self.table.copy)
        menu.addAction(self.tr("Delete"), self._remove_selected)
        menu.popup(at)
        return menu

    def _turn_vip(self, contact: Contact) -> None:
        others = tuple(tag for tag in contact.tags if fold(tag) != fold(VIP))
        bridge = self.context.bridge
        changed = replace(contact, tags=others if contact.is_vip else (VIP, *others))
        bridge.ask(bridge.desk.features.contacts.keep(changed))

    def _edit_selected(self) -> None:
        rows = self.table.selected_rows()
        if rows:
            self._ask_to_edit(self.model.contact_at(rows[0]))

    def _ask_to_edit(self, contact: Contact) -> None:
        self.context.privacy.ask_to_show(self.window(), lambda: self.open_form(contact))

    # Removing, and the way back.

    def _remove_selected(self) -> None:
        ids = [self.model.contact_at(row).id for row in self.table.selected_rows()]
        if ids:
            bridge = self.context.bridge
            bridge.ask(bridge.desk.features.contacts.remove(ids), self._removed)

    def _removed(self, gone: tuple[Contact, ...]) -> None:
        self._gone = gone
        one = self.tr("%1 was deleted.").replace("%1", self.context.name(gone[0].shown)) if gone else ""
        many = self.tr("%1 contacts were deleted.").replace("%1", f"{len(gone):,}")
        self._undo_words.setText(one if len(gone) == 1 else many)
        self.undo_bar.setVisible(bool(gone))
        announce(self, self._undo_words.text())
        self._undo_timer.start()

    def _bring_back(self) -> None:
        self.undo_bar.hide()
        bridge = self.context.bridge
        bridge.ask(bridge.desk.features.contacts.restore(self._gone))

    # Files.

    def _choose_file(self) -> None:
        chooser = QFileDialog(self.window(), self.tr("Import contacts"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([self.tr("Contacts (*.csv *.txt *.vcf *.vcard)"), self.tr("All files (*)")])
        privacy, window = self.context.privacy, self.window()
        chooser.fileSelected.connect(lambda path: privacy.ask_to_show(window, lambda: self.open_import(Path(path))))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def open_import(self, path: Path) -> ContactImport:
        """Show what a file holds, and take it in where that is wanted."""
        dialog = ContactImport(self.context, path, self.window())
        dialog.open()
        return dialog
