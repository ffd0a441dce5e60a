"""The command that starts this program again."""

import sys
from pathlib import Path

import pytest

from agent_desktop.system.own_command import own_command
from agent_desktop.system.paths import Profile, choose_profile


def test_the_installed_script_is_named_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "agent-desktop"
    script.touch()
    monkeypatch.chdir(tmp_path)
    usual = choose_profile(None, {})
    assert own_command(usual, ["agent-desktop"]) == [str(script)]
    assert own_command(Profile(tmp_path), [str(script)]) == [str(script), "--profile", str(tmp_path)]


@pytest.mark.parametrize("told", ["agent-desktop", "agent-desktop.exe", "agent-desktopw"])
def test_on_windows_the_one_without_a_console_is_taken_however_the_launcher_is_told(tmp_path: Path, told: str) -> None:
    (tmp_path / "agent-desktop.exe").touch()
    started = [str(tmp_path / told)]
    if not told.endswith("w"):
        command = own_command(choose_profile(None, {}), started, platform="win32")
        assert command == [str(tmp_path / "agent-desktop.exe")]
    (tmp_path / "agent-desktopw.exe").touch()
    assert own_command(choose_profile(None, {}), started, platform="win32") == [str(tmp_path / "agent-desktopw.exe")]


def test_on_windows_python_runs_the_package_without_a_console_too(tmp_path: Path) -> None:
    python, usual = tmp_path / "python.exe", choose_profile(None, {})
    assert own_command(usual, ["x"], str(python), "win32") == [str(python), "-m", "agent_desktop"]
    (tmp_path / "pythonw.exe").touch()
    assert own_command(usual, ["x"], str(python), "win32") == [str(tmp_path / "pythonw.exe"), "-m", "agent_desktop"]


def test_without_a_script_python_runs_the_package(tmp_path: Path) -> None:
    command = own_command(choose_profile(None, {}), [str(tmp_path / "pytest")], "/usr/bin/python3")
    assert command == ["/usr/bin/python3", "-m", "agent_desktop"]


def test_a_bundle_is_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command(choose_profile(None, {}), ["x"], "/opt/agent-desktop") == ["/opt/agent-desktop"]


def test_a_bundle_on_windows_starts_without_a_console(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    started = str(tmp_path / "agent-desktop.exe")
    (tmp_path / "agent-desktopw.exe").touch()
    assert own_command(choose_profile(None, {}), ["x"], started, "win32") == [str(tmp_path / "agent-desktopw.exe")]
