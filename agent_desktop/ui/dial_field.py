"""The dial field: preview while typing, a choice or a question where there is one, one dial for one wish."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QWidget

from agent_desktop.desk.updates import DialOutcome
from agent_desktop.ui.context import Context
from agent_desktop.ui.dial_flow import DialFlow
from agent_desktop.ui.dial_sheet import DialSheet, Face
from agent_desktop.ui.labels import KeyHint
from agent_desktop.ui.theme import STEP

FIELD_WIDTH = 58 * STEP
LONGEST = 2000


class DialField(QWidget):
    """`dialled` says that the PBX was asked and answered. Every dial of the window goes through `dial`."""

    dialled = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.sheet = DialSheet(window, context.privacy)
        self._flow = DialFlow(context, self.sheet)
        self.edit = QLineEdit(placeholderText=self.tr("Number to dial"), maxLength=LONGEST)
        self.edit.setAccessibleName(self.tr("Number to dial"))
        self.edit.setFixedWidth(FIELD_WIDTH)
        self.edit.textEdited.connect(self._flow.preview)
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
        context.privacy.guard(self.edit)
        KeyHint(self.edit, self.tr("Ctrl+D"))
        self.sheet.chosen.connect(self._choose)
        self.sheet.cancelled.connect(self._leave)
        self._flow.said.connect(self._place)
        self._flow.held.connect(self._hold)
        self._flow.dialled.connect(self._done)
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def focus(self) -> None:
        """Ctrl+D: the cursor goes here, and what stands here is replaced by what is typed."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def dial(self, text: str) -> None:
        """Dial this, as if it had been typed: a choice or a question is asked here."""
        if self._flow.is_busy:
            return
        self.edit.setText(text)
        self._submit()
        if self.sheet.face in (Face.CHOICES, Face.QUESTION, Face.PROBLEM):
            self.focus()

    def take_over(self, other: "DialField") -> None:
        """Hold what was typed in another one, and show again what would be dialled. What is on its way to the PBX is
        not offered once more.
        """
        if not other._flow.is_busy:
            self.edit.setText(other.edit.text())
            if not other.sheet.isHidden():
                self._flow.preview(self.edit.text())

    def rest(self) -> None:
        """Show no preview, question or refusal any more. What is typed stays, and is shown again with the focus."""
        self._flow.rest()

    def tick(self) -> None:
        """An outcome that was shown for long enough goes away."""
        self._flow.tick()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        if watched is not self.edit and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and (self.edit.text() or self.sheet.isVisible()):
            self.edit.clear()
            self._flow.leave()
            return True
        if event.key() == Qt.Key.Key_Down and self.sheet.isVisible() and self.sheet.buttons:
            self.sheet.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _follow_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is self.edit and self.sheet.isHidden():
            self._flow.preview(self.edit.text())
        # Where there is none now, the program itself was left: whoever comes back finds it as it was.
        elif before is not None and now is not None and self._holds(before) and not self._holds(now):
            self.rest()

    def _holds(self, widget: QWidget) -> bool:
        return self.isAncestorOf(widget) or self.sheet.isAncestorOf(widget)

    def _submit(self) -> None:
        self._flow.send(self.edit.text())

    def _choose(self, digits: str) -> None:
        self.edit.setText(digits)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hold(self, is_held: bool) -> None:
        self.edit.setReadOnly(is_held)
        self.button.setDisabled(is_held)

    def _done(self, outcome: DialOutcome) -> None:
        self.edit.clear()
        self.dialled.emit(outcome)

    def _leave(self) -> None:
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._flow.leave()

    def _place(self) -> None:
        if self.sheet.isVisible():
            below = QPoint(self.width(), self.height() + STEP)
            self.sheet.place(self.mapTo(self._window, below))
