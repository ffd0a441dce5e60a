"""The sheet under the dial field: what would be dialled and why, a choice, a question, or what came of it."""

from collections.abc import Callable
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from agent_desktop.desk.updates import DialPreview
from agent_desktop.ui.announce import announce
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import sentence
from agent_desktop.ui.marks import restyle
from agent_desktop.ui.plain import plain_action
from agent_desktop.ui.privacy import Privacy
from agent_desktop.ui.theme import STEP, TYPE_LARGE

WIDTH = 80 * STEP


class Face(Enum):
    """What the sheet shows."""

    PREVIEW = auto()
    PROBLEM = auto()
    CHOICES = auto()
    QUESTION = auto()
    SENDING = auto()
    OUTCOME = auto()


class DialSheet(QFrame):
    """Lies over the window's content, and takes no focus by itself. `chosen` carries digits, `confirmed` a yes."""

    chosen = Signal(str)
    confirmed = Signal()
    cancelled = Signal()

    def __init__(self, window: QWidget, privacy: Privacy) -> None:
        super().__init__(window)
        self._privacy = privacy
        self.setProperty("kind", "card")
        self.setAutoFillBackground(True)
        self.setFixedWidth(WIDTH)
        self.face = Face.PREVIEW
        self._head = label(size=TYPE_LARGE, bold=True, tabular=True, wrap=True)
        self._body = label(kind="secondary", wrap=True)
        self._buttons = QWidget()
        self._column = QVBoxLayout(self._buttons)
        self._column.setContentsMargins(0, STEP, 0, 0)
        self._column.setSpacing(STEP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        layout.setSpacing(STEP // 2)
        for part in (self._head, self._body, self._buttons):
            layout.addWidget(part)
        self.hide()

    @property
    def words(self) -> str:
        """All that can be read on it."""
        return " ".join(text for text in (self._head.text(), self._body.text()) if text)

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons from first to last."""
        items = [self._column.itemAt(place) for place in range(self._column.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def show_preview(self, preview: DialPreview) -> None:
        """What Enter would dial."""
        shown, digits = self._privacy.number(preview.shown), self._privacy.number(preview.digits)
        arrow = f"{shown} → {digits}" if preview.shown != preview.digits else digits
        self._show(Face.PREVIEW, arrow, sentence(preview.rule))

    def show_problem(self, problem: str, *, is_refusal: bool) -> None:
        """Why nothing is dialled; in the colour of a failure once it was tried."""
        self._show(Face.PROBLEM, "", problem)
        restyle(self._body, "problem" if is_refusal else "secondary")

    def show_choices(self, choices: tuple[tuple[str, str], ...]) -> None:
        """Several numbers: ask which."""
        self._show(Face.CHOICES, "", self.tr("There are several numbers in that. Which one?"))
        for digits, shown in choices:
            self._add(self._privacy.number(shown), partial(self.chosen.emit, digits))

    def show_question(self, shown: str, reason: str) -> None:
        """A reason to ask first."""
        self._show(Face.QUESTION, self._privacy.number(shown), reason)
        self._add(self.tr("Dial it"), self.confirmed.emit, kind="primary")
        self._add(self.tr("Do not dial"), self.cancelled.emit)

    def show_sending(self, shown: str) -> None:
        """The PBX was asked."""
        self._show(Face.SENDING, self._privacy.number(shown), self.tr("Asking the PBX to dial…"))

    def show_outcome(self, head: str, said: str) -> None:
        """What the PBX said."""
        self._show(Face.OUTCOME, head, said)

    def place(self, corner: QPoint) -> None:
        """Put its top right corner there, as high as its words need."""
        self.take_height()
        self.move(corner.x() - self.width(), corner.y())

    def take_height(self) -> None:
        """Become as high as its words need."""
        layout = self.layout()
        assert layout is not None
        self._buttons.updateGeometry()  # before it was shown once, nobody tells of buttons that came
        layout.activate()
        self.setFixedHeight(layout.totalHeightForWidth(WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        buttons = self.buttons
        held = [place for place, button in enumerate(buttons) if button.hasFocus()]
        if step and held:
            buttons[(held[0] + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, face: Face, head: str, body: str) -> None:
        self.face = face
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._head.setText(head)
        self._head.setVisible(bool(head))
        restyle(self._body, "secondary")
        self._body.setText(self._privacy.sentence(body))
        self._body.setVisible(bool(body))
        self._buttons.setVisible(face in (Face.CHOICES, Face.QUESTION))
        self.setAccessibleName(self.words)
        if face is not Face.PREVIEW:
            announce(self, self.words)
        self.show()
        self.raise_()

    def _add(self, text: str, act: Callable[[], object], kind: str = "") -> None:
        button = QPushButton(plain_action(text))
        button.setProperty("kind", kind)
        button.setAutoDefault(True)
        button.clicked.connect(lambda _checked: act())
        self._column.addWidget(button)
        button.show()
