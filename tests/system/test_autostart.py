import plistlib
import shutil
import subprocess
from pathlib import Path

import pytest

from agent_desktop.system.autostart import Autostart, MacAutostart, WindowsAutostart, XdgAutostart, autostart_for
from tests.system.fake_registry import FakeRegistry

COMMAND = ["/opt/agent desktop/run", "--profile", "/home/ana/desk"]


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_what_is_registered_can_be_taken_back(platform: str, tmp_path: Path) -> None:
    ways: dict[str, Autostart] = {
        "linux": XdgAutostart(tmp_path),
        "win32": WindowsAutostart(FakeRegistry()),
        "darwin": MacAutostart(tmp_path),
    }
    autostart = ways[platform]
    assert not autostart.is_registered()
    autostart.unregister()
    autostart.register(COMMAND)
    autostart.register(COMMAND)
    assert autostart.is_registered()
    autostart.unregister()
    assert not autostart.is_registered()


def test_the_linux_entry_is_where_desktops_look_and_valid(tmp_path: Path) -> None:
    autostart_for({"XDG_CONFIG_HOME": str(tmp_path / "cfg")}, tmp_path, "linux").register(COMMAND)
    entry = tmp_path / "cfg" / "autostart" / "agent-desktop.desktop"
    assert 'Exec="/opt/agent desktop/run" --profile /home/ana/desk\n' in entry.read_text()
    autostart_for({}, tmp_path, "linux").register(COMMAND)
    assert (tmp_path / ".config" / "autostart" / "agent-desktop.desktop").exists()
    if validator := shutil.which("desktop-file-validate"):
        subprocess.run([validator, entry], check=True)


@pytest.mark.parametrize("switch", ["Hidden=true", "X-GNOME-Autostart-enabled = false"])
def test_an_entry_that_the_desktop_switched_off_is_off(switch: str, tmp_path: Path) -> None:
    autostart = XdgAutostart(tmp_path)
    autostart.register(COMMAND)
    entry = tmp_path / "autostart" / "agent-desktop.desktop"
    entry.write_text(entry.read_text() + switch + "\n")
    assert not autostart.is_registered()


def test_windows_gets_one_command_line() -> None:
    registry = FakeRegistry()
    WindowsAutostart(registry).register(COMMAND)
    assert list(registry.values.values()) == ['"/opt/agent desktop/run" --profile /home/ana/desk']


def test_a_mac_gets_an_agent_that_runs_at_sign_in(tmp_path: Path) -> None:
    autostart_for({}, tmp_path, "darwin").register([*COMMAND, "<&>"])
    [agent] = (tmp_path / "Library" / "LaunchAgents").iterdir()
    read = plistlib.loads(agent.read_bytes())
    assert read["ProgramArguments"] == [*COMMAND, "<&>"]
    assert read["RunAtLoad"] is True
