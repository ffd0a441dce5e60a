"""What Agent Desktop is to this computer: switches that act at once, and show how it is."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from agent_desktop.desk.this_computer import Registrations
from agent_desktop.errors import AgentDesktopError
from agent_desktop.ui.context import Context
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import said, sentence
from agent_desktop.ui.theme import STEP, TYPE_SMALL


class ComputerSwitches(QWidget):
    """Looked at whenever the page is shown: the desktop's own settings change it, too."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.links = QCheckBox(self.tr("Open phone links (tel:) with Agent Desktop"))
        self.owner = label(size=TYPE_SMALL, kind="secondary", wrap=True)
        self.start = QCheckBox(self.tr("Start when I sign in"))
        self.problem = label(kind="problem", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        for part in (self.links, self.owner, self.start, self.problem):
            column.addWidget(part)
        self.problem.hide()
        self.owner.hide()
        computer = context.bridge.desk.features.computer
        self.links.clicked.connect(self._switch_links)
        self.start.clicked.connect(lambda is_on: self._ask(computer.start_at_sign_in(is_on)))
        self._look: Callable[[], Coroutine[Any, Any, Registrations]] = computer.look
        self._enable(is_enabled=False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask(self._look())

    def _ask(self, work: Coroutine[Any, Any, Registrations]) -> None:
        self._enable(is_enabled=False)
        self.problem.hide()
        self._context.bridge.ask(work, self._show, self._failed)

    def _switch_links(self, is_on: bool) -> None:
        """Where registering is not enough for the system, it is said what is left to do."""

        def switched(now: Registrations) -> None:
            self._show(now)
            if is_on and not now.opens_links:
                self.owner.setText(f"{self.owner.text()} {sentence(now.links_advice)}")

        self._enable(is_enabled=False)
        self.problem.hide()
        bridge = self._context.bridge
        bridge.ask(bridge.desk.features.computer.open_links(is_on), switched, self._failed)

    def _show(self, now: Registrations) -> None:
        self._enable(is_enabled=True)
        self.links.setChecked(now.opens_links)
        self.start.setChecked(now.starts_at_sign_in)
        if now.opens_links:
            self.owner.setText(self.tr("They open here now."))
        elif now.links_owner:
            self.owner.setText(self.tr("Now they open in %1.").replace("%1", now.links_owner))
        else:
            self.owner.setText(self.tr("Now no program opens them."))
        self.owner.show()

    def _failed(self, error: AgentDesktopError) -> None:
        self._context.bridge.ask(self._look(), self._show, lambda _: self._enable(is_enabled=True))
        self.problem.setText(said(error))
        self.problem.show()

    def _enable(self, *, is_enabled: bool) -> None:
        self.links.setEnabled(is_enabled)
        self.start.setEnabled(is_enabled)
