from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from agent_desktop.store.store import Store
from agent_desktop.telephony.figures import SLOT_S, CallFigure
from agent_desktop.telephony.history import HistoryQuery
from agent_desktop.telephony.outcome import OutcomeKind, outcome_kind
from tests.store.sample import AT, reported, with_store

some_calls = st.lists(
    st.builds(
        reported,
        callid=st.integers(0, 1000).map(str),
        started=st.integers(0, 40).map(lambda n: AT + n * 300),
        direction=st.sampled_from(["inbound", "outbound", ""]),
        status=st.sampled_from(["ANSWER", "BUSY", "ABANDON", "NOANSWER", ""]),
        talk_s=st.none() | st.integers(0, 100),
        queue=st.sampled_from(["999", "Sales"]),
    ),
    max_size=30,
    unique_by=lambda call: call.callid,
)


@settings(max_examples=15, deadline=None)
@given(
    some_calls,
    st.sampled_from(
        [
            HistoryQuery(),
            HistoryQuery(queue="999"),
            HistoryQuery(since=AT + 600, until=AT + 6000),
            HistoryQuery(text="0938"),
            HistoryQuery(direction="inbound", text="38"),
        ]
    ),
)
def test_every_match_is_in_one_figure_of_its_time_and_kind(kept, query):
    with TemporaryDirectory() as folder:

        async def use(store: Store) -> tuple[CallFigure, ...]:
            await store.save(kept, 0)
            return await store.figures(query)

        figures = with_store(Path(folder) / "journal.db", use)
    expected: dict[tuple[float, OutcomeKind], tuple[int, int]] = {}
    for call in kept:
        row = call.record()
        in_time = (query.since or 0) <= row.started < (query.until or AT * 2)
        if in_time and query.queue in ("", row.queue) and query.direction in ("", row.direction):
            key = (row.started // SLOT_S * SLOT_S, outcome_kind(row.direction, row.status))
            calls, talk_s = expected.get(key, (0, 0))
            expected[key] = (calls + 1, talk_s + (row.talk_s or 0))
    found: dict[tuple[float, OutcomeKind], tuple[int, int]] = {}
    for figure in figures:
        calls, talk_s = found.get((figure.since, figure.kind), (0, 0))
        found[figure.since, figure.kind] = (calls + figure.calls, talk_s + figure.talk_s)
    assert found == expected
