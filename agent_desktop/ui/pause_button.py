"""The pause button: a menu of reasons, then the pause's own end. What was asked for is told apart from what holds."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from agent_desktop.desk.updates import AgentChanged
from agent_desktop.errors import AgentDesktopError, PbxError
from agent_desktop.telephony.agent import PausePhase
from agent_desktop.ui.context import Context
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.labels import plain_action
from agent_desktop.ui.marks import GlyphButton


class PauseButton(GlyphButton):
    """Follows own status by itself."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, Glyph.PAUSE, "…", parent=parent)
        self._context = context
        self._menu = QMenu(self)
        self._is_paused = False
        self.clicked.connect(self._act)
        context.bridge.agent_changed.connect(self._follow)
        self._follow(AgentChanged(context.bridge.present.status, context.bridge.present.pause))

    def _follow(self, changed: AgentChanged) -> None:
        pause = changed.pause
        requested = pause.phase is PausePhase.REQUESTED
        self._is_paused = changed.status.status == "pause" or (pause.phase is PausePhase.CONFIRMED and pause.wanted)
        if requested:
            text = self.tr("Pausing…") if pause.wanted else self.tr("Releasing…")
        else:
            text = self.tr("Resume") if self._is_paused else self.tr("Pause ▾")
        self.setText(text)
        self.setAccessibleName(text.removesuffix(" ▾"))
        self.show_glyph(Glyph.PLAY if self._is_paused and not requested else Glyph.PAUSE)
        self.setDisabled(requested)

    def _act(self) -> None:
        if self._is_paused:
            bridge = self._context.bridge
            bridge.ask(bridge.desk.unpause(), failed=self._failed)
        else:
            self.open_menu()

    def open_menu(self) -> QMenu:
        """Show the reasons."""
        self._menu.clear()
        for reason in self._context.bridge.present.settings.pause.choices:
            self._menu.addAction(plain_action(reason.name), partial(self._pause, reason.name))
        if self._menu.actions():
            self._menu.addSeparator()
        self._menu.addAction(self.tr("Without a reason"), lambda: self._pause(""))
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        return self._menu

    def _pause(self, reason: str) -> None:
        bridge = self._context.bridge
        bridge.ask(bridge.desk.pause(reason), failed=self._failed)

    def _failed(self, error: AgentDesktopError) -> None:
        bridge = self._context.bridge
        if isinstance(error, PbxError) and bridge.present.pause.phase is PausePhase.REFUSED:
            return  # The header says it, with the PBX's words.
        bridge.say_error("pause", error)
