"""The brush's outline: true to size, a double line that shows on any ground, a dot when tiny."""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

_DOT = 1.5
"""Radius in device pixels under which a circle could not be seen as one."""


def ring_rect(centre: QPointF, radius: float) -> QRect:
    """What `draw_ring` touches."""
    reach = max(radius, _DOT) + 4
    return QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach).toAlignedRect()


def draw_ring(painter: QPainter, centre: QPointF, radius: float, colour: QColor) -> None:
    """The outline of a brush of `radius` device pixels, in the colour of what it would paint."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if radius < _DOT:
        painter.setPen(QPen(QColor(0, 0, 0, 200), 1))
        painter.setBrush(colour.lighter(130))
        painter.drawEllipse(centre, 2.5, 2.5)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(0, 0, 0, 170), 1.2))
    painter.drawEllipse(centre, radius + 0.8, radius + 0.8)
    painter.setPen(QPen(colour.lighter(135), 1.4))
    painter.drawEllipse(centre, max(0.5, radius - 0.5), max(0.5, radius - 0.5))
    if radius > 24:
        _draw_cross(painter, centre)


def _draw_cross(painter: QPainter, centre: QPointF) -> None:
    x, y = math.floor(centre.x()) + 0.5, math.floor(centre.y()) + 0.5
    for colour, width in ((QColor(0, 0, 0, 130), 2.4), (QColor(255, 255, 255, 210), 1.0)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(QPointF(x - 3, y), QPointF(x + 3, y))
        painter.drawLine(QPointF(x, y - 3), QPointF(x, y + 3))
