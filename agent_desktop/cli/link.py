"""A phone link that was clicked, handed to the running program. Little is imported: whoever clicks waits for it."""

import os
import sys
from collections.abc import Sequence

from agent_desktop.errors import AgentDesktopError, StillStarting
from agent_desktop.system.paths import choose_profile
from agent_desktop.system.single_instance import NotRunning, request


def hand_over(argv: Sequence[str]) -> int | None:
    """The exit code where these arguments are what the desktop calls for a link, `[--profile DIR] dial --ask LINK`, and
    a program is there that asks what must be asked first; None where the whole command line must be read.
    """
    match list(argv):
        case ["dial", "--ask", link]:
            folder = None
        case ["--profile", folder, "dial", "--ask", link]:
            pass
        case _:
            return None
    try:
        request(choose_profile(folder, os.environ), "dial-asking", {"text": link})
    except (NotRunning, StillStarting):
        return None
    except AgentDesktopError as error:
        if sys.stderr is not None:  # there is none without a console on Windows
            sys.stderr.write(f"{error.message}\n")
        return 1
    return 0
