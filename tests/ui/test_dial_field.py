import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from agent_desktop.desk.updates import DialPreview, DialProgress, DialStage
from agent_desktop.errors import PbxUnreachable
from agent_desktop.ui.dial_field import DialField
from agent_desktop.ui.dial_flow import OUTCOME_SHOWN_S
from agent_desktop.ui.dial_sheet import Face
from tests.ui.stage import Stage

NUMBER = "0938363739"


@pytest.fixture
def field(stage: Stage) -> DialField:
    window = QWidget()
    window.resize(800, 400)
    made = DialField(stage.context, window)
    QVBoxLayout(window).addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
    stage.show(window)
    stage.until(window.isActiveWindow)
    made.focus()
    return made


@pytest.fixture
def other(field: DialField) -> QLineEdit:
    """Something else in the window that takes the focus."""
    made = QLineEdit()
    layout = field.window().layout()
    assert layout is not None
    layout.addWidget(made)
    made.show()
    return made


def type_in(field: DialField, text: str) -> None:
    field.edit.clear()
    QTest.keyClicks(field.edit, text)


def press(field: DialField, key: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClick(field.edit, key)


def test_typing_shows_what_would_be_dialled_and_why(stage: Stage, field: DialField) -> None:
    stage.desk.previews["+84938"] = DialPreview("0938", "093 8", "national: +84 left out")
    type_in(field, "+84938")
    assert field.sheet.isVisible()
    assert field.sheet.words == "093 8 → 0938 national: +84 left out"
    stage.desk.previews["+999 1234567"] = DialPreview(problem="No country has the code after the +.")
    type_in(field, "+999 1234567")
    assert field.sheet.words == "No country has the code after the +."
    assert not stage.desk.times("dial")


def test_of_what_is_only_begun_nothing_is_said_before_enter(stage: Stage, field: DialField) -> None:
    type_in(field, "hello")
    assert not field.sheet.isVisible()
    press(field)
    assert field.sheet.face is Face.PROBLEM
    assert field.sheet.isVisible()
    QTest.keyClicks(field.edit, "o")
    assert not field.sheet.isVisible()
    assert not stage.desk.times("dial")


def test_the_sheet_goes_with_the_focus_and_comes_back_with_it(stage: Stage, field: DialField, other: QWidget) -> None:
    type_in(field, NUMBER)
    assert field.sheet.isVisible()
    other.setFocus()
    assert not field.sheet.isVisible()
    assert field.edit.text() == NUMBER
    field.focus()
    assert field.sheet.isVisible()
    assert field.sheet.face is Face.PREVIEW


def test_a_refusal_goes_with_the_focus_and_the_answer_of_the_pbx_stays(
    stage: Stage, field: DialField, other: QWidget
) -> None:
    press(field)
    assert field.sheet.words == "Type a number first."
    other.setFocus()
    assert not field.sheet.isVisible()
    type_in(field, NUMBER)
    stage.on_desk(lambda: stage.desk.hold("dial"))
    field.focus()
    press(field)
    other.setFocus()
    assert field.sheet.face is Face.SENDING
    assert field.sheet.isVisible()
    stage.on_desk(lambda: stage.desk.release("dial"))
    stage.until(lambda: field.sheet.face is Face.OUTCOME)
    field.focus()
    other.setFocus()
    assert field.sheet.isVisible(), "it goes by itself"


def test_enter_dials_and_says_what_came_of_it(stage: Stage, field: DialField) -> None:
    stage.desk.confirmed = False
    type_in(field, NUMBER)
    press(field)
    stage.until(lambda: field.sheet.face is Face.OUTCOME)
    assert stage.desk.asked == [("dial", NUMBER, False)]
    assert "did not confirm" in field.sheet.words
    assert field.edit.text() == ""
    assert field.sheet.isVisible()
    stage.steady.now += OUTCOME_SHOWN_S
    field.tick()
    assert not field.sheet.isVisible()


def test_sent_becomes_ringing_when_the_phone_does(stage: Stage, field: DialField) -> None:
    stage.open()
    type_in(field, NUMBER)
    press(field)
    stage.until(lambda: field.sheet.face is Face.OUTCOME)
    stage.publish(DialProgress(NUMBER, DialStage.RINGING))
    stage.until(lambda: "Your phone rings." in field.sheet.words)


def test_enter_twice_dials_once(stage: Stage, field: DialField) -> None:
    stage.on_desk(lambda: stage.desk.hold("dial"))
    type_in(field, NUMBER)
    press(field)
    press(field)
    field.button.click()
    field.dial(NUMBER)
    assert not field.button.isEnabled()
    assert field.edit.isReadOnly()
    assert field.sheet.face is Face.SENDING
    stage.on_desk(lambda: stage.desk.release("dial"))
    stage.until(lambda: field.sheet.face is Face.OUTCOME)
    assert field.button.isEnabled()
    assert stage.desk.times("dial") == 1


def test_the_same_number_is_not_dialled_again_within_three_seconds(stage: Stage, field: DialField) -> None:
    field.dial(NUMBER)
    stage.until(lambda: field.sheet.face is Face.OUTCOME)
    stage.steady.now += 2.9
    field.dial(NUMBER)
    assert "moment ago" in field.sheet.words
    stage.settle()
    assert stage.desk.times("dial") == 1
    stage.steady.now += 0.2
    field.dial(NUMBER)
    stage.until(lambda: stage.desk.times("dial") == 2)


def test_several_numbers_are_a_choice_and_enter_chooses_none(stage: Stage, field: DialField) -> None:
    stage.desk.previews["1 or 2"] = DialPreview(choices=(("111", "1 11"), ("222", "2 & 22")))
    type_in(field, "1 or 2")
    press(field)
    press(field)
    assert field.sheet.face is Face.CHOICES
    stage.settle()
    assert not stage.desk.times("dial")
    press(field, Qt.Key.Key_Down)
    first, second = field.sheet.buttons
    assert second.text() == "2 && 22", "an ampersand is no key"
    stage.until(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)
    stage.until(lambda: stage.desk.times("dial"))
    assert stage.desk.asked == [("dial", "222", False)]


def test_what_must_be_confirmed_is_asked_and_enter_does_not_confirm(stage: Stage, field: DialField) -> None:
    stage.desk.previews["0900"] = DialPreview("0900", "0900", "as it is", confirm="This is not a complete number.")
    type_in(field, "0900")
    press(field)
    press(field)
    assert field.sheet.face is Face.QUESTION
    assert "not a complete number" in field.sheet.words
    stage.settle()
    assert not stage.desk.times("dial")
    field.sheet.buttons[0].click()
    stage.until(lambda: stage.desk.times("dial"))
    assert stage.desk.asked == [("dial", "0900", True)]


def test_a_question_can_be_left(stage: Stage, field: DialField) -> None:
    stage.desk.previews["0900"] = DialPreview("0900", "0900", "", confirm="Sure?")
    field.dial("0900")
    field.sheet.buttons[1].click()
    assert not field.sheet.isVisible()
    stage.settle()
    assert not stage.desk.times("dial")


def test_nothing_to_dial_is_said(stage: Stage, field: DialField) -> None:
    press(field)
    assert field.sheet.words == "Type a number first."


def test_a_failed_dial_is_said_and_keeps_the_number(stage: Stage, field: DialField) -> None:
    stage.desk.failures["dial"] = PbxUnreachable()
    type_in(field, NUMBER)
    press(field)
    stage.until(lambda: field.sheet.face is Face.PROBLEM)
    assert field.sheet.words == PbxUnreachable().message
    assert field.edit.text() == NUMBER
    assert field.button.isEnabled()


def test_escape_empties_the_field_first(stage: Stage, field: DialField) -> None:
    type_in(field, NUMBER)
    press(field, Qt.Key.Key_Escape)
    assert field.edit.text() == ""
    assert not field.sheet.isVisible()


def test_the_sheet_stays_under_the_field(stage: Stage, field: DialField) -> None:
    type_in(field, NUMBER)
    window = field.window()
    window.resize(1000, 400)
    edge = field.mapTo(window, field.rect().bottomRight())
    stage.until(lambda: abs(field.sheet.geometry().right() - field.mapTo(window, field.rect().bottomRight()).x()) <= 1)
    assert field.sheet.y() > edge.y()
