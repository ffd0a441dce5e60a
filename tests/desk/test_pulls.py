"""The plan of pulls: soon at first, ever more slowly, and never without end."""

from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.desk.pulls import CUT_OFF_DELAYS_S, ENDED_DELAYS_S, PullPlan

T0 = 1_700_000_000.0


def due_times(plan: PullPlan) -> list[float]:
    """When the plan asks, if someone wakes up exactly when it wants to."""
    times = []
    while (at := plan.next_due()) is not None:
        assert plan.due(at - 0.001) == []
        times += [at for _ in plan.due(at)]
    return times


def test_a_call_is_asked_for_after_each_delay_and_then_no_more():
    plan = PullPlan()
    plan.want("c1", ENDED_DELAYS_S, T0, T0 - 60)
    at, expected = T0, []
    for delay in ENDED_DELAYS_S:
        at += delay
        expected.append(at)
    assert due_times(plan) == expected


def test_the_answer_ends_the_asking():
    plan = PullPlan()
    plan.want("c1", CUT_OFF_DELAYS_S, T0, T0)
    assert plan.due(T0 + 1) == [("c1", T0)]
    plan.got("c1")
    plan.got("never wanted")
    assert plan.next_due() is None


def test_a_second_wish_of_the_same_kind_does_not_begin_again():
    plan = PullPlan()
    plan.want("c1", ENDED_DELAYS_S, T0, T0)
    plan.due(T0 + ENDED_DELAYS_S[0])
    before = plan.next_due()
    plan.want("c1", ENDED_DELAYS_S, T0 + 5, T0)
    assert plan.next_due() == before


def test_a_cut_off_record_is_asked_for_sooner_than_a_call_that_just_ended():
    plan = PullPlan()
    plan.want("c1", ENDED_DELAYS_S, T0, T0)
    plan.want("c1", CUT_OFF_DELAYS_S, T0, T0)
    assert plan.next_due() == T0 + CUT_OFF_DELAYS_S[0]
    plan.want("c1", ENDED_DELAYS_S, T0, T0)
    assert plan.next_due() == T0 + CUT_OFF_DELAYS_S[0]


def test_what_was_missed_during_sleep_is_asked_for_once():
    plan = PullPlan()
    plan.want("c1", CUT_OFF_DELAYS_S, T0, T0)
    assert len(plan.due(T0 + 8 * 3600)) == 1
    assert plan.next_due() == T0 + 8 * 3600 + CUT_OFF_DELAYS_S[1]


def test_a_storm_of_calls_does_not_grow_without_bound():
    plan = PullPlan()
    for number in range(PullPlan.LIMIT + 10):
        plan.want(f"c{number}", ENDED_DELAYS_S, T0, T0)
    asked = [callid for callid, _ in plan.due(T0 + 60)]
    assert len(asked) == PullPlan.LIMIT
    assert "c0" not in asked
    assert f"c{PullPlan.LIMIT + 9}" in asked


def test_a_clock_that_is_set_moves_the_plan_with_it():
    plan = PullPlan()
    plan.want("c1", ENDED_DELAYS_S, T0, T0)
    plan.clock_set(-3600)
    assert plan.next_due() == T0 - 3600 + ENDED_DELAYS_S[0]


WISHES = st.lists(
    st.tuples(
        st.sampled_from(["c1", "c2", "c3"]),
        st.sampled_from([CUT_OFF_DELAYS_S, ENDED_DELAYS_S]),
        st.floats(0, 1000),
        st.booleans(),
    ),
    max_size=20,
)


@given(WISHES)
def test_whatever_is_wished_the_asking_ends_and_next_due_tells_the_truth(wishes):
    plan, now = PullPlan(), T0
    for callid, delays, after, got in wishes:
        now += after
        plan.want(callid, delays, now, now)
        if got:
            plan.got(callid)
    assert len(due_times(plan)) <= 3 * max(len(CUT_OFF_DELAYS_S), len(ENDED_DELAYS_S))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["want", "want soon", "got", "wait", "clock"]),
            st.sampled_from(["c1", "c2", "c3"]),
            st.floats(-50, 400),
        ),
        max_size=40,
    )
)
def test_what_is_due_next_is_the_earliest_of_all_plans(steps):
    plan, now = PullPlan(), T0
    for what, callid, seconds in steps:
        if what == "got":
            plan.got(callid)
        elif what == "clock":
            plan.clock_set(seconds)
            now += seconds
        elif what == "wait":
            now += abs(seconds)
            plan.due(now)
        else:
            plan.want(callid, CUT_OFF_DELAYS_S if what == "want soon" else ENDED_DELAYS_S, now, now)
        assert plan.next_due() == min((one.due for one in plan._plans.values()), default=None)


def test_the_agenda_stays_bounded_however_often_records_come_in_time():
    plan = PullPlan()
    for number in range(10 * PullPlan.LIMIT):
        plan.want(f"c{number}", ENDED_DELAYS_S, T0 + number, T0)
        plan.want("always", ENDED_DELAYS_S, T0, T0)
        plan.got("always")
        plan.got(f"c{number}")
    assert plan.next_due() is None
    assert len(plan._agenda) <= 2 * PullPlan.LIMIT
