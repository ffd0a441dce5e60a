"""The demo's words: each thing once, in order, readable."""

import io
import re
import threading

from agent_desktop.demo.narrator import CARD_WORDS, Narrator
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.updates import (
    AgentChanged,
    CallChanged,
    CardClosed,
    CardShown,
    Feed,
    FeedChanged,
    Level,
    Notice,
    RaiseWindow,
    SettingsChanged,
    TeamChanged,
    TeamMember,
)
from agent_desktop.telephony.agent import AgentStatus, Pause, PausePhase
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.screen_pop import Card, CardState


def told(*updates) -> list[str]:
    """The lines for some updates, without their times."""
    log = io.StringIO()
    narrator = Narrator(log)
    for update in updates:
        narrator.hear(update)
    lines = log.getvalue().splitlines()
    assert all(re.match(r" *\d+\.\d\d s  ", line) for line in lines)
    return [line.partition(" s  ")[2] for line in lines]


def card(state: CardState = CardState.RINGING, **more) -> CardShown:
    return CardShown(Card("c1", state, 0.0, **{"number": "0938363739", "queue": "999", **more}))


def test_a_call_is_told_from_its_ring_to_its_end(capsys):
    lines = told(card(), card(note="typed"), card(CardState.TALKING), card(CardState.ENDED), CardClosed("c1"))
    assert lines == [
        "Pop: 0938 363 739 rings (queue 999)",
        "Pop: 0938 363 739 is on the line",
        "Pop: 0938 363 739 has hung up",
        "The card closes (c1).",
    ]
    assert [line.partition(" s  ")[2] for line in capsys.readouterr().out.splitlines()] == lines


def test_every_state_of_a_card_has_its_words():
    assert set(CARD_WORDS) == set(CardState)
    assert len(told(*(CardShown(Card(f"c{n}", state, 0.0)) for n, state in enumerate(CardState)))) == len(CardState)


def test_a_number_that_is_not_known_yet_is_said_so():
    assert told(card(number="", queue="")) == ["Pop: A number not known yet rings"]


def test_status_and_pause_are_told_in_words():
    def status(word: str, phase: PausePhase = PausePhase.NONE, wanted: bool = False) -> AgentChanged:
        return AgentChanged(AgentStatus("101", word), Pause(phase, wanted))

    assert told(
        status(""),
        status("on"),
        status("on"),
        status("on", PausePhase.REQUESTED, True),
        status("pause", PausePhase.CONFIRMED, True),
        status("lunch"),
    ) == [
        "Status: not known yet",
        "Status: available",
        "Status: available (pause requested)",
        "Status: paused",
        "Status: lunch",
    ]


def test_only_calls_that_popped_are_told_of_the_history():
    popped = CallRecord("c1", 0.0, "inbound", "0938363739", status="ANSWER", duration_s=9)
    other = CallRecord("c2", 0.0, "inbound", "0938363739", status="ANSWER", duration_s=9)
    unfinished = CallRecord("c1", 0.0, "inbound", "0938363739", status="ANSWER")
    lines = told(card(), CallChanged(other), CallChanged(unfinished), CallChanged(popped), CallChanged(popped))
    assert lines[1:] == ["History: 0938 363 739, ANSWER, 9 s"]


def test_notices_and_the_feed_are_told_once():
    notice = Notice("pbx", Level.WARNING, "The PBX cannot be reached.", "Check the network.")
    feed = FeedChanged(Feed("webhook", True, "Listening for the PBX at 127.0.0.1, port 1.", "http://x/secret"))
    lines = told(notice, notice, Notice("pbx", Level.INFO, ""), feed, TeamChanged(()))
    assert lines == [
        "Notice: The PBX cannot be reached. Check the network.",
        "Listening for the PBX at 127.0.0.1, port 1.",
        "Team: 0 members",
    ]
    assert told(TeamChanged((TeamMember(AgentStatus("101"), ()),))) == ["Team: 1 member"]


def test_what_a_window_alone_needs_is_not_told():
    assert told(RaiseWindow(), SettingsChanged(Settings())) == []


def test_lines_from_several_threads_stay_whole():
    log = io.StringIO()
    narrator = Narrator(log)

    def talk() -> None:
        for _ in range(50):
            narrator.tell("x" * 50)

    threads = [threading.Thread(target=talk) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(line.endswith(" s  " + "x" * 50) for line in log.getvalue().splitlines())
    assert len(log.getvalue().splitlines()) == 200
