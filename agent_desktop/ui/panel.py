"""What the main window asks of its panels."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from agent_desktop.ui.context import Context
from agent_desktop.ui.theme import STEP

MARGIN = 4 * STEP


class Panel(QWidget):
    """One page of the window. `dial_wanted` carries a number to dial, `calls_wanted` one whose calls to list; `go` the
    name of a panel to open.
    """

    dial_wanted = Signal(str)
    calls_wanted = Signal(str)
    go = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def tick(self, now: float) -> None:
        """A second has passed and the panel can be seen: ages are one second older."""

    def search(self) -> bool:
        """Put the cursor where one searches; False where there is nothing to search."""
        return False

    def escape(self) -> bool:
        """Esc: leave what was begun in the panel; False where there is nothing, and the window closes."""
        return False

    def take_over(self, other: "Panel") -> None:
        """Hold what was typed in another panel of this kind, which is about to go: the language is another one."""
        lines = self.findChildren(QLineEdit), other.findChildren(QLineEdit)
        if len(lines[0]) == len(lines[1]):
            for line, held_line in zip(*lines, strict=True):
                line.setText(held_line.text())
        texts = self.findChildren(QPlainTextEdit), other.findChildren(QPlainTextEdit)
        if len(texts[0]) == len(texts[1]):
            for text, held_text in zip(*texts, strict=True):
                text.setPlainText(held_text.toPlainText())

    def keep_layout(self) -> None:
        """The window is about to be hidden: remember columns."""

    def refresh(self) -> None:
        """F5: ask the PBX anew."""
