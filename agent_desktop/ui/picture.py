"""Pictures that are painted once and shown often."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from agent_desktop.resource_files import resource


def program_icon() -> QIcon:
    """For windows that a list of windows shows; their dialogs have it from them. Not for all windows: the pop is in no
    such list, and would hold 256 KB of pixels for none.
    """
    return QIcon(str(resource("icons/agent-desktop.png")))


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
