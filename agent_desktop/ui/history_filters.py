"""The history's filters: what to search for, which days, which calls."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QPoint, QTimer, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from agent_desktop.telephony.call import ANSWERED
from agent_desktop.telephony.history import MISSED, HistoryQuery
from agent_desktop.ui.labels import label, show_key
from agent_desktop.ui.models.date_range import DateRange, RangeName, named_range
from agent_desktop.ui.theme import STEP

TYPING_PAUSE_MS = 150
"""A search begins so long after the last key."""
SEARCH_WIDTH = 75 * STEP
LONGEST = 200


class MenuButton(QPushButton):
    """A button that says what is chosen and offers the rest. `chosen` carries the place of the choice."""

    chosen = Signal(int)

    def __init__(self, name: str, choices: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._choices = choices
        self._menu = QMenu(self)
        for place, choice in enumerate(choices):
            self._menu.addAction(choice, partial(self.chosen.emit, place))
        self.clicked.connect(lambda: self._menu.popup(self.mapToGlobal(QPoint(0, self.height()))))
        self.show_choice(0)

    def show_choice(self, place: int) -> None:
        """Say that this is chosen."""
        self.setText(f"{self._choices[place]} ▾")
        self.setAccessibleName(f"{self._name}: {self._choices[place]}")

    def choose(self, place: int) -> None:
        """As from the menu."""
        self._menu.actions()[place].trigger()


class HistoryFilters(QWidget):
    """`changed` says that `apply` gives another query. `today` comes in for the days' names."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._range = RangeName.TODAY
        self._kind = HistoryQuery()
        self._kinds = (
            HistoryQuery(),
            HistoryQuery(direction="inbound"),
            HistoryQuery(direction="outbound"),
            HistoryQuery(outcome=ANSWERED),
            HistoryQuery(outcome=MISSED),
        )
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._typing.timeout.connect(self.changed)
        self._build()
        self._lay_out()
        self._choose_range(RangeName.TODAY, silently=True)

    def _build(self) -> None:
        self.edit = QLineEdit(placeholderText=self.tr("Search number, queue, note…"), maxLength=LONGEST)
        self.edit.setAccessibleName(self.tr("Search the history"))
        self.edit.setClearButtonEnabled(True)
        self.edit.setMaximumWidth(SEARCH_WIDTH)
        self.edit.textChanged.connect(lambda _: self._typing.start())
        names = (
            self.tr("Today"),
            self.tr("Yesterday"),
            self.tr("Last 7 days"),
            self.tr("Last 30 days"),
            self.tr("From … to …"),
        )
        kinds = (self.tr("All calls"), self.tr("Incoming"), self.tr("Outgoing"), self.tr("Answered"), self.tr("Missed"))
        self.days = MenuButton(self.tr("Days"), names)
        self.days.chosen.connect(lambda place: self._choose_range(list(RangeName)[place]))
        self.kinds = MenuButton(self.tr("Calls"), kinds)
        self.kinds.chosen.connect(self._choose_kind)
        self.first, self.last = QDateEdit(), QDateEdit()
        for edit, name in ((self.first, self.tr("From")), (self.last, self.tr("To"))):
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setAccessibleName(name)
            edit.dateChanged.connect(lambda _: self._typing.start())
        show_key(self.edit, "/")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self.edit, 1)
        row.addWidget(self.days)
        row.addWidget(self.kinds)
        row.addStretch(0)
        self._custom = QWidget()
        days = QHBoxLayout(self._custom)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(2 * STEP)
        for part in (label(self.tr("From")), self.first, label(self.tr("to")), self.last):
            days.addWidget(part)
        days.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * STEP)
        layout.addLayout(row)
        layout.addWidget(self._custom)

    def apply(self, query: HistoryQuery) -> HistoryQuery:
        """The query with these filters; its order stays."""
        since, until = self.shown_days().bounds()
        return replace(
            query,
            text=self.edit.text().strip(),
            since=since,
            until=until,
            direction=self._kind.direction,
            outcome=self._kind.outcome,
        )

    @property
    def is_today(self) -> bool:
        """True where only today's calls are asked for."""
        return self._range is RangeName.TODAY

    @property
    def is_narrow(self) -> bool:
        """True where more than the days is filtered."""
        return bool(self.edit.text().strip()) or self._kind != HistoryQuery()

    def clear(self) -> None:
        """Filter by the days alone."""
        self.edit.clear()
        self._choose_kind(0)

    def show_number(self, digits: str) -> None:
        """All calls of the last 30 days with this number."""
        self.edit.setText(digits)
        self._choose_kind(0)
        self._choose_range(RangeName.MONTH)

    def shown_days(self) -> DateRange:
        """The days that are asked for."""
        if self._range is not RangeName.CUSTOM:
            return named_range(self._range, self._today())
        first, last = (edit.date().toPython() for edit in (self.first, self.last))
        assert isinstance(first, date)
        assert isinstance(last, date)
        return DateRange(min(first, last), max(first, last))

    def _choose_range(self, name: RangeName, *, silently: bool = False) -> None:
        if name is RangeName.CUSTOM:
            shown = self.shown_days()
            for edit, day in ((self.first, shown.first), (self.last, shown.last)):
                edit.setDate(QDate(day.year, day.month, day.day))
        self._range = name
        self.days.show_choice(list(RangeName).index(name))
        self._custom.setVisible(name is RangeName.CUSTOM)
        if not silently:
            self._typing.start()

    def _choose_kind(self, place: int) -> None:
        self._kind = self._kinds[place]
        self.kinds.show_choice(place)
        self._typing.start()
