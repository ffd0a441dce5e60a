import asyncio
import json
import shutil
import subprocess
import time

import pytest

from agent_desktop.pbx.webhook import parse
from agent_desktop.telephony.events import CallEnded, CallReported
from tests.pbx.listener_caller import ACKNOWLEDGED, HANGUP, NOT_FOUND, SECRET, open_door, request
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
