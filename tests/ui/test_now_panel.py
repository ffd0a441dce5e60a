from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from agent_desktop.desk.updates import AgentChanged, CallChanged, CardClosed, CardShown, Feed, FeedChanged
from agent_desktop.desk.wrap_up import WrapUp, WrapUpChanged
from agent_desktop.errors import StoreFailed
from agent_desktop.telephony.agent import WRAP_UP, AgentStatus, Pause, PausePhase, StatusSource
from agent_desktop.telephony.screen_pop import Card, CardState
from agent_desktop.ui.now_panel import NowPanel
from agent_desktop.ui.pause_button import PauseButton, ResumeButton
from agent_desktop.ui.webhook_address import masked
from tests.ui.stage import NOW, Stage, call

SECRET = "3f9a0c7e55aa11bb"
FEED = Feed(
    "webhook", True, "Listening for the PBX at 127.0.0.1, port 8737.", f"http://127.0.0.1:8737/{SECRET}", NOW - 12
)


def show(stage: Stage) -> NowPanel:
    stage.open(FeedChanged(FEED))
    panel = NowPanel(stage.context)
    panel.resize(900, 700)
    stage.show(panel)
    panel.tick(stage.clock.now)
    stage.settle()
    return panel


def words(panel: NowPanel) -> str:
    return " | ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def card(state: CardState, **more: object) -> CardShown:
    made = Card("c", state, NOW - 7, "inbound", "0938363739", "Sales", **more)  # type: ignore[arg-type]
    return CardShown(made)


def test_status_and_feed_at_a_glance(stage: Stage) -> None:
    panel = show(stage)
    for part in (
        "Available",
        "confirmed by the PBX 3 s ago",
        FEED.detail,
        "last heard 12 s ago",
        "No call at the moment.",
    ):
        assert part in words(panel)


def test_a_wrap_up_counts_down_and_can_be_ended_or_extended(stage: Stage) -> None:
    asked: list[str] = []

    async def note(what: str) -> None:
        asked.append(what)

    stage.desk.features.wrap_ups = SimpleNamespace(end=lambda: note("end"), extend=lambda: note("extend"))
    panel = show(stage)
    assert not panel.wrap_up.isVisible()
    stage.publish(WrapUpChanged(WrapUp("c", NOW + 30)))
    stage.until(panel.wrap_up.isVisible)
    stage.clock.now += 5
    panel.tick(stage.clock.now)
    assert "Wrap-up ends in 0:25" in words(panel)
    panel.wrap_up.more.click()
    panel.wrap_up.ready.click()
    stage.until(lambda: asked == ["extend", "end"])
    late = NowPanel(stage.context)
    stage.show(late)
    assert late.wrap_up.isVisible(), "a panel that is built late knows of it"
    stage.publish(WrapUpChanged(None))
    stage.until(lambda: not panel.wrap_up.isVisible())


def test_a_wrap_up_that_waits_for_the_next_call_counts_nothing_down(stage: Stage) -> None:
    panel = show(stage)
    talking = AgentStatus("101", "talk", StatusSource.WEBHOOK, NOW - 60, NOW - 3)
    stage.publish(AgentChanged(talking, Pause(PausePhase.REQUESTED, True, WRAP_UP, NOW)))
    stage.publish(WrapUpChanged(WrapUp("c", NOW + 30)))
    stage.until(lambda: "Wrap-up follows this call" in words(panel))
    assert not panel.wrap_up.isVisible()
    stage.publish(WrapUpChanged(WrapUp("c", NOW + 30, is_paused=True)))
    stage.until(panel.wrap_up.isVisible)
    assert "Wrap-up ends in 0:30" in words(panel), "the agent calls somebody in it"
    stage.publish(WrapUpChanged(WrapUp("c", NOW + 30)))
    stage.until(lambda: not panel.wrap_up.isVisible())
    stage.publish(AgentChanged(replace(talking, status="pause"), Pause(PausePhase.REQUESTED, True, WRAP_UP, NOW)))
    stage.until(panel.wrap_up.isVisible)


