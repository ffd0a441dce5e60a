"""The history's line to the PBX's records: progress, stopping, failures, and days that were never asked for."""

import pytest

from agent_desktop.desk.history_sync import SyncProgress
from agent_desktop.errors import NotSetUp, PbxUnreachable
from agent_desktop.ui.history_panel import HistoryPanel
from agent_desktop.ui.models.paged_model import Loading
from tests.ui.stage import NOW, Stage, call


def show(stage: Stage, *, never_asked: int = 0, present: SyncProgress | None = None) -> HistoryPanel:
    stage.desk.records = [call("a", ago=10)]
    stage.desk.features.sync.never_asked = never_asked
    stage.desk.features.sync.present = present or SyncProgress()
    stage.open()
    panel = HistoryPanel(stage.context)
    panel.resize(1000, 500)
    stage.show(panel)
    stage.until(lambda: panel.model.loading is not Loading.FIRST)
    stage.settle()
    return panel


def test_the_button_asks_and_then_stops(stage: Stage) -> None:
    panel = show(stage)
    panel.sync.button.click()
    stage.until(lambda: stage.desk.times("sync") == 1)
    stage.publish(SyncProgress(is_running=True, total=31, done=4, news=1204))
    stage.until(lambda: panel.sync.button.text() == "Stop")
    assert panel.sync.words.whole == "Asking the PBX: day 5 of 31, 1,204 calls new"
    stage.publish(SyncProgress(is_running=True, total=31, done=0, news=1))
    stage.until(lambda: panel.sync.words.whole == "Asking the PBX: day 1 of 31, 1 call new")
    panel.refresh()
    panel.sync.button.click()
    stage.until(lambda: stage.desk.times("stop") == 1)
    assert stage.desk.times("sync") == 1
    stage.publish(SyncProgress(total=31, done=4, news=1204, stopped=True))
    stage.until(lambda: panel.sync.button.text() == "Sync now")
    assert panel.sync.words.whole.startswith("Stopped.")


def test_the_end_tells_its_age_and_shows_what_is_new(stage: Stage) -> None:
    panel = show(stage, present=SyncProgress(synced_at=NOW - 120))
    stage.until(lambda: panel.sync.words.whole == "Synced with the PBX 2 min ago")
    stage.publish(SyncProgress(is_running=True, total=1))
    stage.until(lambda: panel.sync.words.whole == "Asking the PBX for its records…")
    stage.desk.records.append(call("b", ago=5))
    stage.publish(SyncProgress(total=1, done=1, news=1, synced_at=NOW))
    stage.until(lambda: panel.model.rowCount() == 2)
    stage.clock.now += 300
    panel.tick(stage.clock.now)
    assert panel.sync.words.whole == "Synced with the PBX 5 min ago"


def test_a_failure_is_said_and_the_history_stays(stage: Stage) -> None:
    panel = show(stage)
    stage.publish(SyncProgress(is_running=True, total=3), SyncProgress(total=3, problem=PbxUnreachable.title))
    stage.until(lambda: panel.sync.words.whole == PbxUnreachable.title)
    assert panel.sync.words.property("kind") == "problem"
    assert panel.model.rowCount() == 1
    stage.publish(SyncProgress(is_running=True, total=3))
    stage.until(lambda: panel.sync.words.property("kind") == "secondary")


def test_what_cannot_even_begin_says_why(stage: Stage) -> None:
    panel = show(stage)
    stage.desk.failures["sync"] = NotSetUp()
    panel.refresh()
    stage.until(lambda: "sync" in stage.bridge.present.notices)
    assert panel.sync.words.whole == NotSetUp.title


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "The PBX was not asked for the calls of one day yet."),
        (12, "The PBX was not asked for the calls of 12 of these days yet."),
    ],
)
def test_days_that_were_never_asked_for_are_offered(stage: Stage, count: int, words: str) -> None:
    panel = show(stage, never_asked=count)
    stage.until(panel.sync.missing.isVisible)
    assert panel.sync.missing_words.text() == words
    panel.filters.days.choose(3)
    stage.until(lambda: stage.desk.times("missing") >= 2)
    stage.desk.features.sync.never_asked = 0
    panel.sync.fetch.click()
    stage.until(lambda: stage.desk.times("fetch_missing") == 1)
    (_, first, last) = next(asked for asked in stage.desk.asked if asked[0] == "fetch_missing")
    assert (last - first).days == 29
    stage.publish(SyncProgress(is_running=True, total=30), SyncProgress(total=30, done=30))
    stage.settle()
    assert not panel.sync.missing.isVisible()
