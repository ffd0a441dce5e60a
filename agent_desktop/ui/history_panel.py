"""The history: search it, sort it, dial from it. Calls appear and change in it as they happen."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from agent_desktop.desk.contacts import ContactsChanged
from agent_desktop.desk.updates import News
from agent_desktop.errors import AgentDesktopError
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.events import WITHHELD
from agent_desktop.telephony.history import HistoryPage, HistoryQuery
from agent_desktop.ui.bridge import Asked
from agent_desktop.ui.call_actions import CallActions
from agent_desktop.ui.context import Context
from agent_desktop.ui.day_picture import DayPicture
from agent_desktop.ui.empty_state import EmptyState
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.history_export import HistoryExport
from agent_desktop.ui.history_filters import HistoryFilters
from agent_desktop.ui.history_summary import HistorySummary
from agent_desktop.ui.history_sync import SyncLine
from agent_desktop.ui.history_table import HistoryTable
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import said, sentence
from agent_desktop.ui.models.history_columns import CallLine, Column, Surroundings
from agent_desktop.ui.models.history_model import HistoryModel
from agent_desktop.ui.models.paged_model import Loading
from agent_desktop.ui.panel import MARGIN, Panel
from agent_desktop.ui.player_bar import PlayerBar
from agent_desktop.ui.table import in_card
from agent_desktop.ui.theme import STEP

SLOW_MS = 150
"""Looking for calls is said to be so where it takes longer."""
UNPAINTED_MS = 16
"""A frame. Most answers are there within it: nothing is painted that they replace."""


class HistoryPanel(Panel):
    """Built on first use. What other parts of the program do with a call is asked for by signals that carry its record
    (see CallActions); its menu offers those that someone listens to.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        around = Surroundings(
            context.number, context.place, context.own, context.now, context.colleague, context.name, context.text
        )
        self.model = HistoryModel(self._fetch, around, self)
        self.filters = HistoryFilters(context, self._today)
        self.table = HistoryTable(context, self.model)
        self.summary = HistorySummary(context)
        self.picture = DayPicture(context)
        self.export = HistoryExport(context, self.table, lambda: self.model.query, lambda: self.model.total)
        self.state = EmptyState(context.theme)
        self.sync = SyncLine(context, self.filters.shown_days, self)
        self.player = PlayerBar(context)
        self._actions = CallActions(context, self)
        self.recording_wanted = self._actions.recording_wanted
        self.call_back_wanted = self._actions.call_back_wanted
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._unpainted = QTimer(self, singleShot=True, interval=UNPAINTED_MS)
        self._is_new = True
        self._day = self._today()
        self._lay_out()
        self._connect()
        self._say_looking()
        self._ask()
        self._ask_queues()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2 * STEP)
        top.addWidget(self.filters, 1)
        top.addWidget(self.sync.button, 0, Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.addWidget(self.summary, 1)
        line.addWidget(self.sync.words)
        for part in (self.picture.shown, self.picture.copy, self.picture.toggle, self.export.button):
            line.addWidget(part)
        self._more = QWidget()
        more = QHBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        self._more_words = label(kind="problem", wrap=True)
        self._more_again = QPushButton(self.tr("Try again"))
        more.addWidget(self._more_words, 1)
        more.addWidget(self._more_again)
        self._stack = QStackedWidget()
        self._stack.addWidget(in_card(self.table))
        self._stack.addWidget(self.state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 3 * STEP, MARGIN, 3 * STEP)
        layout.setSpacing(3 * STEP)
        layout.addLayout(top)
        layout.addLayout(line)
        layout.addWidget(self.export)
        layout.addWidget(self.sync.missing)
        content = QVBoxLayout()
        content.setSpacing(0)
        content.addWidget(self.picture)
        content.addWidget(self._stack, 1)
        layout.addLayout(content, 1)
        layout.addWidget(self._more)
        layout.addWidget(self.player)

    def _connect(self) -> None:
        self.filters.changed.connect(self._ask)
        self.picture.narrowed.connect(self._ask)
        self.filters.kinds.opened.connect(self._ask_queues)
        self.model.changed_state.connect(self._show_state)
        self.model.rowsInserted.connect(self._show_state)
        self.state.acted.connect(self._act)
        self._more_again.clicked.connect(self.model.try_again)
        self.sync.ended.connect(self._synced)
        self.table.acted.connect(self._dial)
        self.table.menu_wanted.connect(self.open_menu)
        self._actions.dial_wanted.connect(self.dial_wanted)
        self._actions.number_wanted.connect(self.filters.show_number)
        self._actions.recording_wanted.connect(self.play_recording)
        self.table.clicked.connect(self._play_clicked)
        self.player.closed.connect(self.table.setFocus)
        self._actions.note_kept.connect(self.model.keep_note)
        self._actions.disposition_kept.connect(self.model.keep_disposition)
        self._slow.timeout.connect(self._say_slow)
        self._unpainted.timeout.connect(lambda: self.setUpdatesEnabled(True))
        bridge = self.context.bridge
        bridge.call_changed.connect(self.model.upsert)
        bridge.call_changed.connect(self.summary.look_again)
        bridge.call_changed.connect(self.picture.look_again)
        bridge.calls_lapsed.connect(self._ask)
        bridge.settings_changed.connect(self._own_changed)
        bridge.news.connect(self._hear)

    def _hear(self, news: News) -> None:
        if isinstance(news, ContactsChanged):
            self.model.look_again()  # callers may have other names

    def tick(self, now: float) -> None:
        if self._day != self._today():
            self._day = self._today()
            self._ask()
        self.sync.tick()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_new:
            self._is_new = False
            self.filters.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.picture.fit(event.size().height())

    def enter(self) -> None:
        self._enter_list(self.table, self.state)

    def search(self) -> bool:
        self.filters.edit.setFocus()
        self.filters.edit.selectAll()
        return True

    def escape(self) -> bool:
        is_searching = self.filters.edit.hasFocus() and bool(self.filters.edit.text())
        if is_searching:
            self.filters.edit.clear()
        elif self.player.isVisible():
            self.player.close_recording()
            return True
        return is_searching

    def refresh(self) -> None:
        self.sync.begin()

    def take_over(self, other: Panel) -> None:
        assert isinstance(other, HistoryPanel)
        super().take_over(other)
        self._is_new = other._is_new
        header = other.table.horizontalHeader()
        self.table.sortByColumn(header.sortIndicatorSection(), header.sortIndicatorOrder())
        self.filters.take_over(other.filters)
        self.picture.take_over(other.picture)
        self.player.take_over(other.player)
        self._ask()

    def keep_layout(self) -> None:
        self.table.keep_columns()

    def open_menu(self, index: QModelIndex, at: QPoint) -> QMenu:
        """The menu of a call, at a point of the screen."""
        return self._actions.open_menu(self.model.line_at(index.row()), at, self.table.copy)

    def play_recording(self, record: CallRecord) -> None:
        """Play a call's recording below the list."""
        row = self.model.row_of(record.callid)
        self.player.open(record, "" if row is None else self.model.line_at(row).name)

    def _play_clicked(self, index: QModelIndex) -> None:
        record = self.model.line_at(index.row()).record
        if index.column() == Column.RECORDING and record.recording_url:
            self.play_recording(record)

    def _dial(self, index: QModelIndex) -> None:
        line: CallLine = self.model.line_at(index.row())
        if line.record.number and line.record.number != WITHHELD:
            self.dial_wanted.emit(line.record.number)

    def _today(self) -> date:
        return datetime.fromtimestamp(self.context.now()).astimezone().date()

    def _fetch(
        self, query: HistoryQuery, done: Callable[[HistoryPage], None], failed: Callable[[AgentDesktopError], None]
    ) -> Asked:
        bridge = self.context.bridge
        return bridge.ask(bridge.desk.history(query), done, failed)

    def _ask(self) -> None:
        whole = self.filters.apply(self.model.query)
        self.picture.ask(whole)
        query = self.picture.apply(whole)
        self.model.ask(query)
        self.summary.ask(query)
        self.sync.look_for_missing()

    def _own_changed(self) -> None:
        if self.picture.apply(self.filters.apply(self.model.query)) != self.model.query:
            self._ask()

    def _ask_queues(self) -> None:
        bridge = self.context.bridge
        bridge.ask(bridge.desk.features.call_browser.queues(), self.filters.kinds.show_queues, lambda _: None)

    # States.

    def _show_state(self) -> None:
        loading, is_empty = self.model.loading, not self.model.rowCount()
        self.export.button.setVisible(not is_empty)
        self._more.setVisible(loading is Loading.MORE_FAILED)
        if loading is Loading.FIRST:
            self._slow.start()
            self._wait_with_painting()
            return
        self._slow.stop()
        self._unpainted.stop()
        self.setUpdatesEnabled(True)
        error = self.model.error
        if loading is Loading.MORE_FAILED and error is not None:
            self._more_words.setText(f"{self.tr('More calls could not be loaded.')} {sentence(error.title)}")
        if loading is Loading.FAILED and error is not None:
            self.state.say(Glyph.ERROR, said(error), self.tr("Try again"))
        elif self.filters.is_narrow or self.picture.is_narrow:
            self.state.say(Glyph.SEARCH, self.tr("No call fits this search."), self.tr("Clear the search"))
        else:
            words = self.tr("No calls today yet.") if self.filters.is_today else self.tr("No calls on these days.")
            self.state.say(Glyph.HISTORY, words, self.tr("Sync now"))
        self._stack.setCurrentIndex(1 if is_empty else 0)
        self.summary.show_total(self.model.total)

    def _wait_with_painting(self) -> None:
        # Qt never paints a window again in which something was about to be painted.
        if not self._unpainted.isActive() and not self.isWindow():
            self._unpainted.start()
            self.setUpdatesEnabled(False)

    def _say_slow(self) -> None:
        """Most answers are there before anyone could read this."""
        if not self.model.rowCount():
            self._say_looking()
            self._stack.setCurrentIndex(1)

    def _say_looking(self) -> None:
        self.state.say(Glyph.HISTORY, self.tr("Looking for calls…"), self.tr("Cancel"))

    def _act(self) -> None:
        match self.model.loading:
            case Loading.FAILED:
                self._ask()
            case Loading.FIRST:
                self.model.cancel()
            case _:
                if self.filters.is_narrow or self.picture.is_narrow:
                    self.picture.clear()
                    self.filters.clear()
                else:
                    self.refresh()

    def _synced(self, news: int) -> None:
        if news:
            self.model.look_again()
