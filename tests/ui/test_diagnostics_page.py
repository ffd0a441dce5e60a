import pytest
from PySide6.QtWidgets import QLabel

from agent_desktop.desk.self_test import WayTested
from agent_desktop.desk.updates import Check
from agent_desktop.errors import StoreFailed
from agent_desktop.telephony.latency import LatencyReceipt
from agent_desktop.telephony.pop_audit import Audit, MissedPop, Why
from agent_desktop.ui.call_details import CallDetailsDialog
from agent_desktop.ui.pop_audit_words import why_words
from agent_desktop.ui.settings_pages.diagnostics import MOST_LISTED, Diagnostics
from agent_desktop.ui.way_test import WayTest
from tests.ui.desk_fake import FakeDiagnostics
from tests.ui.stage import NOW, Stage, call

DAY_S = 86400.0


@pytest.fixture
def fake(stage: Stage) -> FakeDiagnostics:
    found: FakeDiagnostics = stage.desk.features.diagnostics
    return found


def page(stage: Stage) -> Diagnostics:
    stage.open()
    made = Diagnostics(stage.context)
    stage.show(made)
    stage.settle()
    return made


def shown(widget: Diagnostics) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_each_missed_pop_is_told_with_its_reason_and_leads_to_the_call(stage: Stage, fake: FakeDiagnostics) -> None:
    fake.found = Audit(3, 2, (MissedPop(call("c1"), "Hoa", Why.QUIET),))
    made = page(stage)
    assert "Calls that rang you: 3. Popped: 2." in made.missed.words.text()
    (line,) = made.missed.lines
    assert "Hoa · 0938363739" in shown(made)
    assert "It rang in your quiet hours." in shown(made)
    line.details.click()
    stage.until(lambda: made.findChildren(CallDetailsDialog))
    assert ("details", "c1") in stage.desk.asked


def test_the_days_can_be_chosen_and_a_long_list_is_cut(stage: Stage, fake: FakeDiagnostics) -> None:
    made = page(stage)
    assert made.missed.words.text() == "No call rang you on these days."
    assert 0 <= NOW - fake.since[-1] < DAY_S
    fake.found = Audit(99, 54, tuple(MissedPop(call(f"c{n}"), "", Why.OFF) for n in range(45)), is_cut_off=True)
    made.days.setCurrentIndex(1)
    stage.settle()
    assert 6 * DAY_S <= NOW - fake.since[-1] < 7 * DAY_S
    assert len(made.missed.lines) == MOST_LISTED
    assert "And 5 more" in shown(made)
    assert "Only the latest 99 calls" in shown(made)
    fake.found = Audit(9, 9)
    made.again.click()
    stage.settle()
    assert made.missed.words.text() == "Calls that rang you: 9. Each of them popped."
    assert made.missed.lines == []
    assert "more" not in shown(made)


def test_how_fast_pops_are_is_told_in_figures_and_bars(stage: Stage, fake: FakeDiagnostics) -> None:
    made = page(stage)
    assert made.latency.words.text() == "No pop was painted on these days."
    assert not made.latency.chart.isVisible()
    fake.receipts = [LatencyReceipt(NOW, 0.25, 1.5, ms) for ms in (4.0, 12.0, 340.0)]
    made.look()
    stage.until(made.latency.chart.isVisible)
    assert "12 ms" in shown(made)
    assert "340 ms" in shown(made)
    assert "Pops: 3. Half of them were read within 0.2 ms" in shown(made)
    assert made.latency.chart.accessibleName() == "≤ 5 ms: 1, ≤ 20 ms: 1, ≤ 500 ms: 1"


def test_what_cannot_be_read_is_said(stage: Stage, fake: FakeDiagnostics) -> None:
    fake.failure = StoreFailed("The disk is full.", "Make room.")
    assert page(stage).missed.words.text() == "The disk is full. Make room."


def test_every_reason_has_words(qapp: object) -> None:
    words = {why_words(MissedPop(call("c1"), "", why, after)) for why in Why for after in (12.0, 9000.0)}
    assert len(words) == len(Why) + 1
    assert all(one.endswith(".") for one in words)
    assert "12 ms" in why_words(MissedPop(call("c1"), "", Why.FOLDED, 12.0))


def test_the_way_of_a_call_is_tested_by_a_button(stage: Stage) -> None:
    shown_page = page(stage)
    way = shown_page.way
    assert way.words.text() == "Not tested yet."
    stage.desk.hold("self_test")
    way.test.click()
    assert not way.test.isEnabled()
    stage.on_desk(lambda: stage.desk.release("self_test"))
    stage.until(way.test.isEnabled)
    assert way.words.text() == "A webhook arrives.\nIt was acknowledged to the sender after 2.5 ms."
    stage.publish(WayTested(NOW, (Check("failed", "Nothing arrives.", "Restart."),)))
    stage.until(lambda: way.words.text() == "Nothing arrives. Restart.")
    assert way.words.property("kind") == "problem"
    assert way.tested.isVisible()
    again = WayTest(stage.context)
    stage.show(again)
    assert again.words.text() == "Nothing arrives. Restart.", "what was found before the page was opened"
