"""Everything that is known of one call: its facts, how soon it was on the screen, and each event as it came."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from agent_desktop.desk.call_details import CallDetails
from agent_desktop.errors import AgentDesktopError
from agent_desktop.telephony.latency import LatencyReceipt
from agent_desktop.ui.context import Context
from agent_desktop.ui.event_list import EventList
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import said
from agent_desktop.ui.models.history_columns import CallLine, kind_word
from agent_desktop.ui.offered_words import dispositions
from agent_desktop.ui.scrolling import scrolling
from agent_desktop.ui.theme import STEP, TYPE_LARGE
from agent_desktop.ui.wheel import keep_from_wheel
from agent_desktop.ui.wording import duration, exact, outcome

SIZE = (150 * STEP, 155 * STEP)
NAMES_WIDTH = 18 * STEP


class CallDetailsDialog(QDialog):
    """Opened with `open()`, never with a loop of its own. `disposed` carries a disposition, "" for none."""

    disposed = Signal(str)
    note_wanted = Signal()

    def __init__(self, context: Context, line: CallLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._line = line
        self.setWindowTitle(self.tr("Call"))
        self.resize(*SIZE)
        self.finished.connect(self.deleteLater)
        self.events = EventList(context)
        self.facts: dict[str, str] = {}
        self._receipt = label(kind="secondary", wrap=True, tabular=True)
        self._note = label(wrap=True)
        self.disposition = QComboBox()
        keep_from_wheel(self.disposition)
        self.disposition.setAccessibleName(self.tr("Disposition"))
        self.play = QPushButton(self.tr("Play the recording"))
        self.play.hide()
        self._lay_out()
        self._fill_dispositions(line.disposition)
        self.keep_note(line.record.callid, line.note)
        bridge = context.bridge
        asked = bridge.ask(bridge.desk.features.call_browser.details(line.record.callid), self._take, self._fail)
        self.finished.connect(lambda _: asked.cancel())

    def _lay_out(self) -> None:
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setSpacing(3 * STEP)
        inside.setContentsMargins(0, 0, 2 * STEP, 0)
        inside.addWidget(label(self._headline, TYPE_LARGE, bold=True, wrap=True))
        inside.addLayout(self._grid())
        inside.addWidget(label(self.tr("Events"), bold=True))
        inside.addWidget(self._receipt)
        inside.addWidget(self.events)
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * STEP, 4 * STEP, 4 * STEP, 4 * STEP)
        layout.setSpacing(3 * STEP)
        layout.addWidget(scrolling(body), 1)
        layout.addLayout(self._buttons())

    @property
    def _headline(self) -> str:
        number = self._context.number(self._line.record.number)
        return " · ".join(part for part in (self._context.name(self._line.name), number) if part)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * STEP)
        grid.setVerticalSpacing(STEP)
        grid.setColumnMinimumWidth(0, NAMES_WIDTH)
        grid.setColumnStretch(1, 1)
        self._add_facts(grid)
        grid.setRowMinimumHeight(grid.rowCount(), STEP)
        self._add_remarks(grid, grid.rowCount() + 1)
        return grid

    def _add_facts(self, grid: QGridLayout) -> None:
        record = self._line.record
        self.facts = {
            self.tr("When"): exact(record.started),
            self.tr("Direction"): kind_word(record),
            self.tr("Outcome"): outcome(record, self._context.own()),
            self.tr("From"): self._context.place(record.number),
            self.tr("Queue"): record.queue,
            self.tr("DID"): record.did,
            self.tr("Extension"): record.extension,
            self.tr("Wait"): duration(record.wait_s),
            self.tr("Talk"): duration(record.talk_s),
            self.tr("Recording"): self._context.text(record.recording_url),
            self.tr("Call id"): record.callid,
        }
        for row, (name, value) in enumerate((name, value) for name, value in self.facts.items() if value):
            grid.addWidget(label(name, kind="secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_selectable(label(value, tabular=True, wrap=True)), row, 1, 1, 2)

    def _add_remarks(self, grid: QGridLayout, row: int) -> None:
        edit = QPushButton(self.tr("Note…"))
        edit.clicked.connect(self.note_wanted)
        grid.addWidget(label(self.tr("Disposition"), kind="secondary"), row, 0)
        grid.addWidget(self.disposition, row, 1, 1, 2)
        grid.addWidget(label(self.tr("Note"), kind="secondary"), row + 1, 0)
        grid.addWidget(self._note, row + 1, 1)
        grid.addWidget(edit, row + 1, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        copy = QPushButton(self.tr("Copy"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text))
        close = QPushButton(self.tr("Close"))
        close.setProperty("kind", "primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        row.addWidget(copy)
        row.addWidget(self.play)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _fill_dispositions(self, chosen: str) -> None:
        words = dispositions(self._context.bridge.present.settings)
        offered = words if chosen in ("", *words) else (*words, chosen)
        self.disposition.addItem(self.tr("None"), "")
        for word in offered:
            self.disposition.addItem(word, word)
        self.disposition.setCurrentIndex(self.disposition.findData(chosen))
        self.disposition.activated.connect(lambda _: self.disposed.emit(self.disposition.currentData()))

    @property
    def text(self) -> str:
        """All of it, as text."""
        facts = (f"{name}: {value}" for name, value in self.facts.items() if value)
        parts = [self._headline, *facts]
        if self._line.note:
            parts.append(f"{self.tr('Note')}: {self._context.text(self._line.note)}")
        if self._line.disposition:
            parts.append(f"{self.tr('Disposition')}: {self._line.disposition}")
        return "\n".join([*parts, self._receipt.text(), *self.events.lines]).strip()

    def keep_note(self, callid: str, note: str) -> None:
        """A call's note was changed."""
        if callid == self._line.record.callid:
            self._note.setText(self._context.text(note) or "–")

    def offer_recording(self, play: Callable[[], None]) -> None:
        """Someone can play it."""
        self.play.clicked.connect(play)
        self.play.setVisible(bool(self._line.record.recording_url))

    def _take(self, details: CallDetails) -> None:
        self._receipt.setText(self._receipt_words(details.receipt))
        self.events.show_events(details.events)

    def _fail(self, error: AgentDesktopError) -> None:
        self.events.say(said(error))

    def _receipt_words(self, receipt: LatencyReceipt | None) -> str:
        if receipt is None:
            return self.tr("There was no screen pop for this call.")
        words = self.tr("On the screen %1 ms after its first event: read after %2 ms, given to the window after %3 ms.")
        times = (receipt.painted_ms, receipt.parsed_ms, receipt.shown_ms)
        for place, ms in enumerate(times, 1):
            words = words.replace(f"%{place}", f"{ms:.1f}")
        return words


def _selectable(text: QLabel) -> QLabel:
    flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    text.setTextInteractionFlags(flags)
    return text
