"""The settings, in pages. Each page is built when it is first seen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from agent_desktop.ui.context import Context
from agent_desktop.ui.panel import MARGIN, Panel, hold_typed
from agent_desktop.ui.rail import PageButton
from agent_desktop.ui.scrolling import scrolling
from agent_desktop.ui.settings_pages.about import about_page
from agent_desktop.ui.settings_pages.connection import connection_page
from agent_desktop.ui.settings_pages.crm import CrmRules, crm_page
from agent_desktop.ui.settings_pages.data import data_page
from agent_desktop.ui.settings_pages.diagnostics import diagnostics_page
from agent_desktop.ui.settings_pages.forms import appearance_page, call_backs_page, numbers_page, pause_page, pop_page
from agent_desktop.ui.settings_pages.keys import keys_page
from agent_desktop.ui.theme import STEP


class SettingsPanel(Panel):
    """The arrow keys go from page to page."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        factories: tuple[tuple[str, Callable[[Context], QWidget]], ...] = (
            (self.tr("Connection"), connection_page),
            (self.tr("Numbers"), numbers_page),
            (self.tr("Screen pop"), pop_page),
            (self.tr("Call-backs"), call_backs_page),
            (self.tr("Pauses"), pause_page),
            (self.tr("Keys"), keys_page),
            (self.tr("CRM"), crm_page),
            (self.tr("Appearance"), appearance_page),
            (self.tr("Data"), data_page),
            (self.tr("Diagnostics"), diagnostics_page),
            (self.tr("About"), about_page),
        )
        self._factories = [factory for _, factory in factories]
        self._pages: dict[int, QWidget] = {}
        self._group = QButtonGroup(self)
        self.tabs: list[PageButton] = []
        for place, (name, _) in enumerate(factories):
            tab = PageButton(context.theme, name)
            tab.toggled.connect(partial(self._toggled, place))
            self._group.addButton(tab)
            self.tabs.append(tab)
        self._stack = QStackedWidget()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN - 2 * STEP, 3 * STEP, MARGIN, 3 * STEP)
        layout.setSpacing(3 * STEP)
        layout.addWidget(self._list())
        layout.addWidget(self._stack, 1)
        self.tabs[0].setChecked(True)

    def _list(self) -> QScrollArea:
        """The pages' names below one another, beside the page."""
        names = QWidget()
        column = QVBoxLayout(names)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for tab in self.tabs:
            column.addWidget(tab)
        column.addStretch(1)
        area = scrolling(names)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(max(tab.sizeHint().width() for tab in self.tabs) + 3 * STEP)
        return area

    def page(self, place: int) -> QWidget:
        """The page at a place, opened."""
        self.tabs[place].setChecked(True)
        return self._pages[place]

    def enter(self) -> None:
        next(tab for tab in self.tabs if tab.isChecked()).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_over(self, other: Panel) -> None:
        assert isinstance(other, SettingsPanel)
        for place, there in other._pages.items():
            here = self.page(place)
            for rules, others in zip(here.findChildren(CrmRules), there.findChildren(CrmRules), strict=True):
                rules.take_over(others)
            hold_typed(here, there)
        self.tabs[next(place for place, tab in enumerate(other.tabs) if tab.isChecked())].setChecked(True)

    def _toggled(self, place: int, is_on: bool) -> None:
        if not is_on:
            return
        if place not in self._pages:
            self._pages[place] = self._factories[place](self.context)
            self._stack.addWidget(self._pages[place])
        self._stack.setCurrentWidget(self._pages[place])
