"""The verb that saves a call's recording."""

import argparse
import asyncio
import json
import time
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from agent_desktop.cli.desk_access import settings_of, with_client
from agent_desktop.cli.handover import profile_of
from agent_desktop.desk.recording_file import Recording, RecordingFile, copy_to, may_come
from agent_desktop.desk.recordings import recording_source
from agent_desktop.desk.settings import PbxSettings, Settings
from agent_desktop.desk.zone import day_of, pbx_zone
from agent_desktop.errors import RecordingMissing, RecordingNotReady
from agent_desktop.pbx.client import PbxClient
from agent_desktop.store.store import read_page
from agent_desktop.system.paths import Profile
from agent_desktop.telephony.call import Call, CallRecord
from agent_desktop.telephony.history import HistoryQuery

CALLID_DAYS = 365


def recording(arguments: argparse.Namespace) -> int:
    """Fetch the recording of a call into a file."""
    profile = profile_of(arguments)
    record = _record(profile, arguments.callid)
    if not record.recording_url:
        raise RecordingNotReady if may_come(record, time.time()) else RecordingMissing
    target = Path(arguments.save).expanduser().absolute()
    fetched = asyncio.run(_save(settings_of(profile).pbx, record, target))
    if arguments.json:
        print(json.dumps({"callid": record.callid, "file": str(target), "bytes": fetched.received}, ensure_ascii=False))
    else:
        print(f"Saved {target}.")
    return 0


def _record(profile: Profile, callid: str) -> CallRecord:
    """What this computer knows of the call, and where that is not enough, what the PBX does."""
    known = next(iter(read_page(profile.database, HistoryQuery(callid=callid, limit=1)).rows), None)
    if known is not None and known.recording_url:
        return known

    async def ask(client: PbxClient, settings: Settings) -> CallRecord | None:
        zone = pbx_zone(settings.pbx.zone)
        last = day_of(known.started, zone) if known is not None else datetime.now(zone).date()
        days = timedelta(days=1 if known is not None else CALLID_DAYS)
        found = [record for record in await client.records(last - days, last, callid) if record.callid == callid]
        return Call.from_events((record, time.time()) for record in found).record() if found else None

    told = with_client(profile, ask)
    if told is None and known is None:
        raise RecordingMissing("Neither this computer nor the PBX knows that call.", "Check its id with 'history'.")
    return told or known  # type: ignore[return-value]


async def _save(settings: PbxSettings, record: CallRecord, target: Path) -> Recording:
    source = recording_source(settings)
    try:
        with TemporaryDirectory(prefix="agent-desktop-") as folder:
            file = RecordingFile(record.callid, Path(folder))
            await file.fetch(source, record, time.time())
            fetched = await file.whole()
            await asyncio.to_thread(copy_to, fetched, target)
            return fetched
    finally:
        await source.close()
