"""Rectangles of the screen and boxes of the picture that are to be painted again."""

from functools import reduce

from PySide6.QtCore import QPoint, QRect

from engine.trimap.paint import Box

_MANY = 24


def scaled(rect: QRect, factor: float) -> QRect:
    """The rectangle in the other kind of pixels, rounded outwards."""
    left, top = rect.left() * factor, rect.top() * factor
    right, bottom = (rect.right() + 1) * factor, (rect.bottom() + 1) * factor
    outer = QPoint(int(-(-right // 1)) - 1, int(-(-bottom // 1)) - 1)
    return QRect(QPoint(int(left // 1), int(top // 1)), outer)


def fewer(boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    """The same boxes, or the one around them when there are so many that each would cost more."""
    return boxes if len(boxes) <= _MANY else (reduce(Box.joined, boxes),)
