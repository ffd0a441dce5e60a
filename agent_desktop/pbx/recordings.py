"""Recordings over HTTP: only audio, only from where it may lie, only so much of it, and a plain sentence for the rest.

An address may hold the company's key, so none is logged or put into an error.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent_desktop.errors import (
    PbxRefused,
    PbxUnreachable,
    RecordingForbidden,
    RecordingMissing,
    RecordingUnavailable,
)
from agent_desktop.pbx.causes import unreachable
from agent_desktop.pbx.http_client import HttpClient
from agent_desktop.pbx.recording_address import is_of_pbx, recording_address, redirected

if TYPE_CHECKING:
    import httpx

LARGEST = 200_000_000
"""Bytes: half a day of a telephone's sound in the usual form, three hours of it uncompressed."""
REDIRECTS = 5
CHUNK = 64 * 1024
STALLED_S = 20.0

# What the first bytes of a file tell about it: (where, what, the ending of its name).
_MARKS: tuple[tuple[int, bytes, str], ...] = (
    (8, b"WAVE", "wav"),
    (8, b"AIFF", "aiff"),
    (4, b"ftyp", "m4a"),
    (0, b"OggS", "ogg"),
    (0, b"fLaC", "flac"),
    (0, b"ID3", "mp3"),
    (0, b"#!AMR", "amr"),
    (0, b".snd", "au"),
    (0, b"\x1a\x45\xdf\xa3", "webm"),
)
_NO_AUDIO = ("text/", "application/json", "application/xml", "application/xhtml", "image/")
_CUT_OFF = ("The recording was cut off on its way.", "Check the network, then try again.")
_TOO_BIG = ("The recording is too big to be fetched.", "Ask your administrator for it.")


@dataclass(frozen=True, slots=True)
class RecordingStream:
    """A recording that begins to arrive. `kind` is the ending of a file's name; `total` bytes, None where not told."""

    kind: str
    total: int | None
    chunks: AsyncIterator[bytes]


class RecordingSource:
    """Fetches recordings. `pbx_urls` are the PBX's own addresses, the one that a bare path belongs to first."""

    def __init__(self, pbx_urls: Sequence[str], timeout_s: float = 10.0, largest: int = LARGEST) -> None:
        self._pbx_urls = tuple(url for url in pbx_urls if url)
        self._timeout_s = timeout_s
        self._largest = largest
        self._http = HttpClient(timeout_s)

    async def close(self) -> None:
        """Close the connections; what is under way ends as cut off."""
        await self._http.close()

    @asynccontextmanager
    async def open(self, told: str) -> AsyncIterator[RecordingStream]:
        """The recording at the address that the PBX told. What goes wrong on the way is raised here, too:
        RecordingUnavailable and its kind, RecordingForbidden, PbxUnreachable.
        """
        import httpx

        address = recording_address(told, self._pbx_urls)
        http = await self._http.get()
        began = False
        try:
            async with self._answer(http, address) as response:
                began = True
                yield await self._begin(response)
        except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, UnicodeError) as error:
            if began:
                raise RecordingUnavailable(*_CUT_OFF) from None
            raise self._not_reached(error, address) from None

    @asynccontextmanager
    async def _answer(self, http: "httpx.AsyncClient", address: str) -> AsyncIterator["httpx.Response"]:
        """The answer behind all redirects."""
        import httpx

        headers = {"Accept": "audio/*, application/octet-stream;q=0.5", "Accept-Encoding": "identity"}
        timeout = httpx.Timeout(self._timeout_s, read=max(self._timeout_s, STALLED_S))
        for _ in range(REDIRECTS + 1):
            async with http.stream("GET", address, headers=headers, timeout=timeout) as response:
                if response.has_redirect_location:
                    address = redirected(address, response.headers["location"], self._pbx_urls)
                    continue
                yield response
                return
        raise RecordingUnavailable("The recording's address leads in a circle.")

    async def _begin(self, response: "httpx.Response") -> RecordingStream:
        _check_status(response.status_code)
        announced = response.headers.get("content-length", "")
        is_plain = "content-encoding" not in response.headers
        total = int(announced) if is_plain and announced.isascii() and announced.isdigit() else None
        if total is not None and total > self._largest:
            raise RecordingUnavailable(*_TOO_BIG)
        chunks = response.aiter_bytes(CHUNK)
        first = await anext(chunks, b"")
        if not first:
            raise RecordingMissing("The recording is empty.")
        kind = audio_kind(first)
        if not kind or response.headers.get("content-type", "").lower().startswith(_NO_AUDIO):
            raise RecordingUnavailable("The PBX sent something else instead of the recording.")
        return RecordingStream(kind, total, self._limited(first, chunks))

    async def _limited(self, first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        size, chunk = 0, first
        while chunk:
            size += len(chunk)
            if size > self._largest:
                raise RecordingUnavailable(*_TOO_BIG)
            yield chunk
            chunk = await anext(rest, b"")

    def _not_reached(self, error: Exception, address: str) -> PbxUnreachable:
        if is_of_pbx(address, self._pbx_urls):
            return unreachable(error)
        return PbxUnreachable("The computer that holds the recording cannot be reached.", unreachable(error).advice)


def audio_kind(first: bytes) -> str:
    """The ending of a sound file's name by its first bytes; "" where they are no sound's."""
    for at, mark, kind in _MARKS:
        if first[at : at + len(mark)] == mark:
            return kind
    is_mpeg = len(first) > 1 and first[0] == 0xFF and first[1] & 0xE0 == 0xE0 and first[1] & 0x18 != 0x08
    return "mp3" if is_mpeg and first[1] & 0x06 else "aac" if is_mpeg else ""


def _check_status(status: int) -> None:
    if status in (401, 403):
        raise RecordingForbidden
    if status in (404, 410):
        raise RecordingMissing
    if status == 429 or status >= 500:
        raise PbxUnreachable("The PBX cannot give out recordings at present.", "Try again in a few minutes.")
    if status != 200:
        raise PbxRefused("The PBX refused to give out the recording.", "Ask your administrator.")
