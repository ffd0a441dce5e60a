"""What grew around the desk's core: each feature hears the desk's news, and has methods of its own for the windows."""

import logging
from collections.abc import Awaitable, Callable
from functools import cached_property
from typing import TYPE_CHECKING

from agent_desktop.desk.call_backs import CallBacks
from agent_desktop.desk.contacts import Directory
from agent_desktop.desk.crm import Crm
from agent_desktop.desk.dial_watch import DialWatch
from agent_desktop.desk.dispositions import Dispositions
from agent_desktop.desk.global_keys import GlobalKeys
from agent_desktop.desk.history_sync import HistorySync
from agent_desktop.desk.keeping import Keeping
from agent_desktop.desk.notes import Notes
from agent_desktop.desk.number_reading import NumberReading
from agent_desktop.desk.pause_budgets import PauseBudgets
from agent_desktop.desk.receipts import Receipts
from agent_desktop.desk.run_log import RunLog
from agent_desktop.desk.screen_lock import ScreenLock
from agent_desktop.desk.self_test import SelfTest
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.wrap_up import WrapUps

if TYPE_CHECKING:
    from agent_desktop.desk.call_details import CallBrowser
    from agent_desktop.desk.diagnostics import Diagnostics
    from agent_desktop.desk.exports import Exports
    from agent_desktop.desk.figures import Figures
    from agent_desktop.desk.recordings import Recordings
    from agent_desktop.desk.support import Support
    from agent_desktop.desk.this_computer import ThisComputer

_log = logging.getLogger(__name__)


class Features:
    """The features, by name. Building one neither waits nor fails: what takes time belongs into `start`. `failed` is
    told of a bug in one of them.
    """

    def __init__(self, around: Surroundings, failed: Callable[[], None]) -> None:
        self._around = around
        self._failed = failed
        self.call_backs = CallBacks(around)
        self.contacts = Directory(around)
        self.receipts = Receipts(around)
        self.runs = RunLog(around)
        self.self_test = SelfTest(around)
        self.dispositions = Dispositions(around)
        self.notes = Notes(around)
        self.sync = HistorySync(around)
        self.keeping = Keeping(around)
        self.number_reading = NumberReading(around)
        self.screen_lock = ScreenLock(around)
        self.wrap_ups = WrapUps(around, self.screen_lock.take_over)
        self.pause_budgets = PauseBudgets(around, self.wrap_ups, self.screen_lock)
        self.crm = Crm(around)
        self.dial_watch = DialWatch(around)
        self.keys = GlobalKeys(around)

    # Loaded when they are first wanted: at rest they would cost memory, and time at the start.

    @cached_property
    def diagnostics(self) -> "Diagnostics":
        from agent_desktop.desk.diagnostics import Diagnostics

        return Diagnostics(self._around, self.runs)

    @cached_property
    def exports(self) -> "Exports":
        from agent_desktop.desk.exports import Exports
        from agent_desktop.system.own_command import own_command

        program = own_command(self._around.connection.profile)
        return Exports(self._around.store.path, self._around.publisher, program)

    @cached_property
    def recordings(self) -> "Recordings":
        from agent_desktop.desk.recordings import Recordings

        return Recordings(self._around)

    @cached_property
    def figures(self) -> "Figures":
        from agent_desktop.desk.figures import Figures

        return Figures(self._around.store)

    @cached_property
    def support(self) -> "Support":
        from agent_desktop.desk.support import Support

        return Support(self._around)

    @cached_property
    def computer(self) -> "ThisComputer":
        from agent_desktop.desk.this_computer import ThisComputer

        return ThisComputer(self._around.connection.profile)

    @cached_property
    def call_browser(self) -> "CallBrowser":
        from agent_desktop.desk.call_details import CallBrowser

        return CallBrowser(self._around)

    async def start(self) -> None:
        """The desk listens, and what earlier runs left is caught up. A feature's failure becomes a notice, and keeps
        no other from starting.
        """
        begins = (
            self.runs.start,
            self.pause_budgets.start,
            self.contacts.start,
            self.call_backs.start,
            self.sync.start,
            self.crm.start,
            self.keeping.start,
            self.number_reading.start,
            self._clear_recordings,
        )
        for begin in begins:
            if not await _try(begin):
                self._failed()

    async def close(self) -> None:
        """The desk ends; the database is still there, background tasks are not."""
        ends = (
            self.keys.close,
            self.runs.close,
            self.call_backs.close,
            self.wrap_ups.close,
            self.pause_budgets.close,
            self.crm.close,
            self.dial_watch.close,
            self.contacts.close,
        )
        for end in ends:
            await _try(end)
        for name in ("exports", "recordings"):
            if name in vars(self):
                await _try(getattr(self, name).close)

    async def _clear_recordings(self) -> None:
        """Remove what a run left behind that was ended from outside."""
        if self._around.connection.profile.recordings.exists():
            await self.recordings.clear()

    def look_again(self) -> None:
        """This computer slept, or is in another network: timers stood still meanwhile."""
        self.call_backs.look_again()
        self.wrap_ups.look_again()
        self.crm.send_soon()
        self.self_test.soon()
        self.sync.soon()

    def clock_set(self, seconds: float) -> None:
        """This computer's clock was set by so much."""
        self.wrap_ups.clock_set(seconds)


async def _try(work: Callable[[], Awaitable[None]]) -> bool:
    """Do it. False where it failed as nobody expected."""
    try:
        await work()
    except Exception:  # noqa: BLE001 - it is logged, and one feature's bug is not another's
        _log.exception("a feature failed")
        return False
    return True
