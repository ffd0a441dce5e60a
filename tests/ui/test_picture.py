"""Pictures: what is painted, sharp on any screen, and nothing else in memory."""

import ctypes
import sys

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor

from agent_desktop.ui.picture import picture


class _Heap(ctypes.Structure):
    """glibc's `mallinfo2`."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            "arena",
            "ordblks",
            "smblks",
            "hblks",
            "hblkhd",
            "usmblks",
            "fsmblks",
            "uordblks",
            "fordblks",
            "top",
        )
    ]


def _bytes_in_use() -> int:
    try:
        ask = ctypes.CDLL(None).mallinfo2
    except AttributeError:
        pytest.skip("this C library does not tell what is in use")
    ask.restype = _Heap
    return int(ask().uordblks)


def test_a_picture_is_painted_on_nothing_at_the_pixels_of_its_screen(qapp):
    made = picture(
        QSize(10, 8), 2.0, lambda painter, rect: painter.fillRect(rect.adjusted(0, 0, 0, -4), Qt.GlobalColor.red)
    )
    assert (made.size(), made.devicePixelRatio()) == (QSize(20, 16), 2.0)
    image = made.toImage()
    assert image.pixelColor(19, 7) == QColor("red")
    assert image.pixelColor(19, 8).alpha() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="the C library of Linux tells what is in use")
def test_a_picture_takes_no_more_memory_than_its_pixels(qapp):
    def paint(painter, rect):
        painter.setBrush(Qt.GlobalColor.red)
        painter.drawEllipse(rect)

    def make():
        return picture(QSize(16, 16), 1.0, paint)

    kept = [make()]
    before = _bytes_in_use()
    kept += [make() for _ in range(100)]
    assert (_bytes_in_use() - before) / 100 < 4096  # 16 * 16 * 4, and what describes them
