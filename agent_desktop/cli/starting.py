"""A phone link that is clicked while the program does not run: it is started, and asked."""

import os
import subprocess
import sys
import time

from agent_desktop.cli.handover import ask_running
from agent_desktop.errors import AgentDesktopError, StillStarting
from agent_desktop.system.own_command import own_command
from agent_desktop.system.paths import Profile
from agent_desktop.system.qt_libraries import has_screen

WITHIN_S = 30.0
_AGAIN_S = 0.05


def ask_in_windows(profile: Profile, link: str) -> bool:
    """Have the program dial a link, and ask in its windows what must be asked first; it is started where it does not
    run. False where no window would be seen. Raises AgentDesktopError where it cannot be started.
    """
    if not has_screen(os.environ):
        return ask_running(profile, "dial-asking", text=link)[0]
    deadline = time.monotonic() + WITHIN_S
    started: subprocess.Popen[bytes] | None = None
    try:
        while time.monotonic() < deadline:
            try:
                if ask_running(profile, "dial-asking", text=link)[0]:
                    return True
            except StillStarting:
                pass
            else:
                # A start that finds another one under way ends well: that one is asked.
                if started is None:
                    started = _start(profile)
                elif started.poll():
                    break
            time.sleep(_AGAIN_S)
    finally:
        if started is not None:
            started.returncode = 0  # nobody waits for it: it is its own master from now on
    raise AgentDesktopError("Agent Desktop could not be started.", "Nothing was dialled. Start it, then try again.")


def _start(profile: Profile) -> "subprocess.Popen[bytes]":
    """Run the program on its own: it outlives this process, and the browser that called it."""
    nothing = subprocess.DEVNULL
    command = [*own_command(profile), "run"]
    if sys.platform == "win32":
        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        return subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, creationflags=flags)
    return subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)
