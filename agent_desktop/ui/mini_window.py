"""A small window with what the tray would offer, for desktops that have no tray."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agent_desktop.telephony.agent import AgentStatus, Pause
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.labels import ElidedLabel, label
from agent_desktop.ui.marks import GlyphButton, StatusMark
from agent_desktop.ui.pause_offer import pause_offer
from agent_desktop.ui.status_look import status_icon, status_look
from agent_desktop.ui.status_words import source_line
from agent_desktop.ui.theme import ICON_LARGE, STEP, TYPE_LARGE, TYPE_SMALL, Theme
from agent_desktop.ui.tray_menu import ReasonMenu, call_backs_words, headline

_WIDTH = 80 * STEP
_TICK_MS = 1000


class MiniWindow(QWidget):
    """Own status, and buttons to dial, to pause and to open the main window. Closing it makes it an icon."""

    dial_requested = Signal()
    pause_requested = Signal(str)
    unpause_requested = Signal()
    open_requested = Signal(str)

    def __init__(self, theme: Theme, now: Callable[[], float]) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.MSWindowsFixedSizeDialogHint)
        self._theme = theme
        self._now = now
        self._status, self._pausing = AgentStatus(""), Pause()
        self._ticker = QTimer(self, interval=_TICK_MS)
        self._ticker.timeout.connect(self._tick)
        self.setWindowTitle(self.tr("Agent Desktop"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._mark = StatusMark(theme, ICON_LARGE)
        self._word = ElidedLabel(TYPE_LARGE, bold=True)
        self._source = ElidedLabel(TYPE_SMALL, kind="secondary")
        self.reasons = ReasonMenu(self.tr("Pause"), self)
        self.reasons.chosen.connect(self.pause_requested)
        self._notice = label(kind="problem", wrap=True)
        self._notice.hide()
        self._dial = GlyphButton(theme, Glyph.DIAL, self.tr("Dial"))
        self._pause = GlyphButton(theme, Glyph.PAUSE, self.tr("Pause"))
        self._resume = GlyphButton(theme, Glyph.PLAY, "…")
        self._open = QPushButton(self.tr("Open"))
        self._dial.clicked.connect(self.dial_requested)
        self._pause.clicked.connect(self._open_reasons)
        self._resume.clicked.connect(self.unpause_requested)
        self._open.clicked.connect(self._open_window)
        self._resume.hide()
        self.call_backs = GlyphButton(theme, Glyph.CALL_BACK, call_backs_words(0), kind="quiet")
        self.call_backs.clicked.connect(lambda: self.open_requested.emit("callbacks"))
        self._lay_out()
        self.show_call_backs(0)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._word)
        words.addWidget(self._source)
        above = QHBoxLayout()
        above.setSpacing(3 * STEP)
        above.addWidget(self._mark)
        above.addLayout(words, 1)
        below = QHBoxLayout()
        below.setSpacing(2 * STEP)
        for button in (self._dial, self._pause, self._resume, self._open):
            below.addWidget(button, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 4 * STEP)
        layout.setSpacing(3 * STEP)
        layout.addLayout(above)
        layout.addWidget(self._notice)
        layout.addLayout(below)
        layout.addWidget(self.call_backs)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self._source.setFixedWidth(_WIDTH)

    def show_agent(self, status: AgentStatus, pause: Pause) -> None:
        """Show own status; its age goes on by itself."""
        self._status, self._pausing = status, pause
        offer = pause_offer(status, pause)
        self._pause.setEnabled(offer.can_pause)
        self._resume.setVisible(offer.can_end)
        self._resume.setText(offer.end_words)
        self._tick()
        self.setWindowIcon(status_icon(status_look(status.status, status.is_stale(self._now())), self._theme.palette))

    def show_call_backs(self, count: int) -> None:
        """Say how many customers are to be called back now."""
        self.call_backs.setText(call_backs_words(count))
        self.call_backs.setVisible(bool(count))

    def show_notice(self, text: str) -> None:
        """Say something, until the main window is opened."""
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

    def _tick(self) -> None:
        now = self._now()
        self._mark.show_look(status_look(self._status.status, self._status.is_stale(now)))
        self._word.say(headline(self._status, now))
        self._source.say(source_line(self._status, self._pausing, now))

    def _open_window(self) -> None:
        self.show_notice("")
        self.open_requested.emit("")

    def _open_reasons(self) -> None:
        self.reasons.popup(self._pause.mapToGlobal(QPoint(0, self._pause.height())))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticker.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticker.stop()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        # Without a tray there is no other way back to the program; only quitting takes the window away.
        if event.spontaneous():
            event.ignore()
            self.showMinimized()
        else:
            super().closeEvent(event)
