"""A session with a clock of its own, and the cards as a watcher would see them."""

from agent_desktop.desk.own_status import OwnStatus
from agent_desktop.desk.session import Session
from agent_desktop.desk.updates import CardClosed, CardShown
from agent_desktop.telephony.agent import StatusSource
from agent_desktop.telephony.events import CallAnswered, CallReported, CallRinging
from agent_desktop.telephony.screen_pop import Interest

T0 = 1_700_000_000.0


class Script:
    """A session with a clock of its own, and the cards as a watcher would see them."""

    def __init__(self, linger_s=8.0, polling=False, extensions=("101",)):
        self.own = OwnStatus("101")
        self.session = Session(Interest(frozenset(extensions)), self.own, linger_s, polling)
        self.now = T0
        self.cards = {}
        self.shown = 0
        self.effects = []

    def _see(self, effects):
        self.effects = list(effects)
        for effect in effects:
            if isinstance(effect, CardShown):
                self.shown += effect.card.callid not in self.cards
                self.cards[effect.card.callid] = effect.card
            elif isinstance(effect, CardClosed):
                del self.cards[effect.callid]
        return self.effects

    def receive(self, event, after=0.0):
        self.now += after
        return self._see(self.session.receive(event, self.now, 7))

    def status(self, status, after=0.0, source=StatusSource.WEBHOOK, extension="101"):
        self.now += after
        return self._see(self.session.hear_status(extension, status, source, self.now))

    def wait(self, seconds):
        """Let time pass as the desk does: waking up exactly when something is due."""
        end, seen = self.now + seconds, []
        while (due := self.session.next_due()) is not None and due <= end:
            self.now = max(self.now, due)
            seen += self._see(self.session.tick(self.now))
        self.now = end
        return seen

    @property
    def states(self):
        return [card.state for card in self.cards.values()]


def ring(callid="c1", ext="101", number="0938363739"):
    return CallRinging(callid, "inbound", ext, number, "999", "1900")


def answer(callid="c1", ext="101"):
    return CallAnswered(callid, "inbound", ext, "0938363739", "999", "1900")


def record(callid="c1", ext="101", status="ANSWER", **more):
    return CallReported(callid, "inbound", ext, "0938363739", started=T0, status=status, duration_s=9, **more)
