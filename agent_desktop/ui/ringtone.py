"""The ringtone: sounds while an own extension rings, and not a moment longer."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from agent_desktop.desk.settings import RingSettings
from agent_desktop.desk.updates import Level, Notice, SettingsChanged
from agent_desktop.resource_files import resource
from agent_desktop.telephony.screen_pop import Card, CardState
from agent_desktop.ui.audio import Silence, loudness, silence_words
from agent_desktop.ui.context import Context

if TYPE_CHECKING:
    from agent_desktop.ui.playback import Playback

PREPARE_AFTER_MS = 3000
"""What rings is loaded some time after the start, not with the first call."""

AFTER_THE_POP_MS = 30
"""The pop is painted first."""

BUILT_IN = "sounds/ring.wav"


class Tone(QObject):
    """Plays one sound, again and again or once. `said` tells what went wrong and what to do, or two times "" where it
    can be heard; `ended` that it has played to its end.
    """

    said = Signal(str, str)
    ended = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ring = RingSettings()
        self._playback: Playback | None = None
        self._path = Path()
        self._is_wanted = False
        self._loops = 1

    @property
    def is_wanted(self) -> bool:
        """True between `start` and `stop`, whether it can be heard or not."""
        return self._is_wanted

    def prepare(self, ring: RingSettings) -> None:
        """Load what is needed to play it."""
        self._ring = ring
        self._context.audio.ask(self._take_answer)

    def start(self, ring: RingSettings, *, again_and_again: bool = True) -> None:
        """Play it from its beginning."""
        self._is_wanted = True
        self._loops = -1 if again_and_again else 1
        self.prepare(ring)

    def stop(self) -> None:
        """Be silent at once."""
        self._is_wanted = False
        if self._playback is not None:
            self._playback.stop.emit()

    def _take_answer(self, silence: Silence) -> None:
        if silence is not Silence.NONE:
            if self._is_wanted:
                self.said.emit(*silence_words(silence))
            return
        playback = self._loaded(Path(self._ring.sound or resource(BUILT_IN)))
        self._context.audio.direct(playback.output, self._ring.device)
        playback.output.setVolume(loudness(self._ring.volume))
        if self._is_wanted:
            playback.media.setLoops(self._loops)
            playback.play.emit()
            self.said.emit("", "")

    def _loaded(self, path: Path) -> "Playback":
        if self._playback is None or self._path != path:
            if self._playback is not None:
                self._playback.end()
            from agent_desktop.ui.playback import Playback  # loaded with the sound, not with the program

            self._path = path
            self._playback = Playback(self._context.audio, path, self)
            self._playback.media.errorOccurred.connect(self._failed)
            self._playback.media.mediaStatusChanged.connect(self._look)
        return self._playback

    def _look(self) -> None:
        media = None if self._playback is None else self._playback.media
        if media is not None and self._is_wanted and media.mediaStatus() is media.MediaStatus.EndOfMedia:
            self._is_wanted = False
            self.ended.emit()

    def _failed(self) -> None:
        name = self._path.name
        self.said.emit(
            self.tr("The ringtone %1 cannot be played.").replace("%1", name),
            self.tr("Choose another sound file in the settings."),
        )


class Ringtone(QObject):
    """Rings for the cards of own extensions, where the settings want it and `is_silenced` does not keep the call
    quiet. What cannot be heard is said once.
    """

    def __init__(
        self, context: Context, is_silenced: Callable[[str], bool] = lambda _: False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._is_silenced = is_silenced
        self._ringing: set[str] = set()
        self._hushed: set[str] = set()
        self._told: set[str] = set()
        self.tone = Tone(context, self)
        self.tone.said.connect(self._tell)
        self._soon = QTimer(self, singleShot=True, interval=AFTER_THE_POP_MS)
        self._soon.timeout.connect(self._start)
        self._preparing = QTimer(self, singleShot=True, interval=PREPARE_AFTER_MS)
        self._preparing.timeout.connect(self._prepare)
        bridge = context.bridge
        bridge.card_shown.connect(self._follow)
        bridge.card_closed.connect(self._close)
        bridge.settings_changed.connect(self._take_settings)

    @property
    def _ring(self) -> RingSettings:
        return self._context.bridge.present.settings.ring

    @property
    def is_ringing(self) -> bool:
        """True while it sounds, or would."""
        return self._soon.isActive() or self.tone.is_wanted

    def _take_settings(self, change: SettingsChanged) -> None:
        if not change.settings.ring.enabled:
            self._ringing.clear()
            self._preparing.stop()
            self._look()
        elif not self.is_ringing:
            self._preparing.start()

    def _prepare(self) -> None:
        if not self.is_ringing:
            self.tone.prepare(self._ring)

    def _follow(self, card: Card) -> None:
        is_heard = card.callid not in self._hushed
        rings = is_heard and card.state is CardState.RINGING and card.extension in self._context.own()
        if rings and self._ring.enabled:
            self._ringing.add(card.callid)
        else:
            self._ringing.discard(card.callid)
        self._look()

    def hush(self) -> None:
        """Ring no more for the calls that ring now."""
        self._hushed |= self._ringing
        self._ringing.clear()
        self._look()

    def _close(self, callid: str) -> None:
        self._ringing.discard(callid)
        self._hushed.discard(callid)
        self._look()

    def _look(self) -> None:
        if self._ringing and not self.is_ringing:
            self._soon.start()
        elif not self._ringing:
            self._soon.stop()
            self.tone.stop()

    def _start(self) -> None:
        if not all(map(self._is_silenced, self._ringing)):
            self.tone.start(self._ring)

    def _tell(self, title: str, advice: str) -> None:
        if title and title not in self._told:
            self._told.add(title)
            words = self.tr("The ringtone is silent: %1").replace("%1", title)
            self._context.bridge.say(Notice("ringtone", Level.WARNING, words, advice))
