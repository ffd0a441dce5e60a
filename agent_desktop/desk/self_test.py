"""The self-test: a synthetic call, sent as the PBX would send it, through the listener that is open. It ends there: no
history, journal, call-back, rule or pop learns of it.
"""

import asyncio
import secrets
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import Check, FeedChanged, Level, News, Notice, Update
from agent_desktop.errors import ListenerFailed
from agent_desktop.pbx import self_call

TOPIC = "self-test"
PATIENCE_S = 3.0
TRIES = 3
TRY_AGAIN_AFTER_S = 2.0
"""After sleep or a network change, an address may take a moment to be there again."""
_NS = 1e9


@dataclass(frozen=True, slots=True)
class WayTested(News):
    """What the last self-test found, and when (epoch seconds). `read_ms` and `acknowledged_ms` are None where the call
    did not arrive, or none was sent.
    """

    at: float
    checks: tuple[Check, ...]
    read_ms: float | None = None
    acknowledged_ms: float | None = None

    @property
    def is_ok(self) -> bool:
        """True where a webhook would arrive, as far as can be told from here."""
        return all(check.level != "failed" for check in self.checks)


class SelfTest:
    """Runs when the listener was opened, after sleep and after a network change, and when asked."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._url = ""
        self.turn = asyncio.Lock()
        """Whoever opens or closes the listener waits for a test that is under way."""
        self._waits = False
        around.publisher.subscribe(self._hear)

    def _hear(self, update: Update) -> None:
        if isinstance(update, FeedChanged) and update.feed.kind == "webhook":
            url = update.feed.webhook_url if update.feed.ok else ""
            if url and url != self._url:
                self.soon()
            self._url = url

    def soon(self) -> None:
        """Test in the background; a failure becomes a notice."""
        if not self._waits:
            self._waits = True
            self._around.tasks.start(self._test_quietly(), "self-test")

    async def _test_quietly(self) -> None:
        found = await self._again()
        for _ in range(TRIES - 1):
            if found.is_ok:
                break
            await asyncio.sleep(TRY_AGAIN_AFTER_S)
            found = await self._again()
        self._tell(found)

    async def _again(self) -> WayTested:
        async with self.turn:
            self._waits = False
            return await self._look(())

    async def test(self) -> WayTested:
        """Test now, and the address that the vendor is given, too."""
        async with self.turn:
            found = await self._look(await self._given())
        self._tell(found)
        return found

    def _tell(self, found: WayTested) -> None:
        self._around.publisher.publish(found)
        failed = next((check for check in found.checks if check.level == "failed"), None)
        # That the listener is closed is said already.
        told = failed if failed is not None and self._around.feed.is_open else Check("ok", "")
        self._around.publisher.publish(Notice(TOPIC, Level.ERROR, told.title, told.advice))

    async def _look(self, further: tuple[Check, ...]) -> WayTested:
        now, feed = self._around.now(), self._around.feed
        settings = self._around.connection.settings
        if settings.feed.kind == "poll":
            seconds = settings.feed.poll_seconds
            words = f"This desk asks the PBX every {seconds:g} seconds: no webhook is needed."
            if seconds == 1:
                words = "This desk asks the PBX every second: no webhook is needed."
            return WayTested(now, (Check("ok", words),))
        if not feed.is_open:
            why = feed.failure or ListenerFailed(
                "The listener is closed: no webhook can arrive.", "Try again in a moment."
            )
            return WayTested(now, (Check("failed", why.title, why.advice),))
        base = urlsplit(feed.base_url)
        where = f"{base.hostname}, port {base.port}"
        try:
            read_ms, acknowledged_ms = await self._send(feed.base_url, verify=False)
        except (OSError, EOFError, ValueError):
            return WayTested(now, (self._unheard(where), *further))
        words = f"A webhook arrives at {where}: a test call was read after {read_ms:.1f} ms."
        return WayTested(now, (Check("ok", words), *further), read_ms, acknowledged_ms)

    def _unheard(self, where: str) -> Check:
        if self._around.connection.settings.listener.allowed_senders:
            title = f"The listener at {where} is open, but hears only the senders in the settings."
            return Check("warning", title, "A test from this computer ends at its door; the PBX's calls need not.")
        return Check(
            "failed",
            f"A test call to {where} did not arrive: the PBX's calls would not pop.",
            "Restart Agent Desktop. If it stays so, a firewall may be in between, or the listen address in the"
            " settings is not this computer's any more.",
        )

    async def _given(self) -> tuple[Check, ...]:
        """Whether the address that the vendor is given leads here, as seen from here."""
        feed, settings = self._around.feed, self._around.connection.settings
        is_public = bool(settings.listener.public_url)
        # A list of senders need not hold this computer.
        is_tried = is_public or (feed.url != feed.base_url and not settings.listener.allowed_senders)
        if settings.feed.kind == "poll" or not feed.is_open or not is_tried:
            return ()
        host = urlsplit(feed.url).hostname
        try:
            read_ms, _ = await self._send(feed.url, verify=is_public)
        except (OSError, EOFError, ValueError):
            return (_lost_public(host) if is_public else _lost_own(host),)
        title = f"The public address at {host} leads to this desk, within {read_ms:.0f} ms."
        if not is_public:
            title = f"The webhook address at {host} leads to this desk, within {read_ms:.0f} ms."
        return (Check("ok", title),)

    async def _send(self, base_url: str, *, verify: bool) -> tuple[float, float]:
        """Milliseconds until it was read, and until it was acknowledged."""
        callid = f"self-test-{secrets.token_hex(16)}"
        extension = self._around.connection.settings.pbx.extension
        with self._around.feed.expecting(callid) as read_at:
            began = time.perf_counter_ns()
            async with asyncio.timeout(PATIENCE_S):
                status = await self_call.send(base_url, self_call.target(extension, callid), verify=verify)
            ended = time.perf_counter_ns()
        if status != 200 or not read_at:
            raise ValueError("answered by something else")
        return (read_at[0] - began) / _NS * 1000, (ended - began) / _NS * 1000


def _lost_public(host: str | None) -> Check:
    title = f"From here, the public address at {host} does not lead to this desk."
    advice = "Check the tunnel. If calls pop all the same, your network just does not lead back to itself."
    return Check("warning", title, advice)


def _lost_own(host: str | None) -> Check:
    title = f"From here, the webhook address at {host} does not lead to this desk."
    advice = "If this computer's address has changed, restart Agent Desktop, and give the vendor the new address."
    return Check("warning", title, advice)
