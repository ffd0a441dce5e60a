"""The missed-pop audit: calls that rang this desk against pops painted, and why those differ. Pure."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from agent_desktop.telephony.call import Call, CallRecord, Leg

HANDED_OVER_S = 2.0
"""A program that ends, or a listener that closes, this soon after a call's first event may not have shown it."""
UNNAMED_BEFORE_S = 5.0
UNNAMED_AFTER_S = 30.0
"""A pop that could not name its call was painted this long before it began, or after it ended, at most."""
LATE_S = 1.0


class Outcome(StrEnum):
    """What became of a card that has no latency receipt. The last two were painted all the same."""

    OFF = "off"
    QUIET = "quiet"
    UNDISTURBED = "undisturbed"
    NOTIFIED = "notified"
    FOLDED = "folded"
    DISMISSED = "dismissed"
    RESTORED = "restored"
    UNNAMED = "unnamed"


class Why(StrEnum):
    """Why a call that rang had no pop; the first ones are outcomes of its card."""

    OFF = "off"
    QUIET = "quiet"
    UNDISTURBED = "undisturbed"
    NOTIFIED = "notified"
    FOLDED = "folded"
    DISMISSED = "dismissed"
    NOT_RUNNING = "not_running"
    CLOSED = "closed"
    ENDED = "ended"
    NOT_POLLED = "not_polled"
    NOT_SENT = "not_sent"
    ONLY_ITS_END = "only_its_end"
    LATE = "late"
    UNKNOWN = "unknown"


class SpanKind(StrEnum):
    """PROGRAM: it ran, and the computer was awake; the others: how it heard of calls."""

    PROGRAM = "program"
    WEBHOOK = "webhook"
    POLL = "poll"


@dataclass(frozen=True, slots=True)
class Span:
    """Something lasted from then to then (epoch seconds)."""

    kind: SpanKind
    began: float
    ended: float

    def holds(self, at: float) -> bool:
        """True where it lasted at this time."""
        return self.began <= at <= self.ended


@dataclass(frozen=True, slots=True)
class Ringing:
    """A call that rang this desk. `call` is what its events told, None where its pop has a receipt."""

    record: CallRecord
    name: str = ""
    call: Call | None = None
    outcome: Outcome | None = None
    after_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class MissedPop:
    """A call that rang and had no pop. `after_ms` is how soon its card went, where it was there."""

    record: CallRecord
    name: str
    why: Why
    after_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Audit:
    """`is_cut_off` says that only the latest calls were looked at."""

    rang: int = 0
    popped: int = 0
    missed: tuple[MissedPop, ...] = field(default=())
    is_cut_off: bool = False


def audit(
    ringing: Iterable[Ringing],
    extensions: Sequence[str],
    spans: Sequence[Span],
    painted_unnamed: Sequence[float],
    is_cut_off: bool = False,
) -> Audit:
    """Each call with a pop, or with the reason why it had none."""
    rang, missed = 0, []
    unnamed = sorted(painted_unnamed)
    for one in ringing:
        rang += 1
        if one.call is None or one.outcome is Outcome.RESTORED or _take_unnamed(one, unnamed):
            continue
        missed.append(MissedPop(one.record, one.name, _why(one, one.call, extensions, spans), one.after_ms))
    return Audit(rang, rang - len(missed), tuple(missed), is_cut_off)


def _take_unnamed(one: Ringing, unnamed: list[float]) -> bool:
    """A pop that could not name its call explains one call. `unnamed` is sorted."""
    began = one.record.started - UNNAMED_BEFORE_S
    ended = one.record.started + (one.record.duration_s or 0) + UNNAMED_AFTER_S
    place = bisect_left(unnamed, began)
    is_found = place < len(unnamed) and unnamed[place] <= ended
    if is_found:
        del unnamed[place]
    return is_found


def _why(one: Ringing, call: Call, extensions: Sequence[str], spans: Sequence[Span]) -> Why:
    if one.outcome is not None:
        return Why(one.outcome.value)
    heard = [at for extension in extensions if (leg := call.legs.get(extension)) for at in _times(leg)]
    return _why_unheard(call, spans) if not heard else _why_heard(call, min(heard), spans)


def _times(leg: Leg) -> list[float]:
    return [at for at in (leg.rang_at, leg.answered_at, leg.missed_at) if at is not None]


def _why_unheard(call: Call, spans: Sequence[Span]) -> Why:
    """No event told that it rang here: the PBX's records do."""
    present = {span.kind for span in spans if span.holds(call.started)}
    if SpanKind.PROGRAM not in present:
        return Why.NOT_RUNNING
    if SpanKind.POLL in present:
        return Why.NOT_POLLED
    if SpanKind.WEBHOOK not in present:
        return Why.CLOSED
    return Why.ONLY_ITS_END if call.ended_at is not None else Why.NOT_SENT


def _why_heard(call: Call, heard_at: float, spans: Sequence[Span]) -> Why:
    if any(span.kind is SpanKind.PROGRAM and heard_at <= span.ended <= heard_at + HANDED_OVER_S for span in spans):
        return Why.ENDED
    over = [] if call.ended_at is None else [call.ended_at]
    if call.is_reported and call.duration_s is not None:
        over.append(call.started + call.duration_s + LATE_S)
    return Why.LATE if over and heard_at >= min(over) else Why.UNKNOWN
