"""Plays a recording, also one that is still arriving: where it runs out it waits, and goes on when there is more."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from agent_desktop.ui.audio import Audio, loudness
from agent_desktop.ui.playback import Playback

SPEEDS = (0.75, 1.0, 1.25, 1.5, 2.0)
GOES_ON_AFTER_MS = 700
"""Where a recording ran out, it is looked so often whether there is more."""

BEFORE_THE_END_MS = 100
"""Qt stays at the very end of a recording without ending it."""


class Player(QObject):
    """Holds one recording from `open` to `close`. Times are in milliseconds. `changed` says that anything did."""

    changed = Signal()

    def __init__(self, audio: Audio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._audio = audio
        self._player: Playback | None = None
        self._path = Path()
        self._is_whole = False
        self._was_whole = False
        self._wants_to_play = False
        self._resume_at: int | None = None
        self._volume = 100
        self._speed = 1.0
        self.is_broken = False
        """True where it is no sound that can be played."""
        self._again = QTimer(self, singleShot=True, interval=GOES_ON_AFTER_MS)
        self._again.timeout.connect(self._go_on)
        audio.devices_changed.connect(self._follow_device)

    # What it is asked.

    def open(self, path: Path, *, is_whole: bool, at: int = 0, plays: bool = True) -> None:
        """Take this recording and play it from there, or wait there."""
        self.close()
        self._path, self._is_whole = path, is_whole
        self._wants_to_play = plays
        self._load(at)

    def grow(self, *, is_whole: bool) -> None:
        """There is more of it."""
        self._is_whole = is_whole
        if is_whole and not self._was_whole and self._player is not None:
            self._load(self.position)  # its length was a guess

    def close(self) -> None:
        """Let it go, and what plays it."""
        self._drop()
        self._resume_at = None
        self._wants_to_play = self.is_broken = False

    def play(self) -> None:
        """Play, from the beginning where it is at its end."""
        self._wants_to_play = True
        if self._player is not None and self._resume_at is None:
            self._player.play.emit()
        self.changed.emit()

    def pause(self) -> None:
        """Stop, and stay there."""
        self._wants_to_play = False
        if self._player is not None:
            self._player.pause.emit()
        self.changed.emit()

    def seek(self, position: int) -> None:
        """Go there."""
        if self._player is None:
            return
        position = max(0, min(position, self.duration - BEFORE_THE_END_MS))
        if self._resume_at is not None:
            self._resume_at = position
        else:
            self._player.seek(position)
        self.changed.emit()

    def set_speed(self, speed: float) -> None:
        """Faster or slower, at the same pitch."""
        self._speed = speed
        if self._player is not None:
            self._player.media.setPlaybackRate(speed)

    def set_volume(self, per_cent: int) -> None:
        """Louder or softer."""
        self._volume = per_cent
        if self._player is not None:
            self._player.output.setVolume(loudness(per_cent))

    # What it tells.

    @property
    def is_playing(self) -> bool:
        """True while it plays, or would if there were more."""
        return self._wants_to_play

    @property
    def is_waiting(self) -> bool:
        """True while it waits for more."""
        return self._wants_to_play and self._resume_at is not None

    @property
    def position(self) -> int:
        """Where it is."""
        if self._resume_at is not None:
            return self._resume_at
        return 0 if self._player is None else self._player.position

    @property
    def duration(self) -> int:
        """How long it is, as far as is known."""
        return 0 if self._player is None else max(self._player.media.duration(), self._resume_at or 0)

    # Inside.

    def _drop(self) -> None:
        self._again.stop()
        player, self._player = self._player, None
        if player is not None:
            player.end()

    def _load(self, position: int) -> None:
        """Read the file anew, with another player: a used one still has to say of what it held before."""
        self._drop()
        self._resume_at = position
        self._was_whole = self._is_whole
        self._player = Playback(self._audio, self._path, self)
        self._player.output.setVolume(loudness(self._volume))
        media = self._player.media
        media.setPlaybackRate(self._speed)
        media.positionChanged.connect(self.changed)
        media.durationChanged.connect(self.changed)
        media.mediaStatusChanged.connect(self._take_status)

    def _take_status(self) -> None:
        if self._player is None:
            return
        media = self._player.media
        match media.mediaStatus():
            case media.MediaStatus.LoadedMedia if self._resume_at is not None:
                self._resume()
            case media.MediaStatus.EndOfMedia if self._was_whole:
                self._wants_to_play = False
            case media.MediaStatus.InvalidMedia if self._was_whole:
                self._wants_to_play, self.is_broken = False, True
            case media.MediaStatus.EndOfMedia | media.MediaStatus.InvalidMedia:
                self._resume_at = self.position
                self._again.start()
        self.changed.emit()

    def _resume(self) -> None:
        assert self._player is not None
        assert self._resume_at is not None
        position, self._resume_at = self._resume_at, None
        if position:
            self._player.seek(position)
        if self._wants_to_play:
            self._player.play.emit()

    def _go_on(self) -> None:
        if self._player is not None:
            self._load(self.position)

    def _follow_device(self) -> None:
        if self._player is not None:
            self._audio.direct(self._player.output)
