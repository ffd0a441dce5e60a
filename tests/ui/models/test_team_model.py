from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from agent_desktop.desk.updates import TeamMember
from agent_desktop.telephony.agent import AgentStatus, StatusSource
from agent_desktop.ui.models.team_model import MEMBER_ROLE, SORT_ROLE, TeamColumn, TeamModel, summarise
from tests.ui.stage import NOW, Clock


def member(
    extension: str, status: str = "on", *, heard: float = 3, since: float = 72, queue: str = "999"
) -> TeamMember:
    known = AgentStatus(extension, status, StatusSource.API, NOW - since, NOW - heard)
    return TeamMember(known, (queue,), "0938363739" if status == "talk" else "")


def make(clock: Clock | None = None) -> TeamModel:
    model = TeamModel(lambda: frozenset({"101"}), lambda number: f"({number})", clock or Clock(NOW))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def texts(model: TeamModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in TeamColumn]


def test_a_row_says_who_does_what_and_since_when(qtbot: QtBot) -> None:
    model = make()
    model.show_members((member("101"), member("102", "talk", since=243)))
    assert texts(model, 0)[:5] == ["101 · you", "Available", "1:12", "999", ""]
    assert texts(model, 1)[:5] == ["102", "On a call", "4:03", "999", "(0938363739)"]


def test_a_status_that_grows_old_is_shown_with_its_age(qtbot: QtBot) -> None:
    clock = Clock(NOW)
    model = make(clock)
    model.show_members((member("102", heard=3, since=72), member("103", status="")))
    assert texts(model, 0)[TeamColumn.AGE] == "1:12"
    clock.now += 717
    model.tick()
    assert texts(model, 0)[TeamColumn.AGE] == "12 min ago"
    assert texts(model, 1)[1:3] == ["Unknown", "–"]


def test_a_tick_touches_what_ages_and_nothing_else(qtbot: QtBot) -> None:
    model = make()
    model.show_members((member("101"),))
    touched: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, _: touched.append((first.column(), last.column())))
    model.tick()
    assert touched == [(TeamColumn.STATUS, TeamColumn.AGE)]


def test_a_selection_survives_every_change(qtbot: QtBot) -> None:
    model = make()
    model.show_members((member("101"), member("103")))
    held = QPersistentModelIndex(model.index(1, 0))
    model.show_members((member("101"), member("102"), member("103", "talk")))
    assert held.data(MEMBER_ROLE).status.extension == "103"


def test_every_column_sorts(qtbot: QtBot) -> None:
    model = make()
    model.show_members((member("99", "off"), member("101", "talk", since=5), member("1000", "pause", since=900)))
    by = QSortFilterProxyModel()
    by.setSourceModel(model)
    by.setSortRole(SORT_ROLE)

    def order(column: TeamColumn) -> list[str]:
        by.sort(column, Qt.SortOrder.AscendingOrder)
        return [by.index(row, 0).data(MEMBER_ROLE).status.extension for row in range(3)]

    assert order(TeamColumn.MEMBER) == ["99", "101", "1000"], "extensions are numbers"
    assert order(TeamColumn.STATUS) == ["101", "1000", "99"], "the busiest first"
    assert order(TeamColumn.AGE) == ["101", "99", "1000"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["9", "99", "101", "102", "1000"]), st.sampled_from(["on", "talk", "off", "word"])
        )
    )
)
def test_the_rows_are_the_team_whatever_it_was_before(qtbot: QtBot, teams: list[dict[str, str]]) -> None:
    model = make()
    for team in teams:
        model.show_members(tuple(member(extension, status) for extension, status in team.items()))
        shown = [model.index(row, 0).data(MEMBER_ROLE).status for row in range(model.rowCount())]
        assert [(one.extension, one.status) for one in shown] == sorted(team.items(), key=lambda item: int(item[0]))


def test_queues_are_counted_and_stale_ones_are_unknown() -> None:
    both = TeamMember(member("102", "talk").status, ("Sales", "Support"))
    stale = TeamMember(member("103", "on", heard=1000).status, ("Sales",))
    found = summarise((both, stale, member("104", "wrapup", queue="Sales")), NOW)
    assert [(one.queue, one.counts) for one in found] == [
        ("Sales", Counter({"talk": 1, "": 1, "wrapup": 1})),
        ("Support", Counter({"talk": 1})),
    ]
