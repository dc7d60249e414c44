"""A picture that is fitted to its room, zoomed with the wheel, and moved with the pointer."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsScene, QGraphicsView, QWidget

from app.images import Bytes, picture_of_rgb
from app.theme import Colours

_NOTCH = 1.25
_MOST = 32.0
"""Pixels of the screen for one of the picture."""


class PictureView(QGraphicsView):
    """Shows one picture; another of the same size is seen at the same place and zoom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = QGraphicsPixmapItem()
        self._scene = QGraphicsScene(self)
        self._scene.addItem(self._item)
        self.setScene(self._scene)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        for hide in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            hide(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(160, 120)
        self._is_fitted = True

    @property
    def pixmap(self) -> QPixmap:
        """What is shown."""
        return self._item.pixmap()

    def show_rgb(self, rgb: Bytes | None) -> None:
        """Show a uint8 (h, w, 3) array; None for nothing."""
        before = self._item.pixmap().size()
        shown = QPixmap() if rgb is None else QPixmap.fromImage(picture_of_rgb(rgb))
        self._item.setPixmap(shown)
        if shown.size() != before:
            self._scene.setSceneRect(QRectF(shown.rect()))
            self.fit()

    def fit(self) -> None:
        """As large as there is room."""
        self._is_fitted = True
        if not self._item.pixmap().isNull():
            self.fitInView(self._item, Qt.AspectRatioMode.KeepAspectRatio)
        self._smoothen()

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self.setBackgroundBrush(QColor(colours.surround))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay fitted, unless somebody has zoomed."""
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; out as far as the whole picture."""
        factor = _NOTCH ** (event.angleDelta().y() / 120)
        if self.transform().m11() * factor > _MOST:
            return
        self._is_fitted = False
        self.scale(factor, factor)
        whole = self.mapFromScene(self._item.boundingRect()).boundingRect()
        if factor < 1 and self.rect().contains(whole):
            self.fit()
        self._smoothen()

    def _smoothen(self) -> None:
        """Shrunk pictures softly, single pixels as they are."""
        is_small = self.transform().m11() < 2
        mode = Qt.TransformationMode
        self._item.setTransformationMode(
            mode.SmoothTransformation if is_small else mode.FastTransformation
        )
