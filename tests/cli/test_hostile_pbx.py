"""Whatever is at the PBX's address, a verb ends with its exit code and one plain message, and shows no key."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.cli.conftest import KEY
from tests.cli.raw_server import RawServer, http

PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>"
WARNING = "<br />\n<b>Warning</b>:  Undefined array key [0] in <b>/srv/Agent.php</b> on line <b>118</b><br />\n"
REFUSAL = '{"status": false, "error": "No permission for this."}'
HISTORY = ("history", "--from", "2024-03-01", "--to", "2024-03-02")
TELLS = (("dial", "0938363739"), ("pause",), ("unpause",), ("spy", "102", "--mode", "listen"))
ASKS = (("status",), ("queue",), HISTORY)


@pytest.mark.parametrize("verb", [*TELLS, *ASKS], ids=lambda verb: verb[0])
@pytest.mark.parametrize(
    "answer",
    [
        http("200 OK", REFUSAL),
        http("403 Forbidden", REFUSAL),
        http("200 OK", WARNING + REFUSAL, "text/html"),
        http("200 OK", "\ufeff" + REFUSAL),
    ],
    ids=["at 200", "at 403", "after a PHP warning", "after a byte order mark"],
)
def test_the_pbx_own_error_is_exit_5_in_its_words(agent_desktop, verb, answer):
    with RawServer(answer) as server:
        agent_desktop.set_up(server.url)
        done = agent_desktop(*verb)
    assert done.code == 5
    assert "No permission for this" in done.err
    assert len(server.requests) == 1


@pytest.mark.parametrize("verb", TELLS, ids=lambda verb: verb[0])
@pytest.mark.parametrize(
    "answer",
    [http("502 Bad Gateway", PAGE, "text/html"), http("503 Service Unavailable", b""), "reset", "cut"],
    ids=["502 page", "empty 503", "reset", "cut"],
)
def test_what_changes_something_is_sent_once_and_unreachable_is_exit_4(agent_desktop, verb, answer):
    with RawServer(answer) as server:
        agent_desktop.set_up(server.url)
        done = agent_desktop(*verb)
    assert done.code == 4
    assert "<" not in done.err
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("verb", "answer"),
    [(ASKS[0], http("502 Bad Gateway", PAGE, "text/html")), (ASKS[1], "reset"), (ASKS[2], "cut")],
    ids=["502 page", "reset", "cut"],
)
def test_a_question_is_asked_again_before_it_is_exit_4(agent_desktop, verb, answer):
    with RawServer(answer) as server:
        agent_desktop.set_up(server.url)
        assert agent_desktop(*verb).code == 4
    assert len(server.requests) == 3


@pytest.mark.parametrize("verb", [*TELLS[:2], ASKS[0]], ids=lambda verb: verb[0])
def test_nobody_there_is_exit_4(agent_desktop, verb):
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        agent_desktop.set_up(f"http://127.0.0.1:{held.getsockname()[1]}")
        done = agent_desktop(*verb)
    assert done.code == 4
    assert "Nothing answers" in done.err


def test_a_name_that_is_not_found_is_exit_4(agent_desktop):
    agent_desktop.set_up("https://pbx.invalid")
    done = agent_desktop("pause")
    assert done.code == 4
    assert "name cannot be found" in done.err


def test_a_server_without_encryption_at_an_https_address_is_exit_4(agent_desktop):
    with RawServer(http("200 OK", "[]")) as server:
        agent_desktop.set_up(server.url.replace("http:", "https:"))
        assert agent_desktop("pause").code == 4


@pytest.mark.parametrize("verb", ASKS, ids=lambda verb: verb[0])
@pytest.mark.parametrize(
    "answer",
    [
        http("200 OK", "\x00\x01garbage", "application/octet-stream"),
        http("200 OK", "<html><body>Please sign in</body></html>", "text/html"),
        http("200 OK", '{"result": [{"colour": "green"}]}'),
        http("200 OK", "42"),
        http("200 OK", '{"result": '),
        http("404 Not Found", "<html><body>404 Page Not Found</body></html>", "text/html"),
        http("302 Found", b"").replace(b"\r\n\r\n", b"\r\nLocation: /login\r\n\r\n"),
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
        http("200 OK", b"x" * 1000).replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n"),
        http("200 OK", b"[" * 100_000),
    ],
    ids=["binary", "page", "other data", "figure", "half", "404 page", "redirect", "ssh", "no gzip", "nested"],
)
def test_an_answer_that_makes_no_sense_is_exit_6(agent_desktop, verb, answer):
    with RawServer(answer) as server:
        agent_desktop.set_up(server.url)
        done = agent_desktop(*verb)
    assert done.code == 6, done.err
    assert "garbage" not in done.err


@pytest.mark.parametrize("verb", TELLS[1:], ids=lambda verb: verb[0])
def test_a_web_page_takes_no_order(agent_desktop, verb):
    with RawServer(http("200 OK", "<!DOCTYPE html><html><body>Please sign in</body></html>", "text/html")) as server:
        agent_desktop.set_up(server.url)
        assert agent_desktop(*verb).code == 6


def test_an_answer_without_end_is_exit_6(agent_desktop):
    endless = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[" + b'"x",' * 2_000_000
    with RawServer(endless) as server:
        agent_desktop.set_up(server.url)
        done = agent_desktop("status")
    assert done.code == 6
    assert "too long" in done.err


@pytest.mark.parametrize("verb", [*TELLS, *ASKS], ids=lambda verb: verb[0])
def test_a_key_that_the_pbx_repeats_is_not_shown(agent_desktop, verb):
    escaped = "".join(f"\\u{ord(char):04x}" for char in KEY)
    answer = f'{{"status": false, "error": "Invalid API key {KEY} or {escaped} or {KEY.upper()}"}}'
    with RawServer(http("403 Forbidden", answer)) as server:
        agent_desktop.set_up(server.url)
        done = agent_desktop(*verb)
    assert done.code == 5
    assert KEY.upper() not in done.err


@pytest.mark.parametrize(
    ("verb", "answer", "shown"),
    [
        (("status",), WARNING + '{"result": [{"ext": "101", "status": "pause"}]}', "101      pause"),
        (("status",), '{"101@demo": "on"}', "101      on"),
        (("queue",), '{"data": {"999": [{"exten": "102", "state": "talk"}]}}', "102      talk       999"),
        (("status", "7"), "[]", "7        unknown"),
        (("dial", "102"), '"Success"', "102: The PBX is calling."),
        (("dial", "102"), "\r\n Success \n", "102: The PBX is calling."),
        (("dial", "102"), "Queued", "102: Sent to the PBX, which did not confirm it. It said: Queued"),
        (("dial", "102"), "", "102: Sent to the PBX, which did not confirm it."),
        (("pause",), "1", "Pause requested."),
    ],
)
def test_an_odd_answer_that_can_be_understood_is_understood(agent_desktop, verb, answer, shown):
    with RawServer(http("200 OK", answer, "text/html")) as server:
        agent_desktop.set_up(server.url)
        done = agent_desktop(*verb)
    assert (done.code, done.out.strip()) == (0, shown)


def test_the_escape_sequences_of_an_answer_do_not_reach_the_terminal(agent_desktop):
    with RawServer(http("200 OK", '{"status": false, "error": "no \\u001b[31mred\\u0007 \\u202e words"}')) as server:
        agent_desktop.set_up(server.url)
        done = agent_desktop("pause")
    assert done.code == 5
    assert done.err.rstrip("\n").isprintable()


@dataclass
class HungDial:
    """A dial to a PBX that never answers, in a process of its own."""

    process: "subprocess.Popen[str]"
    server: RawServer
    began: float
    took: float = 0.0

    def watch(self) -> None:
        self.process.wait()
        self.took = time.monotonic() - self.began


@pytest.fixture(scope="module", autouse=True)
def hung_dial(tmp_path_factory) -> Iterator[HungDial]:
    """It begins with this file's first test, and takes its time beside the rest."""
    profile = tmp_path_factory.mktemp("hung")
    with RawServer("hang") as server:
        environment = {**os.environ, "AGENT_DESKTOP_PROFILE": str(profile), "AGENT_DESKTOP_KEY": KEY}
        program = [sys.executable, "-m", "agent_desktop"]
        settings = ("--pbx-url", server.url, "--domain", "demo", "--extension", "101")
        subprocess.run([*program, "setup", *settings], env=environment, check=True, capture_output=True)
        dialling = [*program, "dial", "0938363739"]
        began = time.monotonic()
        with subprocess.Popen(
            dialling, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            dial = HungDial(process, server, began)
            watch = threading.Thread(target=dial.watch, name="hung dial", daemon=True)
            watch.start()
            yield dial
            process.kill()
        watch.join()


def test_a_question_that_is_never_answered_is_exit_4_soon(agent_desktop):
    with RawServer("hang") as server:
        agent_desktop.set_up(server.url, pbx__timeout_seconds="1")
        done = agent_desktop("status")
    assert done.code == 4
    assert "did not answer in time" in done.err


def test_a_dial_that_is_never_answered_is_sent_once_and_exit_4_within_30_seconds(hung_dial):
    out, err = hung_dial.process.communicate(timeout=60)
    assert (hung_dial.process.returncode, out) == (4, "")
    assert hung_dial.took < 30
    assert "phone" in err
    assert KEY not in err
    assert len(hung_dial.server.requests) == 1
