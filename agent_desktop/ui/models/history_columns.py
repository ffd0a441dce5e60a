"""The history's columns: what each is called and says about a call, and by what the desk sorts it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QLocale

from agent_desktop.desk.updates import CallChanged
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.history import HistoryQuery, HistorySort
from agent_desktop.telephony.outcome import has_outcome
from agent_desktop.ui.plain import plain_tip
from agent_desktop.ui.wording import clock, direction_word, duration, exact, outcome


class Column(IntEnum):
    """From left to right, as long as nobody moves them."""

    KIND = 0
    TIME = 1
    WHO = 2
    NUMBER = 3
    QUEUE = 4
    DID = 5
    EXTENSION = 6
    WAIT = 7
    TALK = 8
    OUTCOME = 9
    DISPOSITION = 10
    RECORDING = 11


FIGURES = frozenset({Column.WAIT, Column.TALK})
"""Set to the right, as figures are."""

SORTS: dict[Column, HistorySort] = {
    Column.KIND: "direction",
    Column.TIME: "started",
    Column.WHO: "who",
    Column.NUMBER: "number",
    Column.QUEUE: "queue",
    Column.DID: "did",
    Column.EXTENSION: "extension",
    Column.WAIT: "wait_s",
    Column.TALK: "talk_s",
    Column.OUTCOME: "status",
    Column.DISPOSITION: "disposition",
    Column.RECORDING: "recorded",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("history", text)


def heading(column: Column) -> str:
    """The column's heading."""
    return {
        Column.KIND: _tr("Direction"),
        Column.TIME: _tr("Time"),
        Column.WHO: _tr("Who"),
        Column.NUMBER: _tr("Number"),
        Column.QUEUE: _tr("Queue"),
        Column.DID: _tr("DID"),
        Column.EXTENSION: _tr("Ext."),
        Column.WAIT: _tr("Wait"),
        Column.TALK: _tr("Talk"),
        Column.OUTCOME: _tr("Outcome"),
        Column.DISPOSITION: _tr("Disposition"),
        Column.RECORDING: _tr("Recording"),
    }[column]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is needed to put a call into words: `write_number` gives a number as people write it, `place` where it is
    from; `own` gives this desk's extensions, `now` epoch seconds, `colleague` who an extension is; `name` and `text`
    give what is shown of a name and a note.
    """

    write_number: Callable[[str], str]
    place: Callable[[str], str]
    own: Callable[[], frozenset[str]]
    now: Callable[[], float]
    colleague: Callable[[str], str] = str
    name: Callable[[str], str] = str
    text: Callable[[str], str] = str


@dataclass(slots=True, eq=False)
class CallLine:
    """A call of the list."""

    record: CallRecord
    name: str = ""
    note: str = ""
    disposition: str = ""

    @classmethod
    def of(cls, changed: CallChanged) -> "CallLine":
        """The call as it was told."""
        return cls(changed.record, changed.name, changed.note, changed.disposition or "")

    def take_in(self, changed: CallChanged) -> None:
        """The call is known better."""
        known = changed.after(CallChanged(self.record, self.name, self.note, self.disposition))
        self.record, self.name, self.note = known.record, known.name, known.note
        self.disposition = known.disposition or ""


def cell(line: CallLine, column: Column, around: Surroundings) -> str:
    """What the column says about the call."""
    record = line.record
    match column:
        case Column.KIND | Column.RECORDING:
            return ""
        case Column.TIME:
            return when(record.started, around.now())
        case Column.WHO:
            return around.name(line.name) or around.place(record.number) or _tr("unknown")
        case Column.NUMBER:
            return around.write_number(record.number)
        case Column.QUEUE:
            return record.queue
        case Column.DID:
            return record.did
        case Column.EXTENSION:
            return record.extension or "–"
        case Column.WAIT:
            return duration(record.wait_s)
        case Column.TALK:
            return duration(record.talk_s or None)
        case Column.OUTCOME:
            return outcome(record, around.own(), around.colleague)
        case Column.DISPOSITION:
            return line.disposition


def when(at: float, now: float, zone: tzinfo | None = None) -> str:
    """The time of day for today's calls, else with the day. `zone` is for tests; None is this computer's own."""
    then, today = datetime.fromtimestamp(at, zone), datetime.fromtimestamp(now, zone)
    if then.date() == today.date():
        return clock(at, zone)
    day = f"{then.day} {QLocale().monthName(then.month, QLocale.FormatType.ShortFormat)}"
    return f"{day} {clock(at, zone)}" if then.year == today.year else f"{day} {then.year}"


def tip(line: CallLine, column: Column, around: Surroundings) -> str:
    """The column's tooltip: the exact moment, the direction in words, the note, or the whole of what may be cut."""
    if column is Column.TIME:
        return exact(line.record.started)
    if column in _PAINTED:
        return spoken(line, column, around)
    text = cell(line, column, around)
    return plain_tip(f"{text}\n{around.text(line.note)}" if column is Column.WHO and line.note else text)


_PAINTED = frozenset({Column.KIND, Column.RECORDING})


def spoken(line: CallLine, column: Column, around: Surroundings) -> str:
    """The column in words, where it shows a glyph, too."""
    if column is Column.KIND:
        return kind_word(line.record)
    if column is Column.RECORDING:
        return _tr("Recorded") if line.record.recording_url else ""
    return cell(line, column, around)


def kind_word(record: CallRecord) -> str:
    """What the first column's glyph says."""
    return _tr("Missed") if record.is_missed else direction_word(record.direction)


def may_match(record: CallRecord, query: HistoryQuery) -> bool:
    """False where the query surely leaves the call out."""
    return (
        (query.since is None or record.started >= query.since)
        and (query.until is None or record.started < query.until)
        and query.direction in ("", record.direction)
        and has_outcome(query.outcome, record.direction, record.status)
        and query.queue in ("", record.queue)
        and (not query.extensions or record.extension in query.extensions)
        and query.recorded in (None, bool(record.recording_url))
        and query.callid in ("", record.callid)
    )
