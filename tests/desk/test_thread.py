"""The desk's own thread."""

import asyncio
import threading

from agent_desktop.desk.thread import DeskThread


def test_work_runs_on_the_desks_thread_and_its_result_or_failure_comes_back():
    thread = DeskThread()
    thread.start()
    try:

        async def where() -> str:
            await asyncio.sleep(0)
            return threading.current_thread().name

        async def fail() -> None:
            raise KeyError("x")

        assert thread.submit(where()).result(10) == "desk"
        assert isinstance(thread.submit(fail()).exception(10), KeyError)
        called = threading.Event()
        thread.call(called.set)
        assert called.wait(10)
    finally:
        thread.close()
    assert thread.loop.is_closed()
    assert not any(one.name == "desk" for one in threading.enumerate())


def test_closing_waits_for_what_runs_on_worker_threads():
    thread = DeskThread()
    thread.start()
    release, finished = threading.Event(), threading.Event()

    def work() -> None:
        release.wait(10)
        finished.set()

    future = thread.submit(asyncio.to_thread(work))
    release.set()
    future.result(10)
    thread.close()
    assert finished.is_set()
