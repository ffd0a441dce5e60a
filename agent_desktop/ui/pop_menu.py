"""What else can be done with a call on the pop: the menu behind ⋯ and the right mouse button."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from agent_desktop.telephony.screen_pop import Card
from agent_desktop.ui.pop_words import is_dialable


@dataclass(frozen=True, slots=True)
class PopActions:
    """The actions of a menu; those about a number are None where there is none."""

    note: QAction
    dismiss: QAction
    call: QAction | None = None
    copy: QAction | None = None
    history: QAction | None = None


def fill_menu(menu: QMenu, card: Card) -> PopActions:
    """Fill an emptied menu for this call."""
    call = copy = history = None
    if is_dialable(card.number):
        if card.state.is_final:
            call = menu.addAction(_tr("Call this number"))
        copy = menu.addAction(_tr("Copy number"))
        history = menu.addAction(_tr("Calls with this number"))
        menu.addSeparator()
    note = menu.addAction(_tr("Write a note"))
    dismiss = menu.addAction(_tr("Dismiss"))
    return PopActions(note, dismiss, call, copy, history)


def _tr(text: str) -> str:
    return QCoreApplication.translate("pop", text)
