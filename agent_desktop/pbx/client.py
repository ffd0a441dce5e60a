"""The PBX's REST API over HTTP: six actions, values out, a PbxError for everything that goes wrong.

httpx is imported with the first request: it takes a quarter of a second. The key stands in the path of the dial URL,
so no URL is logged or put into an error.
"""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import TYPE_CHECKING, Protocol, TypeVar
from urllib.parse import quote, urlsplit

from agent_desktop.errors import AnswerNotUnderstood, NotDialable, NotSetUp, PbxUnreachable, SettingsInvalid
from agent_desktop.pbx.answers import (
    ADDRESS_ADVICE,
    Answer,
    DialAnswer,
    read_dial,
    read_done,
    read_members,
    read_records,
    read_statuses,
)
from agent_desktop.pbx.causes import unreachable
from agent_desktop.pbx.http_client import HttpClient
from agent_desktop.pbx.shapes import is_page
from agent_desktop.telephony.agent import QueueMember, SpyMode
from agent_desktop.telephony.events import CallReported, Direction

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")

TOTAL_S = 25.0
"""What an action may take in all, retries included: with a program's start it stays within 30 s."""
ATTEMPTS = 3
_BACKOFF_S = 0.5
_TOO_MANY_CALLS = "Ask for fewer days; if it was one day, tell your administrator."
_TOO_MUCH = "Send a report to your administrator."
_TOO_LATE = "The PBX did not answer in time."
_SMALL = 1_000_000
_TEAM = 8_000_000
"""40,000 places in queues, each with a name and an interface."""
_LARGE = 32_000_000
"""A day with 90,000 calls. Reading it takes ten times as much memory."""
_READ_AT_ONCE = 20_000
_BEGINNING = 4096

# The vendor's words: what everyone else calls listening is `whisper` to it.
_SPY_WORDS = {
    SpyMode.LISTEN: "whisper",
    SpyMode.WHISPER: "callee",
    SpyMode.BARGE: "threeway",
    SpyMode.CALLER: "caller",
    SpyMode.CALLEE: "callee",
}


class _NotConnected(PbxUnreachable):
    """Nothing was sent."""


class _NoRequests(logging.Filter):
    """Keeps out httpx's line about each request, which holds the URL, at whatever level a handler asks for."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= logging.WARNING


logging.getLogger("httpx").addFilter(_NoRequests())
logging.getLogger("httpx").setLevel(logging.WARNING)
logging.getLogger("httpcore").setLevel(logging.WARNING)


class Secret(Protocol):
    """The key, which shows itself only when asked."""

    def reveal(self) -> str: ...


@dataclass(frozen=True, slots=True)
class PbxOptions:
    """Where the PBX is. `report_url` is for call records, where they have a host of their own; `zone` is the PBX's."""

    url: str
    domain: str
    zone: tzinfo
    report_url: str = ""
    timeout_s: float = 10.0
    total_s: float = TOTAL_S


@dataclass(frozen=True, slots=True)
class _Request:
    """`fields` become a JSON body, to which the key is added. `read_s` 0 is the usual time-out."""

    method: str
    url: str
    path: str
    fields: Mapping[str, object] | None = None
    limit: int = _SMALL
    read_s: float = 0.0


