"""The history: its filters, its picture, its bars, its states."""

from datetime import date

from PySide6.QtCore import QPoint

from agent_desktop.desk.history_sync import SyncProgress
from agent_desktop.errors import StoreFailed
from agent_desktop.telephony.history import MISSED
from agent_desktop.ui.history_panel import HistoryPanel
from agent_desktop.ui.main_window import SMALLEST, MainWindow
from tests.pictures.studio import Studio, scene
from tests.pictures.window_scenes import begin
from tests.ui.stage import NOW


def _panel(window: MainWindow) -> HistoryPanel:
    panel = window.panel
    assert isinstance(panel, HistoryPanel)
    return panel


@scene
def history(studio: Studio) -> None:
    """The list, its menus, at both sizes."""
    studio.desk.features.sync.present = SyncProgress(synced_at=NOW - 240)
    begin(studio)
    window = studio.window("history")
    panel = _panel(window)
    panel.table.selectRow(2)
    panel.table.setFocus()
    studio.rest()
    studio.take(window, "full")
    for what, menu in (
        ("menu", panel.open_menu(panel.model.index(2, 0), QPoint(10, 10))),
        ("columns", panel.table.open_column_menu(QPoint(10, 10))),
    ):
        studio.take(menu, what)
        menu.close()
    panel.filters.kinds.click()
    studio.take(panel.filters.kinds.menu_of_choices, "filter-menu")
    panel.filters.kinds.menu_of_choices.close()
    panel.export.button.click()
    studio.take(panel.export.menu, "export-menu")
    panel.export.menu.close()
    panel.picture.toggle.click()
    studio.rest(300)
    studio.take(window, "picture")
    panel.play_recording(studio.desk.records[2])
    studio.rest()
    studio.take(window, "player")
    panel.picture.toggle.click()
    window.resize(*SMALLEST)
    studio.rest()
    studio.take(window, "small")


@scene
def history_filtered(studio: Studio) -> None:
    """Filters add up; days of one's own; nothing fits."""
    studio.desk.features.sync.never_asked = 3
    begin(studio)
    window = studio.window("history")
    panel = _panel(window)
    panel.filters.whose.choose(1)
    panel.filters.days.choose(5)
    panel.filters.kinds.choose("direction", "inbound")
    panel.filters.kinds.choose("queue", "Sales")
    studio.rest()
    studio.take(window, "chips")
    window.resize(*SMALLEST)
    studio.rest()
    studio.take(window, "small")
    panel.filters.kinds.choose("outcome", MISSED)
    panel.filters.edit.setText("zzz")
    studio.rest()
    studio.take(window, "nothing-found")


@scene
def history_syncing(studio: Studio) -> None:
    """The PBX is asked for its records; it failed."""
    studio.desk.features.sync.present = SyncProgress(True, date(2025, 10, 1), 3, 30, 1204)
    begin(studio)
    window = studio.window("history")
    studio.take(window, "running")
    failed = SyncProgress(problem="The PBX cannot be reached.", advice="Check the network.", synced_at=NOW - 4000)
    studio.stage.publish(failed)
    studio.rest()
    studio.take(window, "failed")


@scene
def history_empty(studio: Studio) -> None:
    """No calls today."""
    studio.desk.records.clear()
    begin(studio)
    studio.take(studio.window("history"))


@scene
def history_failed(studio: Studio) -> None:
    """The disk does not answer."""
    studio.desk.failures["history"] = StoreFailed()
    begin(studio)
    studio.take(studio.window("history"))


@scene
def history_loading(studio: Studio) -> None:
    """It takes long."""
    studio.stage.on_desk(lambda: studio.desk.hold("history"))
    begin(studio)
    window = studio.window("history")
    studio.rest(250)
    studio.take(window)
