"""Recordings fetched from a real server of this computer, which answers in every way that a PBX might."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

import pytest

from agent_desktop.errors import (
    AgentDesktopError,
    PbxRefused,
    PbxUnreachable,
    RecordingForbidden,
    RecordingMissing,
    RecordingUnavailable,
)
from agent_desktop.pbx.recording_address import recording_address, redirected
from agent_desktop.pbx.recordings import RecordingSource, audio_kind
from agent_desktop.simulator.http_server import HttpReply, HttpRequest, HttpServer
from agent_desktop.simulator.recording import recording

WAV = recording("c1", 2)
PBX = ("https://pbx.example.com/", "http://reports.example.com:8080")


@pytest.mark.parametrize(
    ("told", "address"),
    [
        ("https://elsewhere.example/r/1.wav", "https://elsewhere.example/r/1.wav"),
        ("http://pbx.example.com/r/1.wav", "http://pbx.example.com/r/1.wav"),
        ("http://reports.example.com/r/1.wav", "http://reports.example.com/r/1.wav"),
        ("HTTPS://X/p?id=1&file=a b.wav&t==?", "https://X/p?id=1&file=a%20b.wav&t==?"),
        ("https://x/Nguyễn 50%.wav#2", "https://x/Nguy%E1%BB%85n%2050%25.wav%232"),
        ("https://x/a+b%2Fc%20d.wav", "https://x/a+b%2Fc%20d.wav"),
        ("/r/1.wav", "https://pbx.example.com/r/1.wav"),
        ("r/1.wav?a=1&b=2", "https://pbx.example.com/r/1.wav?a=1&b=2"),
    ],
)
def test_an_address_is_taken_as_it_is_meant(told: str, address: str) -> None:
    assert recording_address(told, PBX) == address


@pytest.mark.parametrize(
    "told",
    [
        "",
        "http://elsewhere.example/r/1.wav",
        "http://pbx.example.com.evil.example/1.wav",
        "https://pbx.example.com@evil.example/1.wav",
        "https:///1.wav",
        "https://[::1/1.wav",
        "https://x:0/1.wav",
        "ftp://pbx.example.com/1.wav",
        "file:///etc/passwd",
        "//evil.example/1.wav",
    ],
)
def test_what_must_not_be_asked_is_not(told: str) -> None:
    with pytest.raises(RecordingUnavailable):
        recording_address(told, PBX)


@pytest.mark.parametrize(
    ("location", "to"),
    [
        ("/other.wav", "https://pbx.example.com/other.wav"),
        ("https://pbx.example.com:8443/o.wav", "https://pbx.example.com:8443/o.wav"),
        ("http://pbx.example.com/other.wav", None),
        ("https://elsewhere.example/other.wav", None),
        ("http://reports.example.com:8080/other.wav", None),
    ],
)
def test_redirects_stay_on_their_host_and_as_safe(location: str, to: str | None) -> None:
    if to is None:
        with pytest.raises(RecordingUnavailable):
            redirected("https://pbx.example.com/r/1.wav", location, PBX)
    else:
        assert redirected("https://pbx.example.com/r/1.wav", location, PBX) == to


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        (WAV, "wav"),
        (b"ID3\x04", "mp3"),
        (b"\xff\xfb\x90\x44", "mp3"),
        (b"\xff\xf1\x50\x80", "aac"),
        (b"OggS\0\x02", "ogg"),
        (b"\0\0\0\x20ftypM4A ", "m4a"),
        (b"<html>", ""),
        (b'{"error"', ""),
        (b"%PDF-1.4", ""),
        (b"\xff", ""),
        (b"", ""),
    ],
)
def test_a_sound_is_known_by_its_first_bytes(first: bytes, kind: str) -> None:
    assert audio_kind(first) == kind


Handler = Callable[[HttpRequest], HttpReply | None]


def served(handler: Handler, use: Callable[[str], Awaitable[None]]) -> None:
    """Use a server that answers by `handler`."""

    async def answer(request: HttpRequest) -> HttpReply | None:
        return handler(request)

    async def run() -> None:
        server = HttpServer(answer, "127.0.0.1", 0)
        await server.start()
        try:
            await use(f"http://127.0.0.1:{server.port}")
        finally:
            await server.close()

    asyncio.run(run())


def fetched(handler: Handler, path: str = "/r.wav", largest: int = 1_000_000) -> tuple[str, int | None, bytes]:
    """The recording at a path of such a server."""
    found: list[tuple[str, int | None, bytes]] = []

    async def use(url: str) -> None:
        source = RecordingSource(("", url), 5.0, largest)
        try:
            async with source.open(path) as stream:
                found.append((stream.kind, stream.total, b"".join([chunk async for chunk in stream.chunks])))
        finally:
            await source.close()

    served(handler, use)
    return found[0]


def failure(handler: Handler, **options: int) -> AgentDesktopError:
    with pytest.raises(AgentDesktopError) as caught:
        fetched(handler, **options)  # type: ignore[arg-type]
    assert caught.value.title.endswith(".")
    return caught.value


def test_a_recording_arrives_whole_and_is_asked_for_plainly() -> None:
    asked: list[HttpRequest] = []

    def answer(request: HttpRequest) -> HttpReply:
        asked.append(request)
        return HttpReply(200, WAV, "audio/x-wav")

    assert fetched(answer, "/play?id=1&file=a b.wav") == ("wav", len(WAV), WAV)
    assert asked[0].target == "/play?id=1&file=a%20b.wav"
    assert asked[0].headers["accept-encoding"] == "identity"


@pytest.mark.parametrize("content_type", ["application/octet-stream", "video/mp4", ""])
def test_what_is_audio_is_taken_under_other_names(content_type: str) -> None:
    assert fetched(lambda _: HttpReply(200, WAV, content_type))[2] == WAV


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (HttpReply(404, b"<html>"), RecordingMissing),
        (HttpReply(410), RecordingMissing),
        (HttpReply(200, b"", "audio/wav"), RecordingMissing),
        (HttpReply(401, b"who?"), RecordingForbidden),
        (HttpReply(403), RecordingForbidden),
        (HttpReply(400), PbxRefused),
        (HttpReply(503), PbxUnreachable),
        (HttpReply(429), PbxUnreachable),
        (HttpReply(200, b"<html>Sign in</html>", "text/html"), RecordingUnavailable),
        (HttpReply(200, b"<html>Sign in</html>", "audio/wav"), RecordingUnavailable),
        (HttpReply(200, WAV, "text/html; charset=utf-8"), RecordingUnavailable),
        (HttpReply(200, b'{"status": false}', "application/json"), RecordingUnavailable),
        (HttpReply(302, headers={"Location": "https://elsewhere.example/1.wav"}), RecordingUnavailable),
        (HttpReply(302, headers={"Location": "/r.wav"}), RecordingUnavailable),
        (None, PbxUnreachable),
    ],
)
def test_each_refusal_says_what_it_is(reply: HttpReply | None, kind: type[AgentDesktopError]) -> None:
    assert type(failure(lambda _: reply)) is kind


def test_a_redirect_within_the_host_is_followed() -> None:
    def answer(request: HttpRequest) -> HttpReply:
        if request.target == "/r.wav":
            return HttpReply(302, headers={"Location": "/deeper/r.wav"})
        return HttpReply(200, WAV, "audio/wav")

    assert fetched(answer)[2] == WAV


def test_one_that_is_too_big_is_refused_before_it_is_read() -> None:
    assert "too big" in failure(lambda _: HttpReply(200, WAV, "audio/wav"), largest=len(WAV) - 1).title
    assert fetched(lambda _: HttpReply(200, WAV, "audio/wav"), largest=len(WAV))[2] == WAV


def raw(answer: bytes, largest: int = 1_000_000) -> AgentDesktopError:
    """What becomes of an answer that no server means to give."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        writer.close()

    async def run() -> None:
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        source = RecordingSource((f"http://127.0.0.1:{port}",), 5.0, largest)
        try:
            async with source.open("/r.wav") as stream:
                async for _ in stream.chunks:
                    pass
        finally:
            await source.close()
            server.close()

    with pytest.raises(AgentDesktopError) as caught:
        asyncio.run(run())
    return caught.value


def test_one_that_is_cut_off_is_told_from_one_that_never_came() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: audio/wav\r\n"
    assert "cut off" in raw(head + b"Content-Length: 100000\r\n\r\n" + WAV[:90_000]).title
    assert "cut off" not in raw(b"").title
    endless = head + b"Transfer-Encoding: chunked\r\n\r\n" + b"4000\r\n" + WAV[:0x4000] + b"\r\n"
    assert "too big" in raw(endless + b"4000\r\n" + bytes(0x4000) + b"\r\n0\r\n\r\n", largest=0x5000).title


def test_neither_address_nor_key_is_logged_or_said(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    async def use(url: str) -> None:
        source = RecordingSource((url,), 5.0)
        with pytest.raises(RecordingMissing) as caught:
            async with source.open("/rec/key/s3cret/1.wav"):
                pass
        await source.close()
        assert "s3cret" not in f"{caught.value!r} {caught.value.message}"

    served(lambda _: HttpReply(404), use)
    assert "s3cret" not in caplog.text
