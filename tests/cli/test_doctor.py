"""The doctor: what it finds, and its exit code, which is that of what fails."""

import json
import socket
import sys
from pathlib import Path

import pytest

from agent_desktop.cli import doctor
from agent_desktop.desk.settings import ListenerSettings


def checks_of(done) -> list[tuple[str, str]]:
    """The level and title of each finding."""
    checks = json.loads(done.out)
    assert all(set(check) == {"level", "title", "advice"} for check in checks)
    assert all(check["advice"] for check in checks if check["level"] == "failed")
    return [(check["level"], check["title"]) for check in checks]


def test_a_desk_that_works_has_nothing_that_fails(agent_desktop, pbx):
    done = agent_desktop("doctor", "--json")
    checks = checks_of(done)
    assert done.code == 0
    assert "failed" not in [level for level, _ in checks]
    titles = [title for _, title in checks]
    assert "The PBX answered, and took the key." in titles
    assert "Extension 101 is known there." in titles
    assert any(title.startswith("Webhooks can be received at 127.0.0.1") for title in titles)


def test_a_line_to_read_begins_with_its_level(agent_desktop, pbx):
    lines = agent_desktop("doctor").out.splitlines()
    assert {line[:4] for line in lines} <= {"ok  ", "hint", "FAIL"}


def test_a_pbx_that_cannot_be_reached_gives_the_code_of_that(agent_desktop):
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        agent_desktop.set_up(f"http://127.0.0.1:{held.getsockname()[1]}")
        done = agent_desktop("doctor")
    assert done.code == 4
    assert "FAIL  Nothing answers at the PBX's address and port." in done.out


def test_a_program_that_is_not_set_up_gives_the_code_of_that(agent_desktop):
    done = agent_desktop("doctor")
    assert done.code == 3
    assert "FAIL  Still missing: PBX address, domain, extension." in done.out


def test_a_key_that_the_pbx_does_not_take_gives_the_code_of_that(agent_desktop, pbx):
    agent_desktop.set_environment("AGENT_DESKTOP_KEY", "another-key")
    done = agent_desktop("doctor")
    assert done.code == 5
    assert "another-key" not in done.out


def test_a_settings_file_that_cannot_be_read_gives_the_code_of_that(agent_desktop):
    agent_desktop.profile.create()
    agent_desktop.profile.settings_file.write_text("[pbx")
    done = agent_desktop("doctor")
    assert done.code == 2
    assert "FAIL  The settings file cannot be read." in done.out


def test_a_setting_that_cannot_be_used_is_a_hint(agent_desktop, pbx):
    with agent_desktop.profile.settings_file.open("a", encoding="utf-8") as file:
        file.write('[future]\nkey = "an old password"\n')
    done = agent_desktop("doctor", "--json")
    assert done.code == 0
    assert ("warning", "The setting future.key in the settings file cannot be used.") in checks_of(done)
    assert "password" not in done.out


@pytest.mark.parametrize(("listen", "words"), [("127.0.0.1:{port}", "Address already in use"), ("desk.invalid:0", "")])
def test_an_address_that_cannot_be_listened_at_is_exit_1(agent_desktop, pbx, listen, words):
    with socket.create_server(("127.0.0.1", 0)) as other:
        where = listen.format(port=other.getsockname()[1])
        agent_desktop.set_up(pbx.url, listener__listen=where)
        done = agent_desktop("doctor", "--json")
    assert done.code == 1
    failed = [title for level, title in checks_of(done) if level == "failed"]
    assert len(failed) == 1
    assert failed[0].startswith("Webhooks cannot be received at")
    assert words in failed[0]


@pytest.mark.parametrize(("platform", "options"), [("win32", []), ("linux", [socket.SO_REUSEADDR])])
def test_a_port_is_tried_without_sharing_it_with_whoever_has_it(monkeypatch, platform, options):
    """On Windows that option would let two programs listen at one port."""
    used = []

    class Probe(socket.socket):
        def setsockopt(self, *arguments):
            used.append(arguments[1])
            super().setsockopt(*arguments)

    monkeypatch.setattr(socket, "socket", Probe)
    monkeypatch.setattr(sys, "platform", platform)
    assert doctor._way_in(ListenerSettings(listen="127.0.0.1:0")).level == "ok"
    assert used == options


@pytest.mark.parametrize("listen", ["*:0", "0.0.0.0:0", "[::1]:0", "localhost:0"])
def test_every_spelling_of_an_address_that_the_listener_takes_is_fine(agent_desktop, pbx, listen):
    agent_desktop.set_up(pbx.url, listener__listen=listen)
    assert agent_desktop("doctor").code == 0


def test_a_certificate_that_cannot_be_used_fails(agent_desktop, pbx):
    agent_desktop.set_up(pbx.url, listener__listen="127.0.0.1:0", listener__tls_certificate="missing.pem")
    done = agent_desktop("doctor", "--json")
    assert done.code == 1
    assert ("failed", f"The TLS certificate {Path('missing.pem').absolute()} does not exist.") in checks_of(done)


def test_what_the_running_program_complains_of_fails(agent_desktop, pbx, monkeypatch):
    told = [
        {"topic": "listener", "level": "error", "title": "The port is taken.", "advice": "Choose another."},
        {"topic": "keyring", "level": "warning", "title": "The keyring is locked.", "advice": "Unlock it."},
        {"topic": "pbx", "level": "warning", "title": "The PBX was away.", "advice": "Wait."},
    ]
    lost = {"level": "failed", "title": "A test call did not arrive.", "advice": "Restart Agent Desktop."}
    keys = {"dial_selection": "", "focus_pop": "Another program has it."}
    answers = {"webhook-url": "http://127.0.0.1:1/x", "notices": told, "self-test": [lost], "keys": keys}
    monkeypatch.setattr(doctor, "ask_running", lambda profile, verb: (True, answers[verb]))
    done = agent_desktop("doctor", "--json")
    assert done.code == 1
    checks = checks_of(done)
    assert ("ok", "Agent Desktop is running.") in checks
    assert ("failed", "The port is taken.") in checks
    assert ("failed", "A test call did not arrive.") in checks
    assert ("warning", "The keyring is locked.") in checks
    assert "The PBX was away." not in str(checks)
    assert ("ok", "The key Ctrl+Alt+C (dials what is selected) works.") in checks
    assert ("warning", "The key Ctrl+Alt+P (goes to the newest call) does not work.") in checks
    keys["dial_selection"] = keys["focus_pop"]
    assert ("warning", "The keys for every program do not work.") in checks_of(agent_desktop("doctor", "--json"))


def test_what_two_parts_of_the_running_program_complain_of_is_said_once(agent_desktop, pbx, monkeypatch):
    why = {"title": "The allowed sender 'foo' is not an address.", "advice": "Write addresses."}
    answers = {
        "webhook-url": "http://127.0.0.1:1/x",
        "self-test": [{"level": "failed", **why}],
        "notices": [{"topic": "listener", "level": "error", **why}],
        "keys": {},
    }
    monkeypatch.setattr(doctor, "ask_running", lambda profile, verb: (True, answers[verb]))
    assert agent_desktop("doctor").out.count("'foo' is not an address. Write addresses.") == 1


def test_without_a_keyring_no_way_is_advised_that_needs_one(agent_desktop, pbx):
    agent_desktop.set_environment("AGENT_DESKTOP_KEY", None)
    done = agent_desktop("doctor")
    assert done.code == 3
    assert "FAIL  The PBX key is not known. This computer has no keyring" in done.out
    assert "--key-stdin" not in done.out
