from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from agent_desktop.desk.settings import CrmSettings
from agent_desktop.desk.updates import CallChanged, SettingsChanged
from agent_desktop.errors import StoreFailed
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.crm_rule import CrmRule
from agent_desktop.telephony.events import WITHHELD
from agent_desktop.telephony.history import MISSED, HistoryQuery
from agent_desktop.ui.history_panel import HistoryPanel
from agent_desktop.ui.models.history_columns import Column
from agent_desktop.ui.models.paged_model import Loading
from tests.ui.stage import Stage, call

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # menus, on no screen

DAY = (call("a", ago=10), call("b", ago=20, status="ABANDON", extension=""), call("c", ago=30, number="0912345678"))


def show(stage: Stage, *records: CallRecord) -> HistoryPanel:
    stage.desk.records = list(records)
    stage.open()
    panel = HistoryPanel(stage.context)
    panel.resize(1000, 500)
    stage.show(panel)
    stage.until(lambda: panel.model.loading is not Loading.FIRST)
    stage.settle()
    return panel


def queries(stage: Stage) -> list[HistoryQuery]:
    return [asked[1] for asked in stage.desk.asked if asked[0] == "history"]


def names(panel: HistoryPanel) -> list[str]:
    return [panel.model.line_at(row).record.callid for row in range(panel.model.rowCount())]


def test_lists_the_day_and_counts_it(stage: Stage) -> None:
    panel = show(stage, *DAY)
    assert names(panel) == ["a", "b", "c"]
    stage.until(lambda: "missed" in panel.summary.words)
    assert panel.summary.words == "3 calls · 2 answered · 1 missed · talk 3 min"
    assert panel.table.isVisible()


def test_an_empty_day_offers_to_ask_the_pbx(stage: Stage) -> None:
    panel = show(stage)
    assert panel.state.isVisible()
    assert panel.state.sentence == "No calls today yet."
    panel.state.action.click()
    stage.until(lambda: stage.desk.times("sync") == 1)


def test_waiting_is_said_and_can_be_given_up(stage: Stage) -> None:
    stage.on_desk(lambda: stage.desk.hold("history"))
    stage.open()
    panel = HistoryPanel(stage.context)
    stage.show(panel)
    stage.until(panel.state.isVisible)
    assert panel.state.sentence == "Looking for calls…"
    panel.state.action.click()
    assert panel.model.loading is Loading.IDLE


def test_a_failure_is_said_and_can_be_tried_again(stage: Stage) -> None:
    stage.desk.failures["history"] = StoreFailed()
    panel = show(stage, *DAY)
    assert panel.state.sentence == StoreFailed().message
    del stage.desk.failures["history"]
    panel.state.action.click()
    stage.until(lambda: names(panel) == ["a", "b", "c"])
    assert panel.table.isVisible()


def test_searches_once_the_typing_pauses(stage: Stage) -> None:
    panel = show(stage, *DAY)
    before = len(queries(stage))
    assert panel.search()
    QTest.keyClicks(panel.filters.edit, "0912")
    stage.until(lambda: names(panel) == ["c"])
    texts = [query.text for query in queries(stage)[before:]]
    assert set(texts) == {"0912"}, "no search for each key"
    QTest.keyClicks(panel.filters.edit, "x")
    stage.until(panel.state.isVisible)
    assert panel.state.sentence == "No call fits this search."
    panel.state.action.click()
    stage.until(lambda: names(panel) == ["a", "b", "c"])
    assert panel.filters.edit.text() == ""


def test_filters_by_days_and_by_outcome(stage: Stage) -> None:
    panel = show(stage, *DAY)
    panel.filters.kinds.choose("outcome", MISSED)
    stage.until(lambda: names(panel) == ["b"])
    assert queries(stage)[-1].outcome == MISSED
    panel.filters.kinds.choose("outcome", MISSED)
    panel.filters.days.choose(1)
    stage.until(lambda: names(panel) == [])
    assert panel.state.sentence == "No calls on these days."
    panel.filters.days.choose(5)
    assert panel.filters.first.isVisible()
    panel.filters.last.setDate(panel.filters.last.date().addDays(1))
    stage.until(lambda: names(panel) == ["a", "b", "c"])


def test_filters_add_up_and_each_chip_takes_its_own_away(stage: Stage) -> None:
    panel = show(stage, *DAY)
    filters = panel.filters
    assert not filters.chips.isVisible()
    filters.kinds.choose("direction", "inbound")
    filters.kinds.choose("queue", "Sales")
    filters.kinds.choose("recorded", False)
    filters.whose.choose(1)
    stage.until(lambda: names(panel) == ["a", "c"])
    query = queries(stage)[-1]
    assert (query.direction, query.queue, query.recorded, query.extensions) == ("inbound", "Sales", False, ("101",))
    assert filters.chips.words == ["My calls", "Incoming", "Queue: Sales", "Without a recording"]
    filters.kinds.choose("direction", "outbound")
    stage.until(lambda: names(panel) == [])
    assert "Outgoing" in filters.chips.words
    assert "Incoming" not in filters.chips.words, "one of each kind"
    filters.chips.buttons[filters.chips.words.index("Outgoing")].click()
    stage.until(lambda: names(panel) == ["a", "c"])
    filters.chips.clear_all.click()
    stage.until(lambda: names(panel) == ["a", "b", "c"])
    assert not filters.chips.isVisible()


