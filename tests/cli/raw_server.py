"""A server that answers every request with the same bytes, whatever they are."""

import socket
import struct
import threading
from types import TracebackType
from typing import Literal, Self

TLS_HELLO = b"\x16\x03"

Way = bytes | Literal["reset", "hang", "cut"]


class RawServer:
    """Listens at `url` between `with` and its end. `requests` are the bytes that came, one entry per connection."""

    def __init__(self, answer: Way) -> None:
        self._answer = answer
        self._endpoint = socket.create_server(("127.0.0.1", 0))
        self._endpoint.settimeout(0.05)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="raw server")
        self._held: list[socket.socket] = []
        self.requests: list[bytes] = []

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self._endpoint.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        for connection in (*self._held, self._endpoint):
            connection.close()

    def _serve(self) -> None:
        while not self._over.is_set():
            try:
                connection, _ = self._endpoint.accept()
            except TimeoutError:
                continue
            try:
                self._converse(connection)
            except OSError:
                connection.close()

    def _converse(self, connection: socket.socket) -> None:
        connection.settimeout(10)
        received = b""
        while not self._is_whole(received):
            piece = connection.recv(65536)
            if not piece:
                break
            received += piece
        self.requests.append(received)
        if self._answer == "hang":
            self._held.append(connection)
            return
        if self._answer == "reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        elif isinstance(self._answer, bytes):
            connection.sendall(self._answer)
        connection.close()

    @staticmethod
    def _is_whole(received: bytes) -> bool:
        if received.startswith(TLS_HELLO):
            return True
        head, blank, body = received.partition(b"\r\n\r\n")
        if not blank:
            return False
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                return len(body) >= int(line.partition(b":")[2])
        return True


def http(status: str, body: bytes | str, content_type: str = "application/json") -> bytes:
    """An HTTP answer."""
    raw = body.encode() if isinstance(body, str) else body
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {len(raw)}\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + raw
