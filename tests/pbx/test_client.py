import asyncio
import json
import logging
import socket
import ssl
import subprocess
import sys
import traceback
from collections.abc import Awaitable, Callable, Coroutine
from datetime import date, timedelta, timezone
from typing import Any

import httpx
import pytest

from agent_desktop.errors import (
    AgentDesktopError,
    AnswerNotUnderstood,
    NotDialable,
    NotSetUp,
    PbxRefused,
    PbxUnreachable,
    SettingsInvalid,
)
from agent_desktop.pbx import client as client_module
from agent_desktop.pbx.answers import DialAnswer, DialOutcome
from agent_desktop.pbx.causes import unreachable
from agent_desktop.pbx.client import ATTEMPTS, PbxClient, PbxOptions
from agent_desktop.telephony.agent import QueueMember, SpyMode
from agent_desktop.telephony.events import Direction

HANOI = timezone(timedelta(hours=7))
KEY = "top+s3cret/key"
DAY = date(2024, 3, 1)
Handler = Callable[[httpx.Request], httpx.Response]


class Key:
    def __init__(self, value: str = KEY) -> None:
        self._value = value

    def reveal(self) -> str:
        return self._value


class Line:
    """A client whose other end is `handler`; it notes the requests and the pauses between them."""

    def __init__(self, handler: Handler, options: PbxOptions | None = None, key: str = KEY) -> None:
        self.requests: list[httpx.Request] = []
        self.pauses: list[float] = []
        self._handler = handler
        usual = PbxOptions("https://pbx.example.com/", "a.example.com", HANOI)
        transport = httpx.MockTransport(self._handle)
        self.client = PbxClient(options or usual, Key(key), transport=transport, sleep=self._sleep, jitter=lambda: 0.5)

    def _handle(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self._handler(request)

    async def _sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)

    def run(self, action: Callable[[PbxClient], Awaitable[Any]]) -> Any:
        async def whole() -> Any:
            try:
                return await action(self.client)
            finally:
                await self.client.close()

        return asyncio.run(whole())

    @property
    def body(self) -> Any:
        return json.loads(self.requests[-1].content)


def replies(value: object, status: int = 200, headers: dict[str, str] | None = None) -> Handler:
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return lambda _: httpx.Response(status, content=body, headers=headers)


def fails(error: Exception) -> Handler:
    def handler(_: httpx.Request) -> httpx.Response:
        raise error

    return handler


Action = Callable[[PbxClient], Coroutine[Any, Any, Any]]
READS: dict[str, Action] = {
    "statuses": lambda client: client.statuses(["101"]),
    "members": lambda client: client.members(),
    "records": lambda client: client.records(DAY, DAY),
}
CHANGES: dict[str, Action] = {
    "dial": lambda client: client.dial("101", "0938363739"),
    "pause": lambda client: client.pause("101", True),
    "spy": lambda client: client.spy("100", "101", SpyMode.LISTEN),
}
ACTIONS = READS | CHANGES


def test_dial_is_a_path() -> None:
    line = Line(replies(b"Success"))
    assert line.run(CHANGES["dial"]) == DialAnswer(DialOutcome.CONFIRMED)
    (request,) = line.requests
    assert request.method == "GET"
    assert request.url.raw_path == (
        b"/api/CallControl/dial/from_number/101/to_number/0938363739/key/top%2Bs3cret%2Fkey/domain/a.example.com"
    )
    assert request.headers["accept"] == "application/json"
    assert not request.content


def test_path_segments_are_quoted() -> None:
    line = Line(replies(b"Success"), PbxOptions("https://pbx.example.com", "a/b?c#d é", HANOI))
    line.run(lambda client: client.dial("10 1/2", "113"))
    assert line.requests[0].url.raw_path.startswith(b"/api/CallControl/dial/from_number/10%201%2F2/to_number/113/key/")
    assert line.requests[0].url.raw_path.endswith(b"/domain/a%2Fb%3Fc%23d%20%C3%A9")


@pytest.mark.parametrize("digits", ["", " ", "+84938363739", "09 38", "*97", "#1", "101@a", "０９３８", "09\n", "٣"])
def test_only_digits_are_dialled(digits: str) -> None:
    line = Line(replies(b"Success"))
    with pytest.raises(NotDialable):
        line.run(lambda client: client.dial("101", digits))
    assert not line.requests


