"""What the global keys do in the windows; who has the focus is tried on an X server, end to end."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from agent_desktop.desk.global_keys import DIAL_SELECTION, KeyPressed
from agent_desktop.desk.updates import DialPreview
from agent_desktop.telephony.screen_pop import Card, CardState
from agent_desktop.ui.dial_sheet import Face
from agent_desktop.ui.global_keys import GlobalKeys
from agent_desktop.ui.pop_window import PopWindow
from tests.ui.stage import NOW, Stage

NUMBER = "0938363739"


class Keys:
    """The keys, the pop they act on, and what was asked of it."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.pop = PopWindow(stage.theme)
        self.keys = GlobalKeys(stage.context, self.pop)
        self.asked: list[tuple[str, str]] = []
        self.pop.crm_requested.connect(lambda callid: self.asked.append(("crm", callid)))
        self.pop.dismissed.connect(lambda callid: self.asked.append(("dismiss", callid)))
        self.count = 0

    def press(self, action: str, text: str | None = None) -> None:
        self.count += 1
        self.stage.publish(KeyPressed(action, self.count, text))
        self.stage.settle()


@pytest.fixture
def keys(stage: Stage) -> Iterator[Keys]:
    stage.open()
    made = Keys(stage)
    yield made
    made.keys.close()
    made.pop.close()


def test_the_newest_card_is_meant(stage: Stage, keys: Keys) -> None:
    for action in ("open_crm", "dismiss_pop", "focus_pop"):
        keys.press(action)
    assert keys.asked == [], "there is none"
    for callid in ("c1", "c2"):
        keys.pop.show_card(Card(callid, CardState.RINGING, NOW, "inbound", NUMBER))
    keys.press("open_crm")
    keys.press("dismiss_pop")
    assert keys.asked == [("crm", "c2"), ("dismiss", "c2")]
    keys.press("focus_pop")
    assert stage.desk.asked[-1] == ("focus", int(keys.pop.winId()))


def test_what_is_selected_is_dialled_and_the_outcome_goes_away(stage: Stage, keys: Keys) -> None:
    keys.press(DIAL_SELECTION, f" {NUMBER}\n")
    popup = keys.keys.popup
    stage.until(lambda: popup.sheet.face is Face.OUTCOME)
    assert stage.desk.times("dial") == 1
    assert popup.isVisible()
    assert popup.testAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow), "another program is in front"
    assert not stage.desk.times("focus"), "nothing is asked: it wants no keyboard"
    popup._away.timeout.emit()
    assert popup.isHidden()


def test_a_wish_while_the_pbx_is_asked_is_answered_and_one_that_comes_twice_is_one(stage: Stage, keys: Keys) -> None:
    stage.desk.hold("dial")
    keys.press(DIAL_SELECTION, NUMBER)
    keys.press(DIAL_SELECTION, NUMBER)
    popup = keys.keys.popup
    assert popup.sheet.face is Face.SENDING
    keys.press(DIAL_SELECTION, "0912345678")
    assert "not answered the last dial yet" in popup.sheet.words
    stage.thread.call(lambda: stage.desk.release("dial"))
    stage.until(lambda: popup.sheet.face is Face.OUTCOME)
    assert stage.desk.times("dial") == 1


def test_the_clipboard_is_read_where_nobody_else_can(stage: Stage, keys: Keys) -> None:
    QGuiApplication.clipboard().setText(NUMBER)
    keys.press(DIAL_SELECTION)
    stage.until(lambda: stage.desk.times("dial"))


@pytest.mark.parametrize(
    ("text", "words"), [("", "Nothing is selected"), ("1" * 3000, "too long"), ("hello", "number")]
)
def test_where_nothing_can_be_dialled_that_is_said(stage: Stage, keys: Keys, text: str, words: str) -> None:
    keys.press(DIAL_SELECTION, text)
    assert words in keys.keys.popup.sheet.words
    assert keys.keys.popup.isVisible()
    assert not stage.desk.times("dial")


def test_enter_answers_the_question_with_no(stage: Stage, keys: Keys) -> None:
    stage.desk.previews["113"] = DialPreview("113", "113", "emergency", confirm="This is an emergency number.")
    keys.press(DIAL_SELECTION, "113")
    popup = keys.keys.popup
    stage.until(lambda: stage.desk.times("focus"))
    popup.focus_first()
    QTest.keyClick(popup.sheet.buttons[1], Qt.Key.Key_Return)
    assert popup.isHidden()
    assert not stage.desk.times("dial")
    keys.press(DIAL_SELECTION, "113")
    QTest.keyClick(popup.sheet.buttons[0], Qt.Key.Key_Return)
    stage.until(lambda: stage.desk.times("dial"))
    assert ("dial", "113", True) in stage.desk.asked
