import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from pytestqt.qtbot import QtBot

from tests.ui.stage import Stage, stage


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    sys.stderr.write(f"{text}\n")


# Each test hears what Qt says by a handler of its own, and takes it back. Were there none below, a thread of Qt's that
# just then waits for Python's lock, to say something, would find no handler at all and crash.
qInstallMessageHandler(_pass_on)


@pytest.fixture(name="stage")
def _stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with stage(qtbot, tmp_path / "layout.ini") as made:
        yield made
