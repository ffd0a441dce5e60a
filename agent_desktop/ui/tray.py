"""The tray icon: own status by shape and colour, and the menu. Where there is no tray, a small window instead."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from agent_desktop.desk.updates import Level, Notice
from agent_desktop.telephony.agent import STALE_AFTER_S, AgentStatus, Pause
from agent_desktop.ui.language import sentence
from agent_desktop.ui.status_look import Shape, StatusLook, status_icon, status_look
from agent_desktop.ui.status_words import source_line
from agent_desktop.ui.theme import Theme
from agent_desktop.ui.tray_menu import TrayMenu, headline
from agent_desktop.ui.wording import clock

if TYPE_CHECKING:
    from agent_desktop.ui.mini_window import MiniWindow

LOOK_AGAIN_MS = 5000
LOOK_AGAIN_TIMES = 12
"""A desktop's panel may start after this program: the tray is looked for this often, for a minute."""

_PULSE_MS = 1000
_NOTICE_ICONS = {
    Level.INFO: QSystemTrayIcon.MessageIcon.Information,
    Level.WARNING: QSystemTrayIcon.MessageIcon.Warning,
    Level.ERROR: QSystemTrayIcon.MessageIcon.Critical,
}


class Tray(QObject):
    """Shows own status and emits what is wanted. `now` is seconds since the epoch."""

    dial_requested = Signal()
    pause_requested = Signal(str)
    """reason"""
    unpause_requested = Signal()
    open_requested = Signal(str)
    """panel, or "" for the one that was open last"""
    quiet_requested = Signal(bool)
    privacy_requested = Signal(bool)
    """True: nothing of calls is to be shown"""
    quit_requested = Signal()
    spoke = Signal()
    """A message came up beside the icon."""

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], float] = time.time,
        is_available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._now = now
        self._is_available = is_available
        self._status = AgentStatus("")
        self._pause = Pause()
        self._reasons: tuple[str, ...] = ()
        self._call_backs = 0
        self._pulse = False
        self._is_quiet = self._is_private = False
        self._icons: dict[tuple[Shape, str, bool, bool], QIcon] = {}
        self.icon = QSystemTrayIcon()
        self._menu = self._build_menu()
        self._mini: MiniWindow | None = None
        self._tries_left = LOOK_AGAIN_TIMES
        self._search = QTimer(self, interval=LOOK_AGAIN_MS)
        self._stale = QTimer(self, singleShot=True)
        self._pulses = QTimer(self, interval=_PULSE_MS)
        self._wire()
        self._refresh()

    def _wire(self) -> None:
        self.icon.activated.connect(self._activate)
        self.icon.messageClicked.connect(lambda: self.open_requested.emit(""))
        self._search.timeout.connect(self.look_for_tray)
        self._stale.timeout.connect(self._refresh)
        self._pulses.timeout.connect(self._beat)
        self._theme.changed.connect(self._dress)

    def _build_menu(self) -> TrayMenu:
        menu = TrayMenu(self._theme)
        menu.aboutToShow.connect(self._refresh_menu)
        menu.quiet_requested.connect(self.quiet_requested)
        menu.show_quiet(self._is_quiet)
        menu.privacy_requested.connect(self.privacy_requested)
        menu.show_privacy(self._is_private)
        menu.quit_requested.connect(self.quit_requested)
        menu.reasons.show_reasons(self._reasons)
        self._follow(menu)
        self.icon.setContextMenu(menu)
        return menu

    def _follow(self, source: "TrayMenu | MiniWindow") -> None:
        source.dial_requested.connect(self.dial_requested)
        source.pause_requested.connect(self.pause_requested)
        source.unpause_requested.connect(self.unpause_requested)
        source.open_requested.connect(self.open_requested)

    def say_anew(self) -> None:
        """The language is another one."""
        self._menu.deleteLater()
        self._menu = self._build_menu()
        if self._mini is not None:
            self._mini.hide()
            self._mini.deleteLater()
            self._mini = None
            self.show()
        self._refresh()

    @property
    def is_in_tray(self) -> bool:
        """True while the icon is in a tray; else the small window is there."""
        return self.icon.isVisible()

    @property
    def is_resting(self) -> bool:
        """True while no timer repeats."""
        return not self._search.isActive() and not self._pulses.isActive()

    def show(self) -> None:
        """Appear: in the tray, or as a small window as long as there is none."""
        if self._is_available():
            self._search.stop()
            self.icon.show()
            if self._mini is not None:
                self._mini.hide()
            return
        self._search.start()
        if self._mini is None:
            from agent_desktop.ui.mini_window import MiniWindow  # most desktops have a tray

            self._mini = MiniWindow(self._theme, self._now)
            self._mini.reasons.show_reasons(self._reasons)
            self._follow(self._mini)
        self._refresh()
        self._mini.show()

    def hide(self) -> None:
        """Disappear."""
        for timer in (self._search, self._stale, self._pulses):
            timer.stop()
        self.icon.hide()
        if self._mini is not None:
            self._mini.hide()

    def show_agent(self, status: AgentStatus, pause: Pause) -> None:
        """Own status and pause changed."""
        self._status, self._pause = status, pause
        self._refresh()

    def show_reasons(self, reasons: tuple[str, ...]) -> None:
        """Offer these reasons for a pause."""
        self._reasons = reasons
        self._menu.reasons.show_reasons(reasons)
        if self._mini is not None:
            self._mini.reasons.show_reasons(reasons)

    def show_quiet(self, is_quiet: bool) -> None:
        """Calls are kept from the screen, or are not any more."""
        self._is_quiet = is_quiet
        self._menu.show_quiet(is_quiet)
        self._refresh()

    def show_privacy(self, is_private: bool) -> None:
        """Names and numbers are masked, or are not any more."""
        self._is_private = is_private
        self._menu.show_privacy(is_private)
        self._refresh()

    def show_call(self, title: str, text: str) -> None:
        """Say in the desktop's own way who calls; a click on it opens the window."""
        self._speak(title, text, self.icon.icon())

    def show_call_backs(self, count: int) -> None:
        """So many customers are to be called back now; 0 takes the badge away."""
        if count != self._call_backs:
            self._call_backs = count
            self._refresh()

    def show_notice(self, notice: Notice) -> None:
        """Say something once. A later notice replaces it."""
        title, advice = sentence(notice.title), sentence(notice.advice)
        if self.is_in_tray:
            self._speak(title, advice, _NOTICE_ICONS[notice.level])
        elif self._mini is not None:
            self._mini.show_notice(f"{title} {advice}".strip())

    def _speak(self, title: str, text: str, icon: QIcon | QSystemTrayIcon.MessageIcon) -> None:
        self.icon.showMessage(title, _without_markup(text), icon)
        self.spoke.emit()

    def say_still_here(self) -> None:
        """Say that closing the window did not end the program."""
        # Without a tray, the small window shows as much.
        if self.is_in_tray:
            advice = self.tr("Its icon is in the tray. Quit it from there.")
            self.show_notice(Notice("still-here", Level.INFO, self.tr("Agent Desktop is still running."), advice))

    def _refresh(self) -> None:
        now = self._now()
        look = status_look(self._status.status, self._status.is_stale(now))
        can_pulse = look.shape is Shape.WAVES and not self._theme.is_motion_reduced
        if can_pulse != self._pulses.isActive():
            self._pulses.start() if can_pulse else self._pulses.stop()
            self._pulse = False
        self.icon.setIcon(self._icon_of(look))
        self.icon.setToolTip(self._tooltip(now))
        if self._mini is not None:
            self._mini.show_agent(self._status, self._pause)
            self._mini.show_call_backs(self._call_backs)
        self._refresh_menu()
        left = STALE_AFTER_S - self._status.age(now)
        if self._status.status and left > 0:
            self._stale.start(int(left * 1000) + 100)

    def _icon_of(self, look: StatusLook) -> QIcon:
        """Made once: of each new icon Qt keeps what it scales, and a call changes the icon three times."""
        key = (look.shape, look.hue, self._pulse, self._call_backs > 0)
        if key not in self._icons:
            self._icons[key] = status_icon(look, self._theme.palette, self._pulse, has_badge=self._call_backs > 0)
        return self._icons[key]

    def _dress(self) -> None:
        self._icons.clear()
        self._refresh()

    def _refresh_menu(self) -> None:
        self._menu.show_agent(self._status, self._pause, self._now())
        self._menu.show_call_backs(self._call_backs)

    def _tooltip(self, now: float) -> str:
        """An icon's tooltip stays as it is while time goes on: it says when, not how long ago."""
        lines = [f"Agent Desktop — {headline(self._status, now)}"]
        if self._status.status:
            lines.append(self.tr("confirmed by the PBX at %1").replace("%1", clock(self._status.confirmed_at)))
        else:
            lines.append(source_line(self._status, self._pause, now))
        if self._is_quiet:
            lines.append(self.tr("Do not disturb: calls are not shown"))
        if self._is_private:
            lines.append(self.tr("Privacy mode: names and numbers are masked"))
        if self._call_backs:
            lines.append(self.tr("Call-backs: %1").replace("%1", str(self._call_backs)))
        return "\n".join(lines)

    def _beat(self) -> None:
        self._pulse = not self._pulse
        self._refresh()

    def look_for_tray(self) -> None:
        """Move into the tray if one has come by now; give up after a while."""
        self._tries_left -= 1
        if self._tries_left <= 0:
            self._search.stop()
        if self._is_available():
            self.show()

    def _activate(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.open_requested.emit("")


def _without_markup(text: str) -> str:
    """A text for a notification, in which some desktops follow tags: a caller's must be none."""
    return text.replace("<", "‹").replace(">", "›")
