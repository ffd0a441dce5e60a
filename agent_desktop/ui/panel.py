"""What the main window asks of its panels."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QWidget

from agent_desktop.ui.context import Context
from agent_desktop.ui.empty_state import EmptyState
from agent_desktop.ui.form_field import FormField
from agent_desktop.ui.table import Table
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

    def enter(self) -> None:
        """Put the focus where the panel's keys work: on its list, where it has one."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _enter_list(self, table: Table, state: EmptyState) -> None:
        """Put the focus on a list, or on what is shown in its place, and on the list once that is shown."""
        table.enter()
        if state.isVisible():
            state.action.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def search(self) -> bool:
        """Put the cursor where one searches; False where there is nothing to search."""
        return False

    def escape(self) -> bool:
        """Esc: leave what was begun in the panel; False where there is nothing, and the window closes."""
        return False

    def take_over(self, other: "Panel") -> None:
        """Hold what was typed in another panel of this kind, which is about to go: the language is another one."""
        hold_typed(self, other)

    def keep_layout(self) -> None:
        """The window is about to be hidden: remember columns."""

    def refresh(self) -> None:
        """F5: ask the PBX anew."""


def hold_typed(here: QWidget, there: QWidget) -> None:
    """Put what was typed in the fields of a widget into those of one of the same kind."""
    fields = here.findChildren(FormField), there.findChildren(FormField)
    if len(fields[0]) == len(fields[1]):
        for field, held in zip(*fields, strict=True):
            field.hold(held)
    lines = _lines_of(here), _lines_of(there)
    if len(lines[0]) == len(lines[1]):
        for line, held_line in zip(*lines, strict=True):
            line.setText(held_line.text())


def _lines_of(widget: QWidget) -> list[QLineEdit]:
    """Those that are fields of their own: what stands in a box of numbers or choices is in words of its language."""
    boxes = (FormField, QAbstractSpinBox, QComboBox)
    return [line for line in widget.findChildren(QLineEdit) if not isinstance(line.parentWidget(), boxes)]
