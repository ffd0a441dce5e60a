"""Whether and how a call asks for attention: by the pop, the desktop's own notification, or not at all."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from agent_desktop.desk.settings import PopSettings
from agent_desktop.telephony.pop_audit import Outcome
from agent_desktop.telephony.quiet_hours import is_quiet
from agent_desktop.telephony.screen_pop import Card, CardState
from agent_desktop.ui.pop_window import PopWindow
from agent_desktop.ui.pop_words import CardText

CALLS_KEPT = 200


class Attention(QObject):
    """Told of cards; `notify` carries a title and a text for the desktop's notification. `now` is epoch seconds."""

    notify = Signal(str, str)
    quiet_changed = Signal(bool)
    not_popped = Signal(str, object)
    """callid, and the Outcome that says why the pop does not show it"""

    def __init__(
        self,
        pop: PopWindow,
        words: Callable[[Card], CardText],
        now: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = PopSettings()
        self._pop = pop
        self._words = words
        self._now = now
        self._is_undisturbed = False
        self._notified: dict[str, None] = {}
        self._silenced: dict[str, None] = {}

    @property
    def is_do_not_disturb(self) -> bool:
        """True while the agent wants to see nothing of calls."""
        return self._is_undisturbed

    def do_not_disturb(self, wanted: bool) -> None:
        """Show nothing of calls that begin from now on, until that is taken back or the program ends."""
        if wanted != self._is_undisturbed:
            self._is_undisturbed = wanted
            self.quiet_changed.emit(wanted)

    def is_quiet(self) -> bool:
        """True where nothing is to be shown or heard of a call that begins now."""
        then = time.localtime(self._now())
        hours = self.settings.quiet_hours
        return self._is_undisturbed or is_quiet(hours, then.tm_wday, then.tm_hour * 60 + then.tm_min)

    def is_silenced(self, callid: str) -> bool:
        """True for a call that began when it was quiet."""
        return callid in self._silenced

    def show_card(self, card: Card) -> bool:
        """A call, or what is new about it; True where the pop shows it."""
        is_new = not card.state.is_final and card.callid not in self._notified
        if is_new:
            _keep(self._notified, card.callid)
            if self.is_quiet():
                _keep(self._silenced, card.callid)
                self.not_popped.emit(card.callid, Outcome.UNDISTURBED if self._is_undisturbed else Outcome.QUIET)
        if card.callid in self._silenced:
            return False
        how = self.settings
        is_popped = how.enabled and how.notify != "instead"
        if is_popped:
            self._pop.show_card(card)
        elif is_new:
            self.not_popped.emit(card.callid, Outcome.OFF if how.notify == "never" else Outcome.NOTIFIED)
        if is_new and how.notify != "never" and card.state is CardState.RINGING:
            text = self._words(card)
            lines = (" · ".join(part for part in (text.number, text.place) if part), *text.why)
            self.notify.emit(f"{text.title} — {text.heading}", "\n".join(line for line in lines if line))
        return is_popped


def _keep(calls: dict[str, None], callid: str) -> None:
    calls[callid] = None
    while len(calls) > CALLS_KEPT:
        del calls[next(iter(calls))]
