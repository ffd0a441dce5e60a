"""What becomes of a verb's output where it meets another program, or a figure of nothing."""

import json
import os
import subprocess
import sys

import pytest

from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import CallReported
from tests.cli.raw_server import RawServer, http

STARTED = 1_709_273_740.0


def test_a_reader_that_has_seen_enough_is_no_error(agent_desktop):
    agent_desktop.journal("/api/callcenter/hangup?callid=17.1")
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as out:
        environ = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
        command = [sys.executable, "-m", "agent_desktop", "events"]
        ended = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, env=environ, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no file's size")
def test_what_a_verb_says_is_one_sentence_without_lines_of_the_log(agent_desktop, pbx):
    agent_desktop.keep()
    pbx.add_history(50, 6)
    # The database can be opened, but not grow.
    code = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (33_000, 33_000)); import runpy; "
    code += "runpy.run_module('agent_desktop', run_name='__main__')"
    ended = subprocess.run([sys.executable, "-c", code, "sync"], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert (
        ended.stderr == "The disk that holds the call journal gives errors. Check the disk, and that it is connected.\n"
    )


def test_no_seconds_of_talk_are_a_fact_of_the_pbx_like_any_other(agent_desktop):
    known = CallReported("c1", "inbound", "101", "0938", started=STARTED, status="NOANSWER", talk_s=4, complete=False)
    agent_desktop.keep(Call.of(known, STARTED))
    row = {"callid": "c1", "calldate": "2024-03-01 13:15:40", "status": "NOANSWER", "billsec": "0", "duration": "9"}
    with RawServer(http("200 OK", json.dumps({"result": [row], "total": 1}))) as server:
        agent_desktop.set_up(server.url, pbx__zone="Asia/Ho_Chi_Minh")
        outcome = agent_desktop("history", "--from", "2024-03-01", "--to", "2024-03-01", "--json")
    (found,) = json.loads(outcome.out)
    assert (found["talk_s"], found["number"]) == (0, "0938")
