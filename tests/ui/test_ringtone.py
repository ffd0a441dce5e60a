from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtMultimedia import QMediaPlayer
from PySide6.QtWidgets import QWidget

from agent_desktop.desk.settings import RingSettings
from agent_desktop.desk.updates import CardClosed, CardShown, SettingsChanged
from agent_desktop.telephony.screen_pop import Card, CardState
from agent_desktop.ui.audio import Audio, Silence
from agent_desktop.ui.form_field import FormField
from agent_desktop.ui.ringtone import Ringtone
from agent_desktop.ui.settings_form import SettingsForm
from agent_desktop.ui.settings_pages.ringtone import DeviceChoice, Trial, ringtone_card
from tests.ui.null_sink import NullSink, sound_words_ignored
from tests.ui.stage import NOW, READY, Stage

pytestmark = sound_words_ignored

RING = RingSettings(enabled=True, volume=40)
RINGING = Card("c1", CardState.RINGING, NOW, "inbound", "0938363739", extension="101")


@pytest.fixture
def ringtone(stage: Stage) -> Ringtone:
    object.__setattr__(stage.context, "audio", NullSink())
    stage.desk.settings = replace(READY, ring=RING)
    made = Ringtone(stage.context, lambda callid: callid == "quiet")
    stage.open()
    return made


def media(ringtone: QWidget | Ringtone) -> QMediaPlayer:
    [found] = ringtone.findChildren(QMediaPlayer)
    return found


def sounds(ringtone: Ringtone) -> bool:
    found = ringtone.findChildren(QMediaPlayer)
    return bool(found) and found[0].playbackState() is QMediaPlayer.PlaybackState.PlayingState


def test_it_rings_while_the_own_extension_does(stage: Stage, ringtone: Ringtone) -> None:
    stage.publish(CardShown(RINGING))
    stage.until(lambda: sounds(ringtone))
    assert media(ringtone).loops() == -1
    output = media(ringtone).audioOutput()
    assert output is not None
    assert output.volume() == pytest.approx(0.16)
    stage.publish(CardShown(replace(RINGING, name="Hoa")))
    stage.settle()
    assert sounds(ringtone)
    stage.publish(CardShown(replace(RINGING, state=CardState.TALKING)))
    stage.until(lambda: not sounds(ringtone))


@pytest.mark.parametrize("state", [CardState.ANSWERED_ELSEWHERE, CardState.MISSED, None])
def test_it_stops_with_the_last_card_that_rings(stage: Stage, ringtone: Ringtone, state: CardState | None) -> None:
    stage.publish(CardShown(RINGING), CardShown(replace(RINGING, callid="c2")))
    stage.until(lambda: sounds(ringtone))
    stage.publish(CardClosed("c2"))
    stage.settle()
    assert sounds(ringtone)
    stage.publish(CardClosed("c1") if state is None else CardShown(replace(RINGING, state=state)))
    stage.until(lambda: not sounds(ringtone))


def test_who_wants_no_more_of_a_call_that_rings_hears_only_the_next_one(stage: Stage, ringtone: Ringtone) -> None:
    stage.publish(CardShown(RINGING))
    stage.until(lambda: sounds(ringtone))
    ringtone.hush()
    stage.until(lambda: not sounds(ringtone))
    stage.publish(CardShown(replace(RINGING, name="Hoa")))
    stage.settle()
    assert not ringtone.is_ringing
    stage.publish(CardClosed("c1"), CardShown(replace(RINGING, callid="c2")))
    stage.until(lambda: sounds(ringtone))


@pytest.mark.parametrize(
    "card",
    [
        replace(RINGING, extension="102"),
        replace(RINGING, callid="quiet"),
        replace(RINGING, state=CardState.DIALLING),
        replace(RINGING, state=CardState.TALKING),
    ],
)
def test_other_calls_do_not_ring(stage: Stage, ringtone: Ringtone, card: Card) -> None:
    stage.publish(CardShown(card))
    stage.settle()
    stage.qtbot.wait(60)
    assert not ringtone.tone.is_wanted
    assert not ringtone.findChildren(QMediaPlayer)


