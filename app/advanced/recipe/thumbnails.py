"""Small pictures in a row."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.images import Bytes, picture_of_rgb

_SIDE, _GAP, _ROUND = 36, 5, 4


class Thumbnails(QWidget):
    """As many as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: list[QImage] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_SIDE)
        self.hide()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._pictures)

    def show_pictures(self, pictures: Sequence[Bytes]) -> None:
        """Show these, uint8 (h, w, 3), each square."""
        self._pictures = [picture_of_rgb(picture) for picture in pictures]
        self.setVisible(bool(self._pictures))
        self.update()

    def sizeHint(self) -> QSize:
        """All of them."""
        return QSize(len(self._pictures) * (_SIDE + _GAP), _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each with round corners."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        for number, picture in enumerate(self._pictures):
            left = number * (_SIDE + _GAP)
            if left + _SIDE > self.width():
                break
            square = QRectF(left, 0, _SIDE, _SIDE)
            path = QPainterPath()
            path.addRoundedRect(square, _ROUND, _ROUND)
            painter.setClipPath(path)
            painter.drawImage(square, picture)
        painter.end()
