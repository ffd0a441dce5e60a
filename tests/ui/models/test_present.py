"""What panels that are built late are told."""

from agent_desktop.desk.updates import HistoryShrank
from agent_desktop.desk.wrap_up import WrapUp, WrapUpChanged
from agent_desktop.ui.models.present import Present


def test_the_newest_news_of_each_key_is_kept_and_what_is_fleeting_is_not() -> None:
    present = Present()
    for news in (WrapUpChanged(WrapUp("a", 1.0)), HistoryShrank(), WrapUpChanged(None)):
        present.take_in(news)
    assert present.news == {WrapUpChanged: WrapUpChanged(None)}
