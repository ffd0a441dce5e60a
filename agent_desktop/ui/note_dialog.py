"""A note for a call."""

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from agent_desktop.ui.ask_dialog import AskDialog
from agent_desktop.ui.theme import STEP

LONGEST = 4000
TOLD_EVERY_MS = 30_000
"""So often it is said at most that someone types."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("NoteDialog", text)


class NoteDialog(AskDialog):
    """`written` carries the note once it is to be kept. `typed` says now and then that someone is at it."""

    written = Signal(str)
    typed = Signal()

    def __init__(self, who: str, note: str, parent: QWidget) -> None:
        edit = QPlainTextEdit(note)
        super().__init__(_tr("Note"), who, (edit,), _tr("Save"), parent)
        self.edit = edit
        self.edit.setAccessibleName(_tr("Note"))
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumSize(90 * STEP, 30 * STEP)
        self._told = QTimer(self, singleShot=True, interval=TOLD_EVERY_MS)
        self.edit.textChanged.connect(self._tell)
        self.accepted.connect(lambda: self.written.emit(self.edit.toPlainText().strip()[:LONGEST]))

    def _tell(self) -> None:
        if not self._told.isActive():
            self._told.start()
            self.typed.emit()
