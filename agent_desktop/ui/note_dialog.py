"""A note for a call."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from agent_desktop.ui.ask_dialog import AskDialog
from agent_desktop.ui.theme import STEP

LONGEST = 4000


def _tr(text: str) -> str:
    return QCoreApplication.translate("NoteDialog", text)


class NoteDialog(AskDialog):
    """`written` carries the note once it is to be kept."""

    written = Signal(str)

    def __init__(self, who: str, note: str, parent: QWidget) -> None:
        edit = QPlainTextEdit(note)
        super().__init__(_tr("Note"), who, (edit,), _tr("Save"), parent)
        self.edit = edit
        self.edit.setAccessibleName(_tr("Note"))
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumSize(90 * STEP, 30 * STEP)
        self.accepted.connect(lambda: self.written.emit(self.edit.toPlainText().strip()[:LONGEST]))
