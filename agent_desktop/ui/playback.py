"""Qt's media player, kept from holding Python up.

Its threads ask Python for its lock, to look for a Python method behind an object that Python made, while they hold
locks of Qt's that the windows' thread may want with Python's lock in its hand: both would wait for good. So what makes
Qt start and end such threads is called by Qt's loop, which holds no lock of Python's.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl, Signal

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput

    from agent_desktop.ui.audio import Audio


class Playback(QObject):
    """One file, played by one player; ended with `end`, at the latest when the program quits."""

    play = Signal()
    pause = Signal()
    stop = Signal()
    """Emit these to have it done, soon."""
    _seek = Signal("qint64")  # type: ignore[arg-type]  # the stub knows no names of types

    def __init__(self, audio: "Audio", path: Path, parent: QObject) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        super().__init__(parent)
        self.media = QMediaPlayer(self)
        self.output = audio.output(self.media)
        self.media.setAudioOutput(self.output)
        for signal, slot in (
            (self.play, self.media.play),
            (self.pause, self.media.pause),
            (self.stop, self.media.stop),
            (self._seek, self.media.setPosition),
        ):
            signal.connect(slot, Qt.ConnectionType.QueuedConnection)
        settle(self.media, self.output)
        self._sought: int | None = None
        self.media.positionChanged.connect(self._forget_sought)
        self.media.setSource(QUrl.fromLocalFile(str(path)))
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.end)

    @property
    def position(self) -> int:
        """Where it is, or will be in a moment, in milliseconds."""
        return self.media.position() if self._sought is None else self._sought

    def seek(self, position: int) -> None:
        """Go there, soon."""
        self._sought = position
        self._seek.emit(position)

    def end(self) -> None:
        """Be silent, and gone."""
        self.blockSignals(True)
        self.media.blockSignals(True)
        self.deleteLater()

    def _forget_sought(self, position: int) -> None:
        self._sought = None


def settle(*made: "QObject | QAudioOutput") -> None:
    """Let each find out now, on this thread, that Python has no method of its own behind it: it is asked once."""
    for one in made:
        one.objectNameChanged.connect(_nothing)
        one.objectNameChanged.disconnect(_nothing)


def _nothing(_: str) -> None:
    """Stands for a slot."""
