"""Call-backs: which customers nobody has spoken with since they called in vain. Pure: derived from the calls alone.

A call-back follows from the merged calls with a number and from what the agent planned for it, so that it depends
neither on the order in which events arrived nor on how often they came.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf

from agent_desktop.telephony.call import ANSWERED, Call
from agent_desktop.telephony.events import Direction


class Scope(StrEnum):
    """Whose missed calls become call-backs: those that rang own extensions, those of own queues too, or everyone's."""

    MINE = "mine"
    QUEUES = "queues"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Claim:
    """Which missed calls are this desk's to call back."""

    scope: Scope
    extensions: frozenset[str]
    queues: frozenset[str] = frozenset()

    def covers(self, call: Call) -> bool:
        """True for a call that is ours to call back where it was missed."""
        if self.scope is Scope.ALL or call.extension in self.extensions:
            return True
        if self.scope is Scope.QUEUES and call.queue in self.queues:
            return True
        return not self.extensions.isdisjoint(call.legs)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the agent added to a number. Times are seconds since the epoch, 0 is "not".

    `added_at` is when it was put on the list by hand, `changed_at` when anything of it was last changed, `told_at` when
    the agent was last told that it is due.
    """

    number: str = ""
    added_at: float = 0.0
    due_at: float = 0.0
    snoozed_until: float = 0.0
    note: str = ""
    changed_at: float = 0.0
    done_at: float = 0.0
    told_at: float = 0.0

    @property
    def is_open(self) -> bool:
        """True until it is done, as far as the agent says."""
        return self.changed_at > self.done_at


@dataclass(frozen=True, slots=True)
class CallBack:
    """A customer to call back, or one who was (`closed_at`). Times are seconds since the epoch, 0 is "not".

    `missed` counts the calls in vain since someone last spoke with them, `callid` is the last of them; `attempts` are
    calls of ours that were not answered. `closed_through` is the direction of the call that closed it, "" where the
    agent said that it is done.
    """

    canonical: str
    number: str
    name: str = ""
    missed: int = 0
    first_at: float = 0.0
    last_at: float = 0.0
    callid: str = ""
    queue: str = ""
    did: str = ""
    waited_s: int | None = None
    attempts: int = 0
    tried_at: float = 0.0
    due_at: float = 0.0
    snoozed_until: float = 0.0
    note: str = ""
    told_at: float = 0.0
    closed_at: float = 0.0
    closed_by: str = ""
    closed_through: Direction = ""

    @property
    def is_open(self) -> bool:
        """True while the customer waits."""
        return not self.closed_at

    @property
    def wakes_at(self) -> float:
        """When the agent wanted to be reminded, or 0."""
        return max(self.due_at, self.snoozed_until)

    @property
    def place(self) -> float:
        """What the list is sorted by: when it is due, else since when the customer waits."""
        return self.wakes_at or self.first_at

    def is_snoozed(self, now: float) -> bool:
        """True while it is put off."""
        return self.is_open and self.snoozed_until > now

    def is_due(self, now: float) -> bool:
        """True where it is to be called now."""
        return self.is_open and self.wakes_at <= now

    def is_untold(self, now: float) -> bool:
        """True where its time has come and the agent was not told yet."""
        return self.told_at < self.wakes_at and self.is_due(now)


def in_order(calls: Sequence[Call], arrived: Mapping[str, int]) -> tuple[Call, ...]:
    """The calls with a number, none later than one that was heard of after it: this computer's clock may have been set
    back between them. `arrived` orders them by callid; who is not in it stays, and so does what the PBX says of times.
    """
    known = sorted((call for call in calls if call.callid in arrived), key=lambda call: -arrived[call.callid])
    moved: dict[str, Call] = {}
    next_seen = next_began = inf
    for call in known:
        # A record may tell of a call late; one that was heard of by an earlier clock was so after it was set back.
        if call.seen_at > next_seen + 1 and not call.is_dated:
            call = moved[call.callid] = _moved(call, next_began - 1 - call.seen_at)
        next_seen, next_began = min(next_seen, call.seen_at), min(next_began, call.started)
    return tuple(moved.get(call.callid, call) for call in calls)


def _moved(call: Call, seconds: float) -> Call:
    ended_at = None if call.ended_at is None else call.ended_at + seconds
    return replace(call, seen_at=call.seen_at + seconds, ended_at=ended_at)


def is_unanswered(call: Call) -> bool:
    """True for a customer's call that is over and that nobody answered."""
    return call.direction == "inbound" and call.is_over and call.status != ANSWERED


def call_back(
    canonical: str, calls: Iterable[Call], plan: Plan, claim: Claim, since: float = 0.0, name: str = ""
) -> CallBack | None:
    """What the calls with a number amount to; None where nobody has to be called back, and nobody was.

    Calls that began before `since` are not missed any more, unless the agent has planned something for them.
    """
    ordered = sorted(calls, key=lambda call: (call.started, call.callid))
    answered = [call for call in ordered if call.was_answered]
    oldest = 0.0 if plan.is_open else since
    missed = [call for call in ordered if call.started >= oldest and is_unanswered(call) and claim.covers(call)]
    last_at = max(plan.added_at, missed[-1].started if missed else 0.0)
    if not last_at:
        return None
    closings = [call.started for call in answered] + ([plan.done_at] if plan.done_at else [])
    # Records know whole seconds, live events more: who was reached within the same second was reached.
    began = max((at for at in closings if int(at) < int(last_at)), default=0.0)
    closed_at = min((at for at in closings if int(at) >= int(last_at)), default=0.0)
    missed = [call for call in missed if int(call.started) > int(began)]
    first_at = missed[0].started if missed else plan.added_at
    tried = [call for call in ordered if _is_attempt(call) and call.started >= int(first_at)]
    closer = next((call for call in answered if call.started == closed_at), None)
    planned = plan if plan.changed_at > began else Plan()
    return CallBack(
        canonical,
        ordered[-1].number if ordered else plan.number,
        name,
        len(missed),
        first_at,
        last_at,
        missed[-1].callid if missed else "",
        _last(missed, "queue"),
        _last(missed, "did"),
        waited(missed[-1]) if missed else None,
        len(tried),
        tried[-1].started if tried else 0.0,
        planned.due_at,
        # Who calls again in vain meanwhile is not put off any longer.
        planned.snoozed_until if last_at <= planned.changed_at else 0.0,
        planned.note,
        planned.told_at,
        closed_at,
        closer.extension if closer is not None else "",
        closer.direction if closer is not None else "",
    )


def _is_attempt(call: Call) -> bool:
    return call.direction == "outbound" and call.is_over and not call.was_answered


def _last(calls: Sequence[Call], fact: str) -> str:
    return next((text for call in reversed(calls) if (text := getattr(call, fact))), "")


def waited(call: Call) -> int | None:
    """How long the caller of a missed call waited, in seconds, as far as is known."""
    if call.hold_s is not None:
        return call.hold_s
    if call.duration_s is not None:
        return call.duration_s
    return None if call.ended_at is None else max(0, int(call.ended_at - call.seen_at))
