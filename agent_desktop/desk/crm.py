"""Carries out the CRM rules: opens addresses, and sends requests from an outbox that outlives the program.

Nothing of it is in a pop's way. A rule acts at most once for a call, also after a restart; a request is tried again
until the CRM takes it, refuses it, or a day is over.
"""

import asyncio
import logging
from dataclasses import dataclass, replace
from datetime import datetime

from agent_desktop.desk.dialling import dial_rules
from agent_desktop.desk.session import UNNAMED
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import CardShown, Level, News, Notice, Update
from agent_desktop.errors import AgentDesktopError, StoreFailed, UsageError
from agent_desktop.pbx.web_request import CrmRefused, CrmSender
from agent_desktop.store.outbox import Outgoing
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.crm_rule import CrmRule, Moment, facts_of, fill_body, fill_url, is_json, moment_of
from agent_desktop.telephony.number import canonical
from agent_desktop.telephony.screen_pop import Card, CardState

_log = logging.getLogger(__name__)

FIRST_PAUSE_S = 5.0
LONGEST_PAUSE_S = 3600.0
GIVE_UP_AFTER_S = 24 * 3600.0
SAID_FROM_TRY = 2
KEPT_S = 30 * 24 * 3600.0
AT_ONCE = 20
MOMENTS_KEPT = 2000

TOPIC = "crm"


@dataclass(frozen=True, slots=True)
class OpenAddress(News):
    """Show this address in the browser, once."""

    url: str
    serial: int

    @property
    def key(self) -> object:
        return (OpenAddress, self.serial)

    @property
    def is_fleeting(self) -> bool:
        return True


SAMPLE = Card(
    "sample-call",
    CardState.TALKING,
    0.0,
    "inbound",
    "0938363739",
    "999",
    "19002028",
    "101",
    status="ANSWER",
    talk_s=72,
    hold_s=9,
    name="Nguyễn Thị Hoa",
)
"""What a rule is tried with."""


