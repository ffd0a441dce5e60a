"""Deleting one customer everywhere: the number, then what there is, then a yes."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from agent_desktop.desk.customer import CustomerData
from agent_desktop.errors import AgentDesktopError
from agent_desktop.ui.announce import tell
from agent_desktop.ui.context import Context
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import said
from agent_desktop.ui.theme import STEP
from agent_desktop.ui.wording import day_of


class DeleteCustomer(QWidget):
    """Whatever is typed takes back what was found: a yes is to what can be read above it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.number = QLineEdit(placeholderText=self.tr("The customer's number"))
        self.number.setAccessibleName(self.number.placeholderText())
        self.look = QPushButton(self.tr("Look up"))
        self.delete = QPushButton(self.tr("Delete all of this"))
        self.delete.setProperty("kind", "danger")
        self.keep = QPushButton(self.tr("Cancel"))
        self.words = label(kind="secondary", wrap=True)
        self._lines: QWidget | None = None
        self._lay_out()
        self.number.textChanged.connect(self._forget_found)
        self.number.returnPressed.connect(self._look_up)
        self.look.clicked.connect(self._look_up)
        self.delete.clicked.connect(self._delete)
        self.keep.clicked.connect(self.number.clear)
        self._forget_found()

    def _lay_out(self) -> None:
        asking = QHBoxLayout()
        asking.setSpacing(2 * STEP)
        asking.addWidget(self.number, 1)
        asking.addWidget(self.look)
        deciding = QHBoxLayout()
        deciding.setSpacing(2 * STEP)
        deciding.addWidget(self.delete)
        deciding.addWidget(self.keep)
        deciding.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * STEP)
        self._column.addLayout(asking)
        self._column.addWidget(self.words)
        self._column.addLayout(deciding)

    def _forget_found(self) -> None:
        self._show_lines(None)
        self._offer(is_offered=False)
        self.look.setEnabled(bool(self.number.text().strip()))
        self._say("")

    def _look_up(self) -> None:
        number, bridge = self.number.text().strip(), self._context.bridge
        if not number:
            return
        self._forget_found()
        self.look.setEnabled(False)
        self._say(self.tr("Looking through everything that is kept…"))

        def found(data: CustomerData) -> None:
            if number == self.number.text().strip():
                self._show(data)

        bridge.ask(bridge.desk.features.keeping.look_up(number), found, self._failed)

    def _show(self, data: CustomerData) -> None:
        self.look.setEnabled(True)
        self._show_lines(data)
        self._offer(is_offered=True)
        nothing = self.tr("Nothing is kept about this number. Deleting it keeps its earlier calls from coming back.")
        backups = self.tr("Backups that you made are not changed.")
        self._say(nothing if data.is_nothing else backups)
        self.keep.setFocus()

    def _delete(self) -> None:
        number, bridge = self.number.text().strip(), self._context.bridge
        self._offer(is_offered=False)
        self.number.setEnabled(False)
        self.look.setEnabled(False)
        self._say(self.tr("Deleting…"))
        bridge.ask(bridge.desk.features.keeping.forget(number), self._deleted, self._failed)

    def _deleted(self, data: CustomerData) -> None:
        self.number.setEnabled(True)
        self.number.clear()
        self._say(self.tr("Deleted. The PBX's records of these calls will not bring them back."))

    def _failed(self, error: AgentDesktopError) -> None:
        self.number.setEnabled(True)
        self._forget_found()
        self._say(said(error), is_problem=True)

    def _say(self, words: str, *, is_problem: bool = False) -> None:
        self.words.setVisible(bool(words))
        tell(self.words, words, is_problem=is_problem)

    def _offer(self, *, is_offered: bool) -> None:
        self.delete.setVisible(is_offered)
        self.keep.setVisible(is_offered)

    def _show_lines(self, data: CustomerData | None) -> None:
        if self._lines is not None:
            self._lines.hide()
            self._lines.deleteLater()
            self._lines = None
        if data is None or data.is_nothing:
            return
        self._lines = QWidget()
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4 * STEP)
        grid.setVerticalSpacing(STEP)
        grid.setColumnStretch(1, 1)
        for row, (name, shown) in enumerate(self._counted(data)):
            grid.addWidget(label(name, kind="secondary"), row, 0)
            grid.addWidget(label(shown, tabular=True), row, 1)
        self._column.insertWidget(1, self._lines)

    def _counted(self, data: CustomerData) -> list[tuple[str, str]]:
        counts = (
            (self.tr("Calls"), data.calls),
            (self.tr("Notes"), data.notes),
            (self.tr("Contacts"), data.contacts),
            (self.tr("Call-backs"), data.call_backs),
            (self.tr("Webhooks"), data.webhooks),
            (self.tr("Lines of the log"), data.log_lines),
            (self.tr("Old copies of the database"), data.old_copies),
        )
        lines = [(name, f"{count:,}") for name, count in counts if count]
        if data.first is not None and data.last is not None:
            between = self.tr("%1 to %2").replace("%1", day_of(data.first)).replace("%2", day_of(data.last))
            lines.insert(1, (self.tr("From"), between))
        return lines
