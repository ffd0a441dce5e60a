"""Recordings that can be played: a few seconds of tones that take turns like voices; served whole or in part."""

import io
import math
import re
import wave
from array import array
from functools import lru_cache
from random import Random

from agent_desktop.simulator.http_server import HttpReply, HttpRequest

RATE = 8000
_LOUDNESS = 3000
_FADE = RATE // 50
_RANGE = re.compile(r"bytes=([0-9]{0,12})-([0-9]{0,12})")


@lru_cache(maxsize=32)
def recording(callid: str, seconds: int) -> bytes:
    """A WAV file (mono, 16 bits, 8 kHz) that is always the same for the same call."""
    rng = Random(f"recording/{callid}")
    samples = array("h")
    while len(samples) < seconds * RATE:
        # Taking turns: the customer's voice is the deeper one.
        samples.extend(_tone(rng.choice((220, 247, 262)), rng.randrange(RATE // 4, RATE)))
        samples.extend(_tone(rng.choice((330, 349, 392)), rng.randrange(RATE // 4, RATE)))
    file = io.BytesIO()
    with wave.open(file, "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(2)
        wav.setframerate(RATE)
        wav.writeframes(samples[: seconds * RATE].tobytes())
    return file.getvalue()


def _tone(hertz: int, length: int) -> "array[int]":
    return array(
        "h",
        (
            int(_LOUDNESS * min(1.0, at / _FADE, (length - at) / _FADE) * math.sin(2 * math.pi * hertz * at / RATE))
            for at in range(length)
        ),
    )


def serve_recording(request: HttpRequest, file: bytes) -> HttpReply:
    """The file, or the one range of bytes of it that was asked for."""
    accepts = {"Accept-Ranges": "bytes"}
    asked = _RANGE.fullmatch(request.headers.get("range", "").strip())
    if asked is None or not (asked[1] or asked[2]):
        return HttpReply(200, file, "audio/wav", accepts)
    start = int(asked[1]) if asked[1] else max(0, len(file) - int(asked[2]))
    end = min(int(asked[2]), len(file) - 1) if asked[1] and asked[2] else len(file) - 1
    if start > end:
        return HttpReply(416, b"", "audio/wav", {"Content-Range": f"bytes */{len(file)}"})
    accepts["Content-Range"] = f"bytes {start}-{end}/{len(file)}"
    return HttpReply(206, file[start : end + 1], "audio/wav", accepts)
