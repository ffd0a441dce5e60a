import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.system.session_events import Change, ChangeKind, ClockGap, Clocks, read_clocks, watch

INTERVAL = 5.0


def awake(elapsed: float, wall: float) -> Clocks:
    """A reading of a computer that never sleeps, or has no clock that tells."""
    return Clocks(elapsed, elapsed, wall)


@given(st.lists(st.floats(0.0, INTERVAL + 9.0), max_size=50), st.floats(-1.5, 1.5))
def test_a_quiet_day_reports_nothing(pauses: list[float], drift: float) -> None:
    gap = ClockGap(INTERVAL)
    elapsed, wall = 100.0, 1_700_000_000.0
    assert gap.tick(awake(elapsed, wall)) is None
    for pause in pauses:
        elapsed += pause
        wall += pause
        assert gap.tick(awake(elapsed, wall + drift)) is None or abs(drift) > 2.0
        drift = -drift if abs(drift) < 1.0 else drift


def test_sleep_is_told_with_its_length() -> None:
    gap = ClockGap(INTERVAL)
    gap.tick(awake(100.0, 1000.0))
    gap.tick(awake(105.0, 1005.0))
    assert gap.tick(awake(105.0 + 3605.0, 1005.0 + 3605.0)) == Change(ChangeKind.SLEPT, 3600.0)
    assert gap.tick(awake(3715.0, 4615.0)) is None


def test_a_clock_that_is_set_is_told_with_its_direction() -> None:
    gap = ClockGap(INTERVAL)
    gap.tick(awake(100.0, 1000.0))
    assert gap.tick(awake(105.0, 1125.0)) == Change(ChangeKind.CLOCK_SET, 120.0)
    assert gap.tick(awake(110.0, 1130.0)) is None
    assert gap.tick(awake(115.0, 1015.0)) == Change(ChangeKind.CLOCK_SET, -120.0)


def test_this_computers_clocks_run_together() -> None:
    first, later = read_clocks(), read_clocks()
    assert later.elapsed >= first.elapsed
    assert later.awake >= first.awake
    assert ClockGap(INTERVAL).tick(first) is None
    assert abs((later.wall - first.wall) - (later.elapsed - first.elapsed)) < 2.0


def test_a_short_sleep_is_told_where_a_clock_stands_still_in_it() -> None:
    gap = ClockGap(1.0)
    gap.tick(Clocks(100.0, 50.0, 1000.0))
    assert gap.tick(Clocks(101.1, 51.1, 1001.1)) is None
    assert gap.tick(Clocks(105.1, 52.1, 1005.1)) == Change(ChangeKind.SLEPT, 3.0)
    assert gap.tick(Clocks(111.0, 58.0, 1011.0)) is None, "late, but awake"


class Computer:
    """A network that changes on demand, and clocks that can be moved."""

    def __init__(self) -> None:
        self.elapsed = 0.0
        self.wall = 0.0
        self.changed: Callable[[], None] = lambda: None
        self.pending = False
        self.closed = False

    def clocks(self) -> Clocks:
        return awake(self.elapsed, self.wall)

    @contextmanager
    def listener(self, on_news: Callable[[], None]) -> Iterator[Callable[[], None]]:
        self.changed = on_news
        try:
            yield lambda: on_news() if self.pending else None
        finally:
            self.closed = True


def test_changes_are_reported_until_cancelled_and_the_networks_in_one() -> None:
    computer = Computer()

    async def script() -> list[Change]:
        heard: asyncio.Queue[Change] = asyncio.Queue()
        task = asyncio.create_task(
            watch(heard.put_nowait, interval=0.001, settle=0.05, clocks=computer.clocks, listener=computer.listener)
        )
        await asyncio.sleep(0)
        for _ in range(3):
            computer.changed()
        changes = [await heard.get()]
        computer.elapsed = computer.wall = 60.0
        changes.append(await heard.get())
        computer.pending = True
        changes.append(await heard.get())
        assert heard.empty()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return changes

    network, slept, polled = asyncio.run(script())
    assert network == polled == Change(ChangeKind.NETWORK)
    assert slept.kind is ChangeKind.SLEPT
    assert 59.0 < slept.seconds < 60.0
    assert computer.closed
