"""The button that gives all contacts out to a file, and what it says of it."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton, QWidget

from agent_desktop.desk.contact_files import FileKind, Transfer
from agent_desktop.desk.updates import News
from agent_desktop.errors import AgentDesktopError
from agent_desktop.ui.context import Context
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import said
from agent_desktop.ui.marks import restyle
from agent_desktop.ui.theme import STEP


class ContactExport(QPushButton):
    """Offers CSV and vCard. `words` is the line below the list, with the progress and a way to stop."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setText(self.tr("Export…"))
        menu = QMenu(self)
        menu.addAction(self.tr("As a table (CSV)"), lambda: self._choose("csv"))
        menu.addAction(self.tr("As vCards"), lambda: self._choose("vcard"))
        self.setMenu(menu)
        self.said = label(kind="secondary", wrap=True)
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.clicked.connect(self._stop)
        self.words = QWidget()
        row = QHBoxLayout(self.words)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(self.said, 1)
        row.addWidget(self.stop)
        self.words.hide()
        context.bridge.news.connect(self._hear)

    def _choose(self, kind: FileKind) -> None:
        chooser = QFileDialog(self.window(), self.tr("Export contacts"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("csv" if kind == "csv" else "vcf")
        chooser.selectFile("contacts.csv" if kind == "csv" else "contacts.vcf")
        privacy, window = self._context.privacy, self.window()
        chooser.fileSelected.connect(lambda path: privacy.ask_to_write(window, lambda: self.write(Path(path), kind)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def write(self, path: Path, kind: FileKind) -> None:
        """Begin to write all contacts to a file."""
        bridge = self._context.bridge
        self._say(self.tr("Writing…"), is_busy=True)
        bridge.ask(
            bridge.desk.features.contacts.files.give_out(path, kind),
            lambda count: self._done(count, path),
            self._failed,
        )

    def _stop(self) -> None:
        bridge = self._context.bridge
        bridge.ask(bridge.desk.features.contacts.files.stop())

    def _hear(self, news: News) -> None:
        if isinstance(news, Transfer) and news.kind == "export" and not self.isEnabled():
            words = self.tr("Writing: %1 of %2").replace("%1", f"{news.done:,}").replace("%2", f"{news.total:,}")
            self._say(words, is_busy=True)

    def _done(self, count: int, path: Path) -> None:
        one, many = self.tr("1 contact was written to %2."), self.tr("%1 contacts were written to %2.")
        written = (one if count == 1 else many).replace("%1", f"{count:,}").replace("%2", path.name)
        self._say(written if count else self.tr("Stopped: no file was written."))

    def _failed(self, error: AgentDesktopError) -> None:
        self._say(said(error), is_problem=True)

    def _say(self, words: str, *, is_busy: bool = False, is_problem: bool = False) -> None:
        self.said.setText(words)
        restyle(self.said, "problem" if is_problem else "secondary")
        self.stop.setVisible(is_busy)
        self.setEnabled(not is_busy)
        self.words.show()
