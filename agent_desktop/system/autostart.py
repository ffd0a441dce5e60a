"""Starting with the user's session: an XDG autostart entry, the registry's Run key, or a launch agent."""

import plistlib
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from agent_desktop.system.atomic_file import read_text, remove_file, replace_text
from agent_desktop.system.desktop_entry import desktop_entry
from agent_desktop.system.windows_registry import Registry


class Autostart(Protocol):
    """One platform's way."""

    def register(self, command: Sequence[str]) -> None:
        """Run `command` when the user signs in. Raises StoreFailed."""

    def unregister(self) -> None: ...

    def is_registered(self) -> bool: ...


class XdgAutostart:
    """An entry in the autostart folder, which every Linux desktop reads."""

    def __init__(self, config_home: Path) -> None:
        self._entry = config_home / "autostart" / "agent-desktop.desktop"

    def register(self, command: Sequence[str]) -> None:
        replace_text(self._entry, desktop_entry("Agent Desktop", command))

    def unregister(self) -> None:
        remove_file(self._entry)

    def is_registered(self) -> bool:
        lines = [line.replace(" ", "") for line in read_text(self._entry).splitlines()]
        # The desktop's own settings switch an entry off with either of these.
        return bool(lines) and "Hidden=true" not in lines and "X-GNOME-Autostart-enabled=false" not in lines


class WindowsAutostart:
    """A value in the user's Run key."""

    KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def register(self, command: Sequence[str]) -> None:
        self._registry.write(self.KEY, "AgentDesktop", subprocess.list2cmdline(command))

    def unregister(self) -> None:
        self._registry.delete_value(self.KEY, "AgentDesktop")

    def is_registered(self) -> bool:
        return self._registry.read(self.KEY, "AgentDesktop") is not None


class MacAutostart:
    """A launch agent, loaded at the next sign-in."""

    def __init__(self, home: Path) -> None:
        self._agent = home / "Library" / "LaunchAgents" / "agent-desktop.plist"

    def register(self, command: Sequence[str]) -> None:
        agent = {
            "Label": "agent-desktop",
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        replace_text(self._agent, plistlib.dumps(agent).decode())

    def unregister(self) -> None:
        remove_file(self._agent)

    def is_registered(self) -> bool:
        return self._agent.exists()


def autostart_for(environ: Mapping[str, str], home: Path, platform: str = sys.platform) -> Autostart:
    """This platform's autostart."""
    if sys.platform == "win32":
        from agent_desktop.system.windows_registry import UserRegistry

        return WindowsAutostart(UserRegistry())
    if platform == "darwin":
        return MacAutostart(home)
    return XdgAutostart(Path(environ.get("XDG_CONFIG_HOME") or home / ".config"))
