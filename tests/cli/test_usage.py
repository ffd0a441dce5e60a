"""Usage errors, help, and what is printed where it is read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from agent_desktop import __version__
from agent_desktop.cli.arguments import parse
from tests.cli.conftest import KEY, WEBHOOK_SECRET

VERBS = (
    *("run", "demo", "setup", "webhook-url", "dial", "pause", "unpause", "status", "queue", "spy"),
    *("history", "events", "simulate", "doctor"),
)


def program(profile: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """The program in a process of its own."""
    secrets = {"AGENT_DESKTOP_KEY": KEY, "AGENT_DESKTOP_WEBHOOK_SECRET": WEBHOOK_SECRET}
    return subprocess.run(
        [sys.executable, "-m", "agent_desktop", *arguments],
        env={**os.environ, "AGENT_DESKTOP_PROFILE": str(profile), **secrets, **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("fly",),
        ("dial",),
        ("dial", "102", "103"),
        ("spy", "102"),
        ("spy", "102", "--mode", "eavesdrop"),
        ("history", "--from", "yesterday"),
        ("history", "--from", "2024-02-30"),
        ("history", "--csv", "--json"),
        ("history", "--from", "2024-03-02", "--to", "2024-03-01"),
        ("events", "--after", "x"),
        ("events", "--colour"),
        ("setup", "--key", "secret"),
        ("--profile",),
        ("demo", "--seconds", "soon"),
        ("simulate", "--fault", "earthquake"),
        ("simulate", "--script", "/nowhere/at/all"),
        ("simulate", "--speed", "0"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_read_is_exit_2(agent_desktop, arguments):
    assert agent_desktop(*arguments).code == 2


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_a_help(agent_desktop, verb):
    done = agent_desktop(verb, "--help")
    assert done.code == 0
    assert "usage" in done.out


def test_the_help_tells_of_every_verb_and_exit_code(agent_desktop):
    done = agent_desktop("--help")
    assert done.code == 0
    assert all(verb in done.out for verb in VERBS)
    assert "4 PBX not reachable" in done.out
    assert "AGENT_DESKTOP_PROFILE" in done.out


@pytest.mark.parametrize("arguments", [("--help",), ("frobnicate",), ("typeset", "--help")], ids=" ".join)
def test_what_only_the_windows_call_is_offered_to_nobody(agent_desktop, arguments):
    done = agent_desktop(*arguments)
    assert "typeset" not in done.out + done.err.partition("(choose")[2]
    assert done.code == (0 if arguments == ("--help",) else 2)


def test_the_version_is_told(agent_desktop):
    assert agent_desktop("--version").out == f"Agent Desktop {__version__}\n"


def test_a_broken_settings_file_is_said_in_one_line_and_left_alone(agent_desktop):
    agent_desktop.profile.create()
    agent_desktop.profile.settings_file.write_bytes(b"[pbx\nurl = \xff")
    for verb in (("status",), ("history",), ("events",), ("webhook-url",), ("setup", "--extension", "101")):
        done = agent_desktop(*verb)
        assert done.code == 2
        assert "settings file cannot be read" in done.err
    assert agent_desktop.profile.settings_file.read_bytes() == b"[pbx\nurl = \xff"


def test_a_profile_that_is_a_file_is_said_plainly(agent_desktop, tmp_path):
    (tmp_path / "file").write_text("")
    done = agent_desktop("--profile", str(tmp_path / "file"), "setup", "--extension", "101")
    assert done.code in (1, 2)


def test_a_database_that_is_none_is_said_plainly(agent_desktop):
    agent_desktop.profile.create()
    agent_desktop.profile.database.write_bytes(b"not a database " * 1000)
    for verb in (("events",), ("events", "--json"), ("history", "--local")):
        done = agent_desktop(*verb)
        assert done.code == 1
        assert "journal" in done.err


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_what_is_piped_is_utf_8_wherever_it_runs(agent_desktop, encoding):
    agent_desktop.journal("/api/callcenter/call_in?phone=0938363739&queue=B%C3%A1n%20h%C3%A0ng&extension=101&callid=1")
    for more in ((), ("--json",)):
        done = program(agent_desktop.profile.root, "events", *more, PYTHONIOENCODING=encoding)
        assert (done.returncode, done.stderr) == (0, b"")
        assert "Bán hàng" in done.stdout.decode("utf-8")


def test_a_reader_that_has_seen_enough_is_no_error(agent_desktop):
    agent_desktop.journal(*(f"/api/callcenter/hangup?callid={n}" for n in range(2000)))
    command = f"{sys.executable} -m agent_desktop events --json | head -n 1"
    environment = {**os.environ, "AGENT_DESKTOP_PROFILE": str(agent_desktop.profile.root)}
    done = subprocess.run(
        ["/bin/bash", "-c", f"set -o pipefail; {command}"], env=environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"\n") == 1


def test_a_verb_that_only_reads_makes_no_profile(agent_desktop):
    for verb in (("status",), ("events",), ("history", "--local")):
        agent_desktop(*verb)
    assert not agent_desktop.profile.root.exists()


def test_the_lightest_verbs_load_no_windows_and_no_http(agent_desktop):
    code = (
        "import sys; from agent_desktop.cli import main; main(['events']);"
        "print([m for m in ('PySide6', 'httpx', 'keyring', 'phonenumbers') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "AGENT_DESKTOP_PROFILE": str(agent_desktop.profile.root)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout == "[]\n"


def test_the_verb_of_the_windows_is_taken_alone_or_behind_a_profile():
    assert parse(["typeset"]).verb == parse(["--profile", "there", "typeset"]).verb == "typeset"
    assert parse(["recording", "typeset", "--save", "a.wav"]).verb == "recording"
    assert parse(["dial", "typeset"]).verb == "dial"
