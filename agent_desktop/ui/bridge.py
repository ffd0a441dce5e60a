"""The one crossing between the desk's thread (a plain asyncio loop) and the windows' thread (Qt).

Up: whatever the desk says waits in an `Inbox`; one queued signal (12 us) wakes the windows for all of it, cards first.
Changed calls follow in small portions on a timer, so that a storm of them never keeps a card or a key press waiting.
Down: `ask` runs a coroutine of the desk on the desk's thread and calls back on the windows' thread.
"""

import asyncio
import logging
import threading
from collections import deque
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt, QTimer, Signal

from agent_desktop.desk.updates import (
    AgentChanged,
    CardClosed,
    CardShown,
    Desk,
    FeedChanged,
    HistoryShrank,
    Level,
    News,
    Notice,
    RaiseWindow,
    SettingsChanged,
    TeamChanged,
    Update,
)
from agent_desktop.errors import AgentDesktopError
from agent_desktop.ui.inbox import Inbox
from agent_desktop.ui.models.present import Present

CALLS_PAUSE_MS = 30
"""Changed calls are handed to the lists this often at most."""
CALLS_AT_ONCE = 60
"""So many changed calls at a time: a few milliseconds of a list's work."""
GIVE_WAY_S = 0.006
"""So long at most the desk rests until a new card is painted. One thread has Python at a time: journal and
acknowledgement, which could be done meanwhile, would make that half as long again.
"""

BUG = Notice(
    "bug",
    Level.ERROR,
    str(QT_TRANSLATE_NOOP("desk", "Something went wrong inside Agent Desktop.")),
    str(
        QT_TRANSLATE_NOOP(
            "desk", "What it was is in the log. If it happens again, send a report to your administrator."
        )
    ),
)

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


class Asked:
    """One request to the desk. After `cancel` neither of its callbacks is called."""

    def __init__(
        self,
        future: "Future[Any]",
        done: Callable[[Any], None] | None,
        failed: Callable[[AgentDesktopError], None] | None,
    ) -> None:
        self.future = future
        self.done = done
        self.failed = failed
        self.is_cancelled = False

    def cancel(self) -> None:
        """Give up on it; the desk's work is cancelled where it still runs."""
        self.is_cancelled = True
        self.future.cancel()


