"""The heart of the product: the same events give the same call, whatever their order, repeats and cuts."""

from dataclasses import fields, replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.telephony.call import ABANDONED, ANSWERED, ENDED, NO_ANSWER, RINGING, Call
from agent_desktop.telephony.events import (
    WITHHELD,
    AgentNoAnswer,
    CallAbandoned,
    CallAnswered,
    CallEnded,
    CallEvent,
    CallReported,
    CallRinging,
)

EXTENSIONS = st.sampled_from(["", "101", "102", "103"])
NUMBERS = st.sampled_from(["", WITHHELD, "0938363739", "09383", "84938363739"])
QUEUES = st.sampled_from(["", "999", "200"])
DIDS = st.sampled_from(["", "19002028"])
DIRECTIONS = st.sampled_from(["", "inbound", "outbound"])
SECONDS = st.none() | st.integers(0, 5000)
CALLID = "c1"

EVENTS: st.SearchStrategy[CallEvent] = st.one_of(
    st.builds(CallRinging, st.just(CALLID), DIRECTIONS, EXTENSIONS, NUMBERS, QUEUES, DIDS),
    st.builds(CallAnswered, st.just(CALLID), DIRECTIONS, EXTENSIONS, NUMBERS, QUEUES, DIDS),
    st.builds(CallEnded, st.just(CALLID)),
    st.builds(
        CallReported,
        st.just(CALLID),
        DIRECTIONS,
        EXTENSIONS,
        NUMBERS,
        QUEUES,
        DIDS,
        started=st.none() | st.floats(1e9, 1.1e9),
        status=st.sampled_from(["", "ANSWER", "BUSY", "NOANSWER", "CANCEL", "WEIRD"]),
        duration_s=SECONDS,
        talk_s=SECONDS,
        hold_s=SECONDS,
        recording_url=st.sampled_from(["", "https://pbx/r.wav", "https://pbx/r"]),
        complete=st.booleans(),
        from_api=st.booleans(),
    ),
    st.builds(CallAbandoned, st.just(CALLID), NUMBERS, QUEUES, SECONDS),
    st.builds(AgentNoAnswer, st.just(CALLID), EXTENSIONS, NUMBERS, QUEUES),
)
RECEIVED = st.lists(st.tuples(EVENTS, st.floats(1e9, 1e9 + 1000)), min_size=1, max_size=7)


@given(RECEIVED, st.randoms())
def test_any_order_and_any_repeats_give_the_same_call(received, random):
    shuffled = received + [random.choice(received) for _ in range(random.randrange(5))]
    random.shuffle(shuffled)
    assert Call.from_events(shuffled) == Call.from_events(received)


@given(RECEIVED, RECEIVED, RECEIVED)
def test_merge_is_associative_commutative_and_idempotent(a, b, c):
    x, y, z = (Call.from_events(events) for events in (a, b, c))
    assert x.merge(y).merge(z) == x.merge(y.merge(z))
    assert x.merge(y) == y.merge(x)
    assert x.merge(x) == x


@given(RECEIVED, st.data())
def test_an_event_cut_off_after_any_field_adds_nothing_false(received, data):
    """A cut-off copy of an event that was also received whole changes nothing that the whole one said."""
    event, at = data.draw(st.sampled_from(received))
    names = [f.name for f in fields(event) if f.name not in ("callid", "complete", "from_api")]
    kept = data.draw(st.integers(0, len(names)))
    empty = {name: None if name in ("started", "duration_s", "talk_s", "hold_s") else "" for name in names[kept:]}
    cut = replace(event, **empty)
    if isinstance(cut, CallReported):
        cut = replace(cut, complete=False, from_api=False)
    assert Call.from_events([*received, (cut, at)]) == Call.from_events(received)


@given(RECEIVED)
def test_no_known_fact_is_ever_lost(received):
    call = Call.from_events(received)
    for event, _ in received:
        for name in ("number", "queue", "did"):
            if getattr(event, name, ""):
                assert getattr(call, name)


RING_ALL: list[tuple[CallEvent, float]] = [
    (CallRinging(CALLID, "inbound", "101", "0938363739", "999", "1900"), 10.00),
    (CallRinging(CALLID, "inbound", "102", "0938363739", "999", "1900"), 10.01),
    (CallRinging(CALLID, "inbound", "101", "0938363739", "999", "1900"), 15.00),
    (CallAnswered(CALLID, "inbound", "102", "0938363739", "999", "1900"), 16.0),
    (CallEnded(CALLID), 60.0),
]


