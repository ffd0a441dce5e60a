from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from agent_desktop.desk.updates import Level, Notice
from agent_desktop.telephony.agent import STALE_AFTER_S, WRAP_UP, AgentStatus, Pause, PausePhase, StatusSource
from agent_desktop.ui.mini_window import MiniWindow
from agent_desktop.ui.status_look import status_icon, status_look
from agent_desktop.ui.theme import LIGHT, Scheme, Theme
from agent_desktop.ui.tray import LOOK_AGAIN_MS, LOOK_AGAIN_TIMES, Tray
from agent_desktop.ui.wording import clock

NOW = 1_760_000_000.0
SIGNALS = ("dial_requested", "pause_requested", "unpause_requested", "open_requested", "quit_requested")
AVAILABLE = AgentStatus("101", "on", StatusSource.WEBHOOK, NOW - 60, NOW - 3)
PAUSED = AgentStatus("101", "pause", StatusSource.WEBHOOK, NOW - 60, NOW - 3)
LUNCH = Pause(PausePhase.CONFIRMED, True, "Lunch", NOW - 60)
# The offscreen platform has no tray, no stacking order, and no keyboard to grab for a menu.
pytestmark = pytest.mark.qt_log_ignore(
    "systemTrayWindowChanged", "This plugin does not support (raise|grabbing the keyboard)"
)


class Desktop:
    """A desktop with or without a tray, and a clock that stands still."""

    def __init__(self) -> None:
        self.has_tray = True
        self.now = NOW

    def clock(self) -> float:
        return self.now

    def is_available(self) -> bool:
        return self.has_tray


@pytest.fixture(name="desktop")
def _desktop() -> Desktop:
    return Desktop()


@pytest.fixture(name="tray")
def _tray(qapp: QApplication, desktop: Desktop) -> Iterator[Tray]:
    theme = Theme()
    theme.apply(qapp, Scheme.LIGHT)
    tray = Tray(theme, desktop.clock, desktop.is_available)
    yield tray
    tray.hide()
    qapp.setStyleSheet("")


@pytest.fixture(name="heard")
def _heard(tray: Tray) -> list[tuple[Any, ...]]:
    heard: list[tuple[Any, ...]] = []

    def listener(name: str) -> Callable[..., None]:
        return lambda *values: heard.append((name, *values))

    for name in SIGNALS:
        getattr(tray, name).connect(listener(name))
    return heard


def test_a_status_that_comes_again_has_the_same_icon_until_the_colours_change(tray: Tray, qapp: QApplication) -> None:
    def key_of(status: str) -> int:
        tray.show_agent(AgentStatus("101", status, confirmed_at=NOW), Pause())
        return tray.icon.icon().cacheKey()

    ready, talking = key_of("on"), key_of("talk")
    assert ready != talking
    assert [key_of("on"), key_of("talk")] == [ready, talking]
    tray._theme.apply(qapp, Scheme.DARK)
    assert key_of("on") not in (ready, talking)


def menu_of(tray: Tray) -> QMenu:
    menu = tray.icon.contextMenu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def lines(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isVisible() and not action.isSeparator()]


def choose(menu: QMenu, text: str) -> None:
    found = [action for action in menu.actions() if action.text() == text and action.isVisible()]
    found += [a for action in menu.actions() for a in _submenu(action.menu()) if a.text() == text]
    found[0].trigger()


def _submenu(menu: object) -> list[Any]:
    return menu.actions() if isinstance(menu, QMenu) else []


def mini() -> MiniWindow:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MiniWindow) and w.isVisible())


def has_mini() -> bool:
    return any(isinstance(w, MiniWindow) and w.isVisible() for w in QApplication.topLevelWidgets())


def shows(tray: Tray, icon: QIcon) -> bool:
    return bool(tray.icon.icon().pixmap(32, 32).toImage() == icon.pixmap(32, 32).toImage())


def test_the_icon_and_its_tooltip_say_the_status_and_when_it_was_confirmed(tray: Tray) -> None:
    tray.show_agent(AVAILABLE, Pause())
    tray.show()
    assert tray.is_in_tray
    assert not has_mini()
    assert shows(tray, status_icon(status_look("on"), LIGHT))
    tip = f"Agent Desktop — Available · 101\nconfirmed by the PBX at {clock(NOW - 3)}"
    assert tray.icon.toolTip() == tip


def test_before_anything_is_heard_it_says_so(tray: Tray) -> None:
    assert tray.icon.toolTip() == "Agent Desktop — Unknown\nnothing heard from the PBX yet"
    assert shows(tray, status_icon(status_look(""), LIGHT))


def test_the_menu_says_the_age_as_it_is_when_it_opens(tray: Tray, desktop: Desktop) -> None:
    tray.show_agent(AVAILABLE, Pause())
    desktop.now += 4
    assert lines(menu_of(tray)) == [
        "Available · 101",
        "confirmed by the PBX 7 s ago",
        "Dial…",
        "Pause",
        "Do not disturb",
        "Privacy mode",
        "Open Agent Desktop",
        "History",
        "Call-backs",
        "Settings",
        "Quit",
    ]


