"""The frame of a dialog that asks for one thing. Opened with `open()`, never with a loop of its own."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from agent_desktop.ui.labels import label
from agent_desktop.ui.theme import STEP


class AskDialog(QDialog):
    """Says who it is about, has `parts` below that, and a button `yes` beside the one that leaves it."""

    def __init__(self, title: str, who: str, parts: tuple[QWidget, ...], yes: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        buttons = QDialogButtonBox()
        self.yes = QPushButton(yes)
        self.yes.setProperty("kind", "primary")
        buttons.addButton(self.yes, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * STEP, 4 * STEP, 4 * STEP, 4 * STEP)
        layout.setSpacing(2 * STEP)
        for part in (label(who, bold=True, wrap=True), *parts, buttons):
            layout.addWidget(part)
        self.finished.connect(self.deleteLater)
