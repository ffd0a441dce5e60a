"""Tells the watchers, and remembers what a watcher that comes late must be told first."""

import time
from collections.abc import Callable

from agent_desktop.desk.updates import (
    CallChanged,
    CardClosed,
    CardShown,
    News,
    Notice,
    OwnCallChanged,
    RaiseWindow,
    Update,
)

Watcher = Callable[[Update], None]


class Publisher:
    """One desk's news. Used on the desk's thread only. `told_ns` is when (perf_counter_ns) the latest was told."""

    def __init__(self) -> None:
        self.told_ns = 0
        self._windows: list[Watcher] = []
        self._watchers: list[Watcher] = []
        self._cards: dict[str, CardShown] = {}
        self._notices: dict[str, Notice] = {}
        self._latest: dict[object, Update] = {}

    def subscribe(self, watcher: Watcher, *, is_window: bool = False) -> Callable[[], None]:
        """Call `watcher` with the present state, then with each update, until the answer is called.

        Windows are told before all others, which wait where the windows have a new card to paint.
        """
        watchers = self._windows if is_window else self._watchers
        watchers.append(watcher)
        for update in (*self._latest.values(), *self._notices.values(), *self._cards.values()):
            watcher(update)
        # A second start may come before the windows are there: it is told to the first of them, and once.
        if is_window:
            self._latest.pop(RaiseWindow, None)
        return lambda: watchers.remove(watcher) if watcher in watchers else None

    @property
    def has_windows(self) -> bool:
        """True while windows are told."""
        return bool(self._windows)

    def publish(self, update: Update) -> None:
        """Tell everyone, even where one of them fails: then that error is raised at the end. A notice that says nothing
        new is not told again.
        """
        match update:
            case CardShown(card):
                self._cards[card.callid] = update
            case CardClosed(callid):
                self._cards.pop(callid, None)
            case Notice(topic=topic, title=""):
                if self._notices.pop(topic, None) is None:
                    return
            case Notice(topic=topic):
                if self._notices.get(topic) == update:
                    return
                self._notices[topic] = update
            case CallChanged() | OwnCallChanged():
                pass
            case News() if update.is_fleeting:
                pass
            case RaiseWindow() if self._windows:
                pass
            case News():
                self._latest[update.key] = update
            case _:
                self._latest[type(update)] = update
        self._tell(update)

    def _tell(self, update: Update) -> None:
        failed: Exception | None = None
        self.told_ns = time.perf_counter_ns()
        windows = () if isinstance(update, OwnCallChanged) else self._windows
        for watcher in (*windows, *self._watchers):
            try:
                watcher(update)
            except Exception as error:  # noqa: BLE001 - it is raised when the others have been told
                failed = failed or error
        if failed is not None:
            raise failed

    def is_told(self, topic: str) -> bool:
        """True while a notice of this topic stands."""
        return topic in self._notices

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is wrong at present."""
        return tuple(self._notices.values())
