"""A window's surroundings for a test: a fake desk on its thread, the bridge to it, and clocks that stand still."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from agent_desktop.desk.settings import PbxSettings, Settings
from agent_desktop.desk.thread import DeskThread
from agent_desktop.desk.updates import AgentChanged, SettingsChanged, Update
from agent_desktop.telephony.agent import AgentStatus, Pause, StatusSource
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.events import Direction
from agent_desktop.ui.bridge import DeskBridge
from agent_desktop.ui.context import Context
from agent_desktop.ui.layout_memory import LayoutMemory
from agent_desktop.ui.theme import Theme
from tests.ui.desk_fake import FakeDesk, desk_thread

NOW = 1_760_000_000.0
"""2025-10-09, 08:53 UTC."""
HANG_MS = 30_000
READY = Settings(pbx=PbxSettings("https://pbx.example.com", "", "cty.example.com", "101"))


class Clock:
    """Time that passes when told."""

    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class Stage:
    """What a test of a widget needs. Updates and releases run on the desk's thread."""

    def __init__(self, qtbot: QtBot, thread: DeskThread, desk: FakeDesk, memory: Path) -> None:
        self.qtbot = qtbot
        self.desk = desk
        self.thread = thread
        self.clock = Clock(NOW)
        self.steady = Clock(1000.0)
        self.bridge = DeskBridge(desk, thread.loop)
        self.theme = Theme()
        self.memory = LayoutMemory(memory)
        self.context = Context(self.bridge, self.theme, self.memory, str, self.clock, self.steady)

    def open(self, *updates: Update) -> None:
        """Listen to the desk, which is set up and available, and says this besides."""
        self.bridge.open()
        status = AgentStatus("101", "on", StatusSource.WEBHOOK, NOW - 60, NOW - 3)
        self.publish(SettingsChanged(self.desk.settings, "keyring"), AgentChanged(status, Pause()), *updates)
        self.until(lambda: self.bridge.present.is_known)
        self.settle()

    def publish(self, *updates: Update) -> None:
        """The desk says this."""
        for update in updates:
            self.thread.call(partial(self.desk.publish, update))

    def on_desk(self, function: Callable[[], object]) -> None:
        """Run it on the desk's thread and wait for it."""

        async def run() -> None:
            function()

        self.thread.submit(run()).result()

    def until(self, condition: Callable[[], object]) -> None:
        """Let the windows' loop turn until it holds."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=HANG_MS)

    def settle(self) -> None:
        """Let everything that the desk was asked and has said arrive."""
        answered: list[object] = []
        self.bridge.ask(_nothing(), answered.append)
        self.until(lambda: answered)

    def show(self, widget: QWidget) -> QWidget:
        """Show it, and end it with the test."""
        self.qtbot.addWidget(widget)
        widget.show()
        return widget


async def _nothing() -> None:
    return None


@contextmanager
def stage(qtbot: QtBot, memory: Path, desk: FakeDesk | None = None) -> Iterator[Stage]:
    """A stage that is taken down at the end."""
    with desk_thread() as thread:
        made = Stage(qtbot, thread, desk or FakeDesk(settings=READY), memory)
        try:
            yield made
        finally:
            made.bridge.close()


def call(
    callid: str,
    *,
    ago: float = 60.0,
    direction: Direction = "inbound",
    number: str = "0938363739",
    status: str = "ANSWER",
    talk_s: int | None = 61,
    hold_s: int | None = 13,
    extension: str = "101",
) -> CallRecord:
    """A call that began `ago` seconds before NOW."""
    return CallRecord(
        callid,
        NOW - ago,
        direction,
        number,
        extension,
        "Sales",
        "19002028",
        status,
        74,
        talk_s,
        hold_s,
    )
