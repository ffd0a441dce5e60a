"""Work on a thread of its own: its result, its failure, and the end that does not wait for it."""

import asyncio
import threading

import pytest

from agent_desktop.desk.aside import aside


def test_the_result_and_the_failure_come_back():
    async def run():
        assert await aside(divmod, 7, 2) == (3, 1)
        with pytest.raises(ZeroDivisionError):
            await aside(divmod, 7, 0)

    asyncio.run(run())


def test_the_loop_goes_on_and_may_end_while_it_blocks():
    release = threading.Event()

    async def run():
        blocked = asyncio.ensure_future(aside(release.wait, 30))
        await asyncio.sleep(0.01)
        blocked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await blocked

    asyncio.run(run())
    left = [thread for thread in threading.enumerate() if thread.name == "aside"]
    assert left
    release.set()
    for thread in left:
        thread.join(30)


def test_an_answer_that_comes_after_it_was_given_up_is_let_go():
    release = threading.Event()

    async def run():
        late = asyncio.ensure_future(aside(release.wait, 30))
        await asyncio.sleep(0.01)
        late.cancel()
        release.set()
        for thread in threading.enumerate():
            if thread.name == "aside":
                await asyncio.to_thread(thread.join, 30)
        await asyncio.sleep(0)

    asyncio.run(run())
