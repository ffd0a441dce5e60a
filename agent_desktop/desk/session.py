"""The desk's heart: events in, decisions out. Pure: time comes in as an argument, what to do leaves as effects.

Calls are merged (see telephony.call), cards follow from the merged call (see telephony.screen_pop); here is only what
needs memory and a clock: which cards are open, when they close, what to ask the PBX for, and the calls that the PBX
forgot to announce or to name ("unnamed" calls, whose callid is our own).
"""

from collections import OrderedDict
from dataclasses import replace

from agent_desktop.desk.effects import (
    AskStatus,
    Effect,
    PullCall,
    PullRecent,
    SaveCall,
    StatusHeard,
)
from agent_desktop.desk.open_cards import OpenCard, OpenCards
from agent_desktop.desk.own_status import OwnStatus
from agent_desktop.desk.pulls import CUT_OFF_DELAYS_S, ENDED_DELAYS_S, PullPlan
from agent_desktop.desk.updates import AgentChanged
from agent_desktop.telephony.agent import StatusSource
from agent_desktop.telephony.call import Call, Rank
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

UNNAMED = "?"
"""How the callid of a call begins that the PBX gave none: the number, or the callid, is not known yet."""

UNANNOUNCED_AFTER_S = 2.0
"""An own extension that rings this long without a call being announced gets a pop all the same."""

RECENT_DELAYS_S = (0.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 120.0, 300.0)
"""When to look through today's records for the number of an unnamed call, counted from its start."""

SAME_CALL_WITHIN_S = 300.0
"""A record may start this long before or after the moment at which the desk saw its unnamed call."""


