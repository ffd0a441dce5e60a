"""The fields that webhooks and REST records share: the vendor's spellings in, plain values out. Nothing here raises.

Unknown text is "" and unknown figures are None. Both families of names are read: the webhook's (`phone`, `extension`,
`did`, `queue`, `recordingfile`) and the REST record's (`callerid`, `destination`, `did_number`, `queue_name`,
`recordingpath`). Mappings have lower-case keys; values are text, or whatever JSON made of them.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from math import isfinite
from unicodedata import category
from urllib.parse import unquote, urlsplit

from agent_desktop.telephony.events import WITHHELD, CallReported, Direction

TEXT_LIMIT = 256
URL_LIMIT = 2048
LONGEST_CALL_S = 10 * 24 * 3600
FIRST_YEAR, LAST_YEAR = 1971, 2999
"""Beyond, a moment has no day in some zone, and no call took place."""

_WITHHELD_WORDS = frozenset({"anonymous", "restricted", "private", "withheld", "unavailable"})
_UNKNOWN_WORDS = frozenset({"unknown", "<unknown>"})
_STATUS_WORDS = {word: word for word in ("ANSWER", "BUSY", "NOANSWER", "CANCEL", "FAILED", "CONGESTION", "ABANDON")} | {
    "ANSWERED": "ANSWER",
    "ABANDONED": "ABANDON",
}
_AGENT_STATUS_WORDS = frozenset({"off", "on", "pause", "ring", "talk"})
_DIRECTIONS: dict[str, Direction] = {
    "inbound": "inbound",
    "incoming": "inbound",
    "in": "inbound",
    "outbound": "outbound",
    "outgoing": "outbound",
    "out": "outbound",
}
# A '+' before an international number, read as a form's space. No country code starts with 0, and extensions are short.
_PLUS_LOST = re.compile(r" +(?=[1-9](?:[ ().-]*[0-9]){6,}\Z)")
_CHANNEL = re.compile(r"(?:SIP|PJSIP|IAX2|LOCAL|AGENT)/(.*?)(?:-[0-9a-f]{4,}(?:;[12])?)?", re.IGNORECASE)
_DECIMAL = re.compile(r"([0-9]{1,9})(?:\.[0-9]*)?")
_CLOCK = re.compile(r"(?:([0-9]{1,4}):)?([0-9]{1,2}):([0-9]{2})(?:\.[0-9]*)?")
_INSTANT = re.compile(
    r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})[ +T-]+([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:[.,]([0-9]{1,9}))?"
    r" ?(Z|[+-][0-9]{2}:?[0-9]{2})?",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def first(fields: Mapping[str, object], *names: str) -> object:
    """The first of these fields that is there and not empty, else ""."""
    for name in names:
        value = fields.get(name)
        if value is not None and value != "":
            return value
    return ""


def read_text(value: object, limit: int = TEXT_LIMIT) -> str:
    """One line of text of at most `limit` characters, trimmed, with nothing invisible in it but spaces."""
    return _visible(value).strip()[:limit].rstrip()


def _visible(value: object) -> str:
    text = _plain(value)
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if category(c) == "Zs" else "" for c in text)


def _plain(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    if isinstance(value, float) and not isfinite(value):
        return ""  # a figure such as 1e400
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e16:
        return str(int(value))
    try:
        return str(value)
    except ValueError:
        return ""  # Python refuses to print integers of thousands of digits.


def read_number(value: object) -> str:
    """A telephone number as it came, with a `+` that was decoded to a space put back; WITHHELD, or ""."""
    text = _PLUS_LOST.sub("+", _visible(value).rstrip()[:TEXT_LIMIT], count=1).strip().partition("@")[0]
    word = text.lower()
    if word in _WITHHELD_WORDS:
        return WITHHELD
    return "" if word in _UNKNOWN_WORDS else text


def read_extension(value: object) -> str:
    """An extension without `@domain`, `sip:` or the channel's decoration (`PJSIP/101-0000002a`)."""
    text = read_text(value).partition("@")[0].strip()
    if text[:4].lower() == "sip:":
        text = text[4:]
    channel = _CHANNEL.fullmatch(text)
    return channel[1] if channel else text


def read_queue(value: object) -> str:
    """A queue's number or name as it came, without `@domain`."""
    return read_text(value).partition("@")[0].strip()


