"""The real program in a process of its own: webhooks by curl, verbs beside it, hostile senders, its end."""

import json
import shutil
import socket
import subprocess
import time

import pytest

from tests.end_to_end.program import KEY, WEBHOOK_SECRET, Program, wait_for
from tests.pbx.webhook_examples import EXAMPLES

NOTHING_UNDERSTOOD = b"HTTP/1.1 404"


def calls_of(running: Program, callid: str) -> list[dict[str, object]]:
    """The events of one call."""
    return [event for event in running.events() if event["callid"] == callid]


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not here")
def test_every_example_sent_by_curl_is_in_the_journal_in_its_order(running):
    before = len(running.events())
    for target, _ in EXAMPLES.values():
        curl = ["curl", "-s", "-g", "--max-time", "30", "--request-target", f"/{WEBHOOK_SECRET}{target}"]
        header = "Content-Type: application/x-www-form-urlencoded"
        done = subprocess.run(
            [*curl, "-H", header, "-A", "curl/7.64.0", f"http://127.0.0.1:{running.port}/"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert json.loads(done.stdout) == {"status code": 200, "message": "OK"}
    told = running.events()[before:]
    assert [event["event"] for event in told] == [
        *("ringing", "answered", "ended", "reported", "abandoned", "no_answer", "ringing", "answered", "agent_status"),
    ]
    reported = told[3]
    assert (reported["callid"], reported["started"], reported["talk_s"]) == (
        "1709273740.12",
        "2024-03-01T13:15:40+07:00",
        58,
    )
    assert str(reported["recording_url"]).endswith("?id=1709273740.12&file=a%20b.wav")


def test_a_call_of_the_simulator_ends_up_in_the_history(running, pbx):
    record = running.on(pbx, pbx.inbound(ring=("101",), answered_by="101", ring_s=2, talk_s=3))
    days = ("--from", record.calldate[:10], "--to", record.calldate[:10])

    def row() -> dict[str, object] | None:
        rows = running.json("history", *days, "--local")
        return next((row for row in rows if row["callid"] == record.callid and row["talk_s"] is not None), None)

    found = wait_for(row, "the record in the history")
    assert (found["status"], found["talk_s"], found["extension"]) == ("ANSWER", record.talk_s, "101")
    assert [event["event"] for event in calls_of(running, record.callid)] == [
        "ringing",
        "answered",
        "ended",
        "reported",
    ]


def test_a_second_start_ends_at_once_without_windows(running):
    done = running.verb("run", PYTHONPROFILEIMPORTTIME="1")
    assert (done.returncode, done.stdout) == (0, "")
    loaded = [line.rpartition("|")[2].strip() for line in done.stderr.splitlines()]
    assert not [name for name in loaded if name.startswith(("PySide6", "httpx", "keyring", "sqlite3"))]
    assert running.process is not None
    assert running.process.poll() is None


def test_a_dial_is_handed_to_the_running_program_which_refuses_the_second_one(running, pbx):
    pbx.dial_outcome = "busy"
    first = running.verb("dial", "0938 363 739", "--json")
    assert json.loads(first.stdout) == {"digits": "0938363739", "confirmed": True, "said": "The PBX is calling."}
    second = running.verb("dial", "tel:+84938363739")
    assert (second.returncode, second.stdout) == (2, "")
    assert "a moment ago" in second.stderr
    assert running.verb("dial", "call me").returncode == 2
    assert running.verb("dial", "0938363739 or 0912345678").returncode == 2
    assert [c.fields["to_number"] for c in pbx.requests if c.action == "dial"] == ["0938363739"]


def test_a_pause_through_the_running_program_shows_up_as_a_webhook(running, pbx):
    before = len(running.events())
    assert running.verb("pause", "--reason", "Lunch").stdout == "Pause requested.\n"
    wait_for(lambda: any(e["status"] == "pause" for e in running.events()[before:]), "the pause")
    assert running.json("status") == [{"extension": "101", "status": "pause", "queue": None}]
    assert running.verb("unpause").returncode == 0
    wait_for(lambda: running.json("status")[0]["status"] == "on", "the end of the pause")


def test_what_the_pbx_refuses_keeps_its_exit_code_through_the_running_program(running, pbx):
    refused = running.verb("spy", "103", "--mode", "listen")
    assert refused.returncode == 5
    assert "not in a call" in refused.stderr
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        away = running.verb("setup", "--pbx-url", f"http://127.0.0.1:{nobody.getsockname()[1]}")
        assert away.returncode == 0, away.stderr
        for verb in (("pause",), ("dial", "104")):
            done = running.verb(*verb)
            assert done.returncode == 4, done.stderr
    assert running.verb("setup", "--pbx-url", pbx.url).returncode == 0
    assert running.verb("unpause").returncode == 0


def test_a_setting_that_another_process_changes_is_used_at_once(running):
    url = running.verb("webhook-url").stdout
    assert running.verb("setup", "--set", "listener.public_url=https://desk.example.com/hook").returncode == 0
    assert running.verb("webhook-url").stdout == f"https://desk.example.com/hook/{WEBHOOK_SECRET}\n"
    assert running.verb("setup", "--set", "listener.public_url=").returncode == 0
    assert running.verb("webhook-url").stdout == url


def test_the_doctor_finds_the_program_running(running):
    checks = running.json("doctor")
    assert {"level", "title", "advice"} == set(checks[0])
    assert any(check["title"].startswith("Agent Desktop is running") for check in checks)
    assert not [check for check in checks if check["level"] == "failed"]


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"GET /wrong-secret/api/callcenter/hangup?callid=evil HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET /%b/api/callcenter/hangup?callid=evil HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET /%b/api/callcenter/hangup?callid=evil HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://evil.example\r\n\r\n",
        b"GET /%b/api/callcenter/hangup?callid=evil HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: none\r\n\r\n",
    ],
    ids=["wrong secret", "foreign host", "web page", "browser"],
)
def test_a_stranger_is_told_nothing_and_changes_nothing(running, request_bytes):
    before = len(running.events())
    with socket.create_connection(("127.0.0.1", running.port), timeout=30) as connection:
        request = request_bytes.replace(b"%b", WEBHOOK_SECRET.encode())
        connection.sendall(request.replace(b"Host: 127.0.0.1", f"Host: 127.0.0.1:{running.port}".encode()))
        assert connection.recv(4096).startswith(NOTHING_UNDERSTOOD)
    assert len(running.events()) == before


