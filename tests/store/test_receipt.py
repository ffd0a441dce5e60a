import asyncio
from typing import Any

import pytest

from agent_desktop.errors import StoreFailed
from agent_desktop.store.receipt import Receipt
from tests.store.sample import entry


def test_all_who_wait_are_told_at_once_also_who_comes_late() -> None:
    receipt, told = Receipt(entry()), []
    receipt.add_done_callback(lambda done: told.append(("first", done.seq)))
    receipt.add_done_callback(lambda done: told.append(("second", done.seq)))
    assert not receipt.done()
    receipt.settle(7, None)
    assert told == [("first", 7), ("second", 7)]
    assert receipt.done()
    receipt.add_done_callback(lambda done: told.append(("late", done.seq)))
    assert told[-1] == ("late", 7)


def test_a_bug_of_one_who_is_told_reaches_the_loops_handler_and_costs_the_others_nothing() -> None:
    async def run() -> None:
        bugs: list[dict[str, Any]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: bugs.append(context))
        receipt = Receipt(entry())
        told: list[Receipt] = []
        receipt.add_done_callback(lambda _: 1 // 0)
        receipt.add_done_callback(told.append)
        receipt.settle(1, None)
        assert told == [receipt]
        assert [type(bug["exception"]) for bug in bugs] == [ZeroDivisionError]

    asyncio.run(run())


@pytest.mark.parametrize("is_early", [True, False])
def test_it_can_be_awaited(is_early: bool) -> None:
    async def run() -> None:
        kept, failed = Receipt(entry()), Receipt(entry())

        def settle() -> None:
            kept.settle(3, None)
            failed.settle(0, StoreFailed())

        if is_early:
            settle()
        else:
            asyncio.get_running_loop().call_soon(settle)
        assert await kept == 3
        with pytest.raises(StoreFailed):
            await failed

    asyncio.run(run())
