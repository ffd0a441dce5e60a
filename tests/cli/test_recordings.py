import json
from pathlib import Path

from agent_desktop.simulator.simulator import Simulator
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import CallReported
from tests.cli.conftest import CommandLine

OLD = 1_700_000_000.0


def known(callid: str, url: str) -> Call:
    return Call.of(CallReported(callid, started=OLD, duration_s=9, status="ANSWER", recording_url=url), OLD)


def test_a_recording_that_this_computer_does_not_know_of_is_looked_up_at_the_pbx(
    agent_desktop: CommandLine, pbx: Simulator, tmp_path: Path
) -> None:
    pbx.add_history(40, days=2)
    recorded = next(record.callid for record in pbx.records if record.recording_url)
    target = tmp_path / "call.wav"
    done = agent_desktop("recording", recorded, "--save", str(target), "--json")
    assert done.code == 0
    assert json.loads(done.out) == {"callid": recorded, "file": str(target), "bytes": target.stat().st_size}
    assert target.read_bytes()[:4] == b"RIFF"
    assert [path.name for path in tmp_path.glob("*call*")] == ["call.wav"]


def test_what_cannot_be_saved_is_said(agent_desktop: CommandLine, pbx: Simulator, tmp_path: Path) -> None:
    agent_desktop.keep(known("gone", f"{pbx.url}/recordings/gone.wav"), known("far", "http://elsewhere.invalid/1.wav"))
    target = str(tmp_path / "call.wav")
    assert "not there" in agent_desktop("recording", "gone", "--save", target).err
    assert "protects" in agent_desktop("recording", "far", "--save", target).err
    assert "knows that call" in agent_desktop("recording", "never", "--save", target).err
    assert agent_desktop("recording", "gone").code == 2
    assert not Path(target).exists()
