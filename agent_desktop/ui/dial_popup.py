"""What a global key dials, beside the pointer: it takes the keyboard only where there is something to answer."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from agent_desktop.ui.context import Context
from agent_desktop.ui.dial_flow import DialFlow
from agent_desktop.ui.dial_sheet import WIDTH, DialSheet, Face
from agent_desktop.ui.pop_frame import screens
from agent_desktop.ui.pop_ground import window_mask
from agent_desktop.ui.pop_placement import place_near

SHOWN_MS = 8000
"""An outcome or a refusal goes away by itself after this."""

_ASKING = (Face.CHOICES, Face.QUESTION)


class DialPopup(QWidget):
    """A small window of its own. `keyboard_wanted` and `left` are for whoever can move the keyboard to it and back."""

    keyboard_wanted = Signal()
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.X11BypassWindowManagerHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)  # also while another app is used
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(self.tr("Dial"))
        self._is_unasked = False
        self.winId()
        self.windowHandle().installEventFilter(self)
        self.sheet = DialSheet(self, context.privacy)
        self.flow = DialFlow(context, self.sheet)
        self.flow.said.connect(self._show)
        self.sheet.cancelled.connect(self.hide)
        self._away = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._away.timeout.connect(self.hide)

    def dial(self, text: str) -> None:
        """Dial it, or ask, or say why not."""
        self.flow.send(text)

    def say(self, words: str) -> None:
        """Say why nothing is dialled."""
        self.sheet.show_problem(words, is_refusal=False)
        self._show()

    @property
    def is_asking(self) -> bool:
        """True while there is something to answer."""
        return self.sheet.face in _ASKING

    def _show(self) -> None:
        self._is_unasked = self.is_asking
        if self.is_asking or self.flow.is_busy:
            self._away.stop()
        else:
            self._away.start()
        if not self.is_asking:
            self.left.emit()
        self.sheet.take_height()
        size = QSize(WIDTH, self.sheet.height())
        if size != self.size() or not self.isVisible():
            self.setMask(window_mask(size))
            self.setGeometry(place_near(size, QCursor.pos(), screens()))
        self.show()
        self.raise_()
        self._want_keyboard()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose:
            self._want_keyboard()
        return super().eventFilter(watched, event)

    def _want_keyboard(self) -> None:
        """Not before it is on the screen: X11 gives no hidden window the keyboard."""
        if self._is_unasked and self.windowHandle().isExposed():
            self._is_unasked = False
            self.keyboard_wanted.emit()

    def focus_first(self) -> None:
        """Put the focus on the first answer. The one that dials what should be asked first is not it."""
        buttons = self.sheet.buttons
        if buttons:
            buttons[0 if self.sheet.face is Face.CHOICES else -1].setFocus(Qt.FocusReason.TabFocusReason)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self.is_asking:
            self.focus_first()
        elif event.type() == QEvent.Type.WindowDeactivate and self.is_asking and self.isVisible():
            self.hide()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The window may have the keyboard before one of its answers has the focus.
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._away.stop()
        self.left.emit()
