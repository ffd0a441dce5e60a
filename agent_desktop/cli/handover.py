"""How a verb is handed to the running program. Nothing heavy is imported here: a link that is clicked dials at once."""

import argparse
import os

from agent_desktop.errors import UsageError
from agent_desktop.system.paths import Profile, choose_profile
from agent_desktop.system.single_instance import NotRunning, request


def profile_of(arguments: argparse.Namespace) -> Profile:
    """The profile that the command line or the environment names."""
    return choose_profile(arguments.profile, os.environ)


def ask_running(profile: Profile, verb: str, **args: object) -> tuple[bool, object]:
    """(True, its result) from the running program, or (False, None) where none runs. Raises what it met."""
    try:
        return True, request(profile, verb, args, timeout=60.0)
    except NotRunning:
        return False, None


def check_extension(text: str) -> str:
    """An extension as typed. Raises UsageError."""
    if not text or not text.isascii() or not text.replace("_", "").replace("-", "").isalnum():
        raise UsageError("That is not an extension.", "An extension is a short number such as 101.")
    return text
