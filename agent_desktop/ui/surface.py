"""A surface with round corners that holds what belongs together."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from agent_desktop.ui.labels import label
from agent_desktop.ui.theme import STEP, TYPE_LARGE


def surface(title: str = "", spacing: int = 2 * STEP) -> tuple[QFrame, QVBoxLayout]:
    """The surface and its column, which begins with the title."""
    made = QFrame()
    made.setProperty("kind", "card")
    column = QVBoxLayout(made)
    column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 4 * STEP)
    column.setSpacing(spacing)
    if title:
        column.addWidget(label(title, TYPE_LARGE, bold=True))
    return made, column
