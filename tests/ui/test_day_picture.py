from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from agent_desktop.desk.updates import CallChanged
from agent_desktop.telephony.history import MISSED, NOT_REACHED, HistoryQuery
from agent_desktop.telephony.outcome import OutcomeKind
from agent_desktop.ui import day_picture
from agent_desktop.ui.history_panel import HistoryPanel
from agent_desktop.ui.models.paged_model import Loading
from tests.ui.stage import NOW, Stage, call

HOUR = NOW // 3600 * 3600
CALLS = (
    call("a", ago=NOW - HOUR),
    call("b", ago=NOW - HOUR, status="ABANDON", talk_s=0),
    call("c", ago=NOW - HOUR + 3600, status="ABANDON", talk_s=0),
    call("d", ago=NOW - HOUR, direction="outbound", status="BUSY", talk_s=0),
)


def show(stage: Stage, *records) -> HistoryPanel:
    stage.desk.records = list(records)
    stage.open()
    panel = HistoryPanel(stage.context)
    panel.resize(1000, 600)
    stage.show(panel)
    stage.until(lambda: panel.model.loading is not Loading.FIRST)
    stage.settle()
    return panel


def names(panel: HistoryPanel) -> set[str]:
    return {panel.model.line_at(row).record.callid for row in range(panel.model.rowCount())}


def now_bar(panel: HistoryPanel) -> int:
    return next(place for place, bar in enumerate(panel.picture._bars) if bar.since == HOUR)


def click(panel: HistoryPanel, kind: OutcomeKind) -> None:
    box = panel.picture.chart.part_box(now_bar(panel), kind)
    QTest.mouseClick(panel.picture.chart, Qt.MouseButton.LeftButton, pos=box.center().toPoint())


def asked(stage: Stage) -> HistoryQuery:
    query: HistoryQuery = [call[1] for call in stage.desk.asked if call[0] == "history" and call[1].limit > 1][-1]
    return query


def test_says_what_became_of_the_calls(stage: Stage) -> None:
    panel = show(stage, *CALLS)
    texts = {kind: button.text() for kind, button in panel.picture.legend.buttons.items() if button.isVisible()}
    assert texts == {
        OutcomeKind.ANSWERED: "Answered 1",
        OutcomeKind.MISSED: "Missed 2",
        OutcomeKind.NOT_REACHED: "Not reached 1",
    }
    chart = panel.picture.chart
    chart.setFocus()
    for _ in range(now_bar(panel)):
        QTest.keyClick(chart, Qt.Key.Key_Right)
    told = chart.accessibleDescription()
    assert told.endswith(": 3 calls, Answered 1, Missed 1, Not reached 1, Talk 1 min")


def test_a_click_narrows_the_list_and_the_same_again_widens_it(stage: Stage) -> None:
    panel = show(stage, *CALLS)
    click(panel, OutcomeKind.MISSED)
    stage.until(lambda: names(panel) == {"b"})
    query = asked(stage)
    assert (query.since, query.until, query.outcome) == (HOUR, HOUR + 3600, MISSED)
    assert panel.picture.shown.isVisible()
    click(panel, OutcomeKind.MISSED)
    stage.until(lambda: names(panel) == {"a", "b", "c", "d"})
    assert not panel.picture.shown.isVisible()


def test_a_kind_of_all_hours_is_chosen_in_the_legend_and_cleared_by_its_button(stage: Stage) -> None:
    panel = show(stage, *CALLS)
    panel.picture.legend.buttons[OutcomeKind.NOT_REACHED].click()
    stage.until(lambda: names(panel) == {"d"})
    assert asked(stage).outcome == NOT_REACHED
    panel.picture.shown.click()
    stage.until(lambda: len(names(panel)) == 4)


def test_by_keyboard_a_part_is_chosen(stage: Stage) -> None:
    panel = show(stage, *CALLS)
    chart = panel.picture.chart
    for key in (*[Qt.Key.Key_Right] * now_bar(panel), Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(chart, key)
    stage.until(lambda: names(panel) == {"a"})


def test_other_days_end_the_narrowing(stage: Stage) -> None:
    panel = show(stage, *CALLS)
    click(panel, OutcomeKind.MISSED)
    stage.until(lambda: names(panel) == {"b"})
    panel.filters.days.choose(2)
    stage.until(lambda: len(names(panel)) == 4)
    stage.settle()
    assert [bar.hour for bar in panel.picture._bars] == [None] * 7


def test_follows_the_calls_once_for_many(stage: Stage, monkeypatch) -> None:
    monkeypatch.setattr(day_picture, "LOOK_AGAIN_MS", 10)
    panel = show(stage, *CALLS)
    counted = stage.desk.times("figures")
    stage.desk.records += [call(f"n{n}", ago=NOW - HOUR) for n in range(5)]
    stage.publish(*(CallChanged(record) for record in stage.desk.records[-5:]))
    stage.until(lambda: panel.picture.legend.buttons[OutcomeKind.ANSWERED].text() == "Answered 6")
    assert stage.desk.times("figures") == counted + 1


def test_closed_it_counts_nothing_and_stays_closed(stage: Stage) -> None:
    panel = show(stage, *CALLS)
    panel.picture.toggle.click()
    assert not panel.picture.chart.isVisible()
    counted = stage.desk.times("figures")
    again = HistoryPanel(stage.context)
    again.resize(1000, 600)
    stage.show(again)
    stage.until(lambda: again.model.loading is not Loading.FIRST)
    stage.settle()
    assert stage.desk.times("figures") == counted
    again.picture.toggle.click()
    stage.until(again.picture.chart.isVisible)


def test_copies_as_an_image(stage: Stage) -> None:
    panel = show(stage, *CALLS)
    panel.picture.copy.click()
    image = QGuiApplication.clipboard().image()
    card = panel.picture.chart.parentWidget()
    assert card is not None
    assert image.width() == 2 * card.width()
    at = panel.picture.chart.part_box(now_bar(panel), OutcomeKind.ANSWERED).center().toPoint()
    at += panel.picture.chart.mapTo(card, QPoint())
    assert image.pixelColor(2 * at.x(), 2 * at.y()) == stage.theme.palette.green


def test_a_low_panel_is_the_lists(stage: Stage) -> None:
    panel = show(stage, *CALLS)
    panel.setMinimumSize(1, 1)  # as the main window does, which may be lower than its panels like
    panel.resize(700, 300)
    assert not panel.picture.chart.isVisible()
    assert not panel.picture.toggle.isVisible()
