import pytest

from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import CallEnded, CallReported, CallRinging
from agent_desktop.telephony.latency import EDGES_MS, LatencyFigures, LatencyReceipt, Percentiles
from agent_desktop.telephony.pop_audit import Audit, Outcome, Ringing, Span, SpanKind, Why, audit

AT = 1_760_000_000.0
PROGRAM = Span(SpanKind.PROGRAM, AT - 3600, AT + 3600)
WEBHOOK = Span(SpanKind.WEBHOOK, AT - 3600, AT + 3600)
POLL = Span(SpanKind.POLL, AT - 3600, AT + 3600)
RECORD = (CallReported("c1", "inbound", "101", "0938363739", started=AT, status="NOANSWER", duration_s=20), AT + 60)
RANG = (CallRinging("c1", "inbound", "101", "0938363739"), AT + 0.2)
RANG_ANOTHER = (CallRinging("c1", "inbound", "102", "0938363739"), AT + 0.2)
ENDED = (CallEnded("c1"), AT + 20)


def ringing(*events, outcome=None, after_ms=0.0):
    call = Call.from_events(events)
    return Ringing(call.record(), "Ana", call, outcome, after_ms)


def only(one: Ringing, *spans: Span, unnamed=()) -> Why:
    found = audit([one], ("101",), spans, unnamed)
    assert (found.rang, found.popped) == (1, 0)
    (missed,) = found.missed
    assert (missed.record.callid, missed.name) == ("c1", "Ana")
    return missed.why


@pytest.mark.parametrize(
    ("spans", "events", "why"),
    [
        ((), (RECORD,), Why.NOT_RUNNING),
        ((Span(SpanKind.PROGRAM, AT - 60, AT - 1), Span(SpanKind.PROGRAM, AT + 1, AT + 9)), (RECORD,), Why.NOT_RUNNING),
        ((PROGRAM,), (RECORD,), Why.CLOSED),
        ((PROGRAM, Span(SpanKind.WEBHOOK, AT + 1, AT + 9)), (RECORD,), Why.CLOSED),
        ((PROGRAM, POLL), (RECORD,), Why.NOT_POLLED),
        ((PROGRAM, WEBHOOK), (RECORD,), Why.NOT_SENT),
        ((PROGRAM, WEBHOOK), (RECORD, RANG_ANOTHER), Why.NOT_SENT),
        ((PROGRAM, WEBHOOK), (RECORD, ENDED), Why.ONLY_ITS_END),
        ((PROGRAM, WEBHOOK), (RECORD, RANG), Why.UNKNOWN),
        ((PROGRAM, WEBHOOK), (RECORD, (RANG[0], AT + 30)), Why.LATE),
        ((PROGRAM, WEBHOOK), ((RANG[0], AT + 30), ENDED), Why.LATE),
        ((Span(SpanKind.PROGRAM, AT - 60, AT + 1), WEBHOOK), (RECORD, RANG), Why.ENDED),
        ((Span(SpanKind.PROGRAM, AT - 60, AT + 9), WEBHOOK), (RECORD, RANG), Why.UNKNOWN),
    ],
)
def test_a_call_without_a_pop_has_its_reason(spans, events, why):
    assert only(ringing(*events), *spans) is why


@pytest.mark.parametrize("outcome", [one for one in Outcome if one not in (Outcome.RESTORED, Outcome.UNNAMED)])
def test_what_became_of_the_card_is_the_reason_before_all_others(outcome):
    assert only(ringing(RECORD, outcome=outcome), PROGRAM) == outcome.value


def test_pops_count_that_were_painted_without_a_receipt():
    calls = [
        Ringing(ringing(RECORD).record),
        ringing(RECORD, outcome=Outcome.RESTORED),
        ringing(RECORD),
        ringing(RECORD),
        ringing(RECORD),
    ]
    unnamed = (AT - 4, AT + 49, AT + 51, AT - 6)
    found = audit(calls, ("101",), (PROGRAM, WEBHOOK), unnamed, is_cut_off=True)
    assert (found.rang, found.popped, found.is_cut_off) == (5, 4, True), "each of those explains one call at most"
    assert audit([], ("101",), (), ()) == Audit()


def test_percentiles_are_those_of_the_nearest_rank():
    assert Percentiles.of([]) == Percentiles(0, 0, 0)
    assert Percentiles.of([7.0]) == Percentiles(7, 7, 7)
    assert Percentiles.of(float(ms) for ms in range(200, 0, -1)) == Percentiles(100, 190, 198)


def test_each_call_is_in_one_bar():
    receipts = [LatencyReceipt(AT, 1, 2, ms) for ms in (0.5, 5.0, 5.1, 1000.0, 1000.1, 9e9)]
    figures = LatencyFigures.of(receipts)
    assert figures.bars == (2, 1, 0, 0, 0, 0, 0, 1, 2)
    assert len(figures.bars) == len(EDGES_MS) + 1
    assert (figures.count, figures.parsed.p50, figures.shown.p99) == (6, 1, 2)
