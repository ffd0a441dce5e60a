"""What grew around the desk's core: each feature hears the desk's news, and has methods of its own for the windows."""

from agent_desktop.desk.call_backs import CallBacks
from agent_desktop.desk.call_details import CallBrowser
from agent_desktop.desk.contacts import Directory
from agent_desktop.desk.crm import Crm
from agent_desktop.desk.diagnostics import Diagnostics
from agent_desktop.desk.dial_watch import DialWatch
from agent_desktop.desk.dispositions import Dispositions
from agent_desktop.desk.exports import Exports
from agent_desktop.desk.figures import Figures
from agent_desktop.desk.history_sync import HistorySync
from agent_desktop.desk.keeping import Keeping
from agent_desktop.desk.pause_budgets import PauseBudgets
from agent_desktop.desk.receipts import Receipts
from agent_desktop.desk.recordings import Recordings
from agent_desktop.desk.run_log import RunLog
from agent_desktop.desk.self_test import SelfTest
from agent_desktop.desk.support import Support
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.this_computer import ThisComputer
from agent_desktop.desk.wrap_up import WrapUps


class Features:
    """The features, by name. Building one neither waits nor fails: what takes time belongs into `start`."""

    def __init__(self, around: Surroundings) -> None:
        self.call_backs = CallBacks(around)
        self.contacts = Directory(around)
        self.call_browser = CallBrowser(around)
        self.receipts = Receipts(around)
        self.runs = RunLog(around)
        self.diagnostics = Diagnostics(around, self.runs)
        self.self_test = SelfTest(around)
        self.dispositions = Dispositions(around)
        self.sync = HistorySync(around)
        self.exports = Exports(around.store.path, around.publisher)
        self.figures = Figures(around.store)
        self.keeping = Keeping(around)
        self.support = Support(around)
        self.computer = ThisComputer(around.connection.profile)
        self.recordings = Recordings(around)
        self.wrap_ups = WrapUps(around)
        self.pause_budgets = PauseBudgets(around)
        self.crm = Crm(around)
        self.dial_watch = DialWatch(around)

    async def start(self) -> None:
        """The desk listens, and what earlier runs left is caught up. A feature's failure becomes a notice."""
        await self.runs.start()
        await self.pause_budgets.start()
        await self.contacts.start()
        await self.call_backs.start()
        await self.sync.start()
        await self.crm.start()
        self.keeping.start()
        await self.recordings.start()

    async def close(self) -> None:
        """The desk ends; the database is still there, background tasks are not."""
        await self.runs.close()
        await self.call_backs.close()
        await self.wrap_ups.close()
        await self.pause_budgets.close()
        await self.crm.close()
        await self.dial_watch.close()
        await self.recordings.close()
        await self.exports.close()
        await self.contacts.close()
