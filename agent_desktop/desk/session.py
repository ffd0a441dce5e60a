"""The desk's heart: events in, decisions out. Pure: time comes in as an argument, what to do leaves as effects.

Calls are merged (see telephony.call), cards follow from the merged call (see telephony.screen_pop); here is only what
needs memory and a clock: which cards are open, when they close, what to ask the PBX for, and the calls that the PBX
forgot to announce or to name ("unnamed" calls, whose callid is our own).
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace

from agent_desktop.desk.effects import (
    AskStatus,
    Effect,
    PullCall,
    PullRecent,
    SaveCall,
    StatusHeard,
)
from agent_desktop.desk.open_cards import RING_LOST_AFTER_S, OpenCard, OpenCards
from agent_desktop.desk.own_calls import OwnCalls
from agent_desktop.desk.own_status import BUSY, OwnStatus
from agent_desktop.desk.pulls import CUT_OFF_DELAYS_S, ENDED_DELAYS_S, RECENT_AFTER_S, RECENT_DELAYS_S, PullPlan
from agent_desktop.desk.unnamed import explains, silenced
from agent_desktop.desk.updates import AgentChanged
from agent_desktop.telephony.agent import StatusSource
from agent_desktop.telephony.call import UNNAMED, Call
from agent_desktop.telephony.events import (
    AgentStatusChanged,
    CallAnswered,
    CallEnded,
    CallEvent,
    CallReported,
    CallRinging,
    Event,
    Unreadable,
)
from agent_desktop.telephony.screen_pop import Card, CardState, Interest, card_state, opens_card

UNANNOUNCED_AFTER_S = 2.0
"""An own extension that rings this long without a call being announced gets a pop all the same."""

LONGEST_CALL_S = 4 * 3600.0
"""A call of an earlier run that began longer ago than this is over."""

LONGEST_CARD_S = 24 * 3600.0
"""No card is about a call that began longer ago: months of records must not push live calls out of memory."""

DIALLED_WITHIN_S = 60.0
"""An own phone that rings this soon after a dial rings because of it."""


class Session:
    """Events, statuses and time in; effects out."""

    CALLS_KEPT = 1000

    def __init__(self, interest: Interest, own: OwnStatus, linger_s: float, polling: bool = False) -> None:
        self.own = own
        self._polling = polling
        self._calls: OrderedDict[str, Call] = OrderedDict()
        self._cards = OpenCards(interest, linger_s)
        self._own_calls = OwnCalls()
        self._pulls = PullPlan()
        self._recent = PullPlan()
        self._rang_at: dict[str, float] = {}
        self._dialled_at = float("-inf")
        self._unnamed: dict[str, str] = {}
        self._unnamed_count = 0

    def configure(self, interest: Interest, linger_s: float, polling: bool) -> None:
        """New settings; what is open stays open, as long as something will tell of its end."""
        self._cards.interest, self._cards.linger_s, self._polling = interest, linger_s, polling
        for held in self._cards:
            if held.card.callid.startswith(UNNAMED) and held.card.extension not in interest.extensions:
                held.idle_since = held.heard_at

    @property
    def _interest(self) -> Interest:
        return self._cards.interest

    def cards(self) -> tuple[Card, ...]:
        """The open cards, oldest first."""
        return tuple(held.card for held in self._cards)

    def call(self, callid: str) -> Call | None:
        """A call heard of lately."""
        return self._calls.get(callid)

    def own_call(self, callid: str) -> Card | None:
        """A call of an own extension that was followed in this run, without what was looked up for its card."""
        return self._own_calls.get(callid)

    def concerns(self, record: CallReported, now: float) -> bool:
        """True where the record may matter to a card, or belongs to a call heard of lately."""
        if record.callid in self._calls:
            return True
        if record.started is not None and record.started <= now - LONGEST_CARD_S:
            return False
        return record.extension in self._interest.extensions or self._is_awaited(record, now)

    def _is_awaited(self, record: CallReported, now: float) -> bool:
        """True for the record of a call that rang here and that others had, where a card waits for it."""
        waiting = [held for held in self._cards if held.card.state is CardState.STOPPED_RINGING]
        return bool(waiting) and any(self._explains(Call.of(record, now), held) for held in waiting)

    def restore(self, call: Call, now: float) -> tuple[Effect, ...]:
        """A call of an earlier run. It pops if it may still go on; the record of one that cannot is asked for."""
        held = self._calls.get(call.callid)
        call = call if held is None else held.merge(call)
        self._remember(call)
        if call.is_over or self._is_past(call, now):
            if not call.is_reported:
                self._pulls.want(call.callid, CUT_OFF_DELAYS_S, now, call.started)
            return ()
        return tuple(self._follow(call, now))

    def recall_status(self, event: AgentStatusChanged, heard_at: float) -> tuple[Effect, ...]:
        """A status that was heard before the start: it is known, with its age, but no phone rings because of it."""
        own = self.own.hear(event.extension, event.status, StatusSource.WEBHOOK, heard_at)
        return (AgentChanged(self.own.own, self.own.pause),) if own else ()

    def _is_past(self, call: Call, now: float) -> bool:
        """True where the call rang or began too long ago, or where its phone is idle by now."""
        rang = max((leg.rang_last for leg in call.legs.values() if leg.rang_last is not None), default=call.seen_at)
        if (call.answered_at is None and rang < now - RING_LOST_AFTER_S) or call.started < now - LONGEST_CALL_S:
            return True
        own_legs = [extension for extension in call.legs if extension in self._interest.extensions]
        statuses = [self.own.of(extension) for extension in ([call.answered_by] if call.answered_by else own_legs)]
        return bool(statuses) and all(
            one.status and one.status not in BUSY and one.confirmed_at > rang for one in statuses
        )

    def talking(self) -> dict[str, Call]:
        """By extension the call that it rings for or talks in, as far as is known."""
        found: dict[str, Call] = {}
        for call in self._calls.values():
            if not call.is_over:
                ringing = [extension for extension, leg in call.legs.items() if leg.is_ringing]
                found |= dict.fromkeys([call.answered_by] if call.answered_by else ringing or [call.extension], call)
        return found

    def dialled(self, now: float) -> None:
        """Own phone is about to ring because this desk dialled."""
        self._dialled_at = now

    def receive(self, event: Event, now: float, received_ns: int = 0) -> tuple[Effect, ...]:
        """An event arrived at `now` (epoch seconds)."""
        match event:
            case Unreadable():
                return ()
            case AgentStatusChanged():
                return self.hear_status(event.extension, event.status, StatusSource.WEBHOOK, now)
            case _:
                return self._receive_call(event, now, received_ns)

    def hear_status(self, extension: str, status: str, source: StatusSource, now: float) -> tuple[Effect, ...]:
        """An extension's status was pushed or asked for."""
        if not extension:
            return ()
        effects: list[Effect] = [StatusHeard(extension)]
        if self.own.hear(extension, status, source, now):
            effects.append(AgentChanged(self.own.own, self.own.pause))
        # What was asked before something newer was heard tells nothing of the phone now.
        if extension in self._interest.extensions and self.own.of(extension).status == status:
            effects += self._follow_phone(extension, status, now)
        return tuple(effects)

    def _receive_call(self, event: CallEvent, now: float, received_ns: int) -> tuple[Effect, ...]:
        if not event.callid:
            return self._receive_nameless(event, now, received_ns)
        news = Call.of(event, now)
        held = self._calls.get(event.callid)
        call = news if held is None else held.merge(news)
        self._remember(call)
        if call == held:
            return ()
        self._plan_pulls(event, call, now)
        effects: list[Effect] = self._absorb_unnamed(call, now)
        effects += self._follow(call, now, received_ns)
        effects.append(SaveCall(call))
        return tuple(effects)

    def _remember(self, call: Call) -> None:
        self._calls[call.callid] = call
        self._calls.move_to_end(call.callid)
        while len(self._calls) > self.CALLS_KEPT:
            callid, oldest = self._calls.popitem(last=False)
            if callid in self._cards:
                self._calls[callid] = oldest  # cards are few, so another one's turn comes
            else:
                self._cards.forget(callid)

    def _plan_pulls(self, event: CallEvent, call: Call, now: float) -> None:
        if call.is_reported:
            self._pulls.got(call.callid)
        elif isinstance(event, CallReported):
            self._pulls.want(call.callid, CUT_OFF_DELAYS_S, now, call.started)
        elif call.is_over:
            self._pulls.want(call.callid, ENDED_DELAYS_S, now, call.started)

    # Calls without a callid of the PBX's: cut off before it, never announced, or seen by polling only.

    def _receive_nameless(self, event: CallEvent, now: float, received_ns: int) -> tuple[Effect, ...]:
        if not isinstance(event, (CallRinging, CallAnswered)) or event.extension not in self._interest.extensions:
            return ()
        if self._cards.serving(event.extension):
            return ()
        callid = self._unnamed_callid(event.extension, now)
        return tuple(self._feed_unnamed(replace(event, callid=callid), now, received_ns))

    def _unnamed_callid(self, extension: str, now: float) -> str:
        """The callid of the unnamed call that the extension's phone is in; a new one where it is in none."""
        if extension not in self._unnamed:
            self._unnamed_count += 1
            self._unnamed[extension] = f"{UNNAMED}{self._unnamed_count}"
            self._recent.want(self._unnamed[extension], RECENT_DELAYS_S, now, now)
        return self._unnamed[extension]

    def _feed_unnamed(self, event: CallEvent, now: float, received_ns: int = 0) -> list[Effect]:
        news = Call.of(event, now)
        held = self._calls.get(event.callid)
        call = news if held is None else held.merge(news)
        self._remember(call)
        return self._follow(call, now, received_ns)

    def _follow(self, call: Call, now: float, received_ns: int = 0) -> list[Effect]:
        cards = self._cards.follow(call, now, received_ns)
        return [*cards, *self._own_calls.follow(call, self._interest, now)]

    def _follow_phone(self, extension: str, status: str, now: float) -> list[Effect]:
        serving = self._cards.serving(extension)
        if status in BUSY:
            for held in serving:
                held.hear_busy(now)
            if all(held.card.callid.startswith(UNNAMED) for held in serving):
                return self._follow_unnamed(extension, status, now)
            return []
        self._rang_at.pop(extension, None)
        effects: list[Effect] = []
        if (callid := self._unnamed.pop(extension, None)) is not None:
            effects += self._feed_unnamed(CallEnded(callid), now)
            self._recent.got(callid)
            if not self._calls[callid].is_reported:
                self._recent.want(callid, RECENT_AFTER_S, now, now)
        for held in serving:
            if held.idle_since is None and now >= held.heard_at:
                held.idle_since = now
        return effects

    def _follow_unnamed(self, extension: str, status: str, now: float) -> list[Effect]:
        if not self._polling and extension not in self._unnamed:
            # Webhooks announce calls: this one may just be late.
            if status == "ring" and not self._is_announced(extension, now):
                self._rang_at.setdefault(extension, now)
            return []
        callid = self._unnamed_callid(extension, now)
        held = self._calls.get(callid)
        outbound = now - self._dialled_at < DIALLED_WITHIN_S if held is None else held.direction == "outbound"
        event = CallRinging if status == "ring" else CallAnswered
        return self._feed_unnamed(event(callid, "outbound" if outbound else "inbound", extension), now)

    def _is_announced(self, extension: str, now: float) -> bool:
        """True where a call is known, on a card or not, that makes this phone ring."""
        legs = (call.legs.get(extension) for call in self._calls.values() if not call.is_over)
        return any(leg.is_ringing and (leg.rang_last or 0) > now - RING_LOST_AFTER_S for leg in legs if leg is not None)

    def _absorb_unnamed(self, call: Call, now: float) -> list[Effect]:
        """A call with a callid explains an unnamed card of its extension: the number fills in, or it replaces it."""
        for held in self._cards:
            card = held.card
            if not card.callid.startswith(UNNAMED) or not self._explains(call, held):
                continue
            self._recent.got(card.callid)
            if opens_card(card_state(call, self._interest)):
                self._unnamed = {phone: callid for phone, callid in self._unnamed.items() if callid != card.callid}
                self._own_calls.rename(card.callid, call.callid)
                return [*self._cards.close(card.callid)]
            facts = {name: fact for name, fact in call.facts.items() if name != "status" or call.is_over}
            known = Call(card.callid, call.seen_at, call.ended_at, call.abandoned, {}, facts)
            merged = self._calls.get(card.callid, known).merge(known)
            self._remember(merged)
            state = card_state(merged, self._interest) or card.state
            shown = self._cards.show(held, merged, state, now)
            return [*shown, *self._own_calls.follow(merged, self._interest, now)]
        return []

    def _explains(self, call: Call, held: OpenCard) -> bool:
        card, heard = held.card, self._calls.get(held.card.callid)
        if (heard is not None and heard.is_reported) or card.number not in ("", call.number):
            return False
        if card.extension in (call.extension, *call.legs):
            return explains(call, held)
        if heard is None or not silenced(call, heard, card.extension, self._polling):
            return False
        queues = self._own_queues()
        return not queues or call.queue in queues

    def _own_queues(self) -> set[str]:
        """The queues that are known to ring here."""
        own, named = self._interest.extensions, (call for call in self._calls.values() if not call.is_unnamed)
        return {call.queue for call in named if call.queue and not own.isdisjoint((call.extension, *call.legs))}

    # Time.

    def tick(self, now: float) -> tuple[Effect, ...]:
        """Do what is due."""
        effects: list[Effect] = []
        for held in self._cards:
            effects += self._tick_card(held, now)
        for extension in [one for one, at in self._rang_at.items() if now - at >= UNANNOUNCED_AFTER_S]:
            effects += self._announce(extension, now)
        ask, changed = self.own.tick(now)
        if ask:
            effects.append(AskStatus())
        if changed:
            effects.append(AgentChanged(self.own.own, self.own.pause))
        effects += [PullCall(callid, near) for callid, near in self._pulls.due(now)]
        if self._recent.due(now):
            effects.append(PullRecent())
        return tuple(effects)

    def _announce(self, extension: str, now: float) -> list[Effect]:
        del self._rang_at[extension]
        if now - self._dialled_at < DIALLED_WITHIN_S or self._is_announced(extension, now):
            return []
        callid = self._unnamed_callid(extension, now)
        return self._feed_unnamed(CallRinging(callid, "inbound", extension), now)

    def _tick_card(self, held: OpenCard, now: float) -> list[Effect]:
        card = held.card
        if held.closes_at is not None:
            return [*self._cards.close(card.callid)] if now >= held.closes_at else []
        call = self._calls.get(card.callid)
        if call is None or not held.is_lost(now):
            return []
        if not card.callid.startswith(UNNAMED):
            self._pulls.want(card.callid, CUT_OFF_DELAYS_S, now, call.started)
        return [*self._cards.lose(held, call, now)]

    def next_due(self) -> float | None:
        """When `tick` has something to do."""
        times = [self._pulls.next_due(), self._recent.next_due(), self.own.next_due()]
        times += [at + UNANNOUNCED_AFTER_S for at in self._rang_at.values()]
        for held in self._cards:
            times += held.lost_times() if held.closes_at is None else [held.closes_at]
        return min((time for time in times if time is not None), default=None)

    def dismiss(self, callid: str) -> list[Effect]:
        """The agent closed the card."""
        return [*self._cards.dismiss(callid)]

    def forget(self, is_gone: Callable[[Call], bool]) -> list[Effect]:
        """Nothing is known of these calls any more; their cards close."""
        gone = [callid for callid, call in self._calls.items() if is_gone(call)]
        effects: list[Effect] = []
        for callid in gone:
            del self._calls[callid]
            effects += self._cards.close(callid)
            self._cards.forget(callid)
            self._own_calls.forget(callid)
        return effects

    def decorate(self, callid: str, **changes: object) -> list[Effect]:
        """Fill in what was looked up for a card (name, tag, note, past)."""
        return [*self._cards.decorate(callid, **changes)]

    def expect_wrap_up(self, expected: bool) -> None:
        """Where it is expected, the card of an own call that is over waits a moment for it."""
        self._cards.wraps_up = expected

    def wrap_up(self, callid: str, until: float, now: float) -> list[Effect]:
        """The call's wrap-up lasts until then; 0: it is over."""
        return [*self._cards.wrap_up(callid, until, now)]

    def limit_pause(self, until: float) -> list[Effect]:
        """The time for own pause is used up then."""
        self.own.limit(until)
        return [AgentChanged(self.own.own, self.own.pause)]

    def clock_set(self, seconds: float) -> None:
        """This computer's clock was set by so much: what is planned keeps its distance."""
        self._cards.clock_set(seconds)
        self._own_calls.clock_set(seconds)
        self._rang_at = {extension: at + seconds for extension, at in self._rang_at.items()}
        self._dialled_at += seconds
        self._pulls.clock_set(seconds)
        self._recent.clock_set(seconds)
        self.own.clock_set(seconds)

    def want_record(self, callid: str, now: float, near: float) -> None:
        """A call of an earlier run has no record yet."""
        self._pulls.want(callid, CUT_OFF_DELAYS_S, now, near)
