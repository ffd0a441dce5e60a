"""The field in which a note is typed: a small window of its own, laid over the card, because the pop takes no focus."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from agent_desktop.ui.privacy import Privacy

LONGEST_NOTE = 4000
TOLD_EVERY_MS = 30_000
"""So often it is said at most that someone types."""


class NoteEditor(QWidget):
    """Opened by a click on Note alone. `written` carries (callid, text) when it ends with Enter or loses the focus.
    `typed` carries the callid, from the beginning and now and then; `left` does where it ends and nothing is written.
    """

    written = Signal(str, str)
    typed = Signal(str)
    left = Signal(str)
    closed = Signal()

    def __init__(self, pop: QWidget, privacy: Privacy) -> None:
        # Unmanaged like the pop: a window manager would put it below.
        super().__init__(
            pop,
            Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.X11BypassWindowManagerHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)  # also while another app is used
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.callid = ""
        self._before = ""
        self._privacy = privacy
        self._line = QLineEdit(self)
        self._line.setMaxLength(LONGEST_NOTE)
        self._line.returnPressed.connect(self.finish)
        self._told = QTimer(self, singleShot=True, interval=TOLD_EVERY_MS)
        self._line.textEdited.connect(self._tell)
        privacy.guard(self._line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line)
        self.say_anew()

    def say_anew(self) -> None:
        """Name the field in the present language, and look at the privacy mode. What is typed stays."""
        self._privacy.look_again(self._line)
        self.setWindowTitle(self.tr("Note"))
        self._line.setPlaceholderText(self.tr("Note about this call. Enter keeps it, Esc does not."))
        self._line.setAccessibleName(self.tr("Note"))

    def open(self, callid: str, text: str) -> None:
        """Take the focus, to write the note of this call."""
        self.callid = callid
        self._line.setText(text)
        self._before = self._line.text()
        self.show()
        self.activateWindow()
        self._line.setFocus()
        self._told.stop()
        self._tell()

    def _tell(self) -> None:
        if not self._told.isActive():
            self._told.start()
            self.typed.emit(self.callid)

    def finish(self) -> None:
        """Keep what was typed, and go."""
        if self.callid and self._line.text() != self._before:
            self.written.emit(self.callid, self._line.text().strip())
            self._go()
        else:
            self.give_up()

    def give_up(self) -> None:
        """Go, and keep nothing."""
        if self.callid:
            self.left.emit(self.callid)
            self._go()

    def _go(self) -> None:
        self.callid = ""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate:
            self.finish()
        return super().event(event)
