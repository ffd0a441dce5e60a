"""The verb `sync`: fetch the PBX's call records into the history, through the running program where there is one."""

import argparse
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from agent_desktop.cli.handover import ask_running, profile_of
from agent_desktop.errors import AgentDesktopError, UsageError
from agent_desktop.system.paths import Profile
from agent_desktop.system.single_instance import request

if TYPE_CHECKING:
    from agent_desktop.desk.settings import Settings
    from agent_desktop.pbx.client import PbxClient
    from agent_desktop.telephony.events import CallReported

LOOK_AGAIN_S = 0.3
TAKEN_AT_ONCE = 500

Tell = Callable[["_Fetched"], None]


@dataclass(frozen=True, slots=True)
class _Fetched:
    """How far it is: days, and calls that were new or known better."""

    done: int
    total: int
    news: int

    def line(self) -> str:
        days = "1 day" if self.total == 1 else f"{self.total} days"
        return f"{self.done} of {days}, {self.news} {'call' if self.news == 1 else 'calls'} new or changed"


def sync(arguments: argparse.Namespace) -> int:
    """Fetch what is due, or the days that are named. What was fetched before it ends stays."""
    profile = profile_of(arguments)
    days = _days(arguments)
    tell: Tell = (lambda _: None) if arguments.json else _Printer()
    named = {} if days is None else {"first": days[0].isoformat(), "last": days[1].isoformat()}
    running, _ = ask_running(profile, "sync", **named)
    end = _follow(profile, tell) if running else _ourselves(profile, days, tell)
    if arguments.json:
        print(json.dumps({"days": end.done, "new": end.news}))
    return 0


def _days(arguments: argparse.Namespace) -> tuple[date, date] | None:
    if arguments.first is None and arguments.last is None:
        return None
    today = datetime.now().astimezone().date()
    last = arguments.last or max(today, arguments.first)
    first = arguments.first or last
    if first > last:
        raise UsageError("The first day is after the last one.", "Give --from a day that is not later than --to.")
    return first, last


class _Printer:
    """A line each time that more days are done."""

    def __init__(self) -> None:
        self._done = -1

    def __call__(self, fetched: _Fetched) -> None:
        if fetched.done > max(self._done, 0):
            self._done = fetched.done
            print(fetched.line(), flush=True)


def _follow(profile: Profile, tell: Tell) -> _Fetched:
    """Look on until the running program is done. Ctrl+C stops it there, too."""
    try:
        while True:
            told = request(profile, "sync-progress")
            assert isinstance(told, dict)
            fetched = _Fetched(told["done"], told["total"], told["news"])
            tell(fetched)
            if told["stopped"]:
                raise AgentDesktopError(f"It was stopped after {fetched.line()}.", "The next one goes on from there.")
            if not told["is_running"]:
                return fetched
            time.sleep(LOOK_AGAIN_S)
    except KeyboardInterrupt:
        request(profile, "sync-stop")
        raise


def _ourselves(profile: Profile, days: tuple[date, date] | None, tell: Tell) -> _Fetched:
    from agent_desktop.cli.desk_access import with_client

    async def work(client: "PbxClient", settings: "Settings") -> _Fetched:
        return await _fetch(profile, client, settings, days, tell)

    return with_client(profile, work)


async def _fetch(
    profile: Profile, client: "PbxClient", settings: "Settings", days: tuple[date, date] | None, tell: Tell
) -> _Fetched:
    from agent_desktop.desk.day_sync import Agenda, DaySync, source_of
    from agent_desktop.desk.dialling import dial_rules, reading_of
    from agent_desktop.desk.sync_plan import days_between
    from agent_desktop.desk.zone import pbx_zone
    from agent_desktop.store.store import Store
    from agent_desktop.telephony.call import Call
    from agent_desktop.telephony.number import canonical

    rules = dial_rules(settings.dial)
    store = await Store.open(profile.database, lambda number: canonical(number, rules), time.time())
    source = source_of(settings, client, pbx_zone(settings.pbx.zone))

    async def take(records: "Sequence[CallReported]") -> int:
        news, now = 0, time.time()
        for start in range(0, len(records), TAKEN_AT_ONCE):
            calls = [Call.of(record, now) for record in records[start : start + TAKEN_AT_ONCE]]
            news += len(await store.save(calls, 0))
        return news

    try:
        await store.number_keys.begin(reading_of(settings.dial))
        days_sync = DaySync(lambda: source, store, take, time.time)
        agenda = Agenda(await days_sync.due() if days is None else days_between(*days))
        await days_sync.walk(agenda, lambda: tell(_Fetched(agenda.done, agenda.total, agenda.news)))
        end = _Fetched(agenda.done, agenda.total, agenda.news)
        tell(end)
        return end
    finally:
        await store.close()
