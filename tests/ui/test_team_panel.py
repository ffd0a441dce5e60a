import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from agent_desktop.desk.contacts import ContactsChanged
from agent_desktop.desk.updates import TeamChanged, TeamMember
from agent_desktop.errors import PbxRefused, PbxUnreachable
from agent_desktop.telephony.agent import AgentStatus, SpyMode, StatusSource
from agent_desktop.ui.models.team_model import TeamColumn
from agent_desktop.ui.queue_tiles import QueueTile
from agent_desktop.ui.team_panel import TeamPanel
from tests.ui.stage import NOW, Stage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # menus, on no screen


def member(extension: str, status: str, heard: float = 3) -> TeamMember:
    known = AgentStatus(extension, status, StatusSource.API, NOW - 60, NOW - heard)
    return TeamMember(known, ("Sales",), "0938363739" if status == "talk" else "")


TEAM = TeamChanged((member("101", "talk"), member("102", "talk"), member("103", "pause"), member("104", "on")), NOW - 5)


def show(stage: Stage, team: TeamChanged | None = TEAM) -> TeamPanel:
    stage.open(*([team] if team else []))
    panel = TeamPanel(stage.context)
    panel.resize(900, 500)
    stage.show(panel)
    stage.settle()
    return panel


def menu_of(panel: TeamPanel, row: int) -> dict[str, QMenu]:
    menu = panel.open_menu(panel.sorted.index(row, 0), QPoint(0, 0))
    assert menu is not None
    return {action.text(): action for action in menu.actions() if action.text()}  # type: ignore[misc]


def test_the_desk_keeps_the_team_fresh_only_while_it_is_seen(stage: Stage) -> None:
    panel = show(stage)
    panel.hide()
    stage.settle()
    assert stage.desk.asked == [("watch_team", True), ("watch_team", False)]


def test_the_first_look_asks_the_pbx_and_says_so(stage: Stage) -> None:
    stage.on_desk(lambda: stage.desk.hold("refresh_team"))
    stage.open()
    panel = TeamPanel(stage.context)
    stage.show(panel)
    assert panel.state.sentence == "Asking the PBX for the team…"
    stage.until(lambda: stage.desk.times("refresh_team") == 1)
    stage.publish(TEAM)
    stage.until(panel.table.isVisible)


def test_asking_for_the_team_can_be_given_up(stage: Stage) -> None:
    stage.on_desk(lambda: stage.desk.hold("refresh_team"))
    stage.open()
    panel = TeamPanel(stage.context)
    stage.show(panel)
    assert panel.state.action.text() == "Cancel"
    panel.state.action.click()
    assert panel.state.sentence == "The PBX was not asked for the team yet."
    panel.state.action.click()
    assert panel.state.action.text() == "Cancel"


def test_colleagues_have_their_names_as_soon_as_they_are_known(stage: Stage) -> None:
    panel = show(stage)
    stage.publish(ContactsChanged({"102": "Ana & Lim", "101": "Me"}))
    stage.until(lambda: panel.table.row_text(1).startswith("102 · Ana & Lim\t"))
    assert panel.table.row_text(0).startswith("101 · you\t")
    assert panel.table.row_text(2).startswith("103\t")
    assert "Dial 102 · Ana && Lim" in menu_of(panel, 1)


def test_a_team_that_cannot_be_asked_for_is_said_and_tried_again(stage: Stage) -> None:
    stage.desk.failures["refresh_team"] = PbxUnreachable()
    panel = show(stage, None)
    assert panel.state.sentence == PbxUnreachable().message
    panel.state.action.click()
    stage.until(lambda: stage.desk.times("refresh_team") == 2)


def test_an_empty_team_is_said(stage: Stage) -> None:
    panel = show(stage, TeamChanged((), NOW))
    assert panel.state.sentence == "The PBX names no queue with members."


def test_the_buttons_are_on_the_row_of_a_call_that_is_not_ours(stage: Stage) -> None:
    panel = show(stage)
    buttons = panel.table.buttons
    shown = []
    for row in range(4):
        panel.table.selectRow(row)
        shown.append(buttons.isVisible())
    assert shown == [False, True, False, False]
    panel.table.selectRow(1)
    assert buttons.y() == panel.table.visualRect(panel.sorted.index(1, 0)).y()
    buttons.buttons[SpyMode.WHISPER].click()
    stage.until(lambda: stage.desk.times("spy"))
    assert ("spy", "102", SpyMode.WHISPER) in stage.desk.asked
    stage.until(lambda: "spy" in stage.bridge.present.notices)
    assert "Your phone rings" in stage.bridge.present.notices["spy"].title


