from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent_desktop.pbx import fields
from agent_desktop.telephony.events import WITHHELD, CallReported

HANOI = timezone(timedelta(hours=7))
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=4,
)
ROW: dict[str, object] = {
    "direction": "Outbound",
    "queue_name": "",
    "calldate": "2024-03-01 13:15:40",
    "callerid": "101",
    "destination": "0938363739",
    "status": "NO ANSWER",
    "billsec": "0",
    "duration": "12",
    "holdtime": 3,
    "callid": "17.9",
    "did_number": "02473001234",
    "fee": 0.5,
    "recordingpath": "",
}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  101 ", "101"),
        (101, "101"),
        (101.0, "101"),
        (0.5, "0.5"),
        (1e400, ""),
        (-1e400, ""),
        (float("nan"), ""),
        (True, ""),
        (None, ""),
        ([], ""),
        ({"a": 1}, ""),
        pytest.param(10**5000, "", id="endless figure"),
        ("a\r\nb\x00\x1b[31mc", "ab[31mc"),
        ("Nguyễn\u202e\ud800 Hoa", "Nguyễn Hoa"),
        ("1\u00a0000", "1 000"),
        ("x" * 300, "x" * 256),
    ],
)
def test_text_is_one_visible_line(value: object, text: str) -> None:
    assert fields.read_text(value) == text


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("0938363739", "0938363739"),
        (" 84938363739", "+84938363739"),
        (" 84 938 363 739 ", "+84 938 363 739"),
        ("+84938363739", "+84938363739"),
        (" 0938363739", "0938363739"),
        (" 101", "101"),
        ("84938363739 ", "84938363739"),
        (938363739, "938363739"),
        ("anonymous", WITHHELD),
        ("Anonymous", WITHHELD),
        ("Restricted", WITHHELD),
        ("PRIVATE", WITHHELD),
        ("withheld", WITHHELD),
        ("unavailable", WITHHELD),
        ("anonymous@anonymous.invalid", WITHHELD),
        ("unknown", ""),
        ("<unknown>", ""),
        ("", ""),
        ("  ", ""),
        (None, ""),
    ],
)
def test_number(value: object, number: str) -> None:
    assert fields.read_number(value) == number


@pytest.mark.parametrize(
    ("value", "extension"),
    [
        ("101", "101"),
        (101, "101"),
        ("101@pbx.example.com", "101"),
        ("SIP/101", "101"),
        ("sip/101-0000002a", "101"),
        ("PJSIP/101-0000", "101"),
        ("Local/101@from-queue-000a;2", "101"),
        ("sip:101@pbx.example.com", "101"),
        ("sales-1", "sales-1"),
        ("SIP/sales-1", "sales-1"),
        ("101_company", "101_company"),
        ("", ""),
    ],
)
def test_extension(value: object, extension: str) -> None:
    assert fields.read_extension(value) == extension


@pytest.mark.parametrize(("value", "queue"), [("999", "999"), ("queue_x@domain", "queue_x"), ("", ""), (7, "7")])
def test_queue(value: object, queue: str) -> None:
    assert fields.read_queue(value) == queue


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("ANSWER", "ANSWER"),
        ("answered", "ANSWER"),
        ("NO ANSWER", "NOANSWER"),
        ("NO_ANSWER", "NOANSWER"),
        ("NoAnswer", "NOANSWER"),
        ("Abandoned", "ABANDON"),
        ("busy", "BUSY"),
        ("CONGESTION", "CONGESTION"),
        ("Voicemail", "Voicemail"),
        (None, ""),
    ],
)
def test_status(value: object, status: str) -> None:
    assert fields.read_status(value) == status


@pytest.mark.parametrize(("value", "status"), [("Pause", "pause"), ("TALK", "talk"), ("Lunch", "Lunch"), ("", "")])
def test_agent_status(value: object, status: str) -> None:
    assert fields.read_agent_status(value) == status


@pytest.mark.parametrize(
    ("value", "direction"),
    [("Inbound", "inbound"), ("OUTBOUND", "outbound"), ("internal", ""), ("", ""), (None, "")],
)
def test_direction(value: object, direction: str) -> None:
    assert fields.read_direction(value) == direction


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("12", 12),
        (12, 12),
        (12.0, 12),
        ("12.7", 12),
        (" 12 ", 12),
        ("0", 0),
        ("00:01:10", 70),
        ("01:10", 70),
        ("239:59:59", 863_999),
        (863_999, 863_999),
        (864_001, None),
        ("999:00:00", None),
        ("", None),
        (None, None),
        (True, None),
        (-1, None),
        ("-1", None),
        ("abc", None),
        (float("nan"), None),
        (float("inf"), None),
        pytest.param(10**5000, None, id="endless figure"),
        ("١٢", None),
    ],
)
def test_seconds(value: object, seconds: int | None) -> None:
    assert fields.read_seconds(value) == seconds


@pytest.mark.parametrize("between", [" ", "%20", "+", "T", "t", "-", "  "])
@pytest.mark.parametrize(("fraction", "more"), [("", 0.0), (".25", 0.25), (".123456789", 0.123456)])
def test_instant_in_every_spelling(between: str, fraction: str, more: float) -> None:
    assert fields.read_instant(f"2024-03-01{between}13:15:40{fraction}", HANOI) == pytest.approx(
        1709273740 + more, rel=0, abs=1e-5
    )


def test_instant_that_names_its_zone() -> None:
    assert fields.read_instant("2024-03-01T13:15:40Z", HANOI) == 1709298940
    assert fields.read_instant("2024-03-01 13:15:40+07:00", UTC) == 1709273740
    assert fields.read_instant("2024-03-01 13:15:40 -0330", UTC) == 1709311540


