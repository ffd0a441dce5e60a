"""What a file of contacts holds, how it is read, what is there already; then the import, and what became of it."""

from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from agent_desktop.desk.contact_files import Comparison, ImportPreview, Transfer
from agent_desktop.desk.updates import News
from agent_desktop.errors import AgentDesktopError
from agent_desktop.telephony import contact_csv
from agent_desktop.telephony.contact import Contact, Duplicates, ImportReport, Left, Problem
from agent_desktop.ui.announce import tell
from agent_desktop.ui.bridge import Asked
from agent_desktop.ui.contact_mapping import ContactMapping
from agent_desktop.ui.context import Context
from agent_desktop.ui.labels import ElidedLabel, label
from agent_desktop.ui.language import said, sentence
from agent_desktop.ui.theme import STEP, TYPE_LARGE

T = TypeVar("T")

SIZE = (170 * STEP, 150 * STEP)
LINES_HEIGHT = 14 * STEP
SHOWN = 4


class ContactImport(QDialog):
    """Nothing is kept before *Import* is chosen. Closed while it works, it stops; what is in stays in."""

    def __init__(self, context: Context, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._path = path
        self._asked: Asked | None = None
        self._is_working = False
        self._reports: Mapping[Duplicates, ImportReport] = {}
        self.is_over = False
        self.setWindowTitle(self.tr("Import contacts"))
        self.resize(*SIZE)
        self.mapping = ContactMapping()
        self.mapping.hide()
        self.words = label(size=TYPE_LARGE, bold=True, wrap=True)
        self.said = label(kind="secondary", wrap=True)
        self.sample = [ElidedLabel() for _ in range(SHOWN)]
        self.left = QPlainTextEdit(readOnly=True)
        self.problems = QPlainTextEdit(readOnly=True)
        self.progress = QProgressBar(textVisible=False)
        self.start = QPushButton(self.tr("Import"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self._lay_out()
        self._connect()
        self._look()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * STEP, 4 * STEP, 4 * STEP, 4 * STEP)
        layout.setSpacing(3 * STEP)
        layout.addWidget(self.words)
        layout.addWidget(self.mapping)
        self._sample_head = label(self.tr("The first of them, as they would be kept:"), kind="secondary")
        first = QVBoxLayout()
        first.setSpacing(STEP)
        for line in (self._sample_head, *self.sample):
            first.addWidget(line)
        layout.addLayout(first)
        layout.addWidget(self._duplicates_part())
        self._left_head = label(self.tr("Left as they are:"), kind="secondary")
        self._problems_head = label(kind="problem", wrap=True)
        self.left.setAccessibleName(self.tr("What is left as it is"))
        self.problems.setAccessibleName(self.tr("What was not understood"))
        for lines in (self.left, self.problems):
            lines.setMinimumHeight(LINES_HEIGHT)
            lines.setMaximumHeight(2 * LINES_HEIGHT)
        for part in (self._left_head, self.left, self._problems_head, self.problems):
            part.hide()
            layout.addWidget(part)
        layout.addStretch(1)
        self.progress.hide()
        layout.addWidget(self.progress)
        self.start.setProperty("kind", "primary")
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self.said, 1)
        row.addWidget(self.start)
        row.addWidget(self.cancel)
        layout.addLayout(row)

    def _duplicates_part(self) -> QWidget:
        self.same = label(wrap=True)
        self._duplicates = QWidget()
        column = QVBoxLayout(self._duplicates)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.same)
        self._choices = QButtonGroup(self)
        self.duplicates: dict[Duplicates, QRadioButton] = {}
        words = {
            Duplicates.SKIP: self.tr("Leave them as they are"),
            Duplicates.MERGE: self.tr("Add what is new of them: numbers, tags, notes"),
            Duplicates.ADD: self.tr("Add them all the same, beside the others"),
        }
        for choice, text in words.items():
            self.duplicates[choice] = QRadioButton(text)
            self._choices.addButton(self.duplicates[choice])
            column.addWidget(self.duplicates[choice])
        self.duplicates[Duplicates.SKIP].setChecked(True)
        self._duplicates.hide()
        return self._duplicates

    def _connect(self) -> None:
        self.mapping.changed.connect(self._look)
        self._choices.buttonToggled.connect(lambda *_: self._show_foretold())
        self.start.clicked.connect(self._begin)
        self.cancel.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self._context.bridge.news.connect(self._hear)

    # Looking.

    @property
    def _mapping(self) -> contact_csv.Mapping | None:
        return self.mapping.value if self.mapping.isVisibleTo(self) else None

    def _look(self) -> None:
        bridge = self._context.bridge
        self.start.setEnabled(False)
        if not self.mapping.isVisibleTo(self):
            self.words.setText(self.tr("Reading %1…").replace("%1", self._path.name))
        self._ask(bridge.desk.features.contacts.files.preview(self._path, self._mapping), self._show_preview)

    def _ask(self, work: Coroutine[Any, Any, T], done: Callable[[T], None]) -> None:
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._context.bridge.ask(work, done, self._failed)

    def _show_preview(self, preview: ImportPreview) -> None:
        found = self.tr("1 contact in %2") if preview.count == 1 else self.tr("%1 contacts in %2")
        self.words.setText(found.replace("%1", f"{preview.count:,}").replace("%2", self._path.name))
        if preview.mapping is not None:
            self.mapping.show_table(preview.mapping, preview.headings, preview.cells)
            self.mapping.show()
        self._show_sample(preview.sample)
        self._show_problems(preview.problems, self.tr("%1 lines were not understood in full:"))
        self.start.setEnabled(preview.count > 0)
        self._duplicates.hide()
        self._show_left(())
        if preview.count:
            self._say(self.tr("Looking for contacts that are there already…"))
            files = self._context.bridge.desk.features.contacts.files
            self._ask(files.compare(self._path, self._mapping), self._show_comparison)
        else:
            self._say("")

    def _show_sample(self, contacts: Sequence[Contact]) -> None:
        self._sample_head.setVisible(bool(contacts))
        for place, line in enumerate(self.sample):
            line.setVisible(place < len(contacts))
            if place < len(contacts):
                line.say(self._line(contacts[place]))

    def _line(self, contact: Contact) -> str:
        numbers = ", ".join(self._context.number(one.number) for one in contact.numbers)
        company = contact.company if contact.name else ""
        return " · ".join(part for part in (contact.shown, company, numbers, ", ".join(contact.tags)) if part)

    def _show_comparison(self, comparison: Comparison) -> None:
        self._say("")
        self.progress.hide()
        self._reports = comparison.reports
        self.same.setText(" ".join(self._same_words(comparison)))
        self._duplicates.setVisible(bool(self.same.text()))
        self._show_foretold()

    def _same_words(self, comparison: Comparison) -> Iterator[str]:
        if comparison.there:
            names = ", ".join(comparison.names[:SHOWN])
            more = f"{names}…" if comparison.there > SHOWN else names
            words = (
                self.tr("1 is there already: %2.") if comparison.there == 1 else self.tr("%1 are there already: %2.")
            )
            yield words.replace("%1", f"{comparison.there:,}").replace("%2", more)
        if comparison.again:
            words = (
                self.tr("1 repeats an earlier line.") if comparison.again == 1 else self.tr("%1 repeat earlier lines.")
            )
            yield words.replace("%1", f"{comparison.again:,}")

    def _show_foretold(self) -> None:
        """What would be left, by the present choice."""
        report = self._reports.get(self.choice)
        self._show_left(() if report is None else report.left)

    def _show_left(self, left: Sequence[Left]) -> None:
        self.left.setPlainText("\n".join(self._why_left(one) for one in left))
        for part in (self._left_head, self.left):
            part.setVisible(bool(left))

    def _why_left(self, one: Left) -> str:
        if one.number:
            words = (
                self.tr("Line %1: %2, the same number as %3 in line %4")
                if one.other_line
                else self.tr("Line %1: %2, the same number as %3")
            )
        else:
            words = (
                self.tr("Line %1: %2, the same name and company as in line %4")
                if one.other_line
                else self.tr("Line %1: %2 is there already")
            )
        words = words.replace("%1", str(one.line)).replace("%4", str(one.other_line))
        return words.replace("%3", one.other).replace("%2", one.name)

    def _show_problems(self, problems: Sequence[Problem], words: str) -> None:
        one = self.tr("1 line was not understood in full:")
        self._problems_head.setText(one if len(problems) == 1 else words.replace("%1", f"{len(problems):,}"))
        lines = (
            self.tr("Line %1: %2").replace("%1", str(problem.line)).replace("%2", sentence(problem.reason))
            for problem in problems
        )
        self.problems.setPlainText("\n".join(lines))
        for part in (self._problems_head, self.problems):
            part.setVisible(bool(problems))

    # Importing.

    @property
    def choice(self) -> Duplicates:
        """What becomes of those that are there already."""
        return next(choice for choice, button in self.duplicates.items() if button.isChecked())

    def _begin(self) -> None:
        if self.is_over:
            self.reject()
            return
        files = self._context.bridge.desk.features.contacts.files
        self._is_working = True
        self.start.setEnabled(False)
        self.mapping.setEnabled(False)
        self._duplicates.setEnabled(False)
        self.cancel.setText(self.tr("Stop"))
        self._say(self.tr("Importing…"))
        self.progress.setRange(0, 0)
        self.progress.show()
        self._ask(files.take_in(self._path, self._mapping, self.choice), self._show_report)

    def _hear(self, news: News) -> None:
        if isinstance(news, Transfer) and news.total and not self.is_over:
            if news.kind == "import" and self._is_working:
                words = self.tr("Importing: %1 of %2")
            elif news.kind == "comparison" and not self._is_working and news.done < news.total:
                words = self.tr("Looking for contacts that are there already: %1 of %2")
            else:
                return
            self._say(words.replace("%1", f"{news.done:,}").replace("%2", f"{news.total:,}"))
            self.progress.setRange(0, news.total)
            self.progress.setValue(news.done)
            self.progress.show()

    def _show_report(self, report: ImportReport) -> None:
        self._end()
        counts = (
            (self.tr("%1 added"), report.added),
            (self.tr("%1 completed"), report.merged),
            (self.tr("1 left as it was") if report.skipped == 1 else self.tr("%1 left as they were"), report.skipped),
            (self.tr("%1 not understood in full"), len(report.problems)),
        )
        self._show_left(report.left)
        told = ", ".join(text.replace("%1", f"{count:,}") for text, count in counts if count)
        self.words.setText(told or self.tr("There was nothing to import."))
        self._say(self.tr("Done.") if report.is_whole else self.tr("Stopped. What was imported stays."))

    def _failed(self, error: AgentDesktopError) -> None:
        was_working = self._is_working
        self.progress.hide()
        if was_working or not self.mapping.isVisibleTo(self):
            self._end()
            self.words.setText(self.tr("Nothing more was imported.") if was_working else self._path.name)
        self._say(said(error), is_problem=True)

    def _end(self) -> None:
        self.is_over, self._is_working = True, False
        for part in (self.mapping, self._duplicates, self._sample_head, self.progress, self.cancel, *self.sample):
            part.hide()
        self.start.setText(self.tr("Close"))
        self.start.setEnabled(True)

    def _say(self, words: str, *, is_problem: bool = False) -> None:
        tell(self.said, words, is_problem=is_problem)

    def _stop(self) -> None:
        bridge = self._context.bridge
        bridge.ask(bridge.desk.features.contacts.files.stop())

    def reject(self) -> None:
        if self._is_working:
            self._stop()  # the report comes, and the dialog shows it
        else:
            self._leave()
            super().reject()

    def _leave(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
        self._context.bridge.news.disconnect(self._hear)