def test_the_buttons_follow_the_pointer(stage: Stage) -> None:
    panel = show(stage)
    panel.table.selectRow(3)
    view = panel.table.viewport()
    at = QPointF(panel.table.visualRect(panel.sorted.index(1, 0)).center())
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, move)
    assert panel.table.buttons.isVisible()
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert not panel.table.buttons.isVisible()


def test_the_buttons_go_when_the_call_ends(stage: Stage) -> None:
    panel = show(stage)
    panel.table.selectRow(1)
    stage.publish(TeamChanged((member("101", "on"), member("102", "on")), NOW))
    stage.until(lambda: not panel.table.buttons.isVisible())


def test_the_menu_has_every_mode_and_the_pause(stage: Stage) -> None:
    panel = show(stage)
    actions = menu_of(panel, 1)
    for name in ("Listen", "Whisper to the member", "Barge in", "Talk to the caller only", "Talk to the callee only"):
        assert actions[name].isEnabled()
    actions["Talk to the callee only"].trigger()  # type: ignore[attr-defined]
    actions["Pause"].trigger()  # type: ignore[attr-defined]
    stage.until(lambda: stage.desk.times("set_member_pause"))
    assert ("spy", "102", SpyMode.CALLEE) in stage.desk.asked
    assert ("set_member_pause", "102", True) in stage.desk.asked


def test_the_menu_offers_only_what_can_be(stage: Stage) -> None:
    panel = show(stage)
    assert not menu_of(panel, 0)["Listen"].isEnabled(), "our own call"
    assert not menu_of(panel, 3)["Listen"].isEnabled(), "no call"
    assert not menu_of(panel, 2)["Pause"].isEnabled()
    assert menu_of(panel, 2)["Release from pause"].isEnabled()
    assert not menu_of(panel, 3)["Release from pause"].isEnabled()


def test_enter_opens_the_menu_and_a_member_can_be_called(stage: Stage) -> None:
    panel = show(stage)
    wanted: list[str] = []
    panel.dial_wanted.connect(wanted.append)
    panel.table.selectRow(3)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    next(action for action in panel._menu.actions() if action.text() == "Dial 104").trigger()
    assert wanted == ["104"]


def test_a_refusal_is_a_notice(stage: Stage) -> None:
    stage.desk.failures["spy"] = PbxRefused("The PBX refused: no permission.")
    panel = show(stage)
    panel.table.selectRow(1)
    panel.table.buttons.buttons[SpyMode.LISTEN].click()
    stage.until(lambda: "spy" in stage.bridge.present.notices)
    assert stage.bridge.present.notices["spy"].title == "The PBX refused: no permission."


def test_queues_are_summed_up_and_go_stale(stage: Stage) -> None:
    panel = show(stage)
    tile = panel.tiles._tiles[0]
    assert tile.accessibleName() == "Sales: 1 Available, 2 On a call, 1 Paused"
    stage.clock.now += 1000
    panel.tick(stage.clock.now)
    assert tile.accessibleName() == "Sales: 4 Unknown"
    assert panel.table.model().index(0, TeamColumn.AGE).data() == "16 min ago"


@pytest.mark.parametrize("width", [620, 806, 900, 1200])
@pytest.mark.parametrize(("queues", "members"), [(9, 60), (6, 60), (7, 60), (4, 600)])
def test_no_figure_of_a_queue_is_cut_off(stage: Stage, queues: int, members: int, width: int) -> None:
    panel = show(stage)
    panel.resize(width, 500)
    stage.settle()
    for so_many in (6, members):  # they come to work
        crowd = (
            TeamMember(AgentStatus(f"{queue}{n:03}", status, StatusSource.API, NOW - 60, NOW), (f"queue_{queue}",))
            for queue in range(queues)
            for n in range(so_many)
            for status in [("on", "talk", "ring", "pause", "off", "dnd")[n % 6]]
        )
        stage.publish(TeamChanged(tuple(crowd), NOW))
        stage.settle()
        assert len(panel.findChildren(QueueTile)) == queues
        stage.until(lambda: all(is_whole(tile, panel.tiles.viewport()) for tile in panel.findChildren(QueueTile)))


def is_whole(tile: QueueTile, view: QWidget) -> bool:
    right = tile.mapTo(view, tile.rect().topRight()).x()
    return tile.width() >= tile.minimumSizeHint().width() and right < view.width()


def test_queues_stand_in_the_order_of_their_numbers(stage: Stage) -> None:
    known = AgentStatus("101", "on", StatusSource.API, NOW - 60, NOW)
    panel = show(stage, TeamChanged((TeamMember(known, ("queue_100", "queue_2", "queue_10", "queue_1")),), NOW))
    names = [tile.accessibleName().partition(":")[0] for tile in panel.findChildren(QueueTile)]
    assert names == ["queue_1", "queue_2", "queue_10", "queue_100"]
