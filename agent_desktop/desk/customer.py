"""Everything that a profile holds about one customer: shown first, then deleted from the database, the logs and old
copies. Works beside the running desk, and for a profile that none runs for.
"""

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from agent_desktop.errors import StoreFailed
from agent_desktop.store.store import Store
from agent_desktop.store.traces import Traces
from agent_desktop.store.wanted import Wanted
from agent_desktop.system.log import lines_with, remove_lines
from agent_desktop.system.paths import Profile


@dataclass(frozen=True, slots=True)
class CustomerData:
    """How much there is. `notes` stand with the customer's calls or name the number elsewhere; `old_copies` are
    databases that were set aside, deleted as a whole; `first` and `last` are when the calls began (epoch seconds).
    """

    calls: int = 0
    notes: int = 0
    webhooks: int = 0
    contacts: int = 0
    call_backs: int = 0
    log_lines: int = 0
    old_copies: int = 0
    first: float | None = None
    last: float | None = None

    @property
    def is_nothing(self) -> bool:
        """True where nothing is known of the customer; a copy that cannot be looked into does not count."""
        return not (self.calls or self.notes or self.webhooks or self.contacts or self.call_backs or self.log_lines)


async def look_up(profile: Profile, store: Store, number: str) -> CustomerData:
    """What deleting them would delete. Raises UsageError for what is no customer's number, StoreFailed."""
    sought = store.upkeep.wanted(number)
    found = await store.upkeep.find(sought)
    lines = await asyncio.to_thread(lines_with, profile.log_dir, sought.is_in)
    return _data(found, lines, len(list(old_copies(profile))))


async def delete(profile: Profile, store: Store, sought: Wanted, now: float) -> tuple[CustomerData, frozenset[str]]:
    """Delete them; what went, and the ids of their calls. Raises StoreFailed."""
    found = await store.upkeep.forget(sought, now)
    try:
        lines = await asyncio.to_thread(remove_lines, profile.log_dir, sought.is_in)
    except OSError as error:
        raise StoreFailed("The logs cannot be written.", "Check the rights and the free space.") from error
    copies = list(old_copies(profile))
    await asyncio.to_thread(_remove, copies)
    return _data(found, lines, len(copies)), frozenset(found.callids)


def old_copies(profile: Profile) -> Iterator[Path]:
    """What was set aside: databases that were damaged or newer, and profiles from before a backup was restored."""
    for path in sorted(profile.root.glob(f"{profile.database.name}.*-*")):
        if not path.name.endswith(("-wal", "-shm")):
            yield path
    yield from sorted(profile.root.glob("before-restore-*"))


def remove_old_copies(profile: Profile, before: float) -> int:
    """Delete the copies that were set aside before this time; how many."""
    old = [path for path in old_copies(profile) if path.stat().st_mtime < before]
    _remove(old)
    return len(old)


def _remove(copies: list[Path]) -> None:
    """As many as can be. Raises StoreFailed where one cannot."""
    stays = False
    for path in copies:
        try:
            if path.is_dir():
                shutil.rmtree(path)
                continue
            for ending in ("", "-wal", "-shm"):
                path.with_name(path.name + ending).unlink(missing_ok=True)
        except OSError:
            stays = True
    if stays:
        raise StoreFailed(
            "An old copy of the history cannot be deleted.",
            "Close the program that uses it, or delete it in the profile folder yourself.",
        )


def _data(found: Traces, log_lines: int, copies: int) -> CustomerData:
    return CustomerData(**found.counts, log_lines=log_lines, old_copies=copies, first=found.first, last=found.last)
