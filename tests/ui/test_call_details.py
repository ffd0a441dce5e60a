from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from agent_desktop.desk.call_details import CallDetails, HeardEvent
from agent_desktop.errors import StoreFailed
from agent_desktop.telephony.events import (
    AgentNoAnswer,
    CallAbandoned,
    CallAnswered,
    CallEnded,
    CallReported,
    CallRinging,
    Event,
    Unreadable,
)
from agent_desktop.telephony.latency import LatencyReceipt
from agent_desktop.ui.call_actions import CallActions
from agent_desktop.ui.call_details import CallDetailsDialog
from agent_desktop.ui.event_words import event_words
from agent_desktop.ui.language import Language
from agent_desktop.ui.models.history_columns import CallLine
from tests.ui.stage import NOW, Stage, call

LINE = CallLine(call("c1"), "Nguyễn Thị <b>Hoa</b>", "VIP", "Solved")
EVENTS = (
    HeardEvent(NOW - 60.5, CallRinging("c1", "inbound", "101"), "GET /api/callcenter/call_in?callid=c1"),
    HeardEvent(NOW - 50, CallAnswered("c1", "inbound", "101"), "POST /api\n\n{}"),
)


@pytest.fixture
def parent(stage: Stage) -> QWidget:
    """Kept as long as the test: a dialog goes with its parent."""
    return stage.show(QWidget())


def show(stage: Stage, parent: QWidget) -> tuple[CallActions, CallDetailsDialog]:
    stage.open()
    actions = CallActions(stage.context, parent)
    dialog = actions.show_details(LINE)
    stage.settle()
    return actions, dialog


def test_a_call_s_facts_events_and_receipt_are_shown_and_copied(stage: Stage, parent: QWidget) -> None:
    receipt = LatencyReceipt(NOW - 60.5, 0.21, 0.74, 4.0)
    stage.desk.features.call_browser.found["c1"] = CallDetails(LINE.record, receipt=receipt, events=EVENTS)
    _, dialog = show(stage, parent)
    assert dialog.text.startswith("Nguyễn Thị <b>Hoa</b> · 0938363739\n")
    for words in (
        "Queue: Sales",
        "DID: 19002028",
        "Talk: 1:01",
        "Wait: 0:13",
        "Call id: c1",
        "Note: VIP",
        "Disposition: Solved",
        "On the screen 4.0 ms after its first event: read after 0.2 ms, given to the window after 0.7 ms.",
    ):
        assert words in dialog.text
    assert [line.partition("  ")[2] for line in dialog.events.lines] == [
        "It rings at extension 101.",
        "Extension 101 answered.",
    ]
    assert dialog.events.lines[0].partition("  ")[0].endswith(":19.500")
    dialog.grab()


def test_what_was_left_with_a_call_stands_below_what_is_known_of_it(stage: Stage, parent: QWidget) -> None:
    language = Language()
    language.use("ms")
    _, dialog = show(stage, parent)
    language.use("en")
    values = [one.x() for one in dialog.findChildren(QLabel) if one.text() in ("19002028", "1:01", "c1", "VIP")]
    assert len(values) == 4
    assert {*values, dialog.disposition.x()} == {dialog.disposition.x()}


def test_a_request_is_shown_on_demand(stage: Stage, parent: QWidget) -> None:
    stage.desk.features.call_browser.found["c1"] = CallDetails(LINE.record, events=EVENTS)
    _, dialog = show(stage, parent)
    request = dialog.events.requests[1]
    assert not request.isVisible()
    dialog.events.buttons[1].click()
    assert request.isVisible()
    assert request.toPlainText() == "POST /api\n\n{}"
    assert request.isReadOnly()


def test_a_call_without_events_and_one_that_cannot_be_looked_up_say_so(stage: Stage, parent: QWidget) -> None:
    _, dialog = show(stage, parent)
    assert "There was no screen pop for this call." in dialog.text
    assert "No event of this call reached this computer" in dialog.events._words.text()
    stage.desk.failures["details"] = StoreFailed()
    dialog = CallDetailsDialog(stage.context, LINE, parent)
    dialog.open()
    stage.settle()
    assert dialog.events._words.text() == StoreFailed().message


def test_the_disposition_and_the_note_are_changed_in_it(stage: Stage, parent: QWidget) -> None:
    actions, dialog = show(stage, parent)
    kept: list[tuple[str, str]] = []
    actions.disposition_kept.connect(lambda *what: kept.append(what))
    assert dialog.disposition.currentText() == "Solved"
    dialog.disposition.setCurrentIndex(0)
    dialog.disposition.activated.emit(0)
    stage.until(lambda: kept)
    assert kept == [("c1", "")]
    actions.note_kept.emit("c1", "call again")
    assert dialog._note.text() == "call again"


def test_a_recording_is_offered_where_there_is_one_and_someone_plays_it(stage: Stage, parent: QWidget) -> None:
    _, dialog = show(stage, parent)
    played: list[str] = []
    dialog.offer_recording(lambda: played.append("c1"))
    assert not dialog.play.isVisible(), "this call has none"
    recorded = CallLine(replace(LINE.record, recording_url="https://pbx/1.wav"))
    dialog = CallDetailsDialog(stage.context, recorded, parent)
    dialog.offer_recording(lambda: played.append("c1"))
    dialog.open()
    dialog.play.click()
    assert played == ["c1"]


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (CallRinging("c", "outbound", "101", "0938"), "Extension 101 calls 0938."),
        (CallRinging("c", "inbound", ""), "It rings at extension ?."),
        (CallAnswered("c", "outbound", "101"), "The customer answered extension 101."),
        (CallEnded("c"), "Hung up."),
        (CallAbandoned("c", hold_s=75), "The caller gave up after waiting 1:15."),
        (AgentNoAnswer("c", "102"), "Extension 102 did not answer."),
        (CallReported("c", "inbound", status="ANSWER", talk_s=61), "The record of the call: Answered, talk 1:01."),
        (CallReported("c", complete=False), "A record of the call that was cut off."),
        (Unreadable("event"), "An event that could not be read: event."),
    ],
)
def test_an_event_in_words(event: Event, words: str) -> None:
    assert event_words(event, str) == words
