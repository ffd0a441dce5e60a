"""What hides a window at once when privacy mode begins while something is being typed in it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from agent_desktop.ui.announce import announce
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import phrase
from agent_desktop.ui.theme import STEP


class PrivacyCurtain(QWidget):
    """Laid over all of a window, which stays as it is below, until `lift`. A dialog is to be finished: it has a button
    for that. No key and no click reach what is below.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._focus: QWidget | None = window.focusWidget()
        self.setAutoFillBackground(True)
        self.show_it = QPushButton(phrase("privacy", "Show it"))
        self.show_it.setVisible(isinstance(window, QDialog))
        self.show_it.clicked.connect(self.lift)
        words = phrase("privacy", "Privacy mode")
        if isinstance(window, QDialog):
            words = phrase("privacy", "Privacy mode is on, and this shows names and numbers as they are.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * STEP, 4 * STEP, 4 * STEP, 4 * STEP)
        layout.setSpacing(3 * STEP)
        layout.addStretch()
        said = label(words, wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(said)
        layout.addWidget(self.show_it, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()  # a list or a menu of the window, which would stay above
        window.installEventFilter(self)
        self._fit()
        self.show()
        self.show_it.setFocus()
        announce(self, words)

    def lift(self) -> None:
        """Show what is below, and go on there."""
        self._window.removeEventFilter(self)
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()
        self.hide()
        self.deleteLater()

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded):
            self._fit()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, next: bool) -> bool:
        return True  # it stays

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # Esc would throw away what nobody sees
