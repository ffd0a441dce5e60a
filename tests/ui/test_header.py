import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from agent_desktop.desk.updates import AgentChanged
from agent_desktop.errors import NotSetUp, PbxRefused
from agent_desktop.telephony.agent import WRAP_UP, AgentStatus, Pause, PausePhase, StatusSource
from agent_desktop.ui.header import Header
from tests.ui.stage import NOW, Stage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # menus, on no screen


@pytest.fixture
def header(stage: Stage) -> Header:
    stage.open()
    window = QWidget()
    window.resize(1000, 100)
    made = Header(stage.context, window)
    QVBoxLayout(window).addWidget(made)
    stage.show(window)
    return made


def words(header: Header) -> str:
    return " ".join(label.text() for label in header.findChildren(QLabel) if label.isVisibleTo(header))


def say(stage: Stage, status: str, pause: Pause | None = None) -> None:
    known = AgentStatus("101", status, StatusSource.WEBHOOK, NOW - 60, NOW - 3)
    stage.publish(AgentChanged(known, pause or Pause()))
    stage.settle()


def test_status_age_and_source_are_always_there(stage: Stage, header: Header) -> None:
    assert "Available · 101 confirmed by the PBX 3 s ago" in words(header)
    stage.clock.now += 720
    header.tick(stage.clock.now)
    assert "as of 12 min ago" in words(header)


def test_a_pause_is_asked_with_its_reason(stage: Stage, header: Header) -> None:
    header.pause.click()
    menu = header.pause.open_menu()
    assert [action.text() for action in menu.actions() if action.text()] == [
        *stage.desk.settings.pause.reasons,
        "Without a reason",
    ]
    menu.actions()[1].trigger()
    stage.until(lambda: stage.desk.asked)
    assert stage.desk.asked == [("pause", "Lunch")]


def test_a_requested_pause_is_not_yet_a_pause(stage: Stage, header: Header) -> None:
    say(stage, "on", Pause(PausePhase.REQUESTED, True, "Lunch", NOW - 2))
    assert "Available" in words(header)
    assert "Pause requested 2 s ago" in words(header)
    assert header.pause.text() == "Pausing…"
    assert not header.pause.isEnabled()
    assert not header.resume.isVisible()


def test_a_confirmed_pause_has_reason_and_timer_and_can_be_ended(stage: Stage, header: Header) -> None:
    say(stage, "pause", Pause(PausePhase.CONFIRMED, True, "Lunch", NOW - 65))
    assert "Paused" in words(header)
    assert "Lunch · 1:05" in words(header)
    header.resume.click()
    stage.until(lambda: stage.desk.asked)
    assert stage.desk.asked == [("unpause",)]


def test_from_one_pause_an_agent_goes_on_to_another(stage: Stage, header: Header) -> None:
    assert not header.resume.isVisible()
    say(stage, "pause", Pause(PausePhase.CONFIRMED, True, WRAP_UP, NOW - 5))
    assert header.resume.text() == "Resume"
    header.pause.open_menu().actions()[1].trigger()
    stage.until(lambda: stage.desk.asked)
    assert stage.desk.asked == [("pause", "Lunch")]


def test_a_pause_that_waits_behind_a_call_can_be_changed_and_taken_back(stage: Stage, header: Header) -> None:
    say(stage, "talk", Pause(PausePhase.REQUESTED, True, "Lunch", NOW))
    assert header.pause.isEnabled()
    assert header.resume.text() == "Do not pause"
    header.resume.click()
    stage.until(lambda: stage.desk.asked)
    assert stage.desk.asked == [("unpause",)]
    say(stage, "talk", Pause(PausePhase.REQUESTED, False, "", NOW))
    assert "Available after this call" in words(header)
    assert header.pause.text() == "Pause ▾"
    assert header.pause.isEnabled()
    assert not header.resume.isVisible()


def test_a_refusal_is_said_in_the_words_of_the_pbx(stage: Stage, header: Header) -> None:
    say(stage, "on", Pause(PausePhase.REFUSED, True, "Lunch", NOW, "Agent is in no queue."))
    assert "Agent is in no queue." in words(header)
    assert header.pause.isEnabled()


def test_a_failure_that_the_header_does_not_say_is_a_notice(stage: Stage, header: Header) -> None:
    stage.desk.failures["pause"] = NotSetUp()
    header.pause.open_menu().actions()[0].trigger()
    stage.until(lambda: "pause" in stage.bridge.present.notices)
    assert stage.bridge.present.notices["pause"].title == NotSetUp.title


def test_a_refusal_is_not_said_twice(stage: Stage, header: Header) -> None:
    say(stage, "on", Pause(PausePhase.REFUSED, True, "Lunch", NOW, "Agent is in no queue."))
    stage.desk.failures["pause"] = PbxRefused()
    header.pause.open_menu().actions()[0].trigger()
    stage.until(lambda: stage.desk.times("pause"))
    stage.settle()
    assert not stage.bridge.present.notices
