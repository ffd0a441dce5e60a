"""The history's filters: what to search for, which days, whose calls, which of them. They add up."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from agent_desktop.telephony.history import HistoryQuery
from agent_desktop.ui.context import Context
from agent_desktop.ui.filter_chips import FilterChips
from agent_desktop.ui.filter_menu import FilterMenu
from agent_desktop.ui.labels import KeyHint, indent, label
from agent_desktop.ui.menu_button import MenuButton
from agent_desktop.ui.models.date_range import DateRange, RangeName, named_range
from agent_desktop.ui.theme import STEP
from agent_desktop.ui.wheel import keep_from_wheel

SEARCH_WIDTH = 75 * STEP
LONGEST = 200
NOBODY = ("",)
"""As extensions: no call has this one, and a desk without an extension has no calls of its own."""

_KINDS = ("direction", "outcome", "recorded", "queue")
_PLAIN = {field.name: field.default for field in fields(HistoryQuery)}


class HistoryFilters(QWidget):
    """`changed` says that `apply` gives another query. `today` comes in for the days' names."""

    changed = Signal()
    _told = Signal()

    def __init__(self, context: Context, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._today = today
        self._range = RangeName.TODAY
        self._is_mine = context.bridge.present.settings.window.own_calls
        self._kinds: dict[str, object] = {}
        self._is_changing = False
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._build()
        self._lay_out()
        self._show_filters()
        self._choose_range(RangeName.TODAY)
        self._is_changing = False

    def _build(self) -> None:
        self.edit = QLineEdit(placeholderText=self.tr("Search number, name, note…"), maxLength=LONGEST)
        self.edit.setAccessibleName(self.tr("Search the history"))
        self.edit.setClearButtonEnabled(True)
        self._context.privacy.guard(self.edit)
        self.edit.setMaximumWidth(SEARCH_WIDTH)
        self.edit.textChanged.connect(self._change)
        days = (
            self.tr("Today"),
            self.tr("Yesterday"),
            self.tr("Last 7 days"),
            self.tr("Last 30 days"),
            self.tr("All days"),
            self.tr("From … to …"),
        )
        self.days = MenuButton(self.tr("Days"), days)
        self.days.chosen.connect(lambda place: self._choose_range(list(RangeName)[place]))
        self.whose = MenuButton(self.tr("Whose calls"), (self.tr("Everyone's"), self.tr("Mine")))
        self.whose.chosen.connect(lambda place: self._choose_whose(place == 1))
        self.kinds = FilterMenu()
        self.kinds.chosen.connect(self._choose_kind)
        self.first, self.last = QDateEdit(), QDateEdit()
        for edit, name in ((self.first, self.tr("From")), (self.last, self.tr("To"))):
            indent(edit)
            keep_from_wheel(edit)
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setAccessibleName(name)
            edit.dateChanged.connect(self._change)
        self.chips = FilterChips(self._context.theme, self.last)
        self.chips.cleared.connect(self._clear_kinds)
        KeyHint(self.edit, "/")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self.edit, 1)
        for button in (self.days, self.whose, self.kinds):
            row.addWidget(button)
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
        layout.addWidget(self.chips)

    def apply(self, query: HistoryQuery) -> HistoryQuery:
        """The query with these filters; its order stays."""
        days = self.shown_days()
        since, until = (None, None) if days is None else days.bounds()
        kinds = {name: self._kinds.get(name, _PLAIN[name]) for name in _KINDS}
        extensions = tuple(sorted(self._context.own())) or NOBODY
        return replace(
            query,
            text=self.edit.text().strip(),
            since=since,
            until=until,
            extensions=extensions if self._is_mine else (),
            **kinds,  # type: ignore[arg-type]
        )

    @property
    def is_changing(self) -> bool:
        """True where `changed` is about to be told."""
        return self._is_changing

    @property
    def is_today(self) -> bool:
        """True where only today's calls are asked for."""
        return self._range is RangeName.TODAY

    @property
    def is_narrow(self) -> bool:
        """True where more than the days is filtered."""
        return bool(self.edit.text().strip()) or bool(self._kinds) or self._is_mine

    def take_over(self, other: "HistoryFilters") -> None:
        """Filter as another one does. What is searched for is held as all that is typed."""
        self._is_mine, self._kinds = other._is_mine, dict(other._kinds)
        self._choose_range(other._range)
        for edit, held in ((self.first, other.first), (self.last, other.last)):
            edit.setDate(held.date())
        self._show_filters()

    def begin(self) -> None:
        """Begin with whose calls the settings say: they may have changed since this was built."""
        if self._is_mine != (own := self._context.bridge.present.settings.window.own_calls):
            self._choose_whose(own)

    def clear(self) -> None:
        """Filter by the days alone."""
        self.edit.clear()
        self._clear_kinds()

    def show_number(self, digits: str) -> None:
        """All calls with this number."""
        self.edit.setText(digits)
        self._clear_kinds()
        self._choose_range(RangeName.ALL)

    def shown_days(self) -> DateRange | None:
        """The days that are asked for, None for all of them."""
        if self._range is RangeName.ALL:
            return None
        if self._range is not RangeName.CUSTOM:
            return named_range(self._range, self._today())
        first, last = (edit.date().toPython() for edit in (self.first, self.last))
        assert isinstance(first, date)
        assert isinstance(last, date)
        return DateRange(min(first, last), max(first, last))

    def _change(self) -> None:
        """Tell once of all that happens in one turn of the loop, before it is painted: the desk looks meanwhile."""
        if not self._is_changing:
            self._is_changing = True
            self._told.emit()

    def _tell(self) -> None:
        if self._is_changing:
            self._is_changing = False
            self.changed.emit()

    def _choose_range(self, name: RangeName) -> None:
        if name is RangeName.CUSTOM:
            shown = self.shown_days() or named_range(RangeName.MONTH, self._today())
            for edit, day in ((self.first, shown.first), (self.last, shown.last)):
                edit.setDate(QDate(day.year, day.month, day.day))
        self._range = name
        self.days.show_choice(list(RangeName).index(name))
        self._custom.setVisible(name is RangeName.CUSTOM)
        self._change()

    def _choose_whose(self, is_mine: bool) -> None:
        self._is_mine = is_mine
        self._show_filters()

    def _choose_kind(self, name: str, value: object) -> None:
        self._kinds.pop(name, None)
        if value is not None:
            self._kinds[name] = value
        self._show_filters()

    def _clear_kinds(self) -> None:
        self._kinds.clear()
        self._is_mine = False
        self._show_filters()

    def _show_filters(self) -> None:
        """The buttons and the chips say what is filtered, and it is asked for."""
        self.whose.show_choice(1 if self._is_mine else 0)
        self.kinds.show_chosen(dict(self._kinds))
        chips = [(self.tr("My calls"), partial(self._choose_whose, False))] if self._is_mine else []
        chips += [
            (self._words(name, value), partial(self._choose_kind, name, None)) for name, value in self._kinds.items()
        ]
        self.chips.show_filters(chips)
        self._change()

    def _words(self, name: str, value: object) -> str:
        words = self.kinds.words(name, value)
        return self.tr("Queue: %1").replace("%1", words) if name == "queue" else words
