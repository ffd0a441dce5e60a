"""What the PBX tells: the events of calls and agents, in the trade's words.

Unknown text is "" and unknown figures are None, never a guess. Times are seconds since the epoch (UTC), durations
are whole seconds. An event carries no time of arrival: whoever received it says when.
"""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["inbound", "outbound", ""]

WITHHELD = "anonymous"
"""The number of a caller who hides it; other spellings are folded into this one at the edge."""


@dataclass(frozen=True, slots=True)
class CallRinging:
    """A call rings an extension (inbound), or an extension rings a customer (outbound). A webhook that was cut off may
    have left the callid "", but not the extension, too.
    """

    callid: str
    direction: Direction = ""
    extension: str = ""
    number: str = ""
    queue: str = ""
    did: str = ""


@dataclass(frozen=True, slots=True)
class CallAnswered:
    """An extension answered (inbound), or the customer did (outbound)."""

    callid: str
    direction: Direction = ""
    extension: str = ""
    number: str = ""
    queue: str = ""
    did: str = ""


@dataclass(frozen=True, slots=True)
class CallEnded:
    """The call was hung up."""

    callid: str


@dataclass(frozen=True, slots=True)
class CallReported:
    """A call data record (CDR). `complete` is False where it was cut off, `from_api` True where it was pulled."""

    callid: str
    direction: Direction = ""
    extension: str = ""
    number: str = ""
    queue: str = ""
    did: str = ""
    started: float | None = None
    status: str = ""
    duration_s: int | None = None
    talk_s: int | None = None
    hold_s: int | None = None
    recording_url: str = ""
    complete: bool = True
    from_api: bool = False


@dataclass(frozen=True, slots=True)
class CallAbandoned:
    """The caller gave up in the queue after `hold_s` seconds."""

    callid: str
    number: str = ""
    queue: str = ""
    hold_s: int | None = None
    direction: Direction = "inbound"


@dataclass(frozen=True, slots=True)
class AgentNoAnswer:
    """A queue rang an agent who did not answer. The call itself may go on."""

    callid: str
    extension: str = ""
    number: str = ""
    queue: str = ""
    direction: Direction = "inbound"


@dataclass(frozen=True, slots=True)
class AgentStatusChanged:
    """An extension's real-time status; `status` is `off on pause ring talk`, or a word as it came."""

    extension: str
    status: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A webhook that is none of the above. `reason` names the field at fault, never its content."""

    reason: str
    callid: str = ""
    extension: str = ""
    number: str = ""
    queue: str = ""
    did: str = ""
    status: str = ""


CallEvent = CallRinging | CallAnswered | CallEnded | CallReported | CallAbandoned | AgentNoAnswer
Event = CallEvent | AgentStatusChanged | Unreadable

EVENT_NAMES: dict[type[Event], str] = {
    CallRinging: "ringing",
    CallAnswered: "answered",
    CallEnded: "ended",
    CallReported: "reported",
    CallAbandoned: "abandoned",
    AgentNoAnswer: "no_answer",
    AgentStatusChanged: "agent_status",
    Unreadable: "unreadable",
}
"""An event's name on the command line and in the journal."""

STATUS_OF_EVENT: dict[type[Event], str] = {CallAbandoned: "ABANDON", AgentNoAnswer: "NOANSWER"}
"""The call's status in the PBX's report that is such an event."""
