"""`history` and `events`: the fields that scripts rely on, in their order, from the PBX and from this computer."""

import csv
import io
import json
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.desk.export_file import safe_cell
from agent_desktop.simulator.faults import Faults
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import CallAnswered, CallReported, CallRinging
from tests.cli.raw_server import RawServer, http
from tests.pbx.webhook_examples import EXAMPLES

CALL_FIELDS = [
    *("callid", "started", "direction", "number", "extension", "queue", "did", "status"),
    *("duration_s", "talk_s", "hold_s", "recording_url"),
]
STARTED = 1_709_273_740.0  # 2024-03-01 13:15:40 in Vietnam
DAYS = ("--from", "2024-03-01", "--to", "2024-03-01")


def record(callid: str, started: float = STARTED, **more) -> Call:
    values = {"direction": "inbound", "extension": "101", "number": "0938363739", "status": "ANSWER", "talk_s": 5}
    return Call.of(CallReported(callid, started=started, **{**values, **more}), started)


def rows_of(done) -> list[dict[str, object]]:
    """What `history --json` printed."""
    assert done.code == 0, done.err
    rows: list[dict[str, object]] = json.loads(done.out)
    assert all(list(row) == CALL_FIELDS for row in rows)
    return rows


def test_history_is_what_the_pbx_has_newest_first(agent_desktop, pbx):
    pbx.faults = Faults(php_warning=1)
    pbx.add_history(40, days=2)
    today = datetime.now().astimezone().date()
    first = (today - timedelta(days=3)).isoformat()
    rows = rows_of(agent_desktop("history", "--from", first, "--to", today.isoformat(), "--json"))
    assert {row["callid"] for row in rows} == {one.callid for one in pbx.records}
    started = [datetime.fromisoformat(str(row["started"])) for row in rows]
    assert started == sorted(started, reverse=True)
    assert all(at.tzinfo is not None for at in started)
    for one in pbx.records:
        (row,) = (row for row in rows if row["callid"] == one.callid)
        assert (row["number"], row["status"], row["talk_s"]) == (one.phone, one.status.replace(" ", ""), one.talk_s)
        assert row["direction"] == one.direction.lower()
        assert row["recording_url"] == (one.recording_url or None)


def test_history_without_days_is_today(agent_desktop, pbx):
    pbx.add_history(60, days=4)
    today = datetime.now().astimezone().date()
    rows = rows_of(agent_desktop("history", "--json"))
    assert {row["callid"] for row in rows} == {r.callid for r in pbx.records if r.started.date() == today}
    asked = [call.fields for call in pbx.requests if call.action == "records"]
    assert asked == [{"callid": "", "startdate": today.isoformat(), "enddate": today.isoformat()}]


def test_one_call_is_found_without_knowing_its_day(agent_desktop, pbx):
    pbx.add_history(20, days=30)
    wanted = next(iter(pbx.records)).callid
    rows = rows_of(agent_desktop("history", "--callid", wanted, "--json"))
    assert [row["callid"] for row in rows] == [wanted]


def test_what_the_pbx_leaves_open_is_filled_with_what_is_known_here(agent_desktop):
    live = Call.of(CallRinging("c1", "inbound", "101", "0938363739", "999", "02473001234"), STARTED + 3)
    agent_desktop.keep(live.merge(Call.of(CallAnswered("c1", "inbound", "101"), STARTED + 9)), record("c2", talk_s=1))
    answer = (
        '{"result": [{"callid": "c1", "calldate": "2024-03-01 13:15:40", "status": "ANSWER", "direction": "Inbound",'
        ' "billsec": "7", "duration": "12", "holdtime": 3, "callerid": "", "destination": "101"}], "total": 1}'
    )
    with RawServer(http("200 OK", answer)) as server:
        agent_desktop.set_up(server.url, pbx__zone="Asia/Ho_Chi_Minh")
        rows = rows_of(agent_desktop("history", *DAYS, "--json"))
    by_id = {row["callid"]: row for row in rows}
    assert by_id["c1"] == {
        "callid": "c1",
        "started": "2024-03-01T13:15:40+07:00",
        "direction": "inbound",
        "number": "0938363739",
        "extension": "101",
        "queue": "999",
        "did": "02473001234",
        "status": "ANSWER",
        "duration_s": 12,
        "talk_s": 7,
        "hold_s": 3,
        "recording_url": None,
    }
    assert set(by_id) == {"c1", "c2"}


def test_rows_of_one_call_are_one_call(agent_desktop):
    row = '{"callid": "c1", "calldate": "2024-03-01 13:15:40", "status": "%s", "billsec": "%d", "duration": "9"}'
    answer = '{"result": [' + ", ".join((row % ("NO ANSWER", 0), row % ("ANSWER", 7), row % ("ANSWER", 7))) + "]}"
    with RawServer(http("200 OK", answer)) as server:
        agent_desktop.set_up(server.url, pbx__zone="Asia/Ho_Chi_Minh")
        (found,) = rows_of(agent_desktop("history", *DAYS, "--json"))
    assert (found["status"], found["talk_s"]) == ("ANSWER", 7)


