"""What the colours of a picture mean, with how many there are. A click chooses one."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from agent_desktop.telephony.outcome import OutcomeKind
from agent_desktop.ui.outcome_look import KINDS, kind_word, paint_kind
from agent_desktop.ui.theme import STEP, Theme

SWATCH = 3 * STEP
GAP = STEP
"""Between the swatch and its word: a button leaves next to none."""
_DPR = 2.0


class OutcomeLegend(QWidget):
    """`chosen` carries an OutcomeKind. Kinds without calls are left out."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: dict[OutcomeKind, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for kind in KINDS:
            button = QPushButton()
            button.setProperty("kind", "quiet")
            button.setCheckable(True)
            button.setIconSize(QSize(SWATCH + GAP, SWATCH))
            button.clicked.connect(partial(self.chosen.emit, kind))
            self.buttons[kind] = button
            layout.addWidget(button)
        self.show_counts(dict.fromkeys(KINDS, 0), None)
        theme.changed.connect(self._tint)
        self._tint()

    def show_counts(self, counts: dict[OutcomeKind, int], chosen: OutcomeKind | None) -> None:
        """Say how many of each, and which one is chosen."""
        for kind, button in self.buttons.items():
            button.setText(f"{kind_word(kind)} {counts[kind]:,}")
            button.setVisible(bool(counts[kind]))
            button.setChecked(kind is chosen)

    def _tint(self) -> None:
        for kind, button in self.buttons.items():
            pixmap = QPixmap(round((SWATCH + GAP) * _DPR), round(SWATCH * _DPR))
            pixmap.setDevicePixelRatio(_DPR)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            paint_kind(painter, QRectF(0, 0, SWATCH, SWATCH), kind, self._theme.palette)
            painter.end()
            button.setIcon(QIcon(pixmap))
