"""A PBX for the demo and the tests: it serves the REST API, and sends the webhooks of the calls that it makes up."""

import asyncio
import secrets
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import tzinfo
from types import TracebackType
from typing import Any, Self

from agent_desktop.simulator.agents import default_roster
from agent_desktop.simulator.calls import Calls, OutboundOutcome
from agent_desktop.simulator.day import past_records, run_day
from agent_desktop.simulator.faults import Faults
from agent_desktop.simulator.http_server import HttpServer
from agent_desktop.simulator.live_call import Exchange
from agent_desktop.simulator.records import Record, Records
from agent_desktop.simulator.rest import RECORDINGS, Rest, RestCall
from agent_desktop.simulator.script import parse_script, run_script
from agent_desktop.simulator.webhooks import SentWebhook, WebhookSender


@dataclass(frozen=True, slots=True)
class SimulatorOptions:
    """`port` 0 is any free one, `key` "" a fresh one, `zone` None this computer's. At `speed` 10 a minute takes 6 s."""

    host: str = "127.0.0.1"
    port: int = 0
    key: str = field(default="", repr=False)
    domain: str = "demo"
    webhook_url: str = field(default="", repr=False)
    extension: str = "101"
    seed: int = 1
    speed: float = 1.0
    faults: Faults = field(default_factory=Faults)
    zone: tzinfo | None = None


class Simulator:
    """Serves from `async with` on; `calls` starts single calls. Records bear the real time at which a call began."""

    def __init__(
        self,
        options: SimulatorOptions,
        *,
        now: Callable[[], float] = time.time,
        say: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.options = options
        self.key = options.key or secrets.token_hex(16)
        self.records = Records(options.zone)
        self.roster = default_roster(options.extension)
        self._say = say
        self._group = asyncio.TaskGroup()
        self._running: set[asyncio.Task[Any]] = set()
        self.faults = options.faults
        """What goes wrong, and how often. It may change at any time."""
        self._webhooks = WebhookSender(options.webhook_url, options.seed, lambda: self.faults, self.sleep, self.start)
        self._exchange = Exchange(self.roster, self.records, self._webhooks, self.sleep, now, self._recording_url)
        self.calls = Calls(self._exchange, options.extension, options.seed, self._ended)
        self._rest = Rest(
            self._exchange, self.calls, self.key, options.domain, options.seed, lambda: self.faults, self.start
        )
        self._server = HttpServer(self._rest.handle, options.host, options.port)
        self.inbound = self.calls.inbound
        self.direct = self.calls.direct
        self.outbound = self.calls.outbound
        self.set_paused = self._exchange.set_paused
        self.set_phones = self._exchange.set_phones

    async def __aenter__(self) -> Self:
        """Begin to serve. Raises OSError where the port is taken."""
        await self._server.start()
        await self._group.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._server.close()
        for task in self._running:
            task.cancel()
        await self._group.__aexit__(kind, error, trace)

    @property
    def url(self) -> str:
        """The PBX's address, for the settings of a desk."""
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "::1": "[::1]"}.get(self.options.host, self.options.host)
        return f"http://{host}:{self._server.port}"

    @property
    def webhook_url(self) -> str:
        """Where webhooks go; "" sends none. It may change at any time."""
        return self._webhooks.url

    @webhook_url.setter
    def webhook_url(self, url: str) -> None:
        self._webhooks.url = url

    @property
    def dial_outcome(self) -> OutboundOutcome | None:
        """What becomes of calls that the REST API is asked to dial; None draws it."""
        return self._rest.dial_outcome

    @dial_outcome.setter
    def dial_outcome(self, outcome: OutboundOutcome | None) -> None:
        self._rest.dial_outcome = outcome

    @property
    def requests(self) -> list[RestCall]:
        """What the REST API was asked, oldest first, without the key."""
        return self._rest.requests

    @property
    def sent(self) -> list[SentWebhook]:
        """The webhooks that left, oldest first, with what came back."""
        return self._webhooks.sent

    @property
    def lost(self) -> int:
        """How many of them nobody answered."""
        return self._webhooks.lost

    def _recording_url(self, callid: str) -> str:
        # Unencoded, as the real ones are.
        return f"{self.url}{RECORDINGS}{callid}.wav?domain={self.options.domain}&type=wav"

    async def sleep(self, seconds: float) -> None:
        """Wait for that long in the simulation."""
        await asyncio.sleep(seconds / self.options.speed)

    def start(self, work: Coroutine[Any, Any, Any]) -> "asyncio.Task[Any]":
        """Run a call, or anything else, beside the rest; it ends with the simulator."""
        task = self._group.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def settled(self) -> None:
        """Wait until every call is over, and every late webhook is sent."""
        while self._running:
            await asyncio.wait(self._running)

    async def run_day(self, calls: int | None = None, per_minute: float = 6.0) -> None:
        """Calls of every kind, `per_minute` of the simulation on average and several at once; without end for None."""
        await run_day(self.calls, self.roster, self.options.seed, self.sleep, calls, per_minute)

    async def script(self, text: str) -> None:
        """Play a script (see `script.py`) from its first line to the end of its last call. Raises UsageError."""
        await run_script(parse_script(text), self)

    def add_history(self, calls: int, days: int = 1) -> None:
        """Records of calls of the last `days` days, as if the simulator had been running."""
        for record in past_records(self._exchange, self.options.seed, calls, days):
            self.records.add(record)

    def _ended(self, record: Record) -> None:
        self._say(describe(record))


def describe(record: Record) -> str:
    """A call that is over, as a line to read."""
    queue = f" (queue {record.queue})" if record.queue else ""
    agent = record.extension or "nobody"
    way = f"{agent} -> {record.phone}" if record.direction == "Outbound" else f"{record.phone} -> {agent}{queue}"
    talk = f", {record.talk_s} s" if record.talk_s else ""
    return f"{record.calldate[11:]}  {record.direction.lower():8}  {way}: {record.status}{talk}"
