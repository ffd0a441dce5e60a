"""The command line: `agent-desktop [--profile DIR] VERB`. Nothing heavy is imported before a verb needs it."""

import io
import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from agent_desktop.errors import (
    AgentDesktopError,
    AnswerNotUnderstood,
    KeyringLocked,
    KeyringUnavailable,
    NotSetUp,
    PbxRefused,
    PbxUnreachable,
    UsageError,
)

if TYPE_CHECKING:
    import argparse

EXIT_CODES: tuple[tuple[type[AgentDesktopError], int], ...] = (
    (UsageError, 2),
    (NotSetUp, 3),
    (KeyringLocked, 3),
    (KeyringUnavailable, 3),
    (PbxUnreachable, 4),
    (PbxRefused, 5),
    (AnswerNotUnderstood, 6),
)
"""0 is done; 1 is anything else."""


def exit_code(error: AgentDesktopError) -> int:
    """The exit code that stands for an error."""
    return next((code for kind, code in EXIT_CODES if isinstance(error, kind)), 1)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb; the exit code."""
    _speak_utf8()
    argv = sys.argv[1:] if argv is None else argv
    if "--ask" in argv:
        from agent_desktop.cli.link import hand_over

        if (code := hand_over(argv)) is not None:
            return code
    from agent_desktop.cli.arguments import parse

    arguments = parse(argv)
    _keep_warnings_off_the_screen()
    try:
        code = _run(arguments.verb)(arguments)
        if sys.stdout is not None:  # there is none without a console on Windows
            sys.stdout.flush()
        return code
    except AgentDesktopError as error:
        print(error.message, file=sys.stderr)
        return exit_code(error)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:
        # Whoever read our output has seen enough ('agent-desktop events | head').
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _speak_utf8() -> None:
    """A pipe or file gets UTF-8 on every system; a terminal that cannot show a character gets its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # there is none without a console on Windows
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _keep_warnings_off_the_screen() -> None:
    """A verb says in its one sentence what happened. What is logged as an error is a bug, and is seen."""
    import logging

    if logging.lastResort is not None:
        logging.lastResort.setLevel(logging.ERROR)


def _run(verb: str) -> "Callable[[argparse.Namespace], int]":
    from importlib import import_module

    module, function = {
        "run": ("agent_desktop.cli.program", "run"),
        "demo": ("agent_desktop.cli.program", "demo"),
        "simulate": ("agent_desktop.cli.program", "simulate"),
        "setup": ("agent_desktop.cli.setting_up", "setup"),
        "webhook-url": ("agent_desktop.cli.setting_up", "webhook_url"),
        "doctor": ("agent_desktop.cli.doctor", "doctor"),
        "report": ("agent_desktop.cli.doctor", "report"),
        "dial": ("agent_desktop.cli.phone", "dial"),
        "pause": ("agent_desktop.cli.phone", "pause"),
        "unpause": ("agent_desktop.cli.phone", "unpause"),
        "spy": ("agent_desktop.cli.phone", "spy"),
        "status": ("agent_desktop.cli.phone", "status"),
        "queue": ("agent_desktop.cli.phone", "queue"),
        "history": ("agent_desktop.cli.records", "history"),
        "sync": ("agent_desktop.cli.sync", "sync"),
        "audit": ("agent_desktop.cli.audit", "audit"),
        "callbacks": ("agent_desktop.cli.call_backs", "callbacks"),
        "contacts": ("agent_desktop.cli.contacts", "contacts"),
        "recording": ("agent_desktop.cli.recordings", "recording"),
        "events": ("agent_desktop.cli.records", "events"),
        "forget": ("agent_desktop.cli.keeping", "forget"),
        "prune": ("agent_desktop.cli.keeping", "prune"),
        "backup": ("agent_desktop.cli.keeping", "back_up"),
        "restore": ("agent_desktop.cli.keeping", "restore"),
        "typeset": ("agent_desktop.cli.typesetting", "typeset"),
    }[verb]
    action: Callable[[argparse.Namespace], int] = getattr(import_module(module), function)
    return action
