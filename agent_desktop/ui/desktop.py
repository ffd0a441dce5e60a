"""The windows together: tray, screen pop and main window, wired to the desk through the bridge."""

import asyncio
import signal
import socket
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSocketNotifier, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication

from agent_desktop.desk.call_backs import CallBacksChanged
from agent_desktop.desk.crm import OpenAddress
from agent_desktop.desk.dialling import dial_rules
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.updates import AgentChanged, Desk, Level, News, Notice, SettingsChanged
from agent_desktop.telephony.number import DialRules, format_number
from agent_desktop.telephony.screen_pop import Card
from agent_desktop.ui.attention import Attention
from agent_desktop.ui.bridge import DeskBridge
from agent_desktop.ui.context import Context
from agent_desktop.ui.global_keys import GlobalKeys
from agent_desktop.ui.language import Language
from agent_desktop.ui.layout_memory import LayoutMemory
from agent_desktop.ui.offered_words import dispositions, pause_reasons
from agent_desktop.ui.picture import program_icon
from agent_desktop.ui.pop_window import PopWindow
from agent_desktop.ui.pop_words import CardText, card_text
from agent_desktop.ui.privacy import Privacy
from agent_desktop.ui.quitting import Quitting
from agent_desktop.ui.ringtone import Ringtone
from agent_desktop.ui.theme import Scheme, Theme
from agent_desktop.ui.tray import Tray

if TYPE_CHECKING:
    from agent_desktop.ui.main_window import MainWindow

POP_PLACE = "pop/place"
if sys.platform == "win32":
    ENDINGS = (signal.SIGTERM, signal.SIGINT, signal.SIGBREAK)  # the last is a console's that is closed
