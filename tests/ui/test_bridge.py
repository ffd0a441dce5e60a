import asyncio
import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from pytestqt.qtbot import QtBot

from agent_desktop.desk.thread import DeskThread
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
)
from agent_desktop.errors import AgentDesktopError, PbxUnreachable
from agent_desktop.telephony.agent import AgentStatus, Pause
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.history import HistoryQuery
from agent_desktop.telephony.screen_pop import Card, CardState
from agent_desktop.ui.bridge import BUG, GIVE_WAY_S, DeskBridge
from tests.ui.desk_fake import FakeDesk, desk_thread


@pytest.fixture
def thread() -> Iterator[DeskThread]:
    with desk_thread() as running:
        yield running


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def bridge(qtbot: QtBot, desk: FakeDesk, thread: DeskThread) -> Iterator[DeskBridge]:
    made = DeskBridge(desk, thread.loop)
    yield made
    made.close()


def card(callid: str) -> Card:
    return Card(callid, CardState.RINGING, 0.0)


def test_every_update_arrives_as_its_signal(
    qtbot: QtBot, bridge: DeskBridge, desk: FakeDesk, thread: DeskThread
) -> None:
    agent = AgentChanged(AgentStatus("101", "on"), Pause())
    team, feed, settings = TeamChanged(()), Feed("poll", True), SettingsChanged(desk.settings)
    notice, call = Notice("pbx", Level.WARNING, "Gone."), CallChanged(CallRecord("c", 0.0))
    got: list[object] = []
    for signal in (
        bridge.card_shown,
        bridge.card_closed,
        bridge.agent_changed,
        bridge.team_changed,
        bridge.feed_changed,
        bridge.settings_changed,
        bridge.notice,
        bridge.call_changed,
    ):
        signal.connect(got.append)
    bridge.raise_window.connect(lambda: got.append("raise"))
    bridge.open()
    for update in (agent, team, FeedChanged(feed), settings, notice, call, RaiseWindow(), CardShown(card("c"))):
        thread.call(partial(desk.publish, update))
    qtbot.waitUntil(lambda: call in got)
    for expected in (agent, team, feed, settings, notice, "raise", card("c")):
        assert expected in got
    thread.call(partial(desk.publish, CardClosed("c")))
    qtbot.waitUntil(lambda: got[-1] == "c")


def test_a_late_panel_finds_the_present_state(
    qtbot: QtBot, bridge: DeskBridge, desk: FakeDesk, thread: DeskThread
) -> None:
    bridge.open()
    agent = AgentChanged(AgentStatus("101", "on"), Pause())
    for update in (agent, CardShown(card("c")), SettingsChanged(desk.settings)):
        thread.call(partial(desk.publish, update))
    qtbot.waitUntil(lambda: bridge.present.is_known)
    assert bridge.present.status.status == "on"
    assert list(bridge.present.cards) == ["c"]
    thread.call(partial(desk.publish, CardClosed("c")))
    qtbot.waitUntil(lambda: not bridge.present.cards)


def test_updates_arrive_on_the_windows_thread(
    qtbot: QtBot, bridge: DeskBridge, desk: FakeDesk, thread: DeskThread
) -> None:
    where: list[int] = []
    bridge.card_shown.connect(lambda _: where.append(threading.get_ident()))
    bridge.open()
    thread.call(lambda: desk.publish(CardShown(card("c"))))
    qtbot.waitUntil(lambda: bool(where))
    assert where == [threading.get_ident()]


def test_a_storm_of_calls_keeps_neither_card_nor_key_press_waiting(
    qtbot: QtBot, bridge: DeskBridge, desk: FakeDesk, thread: DeskThread
) -> None:
    order: list[str] = []
    bridge.call_changed.connect(lambda changed: order.append(changed.record.callid))
    bridge.card_shown.connect(lambda _: order.append("card"))

    def storm() -> None:
        for number in range(1000):
            desk.publish(CallChanged(CallRecord(str(number), 0.0)))
        desk.publish(CardShown(card("c")))

    bridge.open()
    thread.submit(_run(storm)).result()
    ticks: list[int] = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: ticks.append(len(order)))
    timer.start()
    qtbot.waitUntil(lambda: len(order) == 1001)
    timer.stop()
    assert order[0] == "card"
    assert sorted(order[1:], key=int) == [str(number) for number in range(1000)]
    assert len({seen for seen in ticks if 0 < seen < 1001}) > 3, "the windows' loop turned in between"


async def _run(function: Callable[[], object]) -> None:
    function()


