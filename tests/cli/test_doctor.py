"""The doctor's exit code is that of what fails."""

import socket
from pathlib import Path

import pytest

from agent_desktop.cli import main
from agent_desktop.desk.settings import Settings, save


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile whose PBX refuses connections: its port is held by a socket that does not listen."""
    monkeypatch.setenv("AGENT_DESKTOP_PROFILE", str(tmp_path))
    monkeypatch.setenv("AGENT_DESKTOP_KEY", "the-key")
    monkeypatch.setenv("AGENT_DESKTOP_WEBHOOK_SECRET", "the-secret")
    return tmp_path


def test_a_pbx_that_cannot_be_reached_gives_the_code_of_that(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        settings = Settings().with_value("pbx.url", f"http://127.0.0.1:{held.getsockname()[1]}")
        for name, value in {"pbx.domain": "demo", "pbx.extension": "101", "listener.listen": "127.0.0.1:0"}.items():
            settings = settings.with_value(name, value)
        save(profile / "settings.toml", settings)
        assert main(["doctor"]) == 4
    assert "FAIL  Nothing answers at the PBX's address and port." in capsys.readouterr().out


def test_a_program_that_is_not_set_up_gives_the_code_of_that(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 3
    assert "FAIL  Still missing: PBX address, domain, extension." in capsys.readouterr().out
