"""What the session decides, as values: whoever holds it carries them out."""

from dataclasses import dataclass

from agent_desktop.desk.updates import AgentChanged, CardClosed, CardShown, OwnCallChanged
from agent_desktop.telephony.call import Call


@dataclass(frozen=True, slots=True)
class SaveCall:
    """The call is new or known better: keep it, and tell the history."""

    call: Call


@dataclass(frozen=True, slots=True)
class PullCall:
    """Ask the REST API for this call's record. `near` is about when it took place (epoch seconds)."""

    callid: str
    near: float


@dataclass(frozen=True, slots=True)
class PullRecent:
    """Ask the REST API for today's records: a call is on the screen whose number is not known."""


@dataclass(frozen=True, slots=True)
class AskStatus:
    """Ask the status API for own extensions."""


@dataclass(frozen=True, slots=True)
class StatusHeard:
    """Some extension's status was heard: the team list may show it."""

    extension: str


Effect = (
    SaveCall | PullCall | PullRecent | AskStatus | StatusHeard | CardShown | CardClosed | OwnCallChanged | AgentChanged
)