def test_the_menu_says_what_is_wanted(tray: Tray, heard: list[tuple[Any, ...]]) -> None:
    tray.show_reasons(("Break", "Rest & tea"))
    tray.show_agent(AVAILABLE, Pause())
    menu = menu_of(tray)
    wanted = ("Dial…", "Break", "Rest && tea", "Without a reason", "Open Agent Desktop", "History", "Settings", "Quit")
    for text in wanted:
        choose(menu, text)
    assert heard == [
        ("dial_requested",),
        ("pause_requested", "Break"),
        ("pause_requested", "Rest & tea"),
        ("pause_requested", ""),
        ("open_requested", ""),
        ("open_requested", "history"),
        ("open_requested", "settings"),
        ("quit_requested",),
    ]


def test_a_pause_can_be_ended_and_names_its_reason(tray: Tray, heard: list[tuple[Any, ...]]) -> None:
    tray.show_agent(PAUSED, LUNCH)
    said = lines(menu_of(tray))
    assert said[:2] == ["Paused · 101", "Lunch · 1:00 · confirmed by the PBX 3 s ago"]
    choose(menu_of(tray), "Resume")
    assert heard == [("unpause_requested",)]


def test_from_one_pause_an_agent_goes_on_to_another(tray: Tray, heard: list[tuple[Any, ...]]) -> None:
    tray.show_reasons(("Lunch",))
    tray.show_agent(PAUSED, Pause(PausePhase.CONFIRMED, True, WRAP_UP, NOW - 5))
    menu = menu_of(tray)
    assert [action.isEnabled() for action in menu.actions() if action.text() == "Pause"] == [True]
    choose(menu, "Lunch")
    assert heard == [("pause_requested", "Lunch")]


def test_a_pause_that_waits_behind_a_call_can_be_taken_back(tray: Tray, heard: list[tuple[Any, ...]]) -> None:
    tray.show_agent(replace(AVAILABLE, status="talk"), Pause(PausePhase.REQUESTED, True, "Lunch", NOW))
    menu = menu_of(tray)
    assert [action.isEnabled() for action in menu.actions() if action.text() == "Pause"] == [True]
    choose(menu, "Do not pause")
    assert heard == [("unpause_requested",)]


def test_what_is_asked_of_the_pbx_cannot_be_asked_twice(tray: Tray) -> None:
    tray.show_agent(AVAILABLE, Pause(PausePhase.REQUESTED, True, "Break", NOW))
    menu = menu_of(tray)
    assert lines(menu)[1] == "Pause requested just now"
    assert [action.isEnabled() for action in menu.actions() if action.text() == "Pause"] == [False]


def test_a_click_opens_the_window(tray: Tray, heard: list[tuple[Any, ...]]) -> None:
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert heard == [("open_requested", "")]


def test_a_status_grows_stale_by_itself(tray: Tray, desktop: Desktop, qtbot: QtBot) -> None:
    almost = AgentStatus("101", "on", StatusSource.API, NOW - 900, NOW - STALE_AFTER_S + 0.01)
    tray.show_agent(almost, Pause())
    assert shows(tray, status_icon(status_look("on"), LIGHT))
    desktop.now += 1
    qtbot.waitUntil(lambda: shows(tray, status_icon(status_look("on", is_stale=True), LIGHT)), timeout=30_000)


def test_ringing_pulses_and_nothing_else_does(tray: Tray, qtbot: QtBot) -> None:
    tray.show_agent(AgentStatus("101", "ring", StatusSource.WEBHOOK, NOW, NOW), Pause())
    still, pulse = (status_icon(status_look("ring"), LIGHT, pulse=p) for p in (False, True))
    assert shows(tray, still)
    qtbot.waitUntil(lambda: shows(tray, pulse), timeout=30_000)
    qtbot.waitUntil(lambda: shows(tray, still), timeout=30_000)
    tray.show_agent(AVAILABLE, Pause())
    assert tray.is_resting


def test_at_rest_no_timer_repeats(tray: Tray) -> None:
    tray.show()
    tray.show_agent(AVAILABLE, Pause())
    assert tray.is_resting


def test_call_backs_are_a_badge_and_words(tray: Tray) -> None:
    tray.show_agent(AVAILABLE, Pause())
    tray.show_call_backs(3)
    assert tray.icon.toolTip().endswith("Call-backs: 3")
    assert "Call-backs (3)" in lines(menu_of(tray))
    assert shows(tray, status_icon(status_look("on"), LIGHT, has_badge=True))
    tray.show_call_backs(0)
    assert shows(tray, status_icon(status_look("on"), LIGHT))


