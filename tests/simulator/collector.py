"""A desk's listener reduced to its ear: collects requests as they came, byte by byte, and answers each with 200."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta, timezone

from agent_desktop.pbx.webhook import Request, parse
from agent_desktop.simulator.faults import parse_faults
from agent_desktop.simulator.simulator import Simulator, SimulatorOptions
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import AgentStatusChanged, CallEvent, Event, Unreadable

HANOI = timezone(timedelta(hours=7))
NOON = datetime(2024, 3, 1, 12, tzinfo=HANOI)
BASE = "/s3cret"


class Collector:
    """`raw` are whole requests, in the order in which they came."""

    def __init__(self) -> None:
        self.raw: list[bytes] = []
        self.answer = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            length = next((int(line[15:]) for line in head.split(b"\r\n") if line.startswith(b"Content-Length:")), 0)
            self.raw.append(head + await reader.readexactly(length))
            writer.write(self.answer)
            await writer.drain()
        except asyncio.IncompleteReadError:
            pass  # the simulation ended while it connected
        finally:
            writer.close()

    @property
    def targets(self) -> list[str]:
        """Path and query of each, without the base URL's secret."""
        lines = [raw.split(b"\r\n", 1)[0].decode() for raw in self.raw]
        return [line.split(" ", 1)[1].removesuffix(" HTTP/1.1").removeprefix(BASE) for line in lines]

    @property
    def targets_without_ports(self) -> list[str]:
        """The same, comparable between two simulators: a recording's address holds the port."""
        return [re.sub(r"127\.0\.0\.1:[0-9]+", "pbx", target) for target in self.targets]

    def of(self, path: str) -> list[dict[str, str]]:
        """The fields of each webhook whose path ends so."""
        split = [target.partition("?") for target in self.targets]
        return [
            dict(pair.split("=", 1) for pair in query.split("&", 9)) for way, _, query in split if way.endswith(path)
        ]

    @property
    def events(self) -> list[Event]:
        """What the desk makes of them."""
        return [event_of(raw) for raw in self.raw]

    @property
    def statuses(self) -> list[tuple[str, str]]:
        """Each change of status, in order."""
        return [(event.extension, event.status) for event in self.events if isinstance(event, AgentStatusChanged)]

    def call(self, callid: str) -> Call:
        """The call as the desk knows it in the end."""
        told: list[tuple[CallEvent, float]] = [
            (event, float(at))
            for at, event in enumerate(self.events)
            if not isinstance(event, (AgentStatusChanged, Unreadable)) and event.callid == callid
        ]
        return Call.from_events(told)


def event_of(raw: bytes) -> Event:
    """The event in a raw request."""
    head, _, body = raw.partition(b"\r\n\r\n")
    line, *headers = head.decode().split("\r\n")
    method, rest = line.split(" ", 1)
    kinds = [header[14:] for header in headers if header.startswith("Content-Type: ")]
    return parse(Request(method, rest.removesuffix(" HTTP/1.1").removeprefix(BASE), kinds[0], body), HANOI)


@asynccontextmanager
async def heard(*faults: str, seed: int = 1) -> AsyncIterator[tuple[Simulator, Collector]]:
    """A simulator a thousand times as fast as life, whose clock stands still, and who hears its webhooks."""
    collector = Collector()
    server = await asyncio.start_server(collector.connected, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}{BASE}"
    options = SimulatorOptions(
        key="key", webhook_url=url, seed=seed, speed=1000, faults=parse_faults(faults), zone=HANOI
    )
    try:
        async with Simulator(options, now=NOON.astimezone(UTC).timestamp) as pbx:
            yield pbx, collector
    finally:
        server.close()


def listen(story: Callable[[Simulator], Awaitable[object]], *faults: str, seed: int = 1) -> Collector:
    """Everything that the desk hears from a story, late webhooks included."""

    async def whole() -> Collector:
        async with heard(*faults, seed=seed) as (pbx, collector):
            await story(pbx)
            await pbx.settled()
            return collector

    return asyncio.run(whole())
