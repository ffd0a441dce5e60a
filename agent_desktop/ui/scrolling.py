"""What is longer than its window, and the order in which Tab goes through it."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolling(content: QWidget | None = None) -> QScrollArea:
    """An area that scrolls. Tab goes to what is in it, which comes into view, and not to the area itself."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if content is not None:
        area.setWidget(content)
    return area


def tab_through(*parts: QWidget) -> None:
    """Tab goes from each to the next."""
    for before, after in pairwise(parts):
        QWidget.setTabOrder(before, after)
