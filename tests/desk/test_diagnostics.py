"""The missed-pop audit and the latency figures of a real desk."""

import asyncio
import time

import pytest

from agent_desktop.desk.run_log import KEEP_EVERY_S
from agent_desktop.errors import StoreFailed
from agent_desktop.store import pop_log
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import CallReported
from agent_desktop.telephony.pop_audit import Outcome, SpanKind, Why
from tests.desk.running_desk import running_desk

HOUR_S = 3600.0


class Clock:
    """The time, set on by a test."""

    def __init__(self):
        self.ahead_s = 0.0

    def __call__(self):
        return time.time() + self.ahead_s


def desk_at(folder, clock):
    return running_desk(folder, now=clock, pbx__extension="101")


async def spans(desk):
    return await desk.store.look_up(lambda connection: pop_log.spans(connection, 0, time.time() + 1e6))


def reported(callid, ago=60.0, extension="101", direction="inbound"):
    at = time.time() - ago
    event = CallReported(callid, direction, extension, "0938363739", "999", started=at, status="NOANSWER", duration_s=5)
    return Call.of(event, at)


async def paint(desk, callid, ms=7):
    received = desk.cards[callid].received_ns or time.perf_counter_ns()
    await desk.service.painted(callid, received + ms * 1_000_000)


async def audited(desk, clock):
    """Once all is settled."""
    clock.ahead_s += 10
    found = await desk.service.features.diagnostics.audit(time.time() - HOUR_S)
    return (found.rang, found.popped, {missed.record.callid: missed.why for missed in found.missed})


def test_calls_that_rang_are_set_against_pops_that_were_painted(tmp_path):
    async def run():
        clock = Clock()
        async with desk_at(tmp_path, clock) as desk:
            receipts = desk.service.features.receipts
            for callid in ("popped", "quiet", "folded", "silent"):
                await desk.ring(callid)
            await desk.ring("colleague", extension="102")
            await paint(desk, "popped")
            await receipts.not_popped("quiet", Outcome.QUIET)
            await desk.service.dismiss("quiet")
            await desk.webhook("/api/callcenter/hangup?callid=folded")
            await desk.until(lambda: "folded" not in desk.cards)
            await desk.store.save([reported("unsent"), reported("mine", direction="outbound")], 0)
            await desk.store.save([reported("before", ago=HOUR_S / 2)], 0)
            expected = {
                "quiet": Why.QUIET,
                "folded": Why.FOLDED,
                "silent": Why.UNKNOWN,
                "unsent": Why.NOT_RUNNING,
                "before": Why.NOT_RUNNING,
            }
            assert await audited(desk, clock) == (6, 1, expected)
            figures = await desk.service.features.diagnostics.latency(time.time() - HOUR_S)
            assert (figures.count, figures.painted.p99) == (1, 7.0)
            nobody = await desk.service.features.diagnostics.audit(time.time() - HOUR_S, time.time() - HOUR_S / 4)
            assert (nobody.rang, nobody.popped) == (1, 0)
            await desk.store.upkeep.prune(time.time() + HOUR_S)
            kept = await desk.store.look_up(
                lambda connection: [
                    connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                    for table in ("rang", "pop_outcomes", "receipts")
                ]
            )
            assert kept == [0, 0, 0]

    asyncio.run(run())


def test_what_pops_after_a_restart_or_without_a_name_has_popped(tmp_path):
    async def run():
        clock = Clock()
        async with desk_at(tmp_path, clock) as desk:
            await desk.ring("c1")
            await desk.until(lambda: desk.changed("c1"))
        async with desk_at(tmp_path, clock) as desk:
            await desk.until(lambda: "c1" in desk.cards)
            await paint(desk, "c1")
            await desk.webhook("/api/Agent/ChangeStatus?extension=101&status=talk")
            await desk.webhook("/api/callcenter/hangup?callid=c1")
            await desk.webhook("/api/callcenter/call_in?phone=0912345678&extension=101&event=RINGING")
            unnamed = await desk.until(lambda: next((one for one in desk.cards if one.startswith("?")), None))
            await paint(desk, unnamed)
            await desk.store.save([reported("c2", ago=1)], 0)
            assert await audited(desk, clock) == (2, 2, {})

    asyncio.run(run())


def test_when_the_program_ran_and_listened_is_kept(tmp_path):
    async def run():
        clock = Clock()
        async with desk_at(tmp_path, clock) as desk:
            began = clock()
            await desk.service.features.runs.start()
            await desk.service.change_settings(desk.connection.settings.with_value("feed.kind", "poll"))
            clock.ahead_s += KEEP_EVERY_S
            await desk.service.features.runs.keep()
            clock.ahead_s += HOUR_S
            await desk.service.features.runs.keep()
            clock.ahead_s += 20
        async with desk_at(tmp_path, clock) as desk:
            kept = [one for one in await spans(desk) if one.ended < clock() - 5 or one.ended > one.began]
            lasted = [(one.kind, round(one.ended - one.began, -1)) for one in kept]
            assert lasted[:1] == [(SpanKind.PROGRAM, KEEP_EVERY_S)]
            assert (SpanKind.WEBHOOK, 0) in lasted
            assert (SpanKind.POLL, KEEP_EVERY_S) in lasted
            assert lasted.count((SpanKind.PROGRAM, 20)) == 1, "the hour asleep is in none of them"
            assert abs(kept[0].began - began) < 10
            await desk.store.prune_spans(clock() + 1)
            assert await spans(desk) == ()

    asyncio.run(run())


def test_what_a_full_disk_did_not_take_is_kept_later(tmp_path, monkeypatch):
    async def refuse(spans):
        raise StoreFailed

    async def run():
        clock = Clock()
        async with desk_at(tmp_path, clock) as desk:
            runs = desk.service.features.runs
            await desk.service.change_settings(desk.connection.settings.with_value("feed.kind", "poll"))
            with monkeypatch.context() as patched:
                patched.setattr(desk.store, "keep_spans", refuse)
                with pytest.raises(StoreFailed):
                    await runs.keep()
            await runs.keep()
            assert SpanKind.WEBHOOK in [one.kind for one in await spans(desk)]

    asyncio.run(run())