else:
    ENDINGS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class Desktop(QObject):
    """Owns the windows. `run` returns the exit code; `close` takes the windows down before the desk's loop ends."""

    quit_wanted = Signal()
    """May be emitted on any thread."""

    def __init__(
        self,
        application: QApplication,
        desk: Desk,
        loop: asyncio.AbstractEventLoop,
        memory: Path,
        *,
        show: bool = False,
    ) -> None:
        super().__init__()
        self._application = application
        self._settings = Settings()
        self._rules = dial_rules(self._settings.dial)
        self._show_at_start = show
        self.language = Language(self)
        self.language.use(self._settings.window.language)
        self.theme = Theme(self)
        self.theme.apply(application, Scheme.SYSTEM)
        self.bridge = DeskBridge(desk, loop, self)
        self.memory = LayoutMemory(memory)
        self.privacy = Privacy(self)
        self.context = Context(self.bridge, self.theme, self.memory, self._write_number, privacy=self.privacy)
        self.pop = self._make_pop()
        self.attention = Attention(self.pop, self._card_words, parent=self)
        self.keys = GlobalKeys(self.context, self.pop, self)
        self.tray = Tray(self.theme)
        self._window: MainWindow | None = None
        self.quitting = Quitting(application, self.bridge.present.cards.values, self)
        self._connect()
        self.ringtone = Ringtone(self.context, self.attention.is_silenced, self)  # told of a call after the pop
        self.attention.quiet_changed.connect(lambda is_quiet: self.ringtone.hush() if is_quiet else None)
        self._obey_signals()

    def _write_number(self, number: str) -> str:
        return format_number(number, self._rules)

    def _card_words(self, card: Card) -> CardText:
        return card_text(card, self._rules, time.time(), privacy=self.privacy)

    def _dial_rules(self) -> DialRules:
        return self._rules

    def _make_pop(self) -> PopWindow:
        pop = PopWindow(self.theme, self._dial_rules, privacy=self.privacy)
        place = self.memory.word(POP_PLACE).partition(",")
        if place[0].lstrip("-").isdigit() and place[2].lstrip("-").isdigit():
            pop.dragged_to = QPoint(int(place[0]), int(place[2]))
        pop.warm_up()
        return pop

    @property
    def window(self) -> "MainWindow":
        """The main window, loaded and built when it is first wanted: until then it costs neither time nor memory."""
        if self._window is None:
            from agent_desktop.ui.main_window import MainWindow

            self._window = MainWindow(self.context)
            self._window.setWindowIcon(program_icon())
            self._window.closed_to_tray.connect(self.tray.say_still_here)
        return self._window

    def _connect(self) -> None:
        bridge, pop, tray = self.bridge, self.pop, self.tray
        bridge.card_shown.connect(self._show_card)
        bridge.card_closed.connect(pop.close_card)
        bridge.agent_changed.connect(self._show_agent)
        bridge.settings_changed.connect(self._take_settings)
        bridge.notice.connect(self._show_notice)
        bridge.raise_window.connect(self.open_window)
        pop.copy_requested.connect(self._copy)
        pop.dial_requested.connect(self._dial_back)
        pop.history_requested.connect(self._open_history)
        pop.note_changed.connect(lambda callid, text: bridge.ask(bridge.desk.set_note(callid, text)))
        features = bridge.desk.features
        pop.note_typed.connect(lambda callid: bridge.ask(features.notes.type(callid)))
        pop.note_left.connect(lambda callid: bridge.ask(features.notes.leave(callid)))
        pop.crm_requested.connect(lambda callid: bridge.ask(features.crm.open(callid)))
        pop.wrap_up_done.connect(lambda: bridge.ask(features.wrap_ups.end()))
        pop.wrap_up_extended.connect(lambda: bridge.ask(features.wrap_ups.extend()))
        pop.disposition_chosen.connect(lambda callid, text: bridge.ask(features.dispositions.set(callid, text)))
        pop.dismissed.connect(lambda callid: bridge.ask(bridge.desk.dismiss(callid)))
        pop.is_painted.connect(bridge.card_painted)
        pop.painted.connect(lambda callid, at: bridge.ask(bridge.desk.painted(callid, at)))
        pop.moved.connect(lambda place: self.memory.keep_word(POP_PLACE, f"{place.x()},{place.y()}"))
        tray.pause_requested.connect(lambda reason: bridge.ask(bridge.desk.pause(reason)))
        tray.unpause_requested.connect(lambda: bridge.ask(bridge.desk.unpause()))
        tray.dial_requested.connect(self._open_dial)
        tray.open_requested.connect(self.open_window)
        tray.privacy_requested.connect(self._want_privacy)
        tray.quiet_requested.connect(self.attention.do_not_disturb)
        self.attention.quiet_changed.connect(tray.show_quiet)
        self.attention.notify.connect(tray.show_call)
        tray.spoke.connect(pop.stay_above)
        self.attention.not_popped.connect(lambda callid, why: bridge.ask(features.receipts.not_popped(callid, why)))
        tray.quit_requested.connect(self.quitting.want)
        self.language.changed.connect(self._say_anew)
        self.quit_wanted.connect(self._application.quit, Qt.ConnectionType.QueuedConnection)

    # What the desk says.

    def _show_card(self, card: Card) -> None:
        if not self.attention.show_card(card):
            self.bridge.card_painted()

    def _show_agent(self, change: AgentChanged) -> None:
        self.tray.show_agent(change.status, change.pause)

    def _take_settings(self, change: SettingsChanged) -> None:
        first = self._settings == Settings()
        self._settings = change.settings
        self._rules = dial_rules(change.settings.dial)
        self.theme.apply(self._application, Scheme(change.settings.window.scheme))
        if change.settings.window.privacy != self.privacy.is_on:
            self.privacy.is_on = change.settings.window.privacy
            self.tray.show_privacy(self.privacy.is_on)
            if self._window is not None:
                self._window.hide_open(self.privacy.is_on)
            self._say_anew()
        self.language.use(change.settings.window.language)
        self.pop.crm_available = change.settings.crm.opens_calls
        self.pop.dispositions = dispositions(change.settings)
        self.attention.settings = change.settings.pop
        self.tray.show_reasons(pause_reasons(change.settings))
        is_set_up = change.settings.is_complete and bool(change.key_kept)
        if first and (self._show_at_start or not is_set_up or not change.settings.window.start_hidden):
            self._show_at_start = False
            self.open_window()

    def _hear_news(self, news: News) -> None:
        if isinstance(news, CallBacksChanged):
            self.tray.show_call_backs(news.due)
        elif isinstance(news, OpenAddress):
            address = QUrl(news.url)
            if address.scheme() in ("http", "https") and not QDesktopServices.openUrl(address):
                words = self.tr("The CRM's address cannot be opened.")
                self.bridge.say(Notice("crm", Level.WARNING, words, self.tr("No browser took it.")))

    def _say_anew(self) -> None:
        """Language or privacy mode changed: the window is built again, where it was and with what was typed."""
        self.tray.say_anew()
        self.pop.say_anew()
        self._renew_window()

    def _renew_window(self) -> None:
        """A dialog is finished as it was begun."""
        if self._window is None:
            return
        if dialogs := self._window.open_dialogs():
            dialogs[0].finished.connect(self._renew_window_later, Qt.ConnectionType.UniqueConnection)
            return
        old, self._window = self._window, None
        self.window.take_over(old)
        if old.isVisible():
            self.open_window(old.panel_name)
        old.close_for_good()

    @Slot()
    def _renew_window_later(self) -> None:
        # Not within the dialog's own end. Another one may be open by then.
        QTimer.singleShot(0, self._renew_window)

    def _show_notice(self, notice: Notice) -> None:
        hidden = self._window is None or not self._window.isVisible()
        if notice.title and notice.level is not Level.INFO and hidden:
            self.tray.show_notice(self.privacy.notice(notice))

    # What the agent wants.

    def open_window(self, panel: str = "") -> None:
        """Show the main window in front, at a panel or where it was."""
        self.window.open_at(panel)

    def _want_privacy(self, wanted: bool) -> None:
        changed = self._settings.with_value("window.privacy", "true" if wanted else "false")
        self.bridge.ask(self.bridge.desk.change_settings(changed))

    def _open_dial(self) -> None:
        self.open_window()
        self.window.focus_dial()

    def _open_history(self, number: str) -> None:
        self.window.open_history(number)

    def dial_link(self, link: str) -> None:
        """Dial a link that the system handed over, as what is selected elsewhere is."""
        self.bridge.ask(self.bridge.desk.features.keys.dial_link(link))

    def _dial_back(self, number: str) -> None:
        self.window.call_back(number)

    def _copy(self, number: str) -> None:
        QGuiApplication.clipboard().setText(self._write_number(number))

    def pose(self, scheme: str, panel: str) -> None:
        """Show a panel in a scheme, for a picture."""
        self.theme.apply(self._application, Scheme(scheme))
        self.open_window(panel)

    # Beginning and end.

    def run(self) -> int:
        """Show what is to be shown, until someone quits."""
        self.tray.show()
        self.bridge.open()
        return QApplication.exec()

    def quit_from_any_thread(self) -> None:
        """End `run` soon."""
        self.quit_wanted.emit()

    def close(self) -> None:
        """Take everything down."""
        self.bridge.close()
        self.tray.hide()
        self.pop.close()
        self.keys.close()
        if self._window is not None:
            self._window.close_for_good()
        self.theme.close()
        self.memory.save()  # what the window kept at its end, too: Qt would write it when the profile may be gone

    def _obey_signals(self) -> None:
        """Quit on SIGTERM and Ctrl+C. Qt's loop would let Python see a signal only when something else happens."""
        self._woken_by, wake = socket.socketpair()
        self._wake = wake
        wake.setblocking(False)
        signal.set_wakeup_fd(wake.fileno())
        self._notifier = QSocketNotifier(self._woken_by.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: self._woken_by.recv(64))
        for number in ENDINGS:
            signal.signal(number, lambda *_: self.quit_from_any_thread())  # before `run`, too
