"""The agent's desk: webhooks, status, dialling, pause, team and history, on its own thread and free of Qt.

It carries out what the session decides. Every method runs on the desk's loop unless it says otherwise.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from datetime import tzinfo
from functools import partial

from agent_desktop.desk.alarm import Alarm
from agent_desktop.desk.background import Background
from agent_desktop.desk.backstop import Backstop
from agent_desktop.desk.call_book import CallBook
from agent_desktop.desk.callers import Callers
from agent_desktop.desk.connection import Connection
from agent_desktop.desk.dialling import dial_rules, preview
from agent_desktop.desk.effects import AskStatus, Effect, PullCall, PullRecent, SaveCall, StatusHeard
from agent_desktop.desk.features import Features
from agent_desktop.desk.intake import Intake
from agent_desktop.desk.own_status import OwnStatus
from agent_desktop.desk.phone import Phone
from agent_desktop.desk.publisher import Publisher
from agent_desktop.desk.record_sync import RecordSync
from agent_desktop.desk.session import Session
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.tasks import Tasks
from agent_desktop.desk.team_watch import TeamWatch
from agent_desktop.desk.troubles import Troubles
from agent_desktop.desk.updates import (
    AgentChanged,
    CardShown,
    Check,
    ConnectionDraft,
    DialOutcome,
    DialPreview,
    Feed,
    FeedChanged,
    Level,
    Notice,
    RaiseWindow,
    SettingsChanged,
    Update,
)
from agent_desktop.desk.webhook_feed import WebhookFeed
from agent_desktop.errors import AgentDesktopError, StoreFailed
from agent_desktop.pbx.client import PbxClient
from agent_desktop.store.store import Store
from agent_desktop.system.secrets import Secret
from agent_desktop.telephony.agent import SpyMode, StatusSource
from agent_desktop.telephony.events import Event
from agent_desktop.telephony.history import HistoryPage, HistoryQuery
from agent_desktop.telephony.number import preload
from agent_desktop.telephony.screen_pop import Interest, PastCalls

_log = logging.getLogger(__name__)

STATUS_WITHIN_S = 2.0
"""So long an earlier run's calls wait for the own status at start."""


