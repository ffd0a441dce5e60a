"""The way from a text to a dial, on a sheet: preview, choice, question, what came of it. One dial for one wish."""

from PySide6.QtCore import QObject, Signal

from agent_desktop.desk.updates import DialOutcome, DialProgress, DialStage, News
from agent_desktop.errors import AgentDesktopError
from agent_desktop.ui.context import Context
from agent_desktop.ui.dial_sheet import DialSheet, Face
from agent_desktop.ui.language import said, sentence
from agent_desktop.ui.models.dial_gate import DialGate

OUTCOME_SHOWN_S = 8.0


class DialFlow(QObject):
    """`said` follows whatever the sheet shows anew; `held` tells that the PBX is being asked, `dialled` its answer."""

    said = Signal()
    held = Signal(bool)
    dialled = Signal(object)

    def __init__(self, context: Context, sheet: DialSheet) -> None:
        super().__init__(sheet)
        self._context = context
        self._sheet = sheet
        self._gate = DialGate()
        self._wanted = ""
        self._until: float | None = None
        sheet.chosen.connect(self.send)
        sheet.confirmed.connect(lambda: self._send(confirmed=True))
        context.bridge.news.connect(self._follow)

    @property
    def is_busy(self) -> bool:
        """True while the PBX has not answered a dial."""
        return self._gate.is_busy

    def preview(self, text: str) -> None:
        """Show what would be dialled; nothing for a text that is only begun."""
        if self.is_busy:
            return
        self._until = None
        found = self._context.bridge.desk.preview(text)
        if found.choices:
            self._sheet.show_choices(found.choices)
        elif found.problem and not found.is_begun:
            self._sheet.show_problem(sentence(found.problem), is_refusal=False)
        elif found.digits:
            self._sheet.show_preview(found)
        else:
            self.leave()
        self.said.emit()

    def send(self, text: str) -> None:
        """Dial it, or ask first what must be asked."""
        if not self.is_busy:
            self._wanted = text
            self._send(confirmed=False)

    def leave(self) -> None:
        """Show nothing."""
        self._until = None
        self._sheet.hide()

    def rest(self) -> None:
        """Nobody is at it any more: show only what the PBX is asked, and its answer for as long as that stays."""
        if not self.is_busy and self._until is None:
            self.leave()

    def tick(self) -> None:
        """An outcome that was shown for long enough goes away."""
        if self._until is not None and self._context.steady() >= self._until:
            self.leave()

    def _send(self, *, confirmed: bool) -> None:
        if self.is_busy:
            return
        self._until = None
        bridge, text = self._context.bridge, self._wanted
        found = bridge.desk.preview(text)
        if found.choices:
            self._sheet.show_choices(found.choices)
        elif found.problem or not found.digits:
            self._sheet.show_problem(sentence(found.problem) or self.tr("Type a number first."), is_refusal=True)
        elif found.confirm and not confirmed:
            self._sheet.show_question(found.shown or found.digits, sentence(found.confirm))
        elif not self._gate.admit(found.digits, self._context.steady()):
            self._sheet.show_problem(
                self.tr("That number was dialled a moment ago. It is not dialled twice within 3 seconds."),
                is_refusal=True,
            )
        else:
            self.held.emit(True)
            self._sheet.show_sending(found.shown or found.digits)
            bridge.ask(bridge.desk.dial(text, confirmed=confirmed), self._done, self._failed)
        self.said.emit()

    def _done(self, outcome: DialOutcome) -> None:
        self._gate.settle(self._context.steady())
        self.held.emit(False)
        self.dialled.emit(outcome)
        self._show_outcome(outcome.digits, sentence(outcome.said))

    def _show_outcome(self, digits: str, words: str) -> None:
        self._sheet.show_outcome(self._context.number(digits), words)
        self._until = self._context.steady() + OUTCOME_SHOWN_S
        self.said.emit()

    def _follow(self, news: News) -> None:
        """The PBX's answer was followed by the phone's ringing."""
        is_shown = self._sheet.isVisible() and self._sheet.face is Face.OUTCOME
        if isinstance(news, DialProgress) and news.stage is DialStage.RINGING and is_shown:
            self._show_outcome(news.digits, self.tr("Your phone rings."))

    def _failed(self, error: AgentDesktopError) -> None:
        self._gate.settle(self._context.steady())
        self.held.emit(False)
        self._sheet.show_problem(said(error), is_refusal=True)
        self.said.emit()
