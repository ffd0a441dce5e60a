"""How long things are kept, deleting one customer everywhere, and a copy of the profile in one file."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from agent_desktop.desk import customer
from agent_desktop.desk.customer import CustomerData
from agent_desktop.desk.settings import KeepSettings
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import HistoryShrank, News, SettingsChanged, Update
from agent_desktop.errors import UsageError
from agent_desktop.store.space import Kept
from agent_desktop.store.store import Store
from agent_desktop.store.upkeep import Pruned
from agent_desktop.system.paths import Profile

if TYPE_CHECKING:
    from agent_desktop.desk import backup

_log = logging.getLogger(__name__)
Result = TypeVar("Result")

FIRST_AFTER_S = 60.0
"""The start has better to do; later, the retention is looked after once a day."""
LOOK_EVERY_S = 3600.0
INDEX_EVERY_S = 60.0
"""A search looks at the calls since then one by one."""
DAY_S = 24 * 3600.0
MB = 1_000_000

__all__ = ["Keeping", "KeepingProgress", "Kept", "prune"]


@dataclass(frozen=True, slots=True)
class KeepingProgress(News):
    """How far a backup or a restore is; `total` 0 is the end."""

    what: Literal["backup", "restore"]
    done: int
    total: int


async def prune(profile: Profile, store: Store, keep: KeepSettings, now: float, zone: tzinfo) -> Pruned:
    """Delete what is older than it may be, then the oldest days until the rest is as small as it must be.

    Today stays, whatever it takes. Raises StoreFailed.
    """
    pruned = Pruned()
    if keep.days:
        before = now - keep.days * DAY_S
        pruned += await store.upkeep.prune(before)
        await asyncio.to_thread(customer.remove_old_copies, profile, before)
        await store.upkeep.give_back()
    if keep.size_mb:
        today = datetime.fromtimestamp(now, zone).replace(hour=0, minute=0, second=0, microsecond=0)
        pruned += await store.upkeep.shrink(keep.size_mb * MB, today.timestamp())
    if pruned != Pruned():
        _log.info("retention: %d calls and %d webhooks were deleted", pruned.calls, pruned.webhooks)
    return pruned


class Keeping:
    """The windows' and the command line's way to all of it, while the desk runs."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._profile = around.connection.profile
        self._keep = around.connection.settings.keep
        self._changed = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        around.publisher.subscribe(self._hear)

    async def start(self) -> None:
        """Begin to look after the retention, and after the index of the search."""
        self._around.tasks.start(self._look_after(), "retention")
        self._around.tasks.start(self._index(), "index of the search")

    def _hear(self, update: Update) -> None:
        if isinstance(update, SettingsChanged) and update.settings.keep != self._keep:
            self._keep = update.settings.keep
            self._changed.set()

    async def _look_after(self) -> None:
        forgiving = self._around.background.forgiving
        await forgiving("disk", self._forget_again())
        await asyncio.sleep(FIRST_AFTER_S)
        while True:
            self._changed.clear()
            done_at = self._around.now()
            await forgiving("disk", self.prune())
            # This computer may sleep: its days are counted by the clock.
            while not self._changed.is_set() and 0 <= self._around.now() - done_at < DAY_S:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._changed.wait(), LOOK_EVERY_S)

    async def _index(self) -> None:
        while True:
            await asyncio.sleep(INDEX_EVERY_S)
            await self._around.background.forgiving("disk", self._around.store.upkeep.index())

    async def _forget_again(self) -> None:
        if count := await self._around.store.upkeep.forget_again():
            _log.info("%d customers that a backup had brought back were deleted again", count)
            self._around.publisher.publish(HistoryShrank())

    async def figures(self) -> Kept:
        """What is kept at present."""
        await self._around.book.flush()
        return await self._around.store.upkeep.figures()

    async def prune(self) -> Pruned:
        """Do now what is done once a day."""
        connection = self._around.connection
        async with self._one_at_a_time:
            pruned = await prune(
                self._profile, self._around.store, connection.settings.keep, self._around.now(), connection.zone
            )
        if pruned != Pruned():
            self._around.publisher.publish(HistoryShrank())
        return pruned

    # One customer.

    async def look_up(self, number: str) -> CustomerData:
        """What `forget` would delete. Raises UsageError for what is no customer's number."""
        await self._around.book.flush()
        return await customer.look_up(self._profile, self._around.store, number)

    async def forget(self, number: str) -> CustomerData:
        """Delete a customer everywhere; what went. Raises UsageError, also while a call with them goes on."""
        sought = self._around.store.upkeep.wanted(number)
        session = self._around.session
        if any(sought.is_in(card.number) and not card.state.is_final for card in session.cards()):
            raise UsageError("A call with this customer is under way.", "Delete them when it is over.")
        callids: frozenset[str] = frozenset()
        async with self._one_at_a_time:
            await self._around.book.flush()
            try:
                data, callids = await customer.delete(self._profile, self._around.store, sought, self._around.now())
            finally:
                # Where a copy of theirs stays somewhere, what is gone is gone.
                self._around.carry_out(session.forget(lambda call: call.callid in callids or sought.is_in(call.number)))
                self._around.publisher.publish(HistoryShrank())
        _log.info("a customer was deleted on request: %d calls, %d webhooks", data.calls, data.webhooks)
        return data

    # Backup and restore.

    async def back_up(self, target: Path) -> int:
        """Copy the profile into one file; its size. Cancelling it leaves no file behind. Raises StoreFailed."""
        await self._around.book.flush()
        from agent_desktop.desk import backup

        work = partial(backup.back_up, self._profile, target, self._around.now())
        return await self._with_progress("backup", work)

    async def restore(self, source: Path) -> "backup.Manifest":
        """Check a backup and lay it ready: it takes the profile's place at the next start. Raises UsageError for a
        file that is no backup or cannot be used.
        """
        from agent_desktop.desk import backup

        work = partial(backup.stage, self._profile, source, self._around.now())
        return await self._with_progress("restore", work)

    async def pending(self) -> bool:
        """True where a restore waits for the next start."""
        from agent_desktop.desk import backup

        return await asyncio.to_thread(backup.is_staged, self._profile)

    async def drop_restore(self) -> None:
        """Do not restore at the next start after all."""
        from agent_desktop.desk import backup

        await asyncio.to_thread(backup.drop_staged, self._profile)

    async def _with_progress(
        self, what: Literal["backup", "restore"], work: "Callable[[backup.Progress], Result]"
    ) -> Result:
        from agent_desktop.desk import backup

        loop = asyncio.get_running_loop()
        with _breakable() as is_broken_off:
            publish = self._around.publisher.publish

            def tell(done: int, total: int) -> None:
                if is_broken_off():
                    raise backup.BrokenOff
                with suppress(RuntimeError):  # the loop may be closed by then
                    loop.call_soon_threadsafe(publish, KeepingProgress(what, done, total))

            try:
                async with self._one_at_a_time:
                    return await asyncio.to_thread(work, tell)
            finally:
                publish(KeepingProgress(what, 0, 0))


@contextmanager
def _breakable() -> Iterator[Callable[[], bool]]:
    """Tells a thread that whoever waited for it has left."""
    left: list[bool] = []
    try:
        yield lambda: bool(left)
    finally:
        left.append(True)
