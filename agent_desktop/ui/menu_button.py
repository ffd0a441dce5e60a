"""A button that says what is chosen and offers the rest."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget


class MenuButton(QPushButton):
    """`chosen` carries the place of the choice."""

    chosen = Signal(int)

    def __init__(self, name: str, choices: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._choices = choices
        self._menu = QMenu(self)
        for place, choice in enumerate(choices):
            self._menu.addAction(choice, partial(self.chosen.emit, place))
        self.clicked.connect(lambda: self._menu.popup(self.mapToGlobal(QPoint(0, self.height()))))
        self.show_choice(0)

    def show_choice(self, place: int) -> None:
        """Say that this is chosen."""
        self.setText(f"{self._choices[place]} ▾")
        self.setAccessibleName(f"{self._name}: {self._choices[place]}")

    def choose(self, place: int) -> None:
        """As from the menu."""
        self._menu.actions()[place].trigger()
