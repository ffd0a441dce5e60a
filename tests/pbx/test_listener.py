import asyncio
import json
import logging
import shutil
import socket
import subprocess
import time
from typing import Any

import pytest

from agent_desktop.errors import ListenerFailed, StoreFailed
from agent_desktop.pbx.listener import Listener, ListenerOptions
from agent_desktop.pbx.webhook import Request, parse
from agent_desktop.telephony.events import CallEnded, CallReported
from tests.pbx.listener_caller import ACKNOWLEDGED, HANGUP, NOT_FOUND, SECRET, Caller, open_door, request
from tests.pbx.webhook_examples import EXAMPLES, ZONE

HOST = b"Host: 127.0.0.1\r\n"
HERE = f"/{SECRET}".encode()
END = b"/api/callcenter/hangup?callid="

ODD_REQUESTS: dict[str, tuple[bytes, str]] = {
    "plain": (b"GET %b%b1 HTTP/1.1\r\n%b\r\n", "1"),
    "raw space": (b"GET %b%b1 2 HTTP/1.1\r\n%b\r\n", "1 2"),
    "two raw spaces": (b"GET %b%b1  2 HTTP/1.1\r\n%b\r\n", "1  2"),
    "encoded space": (b"GET %b%b1%%202 HTTP/1.1\r\n%b\r\n", "1 2"),
    "plus": (b"GET %b%b1+2 HTTP/1.1\r\n%b\r\n", "1 2"),
    "raw UTF-8": ("GET %b%bễ HTTP/1.1\r\n%b\r\n".encode(), "ễ"),
    "raw Latin-1": (b"GET %b%b\xe9 HTTP/1.1\r\n%b\r\n", "\ufffd"),
    "hash": (b"GET %b%b1#2 HTTP/1.1\r\n%b\r\n", "1#2"),
    "bad percent": (b"GET %b%b1%%zz%% HTTP/1.1\r\n%b\r\n", "1%zz%"),
    "tab": (b"GET %b%b1\t2 HTTP/1.1\r\n%b\r\n", "12"),
    "NUL": (b"GET %b%b1\x002 HTTP/1.1\r\n%b\r\n", "12"),
    "quotes and brackets": (b'GET %b%b"<1>|{2}^[3]`\\ HTTP/1.1\r\n%b\r\n', '"<1>|{2}^[3]`\\'),
    "a version inside": (b"GET %b%b1 HTTP/1.1 HTTP/1.1\r\n%b\r\n", "1 HTTP/1.1"),
    "two spaces before": (b"GET  %b%b1 HTTP/1.1\r\n%b\r\n", "1"),
    "two spaces behind": (b"GET %b%b1  HTTP/1.1\r\n%b\r\n", "1"),
    "HTTP/1.0": (b"GET %b%b1 HTTP/1.0\r\n%b\r\n", "1"),
    "bare LF": (b"GET %b%b1 2 HTTP/1.1\n%b\n", "1 2"),
    "empty lines before": (b"\r\n\r\nGET %b%b1 HTTP/1.1\r\n%b\r\n", "1"),
    "whole address": (b"GET http://127.0.0.1:1%b%b1 HTTP/1.1\r\n%b\r\n", "1"),
    "UTF-8 in a header": ("GET %b%b1 HTTP/1.1\r\n%bX: ễ\r\n\r\n".encode(), "1"),
    "empty header": (b"GET %b%b1 HTTP/1.1\r\n%bX:\r\n\r\n", "1"),
    "doubled slash": (b"GET /%b/%b1 HTTP/1.1\r\n%b\r\n", "1"),
    "encoded secret": (b"GET /%%63%b%b1 HTTP/1.1\r\n%b\r\n", "1"),
    "a body with GET": (b"GET %b%b1 HTTP/1.1\r\n%bContent-Length: 2\r\n\r\n{}", "1"),
    "empty body": (b"POST %b%b1 HTTP/1.1\r\n%bContent-Length: 0\r\n\r\n", "1"),
}


def odd_request(name: str, host: bytes = HOST) -> tuple[bytes, str]:
    words, callid = ODD_REQUESTS[name]
    secret = f"/{SECRET[1:]}".encode() if name == "encoded secret" else HERE
    return (words % (secret, END, host)).replace(b"/%63/", b"/%63"), callid


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_documented_webhook_arrives(example: str) -> None:
    target, event = EXAMPLES[example]

    async def run() -> None:
        async with open_door() as door:
            before, before_ns = time.time(), time.perf_counter_ns()
            response = await door.ask(request(target))
            assert response is not None
            assert (response.status, response.body) == (200, ACKNOWLEDGED)
            assert response.headers["content-type"] == "application/json"
            [(received, arrival)] = door.requests
            assert parse(received, ZONE) == event
            assert received.method == "GET"
            assert before <= arrival.received_at <= time.time()
            assert before_ns <= arrival.received_ns <= time.perf_counter_ns()

    asyncio.run(run())


