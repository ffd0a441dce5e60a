"""One sender's connection: requests in, acknowledgements out in the same order."""

import asyncio
import ssl
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from agent_desktop.errors import AgentDesktopError
from agent_desktop.pbx.fields import TEXT_LIMIT
from agent_desktop.pbx.listener_gate import Gate
from agent_desktop.pbx.listener_options import Arrival, Kept, ListenerOptions, Receive
from agent_desktop.pbx.listener_reader import Body, Head, RequestReader
from agent_desktop.pbx.listener_tls import TlsLayer
from agent_desktop.pbx.request_line import RequestRefused
from agent_desktop.pbx.webhook import Request

MAX_UNANSWERED = 64
"""Requests of one connection that may wait for the disk at once."""

LINGER_S = 2.0
"""How long a refused sender may go on sending into the void, so that it gets to read the refusal."""

_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
NS = 1_000_000_000


def _response(status: int, content_type: str, body: str, closing: str = "Connection: close\r\n") -> bytes:
    head = (
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(body)}\r\nCache-Control: no-store\r\n{closing}\r\n"
    )
    return f"{head}{body}".encode()


def _refusal(status: int) -> bytes:
    if status == HTTPStatus.NOT_FOUND:
        return _response(status, "application/json", '{"status code":404,"message":"Not Found"}')
    return _response(status, "text/plain", HTTPStatus(status).phrase)


# The vendor's manual expects these words.
_ACKNOWLEDGED = '{"status code":200,"message":"OK"}'
_KEEP_ALIVE = _response(200, "application/json", _ACKNOWLEDGED, closing="")
_LAST = _response(200, "application/json", _ACKNOWLEDGED)


@dataclass(frozen=True, slots=True)
class Site:
    """What all connections of a listener share. `refused` is told a reason, `opened` and `closed` the connection."""

    options: ListenerOptions
    gate: Gate
    receive: Receive
    refused: Callable[[str], None]
    opened: Callable[["Connection"], None]
    closed: Callable[["Connection"], None]


@dataclass(frozen=True, slots=True)
class _Answer:
    """A response that is due, once `kept` (if anything) is done."""

    kept: Kept | None
    response: bytes
    is_last: bool


