from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from agent_desktop.ui.flow import Flow


def test_the_last_of_a_row_goes_to_the_right_edge(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    flow = Flow(window, is_spread=True)
    flow.setContentsMargins(0, 0, 0, 0)
    flow.setSpacing(10)
    groups = [_Fixed(QSize(width, 20)) for width in (100, 60)]
    for group in groups:
        flow.addWidget(group)

    flow.setGeometry(QRect(0, 0, 300, 20))
    assert [group.geometry() for group in groups] == [QRect(0, 0, 100, 20), QRect(240, 0, 60, 20)]

    assert flow.heightForWidth(169) == 50
    flow.setGeometry(QRect(0, 0, 169, 50))
    assert [group.geometry() for group in groups] == [QRect(0, 0, 100, 20), QRect(0, 30, 60, 20)]


class _Fixed(QWidget):
    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._size = size

    def sizeHint(self) -> QSize:
        return self._size