def test_the_history_begins_with_own_calls_where_the_settings_say_so(stage: Stage) -> None:
    stage.desk.settings = stage.desk.settings.with_value("window.own_calls", "true")
    panel = show(stage, *DAY)
    assert names(panel) == ["a", "c"]
    assert panel.filters.chips.words == ["My calls"]
    stage.desk.settings = stage.desk.settings.with_value("pbx.extension", "102")
    stage.publish(SettingsChanged(stage.desk.settings, "keyring"))
    stage.until(lambda: names(panel) == [])


def test_a_click_on_a_heading_sorts(stage: Stage) -> None:
    panel = show(stage, *DAY)
    header = panel.table.horizontalHeader()

    def click(column: Column) -> None:
        at = QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) // 2, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)

    click(Column.NUMBER)
    stage.until(lambda: queries(stage)[-1].sort == "number")
    click(Column.WHO)
    stage.until(lambda: queries(stage)[-1].sort == "who")


def test_a_call_that_happens_moves_neither_selection_nor_view(stage: Stage) -> None:
    many = [call(f"c{number:03}", ago=100 + number) for number in range(60)]
    panel = show(stage, *many)
    panel.table.selectRow(30)
    panel.table.scrollTo(panel.model.index(30, 0))
    top = panel.table.indexAt(QPoint(5, 5)).row()
    stage.publish(CallChanged(call("c030", ago=130, status="BUSY")), CallChanged(call("new", ago=0)))
    stage.until(lambda: names(panel)[0] == "new")
    assert [panel.model.line_at(row).record.callid for row in panel.table.selected_rows()] == ["c030"]
    assert panel.model.index(31, Column.OUTCOME).data() == "Busy"
    assert panel.table.indexAt(QPoint(5, 5)).row() in (top, top + 1)


def test_enter_dials_the_row(stage: Stage) -> None:
    panel = show(stage, *DAY)
    wanted: list[str] = []
    panel.dial_wanted.connect(wanted.append)
    panel.table.selectRow(2)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert wanted == ["0912345678"]


def test_a_double_click_dials_and_a_click_does_not(stage: Stage) -> None:
    panel = show(stage, *DAY)
    wanted: list[str] = []
    panel.dial_wanted.connect(wanted.append)
    at = panel.table.visualRect(panel.model.index(2, Column.NUMBER)).center()
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert not wanted
    QTest.mouseDClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert wanted == ["0912345678"]


def test_a_withheld_number_cannot_be_dialled(stage: Stage) -> None:
    panel = show(stage, call("a", number=WITHHELD))
    wanted: list[str] = []
    panel.dial_wanted.connect(wanted.append)
    panel.table.selectRow(0)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    menu = panel.open_menu(panel.model.index(0, 3), QPoint(0, 0))
    enabled = {action.text(): action.isEnabled() for action in menu.actions()}
    assert not enabled["Copy the number"]
    assert not wanted


def test_the_menu_offers_all_of_it(stage: Stage) -> None:
    panel = show(stage, *DAY)
    wanted: list[str] = []
    panel.dial_wanted.connect(wanted.append)
    panel.table.selectRow(2)
    menu = panel.open_menu(panel.model.index(2, 3), QPoint(0, 0))
    actions = {action.text(): action for action in menu.actions()}
    actions["Dial 0912345678"].trigger()
    assert wanted == ["0912345678"]
    actions["Copy the number"].trigger()
    assert QGuiApplication.clipboard().text() == "0912345678"
    actions["Copy the row"].trigger()
    assert "0912345678" in QGuiApplication.clipboard().text()
    actions["All calls with this number"].trigger()
    stage.until(lambda: names(panel) == ["c"])
    assert queries(stage)[-1].text == "0912345678"


def entries(panel: HistoryPanel, row: int) -> dict[str, QAction]:
    menu = panel.open_menu(panel.model.index(row, 3), QPoint(0, 0))
    return {action.text(): action for action in menu.actions() if action.isVisible()}


def test_the_menu_offers_what_someone_does(stage: Stage) -> None:
    panel = show(stage, call("a", ago=1), replace(call("b"), recording_url="https://pbx/b.wav"))
    assert not {"Open in the CRM", "Call back later"} & set(entries(panel, 0))
    wanted: list[CallRecord] = []
    panel.call_back_wanted.connect(wanted.append)
    entries(panel, 1)["Call back later"].trigger()
    assert [record.callid for record in wanted] == ["b"]
    assert not entries(panel, 0)["Play the recording"].isEnabled()


