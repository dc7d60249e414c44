"""A few words by the pointer, while it changes something that has a number."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter

_PADDING = (8, 4)
_OFFSET = (16, 18)
"""From the pointer, so that it covers nothing of what is pointed at."""


def tag_rect(pen: QPointF, words: str, area: QRect, density: float) -> QRect:
    """Where the words lie: beside the pointer, within `area`, all in device pixels."""
    metrics = QFontMetricsF(_font(density))
    width = round(metrics.horizontalAdvance(words) + 2 * _PADDING[0] * density)
    height = round(metrics.height() + 2 * _PADDING[1] * density)
    left = min(round(pen.x() + _OFFSET[0] * density), area.right() - width)
    top = min(round(pen.y() + _OFFSET[1] * density), area.bottom() - height)
    return QRect(max(left, area.left()), max(top, area.top()), width, height)


def draw_tag(painter: QPainter, rect: QRect, words: str, density: float) -> None:
    """White words on a dark ground, which any picture leaves readable."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(20, 20, 20, 215))
    painter.drawRoundedRect(QRectF(rect), 5 * density, 5 * density)
    painter.setPen(QColor(245, 245, 245))
    painter.setFont(_font(density))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


def _font(density: float) -> QFont:
    """The program's font, as large in device pixels as elsewhere in those of the desktop."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(font.pointSizeF() * density)
    return font
