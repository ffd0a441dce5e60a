"""Every verb against `agent-desktop simulate`, as the README shows it."""

import json
import subprocess
import sys

import pytest

from tests.end_to_end.program import KEY, PATIENCE_S, Program, wait_for


@pytest.fixture
def simulated(program):
    """The program running, set up for a simulator in a process of its own that serves until it is told to end."""
    program.set_up()
    program.start()
    url = program.verb("webhook-url").stdout.strip()
    simulator = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "agent_desktop",
            "simulate",
            "--calls",
            "0",
            "--speed",
            "20",
            "--domain",
            "demo.example",
        ],
        env={**program.environment, "AGENT_DESKTOP_WEBHOOK_URL": url},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert simulator.stdout is not None
    name, _, address = simulator.stdout.readline().strip().partition("=")
    assert name == "PBX_URL"
    assert program.verb("setup", "--pbx-url", address).returncode == 0
    yield program
    simulator.terminate()
    out, err = simulator.communicate(timeout=PATIENCE_S)
    assert (simulator.returncode, err) == (0, "")
    assert KEY not in out


def test_every_verb_against_the_simulator(simulated: Program):
    assert simulated.json("status") == [{"extension": "101", "status": "on", "queue": None}]
    assert {row["queue"] for row in simulated.json("queue")} == {"999", "998"}
    assert simulated.json("dial", "0938363739")["confirmed"]

    def mine() -> list[str]:
        return [event["event"] for event in simulated.events() if event["direction"] == "outbound"]

    wait_for(lambda: "ringing" in mine(), "the dial to show up")
    assert simulated.json("pause", "--reason", "Lunch") == {"said": "Pause requested."}
    assert simulated.json("unpause") == {"said": "End of the pause requested."}
    assert simulated.verb("spy", "107", "--mode", "listen").returncode == 5
    wait_for(lambda: [row for row in simulated.json("history") if row["direction"] == "outbound"], "its record")
    checks = simulated.json("doctor")
    assert [check["title"] for check in checks if check["level"] == "failed"] == []
    assert json.loads(simulated.verb("webhook-url", "--json").stdout)["url"].startswith("http://127.0.0.1:")
