import asyncio
import json
import logging
import subprocess
import sys
import traceback
from datetime import timedelta

import httpx
import pytest

from agent_desktop.errors import AgentDesktopError, AnswerNotUnderstood, NotDialable, NotSetUp, SettingsInvalid
from agent_desktop.pbx import client as client_module
from agent_desktop.pbx.answers import DialAnswer, DialOutcome
from agent_desktop.pbx.client import PbxOptions
from agent_desktop.telephony.agent import QueueMember, SpyMode
from agent_desktop.telephony.events import Direction
from tests.pbx.client_line import ACTIONS, CHANGES, DAY, HANOI, KEY, READS, Action, Handler, Line, fails, replies


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
        ("https://pbx.example.com/?", KEY, SettingsInvalid),
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


def test_the_members_of_a_very_large_company_are_read() -> None:
    queues = {
        str(queue): [
            {"extension": f"{queue}{n:02}", "name": "Nguyễn " * 15, "interface": f"PJSIP/{queue}{n:02}", "penalty": n}
            for n in range(40)
        ]
        for queue in range(100, 300)
    }
    body = json.dumps(queues).encode()
    assert len(body) > 1_000_000
    assert len(Line(replies(body)).run(READS["members"])) == 8000


@pytest.mark.parametrize(
    ("action", "advice"),
    [
        ("records", "fewer days"),
        ("members", "report to your administrator"),
        ("statuses", "report to your administrator"),
        ("pause", "report to your administrator"),
    ],
)
def test_sizes_are_bounded_and_the_address_is_blamed_for_a_web_page_alone(
    action: str, advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_module, "_TEAM", 1_000_001)
    monkeypatch.setattr(client_module, "_LARGE", 1_000_002)
    Line(replies(b'{"result": [' + b" " * 900_000 + b"]}")).run(ACTIONS[action])
    for body, said in ((b'{"result": [' + b" " * 1_100_000 + b"]}", advice), (b"<html>" + b" " * 1_100_000, "address")):
        with pytest.raises(AnswerNotUnderstood, match="too long") as caught:
            Line(replies(body)).run(ACTIONS[action])
        assert said in caught.value.advice


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
        built = line.client._http.made
        await line.client.members()
        assert line.client._http.made is built
        await line.client.close()
        await line.client.close()

    asyncio.run(whole())
