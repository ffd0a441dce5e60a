"""Asks for a moment."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, Qt, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from agent_desktop.ui.ask_dialog import AskDialog
from agent_desktop.ui.labels import label
from agent_desktop.ui.theme import STEP
from agent_desktop.ui.wheel import keep_from_wheel


class _MomentEdit(QDateTimeEdit):
    """Begins at the hour, the likeliest to be another; Qt selects the year whenever its window comes up."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.setSelectedSection(QDateTimeEdit.Section.HourSection)


class TimeDialog(AskDialog):
    """`chosen` carries the moment, in seconds since the epoch."""

    chosen = Signal(float)

    def __init__(self, title: str, who: str, at: float, parent: QWidget) -> None:
        edit = _MomentEdit(QDateTime.fromSecsSinceEpoch(int(at)))
        words = QCoreApplication.translate("TimeDialog", "Set")
        super().__init__(title, who, (label(title, kind="secondary"), edit), words, parent)
        self.edit = edit
        keep_from_wheel(edit)
        self.edit.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.edit.setCalendarPopup(True)
        self.edit.setAccessibleName(title)
        self.edit.setMinimumWidth(60 * STEP)
        self.accepted.connect(lambda: self.chosen.emit(self._moment()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.edit.setFocus()

    def _moment(self) -> float:
        moment = self.edit.dateTime().toPython()
        assert isinstance(moment, datetime)
        return moment.timestamp()
