"""The history of calls, as it is asked for and as it is answered, a page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.events import Direction

MISSED = "missed"
"""An outcome: nobody here spoke with a caller. It stands for every status of an inbound call that says so."""

NOT_REACHED = "not reached"
"""An outcome: nobody was spoken with on a call that went out. It, too, stands for several statuses."""

OPEN = "open"
"""An outcome: what became of the call is not told yet."""

HistorySort = Literal[
    "started",
    "direction",
    "who",
    "number",
    "queue",
    "did",
    "extension",
    "wait_s",
    "talk_s",
    "status",
    "disposition",
    "recorded",
]


@dataclass(frozen=True, slots=True)
class HistoryCursor:
    """Where a page ended. Only `HistoryPage.next` makes one, and it fits only the query that the page answered."""

    value: str | int
    id: int
    total: int | None


@dataclass(frozen=True, slots=True)
class HistoryQuery:
    """What to list. "" and None do not filter; the rest is joined by "and".

    `text` finds fragments of numbers in any notation, of name, queue, DID, extension, disposition and note (accents and
    case do not matter, every word must occur), and whole call ids. `since` is inclusive, `until` is not; both are
    seconds since the epoch. `outcome` is a status word of CallRecord, MISSED, NOT_REACHED or OPEN. The call's extension
    must be one of `extensions`, if there are any. `recorded` asks for calls with a recording, or without. `after`
    continues where a page ended.
    """

    text: str = ""
    since: float | None = None
    until: float | None = None
    direction: Direction = ""
    outcome: str = ""
    queue: str = ""
    extensions: tuple[str, ...] = ()
    recorded: bool | None = None
    callid: str = ""
    sort: HistorySort = "started"
    descending: bool = True
    limit: int = 100
    after: HistoryCursor | None = None


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """`next` is None on the last page. `total` counts all matches, or is None where that would take long. `names`,
    `notes` and `dispositions` are the rows', by callid, where there are any.
    """

    rows: tuple[CallRecord, ...]
    next: HistoryCursor | None = None
    total: int | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    dispositions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HistoryCount:
    """All calls that a query lists, however many: how many of them were answered and missed, and the talk together."""

    total: int = 0
    answered: int = 0
    missed: int = 0
    talk_s: int = 0
