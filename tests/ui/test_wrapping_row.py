"""Widgets that go on in a next line."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agent_desktop.ui.wrapping_row import WrappingRow


@pytest.mark.parametrize(("width", "lines"), [(320, 1), (319, 2), (210, 2), (100, 3), (50, 3)])
def test_what_has_no_room_goes_on_below(qtbot: QtBot, width: int, lines: int) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = WrappingRow(10)
    buttons = [QPushButton(str(place)) for place in range(3)]
    for button in buttons:
        button.setFixedSize(100, 30)
        row.addWidget(button)
    page.setLayout(row)
    assert (row.minimumSize().width(), row.sizeHint().width()) == (100, 320)
    assert row.heightForWidth(width) == lines * 30 + (lines - 1) * 10
    page.setFixedWidth(max(width, 100))
    page.show()
    assert len({button.y() for button in buttons}) == lines
    assert all(button.geometry().right() < max(width, 100) for button in buttons)
