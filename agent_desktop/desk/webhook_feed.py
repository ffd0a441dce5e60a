"""The listener as the desk runs it: opened with the present settings, reported in words, tried again."""

import asyncio
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from urllib.parse import urlsplit

from agent_desktop.desk.settings import ListenerSettings
from agent_desktop.desk.tasks import Tasks
from agent_desktop.desk.updates import Feed, FeedChanged, Level, Notice, Update
from agent_desktop.desk.webhook_address import listen_address, webhook_url
from agent_desktop.errors import ListenerFailed
from agent_desktop.pbx.listener import Listener
from agent_desktop.pbx.listener_options import Arrival, Kept, ListenerOptions, Receive
from agent_desktop.pbx.listener_tls import make_tls_context
from agent_desktop.pbx.webhook import Request, parse
from agent_desktop.system.secrets import Secret
from agent_desktop.telephony.events import CallRinging

_log = logging.getLogger(__name__)

TRY_AGAIN_AFTER_S = 5.0
TELL_HEARD_AFTER_S = 1.0
TOPIC = "listener"


def listener_options(settings: ListenerSettings) -> ListenerOptions:
    """The settings as the listener takes them. Raises ListenerFailed for a certificate that cannot be used."""
    host, port = listen_address(settings)
    public = urlsplit(settings.public_url).hostname if settings.public_url else None
    tls = make_tls_context(settings.tls_certificate, settings.tls_key) if settings.tls_certificate else None
    return ListenerOptions(
        host=host,
        port=port,
        allowed_senders=settings.allowed_senders,
        public_hosts=(public,) if public else (),
        tls=tls,
    )


class WebhookFeed:
    """Keeps the listener open."""

    def __init__(self, receive: Receive, tasks: Tasks, publish: Callable[[Update], None]) -> None:
        self._receive = receive
        self._tasks = tasks
        self._publish = publish
        self._listener: Listener | None = None
        self._retry: asyncio.Task[None] | None = None
        self._settings = ListenerSettings()
        self.failure: ListenerFailed | None = None
        """Why it is not open, as it was told."""
        self._expected = ""
        self._read_at: list[int] = []
        self._feed = Feed("webhook")
        self._heard_at = 0.0
        self._telling: asyncio.TimerHandle | None = None
        # Whoever opens or closes has its turn alone: two listeners would be in each other's way.
        self._turn = asyncio.Lock()
        self.url = ""

    @property
    def is_open(self) -> bool:
        """True while webhooks can arrive."""
        return self._listener is not None

    @property
    def base_url(self) -> str:
        """The open listener's, as seen from this computer, secret included."""
        return "" if self._listener is None else self._listener.base_url

    @contextmanager
    def expecting(self, callid: str) -> Iterator[list[int]]:
        """Meanwhile a call with this id is a test: it goes nowhere, and `perf_counter_ns` is noted when it was read."""
        self._expected, self._read_at = callid, []
        try:
            yield self._read_at
        finally:
            self._expected = ""

    async def open(self, settings: ListenerSettings, secret: Secret) -> None:
        """Listen. Where that fails, say so once and go on trying."""
        async with self._turn:
            await self._shut()
            self._settings = settings
            if not await self._try(secret):
                self._retry = self._tasks.start(self._try_on(secret), "open the listener")

    async def _try_on(self, secret: Secret) -> None:
        is_open = False
        while not is_open:
            await asyncio.sleep(TRY_AGAIN_AFTER_S)
            async with self._turn:
                is_open = await self._try(secret)

    async def _try(self, secret: Secret) -> bool:
        try:
            listener = Listener(listener_options(self._settings), secret.reveal(), self._hear)
            await listener.start()
        except ListenerFailed as error:
            self._tell_failure(error, secret)
            return False
        self._listener, self.failure = listener, None
        self.url = webhook_url(self._settings, secret.reveal(), listener.port)
        host, _ = listen_address(self._settings)
        _log.info("listening for the PBX at %s port %d", host, listener.port)
        self._publish(Notice(TOPIC, Level.INFO, ""))
        detail = f"Listening for the PBX at {host}, port {listener.port}."
        self._tell(Feed("webhook", True, detail, self.url))
        return True

    def _hear(self, request: Request, arrival: Arrival) -> Kept | None:
        if self._expected and self._expected in request.target and self._is_test(request):
            return None
        self._heard_at = arrival.received_at
        if self._telling is None:
            self._telling = asyncio.get_running_loop().call_later(TELL_HEARD_AFTER_S, self._tell_heard)
        return self._receive(request, arrival)

    def _is_test(self, request: Request) -> bool:
        event = parse(request, UTC)
        is_test = isinstance(event, CallRinging) and event.callid == self._expected
        if is_test:
            self._read_at.append(time.perf_counter_ns())
        return is_test

    def _tell_heard(self) -> None:
        self._telling = None
        self._tell(self._feed)

    def _tell(self, feed: Feed) -> None:
        self._feed = replace(feed, last_event_at=self._heard_at)
        self._publish(FeedChanged(self._feed))

    def _tell_failure(self, error: ListenerFailed, secret: Secret) -> None:
        if self.failure is None or error.title != self.failure.title:  # the log need not hear it every few seconds
            _log.warning("%s", error.title)
        self.failure = error
        self.url = webhook_url(self._settings, secret.reveal())
        self._publish(Notice(TOPIC, Level.ERROR, error.title, error.advice))
        self._tell(Feed("webhook", False, error.title, self.url))

    async def close(self) -> None:
        """Stop listening; what was said of it no longer matters."""
        async with self._turn:
            await self._shut()
        self._publish(Notice(TOPIC, Level.INFO, ""))

    async def _shut(self) -> None:
        self.url, self.failure = "", None
        if self._telling is not None:
            self._telling.cancel()
            self._telling = None
        if self._retry is not None:
            self._retry.cancel()
            self._retry = None
        if self._listener is not None:
            await self._listener.close()
            self._listener = None
