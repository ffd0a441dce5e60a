"""Every window with the keyboard alone: names for screen readers, the order of Tab, a focus that can be seen."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from agent_desktop.desk.updates import AgentChanged
from agent_desktop.telephony.agent import WRAP_UP, AgentStatus, Pause, PausePhase, StatusSource
from agent_desktop.ui.call_back_panel import CallBackPanel
from agent_desktop.ui.contacts_panel import ContactsPanel
from agent_desktop.ui.history_panel import HistoryPanel
from agent_desktop.ui.language import LANGUAGES, Language
from agent_desktop.ui.main_window import SMALLEST, MainWindow
from agent_desktop.ui.mini_window import MiniWindow
from agent_desktop.ui.settings_panel import SettingsPanel
from agent_desktop.ui.table import TableCard
from agent_desktop.ui.team_panel import TeamPanel
from agent_desktop.ui.theme import Scheme
from tests.pictures.people import TEAM, PictureDesk
from tests.ui.call_backs_fake import WAITING, news
from tests.ui.contacts_fake import HOA
from tests.ui.stage import NOW, Stage
from tests.ui.stage import stage as set_up

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

PANELS = ("now", "history", "callbacks", "team", "contacts", "settings")
DIALOGS = ("details", "note", "contact", "import", "time")
SLACK = 8
"""So many pixels may a control begin before the one that Tab comes from ends."""


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with set_up(qtbot, tmp_path / "layout.ini", PictureDesk()) as made:
        yield made


@pytest.fixture
def window(stage: Stage, qapp: QApplication) -> Iterator[MainWindow]:
    stage.theme.apply(qapp, Scheme.LIGHT)
    stage.open(TEAM, news(*WAITING))
    made = MainWindow(stage.context)
    stage.qtbot.addWidget(made)
    made.resize(1012, 700)
    made.open_at("now")
    stage.until(made.isActiveWindow)
    stage.settle()
    yield made
    made.hide()
    qapp.setStyleSheet("")


def shown(stage: Stage, window: MainWindow, name: str) -> Iterator[None]:
    """Open a panel, and where it has pages, one after the other."""
    window.rail.choose(name)
    panel = window.panel
    if isinstance(panel, SettingsPanel):
        for place in range(len(panel.tabs)):
            panel.page(place)
            stage.settle()
            yield
        return
    if isinstance(panel, HistoryPanel):
        panel.filters.kinds.choose("direction", "inbound")
        panel.filters.days.choose(5)
        stage.until(panel.model.rowCount)
    stage.settle()
    yield


def opened(stage: Stage, window: MainWindow, name: str) -> QDialog:
    dialog: QDialog
    if name in ("details", "note"):
        window.rail.choose("history")
        panel = window.panel
        assert isinstance(panel, HistoryPanel)
        stage.until(panel.model.rowCount)
        line = panel.model.line_at(1)
        dialog = panel._actions.show_details(line) if name == "details" else panel._actions.write_note(line)
    elif name == "time":
        window.rail.choose("callbacks")
        assert isinstance(window.panel, CallBackPanel)
        dialog = window.panel._actions.ask_due(WAITING[0])
    else:
        window.rail.choose("contacts")
        contacts = window.panel
        assert isinstance(contacts, ContactsPanel)
        dialog = contacts.open_form(HOA) if name == "contact" else contacts.open_import(Path("x.csv"))
    stage.settle()
    stage.settle()
    stage.until(dialog.isActiveWindow)
    return dialog


def controls(window: QWidget) -> list[QWidget]:
    """What Tab reaches, in its order."""
    found: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        inside = isinstance(widget.parent(), (QComboBox, QAbstractSpinBox))
        is_reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and not inside
        if is_reached and widget.isVisibleTo(window) and widget.window() is window:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def is_name(widget: QLabel) -> bool:
    """True for a label whose "&" marks a key."""
    buddy: QWidget | None = widget.buddy()
    return buddy is not None


def spoken(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def box(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def check(window: QWidget, least: int) -> None:
    reached = controls(window)
    assert len(reached) >= least
    assert [widget for widget in reached if not spoken(widget)] == [], "a screen reader says nothing"
    backwards = [
        (spoken(one), spoken(other))
        for one, other in pairwise(reached)
        if box(other).top() < box(one).bottom() - SLACK and box(other).left() < box(one).right() - SLACK
    ]
    assert backwards == [], "Tab goes up or to the left"
    labels = [widget.text() for widget in window.findChildren(QAbstractButton) if widget.isVisibleTo(window)]
    labels += [
        widget.text() for widget in window.findChildren(QLabel) if widget.isVisibleTo(window) and is_name(widget)
    ]
    keys = Counter(key.lower() for text in labels for key in re.findall(r"&(\w)", text.replace("&&", "")))
    assert [key for key, count in keys.items() if count > 1] == []
    by_wheel = [one for one in reached if one.focusPolicy() == Qt.FocusPolicy.WheelFocus]
    assert by_wheel == [], "the wheel takes the focus there, and changes what the pointer passes over"
    check_focus(window, reached)


def check_focus(window: QWidget, reached: list[QWidget]) -> None:
    window.activateWindow()
    unseen = []
    for widget in reached:
        if (focused := QApplication.focusWidget()) is not None:
            focused.clearFocus()
        card = widget.parentWidget()
        framed = card if isinstance(card, TableCard) else widget
        before = framed.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if framed.grab().toImage() == before:
            unseen.append(spoken(widget))
    assert unseen == [], "nobody sees where the focus is"


@pytest.mark.parametrize("name", PANELS)
def test_a_panel_can_be_used_with_the_keyboard_alone(stage: Stage, window: MainWindow, name: str) -> None:
    for _ in shown(stage, window, name):
        check(window, 6)


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_can_be_used_with_the_keyboard_alone(stage: Stage, window: MainWindow, name: str) -> None:
    dialog = opened(stage, window, name)
    check(dialog, 3)
    buttons = [button for button in dialog.findChildren(QPushButton) if button.isDefault()]
    assert len(buttons) <= 1, "Enter has one meaning"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_small_window_can_be_used_with_the_keyboard_alone(stage: Stage, window: MainWindow) -> None:
    small = MiniWindow(stage.theme, stage.clock)
    stage.show(small)
    small.show_call_backs(2)
    stage.until(small.isActiveWindow)
    check(small, 4)


def press(key: Qt.Key, *, ctrl: bool = False) -> None:
    """Where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier)


