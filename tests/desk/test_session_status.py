"""Own status and pause, from request to confirmation, as the session sees them."""

from agent_desktop.desk.effects import AskStatus
from agent_desktop.desk.own_status import GIVE_UP_AFTER_S
from agent_desktop.desk.updates import AgentChanged
from agent_desktop.telephony.agent import PausePhase, StatusSource
from tests.desk.session_script import T0, Script


def test_a_pause_is_requested_until_the_pbx_confirms_it():
    script = Script()
    script.status("on")
    script.own.request(True, "Lunch", script.now)
    assert script.own.pause.phase is PausePhase.REQUESTED
    script.status("pause", after=1)
    assert script.own.pause.phase is PausePhase.CONFIRMED
    assert script.own.pause.reason == "Lunch"
    script.status("on", after=600)
    assert script.own.pause.phase is PausePhase.NONE


def test_a_pause_that_is_never_confirmed_is_asked_about_and_then_said_to_be_refused():
    script = Script()
    script.status("on")
    script.own.request(True, "", script.now)
    effects = script.wait(GIVE_UP_AFTER_S + 1)
    assert effects.count(AskStatus()) == 3
    assert script.own.pause.phase is PausePhase.REFUSED
    assert [e for e in effects if isinstance(e, AgentChanged)][-1].pause.refusal


def test_a_pause_asked_for_during_a_call_waits_for_its_end():
    script = Script()
    script.status("talk")
    script.own.request(True, "", script.now)
    script.wait(300)
    assert script.own.pause.phase is PausePhase.REQUESTED
    script.status("pause", after=1)
    assert script.own.pause.phase is PausePhase.CONFIRMED


def test_an_unpause_that_the_pbx_did_not_carry_out_is_not_believed():
    script = Script()
    script.status("pause")
    script.own.request(False, "", script.now)
    script.status("pause", after=2, source=StatusSource.API)
    assert script.own.pause.phase is PausePhase.REQUESTED
    script.wait(GIVE_UP_AFTER_S)
    assert script.own.pause.phase is PausePhase.REFUSED


def test_a_pause_set_elsewhere_is_a_pause():
    script = Script()
    script.status("pause")
    assert script.own.pause.phase is PausePhase.CONFIRMED


def test_older_news_of_the_status_changes_nothing():
    script = Script()
    script.status("talk")
    script.session.hear_status("101", "on", StatusSource.API, T0 - 5)
    assert script.own.own.status == "talk"


def test_a_status_keeps_its_age_apart_from_its_confirmation():
    script = Script()
    script.status("on")
    script.status("on", after=100, source=StatusSource.API)
    assert script.own.own.since == T0
    assert script.own.own.confirmed_at == T0 + 100
    assert not script.own.own.is_stale(T0 + 200)
    assert script.own.own.is_stale(T0 + 1000)


def test_a_status_heard_after_the_clock_was_set_back_counts():
    script = Script()
    script.status("talk")
    script.status("on", after=-3600)
    assert script.own.own.status == "on"
