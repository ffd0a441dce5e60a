"""A desk made of real parts (settings file, database, listener, REST client), and what its windows would show."""

import asyncio
import selectors
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from agent_desktop.desk.connection import Connection
from agent_desktop.desk.dialling import dial_rules
from agent_desktop.desk.service import DeskService
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.settings_file import save
from agent_desktop.desk.updates import (
    AgentChanged,
    CallChanged,
    CardClosed,
    CardShown,
    Feed,
    FeedChanged,
    Notice,
    TeamChanged,
    Update,
)
from agent_desktop.simulator.simulator import Simulator, SimulatorOptions
from agent_desktop.store.store import Store
from agent_desktop.system.paths import Profile
from agent_desktop.system.redact import Redactor
from agent_desktop.system.secrets import SecretStore
from agent_desktop.system.system_keyring import KeyringPort
from agent_desktop.telephony.agent import AgentStatus, Pause
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.history import HistoryQuery
from agent_desktop.telephony.number import canonical
from agent_desktop.telephony.screen_pop import Card, CardState

T = TypeVar("T")

KEY = "test-key-4711"
WEBHOOK_SECRET = "test-webhook-secret"
SECRETS = {"AGENT_DESKTOP_KEY": KEY, "AGENT_DESKTOP_WEBHOOK_SECRET": WEBHOOK_SECRET}
PATIENCE_S = 30.0
"""How long a test waits for what must come; nothing takes nearly as long unless it is broken."""


class RunningDesk:
    """The desk, and everything that it told its watchers so far."""

    def __init__(self, connection: Connection, store: Store, service: DeskService) -> None:
        self.connection = connection
        self.store = store
        self.service = service
        self.told: list[Update] = []
        self.cards: dict[str, Card] = {}
        self.notices: dict[str, Notice] = {}
        self.agent = AgentChanged(AgentStatus(""), Pause())
        self.team = TeamChanged(())
        self.feed = Feed()
        self._news = asyncio.Event()
        service.subscribe(self._hear)

    def _hear(self, update: Update) -> None:
        self.told.append(update)
        match update:
            case CardShown(card):
                self.cards[card.callid] = card
            case CardClosed(callid):
                del self.cards[callid]
            case Notice(topic=topic, title=""):
                self.notices.pop(topic, None)
            case Notice(topic=topic):
                self.notices[topic] = update
            case AgentChanged():
                self.agent = update
            case TeamChanged():
                self.team = update
            case FeedChanged(feed):
                self.feed = feed
        self._news.set()

    async def until(self, condition: Callable[[], T | None]) -> T:
        """The condition's first true value, looked at with each update (and now and then, for what is told to none)."""
        deadline = time.monotonic() + PATIENCE_S
        while not (value := condition()):
            assert time.monotonic() < deadline, "waited in vain"
            self._news.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), 0.05)
        return value

    @property
    def status(self) -> str:
        """Own status, "" while it is not known."""
        return self.agent.status.status

    def states(self) -> list[CardState]:
        """What the open cards show."""
        return [card.state for card in self.cards.values()]

    def shown(self, callid: str) -> list[CardState]:
        """What the call's card showed, in order, repeats left out."""
        states: list[CardState] = []
        for update in self.told:
            if isinstance(update, CardShown) and update.card.callid == callid and states[-1:] != [update.card.state]:
                states.append(update.card.state)
        return states

    def said(self, topic: str) -> list[str]:
        """The titles of a topic's notices, "" where it was cleared."""
        return [update.title for update in self.told if isinstance(update, Notice) and update.topic == topic]

    def feeds(self) -> list[Feed]:
        """How news arrived, as it was told."""
        return [update.feed for update in self.told if isinstance(update, FeedChanged)]

    def records(self) -> list[CallRecord]:
        """What the history was told."""
        return [update.record for update in self.told if isinstance(update, CallChanged)]

    def changed(self, callid: str) -> list[CallRecord]:
        """What the history was told of a call."""
        return [record for record in self.records() if record.callid == callid]

    async def history(self, **query: Any) -> dict[str, CallRecord]:
        """The history's first page by callid."""
        return {row.callid: row for row in (await self.service.history(HistoryQuery(**query))).rows}

    async def webhook(self, target: str) -> int:
        """Send a webhook as the PBX does; the HTTP status of the answer."""
        base = urlsplit(self.service.webhook_url)
        reader, writer = await asyncio.open_connection(base.hostname, base.port)
        try:
            request = f"GET {base.path}{target} HTTP/1.1\r\nHost: {base.netloc}\r\nUser-Agent: curl/7.64.0\r\n\r\n"
            writer.write(request.encode())
            async with asyncio.timeout(PATIENCE_S):
                line = await reader.readline()
        finally:
            writer.close()
            await writer.wait_closed()
        return int(line.split()[1])

    async def ring(self, callid: str = "c1", extension: str = "101", phone: str = "0938363739") -> int:
        """A call from a queue rings an extension."""
        return await self.webhook(
            f"/api/callcenter/call_in?phone={phone}&queue=999&extension={extension}&callid={callid}"
            "&event=RINGING&did=02473001234"
        )