class Session:
    """Events, statuses and time in; effects out."""

    CALLS_KEPT = 2000

    def __init__(self, interest: Interest, own: OwnStatus, linger_s: float, polling: bool = False) -> None:
        self.own = own
        self._polling = polling
        self._calls: OrderedDict[str, Call] = OrderedDict()
        self._cards = OpenCards(interest, linger_s)
        self._pulls = PullPlan()
        self._ring_seen_at: float | None = None
        self._dialled_at = float("-inf")
        self._unnamed = 0

    def configure(self, interest: Interest, linger_s: float, polling: bool) -> None:
        """New settings; what is open stays open."""
        self._cards.interest, self._cards.linger_s, self._polling = interest, linger_s, polling

    @property
    def _interest(self) -> Interest:
        return self._cards.interest

    def cards(self) -> tuple[Card, ...]:
        """The open cards, oldest first."""
        return tuple(held.card for held in self._cards)

    def call(self, callid: str) -> Call | None:
        """A call heard of lately."""
        return self._calls.get(callid)

    def concerns(self, record: CallReported) -> bool:
        """True where the record may matter to a card, or belongs to a call heard of lately."""
        return record.callid in self._calls or record.extension in self._interest.extensions

    def restore(self, call: Call, now: float) -> tuple[Effect, ...]:
        """A call of an earlier run that may still go on."""
        self._remember(call)
        return tuple(self._cards.follow(call, now))

    def talking_to(self, extension: str) -> Call | None:
        """The call that an extension is ringing for or talking in, as far as is known."""
        for call in reversed(self._calls.values()):
            if not call.is_over and (call.answered_by or call.extension) == extension:
                return call
        return None

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
        outcome = self.own.hear(extension, status, source, now)
        effects: list[Effect] = [StatusHeard(extension)]
        if outcome.own_changed:
            effects.append(AgentChanged(self.own.own, self.own.pause))
        if extension in self._interest.extensions:
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
        effects: list[Effect] = [SaveCall(call)]
        effects += self._absorb_unnamed(call, now)
        effects += self._cards.follow(call, now, received_ns)
        return tuple(effects)

    def _remember(self, call: Call) -> None:
        self._calls[call.callid] = call
        self._calls.move_to_end(call.callid)
        while len(self._calls) > self.CALLS_KEPT:
            forgotten, _ = self._calls.popitem(last=False)
            self._cards.forget(forgotten)

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
        return tuple(self._open_unnamed(replace(event, callid=self._new_callid()), now, received_ns))

    def _new_callid(self) -> str:
        self._unnamed += 1
        return f"{UNNAMED}{self._unnamed}"

    def _open_unnamed(self, event: CallRinging | CallAnswered, now: float, received_ns: int = 0) -> list[Effect]:
        call = Call.of(event, now)
        self._remember(call)
        return [*self._cards.follow(call, now, received_ns)]

    def _follow_phone(self, extension: str, status: str, now: float) -> list[Effect]:
        serving = self._cards.serving(extension)
        if status in ("ring", "talk"):
            for held in serving:
                held.idle_since = None
            if self._polling and all(held.card.callid.startswith(UNNAMED) for held in serving):
                return self._follow_polled(extension, status, now)
            if not serving and status == "ring" and self._ring_seen_at is None:
                self._ring_seen_at = now
            return []
        self._ring_seen_at = None
        effects: list[Effect] = []
        for held in serving:
            if held.card.callid.startswith(UNNAMED):
                effects += self._feed_unnamed(held, CallEnded(held.card.callid), now)
            elif held.idle_since is None:
                held.idle_since = now
        return effects

    def _follow_polled(self, extension: str, status: str, now: float) -> list[Effect]:
        direction = "outbound" if now - self._dialled_at < 60 else "inbound"
        event = CallRinging if status == "ring" else CallAnswered
        for held in self._cards.serving(extension):
            return self._feed_unnamed(held, event(held.card.callid, held.card.direction, extension), now)
        return self._open_unnamed(event(self._new_callid(), direction, extension), now)  # type: ignore[arg-type]

    def _feed_unnamed(self, held: OpenCard, event: CallEvent, now: float) -> list[Effect]:
        call = self._calls.get(event.callid, Call.of(event, now)).merge(Call.of(event, now))
        self._remember(call)
        return [*self._cards.show(held, call, card_state(call, self._interest) or CardState.LOST, now)]

    def _absorb_unnamed(self, call: Call, now: float) -> list[Effect]:
        """A call with a callid explains an unnamed card of its extension: the number fills in, or it replaces it."""
        for held in self._cards:
            card = held.card
            if not card.callid.startswith(UNNAMED) or not self._explains(call, held):
                continue
            if opens_card(card_state(call, self._interest)):
                return [*self._cards.close(card.callid)]
            facts = {name: fact for name, fact in call.facts.items() if name != "status" or call.is_over}
            known = Call(card.callid, call.seen_at, call.ended_at, call.abandoned, {}, facts)
            merged = self._calls.get(card.callid, known).merge(known)
            self._remember(merged)
            state = card_state(merged, self._interest) or card.state
            return [*self._cards.show(held, merged, state, now)]
        return []

    def _explains(self, call: Call, held: OpenCard) -> bool:
        card = held.card
        if card.extension not in (call.extension, *call.legs):
            return False
        if abs(call.started - held.opened_at) > SAME_CALL_WITHIN_S:
            return False
        recording = self._calls.get(card.callid)
        explained = recording is not None and any(rank >= Rank.REPORT for rank, _ in recording.facts.values())
        return not explained and (not card.number or card.number == call.number)

    # Time.

    def tick(self, now: float) -> tuple[Effect, ...]:
        """Do what is due."""
        effects: list[Effect] = []
        for held in self._cards:
            effects += self._tick_card(held, now)
        if self._ring_seen_at is not None and now - self._ring_seen_at >= UNANNOUNCED_AFTER_S:
            effects += self._announce(now)
        ask, changed = self.own.tick(now)
        if ask:
            effects.append(AskStatus())
        if changed:
            effects.append(AgentChanged(self.own.own, self.own.pause))
        effects += [PullCall(callid, near) for callid, near in self._pulls.due(now)]
        return tuple(effects)

    def _announce(self, now: float) -> list[Effect]:
        self._ring_seen_at = None
        extension = self.own.extension
        if now - self._dialled_at < 60 or self._cards.serving(extension):
            return []
        return self._open_unnamed(CallRinging(self._new_callid(), "inbound", extension), now)

    def _tick_card(self, held: OpenCard, now: float) -> list[Effect]:
        card = held.card
        if held.closes_at is not None:
            return [*self._cards.close(card.callid)] if now >= held.closes_at else []
        if held.is_lost(now):
            call = self._calls.get(card.callid)
            if call is None:
                return [*self._cards.close(card.callid)]
            if not card.callid.startswith(UNNAMED):
                self._pulls.want(card.callid, CUT_OFF_DELAYS_S, now, call.started)
            return [*self._cards.show(held, call, CardState.LOST, now)]
        due = self._recent_due(held)
        if due is not None and now >= due:
            held.looked += 1
            return [PullRecent()]
        return []

    def _recent_due(self, held: OpenCard) -> float | None:
        if held.card.number or not held.card.callid.startswith(UNNAMED) or held.looked >= len(RECENT_DELAYS_S):
            return None
        return held.opened_at + RECENT_DELAYS_S[held.looked]

    def next_due(self) -> float | None:
        """When `tick` has something to do."""
        times = [self._pulls.next_due(), self.own.next_due()]
        if self._ring_seen_at is not None:
            times.append(self._ring_seen_at + UNANNOUNCED_AFTER_S)
        for held in self._cards:
            times.append(held.closes_at)
            if held.closes_at is None:
                times += [self._recent_due(held), *held.lost_times()]
        return min((time for time in times if time is not None), default=None)

    def dismiss(self, callid: str) -> list[Effect]:
        """The agent closed the card."""
        return [*self._cards.dismiss(callid)]

    def decorate(self, callid: str, **changes: object) -> list[Effect]:
        """Fill in what was looked up for a card (name, tag, note, past)."""
        return [*self._cards.decorate(callid, **changes)]

    def clock_set(self, seconds: float) -> None:
        """This computer's clock was set by so much: what is planned keeps its distance."""
        self._cards.clock_set(seconds)
        if self._ring_seen_at is not None:
            self._ring_seen_at += seconds
        self._pulls.clock_set(seconds)
        self.own.clock_set(seconds)

    def want_record(self, callid: str, now: float, near: float) -> None:
        """A call of an earlier run has no record yet."""
        self._pulls.want(callid, CUT_OFF_DELAYS_S, now, near)