def test_hostile_senders_cost_their_own_connection_only(running):
    hostile = [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500),
        b"GET /" + b"a" * 2_000_000,
        b"GET / HTTP/1.1\r\n" + b"X-Header: y\r\n" * 20_000,
        f"POST /{WEBHOOK_SECRET}/x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 999999999\r\n\r\n".encode()
        + b"x" * 100,
        b"\x00" * 5000,
        b"GET / HTTP/9.9\r\n\r\n",
        b"",
    ]
    held = []
    for request in hostile:
        connection = socket.create_connection(("127.0.0.1", running.port), timeout=30)
        held.append(connection)
        try:
            connection.sendall(request)
        except OSError:
            continue  # it was cut while it sent: that is what is wanted
    assert running.send("/api/callcenter/hangup?callid=after").endswith("200 OK")
    assert calls_of(running, "after")
    for connection in held:
        connection.close()
    for target in ("/nonsense", "/api/callcenter/call_in?\xff\xfe=%ZZ&phone=%00", "/api/callcenter/calldata?callid="):
        assert running.send(target).endswith("200 OK")
    assert [event["event"] for event in running.events()[-3:]] == ["unreadable"] * 3


def test_no_secret_is_in_any_file_of_the_profile(running):
    running.verb("dial", "105")
    running.send("/api/callcenter/hangup?callid=x", secret="wrong")
    names = set()
    for path in running.profile.rglob("*"):
        if path.is_file():
            names.add(path.name)
            content = path.read_bytes()
            assert KEY.encode() not in content, path
            assert WEBHOOK_SECRET.encode() not in content, path
    assert {"journal.db", "settings.toml", "agent-desktop.log"} <= names


def test_nothing_personal_is_in_the_log(running):
    running.send("/api/callcenter/call_in?phone=0938999777&queue=999&extension=101&callid=personal&event=RINGING")
    assert calls_of(running, "personal")
    log = b"".join(path.read_bytes() for path in running.profile.glob("logs/*"))
    assert b"listening" in log
    assert b"0938999777" not in log


def test_it_ends_clean_when_it_is_told_to(running):
    """Last in this file: it ends the program that the others share."""
    assert running.stop() == ""
    log = b"".join(path.read_bytes() for path in running.profile.glob("logs/*"))
    assert b"Traceback" not in log
    assert not (running.profile / "control.sock").exists()
    assert running.verb("status").returncode == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", running.port)) != 0


def test_it_can_be_told_to_end_at_any_moment_of_its_start(program):
    program.set_up()
    for delay in (0.0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8):
        process = program.spawn()
        wait_for(program.is_held, "the profile to be taken")
        time.sleep(delay)
        process.terminate()
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out, err) == (0, "", "")


def test_of_two_starts_at_once_one_runs_and_the_other_ends_without_a_word(program):
    program.set_up()
    first, second = program.spawn(), program.spawn()
    ended = wait_for(lambda: next((p for p in (first, second) if p.poll() is not None), None), "one of them to end")
    assert (ended.returncode, *ended.communicate()) == (0, "", "")
    other = second if ended is first else first
    wait_for(lambda: program.verb("webhook-url").returncode == 0, "the other one to answer")
    other.terminate()
    assert other.communicate(timeout=60) == ("", "")
    assert other.returncode == 0


def test_it_goes_on_when_its_port_is_taken(program):
    program.set_up()
    with socket.create_server(("127.0.0.1", program.port)):
        process = program.spawn()
        wait_for(lambda: b"already listens" in program.log(), "the log to tell")
        assert process.poll() is None
        assert program.verb("webhook-url").stdout.startswith("http://127.0.0.1:")
        process.terminate()
        assert process.communicate(timeout=60) == ("", "")
