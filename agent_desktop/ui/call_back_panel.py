"""Call-backs: who waits for a call, who is put off until later, and who was reached."""

from collections.abc import Iterable
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from agent_desktop.desk.call_backs import CallBacksChanged
from agent_desktop.desk.updates import News
from agent_desktop.errors import AgentDesktopError
from agent_desktop.telephony.call_back import CallBack
from agent_desktop.ui.announce import announce
from agent_desktop.ui.call_back_actions import CallBackActions
from agent_desktop.ui.call_back_table import CallBackTable
from agent_desktop.ui.context import Context
from agent_desktop.ui.empty_state import EmptyState
from agent_desktop.ui.flow import Flow
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.labels import ElidedLabel
from agent_desktop.ui.language import said
from agent_desktop.ui.marks import GlyphButton
from agent_desktop.ui.models.call_back_model import CallBackModel, CallBackWords
from agent_desktop.ui.panel import MARGIN, Panel
from agent_desktop.ui.rail import PageButton
from agent_desktop.ui.table import in_card
from agent_desktop.ui.theme import STEP

UNDO_S = 15.0
"""So long it is offered to take "done" back."""


class Shown(Enum):
    """Which call-backs are listed."""

    OPEN = auto()
    SNOOZED = auto()
    DONE = auto()


