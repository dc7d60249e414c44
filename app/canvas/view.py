"""The view: hangs the scene in the window, and looks at any part of it."""

from PySide6.QtCore import QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.canvas.ants import Ants
from app.canvas.easel import Easel
from app.canvas.rects import fewer, scaled
from app.canvas.scene import Scene
from app.canvas.shown import Cover
from app.canvas.viewport import Viewport
from app.document import Document
from app.looks import Looks
from engine.trimap.paint import Box

_ZOOM = 1.25
"""Factor of one notch of the wheel."""


class View(QWidget):
    """The picture and nothing else, on neutral grey; painted again where it has changed."""

    zoom_changed = Signal()

    def __init__(self, document: Document, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._looks = looks
        self._easel = Easel(document, self)
        self._scene = Scene(document, looks, self._easel, document.finish)
        self._ants = Ants(looks, self._easel.read, self)
        self.covers: list[Cover] = []
        """What others paint over the scene."""
        self._is_fitted = True
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 180)
        document.image_changed.connect(self._on_image_changed)
        document.trimap_changed.connect(self._on_trimap_changed)
        document.piece_laid.connect(self._on_piece_laid)
        for other in (document.alpha_changed, document.foreground_changed, document.finish.refined):
            other.connect(self._on_matte_changed)
        document.finish.cleaned.connect(self._on_piece_laid)
        looks.changed.connect(self._on_looks_changed)
        self._easel.touched.connect(self._on_touched)
        self._ants.stepped.connect(self._update_device)

    @property
    def viewport(self) -> Viewport:
        """Where the picture lies, in device pixels."""
        return self._scene.viewport

    def fit(self) -> None:
        """Show the whole picture, and keep it whole when the window grows."""
        area = self._area()
        self._look_at(self.viewport.fitted(area.width(), area.height()))
        self._is_fitted = True

    def zoom_to(self, scale: float, at: QPointF | None = None) -> None:
        """Zoom, holding a place (in device pixels) still: the middle unless given."""
        if not self._document.is_empty:
            at = at or QPointF(self._area().center())
            self._look_at(self.viewport.zoomed(scale, at.x(), at.y()))

    def zoom_by(self, notches: float, at: QPointF | None = None) -> None:
        """Zoom in, or out for negative notches; 100 % is never jumped over."""
        old = self.viewport.scale
        scale = old * _ZOOM**notches
        self.zoom_to(1.0 if old < 1 < scale or scale < 1 < old else scale, at)

    def seen(self) -> Box:
        """The part of the picture that is on the screen."""
        area = self._area()
        return self.viewport.seen(area.width(), area.height())

    def show_part(self, box: Box) -> None:
        """Look at a part of the picture: all of it, as large as it fits."""
        area = self._area()
        self._look_at(self.viewport.framing(box, area.width(), area.height()))

    def set_surround(self, colour: QColor) -> None:
        """The neutral grey around the picture."""
        self._scene.set_surround(colour)
        self.update()

    def _look_at(self, viewport: Viewport) -> None:
        area = self._area()
        viewport = viewport.kept_near(area.width(), area.height())
        self._is_fitted = False
        if viewport != self.viewport:
            self._scene.look_at(viewport)
            self.update()
            self.zoom_changed.emit()

    def _area(self) -> QRect:
        density = self.devicePixelRatioF()
        return QRect(0, 0, round(self.width() * density), round(self.height() * density))

    @Slot()
    def _on_image_changed(self) -> None:
        self._scene.open_document()
        self._ants.forget()
        self.fit()
        self.update()
        self.zoom_changed.emit()

    @Slot(object)
    def _on_trimap_changed(self, boxes: tuple[Box, ...]) -> None:
        for box in fewer(boxes):
            self._update_trimap(box, self._scene.refresh_trimap(box))

    @Slot(object)
    def _on_touched(self, box: Box) -> None:
        self._update_trimap(box, self._scene.refresh(box))

    @Slot(object)
    def _on_piece_laid(self, box: Box) -> None:
        self._update_device(self._scene.refresh_matte(box))

    @Slot()
    def _on_matte_changed(self) -> None:
        self._scene.forget_matte()
        self.update()

    @Slot()
    def _on_looks_changed(self) -> None:
        self._scene.set_tint(self._looks.tint)
        self._scene.invalidate()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy what stands in the scene, then let others paint over it."""
        density = self.devicePixelRatioF()
        painter = QPainter(self)
        painter.scale(1 / density, 1 / density)
        dirty = scaled(event.rect(), density)
        self._scene.paint(painter, dirty)
        self._ants.draw(painter, self.viewport, self._area().size(), dirty)
        for cover in self.covers:
            painter.save()
            cover(painter, dirty)
            painter.restore()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted picture fitted, and of another the place in the middle."""
        self._scene.set_density(self.devicePixelRatioF())
        self._scene.resize(self._area().size())
        if self._is_fitted:
            self.fit()
        elif event.oldSize().isValid():
            grown = (event.size() - event.oldSize()) * self.devicePixelRatioF()
            self._look_at(self.viewport.moved(int(grown.width() / 2), int(grown.height() / 2)))
        super().resizeEvent(event)

    def _update_trimap(self, box: Box, touched: QRect) -> None:
        where = self._scene.on_screen(box)
        self._ants.refresh(where)
        self._update_device(touched.united(where) if self._ants.are_shown else touched)

    @Slot(QRect)
    def _update_device(self, rect: QRect) -> None:
        self.update(scaled(rect, 1 / self.devicePixelRatioF()))
