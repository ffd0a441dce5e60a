"""Who waits for a call: the same calls give the same list, in whatever order they came."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.telephony.call import Call
from agent_desktop.telephony.call_back import CallBack, Claim, Plan, Scope, call_back, in_order
from agent_desktop.telephony.events import (
    AgentNoAnswer,
    CallAbandoned,
    CallAnswered,
    CallEnded,
    CallEvent,
    CallReported,
    CallRinging,
)

T = 1_760_000_000.0
KEY = "84938363739"
NOTHING = Plan()
OURS = Claim(Scope.QUEUES, frozenset({"101"}), frozenset({"999"}))
CLAIMS = [
    replace(OURS, scope=scope, queues=queues) for scope in Scope for queues in (frozenset(), frozenset({"999", "200"}))
]


def missed(at: float = 0, callid: str = "", queue: str = "999", rang: tuple[str, ...] = (), hold_s: int = 20) -> Call:
    """A caller who gave up."""
    callid = callid or f"in{at:g}"
    events: list[CallEvent] = [CallRinging(callid, "inbound", extension, "0938363739", queue) for extension in rang]
    events.append(CallAbandoned(callid, "0938363739", queue, hold_s))
    return Call.from_events((event, T + at) for event in events)


def outgoing(at: float, status: str = "ANSWER", extension: str = "102") -> Call:
    """A call of ours to the customer."""
    report = CallReported(
        f"out{at:g}", "outbound", extension, "84938363739", started=T + at, status=status, duration_s=9
    )
    return Call.of(report, T + at)


def answered(at: float, extension: str = "102") -> Call:
    """The customer called and was answered."""
    return Call.of(CallAnswered(f"yes{at:g}", "inbound", extension, "0938363739", "999"), T + at)


def found(*calls: Call, plan: Plan = NOTHING, claim: Claim = OURS, since: float = 0.0) -> CallBack:
    one = call_back(KEY, calls, plan, claim, since)
    assert one is not None
    return one


def test_calls_in_vain_are_one_call_back_that_says_how_often_and_how_long():
    one = found(missed(0, hold_s=20), missed(60, hold_s=45))
    assert one.is_open
    assert (one.missed, one.first_at, one.last_at, one.waited_s) == (2, T, T + 60, 45)
    assert (one.number, one.queue, one.callid) == ("0938363739", "999", "in60")


def test_a_call_that_rang_many_phones_counts_once():
    assert found(missed(0, rang=("101", "102", "103"))).missed == 1


@pytest.mark.parametrize("reached", [answered(90), outgoing(90), answered(60), outgoing(90, extension="101")])
def test_whoever_speaks_with_the_customer_later_closes_it(reached):
    one = found(missed(0), missed(60), reached)
    assert not one.is_open
    assert (one.closed_at, one.closed_by, one.closed_through) == (reached.started, reached.extension, reached.direction)
    assert one.missed == 2


def test_a_talk_from_before_closes_nothing_and_begins_the_count_anew():
    one = found(missed(0), answered(10), missed(60))
    assert one.is_open
    assert one.missed == 1


def test_attempts_in_vain_are_counted_and_close_nothing():
    one = found(outgoing(-5, "BUSY"), missed(0), outgoing(30, "NO ANSWER"), outgoing(50, "BUSY"))
    assert one.is_open
    assert (one.attempts, one.tried_at) == (2, T + 50)


def test_a_call_that_a_colleague_answered_was_not_missed():
    ring: list[tuple[CallEvent, float]] = [
        (CallRinging("c", "inbound", extension, "0938363739", "999"), T) for extension in ("101", "102")
    ]
    passed = (AgentNoAnswer("c", "101", "0938363739", "999"), T + 9)
    taken = (CallAnswered("c", "inbound", "102", "0938363739", "999"), T + 10)
    for events in ([*ring, passed, taken], [*ring, passed, taken, (CallEnded("c"), T + 60)]):
        assert call_back(KEY, [Call.from_events(events)], NOTHING, OURS) is None


def test_a_call_that_still_rings_is_not_missed_yet():
    ring = CallRinging("c", "inbound", "101", "0938363739", "999")
    passed = (AgentNoAnswer("c", "101", "0938363739", "999"), T + 9)
    assert call_back(KEY, [Call.from_events([(ring, T), passed])], NOTHING, OURS) is None
    assert found(Call.from_events([(ring, T), passed, (CallEnded("c"), T + 12)])).waited_s == 12


@pytest.mark.parametrize(
    ("scope", "rang_me", "my_queue", "elsewhere"),
    [(Scope.MINE, True, False, False), (Scope.QUEUES, True, True, False), (Scope.ALL, True, True, True)],
)
def test_the_scope_says_whose_missed_calls_count(scope, rang_me, my_queue, elsewhere):
    claim = replace(OURS, scope=scope)
    for call, is_ours in (
        (missed(rang=("101", "102"), queue="200"), rang_me),
        (missed(rang=("102",)), my_queue),
        (missed(queue="200"), elsewhere),
    ):
        assert (call_back(KEY, [call], NOTHING, claim) is not None) is is_ours


def test_what_is_too_old_is_forgotten_unless_the_agent_planned_it():
    assert call_back(KEY, [missed(0)], NOTHING, OURS, since=T + 1) is None
    assert found(missed(0), plan=Plan(due_at=T + 99, changed_at=T + 5), since=T + 1).due_at == T + 99


def test_done_closes_what_was_and_not_what_comes():
    plan = Plan(note="speaks Malay", due_at=T + 500, changed_at=T + 10, done_at=T + 20)
    done = found(missed(0), plan=plan)
    assert (done.is_open, done.closed_at, done.closed_through, done.note) == (False, T + 20, "", "speaks Malay")
    again = found(missed(0), missed(60), plan=plan)
    assert again.is_open
    assert (again.missed, again.note, again.due_at) == (1, "", 0)


def test_a_plan_ends_when_the_customer_is_reached():
    plan = Plan(snoozed_until=T + 5000, note="x", changed_at=T + 10)
    again = found(missed(0), answered(30), missed(60), plan=plan)
    assert (again.note, again.is_snoozed(T + 61)) == ("", False)


def test_a_snooze_holds_until_its_time_or_until_the_customer_calls_again():
    plan = Plan(snoozed_until=T + 600, changed_at=T + 10)
    one = found(missed(0), plan=plan)
    assert (one.is_snoozed(T + 599), one.is_due(T + 599)) == (True, False)
    assert (one.is_snoozed(T + 600), one.is_due(T + 600), one.is_untold(T + 600)) == (False, True, True)
    assert not found(missed(0), plan=replace(plan, told_at=T + 600)).is_untold(T + 601)
    assert found(missed(0), missed(30), plan=plan).is_due(T + 31)


def test_a_number_put_on_the_list_by_hand_waits_until_it_is_reached():
    plan = Plan("0912345678", added_at=T, changed_at=T)
    one = found(plan=plan)
    assert (one.is_open, one.number, one.missed, one.first_at) == (True, "0912345678", 0, T)
    assert found(outgoing(-1), plan=plan).is_open
    assert found(outgoing(5, "BUSY"), plan=plan).attempts == 1
    assert not found(outgoing(5), plan=plan).is_open


EVENTS: st.SearchStrategy[CallEvent] = st.one_of(
    st.builds(
        CallRinging,
        st.sampled_from("abcd"),
        st.just("inbound"),
        st.sampled_from(["101", "102"]),
        st.just("0938363739"),
        st.sampled_from(["", "999"]),
    ),
    st.builds(CallAnswered, st.sampled_from("abcd"), st.sampled_from(["inbound", "outbound"]), st.just("102")),
    st.builds(CallEnded, st.sampled_from("abcd")),
    st.builds(CallAbandoned, st.sampled_from("abcd"), st.just("0938363739"), st.just("999"), st.none()),
    st.builds(
        CallReported,
        st.sampled_from("abcd"),
        st.sampled_from(["inbound", "outbound"]),
        st.just("101"),
        st.just("84938363739"),
        started=st.none() | st.floats(T, T + 100),
        status=st.sampled_from(["ANSWER", "BUSY", "NOANSWER"]),
    ),
)
PLANS = st.builds(
    Plan,
    st.just("0938363739"),
    *(st.sampled_from([0.0, T + 10, T + 50, T + 90]) for _ in range(3)),
    note=st.just(""),
    changed_at=st.sampled_from([0.0, T + 20, T + 60]),
    done_at=st.sampled_from([0.0, T + 40]),
)


def merged(received: list[tuple[CallEvent, float]]) -> list[Call]:
    calls: dict[str, Call] = {}
    for event, at in received:
        call = Call.of(event, at)
        calls[call.callid] = calls[call.callid].merge(call) if call.callid in calls else call
    return list(calls.values())


@given(st.lists(st.tuples(EVENTS, st.floats(T, T + 100)), max_size=10), PLANS, st.sampled_from(CLAIMS), st.randoms())
def test_neither_order_nor_repeats_matter(received, plan, claim, random):
    one = call_back(KEY, merged(received), plan, claim)
    shuffled = received + [random.choice(received) for _ in received[:3]]
    random.shuffle(shuffled)
    assert call_back(KEY, merged(shuffled), plan, claim) == one
    if one is not None:
        reached = [call.started for call in merged(received) if call.was_answered] + [plan.done_at]
        assert one.is_open == all(int(at) < int(one.last_at) for at in reached)
        assert one.missed or plan.added_at


@pytest.mark.parametrize("status", ["COMPLETED", "TRANSFER", "SUCCESS"])
def test_who_was_spoken_with_need_not_be_called_back_whatever_the_word(status):
    spoken = CallReported("in0", "inbound", "101", "0938363739", started=T, status=status, duration_s=130, talk_s=120)
    assert call_back(KEY, [Call.of(spoken, T)], NOTHING, OURS) is None


def test_a_call_out_with_talk_closes_it_whatever_the_word():
    out = CallReported("out60", "outbound", "102", "0938363739", started=T + 60, status="COMPLETED", talk_s=90)
    assert not found(missed(0), Call.of(out, T + 60)).is_open


def test_a_talk_after_the_clock_was_set_back_closes_what_was_missed_before():
    in_vain, talk, again = missed(3600, "a", hold_s=20), answered(300), missed(900, "b")
    heard = {"a": 1, talk.callid: 2, "b": 3}
    one = found(*in_order((talk, in_vain), heard))
    assert (one.is_open, one.closed_at, one.last_at) == (False, T + 300, T + 299)
    one = found(*in_order((again, talk, in_vain), heard))
    assert (one.is_open, one.missed, one.first_at) == (True, 1, T + 900)


def test_a_talk_before_the_clock_was_set_back_does_not_close_what_was_missed_after():
    talk, in_vain = answered(3600), missed(300, "a")
    assert not found(talk, in_vain).is_open
    assert found(*in_order((talk, in_vain), {talk.callid: 1, "a": 2})).is_open


def test_what_the_pbx_says_of_times_stays():
    out, in_vain = outgoing(300), missed(3600, "a")
    report = CallReported("a", "inbound", "101", "0938363739", started=T + 3600, status="NOANSWER", duration_s=9)
    reported = in_vain.merge(Call.of(report, T + 3700))
    for heard in ({}, {"a": 1}, {"a": 2, out.callid: 1}):
        assert in_order((out, in_vain), heard) == (out, in_vain)
    assert in_order((out, reported), {"a": 1, out.callid: 2}) == (out, reported)


def test_a_record_that_comes_late_moves_no_call():
    report = CallReported("r", "inbound", "102", "0938363739", started=T, status="ANSWER", duration_s=60)
    talk, in_vain = Call.of(report, T + 7200), missed(3600, "a")
    assert in_order((talk, in_vain), {"a": 1, "r": 2}) == (talk, in_vain)


@given(st.lists(st.integers(0, 50), max_size=8))
def test_calls_in_order_follow_each_other_as_they_arrived(times):
    calls = [answered(at, extension=str(n)) for n, at in enumerate(times)]
    calls = [replace(call, callid=str(n)) for n, call in enumerate(calls)]
    ordered = in_order(calls, {str(n): n for n in range(len(calls))})
    for n, call in enumerate(ordered):
        assert call.started <= min(other.started for other in ordered[n:]) + 1
    if times == sorted(times):
        assert list(ordered) == calls
