"""Privacy mode: numbers and names are masked wherever they are shown, so that a screen can be shared.

What is masked is what is seen. Dialling, searching and copying a number go on with the real one.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from agent_desktop.desk.updates import Notice
from agent_desktop.ui.language import phrase

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit, QWidget

MASK = "•"
HIDDEN = MASK * 3
SHORTEST = 7
"""A number with fewer digits is an extension or a short code: nobody's own."""
_SEEN_OF_NUMBER = 3
_NUMBER_INSIDE = re.compile(r"\+?\d[\d ().-]{5,}\d")
_DIGITS = re.compile(r"\d")
_CHARACTERS = re.compile(r"\w")


def masked_number(number: str) -> str:
    """A number as it is written, with all but its end masked."""
    digits = len(_DIGITS.findall(number))
    if digits < SHORTEST and not any(char.isalpha() for char in number):
        return number
    hidden = max(0, len(_CHARACTERS.findall(number)) - _SEEN_OF_NUMBER)
    return _CHARACTERS.sub(MASK, number, count=hidden) if hidden else HIDDEN


def masked_name(name: str) -> str:
    """The first letter of each word; how long they are is not told."""
    return " ".join(f"{word[0]}{HIDDEN}" if word[0].isalpha() else HIDDEN for word in name.split())


class Privacy(QObject):
    """One for all windows. As long as it is off, everything is shown as it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_on = False

    def number(self, shown: str) -> str:
        """A number in people's notation."""
        return masked_number(shown) if self.is_on else shown

    def name(self, name: str) -> str:
        """A customer's, a colleague's or a company's name."""
        return masked_name(name) if self.is_on else name

    def text(self, text: str) -> str:
        """What people wrote, or a machine: names and numbers may stand anywhere in it."""
        return HIDDEN if self.is_on and text else text

    def sentence(self, words: str) -> str:
        """Words of the desk, in which a number may stand."""
        return _NUMBER_INSIDE.sub(lambda found: masked_number(found[0]), words) if self.is_on else words

    def notice(self, notice: Notice) -> Notice:
        """A notice, in which a number may stand."""
        return replace(notice, title=self.sentence(notice.title), advice=self.sentence(notice.advice))

    def ask(self, parent: "QWidget", words: str, yes: str, then: Callable[[], object]) -> None:
        """Do what shows or writes real data: at once where the mode is off, else after a question."""
        if not self.is_on:
            then()
            return
        from PySide6.QtWidgets import QMessageBox  # a box is seldom shown, and is half a megabyte

        box = QMessageBox(QMessageBox.Icon.Question, phrase("privacy", "Privacy mode"), words, parent=parent)
        box.addButton(yes, QMessageBox.ButtonRole.AcceptRole).clicked.connect(lambda _checked: then())
        box.setEscapeButton(box.addButton(phrase("privacy", "Cancel"), QMessageBox.ButtonRole.RejectRole))
        box.finished.connect(box.deleteLater)
        box.open()

    def ask_to_show(self, parent: "QWidget", then: Callable[[], object]) -> None:
        """Ask before a window in which real data is read or changed."""
        words = phrase("privacy", "Privacy mode is on, and this shows names and numbers as they are.")
        self.ask(parent, words, phrase("privacy", "Show it"), then)

    def ask_to_write(self, parent: "QWidget", then: Callable[[], object]) -> None:
        """Ask before a file with real data."""
        words = phrase("privacy", "Privacy mode is on. The file will hold names and numbers as they are.")
        self.ask(parent, words, phrase("privacy", "Go on"), then)

    def guard(self, edit: "QLineEdit") -> None:
        """What the program fills into this field is dots while the mode is on; what is typed is seen."""
        edit.textEdited.connect(lambda text: self._show_typed(edit, text))
        edit.textChanged.connect(lambda text: self._hide_filled(edit, text))

    def look_again(self, edit: "QLineEdit") -> None:
        """The mode changed while this guarded field was open: all that is in it is dots, or to be read."""
        self._hide_filled(edit, edit.text())

    def _show_typed(self, edit: "QLineEdit", text: str) -> None:
        edit.setProperty("typed", edit.echoMode() is edit.EchoMode.Normal or not text)

    def _hide_filled(self, edit: "QLineEdit", text: str) -> None:
        is_typed = bool(edit.property("typed"))
        edit.setProperty("typed", None)
        hides = self.is_on and bool(text) and not is_typed
        edit.setEchoMode(edit.EchoMode.Password if hides else edit.EchoMode.Normal)
