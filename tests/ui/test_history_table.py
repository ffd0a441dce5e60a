"""What the history's rows look like: they are painted by CallPainter, not by Qt's style."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agent_desktop.desk.updates import CallChanged
from agent_desktop.ui.history_panel import HistoryPanel
from agent_desktop.ui.models.history_columns import Column
from agent_desktop.ui.models.paged_model import Loading
from agent_desktop.ui.theme import CELL_MARGIN, STEP
from tests.ui.stage import Stage, call

MISSED = call("b", ago=20, status="ABANDON", extension="", number="0912345678")
CALLS = (call("a", ago=10), MISSED, call("c", ago=30, direction="outbound", number="02473001234"))


class Paints(QObject):
    """Counts what a widget paints."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


@pytest.fixture
def panel(stage: Stage) -> Iterator[HistoryPanel]:
    """In a window, as the program has it."""
    stage.desk.records = list(CALLS)
    stage.open()
    made = HistoryPanel(stage.context)
    window = QWidget()
    QVBoxLayout(window).addWidget(made)
    window.resize(1100, 600)
    stage.show(window)
    stage.until(lambda: made.model.loading is not Loading.FIRST)
    yield made
    window.close()


def cell(panel: HistoryPanel, row: int, column: Column, *, inside: int = 0) -> Counter[str]:
    """The colours of a cell without the line below it, and of so many pixels less at each side."""
    table = panel.table
    box: QRect = table.visualRect(panel.model.index(row, column)).adjusted(inside, 0, -inside, -1)
    image: QImage = table.viewport().grab(box).toImage()
    points = (QPoint(x, y) for x in range(image.width()) for y in range(image.height()))
    return Counter(image.pixelColor(point).name() for point in points)


def is_like(name: str, colour: QColor) -> bool:
    """The same hue: of text, only the middle of a stroke has its very colour."""
    one = QColor(name)
    return one.saturation() > 60 and abs(one.hue() - colour.hue()) < 12


def reddish(stage: Stage, colours: Counter[str]) -> int:
    missed = stage.context.theme.palette.missed
    return sum(count for name, count in colours.items() if is_like(name, missed))


def test_a_missed_call_is_red_where_it_says_so_and_nowhere_else(stage: Stage, panel: HistoryPanel) -> None:
    for column in (Column.KIND, Column.OUTCOME):
        assert [reddish(stage, cell(panel, row, column)) > 0 for row in range(3)] == [False, True, False], column
    assert not reddish(stage, cell(panel, 1, Column.NUMBER))


def test_every_shown_column_of_every_row_says_something(stage: Stage, panel: HistoryPanel) -> None:
    for row in range(3):
        for column in (Column.KIND, Column.TIME, Column.WHO, Column.NUMBER, Column.OUTCOME):
            assert len(cell(panel, row, column)) > 1, (row, column)


def test_a_selected_row_is_filled_from_side_to_side(stage: Stage, panel: HistoryPanel) -> None:
    panel.table.selectRow(1)
    fill = stage.context.theme.palette.selection.name()
    filled = [
        [cell(panel, row, column).most_common(1)[0][0] == fill for column in (Column.KIND, Column.WHO, Column.OUTCOME)]
        for row in range(3)
    ]
    assert filled == [[False] * 3, [True] * 3, [False] * 3]


@pytest.mark.parametrize(("note", "margin"), [("", CELL_MARGIN), ("Wants the new price list", STEP)])
def test_a_name_that_is_too_long_stays_within_its_cell(panel: HistoryPanel, note: str, margin: int) -> None:
    name = "Công ty Trách nhiệm Hữu hạn Một thành viên Dịch vụ và Thương mại Bình Minh"
    panel.model.upsert(CallChanged(CALLS[0], name, note))
    outer, inner = (cell(panel, 0, Column.WHO, inside=pixels) for pixels in (0, margin))
    ground = inner.most_common(1)[0][0]
    assert outer.total() - outer[ground] == inner.total() - inner[ground], "nothing is written on the margins"


def test_a_cell_that_is_painted_alone_looks_as_it_does_among_all(stage: Stage, panel: HistoryPanel) -> None:
    table = panel.table
    whole = table.viewport().grab().toImage()
    box = table.visualRect(panel.model.index(1, Column.NUMBER))
    ratio = whole.devicePixelRatio()
    place = QRect(box.topLeft() * ratio, box.size() * ratio)
    assert table.viewport().grab(box).toImage() == whole.copy(place)


def test_what_is_typed_is_seen_though_the_desk_does_not_answer(stage: Stage, panel: HistoryPanel) -> None:
    paints = Paints(panel.filters.edit)
    stage.on_desk(lambda: stage.desk.hold("history"))
    QTest.keyClicks(panel.filters.edit, "0")
    stage.until(lambda: panel.model.loading is Loading.FIRST)
    before = paints.count
    panel.filters.edit.update()
    stage.until(lambda: paints.count > before)
    assert panel.model.loading is Loading.FIRST, "it was painted before the answer"

    rows = Paints(panel.table.viewport())
    stage.desk.records = [replace(MISSED, number="0900000000")]
    stage.on_desk(lambda: stage.desk.release("history"))
    stage.until(lambda: panel.model.rowCount() == 1 and rows.count)
    assert panel.updatesEnabled()


def test_columns_that_are_scrolled_away_are_not_painted_over_others(stage: Stage, panel: HistoryPanel) -> None:
    table = panel.table
    before = cell(panel, 1, Column.NUMBER)
    table.setColumnWidth(Column.WHO, 1200)
    stage.until(table.horizontalScrollBar().maximum)
    table.scrollTo(panel.model.index(1, Column.NUMBER))
    assert table.horizontalScrollBar().value()
    assert cell(panel, 1, Column.NUMBER) == before