@pytest.mark.parametrize("extension", ["", " ", ".", ".."])
@pytest.mark.parametrize("action", ["dial", "pause", "spy", "spied"])
def test_an_extension_is_needed(action: str, extension: str) -> None:
    line = Line(replies(b"Success"))
    actions: dict[str, Action] = {
        "dial": lambda client: client.dial(extension, "113"),
        "pause": lambda client: client.pause(extension, True),
        "spy": lambda client: client.spy(extension, "101", SpyMode.LISTEN),
        "spied": lambda client: client.spy("100", extension, SpyMode.LISTEN),
    }
    with pytest.raises(NotSetUp):
        line.run(actions[action])
    assert not line.requests


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize(
    ("url", "key", "error"),
    [
        ("", KEY, NotSetUp),
        ("https://pbx.example.com", " ", NotSetUp),
        ("pbx.example.com", KEY, SettingsInvalid),
        ("ftp://pbx.example.com", KEY, SettingsInvalid),
        ("https://", KEY, SettingsInvalid),
        ("https://[a", KEY, SettingsInvalid),
        ("https://pbx.example.com:99999", KEY, SettingsInvalid),
        ("https://pbx.example.com/?a=1", KEY, SettingsInvalid),
        ("https://pbx.example.com/#a", KEY, SettingsInvalid),
    ],
)
def test_what_is_not_set_up_is_said_before_anything_is_sent(
    url: str, key: str, error: type[AgentDesktopError], action: str
) -> None:
    line = Line(replies(b"Success"), PbxOptions(url, "a.example.com", HANOI), key)
    with pytest.raises(error):
        line.run(ACTIONS[action])
    assert not line.requests


def test_no_domain_no_dial() -> None:
    line = Line(replies(b"Success"), PbxOptions("https://pbx.example.com", "", HANOI))
    with pytest.raises(NotSetUp):
        line.run(CHANGES["dial"])
    assert not line.requests


def test_statuses() -> None:
    line = Line(replies({"result": [{"ext": "101", "status": "on"}]}))
    assert line.run(lambda client: client.statuses(["101", "", "102"])) == {"101": "on"}
    assert line.requests[0].method == "POST"
    assert line.requests[0].url == "https://pbx.example.com/api/Agent/status/format/json"
    assert line.requests[0].headers["accept"] == "application/json"
    assert line.requests[0].headers["content-type"] == "application/json"
    assert line.body == {"key": KEY, "list": [{"ext": "101"}, {"ext": "102"}]}


def test_nobody_s_status_is_not_asked() -> None:
    line = Line(replies({}))
    assert line.run(lambda client: client.statuses([])) == {}
    assert not line.requests


def test_members() -> None:
    line = Line(replies({"999": {"101": "on"}}))
    assert line.run(READS["members"]) == (QueueMember("101", "999", "on"),)
    assert line.requests[0].url == "https://pbx.example.com/api/Agent/all_members/format/json"
    assert line.body == {"key": KEY}


@pytest.mark.parametrize(("paused", "word"), [(True, "1"), (False, "0")])
def test_pause(paused: bool, word: str) -> None:
    line = Line(replies({"status": True}))
    assert line.run(lambda client: client.pause("101", paused)) is None
    assert line.requests[0].url == "https://pbx.example.com/api/Agent/update_status"
    assert line.body == {"key": KEY, "exten": "101", "status": word}


@pytest.mark.parametrize(
    ("mode", "direction", "word"),
    [
        (SpyMode.LISTEN, "inbound", "whisper"),
        (SpyMode.LISTEN, "outbound", "whisper"),
        (SpyMode.WHISPER, "inbound", "callee"),
        (SpyMode.WHISPER, "", "callee"),
        (SpyMode.WHISPER, "outbound", "caller"),
        (SpyMode.BARGE, "outbound", "threeway"),
        (SpyMode.CALLER, "outbound", "caller"),
        (SpyMode.CALLER, "inbound", "caller"),
        (SpyMode.CALLEE, "outbound", "callee"),
        (SpyMode.CALLEE, "inbound", "callee"),
    ],
)
def test_spy_speaks_the_vendor_s_words(mode: SpyMode, direction: Direction, word: str) -> None:
    line = Line(replies({"status": True}))
    line.run(lambda client: client.spy("100", "101", mode, direction))
    assert line.requests[0].url == "https://pbx.example.com/api/Agent/spy/format/json"
    assert line.body == {"key": KEY, "src": "100", "dst": "101", "mode": word}


