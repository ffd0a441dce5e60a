"""What scripts ask the PBX, as plain rows: the same from the running program as from a client of one's own."""

from collections.abc import Sequence
from datetime import date

from agent_desktop.pbx.client import PbxClient
from agent_desktop.telephony.call import Call, CallRecord
from agent_desktop.telephony.order import natural

StatusRow = dict[str, str | None]


async def status_rows(client: PbxClient, extensions: Sequence[str]) -> list[StatusRow]:
    """The status of each extension."""
    statuses = await client.statuses(extensions)
    return [_row(extension, statuses.get(extension, ""), "") for extension in extensions]


async def queue_rows(client: PbxClient) -> list[StatusRow]:
    """The members of every queue, queue by queue."""
    members = sorted(await client.members(), key=lambda one: (natural(one.queue), natural(one.extension)))
    return [_row(member.extension, member.status, member.queue) for member in members]


async def call_records(client: PbxClient, first: date, last: date, callid: str) -> list[CallRecord]:
    """The calls that the PBX has of these days, of `callid` alone where there is one. Unknown starts are 0."""
    merged: dict[str, Call] = {}
    for record in await client.records(first, last, callid):
        if record.callid and (not callid or record.callid == callid):
            call = Call.of(record, record.started or 0.0)
            held = merged.get(call.callid)
            merged[call.callid] = call if held is None else held.merge(call)
    return [call.record() for call in merged.values()]


def _row(extension: str, status: str, queue: str) -> StatusRow:
    return {"extension": extension, "status": status or None, "queue": queue or None}
