"""The line of a lasso: a double line that shows on any ground, with handles at its corners."""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.canvas.lasso import Outline
from app.canvas.viewport import Viewport

_DARK, _BRIGHT = QColor(0, 0, 0, 190), QColor(255, 255, 255)
_MARGIN = 8
"""How far handles and pens reach beyond the points, in device pixels."""


def outline_rect(outline: Outline, viewport: Viewport) -> QRect:
    """What `draw_outline` touches, in device pixels."""
    around = QPolygonF([*outline.points, outline.tip]).boundingRect()
    left, top = viewport.to_screen(around.left(), around.top())
    right, bottom = viewport.to_screen(around.right(), around.bottom())
    rect = QRectF(left, top, right - left, bottom - top).toAlignedRect()
    return rect.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)


def tip_rect(old: Outline, new: Outline, viewport: Viewport) -> QRect:
    """What differs between an outline and a later one that has the same beginning."""
    shared = max(0, min(len(old.points), len(new.points)) - 1)
    points = (*old.points[shared:], *new.points[shared:], new.points[0], old.tip)
    return outline_rect(Outline(points, new.tip, new.code), viewport)


def draw_outline(painter: QPainter, outline: Outline, viewport: Viewport, colour: QColor) -> None:
    """Draw the line so far, the way it would be closed, and its corners."""
    points = [_on_screen(point, viewport) for point in outline.points]
    tip = _on_screen(outline.tip, viewport)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    bright = colour.lighter(135)
    line = QPolygonF([*points, tip])
    for pen in (QPen(_DARK, 3.8), QPen(bright, 1.5)):
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(line)
    _draw_way_home(painter, tip, points[0])
    for index in outline.corners:
        _draw_handle(painter, points[index], bright, is_first=index == 0)


def _on_screen(point: QPointF, viewport: Viewport) -> QPointF:
    return QPointF(*viewport.to_screen(point.x(), point.y()))


def _draw_way_home(painter: QPainter, tip: QPointF, home: QPointF) -> None:
    painter.setPen(QPen(_DARK, 1.0))
    painter.drawLine(tip, home)
    dashes = QPen(_BRIGHT, 1.0)
    dashes.setDashPattern([4.0, 4.0])
    painter.setPen(dashes)
    painter.drawLine(tip, home)


def _draw_handle(painter: QPainter, at: QPointF, colour: QColor, *, is_first: bool) -> None:
    reach = 3.5 if is_first else 2.5
    place = QPointF(math.floor(at.x()) + 0.5, math.floor(at.y()) + 0.5)
    painter.setPen(QPen(_DARK, 1.2))
    painter.setBrush(_BRIGHT if is_first else colour)
    painter.drawRect(QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach))
    painter.setBrush(Qt.BrushStyle.NoBrush)
