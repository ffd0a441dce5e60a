"""The verbs for what is kept: forget, prune, backup, restore. The running program is asked where there is one."""

import argparse
import json
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from dataclasses import asdict
from datetime import tzinfo
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from agent_desktop.cli.desk_access import holding, settings_of, with_store
from agent_desktop.cli.handover import profile_of
from agent_desktop.desk import backup, customer
from agent_desktop.desk.customer import CustomerData
from agent_desktop.desk.keeping import prune as prune_store
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.zone import day_of, pbx_zone
from agent_desktop.errors import UsageError
from agent_desktop.store.store import Store
from agent_desktop.system.paths import Profile
from agent_desktop.system.single_instance import NotRunning, is_running, request

Answer: TypeAlias = dict[str, Any]

LONGEST_S = 3600.0
"""A million calls may be looked through."""

WORDS = {
    "calls": ("call", "calls"),
    "notes": ("note", "notes"),
    "webhooks": ("webhook", "webhooks"),
    "contacts": ("contact", "contacts"),
    "call_backs": ("call-back", "call-backs"),
    "log_lines": ("line of the log", "lines of the log"),
    "old_copies": ("old copy of the database", "old copies of the database"),
}
"""One, and any other number."""


def forget(arguments: argparse.Namespace) -> int:
    """Delete a customer everywhere, after it was shown what that is."""
    profile = profile_of(arguments)
    zone = pbx_zone(settings_of(profile).pbx.zone)
    found = CustomerData(**_ask(profile, "customer", _look_up, number=arguments.number))
    if not arguments.yes:
        if arguments.json:
            print(json.dumps({"deleted": False, **asdict(found)}))
            return 0
        print(f"Found: {_listed(found, zone)}.")
        if not _is_confirmed("Delete all of it? It cannot be undone. [y/N] "):
            raise UsageError("Nothing was deleted.", "Add --yes to delete without being asked.")
    gone = CustomerData(**_ask(profile, "forget", _forget, number=arguments.number))
    if arguments.json:
        print(json.dumps({"deleted": True, **asdict(gone)}))
    else:
        print(f"Deleted: {_listed(gone, zone)}. Backups that you made still hold the customer.")
    return 0


def _is_confirmed(question: str) -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    try:
        return input(question).strip().lower() in ("y", "yes")
    except EOFError:
        return False


def _counted(count: int, name: str) -> str:
    return f"{count} {WORDS[name][count != 1]}"


def _listed(data: CustomerData, zone: tzinfo) -> str:
    counts = [(name, getattr(data, name)) for name in WORDS]
    listed = ", ".join(_counted(count, name) for name, count in counts if count) or "no traces of this number"
    if data.first is None or data.last is None:
        return listed
    first, last = (day_of(at, zone).isoformat() for at in (data.first, data.last))
    return f"{listed}, of {first} to {last}"


async def _look_up(profile: Profile, store: Store, settings: Settings, number: str) -> Answer:
    return asdict(await customer.look_up(profile, store, number))


async def _forget(profile: Profile, store: Store, settings: Settings, number: str) -> Answer:
    data, _ = await customer.delete(profile, store, store.upkeep.wanted(number), time.time())
    return asdict(data)


def prune(arguments: argparse.Namespace) -> int:
    """Delete now what the settings do not keep."""
    gone = _ask(profile_of(arguments), "prune", _prune)
    print(
        json.dumps(gone)
        if arguments.json
        else f"Deleted: {', '.join(_counted(gone[name], name) for name in ('calls', 'webhooks'))}."
    )
    return 0


async def _prune(profile: Profile, store: Store, settings: Settings) -> Answer:
    zone = pbx_zone(settings.pbx.zone)
    return asdict(await prune_store(profile, store, settings.keep, time.time(), zone))


def _ask(profile: Profile, verb: str, work: Callable[..., Awaitable[Answer]], **arguments: object) -> Answer:
    """From the running program, or done here where none runs."""
    try:
        answer = request(profile, verb, arguments, timeout=LONGEST_S)
    except NotRunning:
        if not profile.database.exists():
            raise UsageError("Nothing is kept yet.", "Check the profile folder.") from None
        return with_store(profile, partial(work, profile, **arguments))
    assert isinstance(answer, dict)
    return answer


def back_up(arguments: argparse.Namespace) -> int:
    """Write the profile into one file, also while the program runs."""
    profile = profile_of(arguments)
    target = Path(arguments.file).absolute()
    size = backup.back_up(profile, target, time.time(), _progress())
    if arguments.json:
        print(json.dumps({"file": str(target), "bytes": size}))
    else:
        print(f"Written: {target}, {size / 1_000_000:.1f} MB. It holds customers' data: keep it safe.")
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Put a backup in the profile's place; at the next start where the program runs."""
    profile = profile_of(arguments)
    profile.create()
    source = Path(arguments.file).absolute()
    running = is_running(profile)
    with nullcontext() if running else holding(profile):
        try:
            manifest = backup.stage(profile, source, time.time(), _progress())
        except backup.NotABackup as error:
            raise UsageError(error.title, "Give a file that 'agent-desktop backup' wrote.") from None
        if not running:
            backup.apply_staged(profile, time.time())
    if arguments.json:
        print(json.dumps({"restored": not running, "made": manifest.made}))
    elif running:
        print("The backup is laid ready. Quit Agent Desktop and start it again: it is restored then.")
    else:
        print("Restored. The former profile is kept in a folder before-restore-… beside it.")
    return 0


def _progress() -> backup.Progress:
    """Shown on a terminal alone."""
    if sys.stderr is None or not sys.stderr.isatty():
        return lambda done, total: None

    def show(done: int, total: int) -> None:
        sys.stderr.write(f"\r{100 * done // max(total, 1)} %\r")

    return show
