"""The team: who does what and since when, and a lead's hands: listen, whisper, barge in, pause, release."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QSortFilterProxyModel
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from agent_desktop.desk.contacts import ContactsChanged
from agent_desktop.desk.updates import Level, News, Notice, TeamChanged, TeamMember
from agent_desktop.errors import AgentDesktopError
from agent_desktop.telephony.agent import SpyMode
from agent_desktop.ui.bridge import Asked
from agent_desktop.ui.context import Context
from agent_desktop.ui.empty_state import EmptyState
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import said, sentence
from agent_desktop.ui.marks import GlyphButton
from agent_desktop.ui.models.team_model import SORT_ROLE, TeamModel, summarise
from agent_desktop.ui.panel import MARGIN, Panel
from agent_desktop.ui.plain import plain_action
from agent_desktop.ui.queue_tiles import MOST_ROWS, QueueTiles
from agent_desktop.ui.table import in_card
from agent_desktop.ui.team_table import TeamTable, can_spy
from agent_desktop.ui.theme import STEP
from agent_desktop.ui.wording import ago

LOW = 110 * STEP


class TeamPanel(Panel):
    """Watched by the desk only while it can be seen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = TeamModel(context.own, context.number, context.now, context.colleague, self)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.model)
        self.sorted.setSortRole(SORT_ROLE)
        self.table = TeamTable(context)
        self.table.setModel(self.sorted)
        self.table.settle()
        self.tiles = QueueTiles(context.theme)
        self.state = EmptyState(context.theme)
        self.again = GlyphButton(context.theme, Glyph.REFRESH, self.tr("Refresh"))
        self._age = label(kind="secondary")
        self._menu = QMenu(self)
        self._error: AgentDesktopError | None = None
        self._asked: Asked | None = None
        self._lay_out()
        self._connect()
        self._show_team(context.bridge.present.team)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._age, 1)
        line.addWidget(self.again)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(3 * STEP)
        inside.addWidget(self.tiles)
        inside.addLayout(line)
        inside.addWidget(in_card(self.table), 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(content)
        self._stack.addWidget(self.state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 3 * STEP, MARGIN, 3 * STEP)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self.context.bridge.team_changed.connect(self._show_team)
        self.context.bridge.news.connect(self._hear)
        self.again.clicked.connect(self.refresh)
        self.state.acted.connect(self._act)
        self.table.spy_wanted.connect(self._spy)
        self.table.acted.connect(self._open_menu_of)
        self.table.menu_wanted.connect(self.open_menu)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        bridge = self.context.bridge
        bridge.ask(bridge.desk.watch_team(True))
        if bridge.present.team is None:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        bridge = self.context.bridge
        bridge.ask(bridge.desk.watch_team(False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tiles.limit_rows(1 if self.height() < LOW else MOST_ROWS)

    def tick(self, now: float) -> None:
        team = self.context.bridge.present.team
        self.model.tick()
        if team is not None:
            self.tiles.show_summaries(summarise(team.members, now))
        self._show_age()

    def enter(self) -> None:
        self._enter_list(self.table, self.state)

    def refresh(self) -> None:
        if self._asked is None:
            bridge = self.context.bridge
            self._error = None
            self._asked = bridge.ask(bridge.desk.refresh_team(), lambda _: self._answered(None), self._answered)
            self._show_state()

    def _act(self) -> None:
        """The empty state's button: ask, or give that up."""
        if self._asked is None:
            self.refresh()
        else:
            self._asked.cancel()
            self._answered(None)

    def keep_layout(self) -> None:
        self.table.keep_columns()

    def _answered(self, error: AgentDesktopError | None) -> None:
        self._asked = None
        self._error = error
        self._show_state()

    def _hear(self, news: News) -> None:
        if isinstance(news, ContactsChanged):
            self.model.name_anew()

    def _show_team(self, team: TeamChanged | None) -> None:
        if team is not None:
            self.model.show_members(team.members)
            self.tiles.show_summaries(summarise(team.members, self.context.now()))
            self._error = None
        self._show_state()

    def _show_state(self) -> None:
        team = self.context.bridge.present.team
        if self._error is not None:
            self.state.say(Glyph.ERROR, said(self._error), self.tr("Try again"))
        elif self._asked is not None:
            self.state.say(Glyph.TEAM, self.tr("Asking the PBX for the team…"), self.tr("Cancel"))
        elif team is None:
            self.state.say(Glyph.TEAM, self.tr("The PBX was not asked for the team yet."), self.tr("Ask the PBX"))
        else:
            self.state.say(Glyph.TEAM, self.tr("The PBX names no queue with members."), self.tr("Ask the PBX"))
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        self.again.setDisabled(self._asked is not None)
        self._show_age()

    def _show_age(self) -> None:
        team = self.context.bridge.present.team
        if self._error is not None:
            self._age.setText(sentence(self._error.title))
        elif self._asked is not None:
            self._age.setText(self.tr("Asking the PBX…"))
        elif team is not None and team.as_of:
            self._age.setText(self.tr("Asked the PBX %1").replace("%1", ago(self.context.now() - team.as_of)))

    # What a lead does.

    def _open_menu_of(self, index: QModelIndex) -> None:
        below = self.table.visualRect(index).bottomLeft()
        self.open_menu(index, self.table.viewport().mapToGlobal(below))

    def open_menu(self, index: QModelIndex, at: QPoint) -> QMenu | None:
        """The menu of a member, at a point of the screen."""
        member = self.table.member_at(index)
        if member is None:
            return None
        menu = self._menu
        menu.clear()
        extension, own = member.status.extension, self.context.own()
        for name, mode in self._modes():
            action = menu.addAction(name, partial(self._spy, member, mode))
            action.setEnabled(can_spy(member, own))
        menu.addSeparator()
        paused = member.status.status == "pause"
        menu.addAction(self.tr("Release from pause"), partial(self._set_pause, extension, False)).setEnabled(
            paused or member.status.status not in ("on", "ring", "talk")
        )
        menu.addAction(self.tr("Pause"), partial(self._set_pause, extension, True)).setEnabled(not paused)
        menu.addSeparator()
        call = menu.addAction(plain_action(self.tr("Dial %1").replace("%1", self.model.who(extension))))
        call.triggered.connect(lambda: self.dial_wanted.emit(extension))
        call.setEnabled(extension not in own)
        menu.addAction(self.tr("Copy the row"), self.table.copy)
        menu.popup(at)
        return menu

    def _modes(self) -> tuple[tuple[str, SpyMode], ...]:
        return (
            (self.tr("Listen"), SpyMode.LISTEN),
            (self.tr("Whisper to the member"), SpyMode.WHISPER),
            (self.tr("Barge in"), SpyMode.BARGE),
            (self.tr("Talk to the caller only"), SpyMode.CALLER),
            (self.tr("Talk to the callee only"), SpyMode.CALLEE),
        )

    def _spy(self, member: TeamMember, mode: SpyMode) -> None:
        bridge, extension = self.context.bridge, member.status.extension
        words = self.tr("Your phone rings: answer it to join the call of %1.").replace("%1", self.model.who(extension))
        bridge.ask(
            bridge.desk.spy(extension, mode), lambda _: bridge.say(Notice("spy", Level.INFO, words)), self._failed
        )

    def _set_pause(self, extension: str, paused: bool) -> None:
        bridge = self.context.bridge
        words = self.tr("The PBX was asked to pause %1.") if paused else self.tr("The PBX was asked to release %1.")
        notice = Notice("spy", Level.INFO, words.replace("%1", self.model.who(extension)))
        bridge.ask(bridge.desk.set_member_pause(extension, paused), lambda _: bridge.say(notice), self._failed)

    def _failed(self, error: AgentDesktopError) -> None:
        self.context.bridge.say_error("spy", error)
