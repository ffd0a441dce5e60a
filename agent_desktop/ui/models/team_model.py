"""The team as a table: one row a member, told apart by extension, so that a selection survives every change."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from agent_desktop.desk.updates import TeamMember
from agent_desktop.telephony.order import natural
from agent_desktop.ui.status_look import status_look
from agent_desktop.ui.status_words import freshness
from agent_desktop.ui.wording import ago, duration

Index = QModelIndex | QPersistentModelIndex

MEMBER_ROLE = Qt.ItemDataRole.UserRole
"""The whole TeamMember."""
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
"""What a column is sorted by."""

_URGENCY = {"ring": 0, "talk": 1, "on": 2, "pause": 3, "off": 4}


class TeamColumn(IntEnum):
    """From left to right. The last holds the buttons."""

    MEMBER = 0
    STATUS = 1
    AGE = 2
    QUEUES = 3
    CALL = 4
    ACTIONS = 5


class TeamModel(QAbstractTableModel):
    """`own` gives this desk's extensions, `write_number` a number as people write it, `now` epoch seconds,
    `colleague` who an extension is.
    """

    def __init__(
        self,
        own: Callable[[], frozenset[str]],
        write_number: Callable[[str], str],
        now: Callable[[], float],
        colleague: Callable[[str], str] = str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._own = own
        self._write_number = write_number
        self._now = now
        self._colleague = colleague
        self._members: list[TeamMember] = []

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._members)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(TeamColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        member, column = self._members[index.row()], TeamColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(member, column)
            case Qt.ItemDataRole.ToolTipRole:
                return freshness(member.status, self._now()) if column <= TeamColumn.AGE else None
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column is TeamColumn.AGE else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case _:
                return member if role == MEMBER_ROLE else self._key(member, column) if role == SORT_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(TeamColumn(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == TeamColumn.AGE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def show_members(self, members: tuple[TeamMember, ...]) -> None:
        """The whole team: rows come, go and change one by one."""
        wanted = {member.status.extension: member for member in sorted(members, key=_place)}
        for row in reversed(range(len(self._members))):
            if self._members[row].status.extension not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._members[row]
                self.endRemoveRows()
        for row, member in enumerate(wanted.values()):
            self._set(row, member)

    def _set(self, row: int, member: TeamMember) -> None:
        if row < len(self._members) and self._members[row].status.extension == member.status.extension:
            if self._members[row] != member:
                self._members[row] = member
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(TeamColumn) - 1))
            return
        self.beginInsertRows(QModelIndex(), row, row)
        self._members.insert(row, member)
        self.endInsertRows()

    def who(self, extension: str) -> str:
        """A member as "102 · Ana Lim", where the name is known."""
        name = self._colleague(extension)
        return extension if name in ("", extension) else f"{extension} · {name}"

    def name_anew(self) -> None:
        """Members may have other names."""
        if self._members:
            self.dataChanged.emit(
                self.index(0, TeamColumn.MEMBER), self.index(len(self._members) - 1, TeamColumn.MEMBER)
            )

    def tick(self) -> None:
        """Ages are one second older, and what has become stale is dashed."""
        if self._members:
            self.dataChanged.emit(self.index(0, TeamColumn.STATUS), self.index(len(self._members) - 1, TeamColumn.AGE))

    def _heading(self, column: TeamColumn) -> str:
        return {
            TeamColumn.MEMBER: self.tr("Member"),
            TeamColumn.STATUS: self.tr("Status"),
            TeamColumn.AGE: self.tr("For"),
            TeamColumn.QUEUES: self.tr("Queues"),
            TeamColumn.CALL: self.tr("Call"),
            TeamColumn.ACTIONS: "",
        }[column]

    def _text(self, member: TeamMember, column: TeamColumn) -> str:
        status = member.status
        match column:
            case TeamColumn.MEMBER:
                own = status.extension in self._own()
                return self.tr("%1 · you").replace("%1", status.extension) if own else self.who(status.extension)
            case TeamColumn.STATUS:
                return status_look(status.status, status.is_stale(self._now())).word
            case TeamColumn.AGE:
                return self._age(member)
            case TeamColumn.QUEUES:
                return ", ".join(member.queues)
            case TeamColumn.CALL:
                return self._write_number(member.number) if member.number else ""
            case TeamColumn.ACTIONS:
                return ""

    def _age(self, member: TeamMember) -> str:
        status, now = member.status, self._now()
        if not status.status:
            return "–"
        if status.is_stale(now):
            return ago(status.age(now))
        return duration(now - status.since) if status.since else "–"

    def _key(self, member: TeamMember, column: TeamColumn) -> Any:
        status = member.status
        match column:
            case TeamColumn.MEMBER:
                return _place(member)
            case TeamColumn.STATUS:
                stale = status.is_stale(self._now())
                return f"{9 if stale else _URGENCY.get(status.status, 8)}{status.status}{_place(member)}"
            case TeamColumn.AGE:
                return -status.since
            case TeamColumn.QUEUES:
                return natural(self._text(member, column))
            case _:
                return self._text(member, column)


def _place(member: TeamMember) -> str:
    return natural(member.status.extension)


@dataclass(frozen=True, slots=True)
class QueueSummary:
    """A queue in figures: how many members have each status. Stale ones count as unknown, ""."""

    queue: str
    counts: Counter[str]


def summarise(members: tuple[TeamMember, ...], now: float) -> tuple[QueueSummary, ...]:
    """Every queue that has a member, sorted."""
    queues: dict[str, Counter[str]] = {}
    for member in members:
        for queue in member.queues:
            status = "" if member.status.is_stale(now) else member.status.status
            queues.setdefault(queue, Counter())[status] += 1
    return tuple(QueueSummary(queue, queues[queue]) for queue in sorted(queues, key=natural))
