"""What a list is filtered by, as chips: each is taken away by a click, and all of them by one more."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from agent_desktop.ui.flow import Flow
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.marks import GlyphButton
from agent_desktop.ui.plain import plain_action, plain_tip
from agent_desktop.ui.scrolling import tab_through
from agent_desktop.ui.theme import STEP, Theme

LONGEST = 40


class FilterChips(QWidget):
    """Not seen while there is none. `cleared` asks for all of them to go. Tab comes here from `after`."""

    cleared = Signal()

    def __init__(self, theme: Theme, after: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._after = after
        self._row = Flow(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2 * STEP)
        self.buttons: list[GlyphButton] = []
        self.clear_all = QPushButton(self.tr("Clear all"))
        self.clear_all.setProperty("kind", "quiet")
        self.clear_all.clicked.connect(self.cleared)
        self.hide()

    @property
    def words(self) -> list[str]:
        """What the chips say."""
        return [button.accessibleName() for button in self.buttons]

    def show_filters(self, filters: Sequence[tuple[str, Callable[[], None]]]) -> None:
        """One chip for each: what it says, and what takes it away."""
        kept = {button.accessibleName(): button for button in self.buttons}
        self.buttons = [kept.pop(text) if text in kept else self._chip(text, clear) for text, clear in filters]
        for gone in kept.values():
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        placed: list[QPushButton] = [*self.buttons, self.clear_all]
        for one in placed:
            self._row.removeWidget(one)
            self._row.addWidget(one)
        self.clear_all.setVisible(len(filters) > 1)
        self.setVisible(bool(filters))
        tab_through(self._after, *placed)

    def _chip(self, text: str, clear: Callable[[], None]) -> GlyphButton:
        shown = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
        chip = GlyphButton(self._theme, Glyph.CLOSE, plain_action(shown), kind="chip")
        chip.setAccessibleName(text)
        chip.setToolTip(plain_tip(self.tr("Take away: %1").replace("%1", text)))
        chip.clicked.connect(clear)
        return chip
