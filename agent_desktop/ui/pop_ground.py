"""The pop's ground and rounded frame. Most of it is straight and filled; its two rounded ends are pictures, kept."""

from functools import lru_cache, partial

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QRegion

from agent_desktop.ui.pop_look import EDGE, PopLook
from agent_desktop.ui.theme import RADIUS_WINDOW


@lru_cache(maxsize=16)
def window_mask(size: QSize) -> QRegion:
    """What is inside the frame, for a desktop that blends nothing."""
    width, height, radius = size.width(), size.height(), RADIUS_WINDOW
    region = QRegion(QRect(0, radius, width, height - 2 * radius))
    for row in range(radius):
        inset = round(radius - (radius**2 - (radius - row - 0.5) ** 2) ** 0.5)
        for y in (row, height - 1 - row):
            region = region.united(QRect(inset, y, width - 2 * inset, 1))
    return region


def paint_ground(
    painter: QPainter, look: PopLook, size: QSize, edge: QColor, is_first: bool, is_last: bool, dpr: float
) -> None:
    """Paint a card's ground, its coloured edge and its part of the frame, rounded for the first and the last card."""
    width, height, palette = size.width(), size.height(), look.palette
    top = RADIUS_WINDOW if is_first else 0
    tall = height - top - (RADIUS_WINDOW if is_last else 0)
    painter.fillRect(EDGE, top, width - EDGE - 1, tall, palette.surface)
    painter.fillRect(0, top, EDGE, tall, edge)
    painter.fillRect(width - 1, top, 1, tall, palette.frame)
    if not is_first:
        painter.fillRect(EDGE, 0, width - EDGE - 1, 1, palette.line)
    for is_top, y in ((True, 0), (False, height - RADIUS_WINDOW)):
        if is_first if is_top else is_last:
            end = partial(_paint_end, look, is_top, edge)
            painter.drawPixmap(0, y, look.picture(("end", is_top, edge.rgb()), QSize(width, RADIUS_WINDOW), dpr, end))


def _paint_end(look: PopLook, is_top: bool, edge: QColor, painter: QPainter, rect: QRectF) -> None:
    whole = QRectF(0, 0 if is_top else -rect.height(), rect.width(), 2 * rect.height())
    shape = QPainterPath()
    shape.addRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_WINDOW, RADIUS_WINDOW)
    painter.fillPath(shape, look.palette.surface)
    painter.setPen(look.palette.frame)
    painter.drawPath(shape)
    outline, strip = QPainterPath(), QPainterPath()
    outline.addRoundedRect(whole, RADIUS_WINDOW, RADIUS_WINDOW)
    strip.addRect(QRectF(0, whole.top(), EDGE, whole.height()))
    painter.fillPath(outline.intersected(strip), edge)
