"""What changes without the focus going there is read aloud."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QAccessibleAnnouncementEvent
from pytestqt.qtbot import QtBot

from agent_desktop.desk.history_sync import SyncProgress
from agent_desktop.desk.updates import AgentChanged, Level, Notice
from agent_desktop.errors import PbxUnreachable
from agent_desktop.telephony.agent import AgentStatus, Pause, StatusSource
from agent_desktop.ui import announce
from agent_desktop.ui.contacts_panel import ContactsPanel
from agent_desktop.ui.main_window import MainWindow
from agent_desktop.ui.settings_form import SettingsForm
from agent_desktop.ui.settings_panel import SettingsPanel
from tests.pictures.people import PictureDesk
from tests.ui.stage import NOW, Stage
from tests.ui.stage import stage as set_up

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with set_up(qtbot, tmp_path / "layout.ini", PictureDesk()) as made:
        yield made


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told: Qt tells it to the system's, of which there is none here."""
    words: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        words.append(event.message())

    reader = SimpleNamespace(isActive=lambda: True, updateAccessibility=hear)
    monkeypatch.setattr(announce, "QAccessible", reader)
    return words


@pytest.fixture
def window(stage: Stage, heard: list[str]) -> Iterator[MainWindow]:
    stage.desk.failures["refresh_team"] = PbxUnreachable()
    stage.open()
    made = MainWindow(stage.context)
    stage.qtbot.addWidget(made)
    made.open_at("now")
    stage.settle()
    heard.clear()
    yield made
    made.hide()


def test_status_and_notices(stage: Stage, window: MainWindow, heard: list[str]) -> None:
    paused = AgentStatus("101", "pause", StatusSource.WEBHOOK, NOW - 1, NOW)
    stage.publish(AgentChanged(paused, Pause()), Notice("x", Level.ERROR, "The disk is full.", "Delete something."))
    stage.until(lambda: len(heard) >= 2)
    assert heard == ["Paused", "The disk is full. Delete something."]


def test_a_state_in_place_of_a_list_once(stage: Stage, window: MainWindow, heard: list[str]) -> None:
    window.rail.choose("team")
    stage.until(lambda: PbxUnreachable().message in heard)
    stage.settle()
    window.tick()
    assert heard.count(PbxUnreachable().message) == 1


def test_what_became_of_settings(stage: Stage, window: MainWindow, heard: list[str]) -> None:
    window.rail.choose("settings")
    panel = window.panel
    assert isinstance(panel, SettingsPanel)
    form = panel.page(1).findChildren(SettingsForm)[0]
    form.fields["dial.country"].show_value("v1")
    form.save.click()
    assert "two letters" in heard[-2]
    assert heard[-1].startswith("Nothing was saved")
    form.fields["dial.country"].show_value("MY")
    form.save.click()
    stage.until(lambda: heard[-1] == "Saved.")


def test_what_was_deleted_and_synced(stage: Stage, window: MainWindow, heard: list[str]) -> None:
    window.rail.choose("history")
    stage.settle()
    stage.publish(SyncProgress(is_running=True))
    stage.settle()
    stage.publish(SyncProgress(problem="The PBX cannot be reached."))
    stage.until(lambda: heard[-1:] == ["The PBX cannot be reached."])
    window.rail.choose("contacts")
    panel = window.panel
    assert isinstance(panel, ContactsPanel)
    stage.until(panel.model.rowCount)
    panel.table.selectRow(0)
    panel._remove_selected()
    stage.until(lambda: heard[-1].endswith("was deleted."))