def test_a_call_is_opened_in_the_crm_where_a_rule_says_how(stage: Stage) -> None:
    opened: list[str] = []

    class FakeCrm:
        async def open(self, callid: str) -> None:
            opened.append(callid)

    stage.desk.features.crm = FakeCrm()
    panel = show(stage, call("a"))
    rule = CrmRule(url="https://crm.example.com/{phone}")
    stage.publish(SettingsChanged(replace(stage.desk.settings, crm=CrmSettings((rule,))), "keyring"))
    stage.until(lambda: "Open in the CRM" in entries(panel, 0))
    entries(panel, 0)["Open in the CRM"].trigger()
    stage.until(lambda: opened == ["a"])


def test_a_disposition_is_chosen_and_taken_back_in_the_menu(stage: Stage) -> None:
    panel = show(stage, *DAY)
    choices = entries(panel, 0)["Disposition"].menu()
    assert isinstance(choices, QMenu)
    choices.actions()[0].trigger()
    word = choices.actions()[0].text()
    stage.until(lambda: panel.model.line_at(0).disposition == word)
    assert panel.model.index(0, Column.DISPOSITION).data() == word
    again = entries(panel, 0)["Disposition"].menu()
    assert isinstance(again, QMenu)
    assert again.actions()[0].isChecked()
    again.actions()[0].trigger()
    stage.until(lambda: panel.model.line_at(0).disposition == "")
    assert [asked[2] for asked in stage.desk.asked if asked[0] == "set_disposition"] == [word, ""]


def test_the_menu_key_opens_the_current_row_s_menu_and_the_mouse_the_row_under_it(stage: Stage) -> None:
    panel = show(stage, *DAY)
    panel.table.selectRow(2)
    wanted: list[int] = []
    panel.table.menu_wanted.connect(lambda index, _: wanted.append(index.row()))
    view = panel.table.viewport()
    for reason, row in ((QContextMenuEvent.Reason.Keyboard, 0), (QContextMenuEvent.Reason.Mouse, 1)):
        at = panel.table.visualRect(panel.model.index(row, 3)).center()
        QApplication.sendEvent(view, QContextMenuEvent(reason, at, view.mapToGlobal(at)))
    assert wanted == [2, 1]


def test_rows_copy_as_text(stage: Stage) -> None:
    panel = show(stage, *DAY)
    panel.table.selectAll()
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 3
    assert lines[1].split("\t")[-1] == "Abandoned"
    assert "19002028" not in lines[0], "what is not shown is not copied"


def test_a_note_is_written_and_kept(stage: Stage) -> None:
    panel = show(stage, *DAY)
    dialog = panel._actions.write_note(panel.model.line_at(0))
    dialog.edit.setPlainText(" call back ")
    dialog.yes.click()
    stage.until(lambda: panel.model.line_at(0).note)
    assert ("set_note", "a", "call back") in stage.desk.asked
    assert panel.model.line_at(0).note == "call back"


def test_at_midnight_today_is_another_day(stage: Stage) -> None:
    panel = show(stage, *DAY)
    stage.clock.now += 86400
    panel.tick(stage.clock.now)
    stage.until(lambda: names(panel) == [])


def test_columns_are_remembered(stage: Stage) -> None:
    panel = show(stage, *DAY)
    assert panel.table.isColumnHidden(Column.DID)
    panel.table.setColumnWidth(Column.WHO, 222)
    menu = panel.table.open_column_menu(QPoint(0, 0))
    next(action for action in menu.actions() if action.text() == "DID").trigger()
    panel.keep_layout()
    again = HistoryPanel(stage.context)
    stage.show(again)
    assert again.table.columnWidth(Column.WHO) == 222
    assert not again.table.isColumnHidden(Column.DID)
    stage.settle()


@pytest.mark.parametrize("hostile", ["<b>Hoa</b>", "A & B\nC", "\u202eabc"])
def test_hostile_names_do_no_harm(stage: Stage, hostile: str) -> None:
    panel = show(stage, *DAY)
    stage.publish(CallChanged(replace(DAY[0], queue=hostile), hostile, hostile))
    stage.until(lambda: panel.model.line_at(0).name == hostile)
    assert panel.model.index(0, Column.WHO).data() == hostile
    tip = panel.model.index(0, Column.QUEUE).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip
    panel.grab()


def test_who_writes_a_note_is_waited_for_until_it_is_kept_or_left(stage: Stage) -> None:
    panel = show(stage, *DAY)
    dialog = panel._actions.write_note(panel.model.line_at(0))
    stage.until(lambda: ("note_typed", "a") in stage.desk.asked)
    dialog.edit.setPlainText("call back")
    stage.until(lambda: stage.desk.asked.count(("note_typed", "a")) == 2)
    dialog.reject()
    stage.until(lambda: ("note_left", "a") in stage.desk.asked)
    assert not any(asked[0] == "set_note" for asked in stage.desk.asked)