@pytest.mark.parametrize(
    ("report_url", "base"), [("", "https://pbx.example.com"), ("http://report.example.com:8080/x/", None)]
)
def test_records(report_url: str, base: str | None) -> None:
    options = PbxOptions("https://pbx.example.com", "a.example.com", HANOI, report_url)
    line = Line(replies({"result": [{"callid": "17.9", "status": "BUSY"}], "total": 1}), options)
    (record,) = line.run(lambda client: client.records(DAY, DAY + timedelta(1), "17.9"))
    assert (record.callid, record.status, record.from_api) == ("17.9", "BUSY", True)
    assert line.requests[0].url == f"{base or 'http://report.example.com:8080/x'}/internal/Reports/cdr/format/json"
    assert line.body == {"key": KEY, "callid": "17.9", "startdate": "2024-03-01", "enddate": "2024-03-02"}


def test_a_very_long_answer_is_read_beside_the_loop() -> None:
    rows = [{"callid": f"1.{n}", "status": "ANSWER", "recordingpath": "https://x/" + "y" * 200} for n in range(5000)]
    assert len(Line(replies({"result": rows})).run(READS["records"])) == 5000


@pytest.mark.parametrize("action", READS)
@pytest.mark.parametrize(
    "handler",
    [
        fails(httpx.ConnectError("refused")),
        fails(httpx.ReadTimeout("late")),
        fails(httpx.ReadError("reset")),
        replies(b"<html>502</html>", 502),
    ],
)
def test_a_question_is_asked_again_while_the_pbx_cannot_be_reached(handler: Handler, action: str) -> None:
    line = Line(handler)
    with pytest.raises(PbxUnreachable):
        line.run(ACTIONS[action])
    assert len(line.requests) == ATTEMPTS
    assert line.pauses == [0.75, 1.5]


@pytest.mark.parametrize("action", CHANGES)
@pytest.mark.parametrize(
    "handler",
    [fails(httpx.ConnectError("refused")), fails(httpx.ReadTimeout("late")), replies(b"<html>502</html>", 502)],
)
def test_what_changes_something_is_sent_once(handler: Handler, action: str) -> None:
    line = Line(handler)
    with pytest.raises(PbxUnreachable):
        line.run(ACTIONS[action])
    assert len(line.requests) == 1
    assert not line.pauses


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize(
    ("handler", "error"),
    [
        (replies({"status": False, "error": "No."}), PbxRefused),
        (replies({"status": False, "error": "No."}, 500), PbxRefused),
        (replies(b"<html></html>", 404), AnswerNotUnderstood),
        (replies(b"", 307, {"location": "https://elsewhere.example.com"}), AnswerNotUnderstood),
    ],
)
def test_an_answer_is_not_asked_for_again(handler: Handler, error: type[Exception], action: str) -> None:
    line = Line(handler)
    with pytest.raises(error):
        line.run(ACTIONS[action])
    assert len(line.requests) == 1


def test_a_second_attempt_that_works_is_enough() -> None:
    answers = iter([httpx.Response(503), httpx.Response(200, json={"101": "on"})])
    line = Line(lambda _: next(answers))
    assert line.run(READS["statuses"]) == {"101": "on"}
    assert len(line.requests) == 2


@pytest.mark.parametrize("action", ACTIONS)
def test_an_action_ends_within_its_time_however_slow_the_pbx(action: str) -> None:
    class Slow(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            await asyncio.Event().wait()
            return httpx.Response(200)

    async def whole() -> None:
        options = PbxOptions("https://pbx.example.com", "a.example.com", HANOI, total_s=0.05)
        client = PbxClient(options, Key(), transport=Slow())
        with pytest.raises(PbxUnreachable, match="in time"):
            await ACTIONS[action](client)
        await client.close()

    asyncio.run(whole())


def test_the_last_failure_is_told_where_time_ran_out_between_attempts() -> None:
    async def forever(_: float) -> None:
        await asyncio.Event().wait()

    async def whole() -> None:
        options = PbxOptions("https://pbx.example.com", "a.example.com", HANOI, total_s=0.05)
        transport = httpx.MockTransport(replies(b"", 503))
        client = PbxClient(options, Key(), transport=transport, sleep=forever)
        await client.open()
        with pytest.raises(PbxUnreachable, match="503"):
            await client.members()
        await client.close()

    asyncio.run(whole())


@pytest.mark.parametrize(
    ("error", "maybe_rang"),
    [
        (httpx.ConnectError("refused"), False),
        (httpx.ConnectTimeout("late"), False),
        (httpx.ReadTimeout("late"), True),
        (httpx.ReadError("reset"), True),
        (httpx.RemoteProtocolError("Server disconnected without sending a response."), True),
    ],
)
def test_a_dial_that_may_have_been_heard_is_said_to_be_one(error: Exception, maybe_rang: bool) -> None:
    with pytest.raises(PbxUnreachable) as caught:
        Line(fails(error)).run(CHANGES["dial"])
    assert ("Look at your phone" in caught.value.advice) is maybe_rang


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (httpx.RemoteProtocolError("illegal status line"), AnswerNotUnderstood),
        (httpx.DecodingError("bad gzip"), AnswerNotUnderstood),
        (httpx.ProxyError("no"), PbxUnreachable),
        (httpx.PoolTimeout("full"), PbxUnreachable),
        (httpx.LocalProtocolError("no"), SettingsInvalid),
        (httpx.CloseError("no"), PbxUnreachable),
        (httpx.WriteError("no"), PbxUnreachable),
    ],
)
def test_httpx_errors_are_translated(error: Exception, expected: type[Exception]) -> None:
    with pytest.raises(expected):
        Line(fails(error)).run(CHANGES["pause"])


