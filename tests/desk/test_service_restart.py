"""What a crash left behind: the journal has it, and the next start makes the same of it."""

import asyncio
import threading
import time
from collections.abc import Iterator

from agent_desktop.simulator.faults import Faults
from agent_desktop.store.journal import JournalEntry, StoredEntry, read
from agent_desktop.store.store import Store
from agent_desktop.system.paths import Profile
from agent_desktop.telephony.agent import StatusSource
from agent_desktop.telephony.screen_pop import CardState
from tests.desk.running_desk import PATIENCE_S, running_desk, simulated_pbx


async def journal_alone(source: Profile, target: Profile) -> int:
    """The journal of one profile in another that has no calls: what a crash before every save leaves. How many."""
    target.create()
    store = await Store.open(target.database, str, 0.0)
    entries = list(read(source.database))
    for entry in entries:
        await store.append(
            JournalEntry(
                entry.received, entry.method, entry.target, entry.content_type, entry.body, entry.kind, entry.callid
            )
        )
    await store.close()
    return len(entries)


def entry(target: str, received: float, callid: str = "c1", kind: str = "ringing") -> JournalEntry:
    return JournalEntry(received, "GET", target, "", b"", kind, callid)


def ringing(callid: str, extension: str = "101") -> str:
    return f"/api/callcenter/call_in?phone=0938363739&queue=999&extension={extension}&callid={callid}&event=RINGING"


async def leave_behind(folder, *entries: JournalEntry) -> None:
    """A journal that no call shows yet."""
    profile = Profile(folder)
    profile.create()
    store = await Store.open(profile.database, str, 0.0)
    for one in entries:
        await store.append(one)
    await store.close()


def test_the_journal_alone_gives_the_same_history_again(tmp_path):
    async def run():
        async with simulated_pbx() as pbx:
            async with running_desk(tmp_path / "before", pbx) as desk:
                await desk.until(lambda: desk.status)
                pbx.faults = Faults(duplicate=0.5, json=0.3, odd_words=0.5)
                calls = (("101", 2), ("102", 1), (None, 2))
                await asyncio.gather(
                    *(
                        pbx.inbound(ring=("101", "102"), answered_by=by, ring_s=ring_s, talk_s=3)
                        for by, ring_s in calls * 2
                    )
                )
                await pbx.settled()
                kept = await desk.history()
            before, after = Profile(tmp_path / "before"), Profile(tmp_path / "after")
            assert await journal_alone(before, after) > 30
            async with running_desk(tmp_path / "after", environ={"AGENT_DESKTOP_WEBHOOK_SECRET": "x" * 20}) as desk:
                await desk.until(lambda: len({record.callid for record in desk.records()}) == len(kept))
                assert await desk.history() == kept

    asyncio.run(run())


def test_a_call_that_still_rings_pops_again_and_an_old_one_does_not(tmp_path):
    async def run():
        now = time.time()
        await leave_behind(
            tmp_path,
            entry(ringing("long ago"), now - 3600, "long ago"),
            entry(ringing("now"), now - 2, "now"),
            entry(ringing("over"), now - 2, "over"),
            entry("/api/callcenter/hangup?callid=over", now - 1, "over", "ended"),
        )
        async with simulated_pbx() as pbx:
            await pbx.set_phones(["101"], "ring")
            async with running_desk(tmp_path, pbx, pop__linger_seconds="60") as desk:
                await desk.until(lambda: desk.cards)
                assert {callid: card.state for callid, card in desk.cards.items()} == {"now": CardState.RINGING}
                assert sorted(await desk.history()) == ["long ago", "now", "over"]

    asyncio.run(run())


def test_an_entry_is_applied_once_and_not_at_each_start(tmp_path):
    async def run():
        await leave_behind(tmp_path, entry(ringing("c1"), time.time() - 3600))
        secrets = {"AGENT_DESKTOP_WEBHOOK_SECRET": "x" * 20}
        async with running_desk(tmp_path, environ=secrets) as desk:
            await desk.until(lambda: desk.changed("c1"))
        async with running_desk(tmp_path, environ=secrets) as desk:
            assert await desk.webhook("/api/callcenter/hangup?callid=c2") == 200
            await desk.until(lambda: desk.changed("c2"))
            assert not desk.changed("c1")
            assert desk.store.applied_seq() == 2

    asyncio.run(run())


class SlowStore(Store):
    """A store whose journal takes its time to be read."""

    readable = threading.Event()

    def entries(self, after_seq: int = 0) -> Iterator[StoredEntry]:
        self.readable.wait(PATIENCE_S)
        yield from super().entries(after_seq)


def test_what_arrives_while_an_earlier_run_is_caught_up_with_does_not_hide_it_from_the_next_start(tmp_path):
    async def run():
        await leave_behind(tmp_path, entry(ringing("earlier"), time.time() - 3600, "earlier"))
        secrets = {"AGENT_DESKTOP_WEBHOOK_SECRET": "x" * 20}
        SlowStore.readable.clear()
        try:
            async with running_desk(tmp_path, environ=secrets, kind_of_store=SlowStore) as desk:
                assert await desk.webhook(ringing("live")) == 200
                await desk.until(lambda: desk.changed("live"))
                # A crash now: the next start must still see what this one has not read yet.
                assert desk.store.applied_seq() == 0
                SlowStore.readable.set()
                await desk.until(lambda: desk.changed("earlier"))
                assert sorted(await desk.history()) == ["earlier", "live"]
        finally:
            SlowStore.readable.set()
        async with running_desk(tmp_path, environ=secrets) as desk:
            assert desk.store.applied_seq() == 2

    asyncio.run(run())


def test_what_happened_before_the_start_says_since_when_the_status_holds(tmp_path):
    async def run():
        at = time.time() - 120
        pause = entry("/api/Agent/ChangeStatus?extension=101&status=pause", at, "", "agent_status")
        await leave_behind(tmp_path, pause)
        async with simulated_pbx() as pbx:
            await pbx.set_paused("101", True)
            async with running_desk(tmp_path, pbx) as desk:
                await desk.until(lambda: desk.agent.status.source is StatusSource.API)
                assert abs(desk.agent.status.since - at) < 0.001

    asyncio.run(run())


def test_records_that_an_earlier_run_still_missed_are_asked_for_with_one_request(tmp_path):
    async def run():
        async with simulated_pbx() as pbx:
            await asyncio.gather(*(pbx.inbound(ring=("102",), answered_by="102", ring_s=1, talk_s=4) for _ in range(6)))
            over = [
                entry(f"/api/callcenter/hangup?callid={r.callid}", time.time() - 3600, r.callid, "ended")
                for r in pbx.records
            ]
            await leave_behind(tmp_path, *over)
            async with running_desk(tmp_path, pbx) as desk:
                await desk.until(lambda: all(any(r.talk_s for r in desk.changed(c.callid)) for c in over))
                assert sum(call.action == "records" for call in pbx.requests) <= 2

    asyncio.run(run())


def test_a_call_of_an_earlier_run_that_may_go_on_gets_its_card_back(tmp_path):
    async def run():
        async with simulated_pbx() as pbx:
            await pbx.set_phones(["101"], "ring")
            async with running_desk(tmp_path, pbx) as desk:
                await desk.ring("c1")
            async with running_desk(tmp_path, pbx) as desk:
                card = await desk.until(lambda: desk.cards.get("c1"))
                assert (card.state, card.number) == (CardState.RINGING, "0938363739")

    asyncio.run(run())
