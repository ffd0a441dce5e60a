"""Phone links and the start at sign-in, registered at once and given back."""

import asyncio
import sys
from pathlib import Path

import pytest

from agent_desktop.desk.this_computer import ThisComputer
from agent_desktop.system.paths import Profile


@pytest.mark.skipif(sys.platform != "linux", reason="Linux's files")
def test_registering_shows_and_can_be_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    for name in ("XDG_DATA_DIRS", "XDG_CONFIG_DIRS"):
        monkeypatch.setenv(name, str(tmp_path / "none"))

    async def use() -> None:
        computer = ThisComputer(Profile(tmp_path / "profile"))
        before = await computer.look()
        assert (before.opens_links, before.links_owner, before.starts_at_sign_in) == (False, "", False)
        assert (await computer.open_links(True)).opens_links
        assert (await computer.start_at_sign_in(True)).starts_at_sign_in
        assert not (await computer.open_links(False)).opens_links
        assert await computer.start_at_sign_in(False) == before

    asyncio.run(use())


@pytest.mark.skipif(sys.platform != "linux", reason="Linux's files")
def test_the_entries_start_this_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))

    async def use() -> None:
        computer = ThisComputer(Profile(tmp_path / "profile"))
        await computer.open_links(True)
        await computer.start_at_sign_in(True)

    asyncio.run(use())
    dial = (tmp_path / "XDG_DATA_HOME/applications/agent-desktop-dial.desktop").read_text(encoding="utf-8")
    run = (tmp_path / "XDG_CONFIG_HOME/autostart/agent-desktop.desktop").read_text(encoding="utf-8")
    assert f"--profile {tmp_path / 'profile'} dial --ask %u" in dial
    assert f"--profile {tmp_path / 'profile'} run" in run