class Connection(asyncio.Protocol):
    """Its time is limited by `deadline_ns` (`perf_counter_ns`; None while only the disk is waited for)."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._transport: asyncio.Transport | None = None
        self._reader = RequestReader(site.options)
        self._tls = TlsLayer(site.options.tls) if site.options.tls is not None else None
        self._answers: deque[_Answer] = deque()
        self._target = self._method = self._content_type = ""
        self._arrived_ns = 0
        self._has_begun = False  # inside a request whose deadline is set
        self._is_deaf = False  # what still comes is thrown away
        self._is_over = False  # nothing is sent any more
        self._was_refused = False
        self._writing_paused = False
        self.since_ns = 0
        self.deadline_ns: int | None = None

    @property
    def is_waiting_for_disk(self) -> bool:
        """True while a whole request is not acknowledged."""
        return bool(self._answers)

    @property
    def is_inside_request(self) -> bool:
        """True while a request is arriving."""
        return self._has_begun

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        peer = transport.get_extra_info("peername")
        if not self._site.gate.allows_sender(str(peer[0]) if peer else ""):
            self.drop("sender")
            return
        self._wait(self._site.options.request_timeout_s, time.perf_counter_ns())
        self._site.opened(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._is_deaf = self._is_over = True
        self._transport = None
        self._site.closed(self)

    def data_received(self, data: bytes) -> None:
        self._arrived_ns = time.perf_counter_ns()
        if self._is_deaf:
            return
        if self._tls is not None:
            data = self._decrypt(self._tls, data)
        if data:
            self._reader.feed(data)
            self._go_on()

    def eof_received(self) -> bool:
        """A sender that only stopped sending still gets its acknowledgements."""
        if not self._is_deaf and self._has_begun:
            self._site.refused("cut off")
        self._is_deaf = True
        if not self._answers:
            return False
        self._answers.append(_Answer(None, b"", is_last=True))
        return True

    def pause_writing(self) -> None:
        """The sender does not read its acknowledgements."""
        self._writing_paused = True
        self._wait(self._site.options.request_timeout_s, time.perf_counter_ns())
        self._regulate()

    def resume_writing(self) -> None:
        self._writing_paused = False
        self._go_on()

    def expire(self) -> None:
        """The deadline has passed."""
        if self._arrived_ns == 0:
            self.drop("timeout")
        elif self._is_deaf:
            self.drop("")
        elif self._has_begun:
            self._refuse(RequestRefused(408, "timeout"))
            self._go_on()
        else:
            self._close()

    def drop(self, reason: str) -> None:
        """Close at once; the reason, if any, is counted."""
        self._is_deaf = self._is_over = True
        if reason:
            self._site.refused(reason)
        if self._transport is not None:
            self._transport.abort()

    def finish(self) -> None:
        """Close as soon as everything that came is acknowledged."""
        if self._is_over:
            self.drop("")
            return
        self._is_deaf = True
        self._answers.append(_Answer(None, b"", is_last=True))
        self._go_on()

    def _go_on(self) -> None:
        """Read what can be read and answer what can be answered."""
        if self._is_over:
            return
        while True:
            self._read_requests()
            was_full = self._is_full
            self._answer()
            if self._is_full or not was_full:
                break
        self._regulate()
        self._set_deadline()

    @property
    def _is_full(self) -> bool:
        return len(self._answers) >= MAX_UNANSWERED

    def _read_requests(self) -> None:
        try:
            while not self._is_deaf and not self._is_full:
                piece = self._reader.advance()
                if piece is None:
                    return
                elif isinstance(piece, Head):
                    self._admit(piece)
                else:
                    self._take(piece)
        except RequestRefused as refusal:
            self._refuse(refusal)

    def _admit(self, head: Head) -> None:
        self._target = self._site.gate.admit(head)
        self._method = head.method.decode("ascii")
        self._content_type = ""
        for name, value in head.headers:
            if name == b"content-type":
                self._content_type = value.decode("latin-1")[:TEXT_LIMIT]
        if head.expects_continue and not self._answers:
            self._write(_CONTINUE)

    def _take(self, body: Body) -> None:
        self._has_begun = False
        request = Request(self._method, self._target, self._content_type, body.content)
        try:
            kept = self._site.receive(request, Arrival(time.time(), self._arrived_ns))
        except AgentDesktopError:
            raise RequestRefused(503, "not kept") from None
        except Exception:
            self.drop("not kept")  # It has no answer, and must not get that of the next request.
            raise
        self._answers.append(_Answer(kept, _KEEP_ALIVE if body.keep_alive else _LAST, not body.keep_alive))
        self._is_deaf = not body.keep_alive
        if kept is not None and not kept.done():
            kept.add_done_callback(self._kept)

    def _kept(self, kept: Kept) -> None:
        if self._is_over:
            _failure(kept)
        else:
            self._go_on()

    def _refuse(self, refusal: RequestRefused) -> None:
        self._site.refused(refusal.reason)
        self._is_deaf = self._was_refused = True
        self._answers.append(_Answer(None, _refusal(refusal.status), is_last=True))

    def _answer(self) -> None:
        due: list[bytes] = []
        is_last = False
        while self._answers and not is_last:
            answer = self._answers[0]
            if answer.kept is not None and not answer.kept.done():
                break
            self._answers.popleft()
            response, is_last = answer.response, answer.is_last
            if answer.kept is not None and _failure(answer.kept):
                self._site.refused("not kept")
                response, is_last = _refusal(503), True
                self._was_refused = True
            due.append(response)
        if data := b"".join(due):
            self._write(data)
        if is_last:
            self._forget_answers()
            self._close()

    def _forget_answers(self) -> None:
        """Whatever was asked after the last answer gets none."""
        for answer in self._answers:
            if answer.kept is not None and answer.kept.done():
                _failure(answer.kept)
        self._answers.clear()

    def _write(self, data: bytes) -> None:
        if self._tls is not None:
            try:
                self._tls.send(data)
            except ssl.SSLError:
                self.drop("tls")
            data = self._tls.outgoing()
        if self._transport is not None and data:
            self._transport.write(data)

    def _decrypt(self, tls: TlsLayer, data: bytes) -> bytes:
        try:
            plain = tls.receive(data)
        except ssl.SSLError:
            self._site.refused("tls")
            plain = b""
            self._was_refused = True
        answer = tls.outgoing()
        if self._transport is not None and answer:
            self._transport.write(answer)
        if self._was_refused:
            self._close()
        return plain

    def _close(self) -> None:
        """Say the end. A refused sender may still be sending: closing at once would take the refusal from it."""
        self._is_deaf = self._is_over = True
        self._wait(LINGER_S, time.perf_counter_ns())
        if self._transport is None:
            return
        if self._tls is not None:
            self._tls.end()
            self._transport.write(self._tls.outgoing())
        if self._was_refused and self._transport.can_write_eof():
            self._regulate()
            self._transport.write_eof()
        else:
            self._transport.close()

    def _regulate(self) -> None:
        """Read no faster than the disk and the sender's own reading allow."""
        if self._transport is None or self._transport.is_closing():
            return
        if not self._is_over and (self._writing_paused or self._is_full):
            self._transport.pause_reading()
        else:
            self._transport.resume_reading()

    def _set_deadline(self) -> None:
        if self._is_over or self._writing_paused:
            return
        options = self._site.options
        if self._is_full:
            self.deadline_ns = None
        elif self._reader.is_inside_request and not self._is_deaf:
            if not self._has_begun:
                self._has_begun = True
                self._wait(options.request_timeout_s, self._arrived_ns)
        elif self._answers:
            self.deadline_ns = None
        else:
            self._wait(options.idle_timeout_s, self._arrived_ns)

    def _wait(self, seconds: float, now_ns: int) -> None:
        self.since_ns = now_ns
        self.deadline_ns = now_ns + int(seconds * NS)


def _failure(kept: Kept) -> bool:
    """True where the request was not kept. What is none of our errors is a bug, and reaches the loop's handler."""
    try:
        error = kept.exception()
    except asyncio.CancelledError:
        return True
    if error is not None and not isinstance(error, AgentDesktopError):
        context = {"message": "a webhook could not be kept", "exception": error}
        asyncio.get_running_loop().call_exception_handler(context)
    return error is not None
