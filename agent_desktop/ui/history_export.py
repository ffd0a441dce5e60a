"""Takes the history out of the program: all that is filtered as a file, the page that is shown to paper or PDF."""

from collections.abc import Callable, Coroutine
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QProgressBar, QPushButton, QTableView, QWidget

from agent_desktop.desk.call_page import CallPage
from agent_desktop.desk.export_order import Exported, ExportFormat, ExportOrder, ExportProgress
from agent_desktop.desk.updates import News
from agent_desktop.errors import AgentDesktopError
from agent_desktop.telephony.history import HistoryQuery
from agent_desktop.ui.announce import announce
from agent_desktop.ui.bridge import Asked
from agent_desktop.ui.context import Context
from agent_desktop.ui.export_words import export_words
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.labels import ElidedLabel
from agent_desktop.ui.language import said
from agent_desktop.ui.marks import GlyphButton
from agent_desktop.ui.printed_page import page_document, page_layout, page_look
from agent_desktop.ui.theme import STEP

PAGE_ROWS = 100
_FOLDER = "export folder"
_PDF = "pdf"


class HistoryExport(QWidget):
    """One line: how far an export is, then what became of it; nothing at other times. `button` offers the ways out.
    `query` is what the list shows, `total` its calls, where they are counted.
    """

    def __init__(
        self,
        context: Context,
        table: QTableView,
        query: Callable[[], HistoryQuery],
        total: Callable[[], int | None],
    ) -> None:
        super().__init__()
        self._context = context
        self._table = table
        self._query = query
        self._total = total
        self._asked: Asked | None = None
        self._written = Path()
        self.button = QPushButton(self.tr("Export ▾"))
        self.button.setAccessibleName(self.tr("Export"))
        self.menu = QMenu(self)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self.words = ElidedLabel()
        self.cancel = QPushButton(self.tr("Cancel"))
        self.open = QPushButton(self.tr("Open the folder"))
        self.close_line = GlyphButton(context.theme, Glyph.CLOSE, name=self.tr("Dismiss"))
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        self.bar.setFixedWidth(50 * STEP)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * STEP)
        layout.addWidget(self.bar)
        layout.addWidget(self.words, 1)
        for part in (self.cancel, self.open, self.close_line):
            layout.addWidget(part)

    def _connect(self) -> None:
        self.button.clicked.connect(lambda: self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height()))))
        offer = self.menu.addAction
        offer(self.tr("Table for Excel (XLSX)…"), partial(self.choose_file, ExportFormat.XLSX))
        offer(self.tr("Text for other programs (CSV)…"), partial(self.choose_file, ExportFormat.CSV))
        self.menu.addSeparator()
        offer(self.tr("Print this page…"), self.print_page)
        offer(self.tr("This page as a PDF…"), partial(self.choose_file, _PDF))
        self.cancel.clicked.connect(self._stop)
        self.open.clicked.connect(self._open_folder)
        self.close_line.clicked.connect(self.hide)
        self._context.bridge.news.connect(self._hear)

    # A file.

    def choose_file(self, ending: str) -> QFileDialog:
        """Ask where to, with a name that says which days."""
        dialog = QFileDialog(self.window(), self.tr("Export the calls"), str(self._folder() / self._name(ending)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{ending.upper()} (*.{ending})")
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(self._name(ending))
        dialog.fileSelected.connect(lambda name: self._ask_to_write(Path(name), ending))
        dialog.open()
        return dialog

    def _ask_to_write(self, target: Path, ending: str) -> None:
        write = partial(self.write, target, ending)
        if ending == _PDF:  # it holds what is shown: privacy mode masks it
            write()
        else:
            self._context.privacy.ask_to_write(self.window(), write)

    def write(self, target: Path, ending: str) -> None:
        """Write to this file."""
        self._context.memory.keep_word(_FOLDER, str(target.parent))
        if self._asked is not None:
            return
        exports = self._context.bridge.desk.features.exports
        if ending == _PDF:
            self._start(exports.write_page(self.page(), target), self._page_done, self.tr("Writing the page…"))
            return
        order = ExportOrder(self._query(), target, ExportFormat(ending), export_words())
        self._start(exports.write(order), self._done, self.tr("Counting the calls…"))

    def _start(self, work: Coroutine[Any, Any, Exported], done: Callable[[Exported], None], words: str) -> None:
        self._asked = self._context.bridge.ask(work, done, self._failed)
        self.button.setEnabled(False)
        self.bar.setRange(0, 0)
        self._say(words, is_running=True)

    def _folder(self) -> Path:
        kept = Path(self._context.memory.word(_FOLDER) or ".")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return kept if kept.is_absolute() and kept.is_dir() else Path(documents)

    def _name(self, ending: str) -> str:
        return f"{self.tr('calls')}-{self._days('-')}.{ending}"

    def _days(self, between: str) -> str:
        query = self._query()
        until = self._context.now() if query.until is None else query.until - 1
        since = until if query.since is None else query.since
        first, last = (datetime.fromtimestamp(at).astimezone().date().isoformat() for at in (since, until))
        return first if first == last else f"{first}{between}{last}"

    # How far it is, and what became of it.

    def _hear(self, news: News) -> None:
        if isinstance(news, ExportProgress) and self._asked is not None:
            # Qt counts no further than 2**31.
            self.bar.setRange(0, 1000)
            self.bar.setValue(1000 * news.done // max(1, news.total))
            words = self.tr("%1 of %2 calls").replace("%1", f"{news.done:,}").replace("%2", f"{news.total:,}")
            self._say(words if news.done < news.total else self.tr("Finishing the file…"), is_running=True)

    def _done(self, exported: Exported) -> None:
        self._end()
        self._written = exported.target
        words = self.tr("1 call is in %2.") if exported.rows == 1 else self.tr("%1 calls are in %2.")
        self._say(words.replace("%1", f"{exported.rows:,}").replace("%2", exported.target.name), has_file=True)

    def _page_done(self, exported: Exported) -> None:
        self._end()
        self._written = exported.target
        self._say(self.tr("The page is in %1.").replace("%1", exported.target.name), has_file=True)

    def _failed(self, error: AgentDesktopError) -> None:
        self._end()
        self._say(said(error))

    def _stop(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
        self._end()
        self._say(self.tr("The export was stopped. No file was written."))

    def _end(self) -> None:
        self._asked = None
        self.button.setEnabled(True)

    def _say(self, words: str, *, is_running: bool = False, has_file: bool = False) -> None:
        self.words.say(words)
        if not is_running:
            announce(self, words)
        for part, is_shown in ((self.bar, is_running), (self.cancel, is_running), (self.open, has_file)):
            part.setVisible(is_shown)
        self.close_line.setVisible(not is_running)
        self.show()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    # The page.

    def page(self) -> CallPage:
        """What the table shows, as its columns stand; at most PAGE_ROWS rows, and it says so."""
        header, model = self._table.horizontalHeader(), self._table.model()
        columns = [header.logicalIndex(place) for place in range(header.count())]
        columns = [column for column in columns if not header.isSectionHidden(column)]
        role = Qt.ItemDataRole.AccessibleTextRole
        shown = min(PAGE_ROWS, model.rowCount(QModelIndex()))
        cells = (tuple(str(model.index(row, column).data(role) or "") for column in columns) for row in range(shown))
        names = (model.headerData(column, Qt.Orientation.Horizontal, role) for column in columns)
        title = self.tr("Calls %1").replace("%1", self._days(" – "))
        # Translated as its own code: what the words are in is known where they are translated.
        language = self.tr("en")
        headings = tuple(str(name or "") for name in names)
        return CallPage(title, self._on_page(shown), headings, tuple(cells), language, page_look())

    def _on_page(self, shown: int) -> str:
        total = self._total()
        if total == 0:
            return self.tr("No calls.")
        if total == shown:
            return self.tr("1 call.") if shown == 1 else self.tr("All %1 calls.").replace("%1", str(shown))
        if total is None:
            return self.tr("The first %1 calls; there are more.").replace("%1", str(shown))
        return self.tr("The first %1 of %2 calls.").replace("%1", str(shown)).replace("%2", f"{total:,}")

    def print_page(self) -> None:
        """Ask for the printer, and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # nothing else needs it

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout())
        page = self.page()
        printer.setDocName(page.title)
        dialog = QPrintDialog(printer, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(lambda: page_document(page).print_(printer))
        dialog.show()
