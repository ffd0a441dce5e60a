from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.stage import Stage, stage


@pytest.fixture(name="stage")
def _stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with stage(qtbot, tmp_path / "layout.ini") as made:
        yield made
