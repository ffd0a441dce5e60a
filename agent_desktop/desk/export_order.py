"""What an export is asked for, and what it says of each call: the columns, in words that the windows may translate."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone, tzinfo
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from agent_desktop.desk.updates import News
from agent_desktop.desk.zone import LocalZone
from agent_desktop.errors import UsageError
from agent_desktop.telephony.history import HistoryPage, HistoryQuery
from agent_desktop.telephony.outcome import OutcomeKind, outcome_kind

DAY_S = 86400

Cell = str | int | datetime | None


class ExportFormat(StrEnum):
    """The value is the ending of the file's name."""

    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class ExportWords:
    """`headings` are the columns'; the first one's %1 is the zone of the times, `local_time` for the computer's own."""

    sheet: str = "Calls"
    local_time: str = "local time"
    headings: tuple[str, ...] = (
        "Started (%1)",
        "Direction",
        "Outcome",
        "Name",
        "Number",
        "Queue",
        "DID",
        "Extension",
        "Wait (seconds)",
        "Talk (seconds)",
        "Duration (seconds)",
        "Status of the PBX",
        "Disposition",
        "Note",
        "Recording",
        "Call ID",
    )
    directions: Mapping[str, str] = field(default_factory=lambda: {"inbound": "Incoming", "outbound": "Outgoing"})
    outcomes: Mapping[OutcomeKind, str] = field(
        default_factory=lambda: {
            OutcomeKind.ANSWERED: "Answered",
            OutcomeKind.MISSED: "Missed",
            OutcomeKind.REACHED: "Reached",
            OutcomeKind.NOT_REACHED: "Not reached",
            OutcomeKind.OPEN: "Not told yet",
        }
    )


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """Write the calls of `query`, in its order and whatever its limit, to `target`. Times are shown in `zone`."""

    query: HistoryQuery
    target: Path
    format: ExportFormat
    words: ExportWords = field(default_factory=ExportWords)
    zone: tzinfo = field(default_factory=LocalZone)

    def headings(self) -> tuple[str, ...]:
        """One for each cell of a row."""
        zone = self.words.local_time if isinstance(self.zone, LocalZone) else str(self.zone)
        first, *others = self.words.headings
        return (first.replace("%1", zone), *others)

    def rows(self, page: HistoryPage) -> Iterator[tuple[Cell, ...]]:
        """The page's calls."""
        words, zone = self.words, self.zone
        for record in page.rows:
            yield (
                _moment(record.started, zone) if record.started else None,
                words.directions.get(record.direction, ""),
                words.outcomes[outcome_kind(record.direction, record.status)],
                page.names.get(record.callid, ""),
                record.number,
                record.queue,
                record.did,
                record.extension,
                record.wait_s,
                record.talk_s,
                record.duration_s,
                record.status,
                page.dispositions.get(record.callid, ""),
                page.notes.get(record.callid, ""),
                record.recording_url,
                record.callid,
            )


def _moment(at: float, zone: tzinfo) -> datetime:
    return datetime.fromtimestamp(at, _fixed(int(at // DAY_S), zone) or zone)


@lru_cache(maxsize=1000)
def _fixed(day: int, zone: tzinfo) -> timezone | None:
    """The zone as it is that day, None where clocks change. The computer's own is slow to tell."""
    first, last = (datetime.fromtimestamp(at, zone).utcoffset() for at in (day * DAY_S, (day + 1) * DAY_S))
    return timezone(first) if first is not None and first == last else None


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    target: Path
    rows: int


@dataclass(frozen=True, slots=True)
class ExportProgress(News):
    """How far the export is: `done` of `total` rows, all of which are read before the file is whole."""

    done: int
    total: int


def format_of(target: Path) -> ExportFormat:
    """The format that the file's name asks for. Raises UsageError."""
    try:
        return ExportFormat(target.suffix[1:].lower())
    except ValueError:
        advice = "Choose a name that ends in .csv or .xlsx."
        raise UsageError(f"{target.name} does not say what kind of file it is to be.", advice) from None
