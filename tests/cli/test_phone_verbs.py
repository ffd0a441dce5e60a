"""The verbs that ask the PBX for something now, against a simulated PBX."""

import asyncio
import json
import time

import pytest

from agent_desktop.simulator.faults import Faults


def until(condition) -> None:
    """Wait for the PBX, which lives on a thread of its own."""
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def on_its_thread(pbx, work) -> None:
    """Let the PBX do something, and wait for it."""
    asyncio.run_coroutine_threadsafe(work, pbx._group._loop).result(30)


def fields_of(pbx, action: str) -> list[dict[str, object]]:
    """What the PBX was asked."""
    return [call.fields for call in pbx.requests if call.action == action]


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0938 363 739", "0938363739"),
        ("+84 938 363 739", "0938363739"),
        ("tel:+84-938-363-739", "0938363739"),
        ("callto:0938363739", "0938363739"),
        ("sip:102@pbx.example.com", "102"),
        ("tel:%2B84938363739", "0938363739"),
        ("102", "102"),
        ("113", "113"),
    ],
)
def test_a_number_or_link_is_dialled_from_the_own_extension(agent_desktop, pbx, text, digits):
    done = agent_desktop("dial", text)
    assert (done.code, done.out) == (0, f"{digits}: The PBX is calling.\n")
    (fields,) = fields_of(pbx, "dial")
    assert (fields["from_number"], fields["to_number"], fields["domain"]) == ("101", digits, "demo")


def test_a_dial_tells_its_outcome_as_json(agent_desktop, pbx):
    done = agent_desktop("dial", "0938363739", "--json")
    assert json.loads(done.out) == {"digits": "0938363739", "confirmed": True, "said": "The PBX is calling."}


@pytest.mark.parametrize(
    "text", ["", "  ", "call me", "*97", "tel:", "0938363739 or 0912345678", "192.168.1.20", "\udcff", "1" * 400]
)
def test_what_cannot_be_dialled_is_exit_2_and_reaches_no_pbx(agent_desktop, pbx, text):
    assert agent_desktop("dial", text).code == 2
    assert fields_of(pbx, "dial") == []


def test_an_emergency_number_of_a_link_is_dialled_only_with_yes(agent_desktop, pbx):
    refused = agent_desktop("dial", "tel:113")
    assert refused.code == 2
    assert fields_of(pbx, "dial") == []
    assert agent_desktop("dial", "--yes", "tel:113").code == 0


def test_a_pause_and_its_end(agent_desktop, pbx):
    assert agent_desktop("pause", "--reason", "Cơm trưa").out == "Pause requested.\n"
    until(lambda: pbx.roster.agent("101").paused)
    assert json.loads(agent_desktop("status", "--json").out)[0]["status"] == "pause"
    assert agent_desktop("unpause").out == "End of the pause requested.\n"
    until(lambda: not pbx.roster.agent("101").paused)
    assert [fields["status"] for fields in fields_of(pbx, "pause")] == ["1", "0"]


def test_the_own_status_without_an_extension_and_that_of_others_with(agent_desktop, pbx):
    assert json.loads(agent_desktop("status", "--json").out) == [{"extension": "101", "status": "on", "queue": None}]
    rows = json.loads(agent_desktop("status", "108", "999", "102", "--json").out)
    assert [(row["extension"], row["status"]) for row in rows] == [("108", "off"), ("999", None), ("102", "on")]
    assert agent_desktop("status", "108").out == "108      off\n"


@pytest.mark.parametrize("shape", ["list", "result", "data", "names", "map", "result-map", "nested", "nested-map"])
def test_status_and_queue_are_understood_in_every_shape(agent_desktop, pbx, shape):
    pbx.faults = Faults(shape=shape, php_warning=1)
    assert json.loads(agent_desktop("status", "--json").out)[0]["status"] == "on"
    rows = json.loads(agent_desktop("queue", "--json").out)
    assert {"extension": "102", "status": "on", "queue": "999"} in rows
    assert all(set(row) == {"extension", "status", "queue"} for row in rows)


@pytest.mark.parametrize("extension", ["", "10 1", "101@demo", "١٠١", "../102", "a;b"])
@pytest.mark.parametrize("verb", [("status",), ("spy", "--mode", "listen")], ids=["status", "spy"])
def test_what_is_no_extension_is_exit_2(agent_desktop, pbx, verb, extension):
    assert agent_desktop(verb[0], extension, *verb[1:]).code == 2
    assert pbx.requests == []


@pytest.mark.parametrize(
    ("mode", "word"),
    [
        ("listen", "whisper"),
        ("whisper", "callee"),
        ("barge", "threeway"),
        ("caller", "caller"),
        ("callee", "callee"),
    ],
)
def test_spying_speaks_the_trades_language_and_sends_the_vendors_word(agent_desktop, pbx, mode, word):
    on_its_thread(pbx, pbx.set_phones(["102"], "talk"))
    done = agent_desktop("spy", "102", "--mode", mode)
    assert (done.code, done.out) == (0, "Your phone will ring.\n")
    assert fields_of(pbx, "spy") == [{"src": "101", "dst": "102", "mode": word}]


def test_spying_on_nobodys_call_is_refused(agent_desktop, pbx):
    done = agent_desktop("spy", "102", "--mode", "listen")
    assert done.code == 5
    assert "not in a call" in done.err


def test_a_wrong_key_is_refused(agent_desktop, pbx):
    agent_desktop.set_environment("AGENT_DESKTOP_KEY", "another-key")
    for verb in (("status",), ("queue",), ("pause",), ("dial", "102"), ("history",)):
        done = agent_desktop(*verb)
        assert done.code == 5
        assert "another-key" not in done.err


VERBS = (
    ("dial", "102"),
    ("pause",),
    ("unpause",),
    ("status",),
    ("queue",),
    ("spy", "102", "--mode", "listen"),
    ("history",),
)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_a_desk_that_is_not_set_up_is_exit_3_with_what_is_missing(agent_desktop, verb):
    done = agent_desktop(*verb)
    assert done.code == 3
    assert "PBX address, domain, extension" in done.err
    assert "setup" in done.err


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_without_a_key_it_is_exit_3(agent_desktop, pbx, verb):
    agent_desktop.set_environment("AGENT_DESKTOP_KEY", None)
    done = agent_desktop(*verb)
    assert done.code == 3
    assert "key" in done.err
    assert pbx.requests == []


def test_the_profile_is_chosen_on_the_command_line_before_the_environment(agent_desktop, pbx, tmp_path):
    for arguments in (
        ("--profile", str(tmp_path / "other"), "status"),
        ("status", "--profile", str(tmp_path / "other")),
    ):
        assert agent_desktop(*arguments).code == 3
    agent_desktop.set_environment("AGENT_DESKTOP_PROFILE", str(tmp_path / "other"))
    assert agent_desktop("--profile", str(tmp_path / "profile"), "status").code == 0
    assert agent_desktop("status").code == 3
