"""The webhooks as the real PBX sends them: by an old curl that encodes nothing, once, and sometimes not quite right."""

import asyncio
import json
import ssl
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, replace
from random import Random
from typing import Any
from urllib.parse import urlsplit

import h11

from agent_desktop.simulator.faults import Faults, drawn
from agent_desktop.simulator.numbers import with_plus

CALL_IN = "/api/callcenter/call_in"
HANGUP = "/api/callcenter/hangup"
CALL_DATA = "/api/callcenter/calldata"
INIT = "/api/callcenter/init"
CHANGE_STATUS = "/api/Agent/ChangeStatus"

ANSWER_LIMIT_S = 10.0
HELD_S = 60.0
"""What is to come after the next one is sent after this where there is no next one."""
_WITHHELD = ("anonymous", "unknown", "")
_DATE_SPACES = ("%20", "+", "T", "-")
_ODD_WORDS = {"RINGING": ("Ring", "RING"), "ANSWER": ("Answer", "ANSWERED")}


@dataclass(frozen=True, slots=True)
class Webhook:
    """One event: a path below the base URL, and its fields in order. `subject` is the call or the extension."""

    path: str
    subject: str
    fields: tuple[tuple[str, str], ...]
    as_json: bool = False

    @property
    def target(self) -> str:
        """Path and query as they stand in the request line, raw."""
        if self.as_json:
            return self.path
        return f"{self.path}?{'&'.join(f'{name}={value}' for name, value in self.fields)}"


@dataclass(frozen=True, slots=True)
class SentWebhook:
    """What was sent, without the base URL and its secret, and what came back: an HTTP status, or None for nothing."""

    webhook: Webhook
    status: int | None

    @property
    def path(self) -> str:
        return self.webhook.path

    @property
    def fields(self) -> dict[str, str]:
        """Its parameters."""
        return dict(self.webhook.fields)


class WebhookSender:
    """Sends to `url`, which may come and go; without one, or with nobody there, a webhook is lost and counted."""

    def __init__(
        self,
        url: str,
        seed: int,
        faults: Callable[[], Faults],
        sleep: Callable[[float], Awaitable[None]],
        start: Callable[[Coroutine[Any, Any, None]], object],
    ) -> None:
        self.url = url
        self.sent: list[SentWebhook] = []
        self.lost = 0
        self._seed = seed
        self._faults = faults
        self._sleep = sleep
        self._start = start
        self._counts: dict[str, int] = {}
        self._held: dict[str, Webhook] = {}

    async def send(self, path: str, subject: str, **fields: str) -> None:
        """Send one event about `subject`, with the faults that fall to it. The same seed gives the same faults."""
        count = self._counts[subject] = self._counts.get(subject, 0) + 1
        rng = Random(f"{self._seed}/{subject}/{count}")
        struck = drawn(self._faults(), rng)
        webhook = _twisted(Webhook(path, subject, tuple(fields.items())), struck, rng)
        if "drop" in struck:
            return
        if "late" in struck:
            self._start(self._later(webhook, rng.uniform(2.0, 15.0)))
        elif "reorder" in struck and subject not in self._held:
            self._held[subject] = webhook
            self._start(self._release_later(subject))
            return
        else:
            await self._deliver(webhook)
        if "duplicate" in struck:
            self._start(self._later(webhook, rng.choice((0.003, 0.5, 11.0))))
        await self._release(subject)

    async def _release(self, subject: str) -> None:
        """Send what was held back to come after the next one."""
        held = self._held.pop(subject, None)
        if held is not None:
            await self._deliver(held)

    async def _release_later(self, subject: str) -> None:
        await self._sleep(HELD_S)
        await self._release(subject)

    async def _later(self, webhook: Webhook, seconds: float) -> None:
        await self._sleep(seconds)
        await self._deliver(webhook)

    async def _deliver(self, webhook: Webhook) -> None:
        status: int | None = None
        if self.url:
            try:
                async with asyncio.timeout(ANSWER_LIMIT_S):
                    status = await _post(self.url, webhook)
            except (OSError, ValueError, h11.RemoteProtocolError):
                status = None  # like the real one: nothing is retried
        self.lost += status is None
        self.sent.append(SentWebhook(webhook, status))


def _twisted(webhook: Webhook, struck: frozenset[str], rng: Random) -> Webhook:
    """The webhook with the faults that change its text."""
    fields = dict(webhook.fields)
    if fields.get("phone", "").isdigit():
        if "withheld" in struck:
            fields["phone"] = rng.choice(_WITHHELD)
        elif "plus" in struck and len(fields["phone"]) > 6:
            fields["phone"] = with_plus(fields["phone"])
    if "odd_words" in struck and fields.get("event") in _ODD_WORDS:
        fields["event"] = rng.choice(_ODD_WORDS[fields["event"]])
    if "json" in struck:
        return replace(webhook, fields=tuple(fields.items()), as_json=True)
    if "raw_space" not in struck and "calldate" in fields:
        fields["calldate"] = fields["calldate"].replace(" ", rng.choice(_DATE_SPACES))
    kept = list(fields.items())
    if "cut_off" in struck and len(kept) > 1:
        # As seen: the name of a field and nothing after it.
        length = 2 if webhook.path in (CALL_DATA, CALL_IN) else len(kept)
        kept = [*kept[: length - 1], (kept[length - 1][0], "")]
    return replace(webhook, fields=tuple(kept))


async def _post(url: str, webhook: Webhook) -> int:
    """Send it over a connection of its own; the HTTP status of the answer. Raises OSError, ValueError and h11's."""
    base = urlsplit(url)
    secure = base.scheme == "https"
    port = base.port or (443 if secure else 80)
    reader, writer = await asyncio.open_connection(base.hostname, port, ssl=_any_certificate() if secure else None)
    try:
        writer.write(_request(base.netloc.rpartition("@")[2], base.path.rstrip("/"), webhook))
        await writer.drain()
        return await _status(reader)
    finally:
        writer.transport.abort()


def _any_certificate() -> ssl.SSLContext:
    # A desk's certificate is often one of its own making, and nothing real is sent.
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _request(host: str, base_path: str, webhook: Webhook) -> bytes:
    body = json.dumps(dict(webhook.fields)) if webhook.as_json else ""
    lines = [
        f"{'POST' if webhook.as_json else 'GET'} {base_path}{webhook.target} HTTP/1.1",
        f"Host: {host}",
        "User-Agent: curl/7.64.0",
        "Accept: */*",
        f"Content-Type: application/{'json' if webhook.as_json else 'x-www-form-urlencoded'}",
    ]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


async def _status(reader: asyncio.StreamReader) -> int:
    protocol = h11.Connection(h11.CLIENT)
    protocol.send(h11.Request(method="GET", target="/", headers=[("Host", "h")]))  # it wants to have asked
    protocol.send(h11.EndOfMessage())
    status = 0
    while True:
        event = protocol.next_event()
        if event is h11.NEED_DATA:
            protocol.receive_data(await reader.read(65_536))
        elif isinstance(event, h11.Response):
            status = event.status_code
        elif not isinstance(event, (h11.Data, h11.InformationalResponse)):
            return status
