"""What a panel shows in place of its content: loading, empty, failed or offline, in one sentence with one action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from agent_desktop.ui.announce import announce
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.labels import label
from agent_desktop.ui.marks import GlyphMark
from agent_desktop.ui.theme import STEP, Theme

MARK = 8 * STEP
WIDEST = 110 * STEP


class EmptyState(QWidget):
    """`acted` says that the action was chosen."""

    acted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self._mark = GlyphMark(theme, Glyph.INFO, size=MARK)
        self._sentence = label(kind="secondary", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setFixedWidth(WIDEST)
        self._action = QPushButton()
        self._action.clicked.connect(self.acted)
        layout = QVBoxLayout(self)
        layout.setSpacing(3 * STEP)
        layout.addStretch(2)
        for part in (self._mark, self._sentence, self._action):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def say(self, glyph: Glyph, sentence: str, action: str = "") -> None:
        """Show this. Without words there is no action."""
        self._mark.show_glyph(glyph)
        self._sentence.setText(sentence)
        # A centred label in a layout is given the height of one line.
        self._sentence.setFixedHeight(self._sentence.heightForWidth(WIDEST))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        if sentence != self._said:
            self._said = sentence
            self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell()

    def _tell(self) -> None:
        if self.isVisible():
            announce(self, self._said)

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    @property
    def action(self) -> QPushButton:
        """The button."""
        return self._action
