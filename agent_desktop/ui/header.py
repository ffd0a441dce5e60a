"""The header: own status with its age and source, the pause buttons, the dial field. On every panel."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from agent_desktop.telephony.agent import AgentStatus, Pause, PausePhase
from agent_desktop.ui.announce import announce
from agent_desktop.ui.context import Context
from agent_desktop.ui.dial_field import DialField
from agent_desktop.ui.labels import ElidedLabel, label
from agent_desktop.ui.marks import StatusMark, restyle
from agent_desktop.ui.pause_button import PauseButton, ResumeButton
from agent_desktop.ui.status_look import status_look
from agent_desktop.ui.status_words import source_line
from agent_desktop.ui.theme import ICON_LARGE, STEP, TYPE_LARGE, TYPE_SMALL

HEIGHT = 14 * STEP


class Header(QFrame):
    """Follows own status by itself; ages move on `tick`."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setFixedHeight(HEIGHT)
        self._mark = StatusMark(context.theme, ICON_LARGE)
        self._word = label(size=TYPE_LARGE, bold=True)
        self._extension = label(size=TYPE_LARGE, kind="secondary")
        self._source = ElidedLabel(TYPE_SMALL, kind="secondary")
        self.resume = ResumeButton(context, self)
        self.pause = PauseButton(context, self)
        self.dial_field = DialField(context, window)
        self._lay_out()
        context.bridge.agent_changed.connect(self._tick_now)
        context.bridge.settings_changed.connect(self._tick_now)
        self.tick(context.now())

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(STEP)
        first.addWidget(self._word)
        first.addWidget(self._extension)
        first.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addLayout(first)
        words.addWidget(self._source)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4 * STEP, 0, 4 * STEP, 0)
        layout.setSpacing(3 * STEP)
        layout.addWidget(self._mark)
        layout.addLayout(words)
        layout.addWidget(self.resume)
        layout.addWidget(self.pause)
        layout.addStretch(1)
        layout.addWidget(self.dial_field)

    def _tick_now(self) -> None:
        self.tick(self._context.now())

    def tick(self, now: float) -> None:
        """Show status, age and source as of `now`."""
        present = self._context.bridge.present
        look = status_look(present.status.status, present.status.is_stale(now))
        self._mark.show_look(look)
        if self._word.text() != look.word:
            self._word.setText(look.word)
            announce(self, look.word)
        extension = present.status.extension or present.settings.pbx.extension
        self._extension.setText(f"· {extension}" if extension else "")
        self._show_source(present.status, present.pause, now)
        self.dial_field.tick()

    def _show_source(self, status: AgentStatus, pause: Pause, now: float) -> None:
        self._source.say(source_line(status, pause, now))
        restyle(self._source, "problem" if pause.phase is PausePhase.REFUSED else "secondary")
