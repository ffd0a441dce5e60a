"""The list of call-backs as a table: rows that come, go and change, and what each says."""

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from agent_desktop.ui.models.call_back_model import (
    CALL_BACK_ROLE,
    CallBackColumn,
    CallBackModel,
    CallBackWords,
    state_words,
)
from agent_desktop.ui.wording import clock
from tests.ui.call_backs_fake import BY_HAND, DONE, HOA, LATER, OVERDUE, REACHED, SNOOZED, UNKNOWN, WAITING
from tests.ui.stage import NOW


@pytest.fixture
def model(qapp) -> CallBackModel:
    made = CallBackModel(CallBackWords(str, lambda number: "Việt Nam", lambda: NOW))
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def rows(model: CallBackModel):
    return [model.index(row, 0).data(CALL_BACK_ROLE) for row in range(model.rowCount())]


def test_any_list_follows_any_other(model):
    shuffled = random.Random(4)
    for _ in range(60):
        wanted = [replace(one, missed=shuffled.randrange(3)) for one in shuffled.sample(WAITING, shuffled.randrange(7))]
        model.show(tuple(wanted))
        assert sorted(rows(model), key=lambda one: one.canonical) == sorted(wanted, key=lambda one: one.canonical)


def test_a_row_stays_where_it_is_while_others_change(model):
    model.show((HOA, OVERDUE))
    kept = model.index(1, 0)
    model.show((replace(OVERDUE, attempts=9), UNKNOWN, replace(HOA, missed=4)))
    assert kept.data(CALL_BACK_ROLE).attempts == 9
    assert rows(model)[0].missed == 4


def test_what_each_column_says(model):
    model.show((HOA, BY_HAND))
    said = [model.index(0, column).data() for column in CallBackColumn]
    assert said == [
        "Waits 25 min",
        "Nguyễn Thị Hoa",
        "0938363739",
        "3×",
        clock(NOW - 240),
        "Sales",
        "0:48",
        "1×",
        HOA.note,
    ]
    by_hand = [model.index(1, column).data() for column in CallBackColumn]
    assert by_hand[1:5] == ["Việt Nam", "0900000003", "–", f"added {clock(NOW - 50)}"]
    assert model.headerData(CallBackColumn.MISSED, Qt.Orientation.Horizontal) == "Called"


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (LATER, f"Due {clock(NOW + 5400)}"),
        (OVERDUE, f"Due since {clock(NOW - 300)}"),
        (SNOOZED, f"Until {clock(NOW + 3600)}"),
        (REACHED, "Called back by 102"),
        (replace(REACHED, closed_through="inbound"), "Answered by 102"),
        (DONE, f"Done {clock(NOW - 9500)}"),
    ],
)
def test_the_state_in_words(qapp, one, words):
    assert state_words(one, NOW) == words
