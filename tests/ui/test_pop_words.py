from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.telephony.events import Direction
from agent_desktop.telephony.number import DialRules
from agent_desktop.telephony.screen_pop import Card, CardState, PastCalls
from agent_desktop.ui.language import LANGUAGES, Language
from agent_desktop.ui.pop_layout import lay_out
from agent_desktop.ui.pop_look import RIGHT, PopLook
from agent_desktop.ui.pop_words import Act, CardText, act_word, card_text
from agent_desktop.ui.theme import LIGHT, POP_WIDTH
from agent_desktop.ui.wording import clock, day_and_time

NOW = 1_760_000_000.0
RULES = DialRules()
CARD = Card("c1", CardState.RINGING, NOW - 7, "inbound", "0938363739", "Sales", "19002028", name="Nguyễn Thị Hoa")
pytestmark = pytest.mark.usefixtures("qapp")


def words(card: Card, rang_at: float | None = None, has_crm: bool = False) -> CardText:
    return card_text(card, RULES, NOW, rang_at, has_crm)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    language = Language()
    language.use(code)
    try:
        yield
    finally:
        language.use("en")


def test_the_name_comes_first_then_the_number_as_people_write_it() -> None:
    text = words(CARD)
    assert (text.heading, text.title) == ("Incoming · Sales", "Nguyễn Thị Hoa")
    assert text.number == "0938 363 739"
    assert text.place.startswith("Việt Nam")
    assert text.why == ("", "to 1900 2028")


def test_the_line_of_earlier_calls_is_kept_free_until_they_are_known() -> None:
    assert words(replace(CARD, did="")).why == ("",)
    assert words(replace(CARD, did="", past=PastCalls())).why == ("First call",)
    assert words(replace(CARD, did="", state=CardState.ENDED)).why == ()
    assert words(replace(CARD, did="", number="")).why == (), "nothing is known of a number that is not there"


def test_without_a_name_the_number_is_the_title_and_is_said_once() -> None:
    text = words(replace(CARD, name=" "))
    assert (text.title, text.number) == ("0938 363 739", "")
    assert text.place


@pytest.mark.parametrize(("number", "title"), [("", "Number not known yet"), ("anonymous", "Number withheld")])
def test_a_number_that_is_not_there_has_words_and_nothing_to_copy(number: str, title: str) -> None:
    text = words(replace(CARD, name="", number=number, state=CardState.MISSED))
    assert (text.title, text.place, text.acts) == (title, "", ())


@pytest.mark.parametrize(
    ("state", "direction", "more", "heading"),
    [
        (CardState.RINGING, "inbound", {"queue": "200"}, "Incoming · queue 200"),
        (CardState.DIALLING, "outbound", {"queue": ""}, "Calling"),
        (CardState.TALKING, "inbound", {}, "On a call · Sales"),
        (CardState.ANSWERED_ELSEWHERE, "inbound", {"answered_by": "102"}, "Answered by 102 · Sales"),
        (
            CardState.TRANSFERRED,
            "inbound",
            {"answered_by": "102", "answered_name": "Ana"},
            "Transferred to Ana · Sales",
        ),
        (CardState.ANSWERED_ELSEWHERE, "inbound", {}, "Answered by a colleague · Sales"),
        (CardState.TRANSFERRED, "inbound", {"answered_by": "103", "queue": ""}, "Transferred to 103"),
        (CardState.TRANSFERRED, "inbound", {"queue": ""}, "Transferred"),
        (CardState.STOPPED_RINGING, "inbound", {"queue": ""}, "Stopped ringing here"),
        (CardState.MISSED, "inbound", {}, "Missed · Sales"),
        (CardState.NOT_REACHED, "outbound", {"status": "BUSY", "queue": ""}, "Not reached · Busy"),
        (CardState.NOT_REACHED, "outbound", {"status": "ENDED", "queue": ""}, "Not reached"),
        (CardState.ENDED, "inbound", {"talk_s": 161, "queue": ""}, "Ended · 2:41"),
        (CardState.LOST, "inbound", {"queue": ""}, "No news from the PBX"),
    ],
)
def test_headings(state: CardState, direction: Direction, more: dict[str, object], heading: str) -> None:
    assert words(replace(CARD, state=state, direction=direction, **more)).heading == heading  # type: ignore[arg-type]


def test_the_clock_runs_while_the_call_does_and_then_says_when() -> None:
    assert (words(CARD).started, words(CARD).clock) == (NOW - 7, "")
    over = words(replace(CARD, state=CardState.ENDED))
    assert (over.started, over.clock) == (None, f"at {clock(NOW - 7)}"), "told apart from a timer"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("state", [state for state in CardState if state.is_final])
def test_when_it_was_has_room_beside_a_long_heading(code: str, state: CardState) -> None:
    with speaking(code):
        text, look = words(replace(CARD, state=state, queue="Q" * 90)), PopLook(LIGHT)
    made = lay_out(look, state, text, is_noting=False)
    heading = made.runs[0]
    assert made.clock_box.right() < POP_WIDTH - RIGHT
    assert made.clock_box.width() >= look.clock.width(text.clock)
    assert heading.x + look.heading.width(heading.text) < made.clock_box.left()


