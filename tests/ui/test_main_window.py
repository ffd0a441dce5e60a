from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from agent_desktop.desk.settings import Settings
from agent_desktop.desk.updates import Level, Notice, SettingsChanged, TeamChanged
from agent_desktop.errors import NotSetUp
from agent_desktop.ui.history_panel import HistoryPanel
from agent_desktop.ui.labels import ElidedLabel
from agent_desktop.ui.main_window import MainWindow
from agent_desktop.ui.settings_panel import SettingsPanel
from agent_desktop.ui.theme import Scheme
from tests.ui.contacts_fake import with_contacts
from tests.ui.stage import NOW, Stage, call

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raise(), on no screen

PANELS = ("now", "history", "callbacks", "team", "contacts", "settings")


@pytest.fixture
def window(stage: Stage) -> Iterator[MainWindow]:
    stage.desk.records = [call("a")]
    with_contacts(stage.desk)
    stage.open(TeamChanged((), NOW))
    made = MainWindow(stage.context)
    stage.qtbot.addWidget(made)
    made.open_at("now")
    stage.until(made.isActiveWindow)
    stage.settle()
    yield made
    made.hide()


def press(window: MainWindow, key: Qt.Key, *, ctrl: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    focused = window.focusWidget()
    QTest.keyClick(window if focused is None else focused, key, modifier)  # type: ignore[redundant-expr]


def test_panels_are_built_when_they_are_first_seen(window: MainWindow) -> None:
    assert "team" not in window._panels
    window.rail.choose("team")
    assert "team" in window._panels


def test_the_history_is_built_before_it_is_wanted(stage: Stage, window: MainWindow) -> None:
    stage.until(lambda: "history" in window._panels)
    assert window.panel_name == "now"
    history = window._panels["history"]
    window.rail.choose("history")
    assert window.panel is history
    assert "team" not in window._panels


def test_the_history_that_was_built_early_begins_as_the_settings_say_by_then(stage: Stage, window: MainWindow) -> None:
    stage.until(lambda: "history" in window._panels)
    present = stage.bridge.present
    for own in ("yes", "no"):
        stage.publish(SettingsChanged(present.settings.with_value("window.own_calls", own), key_kept="keyring"))
        stage.until(lambda own=own: stage.bridge.present.settings.window.own_calls == (own == "yes"))  # type: ignore[misc]
        window.rail.choose("history")
        history = window.panel
        assert isinstance(history, HistoryPanel)
        assert history.filters.is_narrow, "as it was when it was first seen, whatever the settings say later"


def test_keys_lead_everywhere(stage: Stage, window: MainWindow) -> None:
    keys = (*(Qt.Key(Qt.Key.Key_1.value + place) for place in range(1, len(PANELS))), Qt.Key.Key_1)
    for key, name in zip(keys, (*PANELS[1:], "now"), strict=True):
        press(window, key, ctrl=True)
        assert window.panel_name == name
    press(window, Qt.Key.Key_D, ctrl=True)
    assert window.header.dial_field.edit.hasFocus()
    press(window, Qt.Key.Key_K, ctrl=True)
    panel = window.panel
    assert isinstance(panel, HistoryPanel)
    assert panel.filters.edit.hasFocus()
    stage.on_desk(stage.desk.asked.clear)
    press(window, Qt.Key.Key_F5)
    stage.until(lambda: stage.desk.times("sync") and stage.desk.times("refresh_status"))


def test_what_the_dial_field_says_covers_no_other_panel(stage: Stage, window: MainWindow) -> None:
    field = window.header.dial_field
    window.rail.setFocus()
    window.dial("nobody")
    assert field.sheet.isVisible()
    window.rail.choose("settings")
    assert not field.sheet.isVisible()
    assert field.edit.text() == "nobody"


def test_a_slash_is_text_where_one_types(window: MainWindow) -> None:
    window.focus_dial()
    press(window, Qt.Key.Key_Slash)
    assert window.header.dial_field.edit.text() == "/"
    window.header.dial_field.edit.clear()
    window.rail.setFocus()
    window.rail._buttons["now"].setFocus()
    press(window, Qt.Key.Key_Slash)
    assert window.panel_name == "history"


def test_escape_leaves_what_was_begun_then_hides(window: MainWindow) -> None:
    window.search()
    panel = window.panel
    assert isinstance(panel, HistoryPanel)
    QTest.keyClicks(panel.filters.edit, "09")
    press(window, Qt.Key.Key_Escape)
    assert panel.filters.edit.text() == ""
    assert window.isVisible()
    press(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_closing_keeps_the_program_and_says_so_once_ever(stage: Stage, window: MainWindow) -> None:
    said: list[bool] = []
    window.closed_to_tray.connect(lambda: said.append(True))
    for _ in range(2):
        press(window, Qt.Key.Key_Escape)
        assert not window.isVisible()
        window.open_at()
        stage.until(window.isActiveWindow)
    assert said == [True]
    again = MainWindow(stage.context)
    stage.qtbot.addWidget(again)
    again.closed_to_tray.connect(lambda: said.append(True))
    again.open_at("now")
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert said == [True]


def test_quitting_is_not_refused(window: MainWindow) -> None:
    event = QCloseEvent()
    QApplication.sendEvent(window, event)
    assert event.isAccepted()


def test_time_passes_only_while_it_can_be_seen(stage: Stage, window: MainWindow) -> None:
    assert window.is_ticking
    stage.clock.now += 60
    window.tick()
    assert any("1 min ago" in label.whole for label in window.header.findChildren(ElidedLabel))
    window.showMinimized()
    assert not window.is_ticking
    window.open_at()
    assert window.is_ticking
    window.hide()
    assert not window.is_ticking


def test_place_and_panel_are_remembered(stage: Stage, window: MainWindow) -> None:
    window.resize(770, 555)
    window.rail.choose("team")
    window.close()
    again = MainWindow(stage.context)
    stage.qtbot.addWidget(again)
    again.open_at()
    assert again.panel_name == "team"
    assert (again.width(), again.height()) == (770, 555)


def test_a_panel_s_number_is_dialled_through_the_field(stage: Stage, window: MainWindow) -> None:
    window.rail.choose("history")
    stage.settle()
    assert window.panel is not None
    window.panel.dial_wanted.emit("0912345678")
    window.panel.dial_wanted.emit("0912345678")
    stage.until(lambda: stage.desk.times("dial"))
    stage.settle()
    assert stage.desk.times("dial") == 1


def test_the_history_of_a_number_can_be_opened(stage: Stage, window: MainWindow) -> None:
    window.open_history("0938363739")
    panel = window.panel
    assert isinstance(panel, HistoryPanel)
    assert panel.filters.edit.text() == "0938363739"


def test_notices_come_and_are_dismissed(stage: Stage, window: MainWindow) -> None:
    stage.publish(Notice("pbx", Level.ERROR, "The PBX cannot be reached.", "Check the network."))
    stage.until(window.notices.isVisible)
    window.notices.lines()[0].dismissed.emit("pbx")
    stage.until(lambda: stage.desk.times("forget_notice"))
    assert not window.notices.isVisible()
    assert not stage.bridge.present.notices


def test_a_window_that_is_built_late_knows_the_notices(stage: Stage) -> None:
    stage.open(Notice("pbx", Level.ERROR, "The PBX cannot be reached."))
    window = MainWindow(stage.context)
    stage.qtbot.addWidget(window)
    assert [notice.topic for notice in window.notices.shown()] == ["pbx"]


def test_a_program_that_is_not_set_up_asks_first(stage: Stage) -> None:
    stage.bridge.open()
    stage.publish(SettingsChanged(Settings()))
    stage.until(lambda: stage.bridge.present.is_known)
    window = MainWindow(stage.context)
    stage.qtbot.addWidget(window)
    window.open_at("history")
    first = window._first_run
    assert first is not None
    assert first.isVisible()
    assert not window.rail.isVisible()
    window.search()
    window.rail.choose("team")
    window.dial("0938363739")
    assert window.panel is None
    assert stage.bridge.present.notices["asked"].title == NotSetUp.title
    assert not stage.desk.times("dial")
    for name, text in (
        ("url", "https://pbx.example.com"),
        ("domain", "x.example.com"),
        ("extension", "101"),
        ("key", "k"),
    ):
        first.form.fields[name].show_value(text)
    first.save.click()
    stage.until(lambda: first.step == 1)
    assert first.isVisible(), "the address for the vendor is still to be shown"
    first.done.click()
    assert window.panel_name == "now"
    assert window.rail.isVisible()


def test_a_lost_key_is_asked_for_again(stage: Stage) -> None:
    stage.bridge.open()
    stage.publish(SettingsChanged(stage.desk.settings, ""))
    stage.until(lambda: stage.bridge.present.is_known)
    window = MainWindow(stage.context)
    stage.qtbot.addWidget(window)
    assert window._first_run is not None
    assert window._first_run.form.fields["domain"].value == "cty.example.com"


def everything(window: MainWindow) -> list[QWidget]:
    for name in PANELS:
        window.rail.choose(name)
    settings = window._panels["settings"]
    assert isinstance(settings, SettingsPanel)
    for place in range(len(settings.tabs)):
        settings.page(place)
    return window.findChildren(QWidget)


def test_no_label_takes_what_others_wrote_for_rich_text(window: MainWindow) -> None:
    labels = [widget for widget in everything(window) if isinstance(widget, QLabel)]
    assert len(labels) > 50
    assert [one.text() for one in labels if one.textFormat() is not Qt.TextFormat.PlainText] == []


def test_whatever_takes_the_keyboard_has_a_name(window: MainWindow) -> None:
    nameless = [
        widget
        for widget in everything(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(widget, (QAbstractButton, QLineEdit))
        and widget.objectName() != "qt_spinbox_lineedit"
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


def test_tab_reaches_header_rail_and_panel(stage: Stage, window: MainWindow) -> None:
    window.rail.choose("history")
    stage.settle()
    reached: set[QWidget] = set()
    widget: QWidget | None = window
    for _ in range(200):
        widget = widget.nextInFocusChain() if widget is not None else None
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            reached.add(widget)
    panel = window.panel
    assert isinstance(panel, HistoryPanel)
    assert {
        window.header.pause,
        window.header.dial_field.edit,
        panel.filters.edit,
        panel.table,
        panel.sync.button,
    } <= reached


def test_what_appears_can_be_read_aloud(stage: Stage, window: MainWindow) -> None:
    QAccessible.setActive(True)
    try:
        stage.publish(Notice("pbx", Level.ERROR, "The PBX cannot be reached.", "Check the network."))
        window.dial("0938363739")
        stage.until(lambda: "calling" in window.header.dial_field.sheet.accessibleName())
        assert window.notices.lines()[0].accessibleName() == "The PBX cannot be reached. Check the network."
    finally:
        QAccessible.setActive(False)


def test_another_scheme_repaints_the_window(stage: Stage, window: MainWindow) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window.rail.choose("history")
    stage.settle()
    stage.theme.apply(application, Scheme.LIGHT)
    light = window.grab().toImage()
    stage.theme.apply(application, Scheme.DARK)
    dark = window.grab().toImage()
    stage.theme.apply(application, Scheme.LIGHT)
    for x, y in ((5, 5), (5, 300), (400, 300)):
        assert light.pixelColor(x, y).lightness() > 200 > 60 > dark.pixelColor(x, y).lightness()


@pytest.mark.parametrize("name", PANELS)
@pytest.mark.parametrize("size", [(760, 440), (1012, 600)])
def test_nothing_is_wider_than_its_window(stage: Stage, window: MainWindow, name: str, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.rail.choose(name)
    stage.settle()
    window.grab()
    assert window.minimumSizeHint().width() <= 760
    assert (window.width(), window.height()) == size
    edge = window.header.dial_field.button.mapTo(window, QPoint(0, 0)).x() + window.header.dial_field.button.width()
    assert edge <= window.width()
