"""A contact to fill in: its name, its numbers, what to know of it. Opened with `open()`."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from agent_desktop.errors import AgentDesktopError
from agent_desktop.telephony.contact import VIP, Contact, ContactNumber
from agent_desktop.telephony.folded import fold
from agent_desktop.ui.announce import tell
from agent_desktop.ui.context import Context
from agent_desktop.ui.form_field import FormField
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import said
from agent_desktop.ui.marks import GlyphButton
from agent_desktop.ui.number_labels import label_of, label_word, offered_words
from agent_desktop.ui.scrolling import tab_through
from agent_desktop.ui.theme import STEP, TYPE_SMALL
from agent_desktop.ui.wheel import keep_from_wheel

WIDTH = 120 * STEP


class NumberRow(QWidget):
    """One number with its label. `removed` says that it is to go, `left` that its number was typed."""

    removed = Signal()
    left = Signal()

    def __init__(self, context: Context, number: ContactNumber, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = QLineEdit(number.number, placeholderText=self.tr("Number"))
        self.number.setAccessibleName(self.tr("Number"))
        self.number.editingFinished.connect(self.left)
        self.label = QComboBox(editable=True)
        keep_from_wheel(self.label)
        self.label.addItems(offered_words())
        self.label.setEditText(label_word(number.label))
        self.label.setAccessibleName(self.tr("What the number is"))
        self.label.setMinimumWidth(28 * STEP)
        self.remove = GlyphButton(context.theme, Glyph.CLOSE, name=self.tr("Remove this number"))
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self.removed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * STEP)
        layout.addWidget(self.number, 1)
        layout.addWidget(self.label)
        layout.addWidget(self.remove)

    @property
    def value(self) -> ContactNumber:
        """What stands in it."""
        return ContactNumber(self.number.text().strip(), label_of(self.label.currentText().strip()))


class ContactForm(QDialog):
    """`kept` carries the contact once the desk has it. What the desk refuses is said here, and stays to be mended."""

    kept = Signal(object)

    def __init__(self, context: Context, contact: Contact, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._contact = contact
        self.setWindowTitle(self.tr("Contact") if contact.id else self.tr("New contact"))
        self.setMinimumWidth(WIDTH)
        self.name = FormField(self.tr("Name"), QLineEdit(contact.name))
        self.company = FormField(self.tr("Company (optional)"), QLineEdit(contact.company))
        self.vip = FormField(self.tr("VIP: say so on the pop"), QCheckBox())
        self.vip.show_value(contact.is_vip)
        others = ", ".join(tag for tag in contact.tags if fold(tag) != fold(VIP))
        self.tags = FormField(self.tr("Other tags (optional)"), QLineEdit(others), self.tr("Separated by commas."))
        self.note = FormField(self.tr("Note (optional)"), QPlainTextEdit(contact.note))
        self.link = FormField(
            self.tr("Page in the CRM (optional)"), QLineEdit(contact.link, placeholderText="https://")
        )
        self.rows: list[NumberRow] = []
        self.said = label(kind="problem", wrap=True)
        self.said.hide()
        self._lay_out()
        for number in contact.numbers or (ContactNumber(""),):
            self.add_number(number)
        self.finished.connect(self.deleteLater)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * STEP, 4 * STEP, 4 * STEP, 4 * STEP)
        layout.setSpacing(3 * STEP)
        layout.addWidget(self.name)
        layout.addWidget(self.company)
        layout.addLayout(self._numbers_part())
        for part in (self.vip, self.tags, self.note, self.link, self.said, self._buttons()):
            layout.addWidget(part)

    def _numbers_part(self) -> QVBoxLayout:
        self._numbers = QVBoxLayout()
        self._numbers.setSpacing(STEP)
        self._numbers.addWidget(label(self.tr("Numbers")))
        self.taken = label(size=TYPE_SMALL, kind="secondary", wrap=True)
        self.taken.hide()
        self._numbers.addWidget(self.taken)
        self.more = more = QPushButton(self.tr("Add a number"))
        more.setProperty("kind", "quiet")
        more.setAutoDefault(False)
        more.clicked.connect(self._add_empty)
        row = QHBoxLayout()
        row.addWidget(more)
        row.addStretch(1)
        self._numbers.addLayout(row)
        return self._numbers

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("kind", "primary")
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        return buttons

    def add_number(self, number: ContactNumber) -> NumberRow:
        """Another line for a number."""
        row = NumberRow(self._context, number)
        row.removed.connect(lambda: self._remove(row))
        row.left.connect(lambda: self._look_up(row))
        self._numbers.insertWidget(1 + len(self.rows), row)
        before = self.rows[-1].remove if self.rows else self.company.editor
        self.rows.append(row)
        tab_through(before, row.number, row.label, row.remove, self.more)
        return row

    def _add_empty(self) -> None:
        self.add_number(ContactNumber("")).number.setFocus()

    def _remove(self, row: NumberRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()

    @property
    def value(self) -> Contact:
        """What stands in the form."""
        tags = [tag.strip() for tag in str(self.tags.value).split(",")]
        return replace(
            self._contact,
            name=str(self.name.value),
            company=str(self.company.value),
            numbers=tuple(row.value for row in self.rows if row.value.number),
            tags=(*((VIP,) if self.vip.value else ()), *(tag for tag in tags if tag)),
            note=_text(self.note),
            link=str(self.link.value),
        )

    def _look_up(self, row: NumberRow) -> None:
        """Say who has the number already."""
        number = row.value.number
        if number:
            bridge = self._context.bridge
            bridge.ask(bridge.desk.features.contacts.find(number), self._show_taken, lambda _: None)

    def _show_taken(self, contact: Contact | None) -> None:
        is_taken = contact is not None and contact.id != self._contact.id
        if is_taken and contact is not None:
            self.taken.setText(self.tr("%1 has this number already.").replace("%1", contact.shown))
        self.taken.setVisible(is_taken)

    def _save(self) -> None:
        contact = self.value
        unread = next((one.number for one in contact.numbers if not any(char.isdigit() for char in one.number)), "")
        if unread:
            self._say(self.tr("“%1” is no number.").replace("%1", unread))
            return
        self.save.setEnabled(False)
        bridge = self._context.bridge
        bridge.ask(bridge.desk.features.contacts.keep(contact), self._kept, self._failed)

    def _kept(self, contact: Contact) -> None:
        self.kept.emit(contact)
        self.accept()

    def _failed(self, error: AgentDesktopError) -> None:
        self.save.setEnabled(True)
        self._say(said(error))

    def _say(self, problem: str) -> None:
        self.said.show()
        tell(self.said, problem, is_problem=True)


def _text(field: FormField) -> str:
    assert isinstance(field.editor, QPlainTextEdit)
    return field.editor.toPlainText()
