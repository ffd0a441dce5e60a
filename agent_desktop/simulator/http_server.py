"""A small HTTP/1.1 server for the simulated PBX: asyncio around h11, one handler for everything."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from http import HTTPStatus

import h11

from agent_desktop.listening import stop_listening

BODY_LIMIT = 1_000_000


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """A request; `target` is as it stood in the request line, header names are lower-case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class HttpReply:
    """What to answer."""

    status: int
    body: bytes = b""
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


Handler = Callable[[HttpRequest], Awaitable[HttpReply | None]]
"""A request in, its reply out; None cuts the connection without one."""


class HttpServer:
    """Serves `handler` from `start` to `close`."""

    def __init__(self, handler: Handler, host: str, port: int) -> None:
        self._handler = handler
        self._host = host
        self.port = port
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Listen; a `port` of 0 becomes the one that the system chose. Raises OSError."""
        self._server = await asyncio.start_server(self._connected, self._host, self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Stop, and cut what is open."""
        if self._server is not None:
            await stop_listening(self._server)
        connections = list(self._connections)
        for task in connections:
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        try:
            await _Connection(self._handler, reader, writer).serve()
        except (OSError, h11.ProtocolError, asyncio.CancelledError):
            pass  # a client that goes away or talks nonsense costs its connection; cancelled is closed
        finally:
            self._connections.discard(task)
            writer.transport.abort() if task.cancelling() else writer.close()


class _Connection:
    def __init__(self, handler: Handler, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._handler = handler
        self._reader = reader
        self._writer = writer
        self._protocol = h11.Connection(h11.SERVER)

    async def serve(self) -> None:
        """Answer requests until one side has had enough."""
        while (request := await self._request()) is not None:
            reply = await self._handler(request)
            if reply is None:
                self._writer.transport.abort()
                return
            await self._send(reply, with_body=request.method != "HEAD")
            if self._protocol.our_state is not h11.DONE or self._protocol.their_state is not h11.DONE:
                return
            self._protocol.start_next_cycle()

    async def _request(self) -> HttpRequest | None:
        head, body = await self._event(), b""
        if not isinstance(head, h11.Request):
            return None
        while isinstance(event := await self._event(), h11.Data):
            body += bytes(event.data)
            if len(body) > BODY_LIMIT:
                return None
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in head.headers}
        return HttpRequest(head.method.decode("ascii"), head.target.decode("latin-1"), headers, body)

    async def _event(self) -> object:
        while (event := self._protocol.next_event()) is h11.NEED_DATA:
            if self._protocol.they_are_waiting_for_100_continue:
                self._writer.write(self._sent(h11.InformationalResponse(status_code=100, headers=[])))
            self._protocol.receive_data(await self._reader.read(65_536))
        return event

    def _sent(self, event: h11.Event) -> bytes:
        return self._protocol.send(event) or b""

    async def _send(self, reply: HttpReply, *, with_body: bool) -> None:
        headers = {
            "Date": formatdate(usegmt=True),
            "Content-Type": reply.content_type,
            "Content-Length": str(len(reply.body)),
        } | dict(reply.headers)
        reason = HTTPStatus(reply.status).phrase.encode("ascii")
        response = h11.Response(status_code=reply.status, headers=list(headers.items()), reason=reason)
        self._writer.write(self._sent(response))
        if with_body:
            self._writer.write(self._sent(h11.Data(data=reply.body)))
        self._writer.write(self._sent(h11.EndOfMessage()))
        await self._writer.drain()
