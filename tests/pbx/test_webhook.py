import json
from datetime import UTC
from urllib.parse import parse_qsl, quote, urlencode

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agent_desktop.pbx.webhook import Request, parse
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import (
    EVENT_NAMES,
    WITHHELD,
    AgentNoAnswer,
    AgentStatusChanged,
    CallAbandoned,
    CallAnswered,
    CallEnded,
    CallReported,
    CallRinging,
    Event,
    Unreadable,
)
from tests.pbx.webhook_examples import CDR, EXAMPLES, RECORDING, STARTED, ZONE

FORM = "application/x-www-form-urlencoded"
CALL_IN = "/api/callcenter/call_in"
CALLDATA = "/api/callcenter/calldata"


def get(target: str, content_type: str = FORM, body: bytes = b"") -> Event:
    return parse(Request("GET", target, content_type, body), ZONE)


def post(path: str, body: bytes, content_type: str = "") -> Event:
    return parse(Request("POST", path, content_type, body), ZONE)


def fields_of(target: str) -> tuple[str, dict[str, str]]:
    """An example's path and parameters; its recording runs to the end."""
    path, _, query = target.partition("?")
    query, _, recording = query.partition("&recordingfile=")
    fields = dict(parse_qsl(query))
    return path, fields | ({"recordingfile": recording} if recording else {})


@pytest.fixture(params=EXAMPLES, ids=list(EXAMPLES))
def documented(request: pytest.FixtureRequest) -> tuple[str, Event]:
    return EXAMPLES[request.param]


def test_url_parameters(documented: tuple[str, Event]) -> None:
    target, event = documented
    assert get(target) == event


def test_encoded_url_parameters(documented: tuple[str, Event]) -> None:
    target, event = documented
    path, fields = fields_of(target)
    assert get(f"{path}?{urlencode(fields)}") == event
    assert get(f"{path}?{urlencode(fields, quote_via=quote)}") == event


@pytest.mark.parametrize("content_type", [FORM, "", "text/plain", "application/json"])
def test_a_posted_form_under_any_content_type(documented: tuple[str, Event], content_type: str) -> None:
    path, fields = fields_of(documented[0])
    assert post(path, urlencode(fields).encode(), content_type) == documented[1]


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", FORM, "", "multipart/form-data"])
@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_json_under_any_method_and_content_type(documented: tuple[str, Event], method: str, content_type: str) -> None:
    path, fields = fields_of(documented[0])
    body = json.dumps(fields).encode()
    assert parse(Request(method, path, content_type, body), ZONE) == documented[1]


@pytest.mark.parametrize(
    "wrap",
    [
        lambda fields: {"data": fields},
        lambda fields: {"result": [fields]},
        lambda fields: [fields],
        lambda fields: [{"data": fields}],
        lambda fields: {"event_name": "x", "extra": {"deep": []}, **fields},
        lambda fields: {name.upper(): value for name, value in fields.items()},
        lambda fields: {
            name: int(value) if value.isdigit() and value[0] != "0" else value for name, value in fields.items()
        },
    ],
    ids=["under data", "under result", "in a list", "in both", "with more", "in capitals", "with figures"],
)
def test_json_in_other_shapes(documented: tuple[str, Event], wrap: object) -> None:
    assert callable(wrap)
    path, fields = fields_of(documented[0])
    assert post(path, json.dumps(wrap(fields)).encode()) == documented[1]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_json_in_other_encodings(encoding: str) -> None:
    body = json.dumps({"callid": "é1"}, ensure_ascii=False).encode(encoding)
    assert post("/api/callcenter/hangup", body) == CallEnded("é1")


def test_a_multipart_form(documented: tuple[str, Event]) -> None:
    path, fields = fields_of(documented[0])
    parts = [
        f'--xyz\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields.items()
    ]
    body = "".join([*parts, "--xyz--\r\n"]).encode()
    assert post(path, body, "multipart/form-data; boundary=xyz") == documented[1]


def test_url_and_body_are_read_together() -> None:
    event = post(f"{CALL_IN}?callid=17.1&phone=", b'{"phone": "0938363739", "callid": "other"}')
    assert event == CallRinging("17.1", "inbound", "", "0938363739")


