"""The desk's side of the history: nothing is lost on the way, and nobody waits long for it."""

import asyncio
from typing import Any, cast

import pytest

from agent_desktop.desk.call_book import AT_ONCE, CallBook
from agent_desktop.desk.tasks import Tasks
from agent_desktop.desk.updates import CallChanged
from agent_desktop.errors import StoreFailed
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import CallEnded, CallRinging
from tests.desk.session_script import T0


class Disk:
    """Keeps what is saved; fails from the `full_at`th save on."""

    def __init__(self) -> None:
        self.kept: dict[str, Call] = {}
        self.saves: list[tuple[int, int]] = []
        self.full_at: int | None = None
        self.contacts = Nobody()

    async def save(self, calls, applied_seq):
        await asyncio.sleep(0)
        if self.full_at is not None and len(self.saves) >= self.full_at:
            raise StoreFailed()
        calls = list(calls)
        self.saves.append((len(calls), applied_seq))
        for call in calls:
            held = self.kept.get(call.callid)
            self.kept[call.callid] = call if held is None else held.merge(call)
        return tuple(self.kept[call.callid].record() for call in calls)


class Nobody:
    """No number has a name."""

    async def names(self, numbers):
        return {}


class Stage:
    """A book on a disk of our own."""

    def __init__(self) -> None:
        self.disk, self.tasks = Disk(), Tasks()
        self.told: list[CallChanged] = []
        self.book = CallBook(cast(Any, self.disk), self.tasks, lambda: 42, self.told.append)

    def keep(self, count):
        for number in range(count):
            self.book.keep(Call.of(CallRinging(f"c{number}", "inbound", "101"), T0 + number))


def test_a_storm_is_written_in_portions_and_the_watermark_moves_with_the_last():
    async def run():
        stage = Stage()
        stage.keep(2 * AT_ONCE + 1)
        await stage.book.flush()
        assert stage.disk.saves == [(AT_ONCE, 0), (AT_ONCE, 0), (1, 42)]
        assert len(stage.told) == len(stage.disk.kept) == 2 * AT_ONCE + 1
        await stage.tasks.close()

    asyncio.run(run())


def test_what_a_full_disk_did_not_take_is_written_later_with_what_came_since():
    async def run():
        stage = Stage()
        stage.disk.full_at = 1
        stage.keep(3 * AT_ONCE)
        with pytest.raises(StoreFailed):
            await stage.book.flush()
        last = f"c{3 * AT_ONCE - 1}"
        stage.book.keep(Call.of(CallEnded(last), T0 + 9999))
        stage.disk.full_at = None
        await stage.book.flush()
        assert len(stage.disk.kept) == 3 * AT_ONCE
        assert stage.disk.kept[last].ended_at == T0 + 9999
        assert stage.disk.kept[last].legs
        assert [seq for _, seq in stage.disk.saves] == [0, 0, 42]
        await stage.tasks.close()

    asyncio.run(run())
