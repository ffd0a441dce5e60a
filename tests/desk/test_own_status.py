"""Statuses and own pause, apart from the session."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.desk.own_status import ASK_AFTER_S, GIVE_UP_AFTER_S, NOT_CONFIRMED, OwnStatus
from agent_desktop.telephony.agent import PausePhase, StatusSource

T0 = 1_700_000_000.0
WEBHOOK, API = StatusSource.WEBHOOK, StatusSource.API


def heard(status: str, at: float = T0) -> OwnStatus:
    own = OwnStatus("101")
    own.hear("101", status, WEBHOOK, at)
    return own


def test_a_colleagues_status_says_nothing_about_the_own_pause():
    own = heard("on")
    own.request(True, "Lunch", T0)
    assert not own.hear("102", "pause", WEBHOOK, T0 + 1)
    assert own.pause.phase is PausePhase.REQUESTED
    assert own.of("102").status == "pause"
    assert own.of("199").status == ""


def test_asking_grows_slower_and_ends_in_words_for_people():
    own = heard("on")
    own.request(True, "Lunch", T0)
    asked = []
    while (due := own.next_due()) is not None:
        ask, changed = own.tick(due)
        asked += [due - T0] if ask else []
        if changed:
            break
    assert asked == list(ASK_AFTER_S)
    assert (own.pause.phase, own.pause.refusal, own.pause.at) == (
        PausePhase.REFUSED,
        NOT_CONFIRMED,
        T0 + GIVE_UP_AFTER_S,
    )
    assert own.next_due() is None


def test_the_pbx_words_of_a_refusal_are_kept_with_what_was_wanted():
    own = heard("on")
    own.request(True, "Lunch", T0)
    own.refuse("Extension 101 is in no queue.", T0 + 1)
    assert (own.pause.wanted, own.pause.reason, own.pause.refusal) == (True, "Lunch", "Extension 101 is in no queue.")


def test_a_pause_that_comes_true_after_it_was_given_up_counts_with_its_reason():
    own = heard("on")
    own.request(True, "Lunch", T0)
    own.refuse(NOT_CONFIRMED, T0 + GIVE_UP_AFTER_S)
    own.hear("101", "pause", WEBHOOK, T0 + 20)
    assert (own.pause.phase, own.pause.reason, own.pause.refusal) == (PausePhase.CONFIRMED, "Lunch", "")


def test_an_unpause_that_comes_true_late_is_no_refusal_any_more():
    own = heard("pause")
    own.request(False, "", T0)
    own.refuse(NOT_CONFIRMED, T0 + GIVE_UP_AFTER_S)
    own.hear("101", "on", WEBHOOK, T0 + 20)
    assert own.pause.phase is PausePhase.NONE


@pytest.mark.parametrize("busy", ["ring", "talk"])
def test_a_call_during_a_pause_does_not_end_it(busy):
    own = heard("on")
    own.request(True, "Lunch", T0)
    own.hear("101", "pause", WEBHOOK, T0 + 1)
    own.hear("101", busy, WEBHOOK, T0 + 2)
    assert own.pause.phase is PausePhase.CONFIRMED
    own.hear("101", "pause", WEBHOOK, T0 + 30)
    assert own.pause.phase is PausePhase.CONFIRMED
    assert own.pause.reason == "Lunch"
    own.hear("101", "on", WEBHOOK, T0 + 40)
    assert own.pause.phase is PausePhase.NONE


@pytest.mark.parametrize("busy", ["ring", "talk"])
def test_an_unpause_asked_for_in_a_call_is_not_confirmed_by_the_call(busy):
    own = heard("pause")
    own.hear("101", busy, WEBHOOK, T0 + 1)
    own.request(False, "", T0 + 2)
    own.hear("101", busy, API, T0 + 4)
    assert own.pause.phase is PausePhase.REQUESTED
    assert own.tick(T0 + 300) == (True, False)


def test_a_second_request_takes_the_place_of_the_first():
    own = heard("on")
    own.request(True, "Lunch", T0)
    own.tick(T0 + 3)
    own.request(False, "", T0 + 4)
    assert (own.pause.phase, own.pause.wanted) == (PausePhase.REQUESTED, False)
    assert own.next_due() == T0 + 4 + ASK_AFTER_S[0]


def test_extensions_without_end_do_not_fill_the_memory():
    own = OwnStatus("101")
    for number in range(OwnStatus.LIMIT + 5):
        own.hear(f"x{number}", "on", WEBHOOK, T0)
    assert own.of(f"x{OwnStatus.LIMIT + 4}").status == ""
    assert own.of("x1").status == "on"


def test_the_own_status_is_heard_however_many_others_were():
    own = OwnStatus("101")
    for number in range(OwnStatus.LIMIT):
        own.hear(f"x{number}", "on", WEBHOOK, T0)
    own.hear("101", "talk", WEBHOOK, T0)
    assert own.own.status == "talk"


STEPS = st.one_of(
    st.tuples(st.just("hear"), st.sampled_from(["on", "off", "pause", "ring", "talk", "odd"])),
    st.tuples(st.just("request"), st.booleans()),
    st.tuples(st.just("refuse"), st.just("No.")),
    st.tuples(st.just("wait"), st.floats(0, 40)),
)


@given(st.lists(STEPS, max_size=30))
def test_whatever_happens_a_request_does_not_stay_open_on_an_idle_phone(steps):
    own, now = OwnStatus("101"), T0
    for kind, value in steps:
        now += 0.5
        match kind:
            case "hear":
                own.hear("101", value, WEBHOOK, now)
            case "request":
                own.request(value, "", now)
            case "refuse" if own.pause.phase is PausePhase.REQUESTED:
                own.refuse(value, now)
            case "wait":
                now += value
                own.tick(now)
    own.hear("101", "on", WEBHOOK, now + 1)
    for _ in range(5):
        due = own.next_due()
        if due is None:
            break
        own.tick(max(due, now))
    assert own.next_due() is None
    assert own.pause.phase is not PausePhase.REQUESTED


def test_a_pause_that_waited_behind_a_call_has_its_time_once_the_call_is_over():
    own = heard("talk")
    own.request(True, "Lunch", T0)
    for after in (2, 5, 10, 60):
        own.tick(T0 + after)
    own.hear("101", "on", WEBHOOK, T0 + 300)
    assert own.pause.phase is PausePhase.REQUESTED
    assert own.next_due() == T0 + 300 + ASK_AFTER_S[0]
    assert own.tick(T0 + 302) == (True, False)
    own.hear("101", "pause", WEBHOOK, T0 + 303)
    assert (own.pause.phase, own.pause.reason) == (PausePhase.CONFIRMED, "Lunch")


@pytest.mark.parametrize(("theirs", "phase"), [("", PausePhase.NONE), ("on", PausePhase.NONE), ("pause", "confirmed")])
def test_another_extension_does_not_inherit_the_pause(theirs, phase):
    own = heard("pause")
    if theirs:
        own.hear("102", theirs, WEBHOOK, T0)
    own.extension = "101"
    assert own.pause.phase is PausePhase.CONFIRMED
    own.extension = "102"
    assert own.pause.phase == phase


def test_a_clock_that_is_set_back_a_little_makes_no_status_newer_than_the_next():
    own = heard("on")
    own.clock_set(-30)
    own.hear("101", "ring", WEBHOOK, T0 - 29)
    assert own.own.status == "ring"
    assert own.own.age(T0 - 28) == 1


def test_since_when_is_as_little_known_after_the_clock_was_set():
    own = OwnStatus("101")
    own.hear("101", "on", API, T0)
    own.clock_set(3600)
    assert own.own.since == 0


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        (["pause"], [], "Lunch"),
        ([], ["talk", "pause"], "Lunch"),
        ([], ["on", "pause"], ""),
        (["on"], ["pause"], ""),
    ],
)
def test_a_pause_of_the_run_before_is_the_one_that_the_pbx_tells_of_first(before, after, reason):
    own = OwnStatus("101")
    for status in before:
        own.hear("101", status, API, T0)
    own.recall("Lunch", T0 - 600)
    for number, status in enumerate(after, 1):
        own.hear("101", status, WEBHOOK, T0 + number)
    assert (own.pause.phase, own.pause.reason) == (PausePhase.CONFIRMED, reason)
    assert not reason or own.pause.at == T0 - 600


def test_what_is_asked_for_now_is_not_the_pause_of_the_run_before():
    own = OwnStatus("101")
    own.recall("Lunch", T0 - 600)
    own.request(True, "Break", T0)
    own.hear("101", "pause", WEBHOOK, T0 + 1)
    assert own.pause.reason == "Break"
