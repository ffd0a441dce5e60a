"""The bar that plays a call's recording: at the foot of a list of calls, or of a dialog about one."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from agent_desktop.desk.recording_file import Recording
from agent_desktop.desk.recordings import RecordingProgress
from agent_desktop.desk.updates import News
from agent_desktop.errors import AgentDesktopError
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.events import WITHHELD
from agent_desktop.ui.announce import announce
from agent_desktop.ui.audio import Silence, silence_words
from agent_desktop.ui.bridge import Asked
from agent_desktop.ui.context import Context
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.labels import ElidedLabel, label
from agent_desktop.ui.language import said
from agent_desktop.ui.marks import GlyphButton, GlyphMark
from agent_desktop.ui.player import SPEEDS, Player
from agent_desktop.ui.seek_slider import STEP_MS, SeekSlider
from agent_desktop.ui.theme import STEP
from agent_desktop.ui.wheel import keep_from_wheel
from agent_desktop.ui.wording import day_and_time, duration

VOLUME, FOLDER = "player/volume", "player/folder"
LOUDER = 10
_MEGA = 1_000_000


class PlayerBar(QFrame):
    """Hidden until `open`. `closed` says that it is hidden again.

    Space plays and pauses, Left and Right go 5 s back and on, + and - change the speed, S saves, Esc closes.
    """

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._callid = ""
        self._file_name = ""
        self._opened: tuple[CallRecord, str] | None = None
        self._begins_at, self._plays = 0, True
        self._recording: Recording | None = None
        self._early: RecordingProgress | None = None
        self._silence: Silence | None = None
        self._asked: Asked | None = None
        self._saving: Asked | None = None
        self.player = Player(context.audio, self)
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Recording"))
        self._make()
        self._lay_out()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.installEventFilter(self)
        self.hide()

    def _make(self) -> None:
        theme = self._context.theme
        self._mark = GlyphMark(theme, Glyph.LISTEN)
        self.title = ElidedLabel(bold=True)
        self.words = ElidedLabel(kind="secondary")
        self.problem = label(kind="problem", wrap=True)
        self.again = QPushButton(self.tr("Try again"))
        self.shut = GlyphButton(theme, Glyph.CLOSE, name=self.tr("Close the recording (Esc)"))
        self.play = GlyphButton(theme, Glyph.PLAY, name=self.tr("Play (Space)"))
        self.passed = label(tabular=True)
        self.whole = label(kind="secondary", tabular=True)
        self.seek = SeekSlider()
        self.seek.setAccessibleName(self.tr("Position in the recording"))
        self.speed = QComboBox()
        keep_from_wheel(self.speed)
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("Speed (+ and -)"))
        for speed in SPEEDS:
            self.speed.addItem(f"{speed:g}×", speed)
        self.speed.setCurrentIndex(SPEEDS.index(1.0))
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setSingleStep(LOUDER)
        self.volume.setAccessibleName(self.tr("Volume"))
        self.volume.setToolTip(self.tr("Volume"))
        self.volume.setFixedWidth(20 * STEP)
        kept = self._context.memory.word(VOLUME)
        self.volume.setValue(int(kept) if kept.isascii() and kept.isdigit() else 100)
        self.save = GlyphButton(theme, Glyph.SAVE, self.tr("Save as…"), name=self.tr("Save the recording (S)"))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(2 * STEP)
        above.addWidget(self._mark)
        above.addWidget(self.title)
        above.addWidget(self.words, 1)
        above.addWidget(self.shut)
        between = QHBoxLayout()
        between.setSpacing(2 * STEP)
        between.addWidget(self.problem, 1)
        between.addWidget(self.again)
        self._controls = QWidget()
        below = QHBoxLayout(self._controls)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(2 * STEP)
        below.addWidget(self.play)
        below.addWidget(self.passed)
        below.addWidget(self.seek, 1)
        below.addWidget(self.whole)
        below.addWidget(self.speed)
        below.addWidget(GlyphMark(self._context.theme, Glyph.SPEAKER))
        below.addWidget(self.volume)
        below.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        layout.setSpacing(STEP)
        layout.addLayout(above)
        layout.addLayout(between)
        layout.addWidget(self._controls)

    def _connect(self) -> None:
        self.play.clicked.connect(self._toggle)
        self.seek.sought.connect(self.player.seek)
        self.speed.currentIndexChanged.connect(lambda place: self.player.set_speed(SPEEDS[place]))
        self.volume.valueChanged.connect(self._set_volume)
        self.save.clicked.connect(self.choose_file)
        self.again.clicked.connect(self._fetch)
        self.shut.clicked.connect(self.close_recording)
        self.player.changed.connect(self._show)
        self._context.bridge.news.connect(self._hear)
        for part in (self.play, self.seek, self.speed, self.volume, self.save, self.again, self.shut):
            part.installEventFilter(self)

    # One recording.

    def open(self, record: CallRecord, name: str = "") -> None:
        """Fetch and play the recording of a call; `name` is the customer's, where it is known."""
        self._leave()
        self._opened = record, name
        self._callid = record.callid
        began = f"{datetime.fromtimestamp(record.started):%Y-%m-%d %H.%M}"  # noqa: DTZ006 - this computer's zone
        number = "" if record.number == WITHHELD or self._context.privacy.is_on else record.number
        self._file_name = " ".join(part for part in (began, number) if part)
        shown = self._context.number(record.number)
        parts = (self._context.name(name), shown, day_and_time(record.started, self._context.now()))
        self.title.say(" · ".join(part for part in parts if part))
        self.player.set_volume(self.volume.value())
        self.player.set_speed(SPEEDS[self.speed.currentIndex()])
        self.show()
        self._fetch()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_over(self, other: "PlayerBar") -> None:
        """Go on where another one, which ends, is."""
        if other.isHidden() or other._opened is None:
            return
        at, plays = other.player.position, other.player.is_playing
        other.player.close()
        self.speed.setCurrentIndex(other.speed.currentIndex())
        self.open(*other._opened)
        self._begins_at, self._plays = at, plays

    def close_recording(self) -> None:
        """Silence, and no bar."""
        self._leave()
        self.hide()
        self.closed.emit()

    def _leave(self) -> None:
        self.player.close()
        for asked in (self._asked, self._saving):
            if asked is not None:
                asked.cancel()
        if self._callid and (self._recording is None or not self._recording.is_whole):
            bridge = self._context.bridge
            bridge.ask(bridge.desk.features.recordings.cancel(self._callid))
        self._callid = ""
        self._begins_at, self._plays = 0, True
        self._recording = self._early = self._silence = self._asked = self._saving = None

    def _fetch(self) -> None:
        callid, bridge = self._callid, self._context.bridge
        self._early = None
        self.again.hide()
        self._say(self.tr("Fetching the recording…"))
        self._asked = bridge.ask(bridge.desk.features.recordings.open(callid), self._begin, self._fail)
        self._context.audio.ask(lambda silence: self._take_silence(callid, silence))
        self._show()

    def _take_silence(self, callid: str, silence: Silence) -> None:
        if callid == self._callid:
            self._silence = silence
            self._start()

    def _begin(self, recording: Recording) -> None:
        self._recording = recording
        self._start()
        if self._early is not None:
            self._hear(self._early)

    def _start(self) -> None:
        """Once the recording is there, and it is known whether it can be heard."""
        if self._recording is None or self._silence is None:
            return
        if self._silence is Silence.NONE:
            self._say("")
            whole = self._recording.is_whole
            self.player.open(self._recording.path, is_whole=whole, at=self._begins_at, plays=self._plays)
        else:
            what, advice = silence_words(self._silence)
            self._complain(f"{what} {advice} {self.tr('You can save the recording and hear it elsewhere.')}")
        self._show()
        if self.play.isEnabled() and self.hasFocus():
            self.play.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self, news: News) -> None:
        if not isinstance(news, RecordingProgress) or news.recording.callid != self._callid:
            return
        if self._recording is None:
            # It may be the last word, and come before the answer to who asked for the recording.
            self._early = news
            self._say(self._progress(news.recording))
        elif news.error is not None:
            self._fail(news.error)
        else:
            self._recording = news.recording
            self.player.grow(is_whole=news.recording.is_whole)
            self._show()

    def _progress(self, recording: Recording) -> str:
        received, total = f"{recording.received / _MEGA:.1f}", f"{recording.total / _MEGA:.1f}"
        if recording.total:
            return self.tr("Fetching the recording: %1 of %2 MB").replace("%1", received).replace("%2", total)
        return self.tr("Fetching the recording: %1 MB").replace("%1", received)

    def _fail(self, error: AgentDesktopError) -> None:
        self.player.close()
        self._recording = None
        self._complain(said(error))
        self._show()

    # Saving.

    def choose_file(self) -> QFileDialog | None:
        """Ask where to save it."""
        if self._recording is None or self._saving is not None:
            return None
        ending = self._recording.kind
        dialog = QFileDialog(self, self.tr("Save the recording"), self._context.memory.word(FOLDER))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.setNameFilter(self.tr("Sound files (*.%1)").replace("%1", ending))
        dialog.selectFile(f"{self._file_name}.{ending}")
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.open()
        return dialog

    def save_to(self, target: Path) -> None:
        """Save it there."""
        bridge = self._context.bridge
        self._context.memory.keep_word(FOLDER, str(target.parent))
        self._say(self.tr("Saving…"))
        self._saving = bridge.ask(
            bridge.desk.features.recordings.save_as(self._callid, target),
            lambda _: self._end_saving(self.tr("Saved as %1").replace("%1", target.name)),
            self._fail_to_save,
        )
        self._show()

    def _end_saving(self, words: str) -> None:
        self._saving = None
        self._say(words)
        self._show()

    def _fail_to_save(self, error: AgentDesktopError) -> None:
        self._saving = None
        self._complain(said(error), may_try_again=False)
        self._show()

    # What can be seen.

    def _say(self, words: str) -> None:
        self.words.say(words)
        self.problem.hide()
        self.again.hide()

    def _complain(self, words: str, *, may_try_again: bool = True) -> None:
        self.words.say("")
        self.problem.setText(words)
        self.problem.show()
        self.again.setVisible(may_try_again)
        announce(self, words)

    def _show(self) -> None:
        player = self.player
        if player.is_broken and self.problem.isHidden():
            self._complain(self.tr("The recording cannot be played here. Save it and try another program."))
        can_play = self._recording is not None and self._silence is Silence.NONE and not player.is_broken
        for part in (self.play, self.seek, self.speed, self.volume):
            part.setEnabled(can_play)
        self._controls.setVisible(self._recording is not None or self.problem.isHidden())
        self.save.setEnabled(self._recording is not None and self._saving is None)
        self.play.show_glyph(Glyph.PAUSE if player.is_playing else Glyph.PLAY)
        name = self.tr("Pause (Space)") if player.is_playing else self.tr("Play (Space)")
        self.play.setAccessibleName(name)
        self.play.setToolTip(name)
        self.passed.setText(duration(player.position / 1000))
        self.whole.setText(duration(player.duration / 1000 if player.duration else None))
        self.seek.place(player.position, player.duration)

    def _set_volume(self, per_cent: int) -> None:
        self.player.set_volume(per_cent)
        self._context.memory.keep_word(VOLUME, str(per_cent))

    # Keys.

    def _toggle(self) -> None:
        if self.player.is_playing:
            self.player.pause()
        else:
            self.player.play()

    def _change_speed(self, steps: int) -> None:
        self.speed.setCurrentIndex(max(0, min(len(SPEEDS) - 1, self.speed.currentIndex() + steps)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._take_key(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _take_key(self, watched: QObject, event: QKeyEvent) -> bool:
        """True where the key is the bar's, wherever in it the focus is; a slider and a list keep their arrows."""
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        has_own_arrows = watched in (self.speed, self.volume)
        match event.key():
            case Qt.Key.Key_Space if watched in (self, self.seek, self.volume):
                self._toggle()
            case Qt.Key.Key_Left if not has_own_arrows:
                self.player.seek(self.player.position - STEP_MS)
            case Qt.Key.Key_Right if not has_own_arrows:
                self.player.seek(self.player.position + STEP_MS)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._change_speed(1)
            case Qt.Key.Key_Minus:
                self._change_speed(-1)
            case Qt.Key.Key_S:
                self.choose_file()
            case Qt.Key.Key_Escape:
                self.close_recording()
            case _:
                return False
        return True
