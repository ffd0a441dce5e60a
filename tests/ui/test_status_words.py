from dataclasses import replace

import pytest

from agent_desktop.telephony.agent import WRAP_UP, AgentStatus, Pause, PausePhase, StatusSource
from agent_desktop.ui.status_words import freshness, pause_line, source_line

NOW = 1000.0
ON = AgentStatus("101", "on", StatusSource.WEBHOOK, 900.0, 997.0)
PAUSED = AgentStatus("101", "pause", StatusSource.WEBHOOK, 240.0, 997.0)


def test_a_fresh_status_is_confirmed() -> None:
    assert freshness(ON, NOW) == "confirmed by the PBX 3 s ago"


def test_a_stale_status_is_no_fact() -> None:
    assert freshness(ON, NOW + 720) == "as of 12 min ago"


def test_nothing_heard_is_said() -> None:
    assert freshness(AgentStatus("101"), NOW) == "nothing heard from the PBX yet"


def test_what_was_asked_for_is_told_apart_from_what_holds() -> None:
    asked = Pause(PausePhase.REQUESTED, True, "Lunch", 995.0)
    assert source_line(ON, asked, NOW) == "Pause requested 5 s ago"
    assert source_line(PAUSED, Pause(PausePhase.REQUESTED, False, "", 995.0), NOW).startswith("End of the pause")


@pytest.mark.parametrize("status", ["ring", "talk"])
def test_what_waits_for_a_call_is_not_said_to_be_under_way(status: str) -> None:
    busy = replace(ON, status=status)

    def said(wanted: bool, reason: str = "") -> str:
        return source_line(busy, Pause(PausePhase.REQUESTED, wanted, reason, 400.0), NOW)

    assert said(True, WRAP_UP) == "Wrap-up follows this call"
    assert said(True, "Lunch") == "Pause follows this call · Lunch"
    assert said(True) == "Pause follows this call"
    assert said(False) == "Available after this call"


def test_a_refusal_is_said_in_the_words_of_the_pbx() -> None:
    refused = Pause(PausePhase.REFUSED, True, "Lunch", 995.0, "Agent is not a member of any queue.")
    assert source_line(ON, refused, NOW) == "Agent is not a member of any queue."


def test_a_pause_has_its_reason_and_its_timer() -> None:
    pause = Pause(PausePhase.CONFIRMED, True, "Lunch", 240.0)
    assert pause_line(PAUSED, pause, NOW) == "Lunch · 12:40"
    assert source_line(PAUSED, pause, NOW) == "Lunch · 12:40 · confirmed by the PBX 3 s ago"
    assert pause_line(PAUSED, Pause(), NOW) == "12:40", "a pause that was made elsewhere has no reason"
    assert pause_line(ON, Pause(), NOW) == ""
