"""The history's columns: what each is called and says about a call, and by what the desk sorts it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from agent_desktop.desk.updates import CallChanged
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.history import HistoryQuery, HistorySort
from agent_desktop.telephony.outcome import has_outcome
from agent_desktop.ui.plain import plain_tip
from agent_desktop.ui.wording import direction_word, duration, exact, outcome, when


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


def _tr(text: object) -> str:
    return QCoreApplication.translate("history", str(text))


def heading(column: Column) -> str:
    """The column's heading."""
    return _tr(_HEADINGS[column])


_HEADINGS = (
    QT_TRANSLATE_NOOP("history", "Direction"),
    QT_TRANSLATE_NOOP("history", "Time"),
    QT_TRANSLATE_NOOP("history", "Who"),
    QT_TRANSLATE_NOOP("history", "Number"),
    QT_TRANSLATE_NOOP("history", "Queue"),
    QT_TRANSLATE_NOOP("history", "DID"),
    QT_TRANSLATE_NOOP("history", "Ext."),
    QT_TRANSLATE_NOOP("history", "Wait"),
    QT_TRANSLATE_NOOP("history", "Talk"),
    QT_TRANSLATE_NOOP("history", "Outcome"),
    QT_TRANSLATE_NOOP("history", "Disposition"),
    QT_TRANSLATE_NOOP("history", "Recording"),
)


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
    return _CELLS[column](line, line.record, around)


def _who(line: CallLine, record: CallRecord, around: Surroundings) -> str:
    return around.name(line.name) or around.place(record.number) or _tr("unknown")


def _nothing(line: CallLine, record: CallRecord, around: Surroundings) -> str:
    return ""


_CELLS: tuple[Callable[[CallLine, CallRecord, Surroundings], str], ...] = (
    _nothing,
    lambda line, record, around: when(record.started, around.now()),
    _who,
    lambda line, record, around: around.write_number(record.number),
    lambda line, record, around: record.queue,
    lambda line, record, around: record.did,
    lambda line, record, around: record.extension or "–",
    lambda line, record, around: duration(record.wait_s),
    lambda line, record, around: duration(record.talk_s or None),
    lambda line, record, around: outcome(record, around.own(), around.colleague),
    lambda line, record, around: line.disposition,
    _nothing,
)
"""In the order of the columns: a screen of cells is put into words whenever it is painted."""


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
