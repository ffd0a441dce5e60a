import asyncio
import logging
from typing import Any

import pytest

from agent_desktop.errors import StoreFailed
from tests.pbx.listener_caller import HANGUP, NOT_FOUND, SECRET, open_door, request


def test_a_connection_is_kept_for_more() -> None:
    async def run() -> None:
        async with open_door() as door:
            caller = await door.connect()
            for number in range(5):
                await caller.send(request(f"/{number}"))
                response = await caller.response()
                assert response is not None
                assert "connection" not in response.headers
            await caller.send(request("/last", "Connection: close"))
            response = await caller.response()
            assert response is not None
            assert response.headers["connection"] == "close"
            assert await caller.end() == b""
            assert door.targets == ["/0", "/1", "/2", "/3", "/4", "/last"]

    asyncio.run(run())


def test_a_pipeline_is_answered_in_order_even_where_the_disk_is_not() -> None:
    async def run() -> None:
        waiting: list[asyncio.Future[None]] = []

        def keep() -> "asyncio.Future[None]":
            waiting.append(asyncio.get_running_loop().create_future())
            return waiting[-1]

        async with open_door(keep) as door:
            caller = await door.connect()
            await caller.send(b"".join(request(f"/a b?{n}") for n in range(300)))
            done = 0
            while done < 300:
                await door.has_received(done + 1)
                batch, done = waiting[done:], len(waiting)
                for future in reversed(batch):
                    future.set_result(None)
                for _ in batch:
                    response = await caller.response()
                    assert response is not None
                    assert response.status == 200
            assert door.targets == [f"/a%20b?{n}" for n in range(300)]

    asyncio.run(run())


def test_the_acknowledgement_waits_for_the_disk() -> None:
    async def run() -> None:
        kept = asyncio.get_running_loop().create_future()
        async with open_door(lambda: kept, request_timeout_s=0.1, idle_timeout_s=0.1) as door:
            caller = await door.connect()
            await caller.send(request())
            answer = asyncio.create_task(caller.response())
            done, _ = await asyncio.wait([answer], timeout=0.5)
            assert not done
            kept.set_result(None)
            response = await answer
            assert response is not None
            assert response.status == 200

    asyncio.run(run())


@pytest.mark.parametrize("how", ["raises", "fails", "had failed", "is cancelled"])
def test_what_was_not_kept_is_not_acknowledged(how: str, caplog: pytest.LogCaptureFixture) -> None:
    async def run() -> None:
        def keep() -> "asyncio.Future[None]":
            if how == "raises":
                raise StoreFailed
            kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            if how == "had failed":
                kept.set_exception(StoreFailed())
            else:
                loop.call_soon(*((kept.cancel,) if how == "is cancelled" else (kept.set_exception, StoreFailed())))
            return kept

        loop = asyncio.get_running_loop()
        async with open_door(keep) as door:
            caller = await door.connect()
            await caller.send(request() + request())
            response = await caller.response()
            assert response is not None
            assert (response.status, response.headers["connection"]) == (503, "close")
            assert response.headers["content-type"] == "text/plain"
            assert await caller.end() == b""
            assert door.listener.refused["not kept"] >= 1
            assert await door.ask(request()) is not None

    with caplog.at_level(logging.DEBUG):
        asyncio.run(run())
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


def test_a_bug_in_keeping_reaches_the_loops_handler() -> None:
    async def run() -> None:
        loop = asyncio.get_running_loop()
        bugs: list[dict[str, Any]] = []
        loop.set_exception_handler(lambda _, context: bugs.append(context))
        kept = loop.create_future()
        async with open_door(lambda: kept) as door:
            caller = await door.connect()
            await caller.send(request())
            await door.has_received(1)
            kept.set_exception(ZeroDivisionError())
            response = await caller.response()
            assert response is not None
            assert response.status == 503
        assert isinstance(bugs[0]["exception"], ZeroDivisionError)

    asyncio.run(run())


