"""One call in a line: where it goes, with whom, in what state."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agent_desktop.telephony.call import CallRecord, is_missed
from agent_desktop.telephony.events import WITHHELD
from agent_desktop.telephony.screen_pop import Card, CardState
from agent_desktop.ui.context import Context
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.history_table import call_glyph
from agent_desktop.ui.labels import ElidedLabel, label
from agent_desktop.ui.marks import GlyphMark, StatusMark, restyle
from agent_desktop.ui.status_look import status_look
from agent_desktop.ui.theme import STEP, TYPE_LARGE
from agent_desktop.ui.wording import card_state_word, duration, outcome, when

_SHAPES = {CardState.RINGING: "ring", CardState.DIALLING: "ring", CardState.TALKING: "talk"}


class CurrentCall(QWidget):
    """A call of this desk that goes on or ended a moment ago."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card: Card | None = None
        self._mark = StatusMark(context.theme)
        self._who = ElidedLabel(TYPE_LARGE, bold=True)
        self._what = ElidedLabel(kind="secondary")
        self._timer = label(tabular=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._who)
        words.addWidget(self._what)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * STEP)
        layout.addWidget(self._mark)
        layout.addLayout(words, 1)
        layout.addWidget(self._timer)

    def show_card(self, card: Card) -> None:
        """Show this call."""
        self._card = card
        self._mark.show_look(status_look(_SHAPES.get(card.state, "off")))
        number = self._context.number(card.number)
        self._who.say(self._context.name(card.name) or number)
        state = card_state_word(card.state)
        if card.state is CardState.ANSWERED_ELSEWHERE and card.answered_by:
            state = self.tr("Answered by %1").replace("%1", self._context.name(card.answered_name) or card.answered_by)
        self._what.say(" · ".join(part for part in (state, card.queue, number if card.name else "") if part))
        self.tick(self._context.now())

    def tick(self, now: float) -> None:
        """The timer runs while the call does."""
        if self._card is not None:
            card = self._card
            seconds = card.talk_s if card.state.is_final else now - card.since
            self._timer.setText("" if seconds is None else duration(seconds))

    @property
    def words(self) -> str:
        """All that can be read."""
        return f"{self._who.whole} {self._what.whole} {self._timer.text()}"


class PastCall(QWidget):
    """A call of the history. `dial_wanted` carries its number."""

    dial_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._number = ""
        self._glyph = GlyphMark(context.theme, Glyph.INCOMING)
        self._time = label(kind="secondary", tabular=True)
        self._who = ElidedLabel()
        self._outcome = ElidedLabel(kind="secondary")
        self._dial = QPushButton(self.tr("Dial"))
        self._dial.clicked.connect(lambda: self.dial_wanted.emit(self._number))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * STEP)
        for part, stretch in ((self._glyph, 0), (self._time, 0), (self._who, 3), (self._outcome, 2), (self._dial, 0)):
            layout.addWidget(part, stretch)

    def show_record(self, record: CallRecord, name: str = "") -> None:
        """Show this call, with the customer's name where it is known."""
        missed = is_missed(record.status, record.direction)
        shown = self._context.number(record.number)
        self._number = record.number
        self._glyph.show_glyph(call_glyph(record), "missed" if missed else "secondary")
        self._time.setText(when(record.started, self._context.now()))
        self._who.say(" · ".join(part for part in (self._context.name(name), shown) if part))
        self._outcome.say(outcome(record, self._context.own(), self._context.colleague))
        restyle(self._outcome, "problem" if missed else "secondary")
        self._dial.setEnabled(bool(record.number) and record.number != WITHHELD)
        self._dial.setAccessibleName(self.tr("Dial %1").replace("%1", shown))

    @property
    def words(self) -> str:
        """All that can be read."""
        return f"{self._time.text()} {self._who.whole} {self._outcome.whole}"
