import asyncio

import pytest

from agent_desktop.desk.alarm import Alarm


class Clock:
    """A time that the test sets; counts how often it was asked what is due."""

    def __init__(self) -> None:
        self.due: float | None = None
        self.asked = 0
        self.rang = asyncio.Event()

    def next_due(self) -> float | None:
        self.asked += 1
        return self.due

    def alarm(self) -> Alarm:
        return Alarm(self.next_due, lambda: 100.0, self.rang.set)


async def _rounds(count: int = 3) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


def test_it_rings_when_what_is_planned_is_due() -> None:
    async def use() -> None:
        clock = Clock()
        clock.due = 100.02
        clock.alarm().look_again()
        await clock.rang.wait()

    asyncio.run(use())


def test_what_is_overdue_rings_soon() -> None:
    async def use() -> None:
        clock = Clock()
        clock.due = 1.0
        clock.alarm().look_again()
        await clock.rang.wait()

    asyncio.run(use())


def test_it_looks_once_for_all_that_one_round_of_the_loop_brings() -> None:
    async def use() -> None:
        clock = Clock()
        alarm = clock.alarm()
        for _ in range(50):
            alarm.look_again()
        await _rounds()
        assert clock.asked == 1
        alarm.look_again()
        await _rounds()
        assert clock.asked == 2

    asyncio.run(use())


def test_a_plan_that_is_given_up_does_not_ring() -> None:
    async def use() -> None:
        clock = Clock()
        clock.due = 100.01
        alarm = clock.alarm()
        alarm.look_again()
        await _rounds()
        clock.due = None
        alarm.look_again()
        await asyncio.sleep(0.05)
        assert not clock.rang.is_set()

    asyncio.run(use())


@pytest.mark.parametrize("rounds", [0, 3])
def test_closed_it_does_not_ring_whatever_is_asked_for_later(rounds: int) -> None:
    async def use() -> None:
        clock = Clock()
        clock.due = 100.01
        alarm = clock.alarm()
        alarm.look_again()
        await _rounds(rounds)
        alarm.close()
        alarm.look_again()
        await asyncio.sleep(0.05)
        assert not clock.rang.is_set()

    asyncio.run(use())
