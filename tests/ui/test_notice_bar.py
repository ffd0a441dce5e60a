from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from agent_desktop.desk.updates import Level, Notice
from agent_desktop.ui.notice_bar import GOOD_NEWS_S, NoticeBar
from agent_desktop.ui.theme import Theme


def bar(qtbot: QtBot) -> NoticeBar:
    made = NoticeBar(Theme())
    qtbot.addWidget(made)
    return made


def titles(made: NoticeBar) -> list[str]:
    return [notice.title for notice in made.shown()]


def test_one_line_a_topic_and_the_worst_first(qtbot: QtBot) -> None:
    made = bar(qtbot)
    assert made.isHidden()
    made.show_notice(Notice("a", Level.INFO, "Fine"), 0)
    made.show_notice(Notice("b", Level.ERROR, "Broken"), 0)
    made.show_notice(Notice("c", Level.WARNING, "Slow"), 0)
    made.show_notice(Notice("c", Level.WARNING, "Slower"), 0)
    assert titles(made) == ["Broken", "Slower", "Fine"]
    assert not made.isHidden()


def test_an_empty_title_clears_the_topic(qtbot: QtBot) -> None:
    made = bar(qtbot)
    made.show_notice(Notice("a", Level.ERROR, "Broken"), 0)
    made.show_notice(Notice("a", Level.INFO, ""), 0)
    made.show_notice(Notice("never heard of", Level.INFO, ""), 0)
    assert titles(made) == []
    assert made.isHidden()


def test_more_than_three_are_counted(qtbot: QtBot) -> None:
    made = bar(qtbot)
    for topic in "abcde":
        made.show_notice(Notice(topic, Level.ERROR, topic), 0)
    assert titles(made) == ["e", "d", "c"]
    assert made._more.text() == "and 2 more"


def test_each_can_be_dismissed(qtbot: QtBot) -> None:
    made = bar(qtbot)
    made.show_notice(Notice("a", Level.ERROR, "Broken", "Mend it."), 0)
    with qtbot.waitSignal(made.dismissed) as dismissed:
        made.lines()[0].findChildren(QPushButton)[0].click()
    assert dismissed.args == ["a"]


def test_good_news_goes_by_itself_and_bad_news_does_not(qtbot: QtBot) -> None:
    made = bar(qtbot)
    gone: list[str] = []
    made.dismissed.connect(gone.append)
    made.show_notice(Notice("a", Level.INFO, "Fine"), 0)
    made.show_notice(Notice("b", Level.WARNING, "Slow"), 0)
    made.tick(GOOD_NEWS_S - 1)
    assert gone == []
    made.tick(GOOD_NEWS_S)
    assert gone == ["a"]