def test_an_empty_day_is_an_empty_list(agent_desktop, pbx):
    pbx.faults = Faults(empty_404=1)
    assert rows_of(agent_desktop("history", *DAYS, "--json")) == []
    done = agent_desktop("history", *DAYS)
    assert (done.out, done.err) == ("", "No calls are known of these days.\n")
    assert agent_desktop("history", *DAYS, "--csv").err == ""


def test_locally_no_pbx_is_asked_and_the_days_are_those_of_the_pbx(agent_desktop):
    agent_desktop.set_up("http://127.0.0.1:9", pbx__zone="Asia/Ho_Chi_Minh")
    midnight = datetime.fromisoformat("2024-03-01T00:00:00+07:00").timestamp()
    agent_desktop.keep(record("before", midnight - 1), record("in", midnight), record("late", midnight + 86399))
    agent_desktop.keep(record("after", midnight + 86400), record("later", midnight + 3600))
    rows = rows_of(agent_desktop("history", "--local", *DAYS, "--json"))
    assert [row["callid"] for row in rows] == ["late", "later", "in"]


def test_more_calls_than_fit_a_page_are_all_told(agent_desktop):
    agent_desktop.set_up("http://127.0.0.1:9", pbx__zone="Asia/Ho_Chi_Minh")
    agent_desktop.keep(*(record(f"c{n}", STARTED + n) for n in range(2500)))
    rows = rows_of(agent_desktop("history", "--local", *DAYS, "--json"))
    assert [row["callid"] for row in rows] == [f"c{n}" for n in reversed(range(2500))]


def test_the_table_to_read_has_a_line_for_each_call(agent_desktop):
    agent_desktop.set_up("http://127.0.0.1:9", pbx__zone="Asia/Ho_Chi_Minh")
    agent_desktop.keep(record("c1", queue="999"), record("c2", STARTED + 60, number="", talk_s=None))
    lines = agent_desktop("history", "--local", *DAYS).out.splitlines()
    assert lines == [
        "2024-03-01 13:16:40  in   -  101  -  ANSWER  c2",
        "2024-03-01 13:15:40  in   0938363739  101  999  ANSWER  talk 5 s  c1",
    ]


@pytest.mark.parametrize(
    "days",
    [("--from", "0001-01-01"), ("--to", "9999-12-31"), ("--from", "0001-01-01", "--to", "9999-12-31")],
    ids=" ".join,
)
@pytest.mark.parametrize("more", [(), ("--callid", "c1")], ids=["", "one call"])
def test_days_at_the_end_of_time_are_days_or_a_usage_error(agent_desktop, days, more):
    agent_desktop.set_up("http://127.0.0.1:9", pbx__zone="Asia/Ho_Chi_Minh")
    assert agent_desktop("history", "--local", *days, *more).code in (0, 2)
    agent_desktop.set_up("http://127.0.0.1:9")
    assert agent_desktop("history", "--local", *days, *more).code in (0, 2)


