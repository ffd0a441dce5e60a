"""Background work: kept alive, its failure told, ended together."""

import asyncio
import gc
import logging

from agent_desktop.desk.tasks import Tasks
from agent_desktop.desk.thread import DeskThread


def test_work_is_kept_alive_though_nobody_holds_it():
    async def play() -> None:
        tasks, done = Tasks(), asyncio.Event()

        async def work() -> None:
            await asyncio.sleep(0)
            done.set()

        tasks.start(work(), "work")
        gc.collect()
        async with asyncio.timeout(10):
            await done.wait()
        await tasks.close()

    asyncio.run(play())


def test_a_failure_is_logged_with_its_place_and_told(caplog):
    async def play() -> list[BaseException]:
        told: list[BaseException] = []
        tasks = Tasks(told.append)

        async def work() -> None:
            raise ZeroDivisionError("oops")

        task = tasks.start(work(), "divide")
        await asyncio.wait([task])
        await tasks.close()
        return told

    with caplog.at_level(logging.ERROR):
        (told,) = asyncio.run(play())
    assert isinstance(told, ZeroDivisionError)
    assert "task divide failed" in caplog.text
    assert "ZeroDivisionError: oops" in caplog.text


def test_closing_ends_what_runs_and_reports_nothing():
    async def play() -> tuple[list[BaseException], bool]:
        told: list[BaseException] = []
        tasks = Tasks(told.append)
        task = tasks.start(asyncio.Event().wait(), "for ever")
        await asyncio.sleep(0)
        await tasks.close()
        return told, task.cancelled()

    assert asyncio.run(play()) == ([], True)


def test_closing_from_within_does_not_wait_for_itself():
    async def play() -> None:
        tasks = Tasks()
        task = tasks.start(tasks.close(), "the end")
        async with asyncio.timeout(10):
            await task

    asyncio.run(play())


def test_work_that_has_just_ended_is_told_of_and_does_not_keep_the_end_waiting():
    async def play() -> list[BaseException]:
        told: list[BaseException] = []
        tasks, ending = Tasks(told.append), asyncio.Event()

        async def work() -> None:
            ending.set()
            raise ZeroDivisionError("oops")

        task = tasks.start(work(), "divide")
        await ending.wait()
        assert task.done()
        assert told == []  # its end is known here before it is known there
        await tasks.close()
        return told

    thread = DeskThread()  # where the end never comes, no timer of that loop would tell
    thread.start()
    (told,) = thread.submit(play()).result(timeout=30)
    assert isinstance(told, ZeroDivisionError)
    thread.close()


def test_what_a_task_starts_at_its_end_ends_with_it():
    async def run():
        tasks, ended = Tasks(), []

        async def follower():
            try:
                await asyncio.Event().wait()
            finally:
                ended.append("follower")

        async def leader():
            try:
                await asyncio.Event().wait()
            finally:
                tasks.start(follower(), "follower")
                ended.append("leader")

        tasks.start(leader(), "leader")
        await asyncio.sleep(0)
        await tasks.close()
        assert "leader" in ended
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(run())


def test_nothing_begins_after_the_end():
    async def run():
        tasks, begun = Tasks(), []
        await tasks.close()

        async def work():
            begun.append(1)

        task = tasks.start(work(), "too late")
        await asyncio.wait([task])
        return begun, task.cancelled()

    assert asyncio.run(run()) == ([], True)