LISTS = {"history": Qt.Key.Key_2, "callbacks": Qt.Key.Key_3, "team": Qt.Key.Key_4, "contacts": Qt.Key.Key_5}


@pytest.mark.parametrize("name", LISTS)
def test_the_key_of_a_panel_leads_into_its_list(stage: Stage, window: MainWindow, name: str) -> None:
    window.focus_dial()
    press(LISTS[name], ctrl=True)
    assert window.panel_name == name
    panel = window.panel
    assert isinstance(panel, (HistoryPanel, CallBackPanel, TeamPanel, ContactsPanel))
    table = panel.table
    stage.until(table.selected_rows)
    stage.until(table.hasFocus)
    assert table.selected_rows() == [0]
    assert table.currentIndex().row() == 0
    press(Qt.Key.Key_Down)
    window.focus_dial()
    press(LISTS[name], ctrl=True)
    assert table.hasFocus()
    assert table.selected_rows() == [1], "the row where one was"


def test_the_keys_of_a_call_back_work_at_once(stage: Stage, window: MainWindow) -> None:
    window.focus_dial()
    press(Qt.Key.Key_3, ctrl=True)
    panel = window.panel
    assert isinstance(panel, CallBackPanel)
    pressed: list[str] = []
    panel.table.key_pressed.connect(pressed.append)
    press(Qt.Key.Key_D)
    assert pressed == ["D"]
    stage.until(lambda: panel._undone)


def test_where_a_list_is_empty_its_key_leads_to_what_can_be_done(stage: Stage, window: MainWindow) -> None:
    stage.publish(news())
    stage.settle()
    window.focus_dial()
    press(Qt.Key.Key_3, ctrl=True)
    panel = window.panel
    assert isinstance(panel, CallBackPanel)
    assert panel.state.action.hasFocus()
    stage.publish(news(*WAITING))
    stage.until(panel.table.hasFocus)
    assert panel.table.selected_rows() == [0]