def test_csv_has_the_same_columns_and_holds_no_formula(agent_desktop):
    agent_desktop.set_up("http://127.0.0.1:9", pbx__zone="Asia/Ho_Chi_Minh")
    evil = ('=HYPERLINK("http://evil.example","Call")', "+1+2", "-2+3", "@SUM(A1)", "=1")
    agent_desktop.keep(*(record(f"c{n}", queue=text, number="+84938363739") for n, text in enumerate(evil)))
    done = agent_desktop("history", "--local", *DAYS, "--csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert list(rows[0]) == CALL_FIELDS
    assert sorted(row["queue"] for row in rows) == sorted(f"'{text}" for text in evil)
    assert {row["number"] for row in rows} == {"+84938363739"}
    assert {row["talk_s"] for row in rows} == {"5"}
    assert {row["hold_s"] for row in rows} == {""}


@given(st.text(max_size=12))
def test_no_text_becomes_a_formula_in_a_spreadsheet(text):
    cell = str(safe_cell(text))
    assert cell in (text, f"'{text}")
    assert cell[:1] not in ("=", "@", "\t", "\r", "\n")
    if cell[:1] in ("+", "-"):
        assert cell[1:].isdigit()


def test_exports_what_this_computer_knows_without_asking_the_pbx(agent_desktop, tmp_path):
    agent_desktop.set_up("http://127.0.0.1:9", pbx__zone="Asia/Ho_Chi_Minh")
    agent_desktop.keep(record("c1", number="=1+1"), record("c2", STARTED + 1), record("c3", STARTED + 86_400))
    target = tmp_path / "calls.csv"
    done = agent_desktop("history", *DAYS, "--export", str(target))
    assert (done.code, done.out) == (0, f"2 calls written to {target}\n")
    heading, *rows = csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig")))
    assert heading[0] == "Started (Asia/Ho_Chi_Minh)"
    assert [(row[0], row[4], row[-1]) for row in rows] == [
        ("2024-03-01T13:15:41+07:00", "0938363739", "c2"),
        ("2024-03-01T13:15:40+07:00", "'=1+1", "c1"),
    ]
    assert agent_desktop("history", *DAYS, "--export", str(tmp_path / "calls.xlsx")).code == 0
    assert agent_desktop("history", "--export", str(tmp_path / "calls.pdf")).code == 2
    assert agent_desktop("history", "--export", str(tmp_path / "none" / "calls.csv")).code == 1


# The journal.


def events_of(done) -> list[dict[str, object]]:
    assert done.code == 0, done.err
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert all(list(row) == ["seq", "received", "event", *CALL_FIELDS] for row in rows)
    return rows


def test_every_example_of_the_pbx_is_told_with_its_fields(agent_desktop):
    agent_desktop.set_up("http://127.0.0.1:9", pbx__zone="Asia/Ho_Chi_Minh")
    agent_desktop.journal(*(target for target, _ in EXAMPLES.values()))
    rows = events_of(agent_desktop("events", "--json"))
    assert [row["event"] for row in rows] == [
        *("ringing", "answered", "ended", "reported", "abandoned", "no_answer", "ringing", "answered", "agent_status"),
    ]
    assert [row["seq"] for row in rows] == list(range(1, 10))
    assert rows[0]["received"] == "2024-03-01T13:15:40.500+07:00"
    told = {name: (row["callid"], row["number"], row["extension"]) for name, row in zip(EXAMPLES, rows, strict=True)}
    assert told["ringing"] == ("17.1", "0938363739", "101")
    assert told["ended"] == ("17.1", None, None)
    assert told["dialling"] == ("17.2", "0938363739", "101")
    assert told["status"] == (None, None, "101")
    reported, abandoned, missed, status = rows[3], rows[4], rows[5], rows[8]
    assert (reported["started"], reported["duration_s"], reported["talk_s"]) == ("2024-03-01T13:15:40+07:00", 70, 58)
    assert str(reported["recording_url"]).endswith("&file=a%20b.wav")
    assert (abandoned["hold_s"], abandoned["status"], missed["status"]) == (42, "ABANDON", "NOANSWER")
    assert status["status"] == "pause"
    assert [rows[0]["direction"], rows[6]["direction"]] == ["inbound", "outbound"]


def test_what_cannot_be_read_is_told_as_unreadable_with_what_it_holds(agent_desktop):
    agent_desktop.journal("/api/callcenter/call_in?phone=0938363739&queue=", "/favicon.ico", "/api/callcenter/hangup")
    rows = events_of(agent_desktop("events", "--json"))
    assert [row["event"] for row in rows] == ["unreadable"] * 3
    assert rows[0]["number"] == "0938363739"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00\xff\xfe",
        b'{"callid": "\\ud800", "phone": "\\u0000\\u001b[31m"}',
        b'{"callid": ' + b"9" * 5000 + b"}",
        b"[" * 5000,
        '{"callid": "c1", "calldate": "0001-01-01 00:00:00", "status": "Đã nghe"}'.encode(),
        b'{"callid": "c1", "calldate": "9999-12-31 23:59:59", "status": "ANSWER", "duration": 1e999}',
    ],
)
@pytest.mark.parametrize("more", [(), ("--json",)], ids=["to read", "json"])
def test_whatever_was_received_can_be_told(agent_desktop, body, more):
    for zone in ("Asia/Ho_Chi_Minh", "America/New_York"):
        agent_desktop.set_up("http://127.0.0.1:9", pbx__zone=zone)
        agent_desktop.journal("/api/callcenter/calldata", body=body)
        done = agent_desktop("events", *more)
        assert done.code == 0
        assert done.out.count("\n") == 1 or zone != "Asia/Ho_Chi_Minh"
        assert "\x1b" not in done.out


def test_the_journal_goes_on_after_a_number(agent_desktop):
    agent_desktop.journal(*(f"/api/callcenter/hangup?callid=c{n}" for n in range(250)))
    assert [row["seq"] for row in events_of(agent_desktop("events", "--json", "--after", "247"))] == [248, 249, 250]
    assert len(events_of(agent_desktop("events", "--json", "--after", "-1"))) == 250
    assert events_of(agent_desktop("events", "--json", "--after", str(10**30))) == []


def test_the_events_of_one_call(agent_desktop):
    agent_desktop.journal("/api/callcenter/hangup?callid=17.1")
    assert len(events_of(agent_desktop("events", "--json", "--callid", "17.1"))) == 1
    assert events_of(agent_desktop("events", "--json", "--callid", "17")) == []
    assert agent_desktop("events", "--callid", "17\udcff").out == ""


def test_without_a_journal_there_is_nothing_to_tell(agent_desktop):
    done = agent_desktop("events", "--json")
    assert (done.code, done.out, done.err) == (0, "", "")
    done = agent_desktop("events")
    assert (done.code, done.out, done.err) == (0, "", "No such webhooks are in the journal.\n")


def test_a_line_to_read_names_what_is_known(agent_desktop):
    agent_desktop.set_up("http://127.0.0.1:9", pbx__zone="Asia/Ho_Chi_Minh")
    agent_desktop.journal(EXAMPLES["ringing"][0])
    assert agent_desktop("events").out == (
        "     1  2024-03-01 13:15:40.500  ringing       callid=17.1 direction=inbound number=0938363739"
        " extension=101 queue=999 did=02473001234\n"
    )