class CallBackPanel(Panel):
    """Built on first use."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        words = CallBackWords(context.number, context.place, context.now, context.name, context.text)
        self.model = CallBackModel(words, self)
        self.table = CallBackTable(context, self.model)
        self.state = EmptyState(context.theme)
        self.shown = Shown.OPEN
        self._actions = CallBackActions(context, self)
        self._waiting: tuple[CallBack, ...] = ()
        self._closed: tuple[CallBack, ...] | None = None
        self._error: AgentDesktopError | None = None
        self._undone: CallBack | None = None
        self._undo_until = 0.0
        self.setFocusProxy(self.table)
        self._build()
        self._lay_out()
        self._connect()
        self._hear(context.bridge.present.news.get(CallBacksChanged, CallBacksChanged()))

    def _build(self) -> None:
        theme = self.context.theme
        names = {Shown.OPEN: self.tr("Open"), Shown.SNOOZED: self.tr("Snoozed"), Shown.DONE: self.tr("Done")}
        self._group = QButtonGroup(self)
        self.tabs = {shown: PageButton(theme, name) for shown, name in names.items()}
        for tab in self.tabs.values():
            self._group.addButton(tab)
        self.tabs[Shown.OPEN].setChecked(True)
        self.call = GlyphButton(theme, Glyph.HANDSET, self.tr("Dial"))
        self.snooze = GlyphButton(theme, Glyph.PAUSE, self.tr("Snooze"))
        self.note = GlyphButton(theme, Glyph.NOTE, self.tr("Note"))
        self.done = GlyphButton(theme, Glyph.CHECK, self.tr("Done"))
        self.back = GlyphButton(theme, Glyph.CALL_BACK, self.tr("Put back on the list"))
        keys = ((self.call, "Enter"), (self.snooze, "S"), (self.note, "N"), (self.done, "D"))
        for button, key in keys:
            button.setToolTip(f"{button.text()} ({key})")
        self._said = ElidedLabel(kind="secondary")
        self.undo = QPushButton(self.tr("Undo"))
        self.undo.setToolTip(f"{self.undo.text()} (Ctrl+Z)")

    def _lay_out(self) -> None:
        top = Flow(is_spread=True)
        top.setSpacing(2 * STEP)
        for group in (tuple(self.tabs.values()), (self.call, self.snooze, self.note, self.done, self.back)):
            top.addWidget(_in_row(group))
        self._stack = QStackedWidget()
        self._stack.addWidget(in_card(self.table))
        self._stack.addWidget(self.state)
        self._undo_line = QWidget()
        undo = QHBoxLayout(self._undo_line)
        undo.setContentsMargins(0, 0, 0, 0)
        undo.addWidget(self._said, 1)
        undo.addWidget(self.undo)
        self._undo_line.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 3 * STEP, MARGIN, 3 * STEP)
        layout.setSpacing(3 * STEP)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._undo_line)

    def _connect(self) -> None:
        for shown, tab in self.tabs.items():
            tab.clicked.connect(partial(self.show_only, shown))
        self.table.acted.connect(lambda index: self._act(self.table.at(index), "Enter"))
        self.table.key_pressed.connect(lambda key: self._act(self.table.current, key))
        self.table.menu_wanted.connect(self.open_menu)
        for button, key in ((self.call, "Enter"), (self.note, "N"), (self.done, "D"), (self.back, "B")):
            button.clicked.connect(partial(self._act_on_current, key))
        self.snooze.clicked.connect(self._snooze_below_button)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_buttons())
        self.state.acted.connect(self._act_on_empty)
        self._actions.dial_wanted.connect(self.dial_wanted)
        self._actions.history_wanted.connect(self.calls_wanted)
        self._actions.finished.connect(self._offer_undo)
        self.undo.clicked.connect(self._take_back)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self._take_back)
        self.context.bridge.news.connect(self._hear)

    # What is listed.

    def show_only(self, shown: Shown) -> None:
        """List these."""
        self.shown = shown
        self.tabs[shown].setChecked(True)
        if shown is Shown.DONE:
            self._ask_closed()
        self._show()

    def select(self, canonical: str) -> None:
        """Go to a number, where it waits."""
        one = next((one for one in self._waiting if one.canonical == canonical), None)
        if one is not None:
            self.show_only(Shown.SNOOZED if one.is_snoozed(self.context.now()) else Shown.OPEN)
            self.table.select(canonical)

    def tick(self, now: float) -> None:
        self._show()
        self.model.tick()
        if self._undone is not None and now >= self._undo_until:
            self._end_undo()

    def enter(self) -> None:
        self._enter_list(self.table, self.state)

    def refresh(self) -> None:
        """F5: ask the PBX for its records, which may tell of a talk that was not heard of."""
        bridge = self.context.bridge
        bridge.ask(bridge.desk.features.sync.begin())

    def take_over(self, other: Panel) -> None:
        assert isinstance(other, CallBackPanel)
        super().take_over(other)
        self.show_only(other.shown)
        if other.table.current is not None:
            self.table.select(other.table.current.canonical)
        if other._undone is not None:
            self._offer_undo(other._undone)

    def keep_layout(self) -> None:
        self.table.keep_columns()

    def _hear(self, news: News) -> None:
        if isinstance(news, CallBacksChanged):
            self._waiting = news.call_backs
            if self.shown is Shown.DONE:
                self._ask_closed()
            self._show()

    def _ask_closed(self) -> None:
        bridge = self.context.bridge
        self._error = None
        bridge.ask(bridge.desk.features.call_backs.closed(), self._take_closed, self._fail_closed)

    def _take_closed(self, closed: tuple[CallBack, ...]) -> None:
        self._closed = closed
        self._show()

    def _fail_closed(self, error: AgentDesktopError) -> None:
        self._closed, self._error = None, error
        self._show()

    def _show(self) -> None:
        now = self.context.now()
        snoozed = tuple(one for one in self._waiting if one.is_snoozed(now))
        waiting = tuple(one for one in self._waiting if not one.is_snoozed(now))
        for shown, count in ((Shown.OPEN, len(waiting)), (Shown.SNOOZED, len(snoozed))):
            self.tabs[shown].show_badge(count)
        self.model.show({Shown.OPEN: waiting, Shown.SNOOZED: snoozed, Shown.DONE: self._closed or ()}[self.shown])
        if self.model.rowCount() and self.table.current is None:
            self.table.setCurrentIndex(self.table.sorted.index(0, 0))
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        self._say_why_empty()
        self._show_buttons()

    def _say_why_empty(self) -> None:
        match self.shown:
            case Shown.OPEN:
                self.state.say(Glyph.CHECK, self.tr("Nobody waits for a call."), self.tr("Ask the PBX"))
            case Shown.SNOOZED:
                self.state.say(Glyph.PAUSE, self.tr("Nothing is put off."), self.tr("Show who waits"))
            case Shown.DONE if self._error is not None:
                self.state.say(Glyph.ERROR, said(self._error), self.tr("Try again"))
            case Shown.DONE if self._closed is None:
                self.state.say(Glyph.CALL_BACK, self.tr("Looking for call-backs…"))
            case Shown.DONE:
                days = self.context.bridge.present.settings.callbacks.keep_days
                one = self.tr("No call-back was finished within a day.")
                many = self.tr("No call-back was finished within %1 days.").replace("%1", str(days))
                self.state.say(Glyph.CALL_BACK, one if days == 1 else many, self.tr("Show who waits"))

    def _show_buttons(self) -> None:
        is_there, is_done = self.table.current is not None, self.shown is Shown.DONE
        for button in (self.call, self.snooze, self.note, self.done, self.back):
            button.setEnabled(is_there)
        for button in (self.snooze, self.note, self.done):
            button.setVisible(not is_done)
        self.back.setVisible(is_done)

    def _act_on_empty(self) -> None:
        if self.shown is Shown.OPEN:
            self.refresh()
        elif self._error is not None and self.shown is Shown.DONE:
            self._ask_closed()
        else:
            self.show_only(Shown.OPEN)

    # What the agent does.

    def open_menu(self, index: QModelIndex, at: QPoint) -> None:
        """The menu of a row, at a point of the screen."""
        one = self.table.at(index)
        if one is not None:
            self._actions.open_menu(one, at)

    def _act_on_current(self, key: str) -> None:
        self._act(self.table.current, key)

    def _act(self, one: CallBack | None, key: str) -> None:
        if one is None:
            return
        if key == "Enter":
            self.dial_wanted.emit(one.number)
        elif not one.is_open:
            self._actions.reopen(one)
        elif key == "S":
            below = self.table.visualRect(self.table.currentIndex()).bottomLeft()
            self._actions.open_snoozes(one, self.table.viewport().mapToGlobal(below))
        elif key == "T":
            self._actions.ask_due(one)
        elif key == "N":
            self._actions.ask_to_write(one)
        else:
            self._actions.finish(one)

    def _snooze_below_button(self) -> None:
        one = self.table.current
        if one is not None:
            self._actions.open_snoozes(one, self.snooze.mapToGlobal(QPoint(0, self.snooze.height())))

    def _offer_undo(self, one: CallBack) -> None:
        self._undone, self._undo_until = one, self.context.now() + UNDO_S
        words = self.tr("Done: %1").replace("%1", self.context.name(one.name) or self.context.number(one.number))
        self._said.say(words)
        self._undo_line.show()
        announce(self, words)

    def _take_back(self) -> None:
        if self._undone is not None:
            self._actions.reopen(self._undone)
            self._end_undo()

    def _end_undo(self) -> None:
        self._undone = None
        self._undo_line.hide()


def _in_row(widgets: Iterable[QWidget]) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(STEP)
    for widget in widgets:
        layout.addWidget(widget)
    return row
