"""An agent's real-time status, with its age and its source, and the state of a pause that was asked for."""

from dataclasses import dataclass
from enum import StrEnum

CLOCK_SET_BACK_S = 60.0
"""A statement that seems older than the last one by more than this is newer: the computer's clock was set back."""

STALE_AFTER_S = 180.0
"""A status older than this, with nothing newer heard on the feed, is shown as stale: dashed, with its age."""


WRAP_UP = "Wrap-up"
"""The reason of the pause that this desk itself asks for after a call."""
AWAY = "Away"
"""The reason of the pause that this desk itself asks for while the screen is locked."""


class StatusSource(StrEnum):
    """Who said so."""

    WEBHOOK = "webhook"
    API = "api"


class PausePhase(StrEnum):
    """Where a pause or unpause that this desk asked for stands."""

    NONE = "none"
    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class AgentStatus:
    """`status` is `off on pause ring talk`, a word as it came, or "" when nothing was heard yet.

    `since` is when the status began, 0 where that is not known; `confirmed_at` when the PBX last said that it holds.
    Both are seconds since the epoch, by this computer's clock.
    """

    extension: str
    status: str = ""
    source: StatusSource | None = None
    since: float = 0.0
    confirmed_at: float = 0.0

    def age(self, now: float) -> float:
        """Seconds since the PBX last confirmed it."""
        return max(0.0, now - self.confirmed_at)

    def is_stale(self, now: float) -> bool:
        """True where the status must not be shown as a fact."""
        return not self.status or self.age(now) > STALE_AFTER_S

    def heard(self, status: str, source: StatusSource, now: float) -> "AgentStatus":
        """The same agent after the PBX said `status` at `now`; an older statement changes nothing."""
        if self.confirmed_at - CLOCK_SET_BACK_S < now < self.confirmed_at:
            return self
        # The first answer of the API tells that it is so, not since when.
        began = now if self.status or source is StatusSource.WEBHOOK else 0.0
        since = self.since if status == self.status else began
        return AgentStatus(self.extension, status, source, since, now)


@dataclass(frozen=True, slots=True)
class Pause:
    """What this desk asked of the PBX, and what came of it. `wanted` is True for a pause, False for an unpause;
    `budget_until` is when the reason's time of the day is used up (epoch seconds), 0 where it has no limit.
    """

    phase: PausePhase = PausePhase.NONE
    wanted: bool = False
    reason: str = ""
    at: float = 0.0
    refusal: str = ""
    budget_until: float = 0.0


@dataclass(frozen=True, slots=True)
class PauseReason:
    """Why an agent pauses, and for how long in a day that may be; `budget_s` 0 is without a limit."""

    name: str
    budget_s: float = 0.0

    @classmethod
    def read(cls, text: str) -> "PauseReason":
        """From the settings' notation: "Lunch", or "Lunch: 45" with minutes. What is no number belongs to the name."""
        name, colon, minutes = text.rpartition(":")
        digits = minutes.strip()
        if colon and name.strip() and digits.isascii() and digits.isdigit() and len(digits) <= 4:
            return cls(name.strip(), int(digits) * 60.0)
        return cls(text.strip())


@dataclass(frozen=True, slots=True)
class QueueMember:
    """One extension's place in one queue; `queue` is "" where the PBX does not say."""

    extension: str
    queue: str = ""
    status: str = ""


class SpyMode(StrEnum):
    """How a team lead joins a call, in the trade's words; `caller` and `callee` talk to one leg only."""

    LISTEN = "listen"
    WHISPER = "whisper"
    BARGE = "barge"
    CALLER = "caller"
    CALLEE = "callee"