@asynccontextmanager
async def running_desk(
    folder: Path,
    pbx: Simulator | None = None,
    *,
    environ: Mapping[str, str] = SECRETS,
    keyring: KeyringPort | None = None,
    now: Callable[[], float] = time.time,
    kind_of_store: type[Store] = Store,
    **values: str,
) -> AsyncIterator[RunningDesk]:
    """Open a desk on the profile in `folder`. `values` are settings, `section__key`; a settings file stays as it is."""
    profile = Profile(folder)
    profile.create()
    if not profile.settings_file.exists():
        save(profile.settings_file, settings_for(pbx, **values))
    connection = Connection(profile, SecretStore(profile.id, environ, keyring, timeout=0.5), Redactor().add)
    await connection.load()

    def fold(number: str) -> str:
        return canonical(number, dial_rules(connection.settings.dial))

    store = await kind_of_store.open(profile.database, fold, now())
    service = DeskService(connection, store, now)
    service.features.sync.days.pause_s = 0.0
    desk = RunningDesk(connection, store, service)
    try:
        await service.start()
        if pbx is not None:
            pbx.webhook_url = service.webhook_url
        yield desk
    finally:
        if pbx is not None:
            pbx.webhook_url = ""
        for _ in range(10):  # asyncio loses a connection that it accepts while its server closes
            await asyncio.sleep(0)
        await service.close()


def settings_for(pbx: Simulator | None, **values: str) -> Settings:
    """Settings of a desk at extension 101; `section__key` changes others."""
    settings = Settings()
    named = {"listener.listen": "127.0.0.1:0", "pop.linger_seconds": "0.2", "history.sync_days": "2"}
    if pbx is not None:
        named |= {"pbx.url": pbx.url, "pbx.domain": pbx.options.domain, "pbx.extension": "101"}
    for name, value in {**named, **{name.replace("__", "."): value for name, value in values.items()}}.items():
        settings = settings.with_value(name, value)
    return settings


@asynccontextmanager
async def simulated_pbx(**options: Any) -> AsyncIterator[Simulator]:
    """A PBX whose calls take a twentieth of their time."""
    async with Simulator(SimulatorOptions(key=KEY, **{"speed": 20.0, **options})) as pbx:
        yield pbx


def play(folder: Path, scene: Callable[[RunningDesk, Simulator], Awaitable[None]], **values: Any) -> None:
    """Run a scene with a simulated PBX and a desk that knows its own status."""

    async def run() -> None:
        async with simulated_pbx() as pbx, running_desk(folder, pbx, **values) as desk:
            await desk.until(lambda: desk.status)
            await scene(desk, pbx)

    asyncio.run(run())


class _FastSelector(selectors.DefaultSelector):
    def __init__(self, speed: float) -> None:
        super().__init__()
        self._speed = speed

    def select(self, timeout: float | None = None) -> Any:
        return super().select(timeout and timeout / self._speed)


class _FastLoop(asyncio.SelectorEventLoop):
    def __init__(self, speed: float) -> None:
        self._speed = speed
        super().__init__(_FastSelector(speed))

    def time(self) -> float:
        return super().time() * self._speed


def run_fast(work: Coroutine[Any, Any, None], speed: float = 10.0) -> None:
    """Run on a loop on which time runs faster. Use `loop_clock()` for the desk's clock there."""
    with asyncio.Runner(loop_factory=lambda: _FastLoop(speed)) as runner:
        runner.run(work)


def loop_clock() -> Callable[[], float]:
    """Seconds since the epoch, as fast as the running loop's time."""
    loop = asyncio.get_running_loop()
    offset = time.time() - loop.time()
    return lambda: loop.time() + offset