@pytest.mark.parametrize(
    "path",
    [
        "/API/CallCenter/HANGUP",
        "/api/callcenter/hangup/",
        "//api//callcenter///hangup//",
        "/crm/v2/api/callcenter/hangup",
        "/api/api/callcenter/hangup",
        "/api/callcenter/%68angup",
        "api/callcenter/hangup",
    ],
)
def test_the_path_is_taken_generously(path: str) -> None:
    assert get(f"{path}?callid=17.1") == CallEnded("17.1")


@pytest.mark.parametrize(
    "path", ["/", "", "/api/callcenter", "/api/callcenter/other", "/favicon.ico", "/callcenter/hangup"]
)
def test_another_path_is_unreadable_with_its_fields(path: str) -> None:
    event = get(f"{path}?callid=17.1&phone=0938363739&extension=101&queue=9&did=1&status=busy")
    assert event == Unreadable("path", "17.1", "101", "0938363739", "9", "1", "busy")


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Ring", CallRinging),
        ("RING", CallRinging),
        ("ringing", CallRinging),
        ("", CallRinging),
        ("Answer", CallAnswered),
        ("ANSWERED", CallAnswered),
        (" answer ", CallAnswered),
    ],
)
@pytest.mark.parametrize(("path", "direction"), [("call_in", "inbound"), ("init", "outbound")])
def test_words_for_progress(word: str, kind: type, path: str, direction: str) -> None:
    event = get(f"/api/callcenter/{path}?callid=17.1&extension=101&phone=0938&event={quote(word)}")
    assert event == kind("17.1", direction, "101", "0938")
    assert get(f"/api/callcenter/{path}?callid=17.1") == CallRinging("17.1", direction)  # type: ignore[arg-type]


def test_an_unknown_word_is_kept_as_it_came() -> None:
    event = get(f"{CALL_IN}?phone=0938&extension=101&callid=17.1&event=Hold On&queue=9&did=1")
    assert event == Unreadable("event", "17.1", "101", "0938", "9", "1", "Hold On")


@pytest.mark.parametrize("path", ["call_in", "init", "hangup", "calldata"])
def test_without_a_call_it_is_unreadable(path: str) -> None:
    event = get(f"/api/callcenter/{path}?phone=0938363739&queue=")
    assert event == Unreadable("callid", number="0938363739")


def test_a_ring_cut_off_behind_its_extension_still_says_whose_phone_rings() -> None:
    event = get(f"{CALL_IN}?phone=0938363739&queue=999&extension=101&call")
    assert event == CallRinging("", "inbound", "101", "0938363739", "999")


def test_the_record_family_of_names() -> None:
    inbound = "callid=17.1&callerid=0938363739&destination=101&queue_name=999@x&did_number=0247"
    outbound = "callid=17.1&callerid=SIP/101&destination=0938363739"
    record = f"{inbound}&direction=Inbound&calldate=2024-03-01T13:15:40&duration=70&billsec=58&status=ANSWERED"
    assert get(f"{CALL_IN}?{inbound}") == CallRinging("17.1", "inbound", "101", "0938363739", "999", "0247")
    assert get(f"/api/callcenter/init?{outbound}") == CallRinging("17.1", "outbound", "101", "0938363739")
    assert get(f"{CALLDATA}?{record}&recordingpath=/r/1.wav") == CallReported(
        "17.1", "inbound", "101", "0938363739", "999", "0247", STARTED, "ANSWER", 70, 58, None, "/r/1.wav"
    )
    assert get(f"{CALLDATA}?{inbound}&status=ABANDON&holdtime=3") == CallAbandoned("17.1", "0938363739", "999", 3)
    assert get(f"{CALLDATA}?{inbound}&status=NOANSWER") == AgentNoAnswer("17.1", "101", "0938363739", "999")
    assert get(f"/nowhere?{inbound}") == Unreadable("path", "17.1", "", "", "999", "0247")


@pytest.mark.parametrize("status", ["NOANSWER", "NO ANSWER", "no_answer"])
def test_an_agent_who_did_not_answer_is_not_a_record(status: str) -> None:
    agent = f"{CALLDATA}?callid=17.1&status={quote(status)}&queue=9&extension=101&phone=0938"
    assert get(agent) == AgentNoAnswer("17.1", "101", "0938", "9")
    assert get(f"{agent}&calldate=&duration=&billsec=&direction=") == AgentNoAnswer("17.1", "101", "0938", "9")
    for field in ("calldate=2024-03-01 13:15:40", "duration=9", "billsec=0", "direction=Outbound"):
        event = get(f"{agent}&{field}")
        assert isinstance(event, CallReported)
        assert (event.status, event.complete) == ("NOANSWER", False)
    assert isinstance(get(f"{CALLDATA}?callid=17.1&status=NOANSWER"), CallReported)