def test_the_desk_gives_way_to_a_new_card_once(
    qtbot: QtBot, bridge: DeskBridge, desk: FakeDesk, thread: DeskThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    rests: list[float] = []
    monkeypatch.setattr(bridge._is_painted, "wait", rests.append)
    bridge.open()
    notice = Notice("pbx", Level.WARNING, "Gone.")
    for update in (CardShown(card("a")), notice, CardShown(replace(card("a"), queue="999")), CardClosed("a")):
        thread.call(partial(desk.publish, update))
    with qtbot.waitSignal(bridge.card_shown, check_params_cb=lambda shown: shown.callid == "b"):
        thread.call(partial(desk.publish, CardShown(card("b"))))
    thread.submit(asyncio.sleep(0)).result()
    assert rests == [GIVE_WAY_S, GIVE_WAY_S]


def test_the_desk_goes_on_as_soon_as_the_card_is_painted(
    qtbot: QtBot, bridge: DeskBridge, desk: FakeDesk, thread: DeskThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent_desktop.ui.bridge.GIVE_WAY_S", 60.0)
    bridge.open()
    for callid in ("a", "b"):
        with qtbot.waitSignal(bridge.card_shown):
            thread.call(partial(desk.publish, CardShown(card(callid))))
        going_on = thread.submit(asyncio.sleep(0))
        assert not going_on.done()
        bridge.card_painted()
        going_on.result(timeout=30)


def test_an_answer_arrives_after_what_the_desk_said_before_it(qtbot: QtBot, bridge: DeskBridge, desk: FakeDesk) -> None:
    order: list[str] = []
    bridge.settings_changed.connect(lambda _: order.append("settings"))
    bridge.open()
    bridge.ask(desk.change_settings(desk.settings), lambda _: order.append("done"))
    qtbot.waitUntil(lambda: "done" in order)
    assert order == ["settings", "done"]


def test_an_answer_comes_on_the_windows_thread(qtbot: QtBot, bridge: DeskBridge, desk: FakeDesk) -> None:
    got: list[tuple[object, int]] = []
    bridge.ask(desk.history(HistoryQuery()), lambda page: got.append((page.rows, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(got))
    assert got == [((), threading.get_ident())]


def test_a_failure_goes_to_whoever_asked(qtbot: QtBot, bridge: DeskBridge, desk: FakeDesk) -> None:
    desk.failures["pause"] = PbxUnreachable()
    errors: list[AgentDesktopError] = []
    bridge.ask(desk.pause(), failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].message == PbxUnreachable().message


def test_a_failure_nobody_handles_is_a_notice(qtbot: QtBot, bridge: DeskBridge, desk: FakeDesk) -> None:
    desk.failures["pause"] = PbxUnreachable()
    with qtbot.waitSignal(bridge.notice) as said:
        bridge.ask(desk.pause())
    assert said.args is not None
    assert said.args[0].title == PbxUnreachable.title


def test_a_bug_is_logged_and_said_once_in_plain_words(
    qtbot: QtBot, bridge: DeskBridge, desk: FakeDesk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.failures["pause"] = ZeroDivisionError("secret 0938363739")
    errors: list[AgentDesktopError] = []
    notices: list[Notice] = []
    bridge.notice.connect(notices.append)
    with caplog.at_level(logging.ERROR):
        bridge.ask(desk.pause(), failed=errors.append)
        qtbot.waitUntil(lambda: bool(errors))
    assert notices == [BUG]
    assert errors[0].title == BUG.title, "whoever asked leaves its waiting state"
    assert "ZeroDivisionError" in caplog.text


def test_what_was_cancelled_calls_nobody_back(
    qtbot: QtBot, bridge: DeskBridge, desk: FakeDesk, thread: DeskThread
) -> None:
    got: list[object] = []
    thread.submit(_run(lambda: desk.hold("history"))).result()
    asked = bridge.ask(desk.history(HistoryQuery()), got.append, got.append)
    asked.cancel()
    bridge.ask(desk.refresh_status(), lambda _: got.append("after"))
    qtbot.waitUntil(lambda: bool(got))
    assert got == ["after"]
    assert asked.future.cancelled()


def test_after_closing_nothing_crosses(qtbot: QtBot, bridge: DeskBridge, desk: FakeDesk, thread: DeskThread) -> None:
    got: list[object] = []
    bridge.card_shown.connect(got.append)
    bridge.open()
    thread.submit(asyncio.sleep(0)).result()
    bridge.close()
    bridge.ask(desk.pause(), got.append, got.append)
    thread.submit(_run(lambda: desk.publish(CardShown(card("c"))))).result()
    QCoreApplication.sendPostedEvents()
    assert not got
    assert not desk.times("pause")


def test_an_answer_to_a_window_that_is_gone_is_dropped(qtbot: QtBot, bridge: DeskBridge, desk: FakeDesk) -> None:
    window = QObject()
    answered: list[str] = []

    def told(_: object) -> None:
        answered.append("window")
        window.setObjectName("done")

    bridge.ask(desk.refresh_status(), told)
    bridge.ask(desk.dismiss("c1"), lambda _: answered.append("next"))
    shiboken6.delete(window)
    qtbot.waitUntil(lambda: len(answered) == 2)
