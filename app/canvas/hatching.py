"""The hatching over alpha that is older than its trimap: fine lines that say “not yet”."""

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPixmap

from app.canvas.mosaic import Mosaic
from app.canvas.viewport import Viewport

_SPACING = 7
_BRIGHT, _DARK = QColor(255, 255, 255, 120), QColor(0, 0, 0, 110)
"""Side by side, so that a line is seen on black, on white, and on any picture."""


class Hatching:
    """Slanted lines, as fine at every zoom, that move with the picture."""

    def __init__(self, density: float) -> None:
        self._brush = QBrush(_lines(max(4, round(_SPACING * density)), density))

    def lay(self, painter: QPainter, where: Mosaic, viewport: Viewport, rect: QRect) -> None:
        """Draw them within `rect`, in device pixels, where the mosaic is opaque."""
        veil = QImage(rect.size(), QImage.Format.Format_ARGB32_Premultiplied)
        veil.fill(Qt.GlobalColor.transparent)
        lines = QPainter(veil)
        lines.translate(-rect.topLeft())
        where.paint(lines, viewport, rect)
        lines.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        lines.setBrushOrigin(QPoint(viewport.left, viewport.top))
        lines.fillRect(rect, self._brush)
        lines.end()
        painter.drawImage(rect.topLeft(), veil)


def _lines(side: int, density: float) -> QPixmap:
    """A square that continues in its neighbours, with a bright and a dark line across."""
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, shift in ((_BRIGHT, 0.0), (_DARK, 1.2 * density)):
        painter.setPen(QPen(colour, density))
        for offset in (-side, 0, side):
            start = QPointF(offset + shift - side, 2 * side)
            painter.drawLine(start, QPointF(offset + shift + 2 * side, -side))
    painter.end()
    return tile