class DeskBridge(QObject):
    """The desk as the windows see it. Lives on the windows' thread; `loop` is the desk's and already runs."""

    card_shown = Signal(object)
    """Card"""
    card_closed = Signal(str)
    """callid"""
    call_changed = Signal(object)
    """CallChanged"""
    calls_lapsed = Signal()
    """More calls changed than could wait, or some were deleted: ask for the history anew."""
    agent_changed = Signal(object)
    """AgentChanged"""
    team_changed = Signal(object)
    """TeamChanged"""
    feed_changed = Signal(object)
    """Feed"""
    settings_changed = Signal(object)
    """SettingsChanged"""
    notice = Signal(object)
    """Notice"""
    raise_window = Signal()
    news = Signal(object)
    """News of a feature"""

    _woken = Signal()
    _answered = Signal(object)

    def __init__(self, desk: Desk, loop: asyncio.AbstractEventLoop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.present = Present()
        self._loop = loop
        self._inbox = Inbox()
        self._newest = ""
        self._is_painted = threading.Event()
        self._answers: deque[Asked] = deque()
        self._asked: set[Asked] = set()
        self._unsubscribe: Callable[[], None] = lambda: None
        self._closed = threading.Event()
        self._calls_timer = QTimer(self, singleShot=True)
        self._calls_timer.timeout.connect(self._deliver_calls)
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._answered.connect(self._call_back, Qt.ConnectionType.DirectConnection)

    def open(self) -> None:
        """Begin to listen to the desk. Connect the signals first: the present state arrives at once."""
        self._loop.call_soon_threadsafe(self._subscribe)

    def close(self) -> None:
        """End it, before the desk's loop ends; what is still asked is given up."""
        self._closed.set()
        self._inbox.close()
        self._calls_timer.stop()
        for asked in list(self._asked):
            asked.cancel()
        self._asked.clear()
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._unsubscribe)

    def ask(
        self,
        work: Coroutine[Any, Any, _T],
        done: Callable[[_T], None] | None = None,
        failed: Callable[[AgentDesktopError], None] | None = None,
    ) -> Asked:
        """Run a coroutine of the desk there; call `done` or `failed` here. A failure without `failed` is a notice."""
        if self._closed.is_set() or self._loop.is_closed():
            work.close()
            asked = Asked(Future(), None, None)
            asked.cancel()
            return asked
        asked = Asked(asyncio.run_coroutine_threadsafe(work, self._loop), done, failed)
        self._asked.add(asked)
        asked.future.add_done_callback(lambda _: self._receive_answer(asked))
        return asked

    def say(self, notice: Notice) -> None:
        """A notice of the windows' own, beside the desk's."""
        self.present.take_in(notice)
        self.notice.emit(notice)

    def say_error(self, topic: str, error: AgentDesktopError) -> None:
        """An error as a notice."""
        self.say(Notice(topic, Level.ERROR, error.title, error.advice))

    def forget(self, topic: str) -> None:
        """The user has read it."""
        self.say(Notice(topic, Level.INFO, ""))
        self.ask(self.desk.forget_notice(topic))

    def card_painted(self) -> None:
        """A new card is on the screen, or will not be: the desk need not give way any longer."""
        self._is_painted.set()

    # On the desk's thread.

    def _subscribe(self) -> None:
        if not self._closed.is_set():
            self._unsubscribe = self.desk.subscribe(self._receive)

    def _receive(self, update: Update) -> None:
        is_new_card = False
        if isinstance(update, CardShown) and update.card.callid != self._newest:
            is_new_card = True
            self._newest = update.card.callid
            self._is_painted.clear()
        if self._inbox.put(update):
            self._woken.emit()
        if is_new_card:
            self._is_painted.wait(GIVE_WAY_S)

    def _receive_answer(self, asked: Asked) -> None:
        if not self._closed.is_set():
            self._answers.append(asked)
            self._woken.emit()

    # On the windows' thread.

    def _deliver(self) -> None:
        if self._closed.is_set():
            return
        for update in self._inbox.take_urgent():
            self.present.take_in(update)
            self._tell(update)
        while self._answers:
            self._answered.emit(self._answers.popleft())
        if self._inbox.has_calls and not self._calls_timer.isActive():
            self._calls_timer.start(CALLS_PAUSE_MS)

    def _deliver_calls(self) -> None:
        for update in self._inbox.take_calls(CALLS_AT_ONCE):
            self.call_changed.emit(update)
        if self._inbox.take_overflow():
            self.calls_lapsed.emit()
        if self._inbox.has_calls:
            self._calls_timer.start(CALLS_PAUSE_MS)

    def _tell(self, update: Update) -> None:
        match update:
            case CardShown(card):
                self.card_shown.emit(card)
            case CardClosed(callid):
                self.card_closed.emit(callid)
            case AgentChanged():
                self.agent_changed.emit(update)
            case TeamChanged():
                self.team_changed.emit(update)
            case FeedChanged(feed):
                self.feed_changed.emit(feed)
            case SettingsChanged():
                self.settings_changed.emit(update)
            case Notice():
                self.notice.emit(update)
            case RaiseWindow():
                self.raise_window.emit()
            case HistoryShrank():
                self.calls_lapsed.emit()
            case News():
                self.news.emit(update)

    def _call_back(self, asked: Asked) -> None:
        self._asked.discard(asked)
        if asked.is_cancelled or asked.future.cancelled():
            return
        try:
            self._give_answer(asked)
        except RuntimeError as error:
            # A window that asked may be gone by now: another language builds it anew.
            if "already deleted" not in str(error):
                raise

    def _give_answer(self, asked: Asked) -> None:
        error = asked.future.exception()
        if error is None:
            if asked.done is not None:
                asked.done(asked.future.result())
        elif isinstance(error, AgentDesktopError):
            self._fail(asked, error)
        else:
            _log.error("the desk failed at what was asked", exc_info=error)
            self.say(BUG)
            if asked.failed is not None:
                asked.failed(AgentDesktopError(BUG.title, BUG.advice))

    def _fail(self, asked: Asked, error: AgentDesktopError) -> None:
        if asked.failed is not None:
            asked.failed(error)
        else:
            self.say_error("asked", error)
