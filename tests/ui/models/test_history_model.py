from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from agent_desktop.desk.updates import CallChanged
from agent_desktop.errors import AgentDesktopError, StoreFailed
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.history import MISSED, HistoryCursor, HistoryPage, HistoryQuery
from agent_desktop.ui.models.history_columns import Column, Surroundings
from agent_desktop.ui.models.history_model import FIRST_PAGE, NEXT_PAGES, HistoryModel
from agent_desktop.ui.models.paged_model import Loading
from tests.ui.stage import NOW, call


class Asked:
    def __init__(
        self,
        query: HistoryQuery,
        done: Callable[[HistoryPage], None],
        failed: Callable[[AgentDesktopError], None],
    ) -> None:
        self.query, self.done, self.failed = query, done, failed
        self.is_cancelled = False

    def cancel(self) -> None:
        self.is_cancelled = True


class Listed:
    """A model whose desk answers when the test says so."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        around = Surroundings(
            lambda number: f"({number})",
            lambda number: "Việt Nam" if number.startswith("09") else "",
            lambda: frozenset({"101"}),
            lambda: NOW,
        )
        self.model = HistoryModel(self._fetch, around)
        self.tester = QAbstractItemModelTester(self.model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    def _fetch(
        self,
        query: HistoryQuery,
        done: Callable[[HistoryPage], None],
        failed: Callable[[AgentDesktopError], None],
    ) -> Asked:
        self.asked.append(Asked(query, done, failed))
        return self.asked[-1]

    def ask(self, query: HistoryQuery, *rows: CallRecord, more: bool = False, total: int | None = None) -> None:
        self.model.ask(query)
        self.answer(*rows, more=more, total=total)

    def answer(self, *rows: CallRecord, more: bool = False, total: int | None = None) -> None:
        cursor = HistoryCursor("", len(rows), total) if more else None
        self.asked[-1].done(HistoryPage(rows, cursor, total))

    def more(self) -> None:
        self.model.fetchMore(QModelIndex())

    def callids(self) -> list[str]:
        return [self.model.line_at(row).record.callid for row in range(self.model.rowCount())]

    def text(self, row: int, column: Column) -> object:
        return self.model.index(row, column).data()


@pytest.fixture
def listed(qtbot: QtBot) -> Listed:
    return Listed()


def test_the_first_page_is_short_since_someone_waits_for_it(listed: Listed) -> None:
    listed.ask(replace(listed.model.query, text="hoa"), call("a"), more=True)
    listed.more()
    assert [asked.query.limit for asked in listed.asked] == [FIRST_PAGE, NEXT_PAGES]
    assert FIRST_PAGE < NEXT_PAGES


def test_lists_the_first_page_and_more_on_demand(listed: Listed) -> None:
    listed.ask(HistoryQuery(), call("a"), call("b"), more=True, total=3)
    assert listed.callids() == ["a", "b"]
    assert listed.model.canFetchMore(QModelIndex())
    listed.more()
    assert not listed.model.canFetchMore(QModelIndex()), "one page at a time"
    assert listed.asked[-1].query.after is not None
    listed.answer(call("b"), call("c"))
    assert listed.callids() == ["a", "b", "c"], "a call that moved is not listed twice"
    assert not listed.model.canFetchMore(QModelIndex())
    assert listed.model.total == 3


def test_a_call_that_is_known_better_changes_in_place(listed: Listed) -> None:
    listed.ask(HistoryQuery(), call("a"), call("b", status="RINGING"))
    held = QPersistentModelIndex(listed.model.index(1, 0))
    changed: list[tuple[int, int]] = []
    listed.model.dataChanged.connect(lambda first, last, _: changed.append((first.row(), last.row())))
    listed.model.upsert(CallChanged(call("b", status="ABANDON"), name="Hoa"))
    assert changed == [(1, 1)]
    assert held.row() == 1
    assert listed.text(1, Column.OUTCOME) == "Abandoned"
    assert listed.text(1, Column.WHO) == "Hoa"
    listed.model.upsert(CallChanged(call("b", status="ABANDON")))
    assert listed.text(1, Column.WHO) == "Hoa", "a name once known is not unlearnt"


def test_a_new_call_appears_where_it_belongs(listed: Listed) -> None:
    listed.ask(HistoryQuery(), call("a", ago=10), call("c", ago=30), total=2)
    listed.model.upsert(CallChanged(call("b", ago=20)))
    listed.model.upsert(CallChanged(call("new", ago=0)))
    assert listed.callids() == ["new", "a", "b", "c"]
    assert listed.model.total == 4


def test_a_new_call_beyond_the_listed_ones_waits_for_its_page(listed: Listed) -> None:
    listed.ask(HistoryQuery(), call("a", ago=10), more=True, total=5)
    listed.model.upsert(CallChanged(call("old", ago=1000)))
    assert listed.callids() == ["a"]
    assert listed.model.total == 6


@pytest.mark.parametrize(
    ("query", "record"),
    [
        (HistoryQuery(since=NOW - 50), call("x", ago=60)),
        (HistoryQuery(until=NOW - 60), call("x", ago=60)),
        (HistoryQuery(direction="outbound"), call("x")),
        (HistoryQuery(outcome=MISSED), call("x")),
        (HistoryQuery(outcome="ANSWER"), call("x", status="BUSY")),
    ],
)
def test_a_new_call_that_the_query_leaves_out_is_left_out(
    listed: Listed, query: HistoryQuery, record: CallRecord
) -> None:
    listed.ask(query, total=0)
    listed.model.upsert(CallChanged(record))
    assert listed.callids() == []
    assert listed.model.total == 0


def test_a_missed_call_appears_among_the_missed(listed: Listed) -> None:
    listed.ask(HistoryQuery(outcome=MISSED))
    listed.model.upsert(CallChanged(call("x", status="ABANDON")))
    assert listed.callids() == ["x"]


@pytest.mark.parametrize("query", [HistoryQuery(text="363"), HistoryQuery(sort="talk_s")])
def test_where_only_the_desk_can_judge_it_is_asked_again(listed: Listed, qtbot: QtBot, query: HistoryQuery) -> None:
    listed.ask(query, call("b"), call("c"), total=2)
    listed.model.upsert(CallChanged(call("a")))
    assert listed.callids() == ["b", "c"]
    qtbot.waitUntil(lambda: len(listed.asked) == 2)
    listed.answer(call("a"), call("b", status="BUSY"), call("c"), total=3)
    assert listed.callids() == ["a", "b", "c"]
    assert listed.text(1, Column.OUTCOME) == "Busy"
    assert listed.model.total == 3


def test_looking_again_is_not_lost_when_more_is_wanted_meanwhile(listed: Listed, qtbot: QtBot) -> None:
    listed.ask(HistoryQuery(text="363"), call("b"), more=True)
    listed.model.look_again()
    listed.more()
    assert listed.asked[1].is_cancelled
    listed.answer(call("c"))
    qtbot.waitUntil(lambda: len(listed.asked) == 4)
    listed.answer(call("a"), call("b"))
    assert listed.callids() == ["a", "b", "c"]


def test_what_changes_while_a_page_is_on_its_way_is_newer_than_the_page(listed: Listed) -> None:
    listed.model.ask(HistoryQuery())
    listed.model.upsert(CallChanged(call("a", status="ANSWER", ago=10)))
    listed.model.upsert(CallChanged(call("new", ago=0)))
    listed.answer(call("a", status="RINGING", ago=10))
    assert listed.callids() == ["new", "a"]
    assert listed.text(1, Column.OUTCOME) == "Answered"


def test_a_newer_question_cancels_the_older(listed: Listed) -> None:
    listed.model.ask(HistoryQuery(text="1"))
    listed.model.ask(HistoryQuery(text="12"))
    assert listed.asked[0].is_cancelled
    assert not listed.asked[1].is_cancelled


def test_the_old_rows_stay_until_the_new_are_there(listed: Listed) -> None:
    listed.ask(HistoryQuery(), call("a"))
    listed.model.ask(HistoryQuery(text="1"))
    assert listed.callids() == ["a"]
    listed.answer(call("b"))
    assert listed.callids() == ["b"]


def test_a_failure_can_be_tried_again(listed: Listed) -> None:
    listed.ask(HistoryQuery(), call("a"))
    listed.model.ask(HistoryQuery())
    listed.asked[-1].failed(StoreFailed())
    assert listed.model.loading is Loading.FAILED
    assert listed.model.error is not None
    assert listed.callids() == []
    listed.model.try_again()
    listed.answer(call("a"))
    assert listed.model.loading is Loading.IDLE
    assert listed.callids() == ["a"]


def test_a_failure_of_more_keeps_the_rows_and_asks_no_further_by_itself(listed: Listed) -> None:
    listed.ask(HistoryQuery(), call("a"), more=True)
    listed.more()
    listed.asked[-1].failed(StoreFailed())
    assert listed.callids() == ["a"]
    assert not listed.model.canFetchMore(QModelIndex())
    listed.model.try_again()
    listed.answer(call("b"))
    assert listed.callids() == ["a", "b"]


def test_waiting_can_be_given_up(listed: Listed) -> None:
    listed.model.ask(HistoryQuery())
    listed.model.cancel()
    assert listed.asked[-1].is_cancelled
    assert listed.model.loading is Loading.IDLE


def test_sorting_asks_the_desk(listed: Listed) -> None:
    listed.ask(HistoryQuery(text="1"), call("a"))
    listed.model.sort(Column.TALK, Qt.SortOrder.AscendingOrder)
    query = listed.asked[-1].query
    assert (query.sort, query.descending, query.text) == ("talk_s", False, "1")
    asked = len(listed.asked)
    listed.model.sort(Column.TALK, Qt.SortOrder.AscendingOrder)
    assert len(listed.asked) == asked, "it is in this order already"
    for column in Column:
        listed.model.sort(column, Qt.SortOrder.DescendingOrder)
    assert len({asked.query.sort for asked in listed.asked}) == len(Column)


def test_the_columns_say_what_is_known(listed: Listed) -> None:
    record = call("a", talk_s=0, hold_s=None)
    listed.ask(HistoryQuery(), replace(record, duration_s=48), replace(record, callid="b", duration_s=None, number="1"))
    texts = [listed.text(0, column) for column in Column]
    assert texts[2:] == ["Việt Nam", "(0938363739)", "Sales", "19002028", "101", "0:48", "–", "Answered", "", ""]
    assert listed.text(1, Column.WAIT) == "–"
    assert listed.text(1, Column.WHO) == "unknown"


def test_a_note_is_kept_and_told(listed: Listed) -> None:
    listed.ask(HistoryQuery(), call("a"))
    listed.model.keep_note("a", "<b>call back</b>")
    assert listed.model.line_at(0).note == "<b>call back</b>"
    tip = listed.model.index(0, Column.WHO).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;call back" in tip, "a note is never rich text"


def test_screen_readers_are_told_what_the_glyph_says(listed: Listed) -> None:
    listed.ask(HistoryQuery(), call("a", status="ABANDON"), call("b", direction="outbound"))
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [listed.model.index(row, 0).data(role) for row in (0, 1)] == ["Missed", "Outgoing"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 50))), st.booleans())
def test_whatever_comes_each_call_is_listed_once_and_in_order(
    qtbot: QtBot, changes: list[tuple[str, int]], descending: bool
) -> None:
    listed = Listed()
    listed.ask(HistoryQuery(descending=descending), total=0)
    started: dict[str, int] = {}
    for callid, ago in changes:
        started.setdefault(callid, ago)
        listed.model.upsert(CallChanged(call(callid, ago=started[callid])))
    ages = [started[callid] for callid in listed.callids()]
    assert sorted(listed.callids()) == sorted(started)
    assert ages == sorted(ages, reverse=not descending)
    assert listed.model.total == len(started)
