"""The history's menu of filters: direction, outcome, recording and queue, each one of its choices or none."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from agent_desktop.telephony.call import ABANDONED, ANSWERED, NO_ANSWER
from agent_desktop.telephony.history import MISSED
from agent_desktop.ui.plain import plain_action

MOST_QUEUES = 40

Choice = tuple[str, object]
"""A field of HistoryQuery, and its value."""


class FilterMenu(QPushButton):
    """`chosen` carries a field of HistoryQuery and the value to give it; `opened` says that queues are wanted."""

    chosen = Signal(str, object)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(f"{self.tr('Filter')} ▾")
        self.setAccessibleName(self.tr("Filter"))
        self.menu_of_choices = QMenu(self)
        self._queues_menu = QMenu(self.tr("Queue"), self)
        self._actions: dict[Choice, QAction] = {}
        self._chosen: dict[str, object] = {}
        self._fill()
        self.clicked.connect(self._open)

    def words(self, field: str, value: object) -> str:
        """What a choice says."""
        return dict(self._named()).get((field, value), str(value))

    def _named(self) -> tuple[tuple[Choice, str], ...]:
        return (
            (("direction", "inbound"), self.tr("Incoming")),
            (("direction", "outbound"), self.tr("Outgoing")),
            (("outcome", ANSWERED), self.tr("Answered")),
            (("outcome", MISSED), self.tr("Missed")),
            (("outcome", ABANDONED), self.tr("Abandoned")),
            (("outcome", NO_ANSWER), self.tr("No answer")),
            (("outcome", "BUSY"), self.tr("Busy")),
            (("outcome", "FAILED"), self.tr("Failed")),
            (("recorded", True), self.tr("With a recording")),
            (("recorded", False), self.tr("Without a recording")),
        )

    def _fill(self) -> None:
        field_before = ""
        for (field, value), text in self._named():
            if field_before not in ("", field):
                self.menu_of_choices.addSeparator()
            field_before = field
            self._actions[field, value] = self._add(self.menu_of_choices, text, field, value)
        self.menu_of_choices.addSeparator()
        self.menu_of_choices.addMenu(self._queues_menu)
        self.show_queues(())

    def _add(self, menu: QMenu, text: str, field: str, value: object) -> QAction:
        action = menu.addAction(plain_action(text))
        action.setCheckable(True)
        action.triggered.connect(lambda is_checked: self.chosen.emit(field, value if is_checked else None))
        return action

    def show_queues(self, queues: tuple[str, ...]) -> None:
        """These can be chosen from."""
        for choice in [choice for choice in self._actions if choice[0] == "queue"]:
            del self._actions[choice]
        self._queues_menu.clear()
        for queue in queues[:MOST_QUEUES]:
            self._actions["queue", queue] = self._add(self._queues_menu, queue, "queue", queue)
        self._queues_menu.setEnabled(bool(queues))
        self._check()

    def show_chosen(self, chosen: dict[str, object]) -> None:
        """These are chosen, by field."""
        self._chosen = chosen
        self._check()

    def choose(self, field: str, value: object) -> None:
        """As from the menu."""
        self._actions[field, value].trigger()

    def _check(self) -> None:
        for (field, value), action in self._actions.items():
            action.setChecked(field in self._chosen and self._chosen[field] == value)

    def _open(self) -> None:
        self.opened.emit()
        self.menu_of_choices.popup(self.mapToGlobal(QPoint(0, self.height())))
