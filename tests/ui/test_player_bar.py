"""The bar over Qt's real player, which plays into a null sink where there is no device."""

import asyncio
import wave
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtMultimedia import QMediaPlayer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from agent_desktop.desk.recording_file import Recording
from agent_desktop.desk.recordings import RecordingProgress
from agent_desktop.errors import RecordingForbidden, RecordingUnavailable, StoreFailed
from agent_desktop.simulator.recording import recording as sound
from agent_desktop.ui.audio import Audio, Silence
from agent_desktop.ui.history_panel import HistoryPanel
from agent_desktop.ui.models.history_columns import Column
from agent_desktop.ui.player_bar import PlayerBar
from tests.ui.null_sink import NullSink, sound_words_ignored
from tests.ui.stage import Stage, call

LENGTH_MS = 6000

pytestmark = sound_words_ignored


class Recordings:
    """The feature, with one file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.asked: list[Any] = []
        self.error: Exception | None = None
        self.is_whole = True

    def recording(self, callid: str = "c1") -> Recording:
        size = self.path.stat().st_size
        return Recording(callid, self.path, "wav", size, 0 if self.is_whole else 2 * size, self.is_whole)

    async def open(self, callid: str) -> Recording:
        self.asked.append(("open", callid))
        if self.error is not None:
            raise self.error
        return self.recording(callid)

    async def save_as(self, callid: str, path: Path) -> Recording:
        self.asked.append(("save_as", callid, path))
        if self.error is not None:
            raise self.error
        await asyncio.to_thread(path.write_bytes, self.path.read_bytes())
        return self.recording(callid)

    async def cancel(self, callid: str) -> None:
        self.asked.append(("cancel", callid))


@pytest.fixture
def recordings(tmp_path: Path) -> Recordings:
    path = tmp_path / "fetched.wav"
    path.write_bytes(sound("c1", LENGTH_MS // 1000))
    return Recordings(path)


@pytest.fixture
def bar(stage: Stage, recordings: Recordings) -> Iterator[PlayerBar]:
    stage.desk.features.recordings = recordings
    object.__setattr__(stage.context, "audio", NullSink())
    stage.open()
    made = PlayerBar(stage.context)
    made.resize(900, 80)
    stage.qtbot.addWidget(made)
    yield made
    made.player.close()


def opened(stage: Stage, bar: PlayerBar) -> PlayerBar:
    bar.open(call("c1"), "Nguyễn Thị Hoa")
    stage.until(lambda: bar.player.duration and bar.player.is_playing and not bar.player.is_waiting)
    return bar


def press(bar: PlayerBar, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget() or bar.play, key)


def test_it_plays_to_the_end_and_again(stage: Stage, bar: PlayerBar) -> None:
    opened(stage, bar)
    bar.speed.setCurrentIndex(4)
    bar.seek.sought.emit(LENGTH_MS - 500)
    stage.until(lambda: not bar.player.is_playing)
    assert bar.player.position == pytest.approx(LENGTH_MS, abs=100)
    assert bar.whole.text() == "0:06"
    bar.play.click()
    stage.until(lambda: bar.player.is_playing and 0 < bar.player.position < LENGTH_MS / 2)


def test_the_keys_work_wherever_the_focus_is(stage: Stage, bar: PlayerBar) -> None:
    opened(stage, bar)
    bar.activateWindow()
    press(bar, Qt.Key.Key_Space)
    assert not bar.player.is_playing
    press(bar, Qt.Key.Key_Right)
    assert bar.player.position >= 5000
    stage.until(lambda: bar.seek.value() >= 5000)
    press(bar, Qt.Key.Key_Left, 2)
    assert bar.player.position == 0
    press(bar, Qt.Key.Key_Plus, 9)
    assert bar.speed.currentText() == "2×"
    press(bar, Qt.Key.Key_Minus, 9)
    assert bar.speed.currentText() == "0.75×"
    bar.seek.setFocus()
    press(bar, Qt.Key.Key_Space)
    assert bar.player.is_playing
    with stage.qtbot.waitSignal(bar.closed):
        press(bar, Qt.Key.Key_Escape)
    assert bar.isHidden()
    stage.until(lambda: not bar.findChildren(QMediaPlayer))


def test_speed_and_volume_reach_the_player_and_the_volume_is_remembered(stage: Stage, bar: PlayerBar) -> None:
    opened(stage, bar)
    bar.volume.setValue(50)
    bar.speed.setCurrentIndex(3)
    [player] = bar.findChildren(QMediaPlayer)
    assert player.playbackRate() == 1.5
    assert player.pitchCompensation()
    output = player.audioOutput()
    assert output is not None
    assert output.volume() == pytest.approx(0.25)
    again = PlayerBar(stage.context)
    stage.qtbot.addWidget(again)
    assert again.volume.value() == 50


@pytest.mark.parametrize("plays", [True, False])
def test_another_bar_goes_on_where_it_is(stage: Stage, bar: PlayerBar, plays: bool) -> None:
    opened(stage, bar)
    bar.speed.setCurrentIndex(3)
    bar.seek.sought.emit(4000)
    if not plays:
        bar.play.click()
    again = PlayerBar(stage.context)
    stage.qtbot.addWidget(again)
    again.take_over(bar)
    stage.until(lambda: again.player.duration == LENGTH_MS)
    assert again.player.position >= 4000
    assert again.player.is_playing is plays
    assert again.title.text() == bar.title.text()
    assert again.speed.currentText() == "1.5×"
    stage.until(lambda: not bar.findChildren(QMediaPlayer))
    again.player.close()


def test_what_still_arrives_is_played_on_when_there_is_more(
    stage: Stage, bar: PlayerBar, recordings: Recordings
) -> None:
    whole = recordings.path.read_bytes()
    recordings.path.write_bytes(whole[: len(whole) // 3])
    recordings.is_whole = False
    opened(stage, bar)
    bar.player.set_speed(2.0)
    stage.until(lambda: bar.player.is_waiting)
    assert bar.player.position == pytest.approx(LENGTH_MS / 3, abs=200)
    recordings.path.write_bytes(whole)
    recordings.is_whole = True
    stage.publish(RecordingProgress(recordings.recording()))
    stage.until(lambda: bar.player.position > LENGTH_MS / 3 + 300)
    assert bar.player.is_playing
    assert bar.player.duration == pytest.approx(LENGTH_MS, abs=100)


def test_the_last_word_on_it_may_come_before_the_recording_itself(
    stage: Stage, bar: PlayerBar, recordings: Recordings
) -> None:
    whole = recordings.recording()
    recordings.is_whole = False
    bar.open(call("c1"))
    bar._hear(RecordingProgress(whole))
    stage.until(lambda: bar._recording is not None)
    assert bar._recording == whole


def test_each_recordings_last_word_is_heard(stage: Stage, recordings: Recordings) -> None:
    heard: list[object] = []
    stage.context.bridge.news.connect(heard.append)
    stage.open()
    both = [RecordingProgress(recordings.recording(callid)) for callid in ("c1", "c2")]
    stage.on_desk(lambda: list(map(stage.desk.publish, both)))
    stage.until(lambda: len(heard) == 2)
    assert heard == both


def test_a_recording_that_is_cut_off_falls_silent_and_says_so(
    stage: Stage, bar: PlayerBar, recordings: Recordings
) -> None:
    recordings.is_whole = False
    opened(stage, bar)
    stage.publish(RecordingProgress(recordings.recording(), RecordingUnavailable("The recording was cut off.")))
    stage.until(lambda: "cut off" in bar.problem.text())
    assert not bar.player.is_playing
    assert not bar.play.isEnabled()
    recordings.is_whole = True
    bar.again.click()
    stage.until(lambda: bar.player.is_playing)
    assert bar.problem.isHidden()


def test_what_cannot_be_had_is_said_and_tried_again(stage: Stage, bar: PlayerBar, recordings: Recordings) -> None:
    recordings.error = RecordingForbidden()
    bar.open(call("c1"))
    stage.until(lambda: bar.problem.text() == RecordingForbidden().message)
    assert bar.again.isVisible()
    assert not bar.save.isEnabled()
    recordings.error = None
    bar.again.click()
    stage.until(lambda: bar.player.is_playing)
    assert recordings.asked.count(("open", "c1")) == 2


def test_without_a_device_it_offers_to_save(
    stage: Stage, bar: PlayerBar, recordings: Recordings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NullSink, "_silence", lambda _: Silence.NO_DEVICE)
    bar.open(call("c1"))
    stage.until(lambda: "no sound device" in bar.problem.text())
    assert (bar.play.isEnabled(), bar.save.isEnabled()) == (False, True)
    assert not bar.findChildren(QMediaPlayer)


def test_without_qts_multimedia_it_offers_to_save(
    stage: Stage, bar: PlayerBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Audio) -> None:
        raise ImportError("libpulse.so.0: cannot open shared object file")

    monkeypatch.setattr(Audio, "_load", fail)
    bar.open(call("c1"))
    stage.until(lambda: "missing on this computer" in bar.problem.text())
    assert (bar.play.isEnabled(), bar.save.isEnabled()) == (False, True)


def test_it_is_saved_under_a_name_that_tells_the_call(
    stage: Stage, bar: PlayerBar, recordings: Recordings, tmp_path: Path
) -> None:
    opened(stage, bar)
    dialog = bar.choose_file()
    assert dialog is not None
    assert "0938363739.wav" in dialog.selectedFiles()[0]
    dialog.reject()
    bar.save_to(tmp_path / "kept.wav")
    stage.until(lambda: bar.words.whole == "Saved as kept.wav")
    with wave.open(str(tmp_path / "kept.wav")) as kept:
        assert kept.getnframes() * 1000 // kept.getframerate() == LENGTH_MS
    recordings.error = StoreFailed("There is no space left for the recording.")
    bar.save_to(tmp_path / "more.wav")
    stage.until(lambda: "no space left" in bar.problem.text())
    assert bar.player.is_playing


def test_no_sound_at_all_is_said(stage: Stage, bar: PlayerBar, recordings: Recordings) -> None:
    recordings.path.write_bytes(b"RIFF\x10\0\0\0WAVEnonsense")
    bar.open(call("c1"))
    stage.until(lambda: "cannot be played here" in bar.problem.text())
    assert (bar.play.isEnabled(), bar.save.isEnabled()) == (False, True)


def test_another_recording_takes_its_place(stage: Stage, bar: PlayerBar, recordings: Recordings) -> None:
    recordings.is_whole = False
    opened(stage, bar)
    bar.open(call("c2"), "Trần Văn Minh")
    stage.until(lambda: ("open", "c2") in recordings.asked)
    assert ("cancel", "c1") in recordings.asked
    assert bar.title.whole.startswith("Trần Văn Minh")
    stage.publish(RecordingProgress(recordings.recording("c1"), RecordingUnavailable()))
    stage.settle()
    assert not bar.again.isVisible()


def test_everything_in_it_has_a_name(stage: Stage, bar: PlayerBar) -> None:
    opened(stage, bar)
    for part in (bar.play, bar.seek, bar.speed, bar.volume, bar.save, bar.shut):
        interface = QAccessible.queryAccessibleInterface(part)
        assert interface.text(QAccessible.Text.Name), part


def test_hasty_hands_hold_nobody_up(stage: Stage, bar: PlayerBar) -> None:
    """Qt's threads want Python's lock at their end: whoever waits for them with it in hand waits for good."""
    for turn in range(40):
        bar.open(call(f"c{turn}"))
        stage.until(lambda: bar.player.duration)
        bar.player.seek(turn * 100)
        stage.qtbot.wait(turn % 5)
    assert bar.player.is_playing


def test_the_history_opens_it_and_escape_closes_it(stage: Stage, bar: PlayerBar, recordings: Recordings) -> None:
    stage.desk.records = [call("c1", ago=1), replace(call("c2"), recording_url="https://pbx.example.com/2.wav")]
    panel = HistoryPanel(stage.context)
    stage.show(panel)
    stage.until(lambda: panel.model.rowCount() == 2)
    for row in (0, 1):
        panel.table.clicked.emit(panel.model.index(row, Column.RECORDING))
    stage.until(lambda: recordings.asked == [("open", "c2")])
    assert panel.player.isVisible()
    assert panel.escape()
    assert not panel.player.isVisible()
    assert not panel.escape()
    menu = panel.open_menu(panel.model.index(0, 0), panel.rect().center())
    [play] = [action for action in menu.actions() if action.text() == "Play the recording"]
    assert play.isVisible()
    assert not play.isEnabled()
    menu.hide()