@pytest.mark.parametrize("host", [HOST, b""], ids=["", "without Host"])
@pytest.mark.parametrize("name", ODD_REQUESTS)
def test_odd_requests_are_taken(name: str, host: bytes) -> None:
    data, callid = odd_request(name, host)

    async def run() -> None:
        async with open_door() as door:
            response = await door.ask(data)
            assert response is not None
            assert response.status == 200
            [(received, _)] = door.requests
            assert parse(received, ZONE) == CallEnded(callid)
            assert SECRET not in repr(received)

    asyncio.run(run())


def test_a_request_byte_by_byte() -> None:
    async def run() -> None:
        async with open_door() as door:
            caller = await door.connect()
            for byte in request("/api/callcenter/hangup?callid=1 2"):
                await caller.send(bytes([byte]))
                await asyncio.sleep(0)
            assert await caller.response() is not None
            assert door.targets == ["/api/callcenter/hangup?callid=1%202"]

    asyncio.run(run())


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("", "/"),
        ("/", "/"),
        ("?callid=1", "/?callid=1"),
        ("/favicon.ico", "/favicon.ico"),
        (f"/{SECRET}{HANGUP}", f"/{HANGUP}"),
        ("/\x01\x02 \xff", "/%01%02%20%C3%BF"),
    ],
)
def test_whatever_stands_below_the_secret_is_taken_without_it(target: str, kept: str) -> None:
    async def run() -> None:
        async with open_door() as door:
            response = await door.ask(request(target))
            assert response is not None
            assert response.status == 200
            assert door.targets == [kept]

    asyncio.run(run())


JSON_BODY = json.dumps({"callid": "17.1"}).encode()


