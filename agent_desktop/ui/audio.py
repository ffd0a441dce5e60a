"""The way to this computer's sound. Qt's multimedia is loaded when someone first wants to hear something.

A sound server that does not answer holds whoever asks for the devices, for good: so the first question is asked on a
thread of its own, and nothing else is done with sound before it was answered.
"""

import logging
import threading
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput

_log = logging.getLogger(__name__)

ANSWER_WITHIN_MS = 4000


class Silence(StrEnum):
    """Why nothing can be heard; the first says that something can."""

    NONE = "none"
    NOT_INSTALLED = "not_installed"
    NO_ANSWER = "no_answer"
    NO_DEVICE = "no_device"


def loudness(per_cent: int) -> float:
    """A volume as it is heard, as the factor that the sound needs for it."""
    return (max(0, min(100, per_cent)) / 100) ** 2


class Audio(QObject):
    """One for the program. Everything but `ask` is for after it has answered NONE or NO_DEVICE."""

    devices_changed = Signal()
    _answered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[Silence], None]] = []
        self._media: Any = None
        self._watched: Any = None
        self._is_asking = False
        self._has_answered = False
        self._timer = QTimer(self, singleShot=True, interval=ANSWER_WITHIN_MS)
        self._timer.timeout.connect(lambda: self._tell(Silence.NO_ANSWER))
        self._answered.connect(self._take_answer, Qt.ConnectionType.QueuedConnection)

    def ask(self, done: Callable[[Silence], None]) -> None:
        """Call `done` once it is known whether anything can be heard: soon, and at the latest in four seconds."""
        if self._has_answered:
            done(self._silence())
            return
        self._waiting.append(done)
        self._timer.start()
        if self._is_asking:
            return
        try:
            self._media = self._load()
        except ImportError as error:
            _log.warning("sound is not available: %s", error)
            QTimer.singleShot(0, self, lambda: self._tell(Silence.NOT_INSTALLED))
            return
        self._is_asking = True
        threading.Thread(target=self._ask_for_devices, name="sound devices", daemon=True).start()

    @property
    def names(self) -> tuple[str, ...]:
        """The devices, as the system calls them."""
        return tuple(dict.fromkeys(device.description() for device in self._media.QMediaDevices.audioOutputs()))

    def output(self, parent: QObject, name: str = "") -> "QAudioOutput":
        """A way out by a device; by the system's default where it is "" or not there."""
        made: QAudioOutput = self._media.QAudioOutput(parent)
        self.direct(made, name)
        return made

    def direct(self, output: "QAudioOutput", name: str = "") -> None:
        """Lead it to a device."""
        devices = self._media.QMediaDevices
        named = (device for device in devices.audioOutputs() if name and device.description() == name)
        output.setDevice(next(named, devices.defaultAudioOutput()))

    def _load(self) -> Any:
        from PySide6 import QtMultimedia

        return QtMultimedia

    def _ask_for_devices(self) -> None:
        self._media.QMediaDevices.audioOutputs()
        try:
            self._answered.emit()
        except RuntimeError:
            pass  # the program has ended meanwhile

    def _take_answer(self) -> None:
        self._is_asking, self._has_answered = False, True
        self._watched = self._media.QMediaDevices(self)
        self._watched.audioOutputsChanged.connect(self.devices_changed)
        self._tell(self._silence())

    def _silence(self) -> Silence:
        return Silence.NONE if self.names else Silence.NO_DEVICE

    def _tell(self, silence: Silence) -> None:
        self._timer.stop()
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done(silence)


def silence_words(silence: Silence) -> tuple[str, str]:
    """What happened and what to do, for people; two times "" where something can be heard."""
    return {
        Silence.NONE: ("", ""),
        Silence.NOT_INSTALLED: (
            _tr("A part that plays sound is missing on this computer."),
            _tr("“agent-desktop doctor” says how to bring it."),
        ),
        Silence.NO_ANSWER: (
            _tr("This computer's sound does not answer."),
            _tr("Restart the computer, or ask your administrator."),
        ),
        Silence.NO_DEVICE: (
            _tr("This computer has no sound device."),
            _tr("Plug in a headset or loudspeakers."),
        ),
    }[silence]


def _tr(text: str) -> str:
    return QCoreApplication.translate("audio", text)