def test_instant_follows_the_zone_through_the_year() -> None:
    paris = ZoneInfo("Europe/Paris")
    assert fields.read_instant("2024-01-01 12:00:00", paris) == datetime(2024, 1, 1, 11, tzinfo=UTC).timestamp()
    assert fields.read_instant("2024-07-01 12:00:00", paris) == datetime(2024, 7, 1, 10, tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    "value",
    [
        "",
        None,
        "2024-02-30 10:00:00",
        "2024-13-01 10:00:00",
        "2024-03-01 24:00:00",
        "2024-03-01 10:60:00",
        "0000-00-00 00:00:00",
        "2024-03-01",
        "2024-03-01 13:15",
        "2024-03-01 13:15:4",
        "2024-03-01 13:15:40+99:99",
        "9999-12-31 23:59:59-23:59 and more",
        1709273740,
    ],
)
def test_impossible_instants_are_none(value: object) -> None:
    assert fields.read_instant(value, HANOI) is None


@pytest.mark.parametrize(
    ("value", "url"),
    [
        ("https://pbx.example.com/a.wav?x=1&y=2", "https://pbx.example.com/a.wav?x=1&y=2"),
        ("HTTP://pbx/a b.wav", "HTTP://pbx/a%20b.wav"),
        ("/recordings/a.wav", "/recordings/a.wav"),
        ("2024/03/a.wav", "2024/03/a.wav"),
        ("https://pbx/\r\na\x00.wav", "https://pbx/a.wav"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("ftp://pbx/a.wav", ""),
        ("//elsewhere/a.wav", ""),
        ("\\\\elsewhere\\a.wav", ""),
        ("http:///a.wav", ""),
        ("http://[x/a.wav", ""),
        ("https://pbx/" + "a" * 3000, ""),
        ("", ""),
        (None, ""),
    ],
)
def test_url(value: object, url: str) -> None:
    assert fields.read_url(value) == url


def test_a_pulled_record_of_an_outbound_call() -> None:
    assert fields.reported_call(ROW, HANOI, from_api=True) == CallReported(
        callid="17.9",
        direction="outbound",
        extension="101",
        number="0938363739",
        did="02473001234",
        started=1709273740.0,
        status="NOANSWER",
        duration_s=12,
        talk_s=0,
        hold_s=3,
        complete=True,
        from_api=True,
    )


def test_a_pulled_record_of_an_inbound_call_turns_the_parties_round() -> None:
    row = ROW | {"direction": "inbound", "callerid": " 84938363739", "destination": "101@x", "queue_name": "999@x"}
    call = fields.reported_call(row, HANOI, from_api=True)
    assert call is not None
    assert (call.number, call.extension, call.queue) == ("+84938363739", "101", "999")


def test_without_a_direction_only_a_queue_tells_the_parties_apart() -> None:
    unknown = fields.reported_call(ROW | {"direction": ""}, HANOI, from_api=True)
    queued = fields.reported_call(ROW | {"direction": "", "queue_name": "999"}, HANOI, from_api=True)
    assert unknown is not None
    assert queued is not None
    assert (unknown.direction, unknown.number, unknown.extension) == ("", "", "")
    assert (queued.direction, queued.number, queued.extension) == ("", "101", "0938363739")


@pytest.mark.parametrize("callid", ["", None, " ", []])
def test_a_record_without_a_call_is_none(callid: object) -> None:
    assert fields.reported_call(ROW | {"callid": callid}, HANOI, from_api=True) is None


@pytest.mark.parametrize(
    ("changes", "pushed", "pulled"),
    [
        ({}, True, True),
        ({"billsec": ""}, True, True),
        ({"duration": ""}, True, True),
        ({"billsec": "", "duration": ""}, False, True),
        ({"calldate": "2024-03-01 13:1"}, False, True),
        ({"status": ""}, False, False),
        ({"status": "ANSW"}, False, True),
        ({"status": "NO ANS"}, False, True),
        ({"status": "Voicemail"}, True, True),
    ],
)
def test_a_record_that_was_cut_off_says_so(changes: dict[str, object], pushed: bool, pulled: bool) -> None:
    for from_api, complete in ((False, pushed), (True, pulled)):
        call = fields.reported_call(ROW | changes, HANOI, from_api=from_api)
        assert call is not None
        assert (call.complete, call.from_api) == (complete, from_api)


@settings(deadline=None)
@given(value=ANYTHING)
def test_readers_take_anything(value: Any) -> None:
    for read in (
        fields.read_text,
        fields.read_number,
        fields.read_extension,
        fields.read_queue,
        fields.read_status,
        fields.read_agent_status,
        fields.read_direction,
    ):
        text = read(value)
        assert len(text) <= fields.TEXT_LIMIT
        assert text.isprintable()
        text.encode()
    assert len(fields.read_url(value)) <= fields.URL_LIMIT
    seconds = fields.read_seconds(value)
    assert seconds is None or 0 <= seconds <= fields.LONGEST_CALL_S


@settings(deadline=None)
@given(
    text=st.from_regex(r"[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}[ T+-][0-9]{1,2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{4})?"),
    zone=st.sampled_from([UTC, HANOI, ZoneInfo("America/New_York")]),
)
def test_any_date_is_a_moment_or_none(text: str, zone: tzinfo) -> None:
    moment = fields.read_instant(text, zone)
    assert moment is None or isinstance(moment, float)


@settings(deadline=None)
@given(row=st.dictionaries(st.sampled_from(sorted(ROW)), ANYTHING))
def test_any_row_is_a_record_or_none(row: dict[str, object]) -> None:
    call = fields.reported_call(row, HANOI, from_api=True)
    assert call is None or call.callid
