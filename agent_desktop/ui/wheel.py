"""The mouse wheel scrolls a page, and changes nothing that the pointer happens to pass over."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox


class _Keeper(QObject):
    """Lets a box have the wheel only while it has the focus."""

    def __init__(self, box: QComboBox | QAbstractSpinBox) -> None:
        super().__init__(box)
        self._box = box

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not self._box.hasFocus():
            event.ignore()  # so that what is around the box is asked next
            return True
        return False


def keep_from_wheel(*boxes: QComboBox | QAbstractSpinBox) -> None:
    """A click or Tab gives a box the focus, the wheel does not; without the focus its value stays and the page scrolls.
    For every box of choices, numbers or dates.
    """
    for box in boxes:
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(_Keeper(box))
