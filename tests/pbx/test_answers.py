import contextlib
import json
import logging
from datetime import timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.errors import AnswerNotUnderstood, PbxError, PbxRefused, PbxUnreachable
from agent_desktop.pbx.answers import (
    Answer,
    DialAnswer,
    DialOutcome,
    read_dial,
    read_done,
    read_members,
    read_records,
    read_statuses,
)
from agent_desktop.telephony.agent import QueueMember

HANOI = timezone(timedelta(hours=7))
KEY = "s3cr/et key+&<1>"
WARNING = b"<br />\n<b>Warning</b>:  Undefined array key [0] in <b>/srv/a.php</b> on line <b>3</b><br />\n"
PAGE = b'<!DOCTYPE html><html><head><script>\n{"101": 1, "callid": 1}</script></head><body>Sign in</body></html>'
ON_AND_OFF = {"101": "on", "102": "off"}
ROW = {
    "direction": "Inbound",
    "queue_name": "999",
    "calldate": "2024-03-01 13:15:40",
    "callerid": "0938363739",
    "destination": "101",
    "status": "ANSWER",
    "billsec": "75",
    "duration": "82",
    "holdtime": 7,
    "callid": "17.9",
    "did_number": "02873001234",
    "fee": 0.5,
    "recordingpath": "https://pbx.example.com/rec/17.9.wav?a=1&b=2",
}


def answer(value: object, status: int = 200, key: str = "") -> Answer:
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return Answer(status, body, key)


READERS: dict[str, Any] = {
    "dial": read_dial,
    "done": read_done,
    "statuses": read_statuses,
    "members": read_members,
    "records": lambda given: read_records(given, HANOI),
}
QUESTIONS = ("statuses", "members", "records")


@pytest.mark.parametrize(
    "body",
    [
        b"Success",
        b"  success\r\n",
        b"\xef\xbb\xbfSUCCESS",
        b'"Success"',
        {"status": True},
        {"status": "success"},
        {"Result": "Success"},
        {"status": True, "message": "calling"},
        WARNING + b'{"status":true}',
    ],
)
def test_a_dial_is_confirmed(body: object) -> None:
    assert read_dial(answer(body)) == DialAnswer(DialOutcome.CONFIRMED)


@pytest.mark.parametrize(
    ("body", "status", "text"),
    [
        (b"Queued", 200, "Queued"),
        (b"", 200, ""),
        (b"", 204, ""),
        (b"Success!", 202, "Success!"),
        ({"queued": 1, "message": "in a moment"}, 200, "in a moment"),
        (b"<p>Call <b>placed</b>\x00\x1b[2J</p>", 200, "Call placed [2J"),
        (PAGE, 200, "Sign in"),
    ],
)
def test_any_other_2xx_is_a_dial_sent(body: object, status: int, text: str) -> None:
    assert read_dial(answer(body, status)) == DialAnswer(DialOutcome.SENT, text)


@pytest.mark.parametrize("status", [200, 202, 400, 401, 403, 404, 500, 503])
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"status": False, "error": "Invalid API Key."}, "Invalid API Key"),
        ({"status": False, "message": "Unknown method"}, "Unknown method"),
        ({"status": "false", "error": "No right"}, "No right"),
        ({"Status": "ERROR", "Msg": "Nobody there"}, "Nobody there"),
        ({"error": "Rate limit"}, "Rate limit"),
        ({"error": {"code": 7, "message": "Deep"}}, "Deep"),
        ({"errors": ["One", "Two"]}, "One; Two"),
        ({"success": False, "reason": "Not now"}, "Not now"),
        ({"status code": 404, "message": "Not Found"}, "Not Found"),
        ([{"status": False, "error": "In a list"}], "In a list"),
        (WARNING + b'{"status": false, "error": "Late"}', "Late"),
        (b"<?xml version='1.0'?><xml><status/><error>Bad key</error></xml>", "Bad key"),
    ],
)
def test_an_error_of_the_pbx_is_a_refusal_at_any_status(body: object, words: str, reader: str, status: int) -> None:
    with pytest.raises(PbxRefused) as caught:
        READERS[reader](answer(body, status))
    assert caught.value.title == f"The PBX refused the request: {words}."


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        (b"", 301, AnswerNotUnderstood),
        (PAGE, 302, AnswerNotUnderstood),
        (PAGE, 404, AnswerNotUnderstood),
        (b"404 page not found", 404, AnswerNotUnderstood),
        (PAGE, 403, PbxRefused),
        (b"", 401, PbxRefused),
        (PAGE, 400, PbxRefused),
        (b"", 429, PbxRefused),
        (PAGE, 500, PbxUnreachable),
        (PAGE, 502, PbxUnreachable),
        (b"upstream timed out", 504, PbxUnreachable),
        (b"", 503, PbxUnreachable),
        ({"trace": 7}, 500, PbxRefused),
        ({"message": "Not found"}, 404, PbxRefused),
        (False, 200, PbxRefused),
    ],
)
def test_what_a_status_amounts_to(body: object, status: int, error: type[PbxError], reader: str) -> None:
    with pytest.raises(error) as caught:
        READERS[reader](answer(body, status))
    assert type(caught.value) is error
    assert caught.value.title.endswith(".")
    assert caught.value.advice


