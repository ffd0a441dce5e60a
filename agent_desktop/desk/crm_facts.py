"""What a CRM rule's variables stand for: the call as it is known at that moment, with name, note and disposition."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from agent_desktop.desk.card_names import known_caller
from agent_desktop.desk.dialling import dial_rules
from agent_desktop.desk.own_calls import own_card
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.errors import StoreFailed
from agent_desktop.store.outbox import Outgoing
from agent_desktop.telephony.call import UNNAMED
from agent_desktop.telephony.crm_rule import CrmRule, facts_of, fill_body, fill_url
from agent_desktop.telephony.number import canonical
from agent_desktop.telephony.screen_pop import Card, Interest


class CrmFacts:
    """Fills in rules for calls of this desk."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def canonical(self, number: str) -> str:
        """The same however a number is written; "" where it is none."""
        return canonical(number, dial_rules(self._around.connection.settings.dial))

    async def card(self, callid: str) -> Card | None:
        """All that is known of a call, also of one of an earlier run; None where nothing is."""
        card = self._around.session.own_call(callid) or self._shown(callid)
        if card is None:
            with suppress(StoreFailed):
                await self._around.book.flush()
                call = await self._around.store.call(callid)
                interest = Interest(frozenset(self._around.connection.settings.extensions))
                card = None if call is None else own_card(call, interest)
        return None if card is None else await self.complete(card)

    async def complete(self, card: Card, within_s: float | None = None) -> Card:
        """The card with the customer's name, the note and the disposition, as far as they are known that soon."""
        with suppress(TimeoutError, StoreFailed):
            async with asyncio.timeout(within_s):
                if card.number:
                    name, contact = await known_caller(self._around.store.contacts, card.number)
                    card = replace(card, name=name, link=contact.link if contact else "")
                note, disposition = await self._around.store.remarks(card.callid)
                card = replace(card, note=note, disposition=disposition)
        shown = self._shown(card.callid)
        if shown is None:
            return card
        return replace(
            card,
            name=shown.name or card.name,
            link=shown.link or card.link,
            note=shown.note or card.note,
            disposition=shown.disposition or card.disposition,
        )

    def fill(self, rule: CrmRule, card: Card, occasion: str) -> Outgoing:
        """What the rule opens or sends for the call."""
        settings = self._around.connection.settings.dial
        digits = self.canonical(card.number)
        e164 = f"+{digits.lstrip('+')}" if len(digits) > settings.extension_digits and digits.isdigit() else ""
        call = self._around.session.call(card.callid)
        since = card.since if call is None else call.started
        started = datetime.fromtimestamp(since, self._around.connection.zone).isoformat(timespec="seconds")
        named = replace(card, callid="") if card.callid.startswith(UNNAMED) else card
        facts = facts_of(named, e164, started)
        method = "" if rule.act == "open" else rule.act.upper()
        body = fill_body(rule.body, facts) if rule.act == "post" else ""
        return Outgoing(rule.key, occasion, method, fill_url(rule.url, facts), body, self._around.now())

    def _shown(self, callid: str) -> Card | None:
        return next((card for card in self._around.session.cards() if card.callid == callid), None)
