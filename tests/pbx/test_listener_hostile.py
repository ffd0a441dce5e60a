import asyncio
import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent_desktop.pbx.listener import Listener, ListenerOptions
from agent_desktop.pbx.listener_connection import Connection
from agent_desktop.pbx.webhook import Request
from tests.pbx.listener_caller import HANGUP, SECRET, Caller, Door, open_door, request
from tests.pbx.listener_wire import Wire

MEGABYTE = 1024 * 1024
LINE = f"GET /{SECRET}{HANGUP}".encode()


async def is_well(door: Door) -> bool:
    """True where the listener still takes a webhook."""
    response = await door.ask(request())
    return response is not None and response.status == 200


ATTACKS: dict[str, tuple[bytes, int, str]] = {
    "an endless line": (LINE + b"a" * MEGABYTE, 414, "too large"),
    "a line of a megabyte": (LINE + b"a" * MEGABYTE + b" HTTP/1.1\r\n\r\n", 414, "too large"),
    "a line of spaces": (LINE + b" " * 16_000 + b" HTTP/1.1 x\r\n\r\n", 400, "malformed"),
    "endless headers": (LINE + b" HTTP/1.1\r\n" + b"X: y\r\n" * 100_000, 431, "too large"),
    "an endless header": (LINE + b" HTTP/1.1\r\nX: " + b"y" * MEGABYTE, 431, "too large"),
    "headers of a megabyte": (LINE + b" HTTP/1.1\r\n" + b"X: y\r\n" * 150_000 + b"\r\n", 431, "too large"),
    "TLS": (bytes.fromhex("16030100a5010000a10303") + b"\x00" * 160, 400, "malformed"),
    "noise": (random.Random(7).randbytes(MEGABYTE), 400, "malformed"),
    "zeros": (b"\x00" * MEGABYTE, 400, "malformed"),
    "HTTP/2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\x00" * 100, 404, "secret"),
    "HTTP/0.9": (LINE + b"\r\n\r\n", 400, "malformed"),
    "no method": (LINE[3:] + b" HTTP/1.1\r\n\r\n", 400, "malformed"),
    "a header without a name": (LINE + b" HTTP/1.1\r\n: y\r\n\r\n", 400, "malformed"),
    "two hosts": (request(HANGUP, "Host: localhost"), 400, "malformed"),
    "a body declared too large": (request(HANGUP, "Content-Length: 99999999999"), 413, "too large"),
    "a body of no length": (request(HANGUP, "Content-Length: -1"), 400, "malformed"),
    "two lengths": (request(HANGUP, "Content-Length: 1", "Content-Length: 2"), 400, "malformed"),
    "length and chunks": (request(HANGUP, "Transfer-Encoding: x, chunked"), 501, "malformed"),
    "chunks without end": (
        request(HANGUP, "Transfer-Encoding: chunked") + b"10000\r\n%b\r\n" % (b"a" * 0x10000) * 20,
        413,
        "too large",
    ),
    "no chunks": (request(HANGUP, "Transfer-Encoding: chunked") + b"zz\r\n\r\n", 400, "malformed"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_costs_one_connection(name: str) -> None:
    data, status, reason = ATTACKS[name]

    async def run() -> None:
        async with open_door() as door:
            caller = await door.connect()
            await caller.send(data)
            response = await caller.response()
            assert response is not None
            assert response.status == status
            assert await caller.end() == b""
            assert door.requests == []
            assert door.listener.refused == {reason: 1}
            assert await is_well(door)

    asyncio.run(run())


@pytest.mark.parametrize(
    ("begun", "status"),
    [
        (b"G", 408),
        (LINE, 408),
        (LINE + b" HTTP/1.1\r\nHost: localhost\r\n", 408),
        (request(HANGUP, "Content-Length: 100") + b"a", 408),
        (request(HANGUP, "Transfer-Encoding: chunked") + b"5\r\nab", 408),
        (b"", None),
    ],
)
def test_slow_senders_are_sent_away(begun: bytes, status: int | None) -> None:
    async def run() -> None:
        async with open_door(request_timeout_s=0.1) as door:
            caller = await door.connect()
            await caller.send(begun)
            response = await caller.response()
            assert (response and response.status) == status
            assert await caller.end() == b""
            assert door.listener.refused == {"timeout": 1}
            assert await is_well(door)

    asyncio.run(run())


@pytest.mark.parametrize("begun", [LINE, request(HANGUP, "Content-Length: 100000")])
def test_a_drip_does_not_win_time(begun: bytes) -> None:
    async def drip(caller: Caller) -> None:
        while True:
            await caller.send(b"a")
            await asyncio.sleep(0.01)

    async def run() -> None:
        async with open_door(request_timeout_s=0.2) as door:
            caller = await door.connect()
            await caller.send(begun)
            dripping = asyncio.create_task(drip(caller))
            response = await caller.response()
            assert response is not None
            assert response.status == 408
            dripping.cancel()
            await asyncio.wait([dripping])

    asyncio.run(run())


def test_an_idle_connection_is_closed_in_peace() -> None:
    async def run() -> None:
        async with open_door(request_timeout_s=0.1, idle_timeout_s=0.1) as door:
            caller = await door.connect()
            await caller.send(request())
            assert await caller.response() is not None
            await caller.send(request()[:20])
            await asyncio.sleep(0)
            await caller.send(request()[20:])
            assert await caller.response() is not None
            assert await caller.end() == b""
            assert not door.listener.refused

    asyncio.run(run())


def test_a_pipelined_beginning_is_given_its_own_time() -> None:
    async def run() -> None:
        async with open_door(request_timeout_s=0.1) as door:
            caller = await door.connect()
            await caller.send(request() + b"GET /")
            first, second = await caller.response(), await caller.response()
            assert [response.status for response in (first, second) if response] == [200, 408]

    asyncio.run(run())


def test_a_sender_that_goes_away_in_the_middle_is_counted() -> None:
    async def run() -> None:
        async with open_door() as door:
            caller = await door.connect()
            await caller.send(LINE)
            caller.writer.write_eof()
            assert await caller.end() == b""
            assert door.listener.refused == {"cut off": 1}

    asyncio.run(run())


def test_a_refused_sender_may_finish_and_read_why() -> None:
    async def run() -> None:
        async with open_door() as door:
            caller = await door.connect()
            await caller.send(request(HANGUP, "Content-Length: 9000000", secret="wrong"))
            response = await caller.response()
            assert response is not None
            for _ in range(90):
                caller.writer.write(b"a" * 100_000)
                await caller.writer.drain()
            assert await caller.end() == b""

    asyncio.run(run())


def test_a_disk_that_hangs_bounds_what_one_sender_may_ask() -> None:
    async def run() -> None:
        future = asyncio.get_running_loop().create_future()
        async with open_door(lambda: future) as door:
            caller = await door.connect()
            caller.writer.write(request("/") * 100_000)
            await door.has_received(64)
            other = await door.connect()
            await other.send(request("/other"))
            await door.has_received(65)
            assert len(door.requests) == 65
            caller.writer.transport.abort()
            future.set_result(None)
            response = await other.response()
            assert response is not None

    asyncio.run(run())


def test_who_dawdles_makes_room_before_who_is_idle() -> None:
    async def run() -> None:
        pending = asyncio.get_running_loop().create_future()
        answers = iter([pending, None, None])
        async with open_door(lambda: next(answers), max_connections=3, newcomer_grace_s=0.0) as door:
            waiting, idle = await door.connect(), await door.connect()
            await waiting.send(request("/1"))
            await door.has_received(1)
            dawdling = await door.connect()
            await dawdling.send(LINE)
            newcomer = await door.connect()
            await newcomer.send(request("/2"))
            assert await dawdling.end() == b""
            assert await newcomer.response() is not None
            another = await door.connect()
            await another.send(request("/3"))
            assert await idle.end() == b""
            assert await another.response() is not None
            pending.set_result(None)
            assert await waiting.response() is not None
            assert door.listener.refused == {"crowded": 2}

    asyncio.run(run())


def test_of_several_that_dawdle_the_oldest_makes_room() -> None:
    async def run() -> None:
        async with open_door(max_connections=2, newcomer_grace_s=0.0) as door:
            older, newer = await door.connect(), await door.connect()
            await older.send(LINE)
            await newer.send(LINE)
            assert await is_well(door)
            assert await older.end() == b""
            await newer.send(b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert await newer.response() is not None

    asyncio.run(run())


def test_who_has_just_come_is_not_sent_away_for_those_who_dawdle() -> None:
    async def run() -> None:
        async with open_door(max_connections=3) as door:
            for _ in range(3):
                await (await door.connect()).send(b"GET /")
            pbx = await door.connect()
            stranger = await door.connect()
            await stranger.send(b"GET /")
            await pbx.send(request())
            response = await pbx.response()
            assert response is not None
            assert response.status == 200

    asyncio.run(run())


def test_among_those_that_have_just_come_the_age_alone_counts() -> None:
    async def run() -> None:
        async with open_door(max_connections=2, newcomer_grace_s=60.0) as door:
            idle, begun = await door.connect(), await door.connect()
            await begun.send(LINE)
            assert await is_well(door)
            assert await idle.end() == b""
            await begun.send(b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert await begun.response() is not None

    asyncio.run(run())


def test_where_all_wait_for_the_disk_the_newcomer_goes() -> None:
    async def run() -> None:
        pending = asyncio.get_running_loop().create_future()
        async with open_door(lambda: pending, max_connections=2) as door:
            callers = [await door.connect() for _ in range(2)]
            for caller in callers:
                await caller.send(request())
            await door.has_received(2)
            assert await (await door.connect()).end() == b""
            pending.set_result(None)
            assert all([await caller.response() for caller in callers])

    asyncio.run(run())


def test_a_thousand_connections_leave_room_for_the_pbx() -> None:
    async def run() -> None:
        async with open_door(max_connections=50) as door:
            for number in range(1000):
                caller = await door.connect()
                if number % 2:
                    await caller.send(b"GET /")
                if number % 100 == 0:
                    assert await is_well(door)
            assert door.listener.refused["crowded"] >= 900

    asyncio.run(run())


FRAGMENTS = st.sampled_from(
    [
        request(),
        request(HANGUP, "Content-Length: 2", method="POST", body=b"{}"),
        request(HANGUP, "Transfer-Encoding: chunked", method="POST", body=b"2\r\n{}\r\n0\r\n\r\n"),
        request(HANGUP, "Connection: close"),
        request(HANGUP, "Upgrade: websocket", "Connection: upgrade"),
        request(HANGUP, "Expect: 100-continue", "Content-Length: 1"),
        request("/a b#ü"),
        b"GET ",
        f"/{SECRET}/".encode(),
        b" HTTP/1.1\r\n",
        b" HTTP/1.0\n",
        b"Host: localhost\r\n",
        b"Content-Length: 5\r\n",
        b"\r\n",
        b"\n",
        b" ",
        b":",
    ]
)
STREAMS = st.lists(FRAGMENTS | st.binary(max_size=20), max_size=8).map(b"".join)


async def _play(pieces: list[bytes]) -> tuple[list[Request], bytes]:
    received: list[Request] = []
    listener = Listener(ListenerOptions("127.0.0.1", 0), SECRET, lambda asked, _: received.append(asked))
    wire, connection = Wire(), Connection(vars(listener)["_site"])
    connection.connection_made(wire)
    for piece in pieces:
        connection.data_received(piece)
    if not wire.is_closed:
        connection.eof_received()
    connection.connection_lost(None)
    await listener.close()
    return received, wire.written


@settings(deadline=None)
@given(stream=STREAMS, cuts=st.lists(st.integers(0, 600), max_size=6))
def test_any_bytes_in_any_fragments(stream: bytes, cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(stream)]
    pieces = [stream[start:end] for start, end in pairwise(edges)]
    whole, answered = asyncio.run(_play([stream]))
    received, answered_too = asyncio.run(_play(pieces))
    assert received == whole
    assert answered_too.replace(b"HTTP/1.1 100 Continue\r\n\r\n", b"") == answered.replace(
        b"HTTP/1.1 100 Continue\r\n\r\n", b""
    )
    assert answered.count(b"HTTP/1.1 200 OK") == len(whole)
    assert all(SECRET not in repr(one) for one in received)