def test_how_long_it_rang_here() -> None:
    missed = replace(CARD, state=CardState.MISSED, since=NOW)
    assert words(missed, rang_at=NOW - 48).why == ("Waited 48 s · to 1900 2028",)
    for state in (CardState.ANSWERED_ELSEWHERE, CardState.STOPPED_RINGING):
        silent = replace(CARD, state=state, since=NOW)
        assert words(silent, rang_at=NOW - 6).why[0] == "Rang here 6 s · to 1900 2028"
    assert words(missed).why == words(missed, rang_at=NOW).why == ("to 1900 2028",)


@pytest.mark.parametrize(
    ("past", "said"),
    [
        (PastCalls(), "First call"),
        (PastCalls(2, 9, NOW - 60, "inbound", "NOANSWER"), "3rd call this week · last {}, missed"),
        (PastCalls(0, 9, NOW - 60, "outbound", "ANSWER"), "Last call {}"),
        (PastCalls(1, 1), "2nd call this week"),
    ],
)
def test_earlier_calls(past: PastCalls, said: str) -> None:
    expected = said.format(day_and_time(NOW - 60, NOW))
    assert words(replace(CARD, past=past)).why == (expected, "to 1900 2028")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("status", ["ANSWER", "NOANSWER", "ABANDON", "BUSY"])
@pytest.mark.parametrize("days", [0, 1, 4, 6, 7, 40, 400])
@pytest.mark.parametrize("this_week", [0, 2])
def test_earlier_calls_have_room_on_the_card(code: str, status: str, days: int, this_week: int) -> None:
    with speaking(code):
        text = words(replace(CARD, past=PastCalls(this_week, 9, NOW - days * 86_400, "inbound", status)))
    assert not lay_out(PopLook(LIGHT), CardState.RINGING, text, is_noting=False).is_cut, text.why[0]


def test_what_can_be_done() -> None:
    assert words(CARD).acts == (Act.COPY, Act.NOTE)
    assert words(CARD, has_crm=True).acts == (Act.OPEN_CRM, Act.COPY, Act.NOTE)
    assert words(CARD, has_crm=True).main_act is Act.OPEN_CRM
    missed = words(replace(CARD, state=CardState.MISSED), has_crm=True)
    assert (missed.main_act, missed.acts) == (Act.CALL_BACK, (Act.CALL_BACK, Act.OPEN_CRM, Act.COPY))
    for state in (CardState.ANSWERED_ELSEWHERE, CardState.STOPPED_RINGING):
        assert words(replace(CARD, state=state), has_crm=True).acts == ()
    assert words(CARD).main_act is None


def test_words_on_buttons() -> None:
    assert act_word(Act.CALL_BACK, CardState.MISSED) == "Call back"
    assert act_word(Act.CALL_BACK, CardState.NOT_REACHED) == "Call again"
    assert act_word(Act.OPEN_CRM, CardState.RINGING) == "Open CRM"


def test_all_of_it_is_said_to_those_who_do_not_see_it() -> None:
    said = words(replace(CARD, tag="VIP", note="asked for an invoice", past=PastCalls())).spoken()
    assert said.startswith("Incoming · Sales. Nguyễn Thị Hoa. VIP. 0938 363 739. Việt Nam")
    assert said.endswith("First call. to 1900 2028. “asked for an invoice”")


@given(st.text(), st.text(), st.text())
def test_others_texts_stay_on_their_line_and_turn_nothing_around(name: str, tag: str, queue: str) -> None:
    text = words(replace(CARD, name=name, tag=tag, queue=queue))
    for line in (text.title, text.tag, text.heading):
        assert line.isprintable()
        assert len(line) < 300
    assert text.title


def test_markup_in_a_name_is_only_text() -> None:
    assert words(replace(CARD, name="<b>An</b>\u202e\n&amp;")).title == "<b>An</b> &amp;"


def test_the_wrap_up_counts_down_and_offers_what_belongs_to_it() -> None:
    card = replace(CARD, state=CardState.ENDED, wrap_up_until=NOW + 24, disposition="Solved", note="sent the bill")
    text = words(card)
    assert text.heading == "Wrap-up · Sales"
    assert text.acts == (Act.DONE, Act.EXTEND, Act.DISPOSITION, Act.NOTE)
    assert text.main_act is Act.DONE
    assert (text.note, text.note_word) == ("Solved", "sent the bill")
    assert words(replace(card, note="")).note_word == "Add a note…"
    assert [text.clock_at(NOW + second) for second in (0, 1, 23, 30)] == ["0:24", "0:23", "0:01", "0:00"]


def test_a_wrap_up_that_is_over_is_not_shown() -> None:
    for until in (0.0, NOW - 1):
        text = words(replace(CARD, state=CardState.ENDED, wrap_up_until=until))
        assert text.heading == "Ended · Sales"
        assert Act.DONE not in text.acts
    assert words(replace(CARD, wrap_up_until=NOW + 24)).heading == "Incoming · Sales", "the call itself comes first"


def test_a_customer_with_a_page_is_opened_in_the_crm_without_a_rule() -> None:
    assert Act.OPEN_CRM not in words(CARD).acts
    assert Act.OPEN_CRM in words(replace(CARD, link="https://crm.example.com/7")).acts
