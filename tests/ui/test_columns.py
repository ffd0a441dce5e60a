"""In a window of the size that it has at first, columns show the whole of what is usual in them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from agent_desktop.ui.call_back_panel import CallBackPanel
from agent_desktop.ui.history_panel import HistoryPanel
from agent_desktop.ui.main_window import SIZE, MainWindow
from agent_desktop.ui.models.call_back_model import CallBackColumn
from agent_desktop.ui.models.history_columns import Column
from agent_desktop.ui.models.team_model import TeamColumn
from agent_desktop.ui.table import Table
from agent_desktop.ui.team_panel import TeamPanel
from agent_desktop.ui.theme import Scheme
from tests.pictures.people import TEAM
from tests.ui.call_backs_fake import HOA, OVERDUE, news
from tests.ui.stage import NOW, Stage, call

DAY_S = 86_400.0

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def window(stage: Stage, qapp: QApplication) -> Iterator[MainWindow]:
    stage.theme.apply(qapp, Scheme.LIGHT)
    stage.desk.records = [call("c1", extension="102")]
    earlier = replace(HOA, last_at=NOW - 11 * DAY_S)
    stage.open(TEAM, news(earlier, OVERDUE))
    made = MainWindow(stage.context)
    stage.qtbot.addWidget(made)
    made.open_at("now")
    stage.settle()
    assert (made.width(), made.height()) == SIZE
    yield made
    made.hide()
    qapp.setStyleSheet("")


def test_the_columns_of_call_backs(stage: Stage, window: MainWindow) -> None:
    window.rail.choose("callbacks")
    assert isinstance(window.panel, CallBackPanel)
    columns = CallBackColumn.STATE, CallBackColumn.NUMBER, CallBackColumn.LAST, CallBackColumn.QUEUE
    check(window.panel.table, columns)


def test_the_columns_of_the_history(stage: Stage, window: MainWindow) -> None:
    window.rail.choose("history")
    panel = window.panel
    assert isinstance(panel, HistoryPanel)
    stage.until(panel.model.rowCount)
    assert "102" in panel.model.index(0, Column.OUTCOME).data()
    check(panel.table, (Column.TIME, Column.NUMBER, Column.QUEUE, Column.WAIT, Column.TALK, Column.OUTCOME))


def test_the_columns_of_the_team(stage: Stage, window: MainWindow) -> None:
    window.rail.choose("team")
    assert isinstance(window.panel, TeamPanel)
    stage.until(window.panel.model.rowCount)
    check(window.panel.table, (TeamColumn.MEMBER, TeamColumn.STATUS, TeamColumn.AGE, TeamColumn.CALL))


def check(table: Table, columns: tuple[int, ...]) -> None:
    cut = [
        table.model().index(row, column).data()
        for column in columns
        for row in range(table.model().rowCount())
        if table.sizeHintForIndex(table.model().index(row, column)).width() > table.columnWidth(column)
    ]
    assert cut == []
    assert table.horizontalScrollBar().maximum() == 0
