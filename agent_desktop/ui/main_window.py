"""The main window: a header that is always there, a rail of panels, and one panel at a time."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from agent_desktop.desk.call_backs import CallBacksChanged
from agent_desktop.desk.dialling import dial_rules
from agent_desktop.desk.updates import Level, News, Notice
from agent_desktop.errors import NotSetUp
from agent_desktop.telephony.number import same_number
from agent_desktop.ui.bridge import DeskBridge
from agent_desktop.ui.call_back_panel import CallBackPanel
from agent_desktop.ui.contacts_panel import ContactsPanel
from agent_desktop.ui.context import Context
from agent_desktop.ui.first_run import FirstRun
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.header import Header
from agent_desktop.ui.history_panel import HistoryPanel
from agent_desktop.ui.marks import Line
from agent_desktop.ui.notice_bar import NoticeBar
from agent_desktop.ui.now_panel import NowPanel
from agent_desktop.ui.panel import Panel
from agent_desktop.ui.privacy_curtain import PrivacyCurtain
from agent_desktop.ui.rail import WIDTH as RAIL_WIDTH
from agent_desktop.ui.rail import Rail, RailItem
from agent_desktop.ui.settings_panel import SettingsPanel
from agent_desktop.ui.team_panel import TeamPanel
from agent_desktop.ui.theme import STEP

SIZE = (253 * STEP, 150 * STEP)
SMALLEST = (190 * STEP, 110 * STEP)
TICK_MS = 1000
GEOMETRY, PANEL, SAID_ONCE = "window/geometry", "window/panel", "window/said-still-here"


class MainWindow(QWidget):
    """Panels are built when they are first seen, the history a little earlier. `closed_to_tray` says, once ever, that
    the program stays.
    """

    closed_to_tray = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._panels: dict[str, Panel] = {}
        self._first_run: FirstRun | None = None
        self.setWindowTitle(self.tr("Agent Desktop"))
        self.setMinimumSize(*SMALLEST)
        self._factories: dict[str, Callable[[Context], Panel]] = {
            "now": NowPanel,
            "history": HistoryPanel,
            "callbacks": CallBackPanel,
            "team": TeamPanel,
            "contacts": ContactsPanel,
            "settings": SettingsPanel,
        }
        self.header = Header(context, self)
        self.rail = Rail(context.theme, self._items())
        self.notices = NoticeBar(context.theme)
        self._stack = QStackedWidget()
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.timeout.connect(self._build_ahead)
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        if not self.restoreGeometry(context.memory.state(GEOMETRY)):
            # A rail of longer words takes its room from no panel.
            self.resize(SIZE[0] + self.rail.width() - RAIL_WIDTH, SIZE[1])
        self._check_set_up()

    def _items(self) -> tuple[RailItem, ...]:
        return (
            RailItem("now", self.tr("Now"), Glyph.NOW),
            RailItem("history", self.tr("History"), Glyph.HISTORY),
            RailItem("callbacks", self.tr("Call-backs"), Glyph.CALL_BACK),
            RailItem("team", self.tr("Team"), Glyph.TEAM),
            RailItem("contacts", self.tr("Contacts"), Glyph.CONTACTS),
            RailItem("settings", self.tr("Settings"), Glyph.SETTINGS),
        )

    def _lay_out(self) -> None:
        theme = self._context.theme
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.notices)
        right.addWidget(self._stack, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        self._rail_line = Line(theme, is_upright=True)
        below.addWidget(self.rail)
        below.addWidget(self._rail_line)
        below.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        self._header_line = Line(theme)
        layout.addWidget(self._header_line)
        layout.addLayout(below, 1)

    def _connect(self) -> None:
        bridge = self._context.bridge
        self.rail.chosen.connect(self._open)
        self.notices.dismissed.connect(bridge.forget)
        bridge.notice.connect(self._show_notice)
        bridge.news.connect(self._hear)
        self._hear(_call_backs(bridge))
        bridge.settings_changed.connect(self._check_set_up)
        for notice in bridge.present.notices.values():
            self._show_notice(notice)

    def _add_shortcuts(self) -> None:
        keys: dict[str, Callable[[], None]] = {"Ctrl+D": self.focus_dial, "F5": self.refresh}
        for place, name in enumerate(self.rail.names, 1):
            keys[f"Ctrl+{place}"] = partial(self._enter, name)
        for key in ("Ctrl+K", "/"):
            keys[key] = self.search
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    # What others ask of it.

    def open_at(self, name: str = "") -> None:
        """Show it in front, at a panel, or at the one it was left at."""
        if self._first_run is None:
            kept = self._context.memory.word(PANEL)
            self.rail.choose(name or self.panel_name or (kept if kept in self._factories else "now"))
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if self.focusWidget() is None and self.panel is not None:
            self.panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_history(self, number: str = "") -> None:
        """Show the history, of a number."""
        self.open_at("history")
        panel = self._panels.get("history")
        if number and isinstance(panel, HistoryPanel):
            panel.filters.show_number(number)

    def call_back(self, number: str) -> None:
        """Dial a caller who was missed, at their place in the list of call-backs where they wait."""
        bridge = self._context.bridge
        rules = dial_rules(bridge.present.settings.dial)
        waiting = next((one for one in _call_backs(bridge).call_backs if same_number(one.number, number, rules)), None)
        self.open_at("callbacks" if waiting is not None else "")
        panel = self._panels.get("callbacks")
        if waiting is not None and isinstance(panel, CallBackPanel):
            panel.select(waiting.canonical)
        self.dial(number)

    def add_call_back(self, number: str) -> None:
        """Put a number on the list of call-backs."""
        bridge = self._context.bridge
        words = Notice("asked", Level.INFO, self.tr("The number is on the list of call-backs."))
        bridge.ask(bridge.desk.features.call_backs.add(number), lambda _: bridge.say(words))

    def dial(self, text: str) -> None:
        """Dial as from the dial field: what must be asked first is asked there."""
        if self._first_run is not None:
            self._context.bridge.say_error("asked", NotSetUp())
        else:
            self.header.dial_field.dial(text)

    def focus_dial(self) -> None:
        """Put the cursor into the dial field."""
        self.header.dial_field.focus()

    def open_dialogs(self) -> list[QDialog]:
        """What was opened over it and is not finished."""
        return [dialog for dialog in self.findChildren(QDialog) if not dialog.isHidden()]

    def hide_open(self, is_wanted: bool) -> None:
        """Hide what it shows, and what the open dialogs do, as long as there are any: what is typed in them stays."""
        for dialog in self.open_dialogs() if is_wanted else ():
            if isinstance(dialog, QFileDialog):
                dialog.reject()  # the system may draw it, with a number in the name that it offers
        for window in (self, *self.open_dialogs()) if self.open_dialogs() else ():
            for curtain in window.findChildren(PrivacyCurtain, options=Qt.FindChildOption.FindDirectChildrenOnly):
                curtain.lift()
            if is_wanted:
                PrivacyCurtain(window)

    def take_over(self, other: "MainWindow") -> None:
        """Stand where the other one stands, with what was typed and chosen in it."""
        other._keep_layout()
        self.restoreGeometry(other.saveGeometry())
        self.header.dial_field.take_over(other.header.dial_field)
        if other._first_run is not None:
            self._begin_first_run().take_over(other._first_run)
        for name, panel in other._panels.items():
            self._build(name).take_over(panel)

    def close_for_good(self) -> None:
        """The program ends."""
        self._keep_layout()
        self.close()
        self.deleteLater()

    # Panels.

    @property
    def panel_name(self) -> str:
        """The open panel's name, or "" before the first."""
        current = self._stack.currentWidget()
        return next((name for name, panel in self._panels.items() if panel is current), "")

    @property
    def panel(self) -> Panel | None:
        """The open panel."""
        return self._panels.get(self.panel_name)

    def search(self) -> None:
        """Put the cursor where one searches: in this panel, or in the history."""
        if self._first_run is not None or (self.panel is not None and self.panel.search()):
            return
        self.rail.choose("history")
        self._panels["history"].search()

    def refresh(self) -> None:
        """Ask the PBX anew for what can be seen."""
        bridge = self._context.bridge
        bridge.ask(bridge.desk.refresh_status())
        if self.panel is not None:
            self.panel.refresh()

    def _open(self, name: str) -> None:
        if self._first_run is not None:
            return
        self.header.dial_field.rest()
        self._stack.setCurrentWidget(self._build(name))
        self._context.memory.keep_word(PANEL, name)
        self.tick()

    def _enter(self, name: str) -> None:
        """Open a panel with the focus in it."""
        if self._first_run is None:
            self.rail.choose(name)
            self._build(name).enter()

    def _build(self, name: str) -> Panel:
        """The panel, built when it is first wanted."""
        if name not in self._panels:
            panel = self._panels[name] = self._factories[name](self._context)
            panel.dial_wanted.connect(self.dial)
            panel.calls_wanted.connect(self.open_history)
            panel.go.connect(self.rail.choose)
            if isinstance(panel, HistoryPanel):
                panel.call_back_wanted.connect(lambda record: self.add_call_back(record.number))
            self._stack.addWidget(panel)
        return self._panels[name]

    def _build_ahead(self) -> None:
        """The history takes longest to build: it is there before it is wanted, once the window has been up a while."""
        if self._first_run is None and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._build("history")

    def _check_set_up(self) -> None:
        present = self._context.bridge.present
        if present.is_known and self._first_run is None and not (present.settings.is_complete and present.key_kept):
            self._begin_first_run()
        self._show_frame(self._first_run is None)

    def _begin_first_run(self) -> FirstRun:
        if self._first_run is None:
            self._first_run = FirstRun(self._context)
            self._first_run.finished.connect(self._end_first_run)
            self._stack.addWidget(self._first_run)
            self._stack.setCurrentWidget(self._first_run)
            self._show_frame(False)
        return self._first_run

    def _end_first_run(self) -> None:
        if self._first_run is not None:
            self._stack.removeWidget(self._first_run)
            self._first_run.deleteLater()
            self._first_run = None
        self._show_frame(True)
        self.rail.choose("now")
        self._open("now")

    def _show_frame(self, is_shown: bool) -> None:
        for part in (self.header, self._header_line, self.rail, self._rail_line):
            part.setVisible(is_shown)

    def _hear(self, news: News) -> None:
        if isinstance(news, CallBacksChanged):
            self.rail.show_badge("callbacks", news.due)

    def _show_notice(self, notice: Notice) -> None:
        self.notices.show_notice(self._context.privacy.notice(notice), self._context.now())

    # Time passes only while someone can see it.

    def tick(self) -> None:
        """Ages are one second older."""
        now = self._context.now()
        self.header.tick(now)
        self.notices.tick(now)
        if self.panel is not None:
            self.panel.tick(now)

    @property
    def is_ticking(self) -> bool:
        """True while ages move."""
        return self._timer.isActive()

    def _watch_clock(self) -> None:
        if self.isVisible() and not self.isMinimized():
            self._timer.start()
            self.tick()
        else:
            self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch_clock()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._watch_clock()

    # Closing hides.

    def closeEvent(self, event: QCloseEvent) -> None:
        # Accepted, which hides it: a refusal would keep the program from quitting.
        self._keep_layout()
        event.accept()
        if event.spontaneous():
            self._say_still_here()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.panel is None or not self.panel.escape():
                self.close()
                self._say_still_here()
        else:
            super().keyPressEvent(event)

    def _say_still_here(self) -> None:
        memory = self._context.memory
        if not memory.word(SAID_ONCE):
            memory.keep_word(SAID_ONCE, "yes")
            self.closed_to_tray.emit()

    def _keep_layout(self) -> None:
        self._context.memory.keep_state(GEOMETRY, self.saveGeometry())
        for panel in self._panels.values():
            panel.keep_layout()


def _call_backs(bridge: DeskBridge) -> CallBacksChanged:
    news = bridge.present.news.get(CallBacksChanged)
    return news if isinstance(news, CallBacksChanged) else CallBacksChanged()