def test_a_bug_in_receiving_reaches_it_too_and_costs_one_connection() -> None:
    async def run() -> None:
        bugs: list[dict[str, Any]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: bugs.append(context))
        ratios = iter([0, 1])

        def keep() -> None:
            1 // next(ratios)

        async with open_door(keep) as door:
            caller = await door.connect()
            await caller.send(request() + request())
            assert await caller.response() is None
            assert await door.ask(request()) is not None
            assert len(door.requests) == 2
        assert isinstance(bugs[0]["exception"], ZeroDivisionError)

    asyncio.run(run())


REFUSED: dict[str, tuple[bytes, str]] = {
    "a wrong secret": (request(secret="wrong"), "secret"),
    "a longer secret": (request(secret=SECRET + "x"), "secret"),
    "a shorter secret": (request(secret=SECRET[:-1]), "secret"),
    "no secret": (b"GET /api/callcenter/hangup?callid=1 HTTP/1.1\r\nHost: localhost\r\n\r\n", "secret"),
    "the root": (b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "secret"),
    "a star": (b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n", "secret"),
    "a page's script": (request(HANGUP, "Origin: https://evil.example"), "browser"),
    "a page in a sandbox": (request(HANGUP, "origin: null"), "browser"),
    "a page's picture": (request(HANGUP, "Sec-Fetch-Mode: no-cors"), "browser"),
    "a typed address": (request(HANGUP, "Sec-Fetch-Site: none"), "browser"),
    "a foreign host": (request().replace(b"127.0.0.1:8737", b"evil.example:8737"), "host"),
    "a foreign address": (request().replace(b"GET /", b"GET http://evil.example/"), "host"),
    "HEAD": (request(method="HEAD"), "method"),
    "OPTIONS": (request(method="OPTIONS"), "method"),
    "DELETE": (request(method="DELETE"), "method"),
    "CONNECT": (request(method="CONNECT"), "method"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_strangers_learn_nothing(name: str) -> None:
    data, reason = REFUSED[name]

    async def run() -> None:
        async with open_door() as door:
            caller = await door.connect()
            await caller.send(data + request())
            response = await caller.response()
            assert response is not None
            assert (response.status, response.body) == (404, NOT_FOUND)
            assert await caller.end() == b""
            assert door.requests == []
            assert door.listener.refused == {reason: 1}

    asyncio.run(run())


def test_only_the_senders_on_the_list_are_heard() -> None:
    async def run() -> None:
        async with open_door(allowed_senders=("203.0.113.7", "192.0.2.0/24")) as door:
            assert await door.ask(request()) is None
            assert door.requests == []
            assert door.listener.refused["sender"] == 1
        async with open_door(allowed_senders=("203.0.113.7", "127.0.0.0/8")) as door:
            assert await door.ask(request()) is not None
            assert len(door.requests) == 1

    asyncio.run(run())


def test_a_sender_that_stops_sending_still_gets_its_answer() -> None:
    async def run() -> None:
        kept = asyncio.get_running_loop().create_future()
        async with open_door(lambda: kept) as door:
            caller = await door.connect()
            await caller.send(request())
            caller.writer.write_eof()
            await door.has_received(1)
            kept.set_result(None)
            response = await caller.response()
            assert response is not None
            assert response.status == 200
            assert await caller.end() == b""

    asyncio.run(run())


def test_neither_secret_nor_numbers_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    async def run() -> None:
        async with open_door() as door:
            await door.ask(request("/api/callcenter/call_in?phone=0938363739"))
            await door.ask(request("/api/callcenter/call_in?phone=0938363739", "Origin: x"))
            await door.ask(request("/api/callcenter/call_in?phone=0938363739", "Content-Length: x"))
            assert SECRET not in repr(door.listener)
            assert SECRET not in repr(vars(door.listener)["_site"])

    with caplog.at_level(logging.DEBUG):
        asyncio.run(run())
    assert [record.levelno for record in caplog.records if record.name.startswith("agent_desktop")] == [
        logging.WARNING,
        logging.DEBUG,
    ]
    assert SECRET not in caplog.text
    assert "0938363739" not in caplog.text
