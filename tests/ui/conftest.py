import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agent_desktop.desk.settings import Settings
from agent_desktop.desk.updates import SettingsChanged
from agent_desktop.ui.desktop import Desktop
from tests.ui.contacts_fake import with_contacts
from tests.ui.desk_fake import FakeDesk, desk_thread
from tests.ui.stage import HANG_MS, READY, Stage, stage


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    sys.stderr.write(f"{text}\n")


# Each test hears what Qt says by a handler of its own, and takes it back. Were there none below, a thread of Qt's that
# just then waits for Python's lock, to say something, would find no handler at all and crash.
qInstallMessageHandler(_pass_on)


@pytest.fixture(name="stage")
def _stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with stage(qtbot, tmp_path / "layout.ini") as made:
        yield made


@pytest.fixture(name="speak")
def _speak(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[str], Desktop]]:
    """The windows of the whole program, in a language; the same windows whenever it is called."""
    numbers = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
    handlers = {number: signal.getsignal(number) for number in numbers}
    desk = FakeDesk(settings=READY)
    with_contacts(desk)
    with desk_thread() as thread:
        made = Desktop(qapp, desk, thread.loop, tmp_path / "layout.ini")
        made.bridge.open()

        def use(code: str) -> Desktop:
            desk.settings = _speaking(desk.settings, code)
            thread.call(partial(desk.publish, SettingsChanged(desk.settings, "keyring")))
            qtbot.waitUntil(lambda: made.language.code == code and made.bridge.present.is_known, timeout=HANG_MS)
            return made

        yield use
        use("en")
        made.close()
        made.pop.deleteLater()
    signal.set_wakeup_fd(-1)
    for number, handler in handlers.items():
        signal.signal(number, handler)
    qapp.setStyleSheet("")


def _speaking(settings: Settings, code: str) -> Settings:
    return settings.with_value("window.language", code)
