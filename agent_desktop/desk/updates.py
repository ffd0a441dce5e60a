"""What the desk tells whoever watches it (the windows), as frozen values, and the port through which it is asked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, Protocol

from agent_desktop.desk.settings import Settings
from agent_desktop.telephony.agent import AgentStatus, Pause, SpyMode
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.events import Direction
from agent_desktop.telephony.history import HistoryPage, HistoryQuery
from agent_desktop.telephony.screen_pop import Card

if TYPE_CHECKING:
    from agent_desktop.desk.features import Features


class Level(StrEnum):
    """How much a notice matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to say to the user once. A later notice with the same `topic` replaces it; an empty title clears it."""

    topic: str
    level: Level
    title: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """How news arrives. `ok` is False where it does not; `detail` is a plain sentence; `webhook_url` holds the secret
    and is for the screen and the clipboard only.
    """

    kind: Literal["webhook", "poll", "none"] = "none"
    ok: bool = False
    detail: str = ""
    webhook_url: str = field(default="", repr=False)
    last_event_at: float = 0.0


@dataclass(frozen=True, slots=True)
class CardShown:
    """Show this card, or show it anew: one per callid."""

    card: Card


@dataclass(frozen=True, slots=True)
class CardClosed:
    """Take the card away."""

    callid: str


@dataclass(frozen=True, slots=True)
class OwnCallChanged:
    """What becomes of a call of an own extension, whether or not it has a card: for the desk's features, not for the
    windows. The card holds nothing that is looked up; `is_reported` once the PBX's record is in it; `was` is the id
    that it was told under before the PBX's was known, when that is news.
    """

    card: Card
    is_reported: bool = False
    was: str = ""


@dataclass(frozen=True, slots=True)
class CallChanged:
    """A call of the history is new or known better. `name` is the customer's, where known; None as a disposition says
    that this is not about it.
    """

    record: CallRecord
    name: str = ""
    note: str = ""
    disposition: str | None = None

    def after(self, earlier: "CallChanged") -> "CallChanged":
        """Both together: a name or note once known is not unlearnt."""
        disposition = earlier.disposition if self.disposition is None else self.disposition
        return CallChanged(self.record, self.name or earlier.name, self.note or earlier.note, disposition)


@dataclass(frozen=True, slots=True)
class AgentChanged:
    """Own status or pause changed."""

    status: AgentStatus
    pause: Pause


@dataclass(frozen=True, slots=True)
class TeamMember:
    """One row of the team list. `queues` are all that the extension is in; `call` is what it is talking about."""

    status: AgentStatus
    queues: tuple[str, ...] = ()
    number: str = ""
    direction: Direction = ""


@dataclass(frozen=True, slots=True)
class TeamChanged:
    """The whole team list, sorted by extension. `as_of` is when the PBX was last asked (epoch seconds)."""

    members: tuple[TeamMember, ...]
    as_of: float = 0.0


@dataclass(frozen=True, slots=True)
class FeedChanged:
    """How news arrives has changed."""

    feed: Feed


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """The settings were saved or loaded. `key_kept` is where the key is: "" for nowhere yet."""

    settings: Settings
    key_kept: Literal["", "keyring", "environment", "session"] = ""


@dataclass(frozen=True, slots=True)
class News:
    """The base of what a feature tells (see desk.features): the windows hear the newest of each `key`. What is fleeting
    is told to those who listen at the moment, and to nobody later.
    """

    @property
    def key(self) -> object:
        """Later news with the same key takes its place."""
        return type(self)

    @property
    def is_fleeting(self) -> bool:
        """True where it asks for something to be done, once."""
        return False


@dataclass(frozen=True, slots=True)
class HistoryShrank(News):
    """Calls were deleted, and perhaps contacts: ask for them anew."""

    @property
    def is_fleeting(self) -> bool:
        return True


class DialStage(StrEnum):
    """How far a dial has come. TAKEN: the PBX did not refuse it; RINGING: the own phone rings, or talks already."""

    ASKED = "asked"
    TAKEN = "taken"
    REFUSED = "refused"
    RINGING = "ringing"


@dataclass(frozen=True, slots=True)
class DialProgress(News):
    """What became of the last dial."""

    digits: str
    stage: DialStage

    @property
    def is_fleeting(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class RaiseWindow:
    """A second start asked for the first one's window."""