def test_a_call_that_is_over_before_the_pop_is_painted_does_not_ring(stage: Stage, ringtone: Ringtone) -> None:
    stage.publish(CardShown(RINGING), CardShown(replace(RINGING, state=CardState.TALKING)))
    stage.settle()
    stage.qtbot.wait(60)
    assert not ringtone.findChildren(QMediaPlayer)


def test_it_falls_silent_when_it_is_switched_off(stage: Stage, ringtone: Ringtone) -> None:
    stage.publish(CardShown(RINGING))
    stage.until(lambda: sounds(ringtone))
    stage.publish(SettingsChanged(READY, "keyring"))
    stage.until(lambda: not sounds(ringtone))
    stage.publish(CardClosed("c1"), CardShown(replace(RINGING, callid="c2")))
    stage.settle()
    stage.qtbot.wait(60)
    assert not sounds(ringtone)


def test_without_a_device_it_is_silent_and_says_so_once(
    stage: Stage, ringtone: Ringtone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NullSink, "_silence", lambda _: Silence.NO_DEVICE)
    said: list[str] = []
    stage.bridge.notice.connect(lambda notice: said.append(notice.title))
    for callid in ("c1", "c2"):
        stage.publish(CardShown(replace(RINGING, callid=callid)))
        stage.until(lambda: ringtone.tone.is_wanted)
        stage.publish(CardClosed(callid))
        stage.until(lambda: not ringtone.is_ringing)
    assert len(said) == 1
    assert "no sound device" in said[0]
    assert not ringtone.findChildren(QMediaPlayer)


def test_a_file_that_is_no_sound_is_said(stage: Stage, ringtone: Ringtone, tmp_path: Path) -> None:
    (tmp_path / "mine.mp3").write_bytes(b"nothing of the kind")
    settings = replace(READY, ring=replace(RING, sound=str(tmp_path / "mine.mp3")))
    stage.publish(SettingsChanged(settings, "keyring"))
    stage.settle()
    with stage.qtbot.waitSignal(stage.bridge.notice) as caught:
        stage.publish(CardShown(RINGING))
    assert "mine.mp3" in caught.args[0].title


@pytest.fixture
def page(stage: Stage, ringtone: Ringtone) -> QWidget:
    return stage.show(ringtone_card(stage.context))


def field(form: SettingsForm, name: str) -> FormField:
    return form.fields[f"ring.{name}"]


def test_the_test_button_plays_what_the_form_says_once(stage: Stage, page: QWidget) -> None:
    [form], [trial] = page.findChildren(SettingsForm), page.findChildren(Trial)
    field(form, "volume").show_value(100)
    trial.button.click()
    assert trial.button.text() == "Stop"
    stage.until(lambda: trial.findChildren(QMediaPlayer))
    assert media(trial).loops() == 1
    stage.until(lambda: media(trial).position() > 0)
    media(trial).setPosition(2900)
    stage.until(lambda: trial.button.text() == "Test")
    field(form, "sound").show_value("/nowhere/mine.wav")
    trial.button.click()
    stage.until(lambda: "mine.wav" in trial.said.text())
    assert trial.button.text() == "Test"


def test_the_devices_are_looked_for_when_the_list_is_opened(
    stage: Stage, page: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Audio, "names", ("Headset", "Loudspeaker"))
    [form] = page.findChildren(SettingsForm)
    device = field(form, "device").editor
    assert isinstance(device, DeviceChoice)
    assert device.count() == 1
    field(form, "device").show_value("Old headset")
    device.showPopup()
    stage.until(lambda: device.count() == 4)
    assert field(form, "device").value == "Old headset"
    device.setCurrentIndex(device.findData("Headset"))
    form.save.click()
    stage.until(lambda: stage.desk.settings.ring.device == "Headset")
    device.hidePopup()
