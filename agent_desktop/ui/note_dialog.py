"""A note for a call. Opened with `open()`, never with a loop of its own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from agent_desktop.ui.labels import label
from agent_desktop.ui.theme import STEP

LONGEST = 4000


class NoteDialog(QDialog):
    """`written` carries the note once it is to be kept."""

    written = Signal(str)

    def __init__(self, who: str, note: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Note"))
        self.edit = QPlainTextEdit(note)
        self.edit.setAccessibleName(self.tr("Note"))
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumSize(90 * STEP, 30 * STEP)
        buttons = QDialogButtonBox()
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("kind", "primary")
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * STEP, 4 * STEP, 4 * STEP, 4 * STEP)
        layout.setSpacing(2 * STEP)
        layout.addWidget(label(who, bold=True, wrap=True))
        layout.addWidget(self.edit)
        layout.addWidget(buttons)
        self.accepted.connect(lambda: self.written.emit(self.edit.toPlainText().strip()[:LONGEST]))
        self.finished.connect(self.deleteLater)