def test_every_order_of_a_ring_all_call_gives_the_same_row():
    rows = {Call.from_events(order).record() for order in permutations(RING_ALL)}
    assert len(rows) == 1
    row = rows.pop()
    assert (row.extension, row.status, row.queue, row.did, row.number) == ("102", ANSWERED, "999", "1900", "0938363739")


def test_a_transfer_belongs_to_the_extension_that_has_the_call():
    call = Call.from_events(
        [
            (CallRinging(CALLID, "inbound", "101"), 1.0),
            (CallAnswered(CALLID, "inbound", "101"), 3.0),
            (CallRinging(CALLID, "inbound", "102"), 50.0),
            (CallAnswered(CALLID, "inbound", "102"), 55.0),
        ]
    )
    assert call.answered_by == "102"
    assert call.answered_at == 3.0
    assert call.extension == "102"


def test_the_record_of_the_api_wins_over_everything_and_fills_what_it_leaves_open():
    pushed = CallReported(CALLID, "inbound", "101", "0938", started=5.0, status="NOANSWER", duration_s=9, did="1900")
    pulled = CallReported(CALLID, "inbound", "102", "0938363739", started=7.0, status="ANSWER", talk_s=4, from_api=True)
    row = Call.from_events([(pulled, 2.0), (pushed, 1.0)]).record()
    assert (row.extension, row.number, row.started, row.status) == ("102", "0938363739", 7.0, "ANSWER")
    assert (row.duration_s, row.talk_s, row.did) == (9, 4, "1900")


def test_a_cut_off_record_never_beats_a_live_event():
    whole = CallRinging(CALLID, "inbound", "101", "0938363739")
    cut = CallReported(CALLID, number="093836373", status="ANS", complete=False)
    call = Call.from_events([(whole, 1.0), (cut, 2.0)])
    assert call.number == "0938363739"
    assert not call.is_over
    assert call.status == RINGING


@pytest.mark.parametrize(
    ("events", "status", "over"),
    [
        ([CallRinging(CALLID, "inbound", "101")], RINGING, False),
        ([CallAnswered(CALLID, "inbound", "101")], ANSWERED, False),
        ([CallRinging(CALLID, "inbound", "101"), CallEnded(CALLID)], ENDED, True),
        ([CallAnswered(CALLID, "inbound", "101"), CallEnded(CALLID)], ANSWERED, True),
        ([AgentNoAnswer(CALLID, "101"), CallEnded(CALLID)], NO_ANSWER, True),
        ([AgentNoAnswer(CALLID, "101")], NO_ANSWER, False),
        ([AgentNoAnswer(CALLID, "101"), CallRinging(CALLID, "inbound", "102")], RINGING, False),
        ([CallRinging(CALLID, "inbound", "101"), CallAbandoned(CALLID, hold_s=48)], ABANDONED, True),
        ([CallReported(CALLID, status="BUSY", duration_s=3), CallAnswered(CALLID)], "BUSY", True),
        ([CallReported(CALLID, status="Ngắt máy", duration_s=3)], "Ngắt máy", True),
    ],
)
def test_status(events, status, over):
    call = Call.from_events([(event, float(at)) for at, event in enumerate(events)])
    assert (call.status, call.is_over) == (status, over)


def test_a_known_number_beats_a_withheld_one():
    call = Call.from_events([(CallRinging(CALLID, number=WITHHELD), 1.0), (CallRinging(CALLID, number="113"), 2.0)])
    assert call.number == "113"


def test_two_different_calls_are_not_merged():
    with pytest.raises(ValueError, match="different"):
        Call("a", 1.0).merge(Call("b", 1.0))


@pytest.mark.parametrize(
    ("word", "talk_s", "status"),
    [
        ("COMPLETED", 55, ANSWERED),
        ("COMPLETED", 0, "COMPLETED"),
        ("COMPLETED", None, "COMPLETED"),
        ("BUSY", 3, "BUSY"),
        (ABANDONED, 3, ABANDONED),
    ],
)
def test_an_unknown_word_of_a_record_means_answered_where_someone_spoke(word, talk_s, status):
    told = CallReported(CALLID, "inbound", "101", "0938363739", started=1.0, status=word, talk_s=talk_s)
    call = Call.of(told, 2.0)
    assert (call.status, call.record().status) == (status, status)
    assert (call.answered_by == "101") == call.was_answered == (status == ANSWERED)


def test_an_unknown_word_takes_no_answer_back_that_was_seen():
    answered = CallAnswered(CALLID, "inbound", "101", "0938363739")
    told = CallReported(CALLID, "inbound", "101", "0938363739", started=1.0, status="COMPLETED")
    assert Call.from_events([(told, 9.0), (answered, 2.0)]).was_answered
