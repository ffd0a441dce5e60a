"""The panel of call-backs: what is listed, what the keys do, and the badges."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from agent_desktop.desk.updates import SettingsChanged
from agent_desktop.errors import StoreFailed
from agent_desktop.ui.call_back_panel import UNDO_S, CallBackPanel, Shown
from agent_desktop.ui.history_panel import HistoryPanel
from agent_desktop.ui.main_window import MainWindow
from agent_desktop.ui.models.call_back_model import CALL_BACK_ROLE
from agent_desktop.ui.note_dialog import NoteDialog
from agent_desktop.ui.time_dialog import TimeDialog
from tests.ui.call_backs_fake import BY_HAND, HOA, LATER, OVERDUE, SNOOZED, UNKNOWN, WAITING, FakeCallBacks, news
from tests.ui.stage import NOW, Stage, call, stage


@pytest.fixture
def on_stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with stage(qtbot, tmp_path / "memory.ini") as made:
        yield made


@pytest.fixture
def feature(on_stage: Stage) -> FakeCallBacks:
    return FakeCallBacks(on_stage.desk)


@pytest.fixture
def window(on_stage: Stage, feature: FakeCallBacks) -> MainWindow:
    on_stage.open(news(*WAITING))
    made = MainWindow(on_stage.context)
    on_stage.qtbot.addWidget(made)
    made.open_at("callbacks")
    return made


@pytest.fixture
def panel(window: MainWindow) -> CallBackPanel:
    assert isinstance(window.panel, CallBackPanel)
    window.panel.table.setFocus()
    return window.panel


def listed(panel: CallBackPanel) -> list[str]:
    proxy = panel.table.sorted
    return [proxy.index(row, 0).data(CALL_BACK_ROLE).canonical for row in range(proxy.rowCount())]


def keys(*call_backs) -> list[str]:
    return [one.canonical for one in call_backs]


def press(on_stage: Stage, panel: CallBackPanel, key: Qt.Key) -> None:
    on_stage.qtbot.keyClick(panel.table, key)
    on_stage.settle()


def test_who_waits_longest_or_is_due_first_is_on_top(panel):
    assert listed(panel) == keys(HOA, UNKNOWN, OVERDUE, BY_HAND, LATER)
    assert [tab.badge for tab in panel.tabs.values()] == ["5", "1", ""]


def test_the_rail_counts_what_is_due_and_forgets_it(on_stage, window):
    button = window.rail.button("callbacks")
    assert (button.badge, button.accessibleName()) == ("4", "Call-backs 4")
    on_stage.publish(news())
    on_stage.until(lambda: not button.badge)
    assert button.accessibleName() == "Call-backs"


def test_a_customer_who_was_reached_leaves_the_list_at_once(on_stage, panel):
    on_stage.publish(news(OVERDUE, SNOOZED))
    on_stage.until(lambda: listed(panel) == keys(OVERDUE))
    on_stage.publish(news())
    on_stage.until(panel.state.isVisible)
    assert panel.state.sentence == "Nobody waits for a call."


def test_snoozed_ones_are_apart_until_their_time(on_stage, panel):
    panel.show_only(Shown.SNOOZED)
    assert listed(panel) == keys(SNOOZED)
    on_stage.clock.now = NOW + 3600
    panel.tick(on_stage.clock.now)
    assert panel.state.sentence == "Nothing is put off."
    panel.state.action.click()
    assert SNOOZED.canonical in listed(panel)


def test_the_finished_ones_are_asked_for_and_can_be_put_back(on_stage, panel, feature):
    panel.show_only(Shown.DONE)
    assert panel.state.sentence == "Looking for call-backs…"
    on_stage.until(lambda: panel.model.rowCount() == 2)
    assert panel.back.isVisible()
    assert not panel.snooze.isVisible()
    panel.back.click()
    on_stage.settle()
    assert feature.asked[-1] == ("reopen", feature.finished[0].canonical)


@pytest.mark.parametrize(("days", "words"), [(1, "within a day."), (7, "within 7 days.")])
def test_where_none_is_finished_the_days_are_said(on_stage, panel, feature, days, words):
    settings = on_stage.desk.settings.with_value("callbacks.keep_days", str(days))
    on_stage.publish(SettingsChanged(settings, "keyring"))
    feature.finished = ()
    on_stage.settle()
    panel.show_only(Shown.DONE)
    on_stage.until(lambda: panel.state.sentence == f"No call-back was finished {words}")


def test_finished_ones_that_cannot_be_had_say_so(on_stage, panel, feature):
    feature.failure = StoreFailed("The disk is full.", "Free some space.")
    panel.show_only(Shown.DONE)
    on_stage.until(lambda: panel.state.sentence == "The disk is full. Free some space.")
    feature.failure = None
    panel.state.action.click()
    on_stage.until(lambda: panel.model.rowCount() == 2)


def test_enter_dials_the_selected_row(on_stage, window, panel):
    press(on_stage, panel, Qt.Key.Key_Down)
    press(on_stage, panel, Qt.Key.Key_Return)
    on_stage.until(lambda: on_stage.desk.times("dial"))
    assert on_stage.desk.asked[-1][:2] == ("dial", UNKNOWN.number)


def test_a_snooze_by_keyboard_alone(on_stage, panel, feature):
    press(on_stage, panel, Qt.Key.Key_S)
    menu = next(menu for menu in panel.findChildren(QMenu) if menu.isVisible())
    on_stage.qtbot.keyClick(menu, Qt.Key.Key_Return)
    on_stage.settle()
    assert feature.asked == [("snooze", HOA.canonical, NOW + 900)]


def test_a_moment_is_picked(on_stage, panel, feature):
    press(on_stage, panel, Qt.Key.Key_T)
    dialog = panel.window().findChild(TimeDialog)
    assert dialog is not None
    on_stage.until(dialog.edit.hasFocus)
    assert dialog.edit.lineEdit().selectionStart() == len("2025-10-09 "), "the hour, the likeliest to be another"
    dialog.yes.click()
    on_stage.settle()
    assert feature.asked == [("set_due", HOA.canonical, (NOW // 3600 + 1) * 3600)]


def test_a_note_is_kept(on_stage, panel, feature):
    press(on_stage, panel, Qt.Key.Key_N)
    dialog = panel.window().findChild(NoteDialog)
    assert dialog is not None
    assert dialog.edit.toPlainText() == HOA.note
    dialog.edit.setPlainText("Gọi chiều")
    dialog.yes.click()
    on_stage.settle()
    assert feature.asked == [("note", HOA.canonical, "Gọi chiều")]


@pytest.mark.parametrize("key", [Qt.Key.Key_D, Qt.Key.Key_Delete])
def test_done_can_be_taken_back_for_a_while(on_stage, panel, feature, key):
    press(on_stage, panel, key)
    on_stage.until(panel.undo.isVisible)
    on_stage.qtbot.keyClick(panel.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    on_stage.settle()
    assert feature.asked == [("done", HOA.canonical), ("reopen", HOA.canonical)]
    assert not panel.undo.isVisible()
    press(on_stage, panel, key)
    on_stage.until(panel.undo.isVisible)
    panel.tick(NOW + UNDO_S)
    assert not panel.undo.isVisible()


def test_the_menu_of_a_row_offers_all_of_it(on_stage, window, panel):
    panel.open_menu(panel.table.sorted.index(2, 0), QPoint())
    menu = next(menu for menu in panel.findChildren(QMenu) if menu.isVisible())
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[0] == f"Dial {OVERDUE.number}"
    assert {"Snooze", "Due at…", "Due now", "Note…", "Done", "All calls with this number"} <= set(texts)
    next(action for action in menu.actions() if action.text() == "All calls with this number").trigger()
    assert window.panel_name == "history"
    menu.close()


def test_a_missed_card_leads_to_its_place_in_the_list(on_stage, window, panel):
    window.open_at("now")
    window.call_back("+84 912 345 678")
    on_stage.until(lambda: on_stage.desk.times("dial"))
    assert window.panel_name == "callbacks"
    assert panel.table.current == UNKNOWN
    window.call_back(SNOOZED.number)
    assert panel.shown is Shown.SNOOZED
    window.open_at("now")
    window.call_back("0999999999")
    assert window.panel_name == "now"


def test_a_number_of_the_history_goes_on_the_list(on_stage, window, feature):
    window.open_at("history")
    assert isinstance(window.panel, HistoryPanel)
    window.panel.call_back_wanted.emit(call("c1"))
    on_stage.settle()
    assert feature.asked == [("add", "0938363739")]
    assert "asked" in on_stage.bridge.present.notices