def test_a_pause_can_be_ended_and_changed_here_too(stage: Stage) -> None:
    panel = show(stage)
    assert not panel.findChildren(ResumeButton)[0].isVisible()
    paused = AgentStatus("101", "pause", StatusSource.WEBHOOK, NOW - 60, NOW - 3)
    stage.publish(AgentChanged(paused, Pause(PausePhase.CONFIRMED, True, WRAP_UP, NOW)))
    stage.until(panel.findChildren(ResumeButton)[0].isVisible)
    (reasons,) = panel.findChildren(PauseButton)
    assert (reasons.text(), reasons.accessibleName(), reasons.isEnabled()) == ("▾", "Pause", True)


def test_a_call_from_ringing_to_its_end(stage: Stage) -> None:
    panel = show(stage)
    stage.publish(card(CardState.RINGING))
    stage.until(lambda: "c" in panel.current)
    assert panel.current["c"].words == "0938363739 Incoming · Sales 0:07"
    stage.clock.now += 5
    panel.tick(stage.clock.now)
    assert panel.current["c"].words.endswith("0:12")
    stage.publish(card(CardState.TALKING, name="Nguyễn Thị Hoa"))
    stage.until(lambda: "Nguyễn" in panel.current["c"].words)
    stage.publish(card(CardState.ANSWERED_ELSEWHERE, answered_by="102"))
    stage.until(lambda: "Answered by 102" in panel.current["c"].words)
    stage.publish(CardClosed("c"))
    stage.until(lambda: not panel.current)
    assert "No call at the moment." in words(panel)


def test_a_panel_that_is_built_late_knows_the_call(stage: Stage) -> None:
    stage.open(card(CardState.TALKING))
    panel = NowPanel(stage.context)
    stage.show(panel)
    assert list(panel.current) == ["c"]


def test_the_days_last_calls_follow_what_happens(stage: Stage) -> None:
    panel = show(stage)
    assert "No calls yet today." in words(panel)
    stage.desk.records = [call(str(number), ago=number, number=f"090{number}") for number in range(9)]
    stage.publish(CallChanged(stage.desk.records[0]))
    stage.until(lambda: len(panel.past) == 5)
    assert "0900 Answered" in panel.past[0].words
    dialled: list[str] = []
    panel.dial_wanted.connect(dialled.append)
    panel.past[1]._dial.click()
    assert dialled == ["0901"]


def test_a_history_that_cannot_be_read_is_said(stage: Stage) -> None:
    stage.desk.failures["history"] = StoreFailed()
    panel = show(stage)
    stage.until(lambda: StoreFailed.title in words(panel))


def test_the_webhook_address_hides_its_secret_until_asked(stage: Stage) -> None:
    panel = show(stage)
    assert SECRET not in panel.address.field.text()
    assert panel.address.field.text().startswith("http://127.0.0.1:8737/")
    panel.address.copy.click()
    assert QGuiApplication.clipboard().text() == FEED.webhook_url
    assert panel.address.copy.text() == "Copied"
    panel.address.reveal.click()
    assert panel.address.field.text() == FEED.webhook_url
    panel.address.reveal.click()
    assert SECRET not in panel.address.field.text()


@pytest.mark.parametrize("url", ["", "http://127.0.0.1:8737"])
def test_an_address_without_a_secret_is_shown_as_it_is(url: str) -> None:
    assert masked(url) == url


def test_a_feed_that_fails_says_why(stage: Stage) -> None:
    panel = show(stage)
    stage.publish(FeedChanged(Feed("webhook", False, "Port 8737 is taken.")))
    stage.until(lambda: "Port 8737 is taken." in words(panel))
    assert panel._feed_words.property("kind") == "problem"
    assert not panel.address.copy.isEnabled()


def test_polling_needs_no_address(stage: Stage) -> None:
    panel = show(stage)
    stage.publish(FeedChanged(Feed("poll", True, "Asking the PBX every 2 seconds.")))
    stage.until(lambda: "Asking the PBX every 2 seconds." in words(panel))
    assert not panel.address.isVisible()
