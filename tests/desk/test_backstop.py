"""The backstop: asks slowly, at once after sleep or a network change, and ever more slowly a PBX that is away."""

import asyncio
import time
from itertools import pairwise

import pytest

from agent_desktop.desk.backstop import EVERY_S, SLOWEST_POLL_S, Backstop
from agent_desktop.desk.settings import FeedSettings
from agent_desktop.desk.tasks import Tasks
from agent_desktop.errors import AgentDesktopError, PbxUnreachable
from agent_desktop.system.session_events import Change, ChangeKind
from tests.desk.running_desk import play, run_fast


class Asked:
    """What the backstop did, with the loop's time of it."""

    def __init__(self) -> None:
        self.log: list[tuple[str, float]] = []
        self.away = False
        self.backstop = Backstop(self.ask, self.resynchronise, self.failed, self.clock_set)
        self._news = asyncio.Event()

    def _note(self, what: str) -> None:
        self.log.append((what, asyncio.get_running_loop().time()))
        self._news.set()

    async def ask(self) -> None:
        self._note("ask")
        if self.away:
            raise PbxUnreachable()

    async def resynchronise(self) -> None:
        self._note("resynchronise")

    def failed(self, error: AgentDesktopError) -> None:
        self._note("failed")

    def clock_set(self, seconds: float) -> None:
        self._note(f"clock {seconds:+g}")

    def names(self) -> list[str]:
        return [name for name, _ in self.log]

    def gaps(self, what: str) -> list[float]:
        times = [at for name, at in self.log if name == what]
        return [later - at for at, later in pairwise(times)]

    async def until(self, count: int, what: str) -> None:
        deadline = time.monotonic() + 30
        while self.names().count(what) < count:
            assert time.monotonic() < deadline
            self._news.clear()
            await self._news.wait()


def watched(scene, feed: FeedSettings) -> None:
    async def run():
        tasks, asked = Tasks(), Asked()
        asked.backstop.start(tasks, feed)
        try:
            await scene(asked, tasks)
        finally:
            await tasks.close()

    run_fast(run(), speed=40)


def test_it_begins_with_a_synchronisation_and_then_asks_slowly():
    async def scene(asked, tasks):
        await asked.until(2, "ask")
        assert asked.names() == ["resynchronise", "ask", "ask"]
        assert asked.gaps("ask")[0] >= EVERY_S

    watched(scene, FeedSettings())


def test_a_desk_that_polls_asks_every_two_seconds():
    async def scene(asked, tasks):
        await asked.until(4, "ask")
        assert all(gap >= 2 for gap in asked.gaps("ask"))
        assert min(asked.gaps("ask")) < 15

    watched(scene, FeedSettings("poll", 2.0))


@pytest.mark.parametrize("kind", [ChangeKind.SLEPT, ChangeKind.NETWORK, ChangeKind.CLOCK_SET])
def test_after_sleep_and_network_changes_everything_is_asked_for_at_once(kind):
    async def scene(asked, tasks):
        await asked.until(1, "resynchronise")
        asked.backstop._note(Change(kind, -90.0))
        await asked.until(2, "resynchronise")
        expected = ["resynchronise", "clock -90"] if kind is ChangeKind.CLOCK_SET else ["resynchronise"]
        assert asked.names() == [*expected, "resynchronise"]

    watched(scene, FeedSettings())


def test_a_pbx_that_is_away_is_asked_more_and_more_slowly_but_never_given_up():
    async def scene(asked, tasks):
        asked.away = True
        await asked.until(7, "failed")
        gaps = asked.gaps("ask")
        assert gaps[:3] == sorted(gaps[:3])
        assert max(gaps) < SLOWEST_POLL_S * 1.8
        asked.away = False
        await asked.until(10, "ask")
        assert min(asked.gaps("ask")[-2:]) < 15

    watched(scene, FeedSettings("poll", 2.0))


def test_begun_anew_it_runs_once():
    async def scene(asked, tasks):
        for _ in range(3):
            asked.backstop.start(tasks, FeedSettings("poll", 2.0))
        await asked.until(4, "ask")
        assert all(gap >= 2 for gap in asked.gaps("ask"))

    watched(scene, FeedSettings("poll", 2.0))


def test_after_a_network_change_a_desk_knows_what_it_missed(tmp_path):
    async def scene(desk, pbx):
        pbx.webhook_url = ""
        await pbx.set_paused("101", True)
        record = await pbx.inbound(ring=("102",), answered_by="102", ring_s=1, talk_s=2)
        desk.service._backstop._note(Change(ChangeKind.NETWORK))
        await desk.until(lambda: desk.status == "pause" and desk.changed(record.callid))

    play(tmp_path, scene)
