"""A webhook's request into an event. Pure, and it never raises: what cannot be read is `Unreadable`.

The PBX sends parameters in the URL, a form or JSON, under either family of names (fields.py), cut off anywhere.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from urllib.parse import unquote

from agent_desktop.pbx.fields import (
    first,
    read_agent_status,
    read_number,
    read_parties,
    read_queue,
    read_seconds,
    read_status,
    read_text,
    reported_call,
)
from agent_desktop.pbx.webhook_fields import Fields, read_fields
from agent_desktop.telephony.events import (
    AgentNoAnswer,
    AgentStatusChanged,
    CallAbandoned,
    CallAnswered,
    CallEnded,
    CallRinging,
    Direction,
    Event,
    Unreadable,
)

_CDR_ONLY = ("calldate", "duration", "billsec", "direction")


@dataclass(frozen=True, slots=True)
class Request:
    """A webhook as received. `target` is path and query without the secret; all of it may be kept in the journal."""

    method: str
    target: str
    content_type: str
    body: bytes


def parse(request: Request, zone: tzinfo) -> Event:
    """The event that the request tells. Dates without a zone are in `zone`."""
    path, _, query = request.target.partition("?")
    fields = read_fields(query, request.body)
    segments = [segment for segment in unquote(path).lower().split("/") if segment]
    for start in range(len(segments)):
        read = _READERS.get("/".join(segments[start : start + 3]))
        if read is not None:
            return read(fields, zone)
    return _unreadable("path", fields, "", read_text(fields.get("status")))


def _call_in(fields: Fields, _zone: tzinfo) -> Event:
    return _progress(fields, "inbound")


def _init(fields: Fields, _zone: tzinfo) -> Event:
    return _progress(fields, "outbound")


def _progress(fields: Fields, direction: Direction) -> Event:
    """A call rings or was answered; without a word it rings."""
    word = read_text(fields.get("event"))
    kind = _PROGRESS.get(word.upper())
    if kind is None:
        return _unreadable("event", fields, direction, word)
    callid = read_text(fields.get("callid"))
    extension, number = read_parties(fields, direction)
    if not callid and not extension:
        return _unreadable("callid", fields, direction, word)
    # Cut off behind the extension, it still says whose phone rings.
    return kind(callid, direction, extension, number, _queue(fields), _did(fields))


def _hangup(fields: Fields, _zone: tzinfo) -> Event:
    callid = read_text(fields.get("callid"))
    return CallEnded(callid) if callid else _unreadable("callid", fields, "")


def _calldata(fields: Fields, zone: tzinfo) -> Event:
    """Three things share this path; the status and the fields present tell them apart."""
    callid, status = read_text(fields.get("callid")), read_status(fields.get("status"))
    if callid and status == "ABANDON":
        _, number = read_parties(fields, "inbound")
        return CallAbandoned(callid, number, _queue(fields), read_seconds(fields.get("holdtime")))
    if callid and status == "NOANSWER" and not first(fields, *_CDR_ONLY):
        extension, number = read_parties(fields, "inbound")
        if extension:
            return AgentNoAnswer(callid, extension, number, _queue(fields))
    return reported_call(fields, zone, from_api=False) or _unreadable("callid", fields, "", status)


def _change_status(fields: Fields, _zone: tzinfo) -> Event:
    extension, _ = read_parties(fields, "")
    status = read_agent_status(fields.get("status"))
    if extension and status:
        return AgentStatusChanged(extension, status)
    return _unreadable("status" if extension else "extension", fields, "", status)


def _unreadable(reason: str, fields: Fields, direction: Direction, status: str = "") -> Unreadable:
    extension, number = read_parties(fields, direction)
    return Unreadable(reason, read_text(fields.get("callid")), extension, number, _queue(fields), _did(fields), status)


def _queue(fields: Fields) -> str:
    return read_queue(first(fields, "queue", "queue_name"))


def _did(fields: Fields) -> str:
    return read_number(first(fields, "did", "did_number"))


_PROGRESS: dict[str, type[CallRinging] | type[CallAnswered]] = {
    "": CallRinging,
    "RING": CallRinging,
    "RINGING": CallRinging,
    "ANSWER": CallAnswered,
    "ANSWERED": CallAnswered,
}
_READERS: dict[str, Callable[[Fields, tzinfo], Event]] = {
    "api/callcenter/call_in": _call_in,
    "api/callcenter/init": _init,
    "api/callcenter/hangup": _hangup,
    "api/callcenter/calldata": _calldata,
    "api/agent/changestatus": _change_status,
}
