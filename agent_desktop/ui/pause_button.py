"""The pause buttons: a menu of reasons, and the pause's own end. What was asked for is told apart from what holds."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from agent_desktop.desk.updates import AgentChanged
from agent_desktop.errors import AgentDesktopError, PbxError
from agent_desktop.telephony.agent import PausePhase
from agent_desktop.ui.context import Context
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.marks import GlyphButton
from agent_desktop.ui.offered_words import pause_reasons
from agent_desktop.ui.pause_offer import pause_offer
from agent_desktop.ui.plain import plain_action


class PauseButton(GlyphButton):
    """Offers the reasons, also from one pause to the next. Follows own status by itself."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, Glyph.PAUSE, "…", parent=parent)
        self._context = context
        self._menu = QMenu(self)
        self.clicked.connect(self.open_menu)
        context.bridge.agent_changed.connect(self._follow)
        self._follow(AgentChanged(context.bridge.present.status, context.bridge.present.pause))

    def _follow(self, changed: AgentChanged) -> None:
        offer = pause_offer(changed.status, changed.pause)
        text = self.tr("Pause ▾")
        if not offer.can_pause:
            text = self.tr("Pausing…") if changed.pause.wanted else self.tr("Releasing…")
        # Beside the button that ends the pause there is little room, and the glyph says what it is.
        self.setText("▾" if offer.can_end else text)
        self.setAccessibleName(text.removesuffix(" ▾"))
        self.setToolTip(self.accessibleName() if offer.can_end else "")
        self.setEnabled(offer.can_pause)

    def open_menu(self) -> QMenu:
        """Show the reasons."""
        self._menu.clear()
        for reason in pause_reasons(self._context.bridge.present.settings):
            self._menu.addAction(plain_action(reason), partial(self._pause, reason))
        if self._menu.actions():
            self._menu.addSeparator()
        self._menu.addAction(self.tr("Without a reason"), lambda: self._pause(""))
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        return self._menu

    def _pause(self, reason: str) -> None:
        bridge = self._context.bridge
        bridge.ask(bridge.desk.pause(reason), failed=partial(_failed, self._context))


class ResumeButton(GlyphButton):
    """Ends the pause, or takes back one that waits behind a call; hidden while there is none."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, Glyph.PLAY, "…", parent=parent)
        self._context = context
        self.clicked.connect(self._resume)
        context.bridge.agent_changed.connect(self._follow)
        self._follow(AgentChanged(context.bridge.present.status, context.bridge.present.pause))

    def _follow(self, changed: AgentChanged) -> None:
        offer = pause_offer(changed.status, changed.pause)
        self.setText(offer.end_words)
        self.setVisible(offer.can_end)

    def _resume(self) -> None:
        bridge = self._context.bridge
        bridge.ask(bridge.desk.unpause(), failed=partial(_failed, self._context))


def _failed(context: Context, error: AgentDesktopError) -> None:
    if isinstance(error, PbxError) and context.bridge.present.pause.phase is PausePhase.REFUSED:
        return  # The header says it, with the PBX's words.
    context.bridge.say_error("pause", error)
