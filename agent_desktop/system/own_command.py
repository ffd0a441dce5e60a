"""How this program is started again: by the desktop at sign-in, by a browser for a phone link, by itself for a PDF."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from agent_desktop.system.paths import Profile, choose_profile

NAME = "agent-desktop"


def own_command(
    profile: Profile, argv: Sequence[str] = sys.argv, executable: str = sys.executable, platform: str = sys.platform
) -> list[str]:
    """The command without a verb. A profile in another place than the usual one is named in it."""
    command = _program(Path(argv[0]), executable, platform)
    usual = choose_profile(None, {key: value for key, value in os.environ.items() if key != "AGENT_DESKTOP_PROFILE"})
    return command if profile == usual else [*command, "--profile", str(profile.root)]


def _program(script: Path, executable: str, platform: str) -> list[str]:
    if getattr(sys, "frozen", False):
        return [str(_silent(Path(executable)) if platform == "win32" else executable)]
    if script.name.startswith(NAME):
        # Windows' launchers are told by a name without its ending.
        found = _silent(script) if platform == "win32" else script
        if found.exists():
            return [str(found.absolute())]
    if platform == "win32":
        without_console = Path(executable).with_name("pythonw.exe")
        executable = str(without_console) if without_console.exists() else executable
    return [executable, "-m", "agent_desktop"]


def _silent(program: Path) -> Path:
    """On Windows: the one without a console window, where it is there."""
    silent = program.with_name(f"{NAME}w.exe")
    return silent if silent.exists() else program.with_suffix(".exe")
