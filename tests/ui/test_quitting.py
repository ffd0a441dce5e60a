from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agent_desktop.telephony.screen_pop import Card, CardState
from agent_desktop.ui.quitting import Quitting


class FakeApplication(QObject):
    """Counts how often it was quit."""

    commitDataRequest = Signal(object)  # noqa: N815 - Qt's name

    def __init__(self) -> None:
        super().__init__()
        self.quits = 0

    def quit(self) -> None:
        self.quits += 1


class FakeSession:
    def __init__(self) -> None:
        self.said: list[str] = []

    def allowsInteraction(self) -> bool:
        return True

    def cancel(self) -> None:
        self.said.append("cancel")

    def release(self) -> None:
        self.said.append("release")


@pytest.fixture
def cards() -> list[Card]:
    return [Card("c1", CardState.TALKING, 0.0)]


@pytest.fixture
def application(qapp: QApplication) -> Any:
    return FakeApplication()


@pytest.fixture
def quitting(application: Any, cards: list[Card]) -> Quitting:
    return Quitting(application, lambda: cards)


def press(qtbot: QtBot, quitting: Quitting, name: str) -> None:
    assert quitting.question is not None
    qtbot.addWidget(quitting.question)
    next(button for button in quitting.question.buttons() if button.text() == name).click()


def test_without_a_call_it_quits_at_once(quitting: Quitting, application: Any, cards: list[Card]) -> None:
    cards[:] = [Card("c1", CardState.ENDED, 0.0)]
    quitting.want()
    assert (application.quits, quitting.question) == (1, None)


def test_during_a_call_it_asks_once(qtbot: QtBot, quitting: Quitting, application: Any, cards: list[Card]) -> None:
    quitting.want()
    assert application.quits == 0
    press(qtbot, quitting, "Stay")
    assert application.quits == 0
    quitting.want()
    assert application.quits == 1, "who quits again means it"
    cards.append(Card("c2", CardState.RINGING, 0.0))
    quitting.want()
    assert application.quits == 1, "another call"
    press(qtbot, quitting, "Quit")
    assert application.quits == 2


def test_signing_out_waits_for_an_answer_once(qtbot: QtBot, quitting: Quitting, application: Any) -> None:
    session = FakeSession()
    application.commitDataRequest.emit(session)
    assert session.said == ["cancel", "release"]
    press(qtbot, quitting, "Stay")
    again = FakeSession()
    application.commitDataRequest.emit(again)
    assert again.said == []
