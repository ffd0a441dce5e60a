"""Call-backs as a table: one row a customer, told apart by the number, so that a selection survives every change."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from agent_desktop.telephony.call_back import CallBack
from agent_desktop.telephony.order import natural
from agent_desktop.ui.language import phrase
from agent_desktop.ui.plain import plain_tip
from agent_desktop.ui.wording import duration, exact, length, when

Index = QModelIndex | QPersistentModelIndex

CALL_BACK_ROLE = Qt.ItemDataRole.UserRole
"""The whole CallBack."""
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
"""What a column is sorted by."""


class CallBackColumn(IntEnum):
    """From left to right."""

    STATE = 0
    WHO = 1
    NUMBER = 2
    MISSED = 3
    LAST = 4
    QUEUE = 5
    WAITED = 6
    TRIED = 7
    NOTE = 8


FIGURES = frozenset({CallBackColumn.MISSED, CallBackColumn.WAITED, CallBackColumn.TRIED})
"""Set to the right, as figures are."""


def _tr(text: str) -> str:
    return phrase("call_backs", text)


def heading(column: CallBackColumn) -> str:
    """The column's heading."""
    return {
        CallBackColumn.STATE: _tr("State"),
        CallBackColumn.WHO: _tr("Who"),
        CallBackColumn.NUMBER: _tr("Number"),
        CallBackColumn.MISSED: _tr("Called"),
        CallBackColumn.LAST: _tr("Last called"),
        CallBackColumn.QUEUE: _tr("Queue"),
        CallBackColumn.WAITED: _tr("Waited"),
        CallBackColumn.TRIED: _tr("Tried"),
        CallBackColumn.NOTE: _tr("Note"),
    }[column]


def state_words(one: CallBack, now: float) -> str:
    """When it is to be called, or how it ended: "Waits 25 min", "Until 15:00", "Reached by 102"."""
    if one.closed_through:
        words = _tr("Answered by %1") if one.closed_through == "inbound" else _tr("Called back by %1")
        return words.replace("%1", one.closed_by or "–")
    if not one.is_open:
        return _tr("Done %1").replace("%1", when(one.closed_at, now))
    if one.is_snoozed(now):
        return _tr("Until %1").replace("%1", when(one.wakes_at, now))
    if one.wakes_at > now:
        return _tr("Due %1").replace("%1", when(one.wakes_at, now))
    if one.wakes_at:
        return _tr("Due since %1").replace("%1", when(one.wakes_at, now))
    return _tr("Waits %1").replace("%1", length(now - one.first_at))


@dataclass(frozen=True, slots=True)
class CallBackWords:
    """What is needed to put one into words: `write_number` gives a number as people write it, `place` where it is from;
    `now` is epoch seconds.
    """

    write_number: Callable[[str], str]
    place: Callable[[str], str]
    now: Callable[[], float]
    name: Callable[[str], str] = str
    text: Callable[[str], str] = str

    def cell(self, one: CallBack, column: CallBackColumn) -> str:
        """What the column says."""
        now = self.now()
        match column:
            case CallBackColumn.STATE:
                return state_words(one, now)
            case CallBackColumn.WHO:
                return self.name(one.name) or self.place(one.number) or _tr("unknown")
            case CallBackColumn.NUMBER:
                return self.write_number(one.number)
            case CallBackColumn.MISSED:
                return _tr("%1×").replace("%1", str(one.missed)) if one.missed else "–"
            case CallBackColumn.LAST:
                return when(one.last_at, now) if one.missed else _tr("added %1").replace("%1", when(one.last_at, now))
            case CallBackColumn.QUEUE:
                return one.queue
            case CallBackColumn.WAITED:
                return duration(one.waited_s)
            case CallBackColumn.TRIED:
                return _tr("%1×").replace("%1", str(one.attempts)) if one.attempts else "–"
            case CallBackColumn.NOTE:
                return self.text(" ".join(one.note.split()))

    def tip(self, one: CallBack, column: CallBackColumn) -> str:
        """The column's tooltip: the exact moment, or the whole of what may be cut."""
        match column:
            case CallBackColumn.LAST:
                return exact(one.last_at)
            case CallBackColumn.TRIED:
                return _tr("Last tried %1").replace("%1", exact(one.tried_at)) if one.attempts else ""
            case CallBackColumn.STATE:
                return exact(one.closed_at or one.place)
            case CallBackColumn.NOTE:
                return plain_tip(self.text(one.note))
            case _:
                return plain_tip(self.cell(one, column))

    def key(self, one: CallBack, column: CallBackColumn) -> Any:
        """What the column is sorted by."""
        match column:
            case CallBackColumn.STATE:
                return -one.closed_at if one.closed_at else one.place
            case CallBackColumn.MISSED:
                return one.missed
            case CallBackColumn.LAST:
                return one.last_at
            case CallBackColumn.WAITED:
                return -1 if one.waited_s is None else one.waited_s
            case CallBackColumn.TRIED:
                return one.attempts
            case CallBackColumn.WHO if one.name:
                return one.name.casefold()
            case CallBackColumn.NUMBER:
                return one.canonical
            case CallBackColumn.QUEUE:
                return natural(one.queue)
            case CallBackColumn.NOTE:
                return one.note.casefold()
            case _:
                return self.cell(one, column).casefold()


class CallBackModel(QAbstractTableModel):
    """Rows stand as they came; a proxy sorts them."""

    def __init__(self, words: CallBackWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: list[CallBack] = []

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(CallBackColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one, column = self._rows[index.row()], CallBackColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._words.cell(one, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._words.tip(one, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case _:
                return one if role == CALL_BACK_ROLE else self._words.key(one, column) if role == SORT_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(CallBackColumn(section))
        return _alignment(CallBackColumn(section)) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def show(self, call_backs: tuple[CallBack, ...]) -> None:
        """These and no others: rows come, go and change one by one."""
        wanted = {one.canonical: one for one in call_backs}
        for row in reversed(range(len(self._rows))):
            if self._rows[row].canonical not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
        for row, shown in enumerate(self._rows):
            one = wanted.pop(shown.canonical)
            if one != shown:
                self._rows[row] = one
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(CallBackColumn) - 1))
        if wanted:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(wanted) - 1)
            self._rows.extend(wanted.values())
            self.endInsertRows()

    def tick(self) -> None:
        """Waiting times are older."""
        if self._rows:
            last = self.index(len(self._rows) - 1, CallBackColumn.STATE)
            self.dataChanged.emit(self.index(0, CallBackColumn.STATE), last)

    def row_of(self, canonical: str) -> int | None:
        """Where a number stands."""
        return next((row for row, one in enumerate(self._rows) if one.canonical == canonical), None)


def _alignment(column: CallBackColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in FIGURES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
