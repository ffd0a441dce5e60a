"""Asks for a moment. Opened with `open()`, never with a loop of its own."""

from datetime import datetime

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from agent_desktop.ui.labels import label
from agent_desktop.ui.theme import STEP


class TimeDialog(QDialog):
    """`chosen` carries the moment, in seconds since the epoch."""

    chosen = Signal(float)

    def __init__(self, title: str, who: str, at: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.edit = QDateTimeEdit(QDateTime.fromSecsSinceEpoch(int(at)))
        self.edit.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.edit.setCalendarPopup(True)
        self.edit.setAccessibleName(title)
        self.edit.setMinimumWidth(60 * STEP)
        buttons = QDialogButtonBox()
        self.set = QPushButton(self.tr("Set"))
        self.set.setProperty("kind", "primary")
        buttons.addButton(self.set, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * STEP, 4 * STEP, 4 * STEP, 4 * STEP)
        layout.setSpacing(2 * STEP)
        layout.addWidget(label(who, bold=True, wrap=True))
        layout.addWidget(label(title, kind="secondary"))
        layout.addWidget(self.edit)
        layout.addWidget(buttons)
        self.accepted.connect(lambda: self.chosen.emit(self._moment()))
        self.finished.connect(self.deleteLater)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.edit.setFocus()
        self.edit.setSelectedSection(QDateTimeEdit.Section.HourSection)

    def _moment(self) -> float:
        moment = self.edit.dateTime().toPython()
        assert isinstance(moment, datetime)
        return moment.timestamp()
