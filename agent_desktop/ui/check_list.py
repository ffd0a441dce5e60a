"""The lines of a connection test: what works, what does not, and what to do about it."""

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from agent_desktop.desk.updates import Check
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import sentence
from agent_desktop.ui.marks import GlyphMark
from agent_desktop.ui.theme import STEP, Theme

_MARKS = {
    "ok": (Glyph.CHECK, "green_text"),
    "warning": (Glyph.WARNING, "amber_text"),
    "failed": (Glyph.ERROR, "missed"),
}


class CheckList(QWidget):
    """Empty until there is something to show."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: QWidget | None = None
        self._waiting = label(kind="secondary", wrap=True)
        self._waiting.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._waiting)
        self.hide()

    def show_waiting(self, words: str) -> None:
        """In place of lines, words."""
        self._clear()
        self._waiting.setText(words)
        self._waiting.setVisible(bool(words))
        self.setVisible(bool(words))

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        """One line each."""
        self.show_waiting("")
        self._lines = QWidget()
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * STEP)
        grid.setVerticalSpacing(STEP)
        grid.setColumnStretch(1, 1)
        for row, check in enumerate(checks):
            grid.addWidget(GlyphMark(self._theme, *_MARKS[check.level]), 2 * row, 0)
            grid.addWidget(label(sentence(check.title), wrap=True), 2 * row, 1)
            if check.advice:
                grid.addWidget(label(sentence(check.advice), kind="secondary", wrap=True), 2 * row + 1, 1)
        self.setAccessibleName(self.words)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._lines)
        self.show()

    @property
    def words(self) -> str:
        """All that can be read."""
        labels = self._lines.findChildren(QLabel) if self._lines is not None else [self._waiting]
        return " ".join(one.text() for one in labels)

    def _clear(self) -> None:
        if self._lines is not None:
            self._lines.hide()
            self._lines.deleteLater()
            self._lines = None