class DeskService:
    """Implements `desk.updates.Desk`. `now` is seconds since the epoch."""

    def __init__(self, connection: Connection, store: Store, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._connection = connection
        self._store = store
        self._publisher = Publisher()
        self._troubles = Troubles(self._publisher)
        self._tasks = Tasks(lambda _: self._troubles.tell_bug())
        self._background = Background(self._tasks, self._troubles)
        self._statuses = OwnStatus(connection.settings.pbx.extension)
        self._session = self._new_session()
        self._intake = Intake(lambda: self._zone, self._take, store, partial(self._troubles.tell, "disk"))
        self._book = CallBook(store, self._tasks, self._applied_seq, self._publisher.publish)
        self._feed = WebhookFeed(self._intake.receive, self._tasks, self._publisher.publish)
        self._records = RecordSync(connection.link, self._session, self._book, self.carry_out, now)
        self._team = TeamWatch(
            connection.link, self._session, self._tasks, self.carry_out, self._publisher.publish, now
        )
        failed = partial(self._troubles.tell, "pbx")
        self._backstop = Backstop(self.refresh_status, self._resynchronise, failed, self._clock_set)
        look_up = partial(self._background.start, "disk")
        self._callers = Callers(self._book, look_up, self._fill_in, now, lambda: self._zone)
        self._phone = Phone(connection, self._session, self._publisher.publish, now)
        self._alarm = Alarm(self._session.next_due, now, self._tick)
        self.features = Features(
            Surroundings(
                connection,
                store,
                self._book,
                self._records,
                self._phone,
                self._session,
                self._publisher,
                self._background,
                self._tasks,
                self.carry_out,
                now,
                lambda: self._intake.parsed_ns,
                self._feed,
            ),
            self._troubles.tell_bug,
        )
        self._changing = asyncio.Lock()
        self._is_closing = False
        self._is_caught_up = False
        self._status_asked = asyncio.Event()
        self.started = asyncio.Event()

    # Beginning and end.

    def begin(self) -> None:
        """Read the secrets, for which a keyring may want a password first, then `start`; `started` tells when."""
        self._tasks.start(self._begin(), "begin")

    async def _begin(self) -> None:
        await self._connection.unlock()
        if not self._is_closing:
            await self.start()

    async def start(self) -> None:
        """Listen first, then everything that may take its time. Nothing of the outside world makes this fail."""
        self._background.start("disk", self.features.number_reading.begin())
        await self._open_feed()
        await self._connection.open_link()
        self._publish_settings()
        self._publish_agent()
        self._tell_notices()
        self._tasks.start(self._catch_up(), "catch up")
        self.started.set()

    async def _open_feed(self) -> None:
        async with self.features.self_test.turn:
            await self._open_feed_now(self._connection.settings)

    async def _open_feed_now(self, settings: Settings) -> None:
        if settings.feed.kind == "poll":
            await self._feed.close()
            seconds = settings.feed.poll_seconds
            words = "Asking the PBX every second." if seconds == 1 else f"Asking the PBX every {seconds:g} seconds."
            self._publisher.publish(FeedChanged(Feed("poll", True, words)))
        else:
            await self._feed.open(settings.listener, self._connection.webhook_secret)

    async def _catch_up(self) -> None:
        """What an earlier run left undone, then what the PBX knows."""
        # The first number that is read would pay for loading the numbering plans.
        await asyncio.to_thread(preload, dial_rules(self.settings.dial))
        try:
            replayed = await self._records.replay(self._store, self._zone)
            self._intake.applied_seq = max(self._intake.applied_seq, replayed or 0)
            self._is_caught_up = True
            if replayed is not None:
                await self._book.flush()
        except StoreFailed as error:
            # The next start tries again; what happens from now on does not depend on it.
            self._troubles.tell("disk", error)
        self._backstop.start(self._tasks, self._connection.settings.feed)
        with suppress(TimeoutError):
            # A phone that is idle by now tells that its call is over.
            await asyncio.wait_for(self._status_asked.wait(), STATUS_WITHIN_S)
        await self._background.forgiving("disk", self._records.resume(self._store, self._now()))
        await self.features.start()

    def _applied_seq(self) -> int:
        """Up to where the journal is in the calls: nowhere before an earlier run's entries are."""
        return self._intake.applied_seq if self._is_caught_up else 0

    async def close(self) -> None:
        """Stop listening, finish writing, end all work."""
        self._is_closing = True
        async with self.features.self_test.turn:
            await self._feed.close()
        self._team.close()
        self._alarm.close()
        await self._tasks.close()
        await self.features.close()
        try:
            await self._book.flush()
        except AgentDesktopError as error:
            _log.warning("%s", error.title)
        await self._connection.link.close()
        await self._store.close()

    # Settings.

    @property
    def settings(self) -> Settings:
        """The present ones."""
        return self._connection.settings

    @property
    def client(self) -> PbxClient:
        """Asks the PBX with the present settings. Raises NotSetUp."""
        return self._connection.link.client

    @property
    def webhook_url(self) -> str:
        """The base URL for the vendor, secret included."""
        return self._feed.url

    @property
    def _zone(self) -> tzinfo:
        return self._connection.zone

    def _interest(self) -> Interest:
        settings = self._connection.settings
        return Interest(frozenset(settings.extensions), frozenset(settings.pop.queues), settings.pop.outbound)

    def _new_session(self) -> Session:
        settings = self._connection.settings
        return Session(self._interest(), self._statuses, settings.pop.linger_seconds, settings.feed.kind == "poll")

    def _publish_settings(self) -> None:
        self._publisher.publish(SettingsChanged(self._connection.settings, self._connection.key_kept))

    def _way_in(self) -> tuple[object, ...]:
        """What the feed was opened with."""
        return (self.settings.listener, self.settings.feed, self._connection.webhook_secret)

    async def change_settings(self, settings: Settings) -> None:
        await self._change(lambda: self._connection.change(settings))

    async def connect(self, draft: ConnectionDraft) -> None:
        await self._change(lambda: self._connection.connect(draft))

    async def reload(self, key: Secret | None = None) -> None:
        """Another process changed the settings; `key` is one that it could keep nowhere else."""
        await self._change(lambda: self._connection.reload(key))

    async def _change(self, change: Callable[[], Awaitable[None]]) -> None:
        """One change after the other: else the file may hold one's settings and the desk use another's."""
        await self.started.wait()
        async with self._changing:
            way_in, way_out, pbx = self._way_in(), self._way_out(), self.settings.pbx
            await change()
            if not self._is_closing:
                if pbx.extension != self.settings.pbx.extension:
                    self.features.wrap_ups.leave_extension(pbx)
                await self._apply(way_in, way_out)

    async def _apply(self, way_in: tuple[object, ...], way_out: tuple[object, ...]) -> None:
        settings = self._connection.settings
        self._session.configure(self._interest(), settings.pop.linger_seconds, settings.feed.kind == "poll")
        self._statuses.extension = settings.pbx.extension
        if way_in != self._way_in():
            await self._open_feed()
        self._publish_settings()
        self._publish_agent()
        self._tell_notices()
        if way_out != self._way_out():
            self._backstop.start(self._tasks, settings.feed)

    def _way_out(self) -> tuple[object, ...]:
        """What the PBX is asked with. A client that was replaced stays in it, so that no other takes its place."""
        return (self.settings.feed, self._connection.link.client if self._connection.link.is_set_up else None)

    def _tell_notices(self) -> None:
        for notice in self._connection.take_notices():
            self._publisher.publish(notice)

    async def test_connection(self, draft: ConnectionDraft) -> tuple[Check, ...]:
        return await self._connection.test(draft)

    # Events in, effects out.

    def subscribe(self, watcher: Callable[[Update], None]) -> Callable[[], None]:
        return self._publisher.subscribe(watcher, is_window=True)

    def _take(self, event: Event, received_at: float, received_ns: int) -> None:
        self._decide(lambda: self._session.receive(event, received_at, received_ns))

    def _decide(self, ask_session: Callable[[], Iterable[Effect]]) -> None:
        """A bug in what becomes of one event costs neither its acknowledgement nor what is due next."""
        try:
            self.carry_out(ask_session())
        except Exception:  # noqa: BLE001 - it is logged and told
            _log.exception("an event could not be followed")
            self._troubles.tell_bug()

    def carry_out(self, effects: Iterable[Effect]) -> None:
        """Do what the session decided."""
        pulls: list[PullCall] = []
        for effect in effects:
            match effect:
                case SaveCall(call):
                    self._book.keep(call)
                case PullCall():
                    pulls.append(effect)
                case PullRecent():
                    self._background.start("records", self._records.pull_recent())
                case AskStatus():
                    self._background.start("pbx", self.refresh_status())
                case StatusHeard(extension):
                    self._team.status_heard(extension)
                case CardShown(card):
                    self._publisher.publish(effect)
                    self._callers.card_shown(card)
                case _:
                    self._publisher.publish(effect)
        if pulls:
            self._background.start("records", self._records.pull(pulls))
        self._alarm.look_again()

    def _tick(self) -> None:
        self._decide(lambda: self._session.tick(self._now()))

    def _fill_in(self, callid: str, past: PastCalls | None) -> None:
        self.carry_out(self._session.decorate(callid, past=past))

    async def dismiss(self, callid: str) -> None:
        self.features.receipts.dismissed(callid)
        self.carry_out(self._session.dismiss(callid))

    async def painted(self, callid: str, painted_ns: int) -> None:
        await self.features.receipts.painted(callid, painted_ns)

    async def raise_window(self) -> None:
        """A second start asks for the window."""
        self._publisher.publish(RaiseWindow())

    async def forget_notice(self, topic: str) -> None:
        self._publisher.publish(Notice(topic, Level.INFO, ""))

    # Status and pause.

    async def refresh_status(self) -> None:
        if not self._connection.link.is_set_up:
            return
        asked_at = self._now()
        try:
            statuses = await self._connection.link.client.statuses(self.settings.extensions)
        finally:
            self._status_asked.set()
        self._troubles.tell("pbx", None)
        self._publisher.publish(self._connection.clock_notice(self._now()) or Notice("clock", Level.INFO, ""))
        for extension, status in statuses.items():
            # What a webhook said while the PBX was asked is newer.
            self.carry_out(self._session.hear_status(extension, status, StatusSource.API, asked_at))

    async def _resynchronise(self) -> None:
        """After a gap: the status at once, then the way in, the records of the gap, and what is due by now."""
        await self._background.forgiving("pbx", self.refresh_status())
        self.features.look_again()

    def _clock_set(self, seconds: float) -> None:
        self._session.clock_set(seconds)
        self.carry_out(CardShown(card) for card in self._session.cards())
        self.features.clock_set(seconds)

    async def pause(self, reason: str = "") -> None:
        await self._phone.change_pause(True, reason)
        self._alarm.look_again()

    async def unpause(self) -> None:
        await self._phone.change_pause(False, "")
        self._alarm.look_again()

    def _publish_agent(self) -> None:
        self._publisher.publish(AgentChanged(self._statuses.own, self._statuses.pause))

    # Dialling.

    def preview(self, text: str) -> DialPreview:
        return preview(text, dial_rules(self._connection.settings.dial))

    async def dial(self, text: str, *, confirmed: bool = False) -> DialOutcome:
        return await self._phone.dial(text, confirmed=confirmed)

    # Team.

    async def refresh_team(self) -> None:
        await self._team.refresh()

    async def watch_team(self, watching: bool) -> None:
        self._team.watch(watching, partial(self._background.forgiving, "team"))

    async def set_member_pause(self, extension: str, paused: bool) -> None:
        await self._connection.link.client.pause(extension, paused)

    async def spy(self, extension: str, mode: SpyMode) -> None:
        await self._phone.spy(extension, mode)

    # History.

    async def history(self, query: HistoryQuery) -> HistoryPage:
        return await self._book.page(query)

    async def set_note(self, callid: str, text: str) -> None:
        await self.features.notes.keep(callid, text)
