"""A slider for a place in time: a click goes there, and while it is dragged it stays in the hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSlider, QStyle, QWidget

STEP_MS = 5000
PAGE_MS = 30_000


class SeekSlider(QSlider):
    """`sought` carries where the user wants to be, in milliseconds; `place` moves it without that."""

    sought = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSingleStep(STEP_MS)
        self.setPageStep(PAGE_MS)
        self.actionTriggered.connect(lambda _: None if self.isSliderDown() else self.sought.emit(self.sliderPosition()))
        self.sliderReleased.connect(lambda: self.sought.emit(self.value()))

    def place(self, position: int, duration: int) -> None:
        """Show where it is, unless the user holds it."""
        if not self.isSliderDown():
            self.setMaximum(max(0, duration))
            self.setValue(position)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # The handle jumps below the pointer; from there it is dragged as usual.
        if event.button() == Qt.MouseButton.LeftButton and self.maximum():
            half = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, None, self) // 2
            at, room = round(event.position().x()) - half, self.width() - 2 * half
            self.setSliderPosition(QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), at, room))
        super().mousePressEvent(event)
