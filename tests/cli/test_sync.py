"""`sync`, and the verbs that ask the PBX, with and without a running program that alone knows the key."""

import json
import threading
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from agent_desktop.app import OpenDesk, open_desk
from agent_desktop.cli import sync as sync_verb
from agent_desktop.desk.thread import DeskThread
from agent_desktop.simulator.faults import Faults
from agent_desktop.system.redact import Redactor
from agent_desktop.system.secrets import Secret
from tests.cli.conftest import KEY, CommandLine

DAY = timedelta(days=1)


def today() -> date:
    return datetime.now().astimezone().date()


def ids(agent_desktop: CommandLine, *more: str) -> set[str]:
    """The calls of the last 40 days that this computer knows."""
    first = (today() - 40 * DAY).isoformat()
    done = agent_desktop("history", "--local", "--from", first, "--json", *more)
    return {row["callid"] for row in json.loads(done.out)}


def asked(pbx) -> list[str]:
    return [str(call.fields["startdate"]) for call in pbx.requests if call.action == "records"]


@pytest.fixture
def quick(monkeypatch) -> None:
    """The days of a few tests need no pause."""
    monkeypatch.setattr("agent_desktop.desk.day_sync.PAUSE_S", 0.0)
    monkeypatch.setattr(sync_verb, "LOOK_AGAIN_S", 0.02)


@pytest.fixture
def running(agent_desktop: CommandLine, pbx, quick) -> Iterator[OpenDesk]:
    """A program that runs; the key was given to it, and is kept nowhere else."""
    agent_desktop.set_up(pbx.url, history__sync_days="2")
    agent_desktop.set_environment("AGENT_DESKTOP_KEY", None)
    thread = DeskThread()
    thread.start()
    environ = {"AGENT_DESKTOP_WEBHOOK_SECRET": "x" * 20}
    opened = thread.submit(open_desk(agent_desktop.profile, environ, Redactor(), lambda: None)).result(30)
    try:
        thread.submit(opened.service.started.wait()).result(30)
        thread.submit(opened.service.reload(Secret(KEY))).result(30)
        yield opened
    finally:
        thread.submit(opened.close()).result(30)
        thread.close()


def test_without_a_program_the_days_are_fetched_and_kept(agent_desktop, pbx, quick):
    pbx.add_history(60, 6)
    agent_desktop.set_up(pbx.url, history__sync_days="5")
    done = agent_desktop("sync")
    assert done.code == 0
    assert done.out.splitlines()[-1].startswith("5 of 5 days, ")
    expected = {record.callid for record in pbx.records if record.started.astimezone().date() > today() - 5 * DAY}
    assert ids(agent_desktop) == expected
    again = json.loads(agent_desktop("sync", "--json").out)
    assert again["new"] == 0
    assert again["days"] <= 2, "yesterday's may come late"


def test_named_days_are_fetched_whether_they_are_here_or_not(agent_desktop, pbx, quick):
    pbx.add_history(60, 30)
    first, last = today() - 20 * DAY, today() - 18 * DAY
    days = ("--from", first.isoformat(), "--to", last.isoformat())
    for _ in range(2):
        assert json.loads(agent_desktop("sync", *days, "--json").out)["days"] == 3
    assert asked(pbx) == [(last - n * DAY).isoformat() for n in range(3)] * 2
    assert agent_desktop("sync", "--from", last.isoformat(), "--to", first.isoformat()).code == 2


def test_a_failure_has_its_exit_code_and_keeps_what_is_there(agent_desktop, pbx, quick):
    pbx.add_history(10, 1)
    assert agent_desktop("sync", "--from", today().isoformat()).code == 0
    there = ids(agent_desktop)
    pbx.faults = Faults(echo_key=1)
    assert agent_desktop("sync").code == 5
    assert ids(agent_desktop) == there
    agent_desktop.set_environment("AGENT_DESKTOP_KEY", None)
    assert agent_desktop("sync").code == 3


def test_through_the_running_program(agent_desktop, pbx, running):
    pbx.add_history(60, 30)
    first = (today() - 20 * DAY).isoformat()
    done = agent_desktop("sync", "--from", first)
    assert done.code == 0, done.err
    assert done.out.splitlines()[-1].endswith("calls new or changed")
    expected = {r.callid for r in pbx.records if r.started.astimezone().date() >= today() - 20 * DAY}
    assert ids(agent_desktop) == expected
    pbx.faults = Faults(echo_key=1)
    assert agent_desktop("sync").code == 5


def test_ctrl_c_stops_it_in_the_running_program(agent_desktop, pbx, running, monkeypatch):
    pbx.faults = Faults(slow=1, slow_s=0.2)
    looked: list[float] = []

    def interrupt(seconds: float) -> None:
        looked.append(seconds)
        if len(looked) == 3:
            raise KeyboardInterrupt
        threading.Event().wait(0.1)

    monkeypatch.setattr("agent_desktop.cli.sync.time.sleep", interrupt)
    with pytest.raises(AssertionError):  # what is interrupted says nothing
        agent_desktop("sync", "--from", (today() - 60 * DAY).isoformat(), "--json")
    monkeypatch.undo()
    told = running.service.features.sync._state(running.service.features.sync._run)
    assert not told.is_running
    assert told.stopped
    assert told.done < 61


def test_the_running_program_answers_for_those_who_have_no_key(agent_desktop, pbx, running):
    pbx.add_history(40, 3)
    assert json.loads(agent_desktop("status", "--json").out) == [{"extension": "101", "status": "on", "queue": None}]
    assert agent_desktop("status", "108").out == "108      off\n"
    rows = json.loads(agent_desktop("queue", "--json").out)
    assert {"extension": "102", "status": "on", "queue": "999"} in rows
    first = (today() - 4 * DAY).isoformat()
    told = json.loads(agent_desktop("history", "--from", first, "--json").out)
    assert {row["callid"] for row in told} == {record.callid for record in pbx.records}
    one = next(iter(pbx.records))
    (row,) = json.loads(agent_desktop("history", "--callid", one.callid, "--json").out)
    assert (row["callid"], row["number"]) == (one.callid, one.phone)
    assert agent_desktop("status", "10 1").code == 2


@pytest.mark.parametrize(
    ("fetched", "line"),
    [
        (sync_verb._Fetched(1, 1, 1), "1 of 1 day, 1 call new or changed"),
        (sync_verb._Fetched(1, 2, 0), "1 of 2 days, 0 calls new or changed"),
    ],
)
def test_one_day_and_one_call_are_said_as_one(fetched, line):
    assert fetched.line() == line
