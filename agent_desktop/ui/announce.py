"""Tells screen readers what appears without taking the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from agent_desktop.ui.marks import restyle


def announce(widget: QWidget, words: str) -> None:
    """Have it read aloud, where anything reads."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def tell(line: QLabel, words: str, *, is_problem: bool = False) -> None:
    """Say in its line what became of an action, and have it read aloud."""
    line.setText(words)
    restyle(line, "problem" if is_problem else "secondary")
    announce(line, words)
