"""How a page of the settings is laid out: a column of cards that scrolls."""

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from agent_desktop.ui.labels import label
from agent_desktop.ui.scrolling import scrolling
from agent_desktop.ui.surface import surface
from agent_desktop.ui.theme import STEP

WIDEST = 150 * STEP


def page(*cards: QWidget) -> QScrollArea:
    """The cards below one another."""
    column = QWidget()
    column.setMaximumWidth(WIDEST)
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(3 * STEP)
    for card in cards:
        layout.addWidget(card)
    layout.addStretch(1)
    inside = QWidget()
    row = QHBoxLayout(inside)
    row.setContentsMargins(0, 0, 3 * STEP, 0)
    row.addWidget(column, 1)
    row.addStretch(0)
    return scrolling(inside)


def card(title: str, words: str, *parts: QWidget) -> QFrame:
    """A card with a title, a sentence and its parts."""
    made, column = surface(title, 3 * STEP)
    if words:
        column.addWidget(label(words, kind="secondary", wrap=True))
    for part in parts:
        column.addWidget(part)
    return made


def count_box(least: int, most: int, one: str, many: str) -> QSpinBox:
    """A whole number with its unit after it: `one` where it is 1, else `many`."""
    box = QSpinBox(minimum=least, maximum=most, suffix=one if least == 1 else many)
    box.valueChanged.connect(lambda count: box.setSuffix(one if count == 1 else many))
    return box


def choice(*choices: tuple[str, str]) -> QComboBox:
    """A choice of (value, words)."""
    box = QComboBox()
    for value, words in choices:
        box.addItem(words, value)
    return box