Update = (
    CardShown
    | CardClosed
    | OwnCallChanged
    | CallChanged
    | AgentChanged
    | TeamChanged
    | FeedChanged
    | SettingsChanged
    | RaiseWindow
    | Notice
    | News
)


@dataclass(frozen=True, slots=True)
class DialPreview:
    """What would be dialled for a text: `digits` go to the PBX, `rule` says why; `confirm` is a reason to ask first;
    `choices` are (digits, shown) where the text holds several numbers; `problem` is a plain sentence where none can be,
    `is_begun` says that the text may yet become one.
    """

    digits: str = ""
    shown: str = ""
    rule: str = ""
    confirm: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    problem: str = ""
    is_begun: bool = False


@dataclass(frozen=True, slots=True)
class DialOutcome:
    """What the PBX said to a dial. `confirmed` is False for "sent, not confirmed"; `said` is a sentence to show."""

    digits: str
    confirmed: bool
    said: str


@dataclass(frozen=True, slots=True)
class ConnectionDraft:
    """What the first-run page asks for. An empty key keeps the one that is stored."""

    url: str
    report_url: str
    domain: str
    extension: str
    key: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Check:
    """One line of a connection test or of the doctor."""

    level: Literal["ok", "warning", "failed"]
    title: str
    advice: str = ""


class Desk(Protocol):
    """The desk as the windows see it. Coroutines run on the desk's thread and raise AgentDesktopError with words for
    people; `subscribe` calls back on the desk's thread, first with the present state. `features` have methods of their
    own, under the same rules.
    """

    features: "Features"

    def subscribe(self, watcher: Callable[[Update], None]) -> Callable[[], None]:
        """Watch updates; the answer ends it."""

    def preview(self, text: str) -> DialPreview:
        """What would be dialled. Pure and fast; safe on any thread."""

    async def dial(self, text: str, *, confirmed: bool = False) -> DialOutcome:
        """Dial once. NotDialable where it cannot be, or must be confirmed first and is not."""

    async def pause(self, reason: str = "") -> None:
        """Ask the PBX for a pause; its confirmation arrives as AgentChanged."""

    async def unpause(self) -> None:
        """Ask the PBX to end the pause."""

    async def refresh_status(self) -> None:
        """Ask the PBX for own status now."""

    async def refresh_team(self) -> None:
        """Ask the PBX for every queue's members now; the answer arrives as TeamChanged."""

    async def watch_team(self, watching: bool) -> None:
        """While watched, the team list is kept fresh."""

    async def set_member_pause(self, extension: str, paused: bool) -> None:
        """A team lead pauses or releases a member."""

    async def spy(self, extension: str, mode: SpyMode) -> None:
        """Join the extension's call from own phone, which rings."""

    async def history(self, query: HistoryQuery) -> HistoryPage:
        """A page of the history."""

    async def set_note(self, callid: str, text: str) -> None:
        """Keep a note with the call."""

    async def dismiss(self, callid: str) -> None:
        """Close a card."""

    async def painted(self, callid: str, painted_ns: int) -> None:
        """A card for this call was painted (perf_counter_ns)."""

    async def test_connection(self, draft: ConnectionDraft) -> tuple[Check, ...]:
        """Try the PBX with what was typed, without storing it."""

    async def connect(self, draft: ConnectionDraft) -> None:
        """Store what was typed (the key in the keyring) and start with it."""

    async def change_settings(self, settings: Settings) -> None:
        """Store and apply them."""

    async def forget_notice(self, topic: str) -> None:
        """The user has read it."""
