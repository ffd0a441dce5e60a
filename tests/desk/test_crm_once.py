"""Whatever the PBX says, in whatever order and however often: a CRM rule acts at most once for a call."""

import asyncio
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.desk.running_desk import loop_clock, play, run_fast, running_desk
from tests.desk.test_crm import opened, record, rules, running_crm

CALL_IN = "/api/callcenter/call_in?phone=0938363739&extension=101&event="
EVENTS = (
    f"{CALL_IN}RINGING&callid=c1&queue=",
    f"{CALL_IN}RINGING&callid=c1&queue=999&did=02473001234",
    f"{CALL_IN}ANSWER&callid=c1&queue=999&did=02473001234",
    "/api/callcenter/hangup?callid=c1",
    record("c1", "ANSWER", 30),
    record("c1", "NOANSWER", 0),
    "/api/Agent/ChangeStatus?extension=101&status=ring",
    "/api/Agent/ChangeStatus?extension=101&status=on",
    "dismiss",
)
URL = "https://crm.example.com/"
WHEN: tuple[dict[str, object], ...] = (
    {"when": "ringing", "url": "https://crm.example.com/ringing"},
    {"when": "ringing", "url": "https://crm.example.com/queue", "queues": ["999"]},
    {"when": "answered", "url": "https://crm.example.com/answered"},
    {"when": "ended", "url": "https://crm.example.com/ended"},
)
UNTIL_ALL_IS_DONE_S = 15.0
"""Longer than a rule waits for the record of a call."""


@settings(max_examples=15, deadline=None)
@example([[EVENTS[1], EVENTS[2], EVENTS[3]], [EVENTS[1], EVENTS[2], EVENTS[3], EVENTS[4]]])
@given(st.lists(st.lists(st.sampled_from(EVENTS), max_size=8), min_size=1, max_size=3))
def test_a_rule_acts_at_most_once_for_a_call(runs):
    """Each list is what one run of the program hears."""
    done: Counter[str] = Counter()

    async def one_run(folder, crm, events):
        made = rules(*WHEN, {"when": "ended", "act": "get", "url": f"{crm.url}/sent"})
        async with running_desk(folder, now=loop_clock(), pbx__extension="101", crm__rules=made) as desk:
            for event in events:
                if event == "dismiss":
                    await desk.service.dismiss("c1")
                else:
                    await desk.webhook(event)
            await asyncio.sleep(UNTIL_ALL_IS_DONE_S)
            done.update(opened(desk))

    async def run(folder):
        async with running_crm() as crm:
            for events in runs:
                await one_run(folder, crm, events)
            done.update(target for _, target, _ in crm.taken)

    with tempfile.TemporaryDirectory() as folder:
        run_fast(run(Path(folder)), 100.0)
    assert set(done.values()) <= {1}


def test_a_call_that_was_told_before_its_id_was_known_is_one_call(tmp_path):
    async def scene(desk, pbx):
        await desk.webhook(f"{CALL_IN}RINGING&queue=999")
        await desk.until(lambda: opened(desk))
        await desk.ring("c1")
        await desk.until(lambda: "c1" in desk.cards)
        await desk.webhook(f"{CALL_IN}ANSWER&callid=c1&queue=999")
        await desk.until(lambda: len(opened(desk)) == 3)
        assert Counter(opened(desk)) == Counter(made["url"] for made in WHEN[:3])

    play(tmp_path, scene, crm__rules=rules(*WHEN[:3]))