@pytest.mark.parametrize(
    "query",
    [
        "callid=17.1&calldate=",
        "callid=17.1",
        "callid=17.1&calldate=2024-03-01 13:15:40&duration=70&billsec=58",
        "callid=17.1&calldate=2024-03-01 13:15:40&status=ANSWER",
        "callid=17.1&calldate=2024-03-01 13:15:40&duration=70&billsec=58&status=ANSW",
        "callid=17.1&calldate=2024-02-30 13:15:40&duration=70&billsec=58&status=ANSWER",
    ],
)
def test_a_record_that_was_cut_off_is_not_complete(query: str) -> None:
    event = get(f"{CALLDATA}?{query}")
    assert isinstance(event, CallReported)
    assert (event.callid, event.complete, event.from_api) == ("17.1", False, False)


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("phone=anonymous", WITHHELD),
        ("phone=unknown", ""),
        ("phone=", ""),
        ("phone=+84938363739", "+84938363739"),
        ("phone=%2B84938363739", "+84938363739"),
        ("phone=%2084938363739", "+84938363739"),
        ("phone=&phone=%20&phone=0938&phone=0939", "0938"),
        ("PHONE=0938", "0938"),
        ("%70hone=0938", "0938"),
        ("phone=09%", "09%"),
        ("phone=09%zz%00%0a1", "09%zz1"),
        ("phone", ""),
        ("phone=0938&&&=&=x", "0938"),
        ("phone=Nguy%E1%BB%85n", "Nguyễn"),
        ("phone=Nguyễn", "Nguyễn"),
        ("phone=" + "9" * 999, "9" * 256),
    ],
)
def test_numbers_in_the_url(query: str, number: str) -> None:
    assert get(f"{CALL_IN}?callid=17.1&{query}") == CallRinging("17.1", "inbound", number=number)


def test_bytes_that_are_no_text_are_replaced() -> None:
    assert get("/api/callcenter/hangup?callid=a%ff%e1%bb") == CallEnded("a\ufffd\ufffd")


HEAD = "callid=17.1&phone=0938&did=1&status=ANSWER"


@pytest.mark.parametrize(
    ("query", "url"),
    [
        (f"{HEAD}&recordingfile=https://x/p?id=1&file=a b.wav&t==#2", "https://x/p?id=1&file=a%20b.wav&t==#2"),
        (f"{HEAD}&recordingfile=https://x/p?id=1&phone=2&status=3", "https://x/p?id=1&phone=2&status=3"),
        (f"{HEAD}&recordingfile=https://x/a+b%2Fc%20d.wav", "https://x/a+b%2Fc%20d.wav"),
        (f"{HEAD}&recordingfile=https%3A%2F%2Fx%2Fp%3Fid%3D1%26n%3Da+b", "https://x/p?id=1&n=a%20b"),
        (f"{HEAD}&recordingfile=%2Fr%2F1.wav&x=1", "/r/1.wav"),
        (f"{HEAD}&recordingfile=https://x/a.wav&duration=70", "https://x/a.wav"),
        (f"{HEAD}&recordingfile=https://x/a.wav?u=v&duration=70&direction=Inbound", "https://x/a.wav?u=v"),
        (f"{HEAD}&recordingfile=https://x/%0d%0aa%00.wav", "https://x/a.wav"),
        (f"{HEAD}&recordingfile=&recordingfile=https://x/a.wav", "https://x/a.wav"),
        (f"{HEAD}&recordingfile=javascript:alert(1)", ""),
        (f"recordingfile=https://x/a.wav&{HEAD}", "https://x/a.wav"),
        (f"{HEAD}&recordingfile=", ""),
    ],
)
def test_a_recording_runs_to_the_end_unless_fields_of_ours_follow(query: str, url: str) -> None:
    event = get(f"{CALLDATA}?{query}")
    assert isinstance(event, CallReported)
    assert event.recording_url == url
    assert (event.callid, event.number, event.did, event.status) == ("17.1", "0938", "1", "ANSWER")
    assert event.duration_s == (70 if "duration" in query else None)


