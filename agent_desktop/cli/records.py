"""The verbs that read: history (the PBX's records beside what this computer knows) and events (the journal)."""

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, fields, replace
from datetime import date, datetime, time, timedelta, tzinfo

from agent_desktop.cli.desk_access import settings_of, with_client
from agent_desktop.cli.export import export
from agent_desktop.cli.handover import ask_running, profile_of
from agent_desktop.desk.export_file import safe_cell
from agent_desktop.desk.questions import call_records
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.sync_plan import days_back
from agent_desktop.desk.zone import day_of, pbx_zone
from agent_desktop.errors import UsageError
from agent_desktop.pbx.client import PbxClient
from agent_desktop.pbx.webhook import Request, parse
from agent_desktop.store.journal import StoredEntry, read
from agent_desktop.store.store import read_page
from agent_desktop.system.paths import Profile
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.events import EVENT_NAMES, STATUS_OF_EVENT
from agent_desktop.telephony.history import HistoryQuery

COLUMNS = tuple(field.name for field in fields(CallRecord))
CALLID_DAYS = 365
PAGE = 1000

Row = dict[str, str | int | None]


def history(arguments: argparse.Namespace) -> int:
    """The calls of some days, newest first: the PBX's facts win, and nothing known here is left out."""
    profile = profile_of(arguments)
    settings = settings_of(profile)
    zone = pbx_zone(settings.pbx.zone)
    first, last = _days(arguments, zone)
    if arguments.export is not None:
        return export(profile.database, _query(zone, first, last, arguments.callid), arguments.export, zone)
    calls = {record.callid: record for record in _local(profile, zone, first, last, arguments.callid)}
    if not arguments.local:
        for record in _pulled(profile, first, last, arguments.callid):
            calls[record.callid] = _filled(record, calls.get(record.callid))
    newest_first = sorted(calls.values(), key=lambda record: (record.started, record.callid), reverse=True)
    _print_calls([_call_row(record, zone) for record in newest_first], arguments)
    return 0


def _days(arguments: argparse.Namespace, zone: tzinfo) -> tuple[date, date]:
    today = day_of(datetime.now(zone).timestamp(), zone)
    last = arguments.last or max(today, arguments.first or today)
    earliest = last - timedelta(days=CALLID_DAYS) if arguments.callid else min(last, today)
    first = arguments.first or earliest
    if first > last:
        raise UsageError("The first day is after the last one.", "Give --from a day that is not later than --to.")
    return first, last


def _query(zone: tzinfo, first: date, last: date, callid: str) -> HistoryQuery:
    since = datetime.combine(first, time.min, zone).timestamp()
    until = datetime.combine(last + timedelta(days=1), time.min, zone).timestamp()
    return HistoryQuery(since=since, until=until, callid=callid, limit=PAGE)


def _local(profile: Profile, zone: tzinfo, first: date, last: date, callid: str) -> Iterator[CallRecord]:
    query = _query(zone, first, last, callid)
    while True:
        page = read_page(profile.database, query)
        yield from page.rows
        if page.next is None:
            return
        query = replace(query, after=page.next)


def _pulled(profile: Profile, first: date, last: date, callid: str) -> Iterator[CallRecord]:
    """What the PBX has, a day at a time, so that no answer grows without bound."""
    spans = [(first, last)] if callid else [(day, day) for day in days_back(last, first)]
    for number, span in enumerate(spans):
        names = {"first": span[0].isoformat(), "last": span[1].isoformat(), "callid": callid}
        running, rows = ask_running(profile, "records", **names)
        if not running:
            yield from _pulled_ourselves(profile, spans[number:], callid)
            return
        assert isinstance(rows, list)
        yield from (CallRecord(**row) for row in rows)


def _pulled_ourselves(profile: Profile, spans: Sequence[tuple[date, date]], callid: str) -> list[CallRecord]:
    async def work(client: PbxClient, settings: Settings) -> list[CallRecord]:
        return [record for span in spans for record in await call_records(client, *span, callid)]

    return with_client(profile, work)


def _filled(pulled: CallRecord, known: CallRecord | None) -> CallRecord:
    """The PBX's record, its gaps filled with what is known here."""
    if known is None:
        return pulled
    gaps = {name: getattr(known, name) for name in COLUMNS if getattr(pulled, name) in ("", None)}
    return replace(pulled, **gaps, started=pulled.started or known.started)


def _iso(at: float, zone: tzinfo, timespec: str = "seconds") -> str:
    return datetime.fromtimestamp(at, zone).isoformat(timespec=timespec)


def _call_row(record: CallRecord, zone: tzinfo) -> Row:
    row: Row = {name: value if value != "" else None for name, value in asdict(record).items()}
    row["started"] = _iso(record.started, zone) if record.started else None
    return row


def _print_calls(rows: list[Row], arguments: argparse.Namespace) -> None:
    if arguments.json:
        print(json.dumps(rows, ensure_ascii=False))
    elif arguments.csv:
        writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(
            {name: safe_cell(value) if isinstance(value, str) else value for name, value in row.items()} for row in rows
        )
    else:
        if not rows:
            print("No calls are known of these days.", file=sys.stderr)
        for row in rows:
            print(_line(row))


def _line(row: Row) -> str:
    arrow = {"inbound": "in ", "outbound": "out"}.get(str(row["direction"]), "   ")
    shown = (str(row["started"] or "")[:19].replace("T", " "), arrow, row["number"], row["extension"], row["queue"])
    times = f"talk {row['talk_s']} s" if row["talk_s"] is not None else ""
    parts = (*shown, row["status"], *([times] if times else []), row["callid"])
    return "  ".join(str(part if part is not None else "-") for part in parts)


# The journal.


def events(arguments: argparse.Namespace) -> int:
    """Every webhook as received, oldest first."""
    profile = profile_of(arguments)
    zone = pbx_zone(settings_of(profile).pbx.zone)
    entries = read(profile.database, after_seq=arguments.after, callid=arguments.callid or None)
    is_empty = True
    for row in _event_rows(entries, zone):
        is_empty = False
        print(json.dumps(row, ensure_ascii=False) if arguments.json else _event_line(row))
    if is_empty and not arguments.json:
        print("No such webhooks are in the journal.", file=sys.stderr)
    return 0


def _event_rows(entries: Iterable[StoredEntry], zone: tzinfo) -> Iterator[Row]:
    for entry in entries:
        event = parse(Request(entry.method, entry.target, entry.content_type, entry.body), zone)
        row: Row = {"seq": entry.seq, "received": _iso(entry.received, zone, "milliseconds")}
        row["event"] = EVENT_NAMES[type(event)]
        for name in COLUMNS:
            value = getattr(event, name, None)
            row[name] = value if value != "" else None
        row["status"] = row["status"] or STATUS_OF_EVENT.get(type(event))
        if (started := getattr(event, "started", None)) is not None:
            row["started"] = _iso(started, zone)
        yield row


def _event_line(row: Row) -> str:
    told = (f"{name}={row[name]}" for name in COLUMNS if row[name] is not None)
    return f"{row['seq']:>6}  {str(row['received'])[:23].replace('T', ' ')}  {row['event']:<12}  {' '.join(told)}"
