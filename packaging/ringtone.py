"""Make the built-in ringtone: two soft bells, a third apart, and a pause. `python packaging/ringtone.py`."""

import math
import wave
from array import array
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "sounds" / "ring.wav"
RATE = 16_000
LENGTH_S = 3.0
LOUDNESS = 9000
BELLS = ((0.0, 659.26), (0.18, 830.61), (0.6, 659.26), (0.78, 830.61))
OVERTONES = ((1.0, 1.0, 3.5), (2.0, 0.35, 5.0), (3.01, 0.15, 8.0))
"""Of each bell: how many times its pitch, how loud, and how fast it fades."""


def bell(hertz: float, seconds: float) -> float:
    """How far a bell swings so long after it was struck, from -1.5 to 1.5."""
    if seconds < 0:
        return 0.0
    struck = min(1.0, seconds / 0.006)  # no click
    return struck * sum(
        loud * math.exp(-fade * seconds) * math.sin(2 * math.pi * hertz * times * seconds)
        for times, loud, fade in OVERTONES
    )


def ringtone() -> bytes:
    """The samples, 16 bits each."""
    end = LENGTH_S - 0.02
    return array(
        "h",
        (
            int(LOUDNESS * min(1.0, max(0.0, (end - at / RATE) * 20)) * sum(bell(hz, at / RATE - t) for t, hz in BELLS))
            for at in range(int(RATE * LENGTH_S))
        ),
    ).tobytes()


def main() -> None:
    TARGET.parent.mkdir(exist_ok=True)
    with wave.open(str(TARGET), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(ringtone())


if __name__ == "__main__":
    main()