def caused_by(cause: BaseException) -> httpx.ConnectError:
    error = httpx.ConnectError("All connection attempts failed")
    error.__cause__ = cause
    return error


def certificate_error(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_code = code
    return error


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (certificate_error(10), ("expired", "date and time")),
        (certificate_error(9), ("not valid yet", "date and time")),
        (certificate_error(18), ("not trusted", "install")),
        (certificate_error(20), ("not trusted", "install")),
        (certificate_error(62), ("another address", "address")),
        (ssl.SSLError(1, "WRONG_VERSION_NUMBER"), ("secure connection", "http or https")),
        (socket.gaierror(-2, "unknown"), ("name cannot be found", "address")),
        (UnicodeError("label too long"), ("name cannot be found", "address")),
        (ConnectionRefusedError(111, "refused"), ("Nothing answers", "address")),
        (OSError(101, "unreachable"), ("no way", "network")),
        (ConnectionResetError(104, "reset"), ("cut", "network")),
        (
            ExceptionGroup("both", [OSError(101, "v6"), ConnectionRefusedError(111, "v4")]),
            ("Nothing answers", "address"),
        ),
    ],
)
def test_each_cause_has_its_sentence(cause: BaseException, words: tuple[str, str]) -> None:
    error = unreachable(caused_by(cause))
    assert words[0] in error.title
    assert words[1] in error.advice


def test_sizes_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "_LARGE", 2_000_000)
    body = b'{"result": [' + b" " * 1_500_000 + b"]}"
    assert Line(replies(body)).run(READS["records"]) == ()
    with pytest.raises(AnswerNotUnderstood, match="too long"):
        Line(replies(body)).run(READS["members"])
    with pytest.raises(AnswerNotUnderstood, match="too long"):
        Line(replies(body * 2)).run(READS["records"])


def test_the_server_s_date_is_kept() -> None:
    line = Line(replies({}, headers={"Date": "Fri, 01 Mar 2024 06:15:40 GMT"}))
    assert line.client.last_server_date == ""
    line.run(READS["members"])
    assert line.client.last_server_date == "Fri, 01 Mar 2024 06:15:40 GMT"


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize(
    "handler",
    [
        replies({"status": True}),
        replies({"status": False, "error": f"bad key {KEY}"}, 403),
        fails(httpx.ConnectError(f"no way to https://pbx.example.com/key/{KEY}")),
        fails(httpx.RemoteProtocolError(f"odd: /key/{KEY}")),
        fails(httpx.UnsupportedProtocol(f"odd: /key/{KEY}")),
    ],
)
def test_the_key_is_in_no_log_and_no_error(handler: Handler, action: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="httpx")
    line = Line(handler)
    told = repr(line.client)
    try:
        told += repr(line.run(ACTIONS[action]))
    except AgentDesktopError as error:
        told += f"{error.message} {''.join(traceback.format_exception(error))}"
    assert "s3cret" not in told + caplog.text


def test_nothing_slow_is_imported_before_it_is_needed() -> None:
    code = "import sys, agent_desktop.pbx.client; print([n for n in ('httpx', 'ssl', 'certifi') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "httpx" not in done.stdout
    assert "certifi" not in done.stdout


def test_two_first_requests_build_one_http_client() -> None:
    async def whole() -> None:
        line = Line(replies({}))
        await asyncio.gather(line.client.open(), line.client.members(), line.client.statuses(["101"]))
        built = line.client._http
        await line.client.members()
        assert line.client._http is built
        await line.client.close()
        await line.client.close()

    asyncio.run(whole())
