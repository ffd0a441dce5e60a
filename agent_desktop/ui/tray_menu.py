"""The menu of the tray: own status with its age, then what an agent does between calls."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QWidget

from agent_desktop.telephony.agent import AgentStatus, Pause
from agent_desktop.ui.glyphs import Glyph, glyph_icon
from agent_desktop.ui.pause_offer import pause_offer
from agent_desktop.ui.plain import plain_action
from agent_desktop.ui.status_look import status_look
from agent_desktop.ui.status_words import source_line
from agent_desktop.ui.theme import Theme


def headline(status: AgentStatus, now: float) -> str:
    """Own status and extension in a few words: "Available · 101"."""
    word = status_look(status.status, status.is_stale(now)).word
    return " · ".join(part for part in (word, status.extension) if part)


def call_backs_words(count: int) -> str:
    """How many customers are to be called back now."""
    if not count:
        return QCoreApplication.translate("TrayMenu", "Call-backs")
    return QCoreApplication.translate("TrayMenu", "Call-backs (%1)").replace("%1", str(count))


class ReasonMenu(QMenu):
    """The reasons for a pause; `chosen` carries one, or "" for none."""

    chosen = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.show_reasons(())

    def show_reasons(self, reasons: tuple[str, ...]) -> None:
        """Offer these."""
        self.clear()
        for reason in reasons:
            self.addAction(plain_action(reason), partial(self.chosen.emit, reason))
        if reasons:
            self.addSeparator()
        self.addAction(self.tr("Without a reason"), partial(self.chosen.emit, ""))


class TrayMenu(QMenu):
    """Emits what is wanted. `show_agent` keeps it true; ages are for the caller to move on when it opens."""

    dial_requested = Signal()
    pause_requested = Signal(str)
    unpause_requested = Signal()
    open_requested = Signal(str)
    quiet_requested = Signal(bool)
    privacy_requested = Signal(bool)
    quit_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._word = self.addAction("")
        self._source = self.addAction("")
        for line in (self._word, self._source):
            line.setEnabled(False)
        self.addSeparator()
        self._dial = self.addAction(self.tr("Dial…"), self.dial_requested.emit)
        self.reasons = ReasonMenu(self.tr("Pause"), self)
        self.reasons.chosen.connect(self.pause_requested)
        self._pause = self.addMenu(self.reasons)
        self._resume = self.addAction("", self.unpause_requested.emit)
        self._quiet = self.addAction(self.tr("Do not disturb"))
        self._quiet.setCheckable(True)
        self._quiet.triggered.connect(self.quiet_requested)
        self._privacy = self.addAction(self.tr("Privacy mode"))
        self._privacy.setCheckable(True)
        self._privacy.triggered.connect(self.privacy_requested)
        self.addSeparator()
        self._open = self.addAction(self.tr("Open Agent Desktop"), partial(self.open_requested.emit, ""))
        self._history = self.addAction(self.tr("History"), partial(self.open_requested.emit, "history"))
        self._call_backs = self.addAction("", partial(self.open_requested.emit, "callbacks"))
        self._settings = self.addAction(self.tr("Settings"), partial(self.open_requested.emit, "settings"))
        self.addSeparator()
        self.addAction(self.tr("Quit"), self.quit_requested.emit)
        self.setDefaultAction(self._open)
        self.show_call_backs(0)
        theme.changed.connect(self._tint)
        self._tint()

    def show_agent(self, status: AgentStatus, pause: Pause, now: float) -> None:
        """Show own status as it is at `now`."""
        offer = pause_offer(status, pause)
        self._word.setText(plain_action(headline(status, now)))
        self._source.setText(plain_action(source_line(status, pause, now)))
        self._pause.setEnabled(offer.can_pause)
        self._resume.setVisible(offer.can_end)
        self._resume.setText(offer.end_words)

    def show_call_backs(self, count: int) -> None:
        """Say how many customers are to be called back now."""
        self._call_backs.setText(call_backs_words(count))

    def show_quiet(self, is_quiet: bool) -> None:
        """Show whether calls are kept from the screen."""
        self._quiet.setChecked(is_quiet)

    def show_privacy(self, is_private: bool) -> None:
        """Show whether names and numbers are masked."""
        self._privacy.setChecked(is_private)

    def _tint(self) -> None:
        colour = self._theme.palette.secondary
        for action, glyph in (
            (self._dial, Glyph.DIAL),
            (self._pause, Glyph.PAUSE),
            (self._resume, Glyph.PLAY),
            (self._history, Glyph.HISTORY),
            (self._call_backs, Glyph.CALL_BACK),
            (self._settings, Glyph.SETTINGS),
        ):
            action.setIcon(glyph_icon(glyph, colour))