class PbxClient:
    """Asks and tells the PBX. Reads are tried again while it cannot be reached; what changes something is sent once.

    Every action raises a PbxError, or a UsageError or NotSetUp before anything is sent.
    """

    def __init__(
        self,
        options: PbxOptions,
        key: Secret,
        *,
        transport: "httpx.AsyncBaseTransport | None" = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._options = options
        self._key = key
        self._http = HttpClient(options.timeout_s, transport)
        self._sleep = sleep
        self._jitter = jitter
        self.last_server_date = ""
        """The `Date` header of the last answer, for a check of this computer's clock."""

    async def open(self) -> None:
        """Load and build the HTTP client, off the loop. The first request does it where nobody did before."""
        await self._http.get()

    async def close(self) -> None:
        """Close the connections. The next request would open them again."""
        await self._http.close()

    async def dial(self, extension: str, digits: str) -> DialAnswer:
        """Ring `extension`, then `digits`. Sent once, whatever happens: a customer's phone must not ring twice."""
        if not (digits.isascii() and digits.isdigit()):
            raise NotDialable
        parts = {
            "from_number": _segment(extension, "extension"),
            "to_number": digits,
            "key": _segment(self._secret(), "key"),
            "domain": _segment(self._options.domain, "domain"),
        }
        path = "/api/CallControl/dial/" + "/".join(f"{name}/{value}" for name, value in parts.items())
        try:
            # The PBX may answer only when the agent has picked up.
            return read_dial(await self._send(_Request("GET", self._options.url, path, read_s=self._options.total_s)))
        except _NotConnected:
            raise
        except PbxUnreachable as error:
            raise PbxUnreachable(error.title, "Look at your phone before you dial again: it may be ringing.") from None

    async def statuses(self, extensions: Iterable[str]) -> dict[str, str]:
        """Status by extension, for those of `extensions` whose status the PBX tells."""
        listed = [{"ext": extension} for extension in extensions if extension]
        if not listed:
            return {}
        asked = _Request("POST", self._options.url, "/api/Agent/status/format/json", {"list": listed}, _TEAM)
        return await self._ask(asked, read_statuses)

    async def members(self) -> tuple[QueueMember, ...]:
        """Who is in which queue."""
        asked = _Request("POST", self._options.url, "/api/Agent/all_members/format/json", {}, _TEAM)
        return await self._ask(asked, read_members)

    async def pause(self, extension: str, paused: bool) -> None:
        """Ask for a pause, or its end, in all queues. To return is to have asked: a status change confirms."""
        _segment(extension, "extension")
        await self._tell("/api/Agent/update_status", {"exten": extension, "status": "1" if paused else "0"})

    async def spy(self, own_extension: str, extension: str, mode: SpyMode, direction: Direction = "") -> None:
        """Ring `own_extension` to join the call of `extension`, whose `direction` tells which leg the agent is."""
        for name in (own_extension, extension):
            _segment(name, "extension")
        agent_is_caller = mode is SpyMode.WHISPER and direction == "outbound"
        word = "caller" if agent_is_caller else _SPY_WORDS[mode]
        await self._tell("/api/Agent/spy/format/json", {"src": own_extension, "dst": extension, "mode": word})

    async def records(self, start: date, end: date, callid: str = "") -> tuple[CallReported, ...]:
        """The records of the days `start` to `end`, both included and in the PBX's zone; of one call with `callid`."""
        zone = self._options.zone
        url = self._options.report_url or self._options.url
        fields = {"callid": callid, "startdate": start.isoformat(), "enddate": end.isoformat()}
        asked = _Request("POST", url, "/internal/Reports/cdr/format/json", fields, limit=_LARGE)
        return await self._ask(asked, lambda answer: read_records(answer, zone))

    def _secret(self) -> str:
        key = self._key.reveal().strip()
        if not key:
            raise NotSetUp("The PBX key is missing.")
        return key

    async def _tell(self, path: str, fields: Mapping[str, object]) -> None:
        read_done(await self._send(_Request("POST", self._options.url, path, fields)))

    async def _ask(self, request: _Request, read: Callable[[Answer], T]) -> T:
        """The answer to a question, asked again with growing pauses while the PBX cannot be reached."""
        failure = PbxUnreachable(_TOO_LATE)
        try:
            async with asyncio.timeout(self._options.total_s):
                for attempt in range(ATTEMPTS):
                    if attempt:
                        await self._sleep(_BACKOFF_S * 2 ** (attempt - 1) * (1 + self._jitter()))
                    try:
                        answer = await self._send(request)
                        if len(answer.body) <= _READ_AT_ONCE:
                            return read(answer)
                        # A day's records take a second to read, in which the loop must go on.
                        return await asyncio.to_thread(read, answer)
                    except PbxUnreachable as error:
                        failure = error
        except TimeoutError:
            pass
        raise failure

    async def _send(self, request: _Request) -> Answer:
        """One request and its whole answer."""
        address = _base(request.url) + request.path
        key = self._secret()
        json = None if request.fields is None else {"key": key, **request.fields}
        await self.open()
        try:
            async with asyncio.timeout(self._options.total_s):
                status, body = await self._exchange(request, address, json)
        except TimeoutError:
            raise PbxUnreachable(_TOO_LATE) from None
        return Answer(status, body, key)

    async def _exchange(self, request: _Request, address: str, json: object) -> tuple[int, bytes]:
        """Status and body. Every error of the network or of httpx is translated here, and nowhere else."""
        import httpx

        http = self._http.made
        if http is None:
            raise PbxUnreachable("The connection to the PBX was closed.")
        timeout = httpx.Timeout(self._options.timeout_s, read=request.read_s or self._options.timeout_s)
        try:
            async with http.stream(request.method, address, json=json, timeout=timeout) as response:
                self.last_server_date = response.headers.get("date", "")
                try:
                    return response.status_code, await _body(response, request.limit)
                finally:
                    if self._http.made is not http and (stream := response.extensions.get("network_stream")):
                        await stream.aclose()  # closed while this connected: nobody else knows of the connection
        except (httpx.ConnectTimeout, httpx.PoolTimeout):
            raise _NotConnected(_TOO_LATE) from None
        except httpx.TimeoutException:
            raise PbxUnreachable(_TOO_LATE) from None
        except httpx.RemoteProtocolError as error:
            if "disconnected" in str(error) or "closed" in str(error):
                raise PbxUnreachable("The PBX cut the connection before it had answered.") from None
            raise AnswerNotUnderstood("What is at the PBX address does not speak HTTP.", ADDRESS_ADVICE) from None
        except httpx.DecodingError:
            raise AnswerNotUnderstood from None
        except httpx.ProxyError:
            raise _NotConnected("This computer's proxy does not let the PBX be reached.") from None
        except httpx.ConnectError as error:
            known = unreachable(error)
            raise _NotConnected(known.title, known.advice) from None
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.LocalProtocolError):
            raise _not_an_address() from None
        except (httpx.TransportError, OSError, UnicodeError) as error:
            raise unreachable(error) from None


