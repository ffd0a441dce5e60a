import io
import itertools
import wave

import pytest

from agent_desktop.simulator.http_server import HttpRequest
from agent_desktop.simulator.recording import RATE, recording, serve_recording


def request(range_header: str = "") -> HttpRequest:
    return HttpRequest("GET", "/recordings/1.wav", {"range": range_header} if range_header else {}, b"")


def test_a_recording_can_be_played() -> None:
    with wave.open(io.BytesIO(recording("17.9", 3))) as wav:
        assert (wav.getnchannels(), wav.getsampwidth(), wav.getframerate(), wav.getnframes()) == (1, 2, RATE, 3 * RATE)
        frames = wav.readframes(3 * RATE)
    samples = memoryview(frames).cast("h")
    assert 1000 < max(samples) < 8000
    # Soft: no sample jumps far from the one before, at the joints neither.
    assert max(abs(a - b) for a, b in itertools.pairwise(samples)) < 1500


def test_each_call_sounds_its_own_way() -> None:
    assert recording("17.9", 2) == recording("17.9", 2) != recording("17.8", 2)


@pytest.mark.parametrize(
    ("asked", "status", "part", "told"),
    [
        ("", 200, slice(0, 10), ""),
        ("bytes=0-3", 206, slice(0, 4), "bytes 0-3/10"),
        ("bytes=4-", 206, slice(4, 10), "bytes 4-9/10"),
        ("bytes=4-99", 206, slice(4, 10), "bytes 4-9/10"),
        ("bytes=-3", 206, slice(7, 10), "bytes 7-9/10"),
        ("bytes=-99", 206, slice(0, 10), "bytes 0-9/10"),
        ("bytes=9-9", 206, slice(9, 10), "bytes 9-9/10"),
        ("bytes=10-", 416, slice(0, 0), "bytes */10"),
        ("bytes=5-4", 416, slice(0, 0), "bytes */10"),
        ("bytes=-", 200, slice(0, 10), ""),
        ("bytes=0-1,4-5", 200, slice(0, 10), ""),
        ("lines=1-2", 200, slice(0, 10), ""),
    ],
)
def test_ranges(asked: str, status: int, part: slice, told: str) -> None:
    file = bytes(range(10))
    reply = serve_recording(request(asked), file)
    assert (reply.status, reply.body, reply.content_type) == (status, file[part], "audio/wav")
    assert reply.headers.get("Content-Range", "") == told
