"""Who calls: a card's name, tag and link are looked up once it is painted, and filled in. Nothing waits for it."""

import asyncio
from collections.abc import Mapping
from functools import partial

from agent_desktop.desk.callers import LOOK_UP_AFTER_S
from agent_desktop.desk.crm_lookup import CrmLookup
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import CardClosed, CardShown, Update
from agent_desktop.store.contacts import Contacts
from agent_desktop.telephony.contact import Contact
from agent_desktop.telephony.events import WITHHELD
from agent_desktop.telephony.screen_pop import Card


class CardNames:
    """Follows the cards of one desk."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._crm = CrmLookup(around)
        self._cards: dict[str, Card] = {}
        self._looked_up: dict[str, str] = {}
        self._colleagues: Mapping[str, str] = {}
        self._unsubscribe = around.publisher.subscribe(self._hear)

    async def close(self) -> None:
        """Hear no more, and end the connections to the CRM."""
        self._unsubscribe()
        await self._crm.close()

    def look_again(self, colleagues: Mapping[str, str]) -> None:
        """Contacts changed: who the open cards are with may have, too."""
        self._colleagues = colleagues
        self._looked_up.clear()
        for card in tuple(self._cards.values()):
            self._follow(card)

    def _hear(self, update: Update) -> None:
        match update:
            case CardShown(card):
                self._cards[card.callid] = card
                self._follow(card)
            case CardClosed(callid):
                self._cards.pop(callid, None)
                self._looked_up.pop(callid, None)

    def _follow(self, card: Card) -> None:
        if card.number and card.number != WITHHELD and self._looked_up.get(card.callid) != card.number:
            self._looked_up[card.callid] = card.number
            self._around.background.start("disk", self._fill_in(card.callid, card.number))
        colleague = self._colleagues.get(card.answered_by, "")
        if colleague != card.answered_name:
            # Not now: whoever hears of the card after us must hear this later.
            decorate = partial(self._decorate, card.callid, answered_name=colleague)
            asyncio.get_running_loop().call_soon(decorate)

    async def _fill_in(self, callid: str, number: str) -> None:
        await asyncio.sleep(LOOK_UP_AFTER_S)
        known, contact = await known_caller(self._around.store.contacts, number)
        tag, link = (contact.tag, contact.link) if contact else ("", "")
        self._show(callid, number, known, tag, link)
        if not (contact and link) and (answer := await self._crm.ask(number)) is not None:
            name, link = answer
            self._show(callid, number, contact.shown if contact else name or known, tag, link)

    def _show(self, callid: str, number: str, name: str, tag: str, link: str) -> None:
        card = self._cards.get(callid)
        if card is not None and card.number == number and (card.name, card.tag, card.link) != (name, tag, link):
            self._decorate(callid, name=name, tag=tag, link=link)

    def _decorate(self, callid: str, **changes: object) -> None:
        self._around.carry_out(self._around.session.decorate(callid, **changes))


async def known_caller(contacts: Contacts, number: str) -> tuple[str, Contact | None]:
    """What the customer of a number is called, or ""; and the contact that says so. Raises StoreFailed."""
    contact = await contacts.find(number)
    return (contact.shown if contact else (await contacts.names([number])).get(number, "")), contact