def read_status(value: object) -> str:
    """How a call ended: ANSWER, BUSY, NOANSWER, CANCEL, FAILED, CONGESTION, ABANDON, or another word as it came."""
    text = read_text(value)
    return _STATUS_WORDS.get(_bare(text), text)


def _bare(word: str) -> str:
    return word.upper().replace(" ", "").replace("_", "").replace("-", "")


def is_cut_word(status: str) -> bool:
    """True where a status is the beginning of a known word: the request ended inside it."""
    bare = _bare(status)
    return bare not in _STATUS_WORDS and any(word.startswith(bare) for word in _STATUS_WORDS)


def read_agent_status(value: object) -> str:
    """`off on pause ring talk`, or another word as it came."""
    text = read_text(value)
    return text.lower() if text.lower() in _AGENT_STATUS_WORDS else text


def read_direction(value: object) -> Direction:
    """`inbound`, `outbound` or ""."""
    return _DIRECTIONS.get(read_text(value).lower(), "")


def read_seconds(value: object) -> int | None:
    """A duration in whole seconds from a figure or `HH:MM:SS`; None where it is absent, negative or beyond ten days."""
    text = read_text(value)
    if decimal := _DECIMAL.fullmatch(text):
        seconds = int(decimal[1])
    elif clock := _CLOCK.fullmatch(text):
        seconds = int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + int(clock[3])
    else:
        return None
    return seconds if seconds <= LONGEST_CALL_S else None


def read_instant(value: object, zone: tzinfo) -> float | None:
    """Epoch seconds of a date and time, in `zone` unless it names its own; None where there is no such moment."""
    text = read_text(value)
    match = _INSTANT.fullmatch(unquote(text) if "%" in text else text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    micros = int((match[7] or "0").ljust(6, "0")[:6])
    try:
        own = _offset(match[8]) if match[8] else zone
        return datetime(year, month, day, hour, minute, second, micros, own).timestamp()
    except (ValueError, OverflowError):
        return None


def _offset(text: str) -> timezone:
    if text in "Zz":
        return UTC
    ahead = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(-ahead if text[0] == "-" else ahead)


def read_url(value: object) -> str:
    """An http or https address, or a path relative to the PBX's; anything else, or one that is too long, is ""."""
    text = read_text(value, URL_LIMIT + 1).replace(" ", "%20")
    if len(text) > URL_LIMIT or "\\" in text or text.startswith("//"):
        return ""
    if not _SCHEME.match(text):
        return text
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in ("http", "https") and parts.hostname else ""


def read_parties(fields: Mapping[str, object], direction: Direction) -> tuple[str, str]:
    """(extension, customer's number). A REST record's `callerid` and `destination` tell only with a direction."""
    callers, called = fields.get("callerid"), fields.get("destination")
    theirs, ours = {"inbound": (callers, called), "outbound": (called, callers)}.get(direction, ("", ""))
    extension = read_extension(first(fields, "extension", "exten", "ext") or ours)
    return extension, read_number(first(fields, "phone") or theirs)


def reported_call(fields: Mapping[str, object], zone: tzinfo, *, from_api: bool) -> CallReported | None:
    """The call data record in `fields`, pushed or pulled (`from_api`); None where it names no call.

    A pushed record counts as complete with a status, a readable date and a duration; a pulled one with a status.
    """
    callid = read_text(first(fields, "callid"))
    if not callid:
        return None
    direction = read_direction(fields.get("direction"))
    queue = read_queue(first(fields, "queue", "queue_name"))
    # Only inbound calls come through a queue.
    extension, number = read_parties(fields, direction or ("inbound" if queue else ""))
    status = read_status(fields.get("status"))
    started = read_instant(fields.get("calldate"), zone)
    duration_s, talk_s = read_seconds(fields.get("duration")), read_seconds(fields.get("billsec"))
    timed = started is not None and not (duration_s is None and talk_s is None)
    return CallReported(
        callid,
        direction,
        extension,
        number,
        queue,
        read_number(first(fields, "did", "did_number")),
        started,
        status,
        duration_s,
        talk_s,
        read_seconds(fields.get("holdtime")),
        read_url(first(fields, "recordingfile", "recordingpath")),
        complete=bool(status) and (from_api or (timed and not is_cut_word(status))),
        from_api=from_api,
    )