def test_without_a_tray_a_small_window_offers_the_same(
    tray: Tray, desktop: Desktop, heard: list[tuple[Any, ...]], qtbot: QtBot
) -> None:
    desktop.has_tray = False
    tray.show_reasons(("Break",))
    tray.show_agent(AVAILABLE, Pause())
    tray.show()
    assert not tray.is_in_tray
    texts = [label.accessibleName() for label in mini().findChildren(QLabel)]
    assert "Available · 101" in texts
    assert "confirmed by the PBX 3 s ago" in texts
    for name in ("Dial", "Open", "Pause"):
        next(b for b in mini().findChildren(QPushButton) if b.text() == name).click()
    reasons = mini().reasons
    reasons.actions()[0].trigger()
    reasons.close()
    tray.show_agent(PAUSED, LUNCH)
    resume = next(b for b in mini().findChildren(QPushButton) if b.text() == "Resume")
    assert resume.isVisible()
    resume.click()
    reasons.actions()[0].trigger()
    assert next(b for b in mini().findChildren(QPushButton) if b.text() == "Pause").isEnabled()
    assert heard == [
        ("dial_requested",),
        ("open_requested", ""),
        ("pause_requested", "Break"),
        ("unpause_requested",),
        ("pause_requested", "Break"),
    ]


def test_the_small_window_leads_to_the_call_backs(
    tray: Tray, desktop: Desktop, heard: list[tuple[Any, ...]], qtbot: QtBot
) -> None:
    desktop.has_tray = False
    tray.show()
    assert not mini().call_backs.isVisible()
    tray.show_call_backs(3)
    assert mini().call_backs.isVisible()
    assert mini().call_backs.text() == "Call-backs (3)"
    mini().call_backs.click()
    assert heard == [("open_requested", "callbacks")]


def test_a_tray_that_comes_later_takes_over(tray: Tray, desktop: Desktop) -> None:
    desktop.has_tray = False
    tray.show()
    assert not tray.is_resting
    tray.look_for_tray()
    assert has_mini()
    desktop.has_tray = True
    tray.look_for_tray()
    assert tray.is_in_tray
    assert not has_mini()
    assert tray.is_resting


def test_the_search_for_a_tray_ends(tray: Tray, desktop: Desktop) -> None:
    desktop.has_tray = False
    tray.show()
    for _ in range(LOOK_AGAIN_TIMES):
        assert not tray.is_resting
        tray.look_for_tray()
    assert tray.is_resting
    assert LOOK_AGAIN_MS >= 5000
    assert has_mini()


def test_closing_the_small_window_does_not_lose_the_program(tray: Tray, desktop: Desktop) -> None:
    desktop.has_tray = False
    tray.show()
    window = mini()

    class ByTheUser(QCloseEvent):
        def spontaneous(self) -> bool:
            return True

    event = ByTheUser()
    assert event.type() == QEvent.Type.Close
    window.closeEvent(event)
    assert not event.isAccepted()
    assert window.isMinimized()
    assert window.close(), "quitting takes it away"


def test_without_a_tray_notices_are_in_the_small_window_until_the_other_is_opened(tray: Tray, desktop: Desktop) -> None:
    desktop.has_tray = False
    tray.show()
    tray.show_notice(Notice("pbx", Level.ERROR, "The PBX does not answer.", "Check the network."))
    said = "The PBX does not answer. Check the network."
    assert said in [label.text() for label in mini().findChildren(QLabel) if label.isVisible()]
    next(b for b in mini().findChildren(QPushButton) if b.text() == "Open").click()
    assert said not in [label.text() for label in mini().findChildren(QLabel)]
    tray.say_still_here()
    assert not [label for label in mini().findChildren(QLabel) if "running" in label.text()]


def test_it_says_once_that_it_goes_on(tray: Tray, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(tray.icon, "showMessage", lambda title, text, icon: said.append((title, text)))
    tray.show()
    tray.say_still_here()
    assert said == [("Agent Desktop is still running.", "Its icon is in the tray. Quit it from there.")]


def test_a_notification_holds_no_tags_of_a_callers(tray: Tray, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(tray.icon, "showMessage", lambda title, text, icon: said.append(text))
    tray.spoke.connect(lambda: said.append("spoke"))
    tray.show()
    tray.show_call("Ana — incoming", "<a href='https://x.example'>0938 & 9</a>")
    tray.show_notice(Notice("pbx", Level.ERROR, "The PBX refused.", "<b>no</b>"))
    assert said == ["‹a href='https://x.example'›0938 & 9‹/a›", "spoke", "‹b›no‹/b›", "spoke"]


def test_the_small_window_shows_time_passing(tray: Tray, desktop: Desktop, qtbot: QtBot) -> None:
    desktop.has_tray = False
    tray.show_agent(AVAILABLE, Pause())
    tray.show()
    desktop.now += 60
    window = mini()
    qtbot.waitUntil(
        lambda: "confirmed by the PBX 1 min ago" in [x.accessibleName() for x in window.findChildren(QLabel)],
        timeout=30_000,
    )


def test_do_not_disturb_is_a_switch_of_the_menu_and_said_by_the_icon(tray: Tray) -> None:
    wanted: list[bool] = []
    tray.quiet_requested.connect(wanted.append)
    action = next(action for action in menu_of(tray).actions() if action.text() == "Do not disturb")
    action.trigger()
    tray.show_quiet(True)
    assert wanted == [True]
    assert "Do not disturb" in tray.icon.toolTip()
    tray.say_anew()
    again = next(action for action in menu_of(tray).actions() if action.text() == "Do not disturb")
    assert again.isChecked(), "in another language it is still on"
