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
        return [executable]
    if script.name.startswith(NAME) and script.exists():
        script = script.absolute()
        silent = script.with_name(f"{NAME}w.exe")  # without a console window
        return [str(silent if platform == "win32" and silent.exists() else script)]
    return [executable, "-m", "agent_desktop"]
