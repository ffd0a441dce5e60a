"""The dial field: preview while typing, a choice or a question where there is one, one dial for one wish."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from agent_desktop.desk.updates import DialOutcome, DialProgress, DialStage, News
from agent_desktop.errors import AgentDesktopError
from agent_desktop.ui.context import Context
from agent_desktop.ui.dial_sheet import DialSheet, Face
from agent_desktop.ui.labels import show_key
from agent_desktop.ui.language import said, sentence
from agent_desktop.ui.models.dial_gate import DialGate
from agent_desktop.ui.theme import STEP

FIELD_WIDTH = 58 * STEP
LONGEST = 2000
OUTCOME_SHOWN_S = 8.0


class DialField(QWidget):
    """`dialled` says that the PBX was asked and answered. Every dial of the window goes through `dial`."""

    dialled = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._gate = DialGate()
        self._wanted = ""
        self._until: float | None = None
        self.edit = QLineEdit(placeholderText=self.tr("Number to dial"), maxLength=LONGEST)
        self.edit.setAccessibleName(self.tr("Number to dial"))
        self.edit.setFixedWidth(FIELD_WIDTH)
        self.edit.textEdited.connect(self._preview)
        self.edit.returnPressed.connect(self._submit)
        self.edit.installEventFilter(self)
        self.button = QPushButton(self.tr("Dial"))
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self._submit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * STEP)
        layout.addWidget(self.edit)
        layout.addWidget(self.button)
        show_key(self.edit, self.tr("Ctrl D"))
        self.sheet = DialSheet(window)
        self.sheet.chosen.connect(self._choose)
        self.sheet.confirmed.connect(lambda: self._send(confirmed=True))
        self.sheet.cancelled.connect(self._leave)
        window.installEventFilter(self)
        context.bridge.news.connect(self._follow)

    def focus(self) -> None:
        """Ctrl+D: the cursor goes here, and what stands here is replaced by what is typed."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def dial(self, text: str) -> None:
        """Dial this, as if it had been typed: a choice or a question is asked here."""
        if self._gate.is_busy:
            return
        self.edit.setText(text)
        self._submit()
        if self.sheet.face in (Face.CHOICES, Face.QUESTION, Face.PROBLEM):
            self.focus()

    def tick(self) -> None:
        """An outcome that was shown for long enough goes away."""
        if self._until is not None and self._context.steady() >= self._until:
            self._hide_sheet()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        if watched is not self.edit and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and (self.edit.text() or self.sheet.isVisible()):
            self.edit.clear()
            self._hide_sheet()
            return True
        if event.key() == Qt.Key.Key_Down and self.sheet.isVisible() and self.sheet.buttons:
            self.sheet.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _preview(self, text: str) -> None:
        if self._gate.is_busy:
            return
        self._until = None
        found = self._context.bridge.desk.preview(text)
        if found.choices:
            self.sheet.show_choices(found.choices)
        elif found.problem:
            self.sheet.show_problem(sentence(found.problem), is_refusal=False)
        elif found.digits:
            self.sheet.show_preview(found)
        else:
            self._hide_sheet()
        self._place()

    def _submit(self) -> None:
        self._wanted = self.edit.text()
        self._send(confirmed=False)

    def _choose(self, digits: str) -> None:
        self.edit.setText(digits)
        self._wanted = digits
        self._send(confirmed=False)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self, *, confirmed: bool) -> None:
        if self._gate.is_busy:
            return
        self._until = None
        bridge, text = self._context.bridge, self._wanted
        found = bridge.desk.preview(text)
        if found.choices:
            self.sheet.show_choices(found.choices)
        elif found.problem or not found.digits:
            self.sheet.show_problem(sentence(found.problem) or self.tr("Type a number first."), is_refusal=True)
        elif found.confirm and not confirmed:
            self.sheet.show_question(found.shown or found.digits, sentence(found.confirm))
        elif not self._gate.admit(found.digits, self._context.steady()):
            self.sheet.show_problem(
                self.tr("That number was dialled a moment ago. It is not dialled twice within 3 seconds."),
                is_refusal=True,
            )
        else:
            self._hold(True)
            self.sheet.show_sending(found.shown or found.digits)
            bridge.ask(bridge.desk.dial(text, confirmed=confirmed), self._done, self._failed)
        self._place()

    def _hold(self, is_held: bool) -> None:
        self.edit.setReadOnly(is_held)
        self.button.setDisabled(is_held)

    def _done(self, outcome: DialOutcome) -> None:
        self._gate.settle(self._context.steady())
        self._hold(False)
        self.edit.clear()
        self.sheet.show_outcome(self._context.number(outcome.digits), sentence(outcome.said))
        self._until = self._context.steady() + OUTCOME_SHOWN_S
        self._place()
        self.dialled.emit(outcome)

    def _follow(self, news: News) -> None:
        """The PBX's answer was followed by the phone's ringing."""
        is_shown = self.sheet.isVisible() and self.sheet.face is Face.OUTCOME
        if isinstance(news, DialProgress) and news.stage is DialStage.RINGING and is_shown:
            self.sheet.show_outcome(self._context.number(news.digits), self.tr("Your phone rings."))
            self._until = self._context.steady() + OUTCOME_SHOWN_S
            self._place()

    def _failed(self, error: AgentDesktopError) -> None:
        self._gate.settle(self._context.steady())
        self._hold(False)
        self.sheet.show_problem(said(error), is_refusal=True)
        self._place()

    def _leave(self) -> None:
        self._hide_sheet()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hide_sheet(self) -> None:
        self._until = None
        self.sheet.hide()

    def _place(self) -> None:
        if self.sheet.isVisible():
            below = QPoint(self.width(), self.height() + STEP)
            self.sheet.place(self.mapTo(self._window, below))