@pytest.mark.parametrize(
    ("head", "body", "content"),
    [
        (("Content-Length: 18",), JSON_BODY, JSON_BODY),
        (("Content-Length: 18", "Content-Type: application/json"), JSON_BODY, JSON_BODY),
        (
            ("Transfer-Encoding: chunked",),
            b"9\r\n%b\r\n9;x=y\r\n%b\r\n0\r\n\r\n" % (JSON_BODY[:9], JSON_BODY[9:]),
            JSON_BODY,
        ),
        (("Content-Length: 2",), b"\xff\x00", b"\xff\x00"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_bodies(method: str, head: tuple[str, ...], body: bytes, content: bytes) -> None:
    async def run() -> None:
        async with open_door() as door:
            caller = await door.connect()
            for _ in range(2):
                await caller.send(request("/api/callcenter/hangup", *head, method=method, body=body))
                response = await caller.response()
                assert response is not None
                assert response.status == 200
            assert [received.body for received, _ in door.requests] == [content, content]
            received = door.requests[0][0]
            assert received.method == method
            assert received.content_type == ("application/json" if len(head) > 1 else "")

    asyncio.run(run())


def test_a_sender_that_waits_is_told_to_go_on() -> None:
    async def run() -> None:
        async with open_door() as door:
            caller = await door.connect()
            await caller.send(request(HANGUP, "Content-Length: 2", "Expect: 100-continue", method="POST"))
            first = await caller.response()
            assert first is not None
            assert first.status == 100
            await caller.send(b"{}")
            response = await caller.response()
            assert response is not None
            assert response.status == 200

    asyncio.run(run())


def test_a_stranger_that_waits_is_refused_instead() -> None:
    async def run() -> None:
        async with open_door() as door:
            data = request(HANGUP, "Content-Length: 2", "Expect: 100-continue", method="POST", secret="wrong")
            response = await door.ask(data)
            assert response is not None
            assert response.status == 404

    asyncio.run(run())


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


def test_closing_acknowledges_what_came_and_frees_the_port() -> None:
    async def run() -> None:
        kept = asyncio.get_running_loop().create_future()
        async with open_door(lambda: kept) as door:
            busy, idle = await door.connect(), await door.connect()
            await busy.send(request())
            await door.has_received(1)
            port = door.listener.port
            closing = asyncio.create_task(door.listener.close())
            assert await idle.end() == b""
            kept.set_result(None)
            response = await busy.response()
            assert response is not None
            assert response.status == 200
            await closing
            again = Listener(ListenerOptions("127.0.0.1", port), SECRET, lambda *_: None)
            await again.start()
            await again.close()
            await again.close()

    asyncio.run(run())


def test_closing_does_not_wait_for_a_disk_that_never_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agent_desktop.pbx.listener.CLOSE_GRACE_S", 0.05)

    async def run() -> None:
        async with open_door(asyncio.get_running_loop().create_future) as door:
            caller = await door.connect()
            await caller.send(request())
            await door.has_received(1)
            await door.listener.close()
            assert await caller.end() == b""

    asyncio.run(run())


def test_where_it_listens() -> None:
    async def run() -> None:
        async with open_door(host="localhost") as door:
            assert door.listener.base_url == f"http://127.0.0.1:{door.listener.port}/{SECRET}"
        async with open_door(host="0.0.0.0") as door:
            assert door.listener.base_url == f"http://127.0.0.1:{door.listener.port}/{SECRET}"
        assert door.listener.port == 0

    asyncio.run(run())


def has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


@pytest.mark.skipif(not has_ipv6(), reason="no IPv6 here")
@pytest.mark.parametrize("host", ["::1", "[::1]", "::"])
def test_ipv6(host: str) -> None:
    async def run() -> None:
        listener = Listener(ListenerOptions(host, 0), SECRET, lambda *_: None)
        await listener.start()
        assert listener.base_url == f"http://[::1]:{listener.port}/{SECRET}"
        caller = Caller(*await asyncio.open_connection("::1", listener.port))
        await caller.send(request().replace(b"127.0.0.1:8737", b"[::1]:8737"))
        response = await caller.response()
        assert response is not None
        assert response.status == 200
        await caller.close()
        await listener.close()

    asyncio.run(run())


def failure(host: str, port: int, **options: Any) -> ListenerFailed:
    async def run() -> None:
        listener = Listener(ListenerOptions(host, port, **options), SECRET, lambda *_: None)
        try:
            await listener.start()
        finally:
            await listener.close()

    with pytest.raises(ListenerFailed) as failed:
        asyncio.run(run())
    assert failed.value.advice
    assert SECRET not in failed.value.message
    return failed.value


def test_a_taken_port_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"Another program already listens at 127.0.0.1, port {port}." in failure("127.0.0.1", port).title


@pytest.mark.parametrize("host", ["192.0.2.1", "desk.invalid"])
def test_an_address_elsewhere_is_told(host: str) -> None:
    assert failure(host, 0).title == f"{host} is not an address of this computer."


def test_a_forbidden_port_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def bind(_: socket.socket, __: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", bind)
    assert failure("127.0.0.1", 80).title == "This computer does not allow listening at port 80."


def test_an_address_elsewhere_is_told_where_python_keeps_the_code_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def bind(_: socket.socket, __: object) -> None:
        raise OSError(None, "not here")

    monkeypatch.setattr(socket.socket, "bind", bind)
    assert failure("192.0.2.1", 80).title == "192.0.2.1 is not an address of this computer."


def test_an_impossible_port_is_told() -> None:
    assert failure("127.0.0.1", 70000).title == "There is no port 70000."


def test_senders_that_are_no_addresses_are_told() -> None:
    assert failure("127.0.0.1", 0, allowed_senders=("pbx.example",)).title.startswith("The allowed sender")


def test_an_empty_secret_is_a_bug() -> None:
    with pytest.raises(ValueError, match="secret"):
        Listener(ListenerOptions("127.0.0.1", 0), "", lambda *_: None)


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


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not here")
@pytest.mark.parametrize(
    "arguments",
    [
        ["{base}/api/callcenter/calldata", "--request-target", "/{secret}{target}"],
        ["{base}/api/callcenter/calldata", "--get", "--data-urlencode", "callid=1709273740.12"],
        ["{base}/api/callcenter/calldata", "--data", "callid=1709273740.12"],
        ["{base}/api/callcenter/calldata", "--form", "callid=1709273740.12"],
        ["{base}/api/callcenter/calldata", "--json", '{{"callid": "1709273740.12"}}'],
        ["{base}/api/callcenter/calldata?callid=1709273740.12", "--http1.0"],
        ["{base}/api/callcenter/calldata?callid=1709273740.12", "--header", "Host:"],
        [
            "{base}/api/callcenter/calldata?callid=1709273740.12",
            "--upload-file",
            "-",
            "--header",
            "Expect: 100-continue",
        ],
    ],
    ids=["raw space", "get", "post", "multipart", "json", "1.0", "no host", "chunked"],
)
def test_the_real_curl(arguments: list[str]) -> None:
    async def run() -> None:
        async with open_door() as door:
            target = EXAMPLES["reported"][0]
            words = [word.format(base=door.listener.base_url, secret=SECRET, target=target) for word in arguments]
            command = ["curl", "--silent", "--show-error", "--noproxy", "*", "--max-time", "20", *words]
            finished = await asyncio.to_thread(subprocess.run, command, capture_output=True, input=b"x" * 100_000)
            assert (finished.stdout, finished.stderr) == (ACKNOWLEDGED, b"")
            event = parse(door.requests[0][0], ZONE)
            assert isinstance(event, CallReported)
            assert event.callid == "1709273740.12"
            if "--request-target" in arguments:
                assert event == EXAMPLES["reported"][1]

    asyncio.run(run())


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not here")
def test_the_real_curl_reads_why_a_large_upload_was_refused() -> None:
    async def run() -> None:
        async with open_door() as door:
            url = f"http://127.0.0.1:{door.listener.port}/wrong/api"
            command = [
                "curl",
                "--silent",
                "--show-error",
                "--noproxy",
                "*",
                "--data-binary",
                "@-",
                "-H",
                "Expect:",
                url,
            ]
            finished = await asyncio.to_thread(subprocess.run, command, capture_output=True, input=b"x" * 5_000_000)
            assert (finished.stdout, finished.stderr) == (NOT_FOUND, b"")

    asyncio.run(run())


def test_a_request_is_a_plain_value() -> None:
    assert Request("GET", "/", "", b"") == Request("GET", "/", "", b"")