@pytest.mark.parametrize(
    ("query", "event"),
    [
        ("extension=101&status=TALK", AgentStatusChanged("101", "talk")),
        ("extension=101@pbx&status=Lunch", AgentStatusChanged("101", "Lunch")),
        ("extension=101", Unreadable("status", extension="101")),
        ("status=on", Unreadable("extension", status="on")),
        ("", Unreadable("extension")),
    ],
)
def test_agent_status(query: str, event: Event) -> None:
    assert get(f"/api/Agent/ChangeStatus?{query}") == event


def test_json_that_was_cut_off_gives_what_stands_whole() -> None:
    body = json.dumps(fields_of(EXAMPLES["reported"][0])[1] | {"duration": 70}).encode()
    event = post(CALLDATA, body[: body.index(b'"direction"')] + b'"direction": "Inb')
    assert event == CallReported(
        CDR.callid, "", "101", CDR.number, "", CDR.did, STARTED, "ANSWER", 70, 58, complete=True
    )
    event = post(CALLDATA, b'{"callid": "17.1", "holdtime": 12')
    assert event == CallReported("17.1", complete=False)


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"{}" * 9,
        b"[{},{}]",
        b'[{"callid":"1"},{"callid":"2"}]',
        b'"x"',
        b"\x00\xff{",
    ],
)
def test_bodies_that_hold_no_event(body: bytes) -> None:
    assert post("/api/callcenter/hangup", body) == Unreadable("callid")


def test_every_cut_of_every_example_agrees_with_the_whole() -> None:
    """Whatever arrives is a part of the truth: merged with the whole event it changes nothing that the whole states."""
    for target, whole in EXAMPLES.values():
        for end in range(len(target)):
            part = get(target[:end])
            assert type(part) in EVENT_NAMES
            assert isinstance(part, Unreadable | type(whole) | CallRinging | CallReported)
            for name in ("callid", "extension", "number", "queue", "did"):
                text = getattr(part, name, "")
                assert str(getattr(whole, name, text)).startswith(text)
            if isinstance(part, CallReported):
                assert not part.complete or target[:end].count("&") >= 4


def test_every_cut_of_a_record_leaves_the_whole_record_as_it_is() -> None:
    target, whole = EXAMPLES["reported"]
    assert isinstance(whole, CallReported)
    for end in range(target.index("&calldate"), target.index("&recordingfile")):
        part = get(target[:end])
        assert isinstance(part, CallReported)
        merged = Call.from_events([(part, 5.0), (whole, 6.0)]).record()
        assert merged == Call.from_events([(CallReported(whole.callid, complete=False), 5.0), (whole, 6.0)]).record()


@settings(deadline=None)
@given(
    method=st.sampled_from(["GET", "POST"]),
    path=st.sampled_from([target.partition("?")[0] for target, _ in EXAMPLES.values()]) | st.text(),
    query=st.text() | st.text(alphabet="&=?%recodingflpht/:+ 0"),
    content_type=st.sampled_from([FORM, "application/json", ""]) | st.text(),
    body=st.binary() | st.text(alphabet='{}[]":,callid \\0').map(str.encode),
)
@example("POST", CALLDATA, "", "", b'{"callid": "\\ud800"}')
@example("POST", CALLDATA, "", "", b'{"callid": 1e999, "duration": NaN}')
@example("POST", CALLDATA, "", "", b"--\r\nform-data; name=callid\r\n\r\n1")
@example("GET", CALLDATA, "recordingfile=http://[&recordingfile=//", "", b"")
def test_anything_is_an_event(method: str, path: str, query: str, content_type: str, body: bytes) -> None:
    event = parse(Request(method, f"{path}?{query}", content_type, body), UTC)
    assert type(event) in EVENT_NAMES
    for name in ("callid", "extension", "number", "queue", "did", "status", "reason"):
        text = getattr(event, name, "")
        assert len(text) <= 256
        assert text.isprintable()
        text.encode()


@settings(deadline=None)
@given(fields=st.dictionaries(st.sampled_from(["callid", "phone", "queue", "extension"]), st.text(), min_size=4))
def test_the_transport_does_not_matter(fields: dict[str, str]) -> None:
    form = urlencode(fields)
    assert get(f"{CALL_IN}?{form}") == post(CALL_IN, form.encode()) == post(CALL_IN, json.dumps(fields).encode())


def test_a_reason_names_a_field_and_never_its_content() -> None:
    event = get(f"{CALL_IN}?callid=17.1&event=0938363739")
    assert isinstance(event, Unreadable)
    assert event.reason == "event"
    assert RECORDING not in repr(get(f"/nowhere?recordingfile={RECORDING}"))