@pytest.mark.parametrize("reader", QUESTIONS)
@pytest.mark.parametrize(
    "body", [b"Hello", b"", PAGE, b"7", b'"on"', b'{"result": [{"callid": "1", "ext"', b"<?xml version='1.0'?><a/>"]
)
def test_a_question_wants_data(body: bytes, reader: str) -> None:
    with pytest.raises(AnswerNotUnderstood):
        READERS[reader](answer(body))


@pytest.mark.parametrize("reader", QUESTIONS)
@pytest.mark.parametrize("body", [{"greeting": "hello"}, [{"name": "Ana"}], {"result": [{"id": "x"}]}, ["hello"]])
def test_data_without_anything_known_is_not_taken_for_nothing(body: object, reader: str) -> None:
    with pytest.raises(AnswerNotUnderstood):
        READERS[reader](answer(body))


@pytest.mark.parametrize("reader", QUESTIONS)
@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 404),
        (b" \n", 404),
        (b"", 204),
        ([], 404),
        ({"result": [], "total": 0}, 404),
        ([], 200),
        ({}, 200),
        (None, 200),
        ({"result": [], "total": 0}, 200),
        ({"status": True, "data": None}, 200),
        ({"data": {"999": []}}, 200),
    ],
)
def test_an_empty_result(body: object, status: int, reader: str) -> None:
    assert not READERS[reader](answer(body, status))


@pytest.mark.parametrize("reader", ["dial", "done"])
def test_an_empty_404_does_nothing_that_was_asked(reader: str) -> None:
    with pytest.raises(AnswerNotUnderstood):
        READERS[reader](answer(b"", 404))


@pytest.mark.parametrize("body", [b"", b"OK", {"status": True}, {"exten": "101", "status": "0"}, WARNING + b"Success"])
def test_a_pause_or_a_spy_was_taken(body: object) -> None:
    read_done(answer(body))


def test_a_web_page_takes_no_pause() -> None:
    with pytest.raises(AnswerNotUnderstood):
        read_done(answer(PAGE))


