"""The events of a call, one below the other; the request that brought one is shown on demand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from agent_desktop.desk.call_details import HeardEvent
from agent_desktop.ui.context import Context
from agent_desktop.ui.event_words import event_words
from agent_desktop.ui.labels import label
from agent_desktop.ui.theme import STEP
from agent_desktop.ui.wording import exact

REQUEST_HEIGHT = 22 * STEP


class EventList(QWidget):
    """Says that it looks for them until it is told. `lines` are the events as text."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lines: list[str] = []
        self.requests: list[QPlainTextEdit] = []
        self.buttons: list[QPushButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP)
        self._words = label(self.tr("Looking for events…"), kind="secondary", wrap=True)
        layout.addWidget(self._words)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(3 * STEP)
        self._grid.setVerticalSpacing(STEP)
        self._grid.setColumnStretch(1, 1)
        layout.addLayout(self._grid)

    def say(self, words: str) -> None:
        """In place of the events."""
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def show_events(self, events: tuple[HeardEvent, ...]) -> None:
        """Show them, as they came."""
        none = self.tr("No event of this call reached this computer: the PBX's records tell of it.")
        self.say("" if events else none)
        for event in events:
            self._add(event)

    def _add(self, event: HeardEvent) -> None:
        at = f"{exact(event.received)[11:]}.{int(event.received % 1 * 1000):03}"
        words = event_words(event.event, self._context.number)
        self.lines.append(f"{at}  {words}")
        request = QPlainTextEdit(self._context.text(event.request), readOnly=True)
        request.setAccessibleName(self.tr("The request as it came"))
        request.setFixedHeight(REQUEST_HEIGHT)
        request.hide()
        button = QPushButton(self.tr("As it came"))
        button.setCheckable(True)
        button.setProperty("kind", "quiet")
        button.setAccessibleDescription(words)
        button.toggled.connect(request.setVisible)
        row = self._grid.rowCount()
        top = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(label(at, kind="secondary", tabular=True), row, 0, top)
        self._grid.addWidget(label(words, wrap=True), row, 1, top)
        self._grid.addWidget(button, row, 2, top)
        self._grid.addWidget(request, row + 1, 0, 1, 3)
        self.requests.append(request)
        self.buttons.append(button)
