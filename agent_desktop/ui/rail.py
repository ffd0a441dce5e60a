"""The left rail: the window's panels, by name. More of them fit below one another."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from agent_desktop.ui.glyphs import Glyph, paint_glyph
from agent_desktop.ui.theme import ICON_SMALL, RADIUS_CONTROL, STEP, TYPE_BODY, TYPE_SMALL, Palette, Theme, font

WIDTH = 39 * STEP
ITEM_HEIGHT = 8 * STEP
BADGE_HEIGHT = 18
MOST_COUNTED = 99


@dataclass(frozen=True, slots=True)
class RailItem:
    """A panel: `name` is ours, `word` the user's."""

    name: str
    word: str
    glyph: Glyph


class PageButton(QAbstractButton):
    """A page's name to click on: bold and tinted while the page is open. With or without a glyph before it, and then
    with a red or a quiet badge.
    """

    def __init__(self, theme: Theme, word: str, glyph: Glyph | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._glyph = glyph
        self._badge = ""
        self._left = round(2.5 * STEP) + (ICON_SMALL + round(2.5 * STEP) if glyph else 0)
        self.setText(word)
        self.setAccessibleName(word)
        self.setCheckable(True)
        # Tab goes to the open page's name, the arrow keys to the others.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.toggled.connect(self._take_focus)
        self.setFixedHeight(ITEM_HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(font(TYPE_BODY, bold=True)).horizontalAdvance(self.text())
        return QSize(self._left + width + 3 * STEP + self._badge_width(), ITEM_HEIGHT)

    def _take_focus(self, is_open: bool) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_open else Qt.FocusPolicy.ClickFocus)

    def show_badge(self, count: int) -> None:
        """So many wait behind it; 0 takes the badge away."""
        badge = "" if not count else str(count) if count <= MOST_COUNTED else f"{MOST_COUNTED}+"
        if badge != self._badge:
            self._badge = badge
            self.setAccessibleName(f"{self.text()} {badge}".strip())
            self.updateGeometry()
            self.update()

    @property
    def badge(self) -> str:
        """What the badge says, "" without one."""
        return self._badge

    def _badge_width(self) -> int:
        if not self._badge:
            return 0
        return max(BADGE_HEIGHT, QFontMetrics(font(TYPE_SMALL, bold=True)).horizontalAdvance(self._badge) + 2 * STEP)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter, palette)
        colour = palette.text if self.isChecked() else palette.secondary
        if self._glyph is not None:
            mark = QRectF(2.5 * STEP, (self.height() - ICON_SMALL) / 2, ICON_SMALL, ICON_SMALL)
            paint_glyph(painter, mark, self._glyph, palette.accent_text if self.isChecked() else colour)
        painter.setPen(colour)
        painter.setFont(font(TYPE_BODY, bold=self.isChecked()))
        words = self.rect().adjusted(self._left, 0, -2 * STEP, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._badge:
            self._paint_badge(painter, palette)
        painter.end()

    def _paint_badge(self, painter: QPainter, palette: Palette) -> None:
        width = self._badge_width()
        right = self.width() - (STEP if self._glyph else 2 * STEP)
        box = QRectF(right - width, (self.height() - BADGE_HEIGHT) / 2, width, BADGE_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.missed if self._glyph else palette.frame)
        painter.drawRoundedRect(box, BADGE_HEIGHT / 2, BADGE_HEIGHT / 2)
        painter.setPen(palette.on_missed if self._glyph else palette.text)
        painter.setFont(font(TYPE_SMALL, bold=True, tabular=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._badge)

    def _paint_box(self, painter: QPainter, palette: Palette) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.selection if self.isChecked() else palette.hover)
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus():
            painter.setPen(QPen(palette.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)


class Rail(QWidget):
    """`chosen` carries the name of a panel. The arrow keys go up and down."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, items: tuple[RailItem, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Panels"))
        self._buttons: dict[str, PageButton] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * STEP, 3 * STEP, 2 * STEP, 3 * STEP)
        layout.setSpacing(0)
        for place, item in enumerate(items, 1):
            button = PageButton(theme, item.word, item.glyph)
            button.setToolTip(f"{item.word} (Ctrl+{place})")
            button.toggled.connect(partial(self._toggled, item.name))
            self._buttons[item.name] = button
            self._group.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)
        # With room for a badge beside each word, so that the window stays still when one appears.
        widest = max(button.sizeHint().width() for button in self._buttons.values())
        self.setFixedWidth(max(WIDTH, widest + BADGE_HEIGHT + 3 * STEP))

    def choose(self, name: str) -> None:
        """Mark this panel as the open one."""
        self._buttons[name].setChecked(True)

    def _toggled(self, name: str, is_on: bool) -> None:
        if is_on:
            self.chosen.emit(name)

    def show_badge(self, name: str, count: int) -> None:
        """So many wait in this panel."""
        self._buttons[name].show_badge(count)

    def button(self, name: str) -> PageButton:
        """The panel's button."""
        return self._buttons[name]

    @property
    def names(self) -> tuple[str, ...]:
        """The panels from top to bottom."""
        return tuple(self._buttons)