class Crm:
    """Acts on cards of own calls, and on what the agent asks for."""

    def __init__(self, around: Surroundings, sender: CrmSender | None = None) -> None:
        self._around = around
        self._sender = sender or CrmSender()
        self._acted: dict[tuple[str, Moment], None] = {}
        self._opened = 0
        self._news = asyncio.Event()
        around.publisher.subscribe(self._hear)

    async def start(self) -> None:
        """Send what an earlier run could not."""
        outbox = self._around.store.outbox
        await self._around.background.forgiving("disk", outbox.prune(self._around.now() - KEPT_S))
        self._around.tasks.start(self._send_for_ever(), "CRM outbox")

    async def close(self) -> None:
        """What was not sent stays in the outbox."""
        await self._sender.close()

    def send_soon(self) -> None:
        """Something may be due, or the network may be back."""
        self._news.set()

    @property
    def rules(self) -> tuple[CrmRule, ...]:
        """The present ones."""
        return self._around.connection.settings.crm.rules

    async def open(self, callid: str) -> None:
        """The agent asks for a call in the CRM. Raises UsageError where no rule says how, or the call is not known."""
        card = next((card for card in self._around.session.cards() if card.callid == callid), None)
        if card is None:
            await self._around.book.flush()
            call = await self._around.store.call(callid)
            card = None if call is None else _card_of(call)
        if card is None:
            raise UsageError("That call is not in the history yet.", "Try again in a moment.")
        rules = [rule for rule in self.rules if rule.fits(Moment.CLICK, card)]
        if not rules and card.link:
            self._open(card.link)
            return
        if not rules:
            raise UsageError("No rule says how this call is opened in the CRM.", "Add one in the settings, under CRM.")
        for rule in rules:
            # Each click is one of its own.
            await self._act(rule, card, f"{card.callid}@{self._around.now():.3f}")

    async def try_out(self, rule: CrmRule) -> str:
        """Do what the rule says, with a made-up call; what came of it, in a sentence. Raises UsageError, PbxError."""
        if problem := rule.problem():
            raise UsageError(problem)
        outgoing = self._outgoing(rule, SAMPLE, "sample")
        if rule.act == "open":
            self._open(outgoing.url)
            return "The address was opened in the browser."
        status = await self._send(outgoing)
        return f"The CRM took the request, with HTTP status {status}."

    def _hear(self, update: Update) -> None:
        if not isinstance(update, CardShown) or not self.rules:
            return
        card = update.card
        moment = moment_of(card)
        if moment is None or card.extension not in self._around.connection.settings.extensions:
            return
        is_unnamed = card.callid.startswith(UNNAMED)
        if (card.callid, moment) in self._acted or (is_unnamed and not card.number):
            return
        self._acted[card.callid, moment] = None
        if len(self._acted) > MOMENTS_KEPT:
            del self._acted[next(iter(self._acted))]
        # The name that the session gave a call comes again in the next run, for another call.
        occasion = f"{card.callid}@{self._around.now():.3f}" if is_unnamed else card.callid
        for rule in self.rules:
            if rule.fits(moment, card):
                self._around.background.start("disk", self._act(rule, card, occasion))

    async def _act(self, rule: CrmRule, card: Card, occasion: str) -> None:
        outgoing = self._outgoing(rule, card, occasion)
        try:
            is_first = await self._around.store.outbox.claim(outgoing)
        except StoreFailed:
            if rule.act != "open":
                raise
            is_first = True  # a full disk need not keep the customer's page closed
        if not is_first:
            return
        if rule.act == "open":
            self._open(outgoing.url)
        else:
            self._news.set()

    def _outgoing(self, rule: CrmRule, card: Card, occasion: str) -> Outgoing:
        settings = self._around.connection.settings.dial
        digits = canonical(card.number, dial_rules(settings))
        e164 = f"+{digits.lstrip('+')}" if len(digits) > settings.extension_digits and digits.isdigit() else ""
        started = datetime.fromtimestamp(card.since, self._around.connection.zone).isoformat(timespec="seconds")
        named = replace(card, callid="") if card.callid.startswith(UNNAMED) else card
        facts = facts_of(named, e164, started)
        method = "" if rule.act == "open" else rule.act.upper()
        body = fill_body(rule.body, facts) if rule.act == "post" else ""
        return Outgoing(rule.key, occasion, method, fill_url(rule.url, facts), body, self._around.now())

    def _open(self, url: str) -> None:
        self._opened += 1
        self._around.publisher.publish(OpenAddress(url, self._opened))

    # The outbox.

    async def _send_for_ever(self) -> None:
        while True:
            self._news.clear()
            wait = None
            try:
                wait = await self._send_due()
            except StoreFailed as error:
                _log.warning("the CRM's outbox cannot be read: %s", error.title)
                wait = LONGEST_PAUSE_S
            try:
                async with asyncio.timeout(wait):
                    await self._news.wait()
            except TimeoutError:
                pass

    async def _send_due(self) -> float | None:
        """Send what is due; the seconds until there is more, None where there is none."""
        outbox = self._around.store.outbox
        for outgoing in await outbox.due(self._around.now(), AT_ONCE):
            await self._try(outgoing)
        due = await outbox.next_due()
        return None if due is None else max(0.0, due - self._around.now())

    async def _try(self, outgoing: Outgoing) -> None:
        outbox, now = self._around.store.outbox, self._around.now()
        try:
            await self._send(outgoing)
        except CrmRefused as error:
            await outbox.settle(outgoing.id)
            self._say(error)
        except AgentDesktopError as error:
            if now - outgoing.created > GIVE_UP_AFTER_S:
                await outbox.settle(outgoing.id)
            else:
                pause = min(FIRST_PAUSE_S * 2**outgoing.tries, LONGEST_PAUSE_S)
                await outbox.put_off(outgoing.id, now + pause)
            if outgoing.tries >= SAID_FROM_TRY:
                self._say(error)
        else:
            await outbox.settle(outgoing.id)
            self._around.publisher.publish(Notice(TOPIC, Level.INFO, ""))

    async def _send(self, outgoing: Outgoing) -> int:
        kind = "application/json" if is_json(outgoing.body) else "application/x-www-form-urlencoded"
        key = f"{outgoing.rule}-{outgoing.callid}"
        return await self._sender.send(outgoing.method, outgoing.url, outgoing.body, kind, key)

    def _say(self, error: AgentDesktopError) -> None:
        self._around.publisher.publish(Notice(TOPIC, Level.WARNING, error.title, error.advice))


def _card_of(call: Call) -> Card:
    record = call.record()
    return Card(
        record.callid,
        CardState.ENDED,
        record.started,
        record.direction,
        record.number,
        record.queue,
        record.did,
        record.extension,
        status=record.status,
        talk_s=record.talk_s,
        hold_s=record.hold_s,
    )