@pytest.mark.parametrize(
    "body",
    [
        [{"ext": "101", "status": "on"}, {"ext": "102", "status": "off"}],
        [{"ext": 101, "status": "on"}, {"ext": 102, "status": "off"}],
        [{"exten": "101@a.example.com", "state": "ON"}, {"exten": "102@a.example.com", "state": "Off"}],
        [{"extension": "PJSIP/101", "status": "on"}, {"agent": "Agent/102", "status": "off"}],
        [{"Ext": "101", "Status": "on"}, {"EXT": "102", "STATUS": "off"}],
        {"result": [{"ext": "101", "status": "on"}, {"ext": "102", "status": "off"}], "total": 2},
        {"status": True, "data": [{"ext": "101", "status": "on"}, {"ext": "102", "status": "off"}]},
        {"result": {"data": [{"ext": "101", "status": "on"}, {"ext": "102", "status": "off"}]}},
        {"101": "on", "102": "off"},
        {"101@a.example.com": "on", "102@a.example.com": "off"},
        {"result": {"101": "on", "102": "off"}, "request_1": "x"},
        {"status": True, "total": 2, "101": "on", "102": "off"},
        {"101": {"status": "on", "name": "Ana"}, "102": {"status": "off"}},
        {"0": {"ext": "101", "status": "on"}, "1": {"ext": "102", "status": "off"}},
        {"999": [{"ext": "101", "status": "on"}], "998": [{"ext": "102", "status": "off"}]},
        {"result": {"queue_x@a": {"101": "on", "102": "off"}}},
        [{"queue": "999", "members": [{"ext": "101", "status": "on"}, {"ext": "102", "status": "off"}]}],
        [{"ext": "101", "status": "off"}, {"ext": "102", "status": "off"}, {"ext": "101", "status": "on"}],
        WARNING + json.dumps({"result": ON_AND_OFF}).encode(),
        WARNING + json.dumps([{"ext": "101", "status": "on"}, {"ext": "102", "status": "off"}]).encode(),
        json.dumps(ON_AND_OFF).encode() + WARNING,
        b"\xef\xbb\xbf\r\n" + json.dumps(ON_AND_OFF, indent=2).encode(),
        b"\nNotice: key [7] in /srv/a.php on line 3\n" + json.dumps(ON_AND_OFF).encode(),
    ],
)
def test_statuses_in_every_shape(body: object) -> None:
    assert read_statuses(answer(body)) == ON_AND_OFF


def test_a_status_that_is_not_known_is_shown_as_it_came() -> None:
    body = [
        {"ext": "101", "status": "Wrap-Up"},
        {"ext": "102", "status": 3},
        {"ext": "103"},
        {"ext": "104", "status": ""},
    ]
    assert read_statuses(answer(body)) == {"101": "Wrap-Up", "102": "3"}


@pytest.mark.parametrize(
    ("body", "members"),
    [
        (
            {
                "result": [
                    {"ext": "101", "queue": "999", "status": "on"},
                    {"ext": "101", "queue": "998", "status": "on"},
                ]
            },
            [("101", "999", "on"), ("101", "998", "on")],
        ),
        ({"999": {"101": "on"}, "998": {"102": "talk"}}, [("101", "999", "on"), ("102", "998", "talk")]),
        ({"999": ["101", 102], "998": ["101"]}, [("101", "999", ""), ("102", "999", ""), ("101", "998", "")]),
        ({"result": {"queue_x@a.example.com": [{"ext": "101@a.example.com"}]}}, [("101", "queue_x", "")]),
        ([{"queue_name": "999", "agents": ["101"]}], [("101", "999", "")]),
        ([{"ext": "101", "queues": ["999", "998"], "status": "on"}], [("101", "999", "on"), ("101", "998", "on")]),
        ({"101": {"status": "pause", "queues": ["999"]}}, [("101", "999", "pause")]),
        ([{"ext": "101", "status": "on"}], [("101", "", "on")]),
        ({"101": {"ext": "101", "status": "on"}}, [("101", "", "on")]),
        (["101", "102"], [("101", "", ""), ("102", "", "")]),
        ({"0": {"101": "on"}, "1": {"102": "off"}}, [("101", "", "on"), ("102", "", "off")]),
        ({str(n): {"ext": f"1{n:02}"} for n in range(12)}, [(f"1{n:02}", "", "") for n in range(12)]),
        ([{"ext": "101", "queue": "999", "status": "on"}, {"ext": "101", "queue": "999"}], [("101", "999", "on")]),
        ([{"ext": "", "status": "on"}, {"ext": "reception"}], [("reception", "", "")]),
    ],
)
def test_members_in_every_shape(body: object, members: list[tuple[str, str, str]]) -> None:
    assert read_members(answer(body)) == tuple(QueueMember(*member) for member in members)


