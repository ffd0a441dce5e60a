"""The verb `callbacks`: who is to be called back. It reads what is kept, and needs no running program."""

import argparse
import json
import sys
import time
from contextlib import closing
from dataclasses import asdict
from datetime import datetime, tzinfo

from agent_desktop.cli.desk_access import settings_of
from agent_desktop.cli.handover import ask_running, profile_of
from agent_desktop.desk.call_backs import NoCallBack, claim_of, look_back
from agent_desktop.desk.dialling import dial_rules, reading_of
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.zone import pbx_zone
from agent_desktop.errors import NotDialable, UsageError
from agent_desktop.store import call_backs as kept
from agent_desktop.store.database import connect_read_only, open_database
from agent_desktop.store.failures import translated
from agent_desktop.store.number_keys import begin
from agent_desktop.system.paths import Profile
from agent_desktop.telephony.call_back import CallBack
from agent_desktop.telephony.number import canonical

_TIMES = ("first_at", "last_at", "tried_at", "due_at", "snoozed_until", "closed_at")
_INTERNAL = ("told_at",)


def callbacks(arguments: argparse.Namespace) -> int:
    """List them, or say that one is done."""
    profile = profile_of(arguments)
    if arguments.action == "done":
        return _done(profile, arguments)
    if arguments.number:
        raise UsageError("The list takes no number.", "Give 'done NUMBER' to take one off the list.")
    settings, now = settings_of(profile), time.time()
    shown = [one for one in _listed(profile, settings, now, arguments.all) if arguments.all or not one.is_snoozed(now)]
    zone = pbx_zone(settings.pbx.zone)
    if arguments.json:
        print(json.dumps([_row(one, zone, now) for one in shown], ensure_ascii=False))
    else:
        if not shown:
            print("Nobody is to be called back.", file=sys.stderr)
        for one in shown:
            print(_line(one, zone, now))
    return 0


def _listed(profile: Profile, settings: Settings, now: float, with_closed: bool) -> tuple[CallBack, ...]:
    connection = connect_read_only(profile.database)
    if connection is None:
        return ()
    since = look_back(settings, now)
    with closing(connection), translated():
        claim = claim_of(settings, kept.queues_of(connection, settings.extensions, since))
        found = kept.look(connection, kept.may_wait(connection, since), claim, since)
        waiting = sorted((one for one in found if one.is_open), key=lambda one: (one.place, one.canonical))
        return (*waiting, *(kept.closed(connection, claim, since) if with_closed else ()))


def _done(profile: Profile, arguments: argparse.Namespace) -> int:
    if not arguments.number:
        raise UsageError("Which number is done?", "Give it after 'done'.")
    settings = settings_of(profile)
    key = canonical(arguments.number, dial_rules(settings.dial))
    if not key:
        raise NotDialable("That is not a number that can be called back.")
    running, _ = ask_running(profile, "callback-done", number=arguments.number)
    if not running:
        _finish(profile, settings, key)
    print(json.dumps({"done": key}) if arguments.json else "Done.")
    return 0


def _finish(profile: Profile, settings: Settings, key: str) -> None:
    now = time.time()
    waiting = next((one for one in _listed(profile, settings, now, False) if one.canonical == key), None)
    if waiting is None:
        raise NoCallBack
    with closing(open_database(profile.database, now).connection) as connection, translated():
        begin(connection, reading_of(settings.dial))
        kept.finish(key, waiting.number, max(now, waiting.last_at), connection)


def _iso(at: float, zone: tzinfo) -> str | None:
    return datetime.fromtimestamp(at, zone).isoformat(timespec="seconds") if at else None


def _state(one: CallBack, now: float) -> str:
    return (
        "closed" if not one.is_open else "snoozed" if one.is_snoozed(now) else "due" if one.is_due(now) else "planned"
    )


def _row(one: CallBack, zone: tzinfo, now: float) -> dict[str, object]:
    row = {name: None if value == "" else value for name, value in asdict(one).items() if name not in _INTERNAL}
    return {"state": _state(one, now), **row, **{name: _iso(getattr(one, name), zone) for name in _TIMES}}


def _line(one: CallBack, zone: tzinfo, now: float) -> str:
    last = (_iso(one.last_at, zone) or "")[:16].replace("T", " ")
    waited = "" if one.waited_s is None else f"waited {one.waited_s} s"
    tried = f"tried {one.attempts}x" if one.attempts else ""
    parts = (last, one.number, one.name, f"{one.missed}x", one.queue, waited, tried, _state(one, now), one.note)
    return "  ".join(part for part in parts if part)