async def _body(response: "httpx.Response", limit: int) -> bytes:
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > limit:
            raise _too_long(body, limit)
    return bytes(body)


def _too_long(body: bytearray, limit: int) -> AnswerNotUnderstood:
    advice = _TOO_MANY_CALLS if limit == _LARGE else _TOO_MUCH
    if is_page(body[:_BEGINNING].decode("utf-8", "replace")):
        advice = ADDRESS_ADVICE
    return AnswerNotUnderstood("The PBX's answer is too long to be read.", advice)


def _base(url: str) -> str:
    """The address without its last slash; SettingsInvalid for what is none, or would swallow the path."""
    try:
        parts = urlsplit(url)
        named = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        usable = named and "?" not in url and "#" not in url
    except ValueError:
        usable = False
    if not url:
        raise NotSetUp("The PBX address is missing.")
    if not usable:
        raise _not_an_address()
    return url.rstrip("/")


def _segment(text: str, name: str) -> str:
    """`text` for a place in a path, where an empty one would shift all that follow."""
    if not text.strip(". "):
        raise NotSetUp(f"The {name} is missing.")
    return quote(text, safe="")


def _not_an_address() -> SettingsInvalid:
    return SettingsInvalid("The PBX address cannot be used.", "Write it like https://pbx.example.com.")
