"""Bytes into requests: the mended head and h11. Pure state; the limits hold before anything is parsed."""

from dataclasses import dataclass

import h11

from agent_desktop.pbx.listener_options import ListenerOptions
from agent_desktop.pbx.request_line import HeadBuffer, RequestRefused


@dataclass(frozen=True, slots=True)
class Head:
    """A request before its body. Header names are lower-case; `expects_continue` waits to be told to go on."""

    method: bytes
    target: bytes
    headers: list[tuple[bytes, bytes]]
    expects_continue: bool


@dataclass(frozen=True, slots=True)
class Body:
    """The rest of a request; `keep_alive` where another may follow on this connection."""

    content: bytes
    keep_alive: bool


class RequestReader:
    """One connection's requests, in order: a Head, then its Body, and so on."""

    def __init__(self, options: ListenerOptions) -> None:
        self._max_body = options.max_body
        self._buffer = HeadBuffer(options.max_line, options.max_head, options.max_headers)
        self._http: h11.Connection | None = None
        self._declared = 0
        self._content = bytearray()

    @property
    def is_inside_request(self) -> bool:
        """True where a request has begun and is not whole."""
        return self._http is not None or len(self._buffer) > 0

    def feed(self, data: bytes) -> None:
        """Append what arrived."""
        self._buffer.feed(data)

    def advance(self) -> Head | Body | None:
        """The next piece; None until more arrives. Raises RequestRefused, after which nothing more can be read."""
        try:
            return self._read_head() if self._http is None else self._read_body(self._http)
        except h11.RemoteProtocolError as error:
            raise RequestRefused(error.error_status_hint, "malformed") from None

    def _read_head(self) -> Head | None:
        head = self._buffer.take()
        if head is None:
            return None
        # A connection of its own for every request: what was pipelined behind it has to be mended first.
        http = h11.Connection(h11.SERVER)
        http.receive_data(head)
        request = http.next_event()
        if not isinstance(request, h11.Request):
            raise RequestRefused(400, "malformed")
        headers = list(request.headers)
        self._declared = max((int(value) for name, value in headers if name == b"content-length"), default=0)
        self._http = http
        return Head(request.method, request.target, headers, http.they_are_waiting_for_100_continue)

    def _read_body(self, http: h11.Connection) -> Body | None:
        if self._declared > self._max_body:
            raise RequestRefused(413, "too large")
        while True:
            event = http.next_event()
            if isinstance(event, h11.Data):
                self._content += event.data
                if len(self._content) > self._max_body:
                    raise RequestRefused(413, "too large")
            elif isinstance(event, h11.EndOfMessage):
                return self._finish(http)
            elif event is h11.NEED_DATA and (data := self._buffer.take_rest()):
                http.receive_data(data)
            else:
                return None

    def _finish(self, http: h11.Connection) -> Body:
        pipelined, _ = http.trailing_data
        self._buffer.feed(pipelined)
        content = bytes(self._content)
        self._content.clear()
        self._http = None
        return Body(content, http.their_state is h11.DONE)
