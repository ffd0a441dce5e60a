"""What else can be done with a call on the pop: the menu behind ⋯ and the right mouse button."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from agent_desktop.telephony.screen_pop import Card
from agent_desktop.ui.plain import plain_action
from agent_desktop.ui.pop_words import is_dialable


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is done when something is chosen: with the call, or with its number."""

    note: Callable[[], None]
    dismiss: Callable[[], None]
    dial: Callable[[str], None]
    copy: Callable[[str], None]
    history: Callable[[str], None]


def fill_menu(menu: QMenu, card: Card, wishes: Wishes) -> None:
    """Fill an emptied menu for this call; what is about a number is there where there is one."""
    if is_dialable(card.number):
        if card.state.is_final:
            menu.addAction(_tr("Dial this number"), partial(wishes.dial, card.number))
        menu.addAction(_tr("Copy the number"), partial(wishes.copy, card.number))
        menu.addAction(_tr("All calls with this number"), partial(wishes.history, card.number))
        menu.addSeparator()
    menu.addAction(_tr("Note…"), wishes.note)
    menu.addAction(_tr("Dismiss"), wishes.dismiss)


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
