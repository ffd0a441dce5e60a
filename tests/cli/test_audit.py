"""`agent-desktop audit`: calls that rang against pops that were shown."""

import json
import time

import pytest

from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import CallReported


@pytest.fixture
def kept(agent_desktop):
    at = time.time() - 30
    event = CallReported("c1", "inbound", "101", "0938363739", "999", started=at, status="NOANSWER", duration_s=9)
    agent_desktop.set_up("http://127.0.0.1:9")
    agent_desktop.keep(Call.of(event, at))
    return agent_desktop


def test_the_audit_is_printed_without_a_running_program(kept):
    day = time.strftime("%Y-%m-%d", time.localtime(time.time() - 30))
    told = json.loads(kept("audit", "--from", day, "--json").out)
    (missed,) = told.pop("missed")
    assert told == {"rang": 1, "popped": 0, "is_cut_off": False}
    assert (missed["callid"], missed["number"], missed["why"], missed["after_ms"]) == (
        "c1",
        "0938363739",
        "not_running",
        None,
    )
    first, last = kept("audit", "--from", day).out.splitlines()
    assert first.endswith("0938363739  c1  the program was not running, or the computer slept")
    assert last == "1 call rang you, 0 popped."
    assert kept("audit", "--from", "2020-01-02", "--to", "2020-01-02").out == "0 calls rang you, 0 popped.\n"
    assert kept("audit", "--from", "2020-01-02", "--to", "2020-01-01").code == 2


def test_an_audit_of_an_empty_profile_finds_nothing(agent_desktop):
    assert agent_desktop("audit").out == "0 calls rang you, 0 popped.\n"
