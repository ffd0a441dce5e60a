"""The verb that looks for what is wrong: this computer, the settings, the listener, the PBX."""

import argparse
import json
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from agent_desktop.cli.desk_access import settings_of, with_client
from agent_desktop.cli.handover import ask_running, profile_of
from agent_desktop.desk.connection import check_pbx
from agent_desktop.desk.settings import ListenerSettings, Settings
from agent_desktop.desk.settings_file import PassedOver, load
from agent_desktop.desk.support import check_computer, check_line, write_report
from agent_desktop.desk.this_computer import this_computer
from agent_desktop.desk.updates import Check, Level
from agent_desktop.desk.webhook_address import listen_address
from agent_desktop.desk.webhook_feed import listener_options
from agent_desktop.errors import AgentDesktopError, ListenerFailed, SettingsInvalid, UsageError
from agent_desktop.pbx.client import PbxClient
from agent_desktop.pbx.listener import Listener
from agent_desktop.system.paths import Profile

_KEYS = {
    "dial_selection": "dials what is selected",
    "focus_pop": "goes to the newest call",
    "open_crm": "opens it in the CRM",
    "dismiss_pop": "dismisses it",
}


def doctor(arguments: argparse.Namespace) -> int:
    """Print what was found; 0 where nothing fails, else the exit code of the first failure."""
    profile = profile_of(arguments)
    if arguments.fix:
        _fix(profile)
    checks, failure = _checks(profile)
    if arguments.json:
        rows = [{"level": check.level, "title": check.title, "advice": check.advice} for check in checks]
        print(json.dumps(rows, ensure_ascii=False))
    else:
        for check in checks:
            print(check_line(check))
    return failure or int(any(check.level == "failed" for check in checks))


def report(arguments: argparse.Namespace) -> int:
    """Write what was found, the settings, figures and the log into one file, without customers or secrets."""
    profile = profile_of(arguments)
    target = Path(arguments.file).absolute()
    checks, _ = _checks(profile)
    try:
        settings = settings_of(profile)
    except SettingsInvalid:
        settings = Settings()  # the checks tell that the file cannot be read
    size = write_report(profile, settings, checks, target, time.time())
    if arguments.json:
        print(json.dumps({"file": str(target), "bytes": size}))
    else:
        print(f"Written: {target}. It holds no number, name or secret; look into it before you send it.")
    return 0


def _fix(profile: Profile) -> None:
    """Register what a user would with the switches in the settings. What cannot be, the checks say."""
    computer = this_computer(profile)
    computer.start_at_sign_in(True)
    with suppress(UsageError):
        computer.open_links(True)


def _checks(profile: Profile) -> tuple[list[Check], int]:
    checks, failure = [*check_computer(profile)], 0
    for found, code in _connection(profile):
        checks.append(found)
        failure = failure or code
    return checks, failure


def _connection(profile: Profile) -> Iterator[tuple[Check, int]]:
    from agent_desktop.cli import exit_code

    try:
        settings, passed_over = load(profile.settings_file)
    except SettingsInvalid as error:
        yield Check("failed", error.title, error.advice), exit_code(error)
        return
    for found in _listener(profile, settings, passed_over):
        yield found, 0

    async def work(client: PbxClient, settings: Settings) -> tuple[Check, ...]:
        return await check_pbx(client, settings.pbx.extension)

    try:
        for check in with_client(profile, work):
            yield check, 0
    except AgentDesktopError as error:
        yield Check("failed", error.title, error.advice), exit_code(error)


def _listener(profile: Profile, settings: Settings, passed_over: tuple[PassedOver, ...]) -> Iterator[Check]:
    running, url = ask_running(profile, "webhook-url")
    if running:
        yield Check("ok", "Agent Desktop is running." + (" It polls the PBX." if not url else ""))
        tested = (*_self_test(profile),)
        yield from tested
        yield from (found for found in _running_notices(profile) if found not in tested)
        yield from _running_keys(profile, settings)
    else:
        for one in passed_over:
            yield Check("warning", one.title, one.advice)
        yield _way_in(settings.listener)


def _self_test(profile: Profile) -> Iterator[Check]:
    _, checks = ask_running(profile, "self-test")
    assert isinstance(checks, list)
    for check in checks:
        yield Check(check["level"], check["title"], check["advice"])


def _running_notices(profile: Profile) -> Iterator[Check]:
    _, notices = ask_running(profile, "notices")
    assert isinstance(notices, list)
    for notice in notices:
        if notice["topic"] not in ("pbx", "self-test"):  # which are asked anew
            yield Check("failed" if notice["level"] == Level.ERROR else "warning", notice["title"], notice["advice"])


def _running_keys(profile: Profile, settings: Settings) -> Iterator[Check]:
    """Which keys work in every program. Only the one that has them knows."""
    _, problems = ask_running(profile, "keys")
    assert isinstance(problems, dict)
    reasons = set(problems.values())
    if len(problems) > 1 and len(reasons) == 1 and (reason := reasons.pop()):
        yield Check("warning", "The keys for every program do not work.", reason)
        return
    for name, reason in problems.items():
        keys = getattr(settings.keys, name)
        yield Check(
            "warning" if reason else "ok",
            f"The key {keys} ({_KEYS[name]}) {'does not work' if reason else 'works'}.",
            reason,
        )


def _way_in(settings: ListenerSettings) -> Check:
    try:
        Listener(listener_options(settings), "unused", lambda *_: None)
    except ListenerFailed as error:
        return Check("failed", error.title, error.advice)
    host, port = listen_address(settings)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        if sys.platform != "win32":  # where it would share a port with whoever listens there
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return Check(
                "failed",
                f"Webhooks cannot be received at {host}, port {port}: {error.strerror}.",
                "Choose another address: agent-desktop setup --listen HOST:PORT.",
            )
    return Check("ok", f"Webhooks can be received at {host}, port {port}.")