@pytest.mark.parametrize(("name", "key"), [("now", Qt.Key.Key_1), ("settings", Qt.Key.Key_6)])
def test_the_key_of_a_panel_without_a_list_leads_out_of_the_dial_field(
    window: MainWindow, name: str, key: Qt.Key
) -> None:
    window.focus_dial()
    press(key, ctrl=True)
    assert window.panel_name == name
    focused = QApplication.focusWidget()
    assert window.panel is not None
    assert focused is not None
    assert focused is window.panel or window.panel.isAncestorOf(focused)


def test_tab_goes_to_the_open_page_s_name_and_the_arrows_to_the_others(stage: Stage, window: MainWindow) -> None:
    window.rail.choose("settings")
    panel = window.panel
    assert isinstance(panel, SettingsPanel)
    panel.page(2)
    names = [spoken(widget) for widget in controls(window)]
    assert "Screen pop" in names
    assert "Numbers" not in names
    panel.tabs[2].setFocus()
    QTest.keyClick(panel.tabs[2], Qt.Key.Key_Down)
    assert panel.tabs[3].isChecked()
    assert panel.tabs[3].hasFocus()


def test_no_part_of_a_panel_is_a_window_for_a_moment(stage: Stage, window: MainWindow, qapp: QApplication) -> None:
    """It would flash, and take the focus from the window."""
    focused: list[object] = []
    qapp.focusWindowChanged.connect(focused.append)
    for name in PANELS:
        for _ in shown(stage, window, name):
            pass
    qapp.focusWindowChanged.disconnect(focused.append)
    assert focused == []


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    made = Language()
    made.use(request.param)
    yield made.code
    made.use("en")


@pytest.mark.parametrize("reason", ["Lunch", WRAP_UP])
@pytest.mark.usefixtures("language")
def test_the_header_and_the_status_have_room_in_the_smallest_window(
    stage: Stage, qapp: QApplication, reason: str
) -> None:
    stage.theme.apply(qapp, Scheme.LIGHT)
    talking = AgentStatus("101", "talk", StatusSource.WEBHOOK, NOW - 83, NOW - 3)
    stage.open(AgentChanged(talking, Pause(PausePhase.REQUESTED, True, reason, NOW - 80)))
    window = MainWindow(stage.context)
    stage.qtbot.addWidget(window)
    window.resize(*SMALLEST)
    window.open_at("now")
    stage.settle()
    assert window.header.resume.isVisible()
    assert box(window.header.dial_field.edit).right() < box(window.header.dial_field.button).left()
    cut = [spoken(one) for one in controls(window) if box(one).right() >= window.width()]
    window.hide()
    qapp.setStyleSheet("")
    assert cut == []


@pytest.mark.parametrize("name", PANELS)
def test_nothing_is_cut_off_in_the_smallest_window(stage: Stage, window: MainWindow, name: str) -> None:
    window.resize(*SMALLEST)
    for _ in shown(stage, window, name):
        window.grab()
        assert (window.width(), window.height()) == SMALLEST
        assert window.minimumSizeHint().width() <= SMALLEST[0]
        cut = [spoken(one) for one in controls(window) if box(one).right() >= window.width() or box(one).left() < 0]
        assert cut == []


def test_the_focus_of_a_table_goes_round_the_corners_of_its_card(stage: Stage, window: MainWindow) -> None:
    window.rail.choose("callbacks")
    stage.settle()
    assert isinstance(window.panel, CallBackPanel)
    table = window.panel.table
    card = table.parentWidget()
    assert isinstance(card, TableCard)
    accent = stage.theme.palette.accent
    window.activateWindow()

    def edge() -> set[str]:
        image = card.grab().toImage()
        places = (QPoint(0, card.height() // 2), QPoint(card.width() - 1, card.height() // 2))
        return {image.pixelColor(place).name() for place in (*places, QPoint(card.width() // 2, 0))}

    def corner() -> int:
        image = card.grab().toImage()
        return sum(image.pixelColor(x, y) == accent for x in range(3, 12) for y in range(3, 12))

    window.focus_dial()
    assert accent.name() not in edge()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert edge() == {accent.name()}
    assert corner() == 0, "no second frame within the card's"
    window.focus_dial()
    assert accent.name() not in edge()
