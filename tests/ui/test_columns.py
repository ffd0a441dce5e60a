"""In a window of the size that it has at first, columns show the whole of what is usual in them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from agent_desktop.desk.contacts import ContactsChanged
from agent_desktop.desk.updates import CallChanged
from agent_desktop.ui.call_back_panel import CallBackPanel
from agent_desktop.ui.history_panel import HistoryPanel
from agent_desktop.ui.history_table import HistoryTable
from agent_desktop.ui.language import LANGUAGES, Language
from agent_desktop.ui.main_window import SIZE, MainWindow
from agent_desktop.ui.models.call_back_model import CallBackColumn
from agent_desktop.ui.models.date_range import RangeName
from agent_desktop.ui.models.history_columns import Column
from agent_desktop.ui.models.team_model import TeamColumn
from agent_desktop.ui.rail import WIDTH
from agent_desktop.ui.table import Delegate, Table
from agent_desktop.ui.team_panel import TeamPanel
from agent_desktop.ui.theme import CELL_MARGIN, Scheme, font
from tests.pictures.people import TEAM
from tests.ui.call_backs_fake import BY_HAND, HOA, OVERDUE, news
from tests.ui.stage import NOW, Stage, call

DAY_S = 86_400.0
RECORD = call("c1", ago=11 * DAY_S, extension="102", number="028 3822 9999", talk_s=4187)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(params=LANGUAGES)
def window(stage: Stage, qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    language = Language()
    language.use(request.param)
    stage.theme.apply(qapp, Scheme.LIGHT)
    stage.desk.records = [
        RECORD,
        *(replace(RECORD, callid=f"c{place}", started=0, number="101") for place in range(2, 40)),
    ]
    earlier = replace(HOA, last_at=NOW - 11 * DAY_S)
    stage.open(TEAM, ContactsChanged({"102": "Ana Lim"}), news(earlier, OVERDUE, replace(BY_HAND, name="Mai")))
    made = MainWindow(stage.context)
    stage.qtbot.addWidget(made)
    made.open_at("now")
    stage.settle()
    assert (made.width() - made.rail.width(), made.height()) == (SIZE[0] - WIDTH, SIZE[1])
    yield made
    made.hide()
    language.use("en")
    qapp.setStyleSheet("")


def test_the_columns_of_call_backs(stage: Stage, window: MainWindow) -> None:
    window.rail.choose("callbacks")
    assert isinstance(window.panel, CallBackPanel)
    check(window.panel.table, tuple(column for column in CallBackColumn if column is not CallBackColumn.NOTE))


def test_the_columns_of_the_history(stage: Stage, window: MainWindow) -> None:
    window.rail.choose("history")
    panel = window.panel
    assert isinstance(panel, HistoryPanel)
    panel.filters.days.choose(list(RangeName).index(RangeName.ALL))
    stage.until(panel.model.rowCount)
    stage.publish(CallChanged(RECORD, "Nguyễn Thị Hoa"))
    stage.until(lambda: panel.model.index(0, Column.WHO).data() == "Nguyễn Thị Hoa")
    assert "Ana Lim" in panel.model.index(0, Column.OUTCOME).data()
    assert panel.model.index(0, Column.TIME).data().startswith("28"), "an earlier day"
    check(panel.table, tuple(column for column in Column if not panel.table.isColumnHidden(column)))


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
        if needed(table, table.model().index(row, column)) > table.columnWidth(column)
    ]
    assert cut == []
    header = table.horizontalHeader()
    for column in range(header.count()):
        heading = table.model().headerData(column, Qt.Orientation.Horizontal) or ""
        room = header.fontMetrics().horizontalAdvance(heading) + 2 * CELL_MARGIN
        assert table.isColumnHidden(column) or header.sectionSize(column) >= room, heading
    assert table.horizontalScrollBar().maximum() == 0


def needed(table: Table, index: QModelIndex) -> int:
    if not isinstance(table, HistoryTable):
        return table.sizeHintForIndex(index).width()
    delegate = table.itemDelegate()
    assert isinstance(delegate, Delegate)
    _, is_bold = delegate.tone(index)
    return QFontMetrics(font(bold=is_bold, tabular=True)).horizontalAdvance(index.data() or "") + 2 * CELL_MARGIN
