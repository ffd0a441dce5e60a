"""The first run: where the PBX is, whether it answers, and the address that the vendor must call."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from agent_desktop.errors import AgentDesktopError, SettingsInvalid
from agent_desktop.ui.connection_form import ConnectionForm
from agent_desktop.ui.context import Context
from agent_desktop.ui.form_field import FormField
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import phrase, said, sentence
from agent_desktop.ui.panel import hold_typed
from agent_desktop.ui.theme import STEP, TYPE_TITLE
from agent_desktop.ui.webhook_address import WebhookAddress

WIDTH = 130 * STEP


class FirstRun(QScrollArea):
    """Two steps; `finished` says that the agent is done with both."""

    finished = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.form = ConnectionForm(context)
        self.form.show_settings(context.bridge.present.settings, context.bridge.present.key_kept)
        words = phrase("settings", "Two letters, such as VN or MY: how local numbers are read.")
        self.country = FormField(phrase("settings", "Country"), QLineEdit(maxLength=2), words)
        self.country.show_value(context.bridge.present.settings.dial.country)
        self.problem = label(kind="problem", wrap=True)
        self.problem.hide()
        self.save = QPushButton(self.tr("Save and go on"))
        self.save.setProperty("kind", "primary")
        self.save.clicked.connect(self._save)
        self.form.edited.connect(self.problem.hide)
        self.done = QPushButton(self.tr("Start working"))
        self.done.setProperty("kind", "primary")
        self.done.clicked.connect(self.finished)
        self._steps = (self._connection_step(), self._webhook_step())
        self._lay_out()
        self._show_step(0)

    @property
    def step(self) -> int:
        """0 asks for the PBX, 1 shows the address for the vendor."""
        return int(self._steps[0].isHidden())

    def take_over(self, other: "FirstRun") -> None:
        """Go on where the other one was left."""
        hold_typed(self, other)
        self._show_step(other.step)

    def _show_step(self, step: int) -> None:
        for place, widget in enumerate(self._steps):
            widget.setVisible(place == step)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("kind", "card")
        card.setFixedWidth(WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        for step in self._steps:
            inside.addWidget(step)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(4 * STEP, 6 * STEP, 4 * STEP, 6 * STEP)
        row.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(page)

    def _connection_step(self) -> QWidget:
        step, layout = _step()
        layout.addWidget(label(self.tr("Connect to your PBX"), TYPE_TITLE, bold=True))
        words = self.tr("Four things from your administrator, and this program can show who calls and dial for you.")
        layout.addWidget(label(words, kind="secondary", wrap=True))
        layout.addWidget(self.form)
        layout.addWidget(self.country)
        layout.addWidget(self.problem)
        layout.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        return step

    def _webhook_step(self) -> QWidget:
        step, layout = _step()
        layout.addWidget(label(self.tr("Let the PBX tell you about calls"), TYPE_TITLE, bold=True))
        words = self.tr(
            "Give this address to your administrator or to VoiceCloud, as the CRM address (webhook) of your extension. "
            "The PBX calls it whenever your phone rings. Treat it like a password."
        )
        layout.addWidget(label(words, wrap=True))
        layout.addWidget(WebhookAddress(self._context))
        more = self.tr(
            "If the PBX cannot reach this computer, choose “This computer asks the PBX” in the settings. "
            "You find the address there too."
        )
        layout.addWidget(label(more, kind="secondary", wrap=True))
        layout.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)
        return step

    def _save(self) -> None:
        draft = self.form.draft()
        bridge = self._context.bridge
        try:
            settings = bridge.present.settings.with_given("dial.country", str(self.country.value).upper())
        except SettingsInvalid as error:
            self.country.complain(sentence(error.advice))
            return
        if draft is None:
            return
        self.save.setDisabled(True)
        self.save.setText(self.tr("Saving…"))

        def connect(_: object = None) -> None:
            bridge.ask(bridge.desk.connect(draft), lambda _: self._saved(), self._failed)

        if settings == bridge.present.settings:
            connect()
        else:
            # First: calls are kept by their numbers as this country reads them.
            bridge.ask(bridge.desk.change_settings(settings), connect, self._failed)

    def _saved(self) -> None:
        self._end_saving()
        self._show_step(1)
        self.done.setFocus()

    def _failed(self, error: AgentDesktopError) -> None:
        self._end_saving()
        self.problem.setText(said(error))
        self.problem.show()

    def _end_saving(self) -> None:
        self.save.setDisabled(False)
        self.save.setText(self.tr("Save and go on"))


def _step() -> tuple[QWidget, QVBoxLayout]:
    step = QWidget()
    layout = QVBoxLayout(step)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4 * STEP)
    return step, layout
