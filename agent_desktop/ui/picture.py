"""Pictures that are painted once and shown often."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap


def picture(size: QSize, dpr: float, paint: Callable[[QPainter, QRectF], None]) -> QPixmap:
    """What `paint` draws, antialiased, on a transparent ground of `size` logical pixels."""
    painted = QPixmap(round(size.width() * dpr), round(size.height() * dpr))
    painted.setDevicePixelRatio(dpr)
    painted.fill(Qt.GlobalColor.transparent)
    painter = QPainter(painted)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, QRectF(QPointF(0, 0), QSizeF(size)))
    painter.end()
    # In a picture that was painted on Qt keeps what it painted with: 20 KB, however small the picture. A copy has none.
    return painted.copy()
