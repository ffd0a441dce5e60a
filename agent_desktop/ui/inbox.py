"""What waits to cross from the desk's thread to the windows: little, and the most urgent first.

Only the newest word on each thing is kept: one per card, per kind of state, per notice's topic and per call, so that a
frozen window is owed a screenful, not an hour of news.
"""

import threading

from agent_desktop.desk.updates import (
    CallChanged,
    CardClosed,
    CardShown,
    News,
    Notice,
    RaiseWindow,
    Update,
)

CALLS_KEPT = 2000
"""Calls that wait at most. Beyond that the oldest are let go, and the windows are told to ask for the history anew."""


class Inbox:
    """A mailbox between two threads. `put` on one side, `take_urgent` and `take_calls` on the other."""

    def __init__(self, calls_kept: int = CALLS_KEPT) -> None:
        self._lock = threading.Lock()
        self._cards: dict[str, CardShown | CardClosed] = {}
        self._on_screen: set[str] = set()
        self._states: dict[object, Update] = {}
        self._calls: dict[str, CallChanged] = {}
        self._calls_kept = calls_kept
        self._overflowed = False
        self._knocked = False
        self._closed = False

    def put(self, update: Update) -> bool:
        """Leave an update. True where the other side must be woken; it is woken once for all that waits."""
        with self._lock:
            if self._closed:
                return False
            waiting_calls = bool(self._calls)
            self._keep(update)
            if self._knocked or (waiting_calls and isinstance(update, CallChanged)):
                return False
            self._knocked = True
            return True

    def take_urgent(self) -> tuple[Update, ...]:
        """All but the calls: cards first, then states, notices and a wish to see the window. A knock is answered."""
        with self._lock:
            self._knocked = False
            for callid, update in self._cards.items():
                if isinstance(update, CardShown):
                    self._on_screen.add(callid)
                else:
                    self._on_screen.discard(callid)
            urgent = (*self._cards.values(), *self._states.values())
            self._cards.clear()
            self._states.clear()
            return urgent

    def take_calls(self, limit: int) -> tuple[CallChanged, ...]:
        """The oldest `limit` calls that wait."""
        with self._lock:
            return tuple(self._calls.pop(callid) for callid in list(self._calls)[:limit])

    @property
    def has_calls(self) -> bool:
        """True while calls wait."""
        with self._lock:
            return bool(self._calls)

    def take_overflow(self) -> bool:
        """True once after calls were let go."""
        with self._lock:
            overflowed, self._overflowed = self._overflowed, False
            return overflowed

    def close(self) -> None:
        """Keep nothing from now on."""
        with self._lock:
            self._closed = True
            self._cards.clear()
            self._states.clear()
            self._calls.clear()

    def _keep(self, update: Update) -> None:
        match update:
            case CallChanged():
                self._keep_call(update)
            case CardShown(card):
                self._cards[card.callid] = update
            case CardClosed(callid):
                waiting = self._cards.pop(callid, None)
                if waiting is None or callid in self._on_screen:
                    self._cards[callid] = update
            case Notice(topic=topic):
                self._states[topic] = update
            case RaiseWindow():
                self._states[RaiseWindow] = update
            case News():
                self._states[update.key] = update
            case _:
                self._states[type(update)] = update

    def _keep_call(self, update: CallChanged) -> None:
        waiting = self._calls.get(update.record.callid)
        self._calls[update.record.callid] = update if waiting is None else update.after(waiting)
        if len(self._calls) > self._calls_kept:
            del self._calls[next(iter(self._calls))]
            self._overflowed = True
