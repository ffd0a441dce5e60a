"""A call: the merge of its events, whatever their order, however often they came, wherever they were cut off.

`Call` is a join-semilattice: `merge` is commutative, associative and idempotent, so the same events give the same call
in any order. Every fact is kept with the rank of who said it, and the better statement wins; times keep their extremes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import cast

from agent_desktop.telephony.events import (
    WITHHELD,
    AgentNoAnswer,
    CallAbandoned,
    CallAnswered,
    CallEnded,
    CallEvent,
    CallReported,
    CallRinging,
    Direction,
)

ANSWERED = "ANSWER"
NO_ANSWER = "NOANSWER"
ABANDONED = "ABANDON"
RINGING = "RINGING"
ENDED = "ENDED"

FAILURES = frozenset({NO_ANSWER, ABANDONED, "BUSY", "CANCEL", "FAILED", "CONGESTION"})
"""The words for a call in which nobody spoke. PBXs have more words than these for one that was answered."""

UNNAMED = "?"
"""How a callid begins that is this desk's own: of such a call only what its own phone did is known."""

REPEAT_WINDOW_S = 15.0
"""A RINGING that comes again within this is a repeat of the first (seen about 5 s later), not a second ringing."""


REUSED_AFTER_S = 2 * 24 * 3600.0
"""Records of one call do not tell starts so far apart: the PBX gave its id to another call."""


class Rank(IntEnum):
    """Who states a fact; the higher wins. A cut-off record may end inside a value, so it comes last."""

    CUT_OFF = 0
    LIVE = 1
    REPORT = 2
    API = 3


Fact = tuple[int, str | float]
"""A statement: (rank, value)."""


def _preference(name: str, fact: Fact) -> tuple[int, int, float, str]:
    rank, value = fact
    if isinstance(value, str):
        known = 0 if value == WITHHELD else 1
        if name == "status":
            known = 2 if value == ANSWERED else 1
        return (rank, known, len(value), value)
    # The earliest start and the longest duration: several legs of a call are reported apart.
    return (rank, 1, -value if name == "started" else value, "")


def _earliest(a: float | None, b: float | None) -> float | None:
    return b if a is None else a if b is None else min(a, b)


def _latest(a: float | None, b: float | None) -> float | None:
    return b if a is None else a if b is None else max(a, b)


@dataclass(frozen=True, slots=True)
class Leg:
    """One extension's part in a call. Times are seconds since the epoch; None is "not heard of"."""

    rang_at: float | None = None
    rang_last: float | None = None
    answered_at: float | None = None
    missed_at: float | None = None
    answered_last: float | None = None

    @property
    def took_at(self) -> float | None:
        """When it last took the call. An ANSWER soon after the first is a repeat; later, the call had come back."""
        first, last = self.answered_at, self.answered_last
        return first if first is None or last is None or last <= first + REPEAT_WINDOW_S else last

    @property
    def is_ringing(self) -> bool:
        """True where it rang, and was not said to have been missed since."""
        return self.rang_last is not None and (self.missed_at is None or self.rang_last > self.missed_at)

    def merge(self, other: "Leg") -> "Leg":
        """Both together."""
        return Leg(
            _earliest(self.rang_at, other.rang_at),
            _latest(self.rang_last, other.rang_last),
            _earliest(self.answered_at, other.answered_at),
            _latest(self.missed_at, other.missed_at),
            _latest(self.answered_last, other.answered_last),
        )


def is_missed(status: str, direction: Direction) -> bool:
    """True for a call of a customer that nobody answered."""
    return direction != "outbound" and status not in (ANSWERED, RINGING, ENDED, "")


@dataclass(frozen=True, slots=True)
class CallRecord:
    """A call as a row of the history: plain values, "" and None where unknown. Times in seconds since the epoch."""

    callid: str
    started: float
    direction: Direction = ""
    number: str = ""
    extension: str = ""
    queue: str = ""
    did: str = ""
    status: str = ""
    duration_s: int | None = None
    talk_s: int | None = None
    hold_s: int | None = None
    recording_url: str = ""

    @property
    def is_missed(self) -> bool:
        """True for a call of a customer that nobody answered."""
        return is_missed(self.status, self.direction)

    @property
    def wait_s(self) -> int | None:
        """Seconds before someone answered: in the queue, else while it rang."""
        if self.hold_s is not None:
            return self.hold_s
        if self.duration_s is None or self.talk_s is None:
            return None
        return max(0, self.duration_s - self.talk_s)


