import time
from dataclasses import replace

import pytest

from agent_desktop.desk.settings import PopSettings
from agent_desktop.telephony.number import DialRules
from agent_desktop.telephony.screen_pop import Card, CardState
from agent_desktop.ui.attention import Attention
from agent_desktop.ui.pop_words import card_text
from tests.ui.stage import Clock

NOON = time.mktime((2026, 11, 23, 12, 0, 0, 0, 0, -1))
CARD = Card("c1", CardState.RINGING, NOON, "inbound", "0938363739", "999", name="Hoa")


class FakePop:
    def __init__(self) -> None:
        self.shown: list[tuple[str, CardState]] = []

    def show_card(self, card: Card) -> None:
        self.shown.append((card.callid, card.state))


class Desk:
    def __init__(self) -> None:
        self.pop, self.clock = FakePop(), Clock(NOON)
        words = lambda card: card_text(card, DialRules(), self.clock())  # noqa: E731
        self.attention = Attention(self.pop, words, self.clock)  # type: ignore[arg-type]
        self.notified: list[tuple[str, str]] = []
        self.not_popped: list[tuple[str, str]] = []
        self.attention.not_popped.connect(lambda callid, why: self.not_popped.append((callid, str(why))))
        self.attention.notify.connect(lambda title, text: self.notified.append((title, text)))


@pytest.fixture
def desk(qapp: object) -> Desk:
    return Desk()


def test_a_call_pops_and_is_notified_as_the_settings_say(desk: Desk) -> None:
    assert desk.attention.show_card(CARD)
    assert desk.notified == []
    desk.attention.settings = PopSettings(notify="beside")
    assert desk.attention.show_card(replace(CARD, callid="c2"))
    assert desk.attention.show_card(replace(CARD, callid="c2", name="Hoa Nguyễn")), "known better, said once"
    assert len(desk.notified) == 1
    assert desk.notified[0][0].startswith("Hoa — Incoming")
    assert "0938 363 739" in desk.notified[0][1]
    desk.attention.settings = PopSettings(notify="instead")
    assert not desk.attention.show_card(replace(CARD, callid="c3"))
    assert len(desk.notified) == 2
    desk.attention.settings = PopSettings(enabled=False)
    assert not desk.attention.show_card(replace(CARD, callid="c4"))
    assert [callid for callid, _ in desk.pop.shown] == ["c1", "c2", "c2"]
    assert len(desk.notified) == 2


def test_a_call_that_begins_in_quiet_hours_is_not_shown_to_its_end(desk: Desk) -> None:
    desk.attention.settings = PopSettings(quiet_hours=("11:00-12:30",), notify="beside")
    assert not desk.attention.show_card(CARD)
    desk.clock.now += 3600
    assert not desk.attention.show_card(replace(CARD, state=CardState.MISSED))
    assert desk.attention.is_silenced("c1")
    assert desk.attention.show_card(replace(CARD, callid="c2"))
    assert desk.pop.shown == [("c2", CardState.RINGING)]
    assert len(desk.notified) == 1


def test_do_not_disturb_holds_until_it_is_taken_back(desk: Desk) -> None:
    said: list[bool] = []
    desk.attention.quiet_changed.connect(said.append)
    assert desk.attention.show_card(CARD)
    desk.attention.do_not_disturb(True)
    assert not desk.attention.show_card(replace(CARD, callid="c2"))
    assert desk.attention.show_card(replace(CARD, state=CardState.TALKING)), "what is shown stays true"
    desk.attention.do_not_disturb(False)
    assert desk.attention.show_card(replace(CARD, callid="c3"))
    assert said == [True, False]


def test_why_a_call_does_not_pop_is_told_once(desk: Desk) -> None:
    desk.attention.show_card(CARD)
    desk.attention.settings = PopSettings(enabled=False)
    for _ in range(2):
        desk.attention.show_card(replace(CARD, callid="off"))
    desk.attention.show_card(replace(CARD, callid="over", state=CardState.MISSED))
    desk.attention.settings = PopSettings(notify="instead")
    desk.attention.show_card(replace(CARD, callid="notified"))
    desk.attention.settings = PopSettings(quiet_hours=("11:00-12:30",))
    desk.attention.show_card(replace(CARD, callid="quiet"))
    desk.attention.do_not_disturb(True)
    desk.attention.show_card(replace(CARD, callid="undisturbed"))
    assert desk.not_popped == [(one, one) for one in ("off", "notified", "quiet", "undisturbed")]
