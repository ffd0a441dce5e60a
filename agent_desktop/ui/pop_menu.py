"""What else can be done with a call on the pop: the menu behind ⋯ and the right mouse button."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from agent_desktop.telephony.screen_pop import Card
from agent_desktop.ui.plain import plain_action
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
            call = menu.addAction(_tr("Dial this number"))
        copy = menu.addAction(_tr("Copy the number"))
        history = menu.addAction(_tr("All calls with this number"))
        menu.addSeparator()
    note = menu.addAction(_tr("Note…"))
    dismiss = menu.addAction(_tr("Dismiss"))
    return PopActions(note, dismiss, call, copy, history)


def fill_dispositions(
    menu: QMenu, dispositions: tuple[str, ...], card: Card, chosen: Callable[[str, str], None]
) -> None:
    """Fill an emptied menu with what the call can have come to; the present one is ticked, and can be taken back."""
    for disposition in dict.fromkeys((*dispositions, card.disposition)):
        if disposition:
            action = menu.addAction(plain_action(disposition), partial(chosen, card.callid, disposition))
            action.setCheckable(True)
            action.setChecked(disposition == card.disposition)
    if card.disposition:
        menu.addSeparator()
        menu.addAction(_tr("None"), partial(chosen, card.callid, ""))


def _tr(text: str) -> str:
    return QCoreApplication.translate("pop", text)
