"""The head of an HTTP request, mended where the PBX's old curl breaks the standard, and otherwise left to h11 to judge.

It puts `calldate=2024-03-01 13:15:40` into the request line with a raw space, which every stock server refuses. Pure.
"""

import re

# The last ` HTTP/x.y` ends the target, so that one inside a parameter is part of it.
_VERSION = re.compile(rb" (HTTP/[0-9]\.[0-9])[ \t\r]*\Z")
_UNSAFE = re.compile(rb"[\x00-\x20\x7f-\xff#]")
_ESCAPES = {bytes([byte]): b"%%%02X" % byte for byte in range(256)}
_HEAD_END = re.compile(rb"\n\r?\n")
_HOST = re.compile(rb"\nhost[ \t]*:", re.IGNORECASE)


class RequestRefused(Exception):
    """No request, too much of one, or one that is not let in. `status` is HTTP's, `reason` a word for the count."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(f"{status} ({reason})")
        self.status = status
        self.reason = reason


def sanitise(line: bytes) -> bytes:
    """A request line (without its end) whose target holds no raw space, control, non-ASCII byte or `#`.

    A line that is not `METHOD target HTTP/x.y` comes back as it is.
    """
    method, space, rest = line.partition(b" ")
    version = _VERSION.search(rest) if space else None
    if version is None:
        return line
    target = _UNSAFE.sub(lambda match: _ESCAPES[match[0]], rest[: version.start()].strip(b" "))
    return b"%b %b %b" % (method, target, version[1])


class HeadBuffer:
    """Collects bytes until a whole head is there; heads may end in bare LF. Limits are in bytes and header lines."""

    def __init__(self, max_line: int, max_head: int, max_headers: int) -> None:
        self._max_line = max_line
        self._max_head = max_head
        self._max_headers = max_headers
        self._bytes = bytearray()
        self._searched = 0

    def feed(self, data: bytes) -> None:
        """Append what arrived."""
        self._bytes += data

    def __len__(self) -> int:
        return len(self._bytes)

    def take(self) -> bytes | None:
        """The next head, mended, up to and with its blank line; None while it is not whole. Raises RequestRefused."""
        buffer = self._bytes
        if buffer.startswith((b"\r", b"\n")):  # RFC 9112, 2.2: empty lines before a request are skipped.
            del buffer[: len(buffer) - len(buffer.lstrip(b"\r\n"))]
            self._searched = 0
        if not buffer:
            return None
        if not 0x41 <= buffer[0] & 0xDF <= 0x5A:  # No method begins like this: TLS or another protocol.
            raise RequestRefused(400, "malformed")
        end = _HEAD_END.search(buffer, max(0, self._searched - 2))
        self._searched = len(buffer)
        self._check(end.end() if end else len(buffer))
        if end is None:
            return None
        head = bytes(buffer[: end.end()])
        del buffer[: end.end()]
        self._searched = 0
        return _mended(head)

    def take_rest(self) -> bytes:
        """Everything after the last head, removed from here."""
        rest = bytes(self._bytes)
        self._bytes.clear()
        self._searched = 0
        return rest

    def _check(self, length: int) -> None:
        line_end = self._bytes.find(b"\n", 0, self._max_line + 1)
        if line_end < 0 and length > self._max_line:
            raise RequestRefused(414, "too large")
        if length > self._max_head or self._bytes.count(b"\n", 0, length) > self._max_headers + 2:
            raise RequestRefused(431, "too large")


def _mended(head: bytes) -> bytes:
    line, _, headers = head.partition(b"\n")
    line = sanitise(line.rstrip(b"\r"))
    # HTTP/1.1 demands a Host and h11 insists; the listener takes an empty one for none.
    host = b"" if line.endswith(b"1.0") or _HOST.search(b"\n" + headers) else b"Host:\r\n"
    return b"%b\r\n%b%b" % (line, host, headers)
