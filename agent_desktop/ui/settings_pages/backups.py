"""The profile in one file, and back: how far it is, a way to stop it, and what waits for the next start."""

from datetime import date
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from agent_desktop.desk.keeping import KeepingProgress
from agent_desktop.desk.updates import News
from agent_desktop.errors import AgentDesktopError
from agent_desktop.ui.announce import tell
from agent_desktop.ui.bridge import Asked
from agent_desktop.ui.choose_file import choose_file
from agent_desktop.ui.context import Context
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import said
from agent_desktop.ui.theme import STEP

PARTS = 1000
"""The bar's steps: a file's bytes do not fit into it."""


class Backups(QWidget):
    """One thing at a time."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked: Asked | None = None
        self.back_up = QPushButton(self.tr("Back up now…"))
        self.restore = QPushButton(self.tr("Restore…"))
        self.drop = QPushButton(self.tr("Do not restore"))
        self.bar = QProgressBar(maximum=PARTS, textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = QPushButton(self.tr("Cancel"))
        self.words = label(kind="secondary", wrap=True)
        self._lay_out()
        self.back_up.clicked.connect(self._choose_target)
        self.restore.clicked.connect(self._choose_source)
        self.drop.clicked.connect(self._drop)
        self.stop.clicked.connect(self._stop)
        context.bridge.news.connect(self._hear)
        self._rest("")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        for button in (self.back_up, self.restore, self.drop):
            row.addWidget(button)
        row.addStretch(1)
        progress = QHBoxLayout()
        progress.setSpacing(2 * STEP)
        progress.addWidget(self.bar, 1)
        progress.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addLayout(row)
        column.addLayout(progress)
        column.addWidget(self.words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        bridge = self._context.bridge
        bridge.ask(bridge.desk.features.keeping.pending(), self._show_pending, lambda _: None)

    def _show_pending(self, is_pending: bool) -> None:
        self.drop.setVisible(is_pending)
        if is_pending and self._asked is None:
            self._say(self.tr("A backup is laid ready. Quit Agent Desktop and start it again: it is restored then."))

    def _choose_target(self) -> None:
        name = f"agent-desktop-{date.today().isoformat()}.zip"  # noqa: DTZ011 - the user's own day
        choose_file(self, self.tr("Back up to"), self.tr("Backups (*.zip)"), self.write, save_as=name)

    def _choose_source(self) -> None:
        choose_file(self, self.tr("Restore a backup"), self.tr("Backups (*.zip)"), self.read)

    def write(self, target: Path) -> None:
        """Back up into this file."""
        bridge = self._context.bridge
        self._work(self.tr("Backing up…"))
        words = self.tr("Written: %1. Keep it safe: it holds customers' data.").replace("%1", str(target))
        self._asked = bridge.ask(
            bridge.desk.features.keeping.back_up(target), lambda _: self._rest(words), self._failed
        )

    def read(self, source: Path) -> None:
        """Lay this file ready for the next start."""
        bridge = self._context.bridge
        self._work(self.tr("Checking the backup…"))
        self._asked = bridge.ask(bridge.desk.features.keeping.restore(source), lambda _: self._laid(), self._failed)

    def _laid(self) -> None:
        self._rest("")
        self._show_pending(True)

    def _drop(self) -> None:
        bridge = self._context.bridge
        self.drop.hide()
        dropped = self.tr("The next start restores nothing.")
        bridge.ask(bridge.desk.features.keeping.drop_restore(), lambda _: self._say(dropped), self._failed)

    def _stop(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
        self._rest(self.tr("Stopped. Nothing was written."))

    def _hear(self, news: News) -> None:
        if isinstance(news, KeepingProgress) and self._asked is not None and news.total:
            self.bar.setValue(PARTS * news.done // news.total)

    def _work(self, words: str) -> None:
        self.bar.setValue(0)
        self._show_work(is_working=True)
        self._say(words)

    def _rest(self, words: str) -> None:
        self._asked = None
        self._show_work(is_working=False)
        self._say(words)

    def _show_work(self, *, is_working: bool) -> None:
        for widget in (self.bar, self.stop):
            widget.setVisible(is_working)
        for button in (self.back_up, self.restore):
            button.setEnabled(not is_working)
        if is_working:
            self.drop.hide()

    def _failed(self, error: AgentDesktopError) -> None:
        self._rest("")
        self._say(said(error), is_problem=True)

    def _say(self, words: str, *, is_problem: bool = False) -> None:
        self.words.setVisible(bool(words))
        tell(self.words, words, is_problem=is_problem)
