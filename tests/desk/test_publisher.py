"""Watchers: told of the present first, then of everything once."""

from dataclasses import dataclass

import pytest

from agent_desktop.desk.publisher import Publisher
from agent_desktop.desk.updates import (
    AgentChanged,
    CallChanged,
    CardClosed,
    CardShown,
    Feed,
    FeedChanged,
    Level,
    News,
    Notice,
    RaiseWindow,
    Update,
)
from agent_desktop.telephony.agent import AgentStatus, Pause
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.screen_pop import Card, CardState

CARD = CardShown(Card("c1", CardState.RINGING, 0.0))
TALKING = CardShown(Card("c1", CardState.TALKING, 1.0))
FULL = Notice("store", Level.ERROR, "The disk is full.")


def watched(publisher: Publisher) -> list[Update]:
    heard: list[Update] = []
    publisher.subscribe(heard.append, is_window=True)
    return heard


def test_a_late_watcher_is_told_the_present_and_not_the_past():
    publisher = Publisher()
    watched(publisher)
    first, last = (AgentChanged(AgentStatus("101", word), Pause()) for word in ("on", "pause"))
    for update in (first, CARD, last, FeedChanged(Feed("webhook", True)), TALKING, FULL):
        publisher.publish(update)
    publisher.publish(CardShown(Card("c2", CardState.RINGING, 0.0)))
    publisher.publish(CardClosed("c2"))
    publisher.publish(CallChanged(CallRecord("c9", 0.0)))
    publisher.publish(RaiseWindow())
    assert watched(publisher) == [last, FeedChanged(Feed("webhook", True)), FULL, TALKING]


@dataclass(frozen=True)
class Shelf(News):
    """News of which there is one for each number."""

    number: int
    load: int

    @property
    def key(self) -> object:
        return (Shelf, self.number)


@dataclass(frozen=True)
class Bell(News):
    """News that nobody hears later."""

    @property
    def is_fleeting(self) -> bool:
        return True


def test_of_news_the_newest_of_each_key_is_told_later_and_what_is_fleeting_never():
    publisher = Publisher()
    heard = watched(publisher)
    news = (Shelf(1, 10), Shelf(2, 20), Bell(), Shelf(1, 11))
    for one in news:
        publisher.publish(one)
    assert heard == list(news)
    assert watched(publisher) == [Shelf(1, 11), Shelf(2, 20)]


def test_a_notice_is_told_once_until_it_says_something_else():
    publisher = Publisher()
    heard = watched(publisher)
    publisher.publish(FULL)
    publisher.publish(FULL)
    other = Notice("store", Level.ERROR, "The disk gives errors.")
    publisher.publish(other)
    publisher.publish(FULL)
    assert heard == [FULL, other, FULL]
    assert publisher.notices == (FULL,)


def test_a_notice_that_is_cleared_is_gone_and_clearing_nothing_is_silent():
    publisher = Publisher()
    heard = watched(publisher)
    clear = Notice("store", Level.INFO, "")
    publisher.publish(clear)
    publisher.publish(FULL)
    publisher.publish(clear)
    publisher.publish(clear)
    assert heard == [FULL, clear]
    assert publisher.notices == ()
    publisher.publish(FULL)
    assert heard[-1] == FULL


def test_a_watcher_that_left_is_told_nothing_even_if_it_leaves_twice_or_while_it_is_told():
    publisher = Publisher()
    heard: list[Update] = []

    def hear_once(update: Update) -> None:
        heard.append(update)
        leave()

    leave = publisher.subscribe(hear_once)
    others = watched(publisher)
    publisher.publish(CARD)
    publisher.publish(TALKING)
    leave()
    assert heard == [CARD]
    assert others == [CARD, TALKING]


def test_a_second_start_before_the_windows_is_told_to_the_first_watcher_alone():
    publisher = Publisher()
    first: list[Update] = []
    second: list[Update] = []
    parts: list[Update] = []
    publisher.subscribe(parts.append)
    publisher.publish(RaiseWindow())
    publisher.subscribe(first.append, is_window=True)
    publisher.subscribe(second.append, is_window=True)
    assert (parts, first, second) == ([RaiseWindow()], [RaiseWindow()], [])


def test_a_watcher_that_fails_keeps_no_other_from_being_told():
    publisher = Publisher()

    def fail(update: Update) -> None:
        raise LookupError

    publisher.subscribe(fail)
    heard = watched(publisher)
    parts: list[Update] = []
    publisher.subscribe(parts.append)
    with pytest.raises(LookupError):
        publisher.publish(CARD)
    assert heard == parts == [CARD]
