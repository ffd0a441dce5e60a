"""forget, prune, backup and restore, with no program running and through one that runs."""

import json
import zipfile
from pathlib import Path

import pytest

from agent_desktop.store.journal import read
from agent_desktop.system.single_instance import InstanceLock
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import CallReported
from tests.cli.conftest import KEY, WEBHOOK_SECRET, CommandLine

AT = 1_709_273_740.0


def call(callid: str, number: str = "0938363739", at: float = AT) -> Call:
    event = CallReported(callid, "inbound", "101", number, "999", "", at, "ANSWER", 30, 20)
    return Call.of(event, at)


@pytest.fixture
def kept(agent_desktop: CommandLine) -> CommandLine:
    """A profile with two customers."""
    agent_desktop.set_up("http://127.0.0.1:9", pbx__zone="UTC")
    agent_desktop.keep(call("a1"), call("b1", "0912000111"))
    agent_desktop.journal("/api/callcenter/call_in?phone=0938363739&callid=x")
    return agent_desktop


def local(agent_desktop: CommandLine) -> list[str]:
    """The calls that are kept."""
    listed = agent_desktop("history", "--local", "--json", "--from", "2024-01-01")
    return [row["callid"] for row in json.loads(listed.out)]


def test_a_customer_is_shown_and_then_deleted(kept: CommandLine) -> None:
    shown = json.loads(kept("forget", "+84 938 363 739", "--json").out)
    assert (shown["deleted"], shown["calls"], shown["webhooks"]) == (False, 1, 1)
    asked = kept("forget", "0938363739")
    assert asked.code == 2
    assert "Found: 1 call, 1 webhook, of 2024-03-01 to 2024-03-01" in asked.out
    assert "Nothing was deleted" in asked.err
    assert set(local(kept)) == {"a1", "b1"}
    gone = kept("forget", "0938363739", "--yes")
    assert gone.code == 0
    assert local(kept) == ["b1"]
    assert list(read(kept.profile.database)) == []


@pytest.mark.parametrize("number", ["101", "no number"])
def test_an_extension_is_no_customer(kept: CommandLine, number: str) -> None:
    outcome = kept("forget", number, "--yes")
    assert outcome.code == 2
    assert "not a customer's number" in outcome.err


def test_what_is_too_old_is_deleted_on_demand(kept: CommandLine) -> None:
    assert kept("prune").out == "Deleted: 2 calls, 0 webhooks.\n"
    assert local(kept) == []


def test_a_profile_goes_into_one_file_and_comes_back(kept: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    made = json.loads(kept("backup", str(file), "--json").out)
    assert made == {"file": str(file), "bytes": file.stat().st_size}
    with zipfile.ZipFile(file) as archive:
        assert sorted(archive.namelist()) == ["journal.db", "manifest.json", "settings.toml"]
        content = b"".join(archive.read(name) for name in archive.namelist())
    assert KEY.encode() not in content
    assert WEBHOOK_SECRET.encode() not in content
    kept("forget", "0912000111", "--yes")
    kept("setup", "--set", "dial.country=MY")
    assert "Restored." in kept("restore", str(file)).out
    assert set(local(kept)) == {"a1", "b1"}
    assert 'country = "VN"' in kept.profile.settings_file.read_text(encoding="utf-8")


def test_while_the_program_runs_a_restore_waits_for_its_next_start(kept: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    kept("backup", str(file))
    held = InstanceLock(kept.profile.lock_file)
    assert held.acquire()
    try:
        assert "start it again" in kept("restore", str(file)).out
    finally:
        held.release()
    assert json.loads(kept("restore", str(file), "--json").out)["restored"] is True


def test_a_file_that_is_no_backup_is_refused(kept: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ana", encoding="utf-8")
    refused = kept("restore", str(tmp_path / "letter.txt"))
    assert (refused.code, "not a backup" in refused.err) == (2, True)
    assert "'agent-desktop backup'" in refused.err
    assert kept("restore", str(tmp_path / "missing.zip")).code == 2
    assert kept("backup", str(tmp_path / "nowhere" / "b.zip")).code == 2


def test_there_is_nothing_to_back_up_before_the_first_start(agent_desktop: CommandLine, tmp_path: Path) -> None:
    agent_desktop.profile.create()
    assert "nothing to back up" in agent_desktop("backup", str(tmp_path / "b.zip")).err
    assert "Nothing is kept" in agent_desktop("forget", "0938363739").err
