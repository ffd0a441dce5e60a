"""The way to this computer's sound: it is loaded late, and a sound server that hangs holds nobody."""

import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from agent_desktop.resource_files import resource
from agent_desktop.ui import audio
from agent_desktop.ui.audio import Audio, Silence, silence_words

HANG_MS = 30_000


def asked(qtbot: QtBot, made: Audio) -> Silence:
    said: list[Silence] = []
    made.ask(said.append)
    qtbot.waitUntil(lambda: bool(said), timeout=HANG_MS)
    return said[0]


def test_a_sound_server_that_hangs_holds_nobody(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audio, "ANSWER_WITHIN_MS", 50)
    hanging = threading.Event()

    class Devices(QObject):
        audioOutputsChanged = Signal()  # noqa: N815 - Qt's name

        @staticmethod
        def audioOutputs() -> list[object]:
            hanging.wait()
            return []

    monkeypatch.setattr(Audio, "_load", lambda _: SimpleNamespace(QMediaDevices=Devices))
    made = Audio()
    assert asked(qtbot, made) is Silence.NO_ANSWER
    assert asked(qtbot, made) is Silence.NO_ANSWER, "it is asked once, and each time it is said"
    assert sum(thread.name == "sound devices" for thread in threading.enumerate()) == 1
    hanging.set()
    qtbot.waitUntil(lambda: asked(qtbot, made) is Silence.NO_DEVICE, timeout=HANG_MS)


def test_a_missing_library_is_said(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Audio) -> None:
        raise ImportError("libpulse.so.0")

    monkeypatch.setattr(Audio, "_load", fail)
    assert asked(qtbot, Audio()) is Silence.NOT_INSTALLED


def test_each_silence_says_what_to_do() -> None:
    for silence in Silence:
        title, advice = silence_words(silence)
        assert bool(title) == bool(advice) == (silence is not Silence.NONE)


def test_nothing_of_it_is_loaded_before_it_is_wanted() -> None:
    code = (
        "import sys; import agent_desktop.ui.desktop, agent_desktop.ui.main_window;"
        "print([name for name in sys.modules if 'Multimedia' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_built_in_ringtone_is_what_its_program_makes() -> None:
    import wave

    import ringtone

    with wave.open(str(resource("sounds/ring.wav"))) as file:
        assert file.readframes(file.getnframes()) == ringtone.ringtone()
    assert Path(resource("sounds/ring.wav")) == ringtone.TARGET
