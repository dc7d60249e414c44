"""A similarity map, or a photograph with one over it, and a ring where it is seen from."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.images import Bytes, picture_of_rgb

_LEAST = 120


class MapView(QWidget):
    """Shows a picture as large as fits; a press or a drag on it tells the place."""

    pointed = Signal(float, float)
    """Row and column, in shares of the picture."""

    def __init__(self, name: str, *, smooth: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self._smooth = smooth
        self._ring: tuple[float, float] | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be seen yet."""
        return self._picture.isNull()

    def show_map(self, pixels: Bytes | None, ring: tuple[float, float] | None = None) -> None:
        """Show uint8 (h, w, 3), with a ring at (row, column) in shares; None for nothing."""
        self._picture = QImage() if pixels is None else picture_of_rgb(pixels)
        self._ring = ring
        self.update()

    def sizeHint(self) -> QSize:
        """Small, and grows."""
        return QSize(_LEAST, _LEAST)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look from here."""
        self._point(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look from here now."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._point(event)

    def _point(self, event: QMouseEvent) -> None:
        place = self._place()
        if not self._picture.isNull() and place.contains(event.position()):
            row = (event.position().y() - place.top()) / place.height()
            column = (event.position().x() - place.left()) / place.width()
            self.pointed.emit(min(row, 0.999), min(column, 0.999))

    def _place(self) -> QRectF:
        size = self._picture.size().toSizeF()
        if size.isEmpty():
            return QRectF()
        size.scale(self.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, and the ring."""
        if self._picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._smooth)
        place = self._place()
        painter.drawImage(place, self._picture)
        if self._ring is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            row, column = self._ring
            centre = QPointF(
                place.left() + column * place.width(), place.top() + row * place.height()
            )
            for colour, width in ((QColor(0, 0, 0), 4), (QColor(255, 255, 255), 2)):
                painter.setPen(QPen(colour, width))
                painter.drawEllipse(centre, 6, 6)
        painter.end()
