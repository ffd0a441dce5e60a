"""The verb `audit`: calls that rang this desk against pops that were painted."""

import argparse
import json
import time
from contextlib import closing
from dataclasses import asdict
from datetime import date, datetime, timedelta, tzinfo
from datetime import time as day_time
from typing import Any

from agent_desktop.cli.desk_access import settings_of
from agent_desktop.cli.handover import ask_running, profile_of
from agent_desktop.desk.diagnostics import look
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.zone import day_of, pbx_zone
from agent_desktop.errors import UsageError
from agent_desktop.store.database import connect_read_only
from agent_desktop.store.failures import translated
from agent_desktop.system.paths import Profile
from agent_desktop.telephony.pop_audit import Audit, Why

WORDS = {
    Why.OFF: "pops were switched off",
    Why.QUIET: "quiet hours",
    Why.UNDISTURBED: "do not disturb",
    Why.NOTIFIED: "the desktop's notification was shown instead",
    Why.FOLDED: "over or answered elsewhere before it could be shown",
    Why.DISMISSED: "dismissed before it could be seen",
    Why.NOT_RUNNING: "the program was not running, or the computer slept",
    Why.CLOSED: "the listener was closed",
    Why.ENDED: "the program ended just then",
    Why.NOT_POLLED: "it rang too shortly for a desk that asks the PBX",
    Why.NOT_SENT: "no webhook arrived",
    Why.ONLY_ITS_END: "only the webhook of its end arrived",
    Why.LATE: "its webhook came when it was over",
    Why.UNKNOWN: "not known",
}


def audit(arguments: argparse.Namespace) -> int:
    """Print it; 0 also where pops were missed."""
    profile = profile_of(arguments)
    settings = settings_of(profile)
    zone = pbx_zone(settings.pbx.zone)
    first, last = _days(arguments, zone)
    since = datetime.combine(first, day_time.min, zone).timestamp()
    until = datetime.combine(last + timedelta(days=1), day_time.min, zone).timestamp()
    found = _found(profile, settings, since, until)
    missed = [_row(one, zone) for one in found["missed"]]
    if arguments.json:
        counts = {name: found[name] for name in ("rang", "popped", "is_cut_off")}
        print(json.dumps({**counts, "missed": missed}, ensure_ascii=False))
        return 0
    for row in missed:
        said = WORDS[Why(row["why"])]
        print("  ".join(part for part in (row["started"], row["number"], row["name"], row["callid"], said) if part))
    print(f"{found['rang']} {'call' if found['rang'] == 1 else 'calls'} rang you, {found['popped']} popped.")
    if found["is_cut_off"]:
        print("Only the latest of these days were looked at: ask for fewer days.")
    return 0


def _found(profile: Profile, settings: Settings, since: float, until: float) -> dict[str, Any]:
    running, told = ask_running(profile, "audit", since=since, until=until)
    if running:
        assert isinstance(told, dict)
        return told
    connection = connect_read_only(profile.database)
    if connection is None:
        return asdict(Audit())
    with closing(connection), translated():
        return asdict(look(connection, settings.extensions, since, min(until, time.time())))


def _days(arguments: argparse.Namespace, zone: tzinfo) -> tuple[date, date]:
    today = day_of(time.time(), zone)
    last = arguments.last or max(today, arguments.first or today)
    first = arguments.first or min(last, today)
    if first > last:
        raise UsageError("The first day is after the last one.", "Give --from a day that is not later than --to.")
    return first, last


def _row(missed: dict[str, Any], zone: tzinfo) -> dict[str, Any]:
    record = missed["record"]
    after_ms = round(missed["after_ms"]) if missed["why"] == Why.FOLDED else None
    return {
        "callid": record["callid"],
        "started": datetime.fromtimestamp(record["started"], zone).isoformat(timespec="seconds"),
        "number": record["number"],
        "name": missed["name"],
        "extension": record["extension"],
        "queue": record["queue"],
        "status": record["status"],
        "why": str(missed["why"]),
        "after_ms": after_ms,
    }