@pytest.mark.parametrize(
    "body",
    [
        {"result": [ROW], "total": 1},
        {"data": [ROW]},
        {"result": {"data": [ROW]}},
        {"result": {"0": ROW}},
        [ROW],
        ROW,
        [{key.upper(): value for key, value in ROW.items()}],
        {"result": [ROW, ROW, {"direction": "Inbound"}, None, "x"]},
        WARNING + json.dumps({"result": [ROW]}).encode(),
    ],
)
def test_records_in_every_shape(body: object) -> None:
    (record,) = read_records(answer(body), HANOI)
    assert (record.callid, record.direction, record.extension, record.number) == (
        "17.9",
        "inbound",
        "101",
        "0938363739",
    )
    assert (record.queue, record.did, record.status) == ("999", "02873001234", "ANSWER")
    assert (record.started, record.duration_s, record.talk_s, record.hold_s) == (1709273740.0, 82, 75, 7)
    assert record.recording_url == ROW["recordingpath"]
    assert record.from_api
    assert record.complete


def test_records_keep_their_order_and_the_legs_of_a_call() -> None:
    rows = [ROW, ROW | {"callid": "16.1"}, ROW | {"destination": "102"}]
    told = [(record.callid, record.extension) for record in read_records(answer({"result": rows}), HANOI)]
    assert told == [("17.9", "101"), ("16.1", "101"), ("17.9", "102")]


def test_part_of_an_answer_that_was_cut_is_not_taken_for_the_whole() -> None:
    whole = json.dumps({"result": [ROW, ROW | {"callid": "16.1"}], "total": 2}, indent=1).encode()
    for length in range(1, len(whole)):
        with pytest.raises(AnswerNotUnderstood):
            read_records(answer(whole[:length]), HANOI)


@pytest.mark.parametrize(
    "echo",
    [
        KEY,
        "s3cr%2Fet%20key%2B%26%3C1%3E",
        "s3cr%2fet%20key%2b%26%3c1%3e",
        "s3cr/et%20key%2B%26%3C1%3E",
        "s3cr%2Fet+key%2B%26%3C1%3E",
        "s3cr/et key+&amp;&lt;1&gt;",
        "s3cr\\/et key+&<1>",
        KEY.upper(),
    ],
)
@pytest.mark.parametrize("reader", READERS)
def test_an_echoed_key_is_taken_out(echo: str, reader: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for body in ({"status": False, "error": f"Key {echo} is bad"}, f"<h1>Key {echo} is bad</h1>".encode()):
        with pytest.raises(PbxRefused) as caught:
            READERS[reader](answer(body, 403, KEY))
        told = f"{caught.value!r} {caught.value.message}"
        assert "s3cr" not in told.lower()
        assert "Key [key] is bad" in told
    assert "s3cr" not in f"{answer(body, 403, KEY)!r}{caplog.text}"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["ext", "status", "queue", "result", "data", "callid", "error", "101", "999", "calldate"])
            | st.text(max_size=4),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
STATUS = st.integers(100, 599) | st.sampled_from([200, 404, 500])


@pytest.mark.parametrize("reader", READERS)
@given(value=JSON, status=STATUS)
def test_any_json_is_a_value_or_an_error_for_people(reader: str, value: object, status: int) -> None:
    with contextlib.suppress(PbxError):
        READERS[reader](answer(value, status))


@pytest.mark.parametrize("reader", READERS)
@given(body=st.binary() | st.text(alphabet='{}[]":,0\\<>\n a').map(str.encode), status=STATUS)
def test_any_bytes_are_a_value_or_an_error_for_people(reader: str, body: bytes, status: int) -> None:
    with contextlib.suppress(PbxError):
        READERS[reader](answer(body, status))


@pytest.mark.parametrize(
    "body", [b"[" * 200_000, b'{"a":' * 200_000, b"\n[" * 200_000, b"9" * 100_000, b"\n{\n" * 90_000]
)
@pytest.mark.parametrize("reader", QUESTIONS)
def test_hostile_nesting_is_not_understood(body: bytes, reader: str) -> None:
    with pytest.raises(AnswerNotUnderstood):
        READERS[reader](answer(body))


@given(
    st.dictionaries(st.from_regex(r"[0-9]{2,6}", fullmatch=True), st.sampled_from(["on", "off", "talk"]), min_size=1)
)
def test_a_map_and_its_rows_say_the_same(told: dict[str, str]) -> None:
    rows = [{"ext": extension, "status": status} for extension, status in told.items()]
    assert read_statuses(answer(told)) == read_statuses(answer({"result": rows})) == told
