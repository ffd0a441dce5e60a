"""`agent-desktop callbacks`: from what is kept, with and without a running program."""

import json
import time

import pytest

from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import CallAbandoned, CallReported


def missed(callid: str, number: str, ago: float = 600, queue: str = "999") -> Call:
    return Call.of(CallAbandoned(callid, number, queue, 42), time.time() - ago)


def talked(callid: str, number: str, ago: float = 300, extension: str = "101") -> Call:
    at = time.time() - ago
    return Call.of(CallReported(callid, "inbound", extension, number, "999", started=at, status="ANSWER"), at)


@pytest.fixture
def kept(agent_desktop):
    """Two customers of our queue wait, one was reached, one called another queue."""
    agent_desktop.set_up("http://127.0.0.1:9")
    agent_desktop.keep(
        missed("a1", "0938363739", 700),
        missed("a2", "84938363739", 600),
        missed("b", "0912345678", 500),
        missed("c", "0987654321", 900),
        talked("c2", "0987654321"),
        missed("d", "0977000111", queue="200"),
    )
    return agent_desktop


def listed(agent_desktop, *arguments):
    return {row["number"]: row for row in json.loads(agent_desktop("callbacks", "--json", *arguments).out)}


def test_who_waits_is_listed_and_can_be_taken_off(kept):
    rows = listed(kept)
    assert list(rows) == ["84938363739", "0912345678"]
    first = rows["84938363739"]
    assert (first["missed"], first["queue"], first["waited_s"], first["state"]) == (2, "999", 42, "due")
    assert first["name"] is None
    assert kept("callbacks", "done", "+84 938 363 739").out == "Done.\n"
    assert list(listed(kept)) == ["0912345678"]
    again = kept("callbacks", "done", "0938363739")
    assert (again.code, "no open call-back" in again.err) == (1, True)
    every = listed(kept, "--all")
    assert {number: row["state"] for number, row in every.items()} == {
        "0912345678": "due",
        "84938363739": "closed",
        "0987654321": "closed",
    }
    assert every["0987654321"]["closed_by"] == "101"


def test_the_settings_say_whose_calls_count(kept):
    kept("setup", "--set", "callbacks.scope=all")
    assert "0977000111" in listed(kept)
    line = next(line for line in kept("callbacks").out.splitlines() if "0977000111" in line)
    assert "200  waited 42 s  due" in line


@pytest.mark.parametrize("words", [("done",), ("done", "anonymous"), ("list", "0938363739"), ("undo",)])
def test_what_cannot_be_meant_is_refused(kept, words):
    assert kept("callbacks", *words).code == 2


def test_nothing_is_kept_yet(agent_desktop):
    agent_desktop.set_up("http://127.0.0.1:9")
    assert (agent_desktop("callbacks").out, listed(agent_desktop)) == ("", {})


def test_an_empty_list_says_so_beside_the_output(agent_desktop):
    agent_desktop.set_up("http://127.0.0.1:9")
    done = agent_desktop("callbacks")
    assert (done.code, done.out, done.err) == (0, "", "Nobody is to be called back.\n")
    done = agent_desktop("callbacks", "--json")
    assert (done.out, done.err) == ("[]\n", "")