@dataclass(frozen=True, slots=True)
class Call:
    """What is known of one call: `Call.of` builds it, `merge` combines. `seen_at` is when it was first heard of."""

    callid: str
    seen_at: float
    ended_at: float | None = None
    abandoned: bool = False
    legs: Mapping[str, Leg] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @classmethod
    def of(cls, event: CallEvent, at: float) -> "Call":
        """The call as one event tells it, received at `at` (seconds since the epoch)."""
        match event:
            case CallRinging():
                leg = Leg(rang_at=at, rang_last=at)
                return cls(event.callid, at, legs=_legs(event.extension, leg), facts=_facts(event, Rank.LIVE))
            case CallAnswered():
                leg = Leg(answered_at=at, answered_last=at)
                return cls(event.callid, at, legs=_legs(event.extension, leg), facts=_facts(event, Rank.LIVE))
            case CallEnded():
                return cls(event.callid, at, ended_at=at)
            case CallReported():
                rank = Rank.CUT_OFF if not event.complete else Rank.API if event.from_api else Rank.REPORT
                return cls(event.callid, at, facts=_facts(event, rank))
            case CallAbandoned():
                return cls(event.callid, at, ended_at=at, abandoned=True, facts=_facts(event, Rank.LIVE))
            case AgentNoAnswer():
                facts = _facts(event, Rank.LIVE)
                facts.pop("extension", None)
                return cls(event.callid, at, legs=_legs(event.extension, Leg(missed_at=at)), facts=facts)

    @classmethod
    def from_events(cls, events: Iterable[tuple[CallEvent, float]]) -> "Call":
        """The merge of at least one event."""
        calls = [cls.of(event, at) for event, at in events]
        merged = calls[0]
        for call in calls[1:]:
            merged = merged.merge(call)
        return merged

    def merge(self, other: "Call") -> "Call":
        """Both together. Raises ValueError for two different calls."""
        if self.callid != other.callid:
            raise ValueError("two different calls cannot be merged")
        legs = dict(self.legs)
        for extension, leg in other.legs.items():
            mine = legs.get(extension)
            legs[extension] = leg if mine is None else mine.merge(leg)
        facts = dict(self.facts)
        for name, fact in other.facts.items():
            held = facts.get(name)
            if held is None or (held != fact and _preference(name, fact) > _preference(name, held)):
                facts[name] = fact
        return Call(
            self.callid,
            min(self.seen_at, other.seen_at),
            _earliest(self.ended_at, other.ended_at),
            self.abandoned or other.abandoned,
            legs,
            facts,
        )

    def is_another(self, other: "Call") -> bool:
        """True where two calls of the same id are not the same call."""
        starts = [call.facts.get("started", (Rank.CUT_OFF, 0.0)) for call in (self, other)]
        if any(rank < Rank.REPORT for rank, _ in starts):
            return False
        mine, theirs = (cast(float, value) for _, value in starts)
        return abs(mine - theirs) > REUSED_AFTER_S

    def _text(self, name: str) -> str:
        fact = self.facts.get(name)
        return "" if fact is None else cast(str, fact[1])

    def _figure(self, name: str) -> float | None:
        fact = self.facts.get(name)
        return None if fact is None else cast(float, fact[1])

    def _seconds(self, name: str) -> int | None:
        figure = self._figure(name)
        return None if figure is None else int(figure)

    @property
    def number(self) -> str:
        """The customer's number as the PBX gave it, WITHHELD, or ""."""
        return self._text("number")

    @property
    def direction(self) -> Direction:
        """`inbound`, `outbound` or ""."""
        return cast(Direction, self._text("direction"))

    @property
    def queue(self) -> str:
        """The queue's number or name, or ""."""
        return self._text("queue")

    @property
    def did(self) -> str:
        """The number the customer called, or ""."""
        return self._text("did")

    @property
    def recording_url(self) -> str:
        """Where the recording lies, or ""."""
        return self._text("recording_url")

    @property
    def started(self) -> float:
        """When it began: the record's word if there is one, else when it was first heard of."""
        reported = self._figure("started")
        return self.seen_at if reported is None else reported

    @property
    def is_dated(self) -> bool:
        """True where a record says when it began."""
        return "started" in self.facts

    @property
    def answered_at(self) -> float | None:
        """When anyone first answered, as far as live events told."""
        return min((leg.answered_at for leg in self.legs.values() if leg.answered_at is not None), default=None)

    @property
    def answered_by(self) -> str:
        """The extension that answered last (after a transfer: the one that has the call), or ""."""
        answers = [(took_at, ext) for ext, leg in self.legs.items() if (took_at := leg.took_at) is not None]
        if answers:
            return max(answers)[1]
        return self._text("extension") if self.is_reported and self.was_answered else ""

    @property
    def reported_status(self) -> str:
        """The status word of the call's complete record, or "" while there is none."""
        fact = self.facts.get("status")
        return "" if fact is None or fact[0] < Rank.REPORT else cast(str, fact[1])

    @property
    def is_reported(self) -> bool:
        """True once a complete record is known."""
        return any(rank >= Rank.REPORT for rank, _ in self.facts.values())

    @property
    def is_unnamed(self) -> bool:
        """True where the PBX did not tell which of its calls it is, so that no event of it can arrive."""
        return self.callid.startswith(UNNAMED)

    @property
    def is_over(self) -> bool:
        """True once the call was hung up, abandoned or reported; nothing that comes later reopens it."""
        return self.ended_at is not None or self.abandoned or self.is_reported

    @property
    def was_answered(self) -> bool:
        """True where someone spoke, as far as is known."""
        return self.status == ANSWERED

    @property
    def status(self) -> str:
        """ANSWER, NOANSWER, ABANDON, BUSY … as the record says, or as the live events amount to.

        A record's word that is not known (COMPLETED, TRANSFER …) means ANSWER where someone spoke, else itself.
        """
        if word := self.reported_status:
            spoke = (self.talk_s or 0) > 0 or self.answered_at is not None
            return ANSWERED if spoke and word not in FAILURES else word
        if self.abandoned:
            return ABANDONED
        if self.answered_at is not None:
            return ANSWERED
        if not self.is_over and any(leg.is_ringing for leg in self.legs.values()):
            return RINGING
        if any(leg.missed_at is not None for leg in self.legs.values()):
            return NO_ANSWER
        # A cut-off record's word is better than none once nothing else speaks for the call.
        return self._text("status") or (ENDED if self.is_over else "")

    @property
    def extension(self) -> str:
        """The extension the call belongs to: the record's, else whoever answered last, else the first that rang."""
        fact = self.facts.get("extension")
        if fact is not None and fact[0] >= Rank.REPORT:
            return cast(str, fact[1])
        if self.answered_by:
            return self.answered_by
        rang = [(leg.rang_at, ext) for ext, leg in self.legs.items() if leg.rang_at is not None]
        if rang:
            return min(rang)[1]
        return min(self.legs, default=self._text("extension"))

    @property
    def duration_s(self) -> int | None:
        """Ringing and talking together, in seconds."""
        return self._seconds("duration_s")

    @property
    def talk_s(self) -> int | None:
        """Seconds of talk."""
        return self._seconds("talk_s")

    @property
    def hold_s(self) -> int | None:
        """Seconds the caller waited in the queue."""
        return self._seconds("hold_s")

    def record(self) -> CallRecord:
        """The call as a row."""
        return CallRecord(
            self.callid,
            self.started,
            self.direction,
            self.number,
            self.extension,
            self.queue,
            self.did,
            self.status,
            self.duration_s,
            self.talk_s,
            self.hold_s,
            self.recording_url,
        )


_FACTS = (
    "direction",
    "extension",
    "number",
    "queue",
    "did",
    "started",
    "status",
    "duration_s",
    "talk_s",
    "hold_s",
    "recording_url",
)


def _facts(event: CallEvent, rank: Rank) -> dict[str, Fact]:
    stated = ((name, getattr(event, name, None)) for name in _FACTS)
    return {name: (int(rank), value) for name, value in stated if value is not None and value != ""}


def _legs(extension: str, leg: Leg) -> dict[str, Leg]:
    return {extension: leg} if extension else {}
