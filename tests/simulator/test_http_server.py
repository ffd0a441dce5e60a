import asyncio
import contextlib
from collections.abc import Awaitable, Callable

import pytest

from agent_desktop.simulator.http_server import BODY_LIMIT, HttpReply, HttpRequest, HttpServer


def exchange(*sent: bytes, handler: Callable[[HttpRequest], Awaitable[HttpReply | None]] | None = None) -> bytes:
    """What comes back over one connection for these bytes."""

    async def echo(request: HttpRequest) -> HttpReply | None:
        return HttpReply(200, f"{request.method} {request.target} {request.body!r}".encode(), "text/plain")

    async def whole() -> bytes:
        server = HttpServer(handler or echo, "127.0.0.1", 0)
        await server.start()
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        for piece in sent:
            writer.write(piece)
            await writer.drain()
        writer.write_eof()
        try:
            return await reader.read()
        except ConnectionResetError:
            return b""
        finally:
            writer.close()
            await server.close()

    return asyncio.run(whole())


def test_a_connection_serves_more_than_one_request() -> None:
    one, two = b"GET /a HTTP/1.1\r\nHost: h\r\n\r\n", b"POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi"
    answer = exchange(one, two)
    assert answer.count(b"HTTP/1.1 200 OK") == 2
    assert answer.endswith(b"POST /b b'hi'")
    assert b"Date: " in answer


def test_head_has_no_body() -> None:
    assert exchange(b"HEAD /a HTTP/1.1\r\nHost: h\r\n\r\n").endswith(b"\r\n\r\n")


def test_a_client_may_ask_whether_to_go_on() -> None:
    async def empty(_: HttpRequest) -> HttpReply:
        return HttpReply(200)

    async def whole() -> None:
        server = HttpServer(empty, "127.0.0.1", 0)
        await server.start()
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(b"POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 100")
        writer.write(b"hi")
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 200")
        writer.close()
        await server.close()

    asyncio.run(whole())


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"\x16\x03\x01 nonsense\r\n\r\n",
        b"GET /a b HTTP/1.1\r\nHost: h\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nhi",
        b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: %d\r\n\r\n" % (BODY_LIMIT + 1) + b"x" * (BODY_LIMIT + 1),
    ],
)
def test_nonsense_costs_one_connection(sent: bytes) -> None:
    assert exchange(sent) == b""


def test_a_handler_may_cut_the_connection() -> None:
    async def cut(_: HttpRequest) -> None:
        return None

    assert exchange(b"GET /a HTTP/1.1\r\nHost: h\r\n\r\n", handler=cut) == b""


def test_closing_ends_what_is_under_way() -> None:
    async def whole() -> None:
        entered = asyncio.Event()

        async def never(_: HttpRequest) -> HttpReply:
            entered.set()
            await asyncio.Event().wait()
            return HttpReply(200)

        server = HttpServer(never, "127.0.0.1", 0)
        await server.start()
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(b"GET /a HTTP/1.1\r\nHost: h\r\n\r\n")
        await entered.wait()
        await server.close()
        with contextlib.suppress(ConnectionResetError):
            assert await reader.read() == b""
        writer.close()

    asyncio.run(whole())
