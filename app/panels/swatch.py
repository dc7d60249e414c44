"""Small pictures of colours: classes of the trimap, grounds of the cut-out."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from app.icons import SIZE
from app.looks import Ground

_RIM = QColor(128, 128, 128)


def dot_icon(colour: QColor | None, density: float = 2.0) -> QIcon:
    """A round dot; an empty, dashed one for no colour."""
    pixmap, painter = _begin(density)
    if colour is None:
        painter.setPen(QPen(_RIM, 1.6, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
    painter.drawEllipse(QPointF(9, 9), 5.5, 5.5)
    painter.end()
    return QIcon(pixmap)


def ground_icon(ground: Ground, colour: QColor, density: float = 2.0) -> QIcon:
    """A square of what lies behind the cut-out."""
    pixmap, painter = _begin(density)
    square = QRectF(2.5, 2.5, 13, 13)
    fills = {Ground.BLACK: QColor(0, 0, 0), Ground.WHITE: QColor(255, 255, 255)}
    painter.setPen(Qt.PenStyle.NoPen)
    if ground is Ground.CHECKER:
        painter.fillRect(square, QColor(225, 225, 225))
        for row in range(4):
            for column in range(row % 2, 4, 2):
                painter.fillRect(
                    QRectF(2.5 + 3.25 * column, 2.5 + 3.25 * row, 3.25, 3.25), QColor(140, 140, 140)
                )
    elif ground is Ground.PICTURE:
        _draw_landscape(painter, square)
    else:
        painter.fillRect(square, fills.get(ground, colour))
    painter.setPen(QPen(_RIM, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(square)
    painter.end()
    return QIcon(pixmap)


def _draw_landscape(painter: QPainter, square: QRectF) -> None:
    painter.fillRect(square, QColor(0x7F, 0xB2, 0xE5))
    painter.setClipRect(square)
    painter.setBrush(QColor(0xFF, 0xE0, 0x8A))
    painter.drawEllipse(QPointF(12, 6), 2, 2)
    painter.setBrush(QColor(0x4E, 0x8F, 0x52))
    painter.drawEllipse(QPointF(6, 17), 7, 7)
    painter.setBrush(QColor(0x3B, 0x73, 0x40))
    painter.drawEllipse(QPointF(14, 18), 6, 6)
    painter.setClipping(False)


def _begin(density: float) -> tuple[QPixmap, QPainter]:
    pixmap = QPixmap(SIZE * density)
    pixmap.setDevicePixelRatio(density)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return pixmap, painter
