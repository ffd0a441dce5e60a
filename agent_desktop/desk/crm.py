"""Carries out the CRM rules: opens addresses, and sends requests from an outbox that outlives the program.

Nothing of it is in a pop's way, and nothing of it depends on what the pop shows. A rule acts at most once for a call,
also after a restart. What it says of a call that ended waits for the PBX's record of it; a request waits for the
wrap-up's end, too, which is when the note and the disposition are there, and for a note that is still typed then.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field, replace

from agent_desktop.desk.callers import LOOK_UP_AFTER_S
from agent_desktop.desk.crm_facts import CrmFacts
from agent_desktop.desk.crm_outbox import CrmOutbox
from agent_desktop.desk.notes import NoteAwaited
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import News, OwnCallChanged, Update
from agent_desktop.desk.wrap_up import WrapUp, WrapUpChanged
from agent_desktop.errors import StoreFailed, UsageError
from agent_desktop.pbx.web_request import CrmSender
from agent_desktop.store.outbox import Outgoing
from agent_desktop.telephony.call import UNNAMED
from agent_desktop.telephony.crm_rule import CrmRule, Moment, moment_of
from agent_desktop.telephony.screen_pop import Card, CardState

RECORD_WITHIN_S = 10.0
"""A PBX writes the record of a call within a second or two; a rule about its end does not wait for longer."""

NAMED_WITHIN_S = 0.1
"""A page for a call that rings is wanted at once: what is not looked up by then is left empty."""

ACTS_KEPT = 2000


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


@dataclass(slots=True)
class _Ended:
    """A call that ended `at`, whose record may be in by now, and the rules that wait to send something about it, each
    with the occasion that the outbox knows it by.
    """

    at: float
    is_reported: asyncio.Event = field(default_factory=asyncio.Event)
    rules: dict[str, str] = field(default_factory=dict)


class Crm:
    """Acts on what becomes of own calls, and on what the agent asks for."""

    def __init__(self, around: Surroundings, sender: CrmSender | None = None) -> None:
        self._around = around
        self._facts = CrmFacts(around)
        self._outbox = CrmOutbox(around, sender or CrmSender(), self._filled)
        self._acted: dict[tuple[str, str], None] = {}
        self._ended: dict[str, _Ended] = {}
        self._wrap_up: WrapUp | None = None
        self._noted: dict[str, float] = {}
        self._opened = 0
        around.publisher.subscribe(self._hear)

    async def start(self) -> None:
        """Send what an earlier run could not."""
        await self._outbox.start()

    async def close(self) -> None:
        """What was not sent stays in the outbox."""
        await self._outbox.close()

    def send_soon(self) -> None:
        """Something may be due, or the network may be back."""
        self._outbox.send_soon()

    @property
    def rules(self) -> tuple[CrmRule, ...]:
        """The present ones."""
        return self._around.connection.settings.crm.rules

    async def open(self, callid: str) -> None:
        """The agent asks for a call in the CRM. Raises UsageError where no rule says how, or the call is not known."""
        card = await self._facts.card(callid)
        if card is None:
            raise UsageError("That call is not in the history yet.", "Try again in a moment.")
        rules = [rule for rule in self.rules if rule.fits(Moment.CLICK, card, self._facts.canonical)]
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
        outgoing = self._facts.fill(rule, SAMPLE, "sample")
        if rule.act == "open":
            self._open(outgoing.url)
            return "The address was opened in the browser."
        status = await self._outbox.send(outgoing)
        return f"The CRM took the request, with HTTP status {status}."

    # What becomes of calls.

    def _hear(self, update: Update) -> None:
        match update:
            case OwnCallChanged():
                self._follow(update)
            case WrapUpChanged(wrap_up):
                before, self._wrap_up = self._wrap_up, wrap_up
                for callid in {one.callid for one in (before, wrap_up) if one is not None}:
                    self._recall(callid)
                    self._plan(callid)
            case NoteAwaited(callid, until):
                self._noted.pop(callid, None)
                if until:
                    self._noted[callid] = until
                self._plan(callid)

    def _follow(self, call: OwnCallChanged) -> None:
        card, moment = call.card, moment_of(call.card)
        if call.was:
            self._rename(call.was, card.callid)
        if moment is None or not self.rules:
            return
        if moment is Moment.ENDED:
            self._hear_end(call)
        is_unnamed = card.callid.startswith(UNNAMED)
        if is_unnamed and not card.number:
            return
        # The name that the session gave a call comes again in the next run, for another call.
        occasion = f"{card.callid}@{self._around.now():.3f}" if is_unnamed else card.callid
        for rule in self.rules:
            if rule.fits(moment, card, self._facts.canonical) and self._is_first(card.callid, rule.key):
                ended = self._ended[card.callid] if moment is Moment.ENDED else None
                self._around.background.start("disk", self._act_at(rule, card, occasion, ended))

    def _hear_end(self, call: OwnCallChanged) -> None:
        callid = call.card.callid
        ended = self._ended.setdefault(callid, _Ended(self._around.now()))
        if call.is_reported and not ended.is_reported.is_set():
            ended.is_reported.set()
            self._plan(callid)
        if len(self._ended) > ACTS_KEPT:
            del self._ended[next(iter(self._ended))]

    def _recall(self, callid: str) -> None:
        """What an earlier run put into the outbox about the end of its call waits for this run's wrap-up."""
        if callid and callid not in self._ended and self._around.session.own_call(callid) is None:
            waiting = {rule.key: callid for rule in self.rules if rule.when is Moment.ENDED}
            self._ended[callid] = _Ended(self._around.now(), rules=waiting)

    def _is_first(self, callid: str, rule: str) -> bool:
        """Remember that the rule acts for the call; False where it has before, in this run."""
        if (callid, rule) in self._acted:
            return False
        self._acted[callid, rule] = None
        if len(self._acted) > ACTS_KEPT:
            del self._acted[next(iter(self._acted))]
        return True

    def _rename(self, before: str, callid: str) -> None:
        """What was done for a call before its id was known was done for it."""
        for rule in [rule for done, rule in self._acted if done == before]:
            if self._is_first(callid, rule):
                done = Outgoing(rule, callid, "", "", "", self._around.now())
                self._around.background.start("disk", self._around.store.outbox.claim(done))

    # What the rules want.

    async def _act_at(self, rule: CrmRule, card: Card, occasion: str, ended: _Ended | None) -> None:
        if ended is None:
            await asyncio.sleep(LOOK_UP_AFTER_S)
            await self._act(rule, await self._facts.complete(card, NAMED_WITHIN_S - LOOK_UP_AFTER_S), occasion)
        elif rule.act == "open":
            with suppress(TimeoutError):
                await asyncio.wait_for(ended.is_reported.wait(), RECORD_WITHIN_S)
            await self._act(rule, await self._facts.card(card.callid) or card, occasion)
        else:
            await self._act(rule, card, occasion, ended)

    async def _act(self, rule: CrmRule, card: Card, occasion: str, ended: _Ended | None = None) -> None:
        """Do it, unless it was done; about a call that `ended` a request waits."""
        outgoing = self._facts.fill(rule, card, occasion)
        due = 0.0 if ended is None else self._due(card.callid, ended)
        try:
            is_first = await self._around.store.outbox.claim(outgoing, due)
        except StoreFailed:
            if rule.act != "open":
                raise
            is_first = True  # a full disk need not keep the customer's page closed
        if not is_first:
            return
        if rule.act == "open":
            self._open(outgoing.url)
            return
        if ended is not None:
            ended.rules[rule.key] = occasion
            self._plan(card.callid)
        self._outbox.send_soon()

    def _open(self, url: str) -> None:
        self._opened += 1
        self._around.publisher.publish(OpenAddress(url, self._opened))

    # What waits for the record, for the end of the wrap-up, and for a note.

    def _due(self, callid: str, ended: _Ended) -> float:
        if self._wrap_up is not None and self._wrap_up.callid == callid:
            due = self._wrap_up.until
        else:
            due = self._around.now() if ended.is_reported.is_set() else ended.at + RECORD_WITHIN_S
        return max(due, self._noted.get(callid, 0.0))

    def _plan(self, callid: str) -> None:
        """When to send what waits for more to be known of the call may be another time by now."""
        ended = self._ended.get(callid)
        if ended is not None and ended.rules:
            self._around.background.start("disk", self._wait_until(callid, ended))

    async def _wait_until(self, callid: str, ended: _Ended) -> None:
        for rule, occasion in tuple(ended.rules.items()):
            await self._around.store.outbox.wait_until(rule, occasion, self._due(callid, ended))
        self._outbox.send_soon()

    async def _filled(self, outgoing: Outgoing) -> Outgoing:
        """With what is known of the call at last, where the request tells of its end."""
        rule = next((rule for rule in self.rules if rule.key == outgoing.rule), None)
        if rule is None or rule.when is not Moment.ENDED:
            return outgoing
        waiting = (callid for callid, ended in self._ended.items() if outgoing.callid in ended.rules.values())
        card = await self._facts.card(next(waiting, outgoing.callid))
        if card is None:
            return outgoing
        filled = self._facts.fill(rule, card, outgoing.callid)
        return replace(outgoing, url=filled.url, body=filled.body)
