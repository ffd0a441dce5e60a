"""A listener on a free port of this computer, and senders that write to it whatever they like."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from agent_desktop.pbx.listener import Arrival, Listener, ListenerOptions
from agent_desktop.pbx.webhook import Request

SECRET = "correct-horse-battery-staple"
ACKNOWLEDGED = b'{"status code":200,"message":"OK"}'
NOT_FOUND = b'{"status code":404,"message":"Not Found"}'
HANGUP = "/api/callcenter/hangup?callid=17.1"


def request(target: str = HANGUP, *headers: str, method: str = "GET", body: bytes = b"", secret: str = SECRET) -> bytes:
    """A request under the secret, as curl words it."""
    lines = [f"{method} /{secret}{target} HTTP/1.1", "Host: 127.0.0.1:8737", "User-Agent: curl/7.64.0", *headers]
    return "\r\n".join([*lines, "\r\n"]).encode() + body


@dataclass(frozen=True)
class Response:
    """What the listener answered."""

    status: int
    headers: dict[str, str]
    body: bytes


class Caller:
    """One connection to the listener."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    async def send(self, data: bytes) -> None:
        """Write it, if the listener still takes it."""
        self.writer.write(data)
        try:
            await self.writer.drain()
        except ConnectionError:
            pass

    async def response(self) -> Response | None:
        """The next response; None where the connection ended instead."""
        try:
            head = (await self.reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
            return None
        headers = dict(line.lower().split(": ", 1) for line in head[1:] if line)
        body = await self.reader.readexactly(int(headers.get("content-length", "0")))
        return Response(int(head[0].split()[1]), headers, body)

    async def end(self) -> bytes:
        """What still comes until the listener closes."""
        try:
            return await self.reader.read()
        except ConnectionError:
            return b""

    async def close(self) -> None:
        """Go away."""
        self.writer.close()
        try:
            await self.writer.wait_closed()
        except (ConnectionError, ssl.SSLError):
            pass


@dataclass
class Door:
    """The open listener and what it received; `keep` is called for each request, and its result is the future."""

    listener: Listener
    requests: list[tuple[Request, Arrival]]
    tls: ssl.SSLContext | None
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    callers: list[Caller] = field(default_factory=list)

    @property
    def targets(self) -> list[str]:
        """The targets received, in order."""
        return [request.target for request, _ in self.requests]

    async def has_received(self, count: int) -> None:
        """Wait for so many requests."""
        while len(self.requests) < count:
            self.arrived.clear()
            await self.arrived.wait()

    async def connect(self) -> Caller:
        """A new connection."""
        name = "localhost" if self.tls else None
        streams = await asyncio.open_connection("127.0.0.1", self.listener.port, ssl=self.tls, server_hostname=name)
        caller = Caller(*streams)
        self.callers.append(caller)
        return caller

    async def ask(self, data: bytes) -> Response | None:
        """The answer to these bytes on a connection of their own."""
        caller = await self.connect()
        await caller.send(data)
        response = await caller.response()
        await caller.close()
        return response


@asynccontextmanager
async def open_door(
    keep: Callable[[], "asyncio.Future[Any] | None"] = lambda: None,
    *,
    trusting: ssl.SSLContext | None = None,
    **options: Any,
) -> AsyncIterator[Door]:
    """A listener with these options. `trusting` is how callers speak TLS to it."""

    def receive(received: Request, arrival: Arrival) -> "asyncio.Future[Any] | None":
        door.requests.append((received, arrival))
        door.arrived.set()
        return keep()

    listener = Listener(replace(ListenerOptions("127.0.0.1", 0), **options), SECRET, receive)
    door = Door(listener, [], trusting)
    await listener.start()
    try:
        yield door
    finally:
        await listener.close()
        for caller in door.callers:
            await caller.close()
