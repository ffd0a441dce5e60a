"""The verbs that ask the PBX for something now: dial, pause, unpause, spy, status, queue."""

import argparse
import json
import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from agent_desktop.cli.handover import ask_running, check_extension, profile_of
from agent_desktop.errors import NotDialable

if TYPE_CHECKING:
    from agent_desktop.desk.settings import Settings
    from agent_desktop.pbx.client import PbxClient

Result = TypeVar("Result")
Work = Callable[["PbxClient", "Settings"], Awaitable[Result]]

_LINK = re.compile(r"\s*(tel|callto|sips?):", re.IGNORECASE)


def _with_client(arguments: argparse.Namespace, work: "Work[Result]") -> Result:
    from agent_desktop.cli.desk_access import with_client

    return with_client(profile_of(arguments), work)


def dial(arguments: argparse.Namespace) -> int:
    """Dial once. A link may come from anywhere, so its emergency and premium numbers must be confirmed."""
    if arguments.ask:
        from agent_desktop.cli.starting import ask_in_windows

        if ask_in_windows(profile_of(arguments), arguments.number):
            return 0
    confirmed = arguments.yes or not _LINK.match(arguments.number)
    try:
        running, outcome = ask_running(profile_of(arguments), "dial", text=arguments.number, confirmed=confirmed)
        if not running:
            outcome = _dial_ourselves(arguments, confirmed)
    except NotDialable as error:
        raise _with_what_to_type(error, arguments, confirmed) from error
    assert isinstance(outcome, dict)
    print(json.dumps(outcome, ensure_ascii=False) if arguments.json else f"{outcome['digits']}: {outcome['said']}")
    return 0


def _with_what_to_type(error: NotDialable, arguments: argparse.Namespace, confirmed: bool) -> NotDialable:
    """The error with an advice for a shell, where a window would offer a choice or a button."""
    from agent_desktop.cli.desk_access import settings_of
    from agent_desktop.desk.dialling import dial_rules, preview

    seen = preview(arguments.number, dial_rules(settings_of(profile_of(arguments)).dial))
    if seen.choices:
        return NotDialable(error.title, f"Dial one of them: {', '.join(digits for digits, _ in seen.choices)}.")
    if seen.confirm and not confirmed:
        return NotDialable(error.title, "Give --yes to dial it all the same.")
    return error


def _dial_ourselves(arguments: argparse.Namespace, confirmed: bool) -> dict[str, object]:
    from dataclasses import asdict

    from agent_desktop.desk.dialling import DialGuard, dial_once, dial_rules

    async def work(client: "PbxClient", settings: "Settings") -> dict[str, object]:
        found = DialGuard().admit(arguments.number, dial_rules(settings.dial), confirmed=confirmed)
        return asdict(await dial_once(client, settings.pbx.extension, found))

    return _with_client(arguments, work)


def pause(arguments: argparse.Namespace) -> int:
    """Ask for a pause."""
    return _change_pause(arguments, True)


def unpause(arguments: argparse.Namespace) -> int:
    """Ask for its end."""
    return _change_pause(arguments, False)


def _change_pause(arguments: argparse.Namespace, paused: bool) -> int:
    if paused:
        running, _ = ask_running(profile_of(arguments), "pause", reason=arguments.reason)
    else:
        running, _ = ask_running(profile_of(arguments), "unpause")
    if not running:

        async def work(client: "PbxClient", settings: "Settings") -> None:
            await client.pause(settings.pbx.extension, paused)

        _with_client(arguments, work)
    return _say("Pause requested." if paused else "End of the pause requested.", arguments.json)


def spy(arguments: argparse.Namespace) -> int:
    """Join a call."""
    extension, mode = check_extension(arguments.extension), arguments.mode
    running, _ = ask_running(profile_of(arguments), "spy", extension=extension, mode=mode)
    if not running:
        from agent_desktop.telephony.agent import SpyMode

        async def work(client: "PbxClient", settings: "Settings") -> None:
            await client.spy(settings.pbx.extension, extension, SpyMode(mode))

        _with_client(arguments, work)
    return _say("Your phone will ring.", arguments.json)


def status(arguments: argparse.Namespace) -> int:
    """The status of extensions."""
    wanted = [check_extension(extension) for extension in arguments.extensions]
    running, rows = ask_running(profile_of(arguments), "status", extensions=wanted)
    if not running:
        from agent_desktop.desk.questions import status_rows

        async def work(client: "PbxClient", settings: "Settings") -> object:
            return await status_rows(client, wanted or [settings.pbx.extension])

        rows = _with_client(arguments, work)
    return _print_rows(rows, arguments.json)


def queue(arguments: argparse.Namespace) -> int:
    """The members of every queue."""
    running, rows = ask_running(profile_of(arguments), "queue")
    if not running:
        from agent_desktop.desk.questions import queue_rows

        async def work(client: "PbxClient", settings: "Settings") -> object:
            return await queue_rows(client)

        rows = _with_client(arguments, work)
    return _print_rows(rows, arguments.json)


def _say(said: str, as_json: bool) -> int:
    print(json.dumps({"said": said}) if as_json else said)
    return 0


def _print_rows(rows: object, as_json: bool) -> int:
    assert isinstance(rows, list)
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    for row in rows:
        print(f"{row['extension']:<8} {row['status'] or 'unknown':<10} {row['queue'] or ''}".rstrip())
    return 0
