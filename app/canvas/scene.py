"""The picture as it stands on the screen, kept, so that a ring can move over it for nothing."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from app.ages import cells_around
from app.canvas.ground import Backdrop
from app.canvas.hatching import Hatching
from app.canvas.layers import AlphaLayer, CutoutLayer, ImageLayer, StaleLayer, TintLayer
from app.canvas.mosaic import Mosaic
from app.canvas.shown import Seen, Shown
from app.canvas.viewport import Viewport
from app.looks import Look, Looks
from app.refining.finish import Finish
from engine.trimap.paint import Box

_RECTS = 24
"""More dirty rectangles than this are painted as one."""


class Scene:
    """Composes the layers of the look into one pixmap, only where something has changed.

    All sizes and places are in device pixels.
    """

    def __init__(
        self, document: Shown, looks: Looks, easel: Seen, finish: Finish | None = None
    ) -> None:
        """finish: what is done to the alpha and its colours before they are shown."""
        self._document = document
        self._finish = finish
        self._looks = looks
        self._easel = easel
        self._pixmap = QPixmap(1, 1)
        self._dirty = QRegion()
        self._tint_layer = TintLayer(easel.read, looks.tint, looks.tints)
        self._surround = QColor(0x2A, 0x2A, 0x2A)
        self._backdrop = Backdrop(looks)
        self.viewport = Viewport(0, 0)
        self.set_density(1.0)
        self.open_document()

    def open_document(self) -> None:
        """Another picture: new tiles everywhere."""
        document, read = self._document, self._easel.read
        height, width = document.image.shape[:2]
        self._image = Mosaic(ImageLayer(document), width, height)
        self._tint = Mosaic(self._tint_layer, width, height)
        self._alpha = Mosaic(AlphaLayer(document, read, self._finish), width, height)
        self._cutout = Mosaic(CutoutLayer(document, read, self._finish), width, height)
        self._stale = Mosaic(StaleLayer(document, read), width, height)
        self.viewport = Viewport(width, height)
        self.invalidate()

    def set_density(self, density: float) -> None:
        """How many device pixels make one pixel of the desktop: squares keep their size."""
        self._backdrop.set_density(density)
        self._hatching = Hatching(density)
        self.invalidate()

    def set_surround(self, colour: QColor) -> None:
        """The neutral grey around the picture."""
        self._surround = colour
        self.invalidate()

    def set_tint(self, opacity: float) -> None:
        """How strongly the trimap tints."""
        self._tint_layer.set_opacity(opacity)
        self._tint.forget()
        self.invalidate()

    def forget_matte(self) -> None:
        """The alpha, or its colours, are other ones."""
        self._alpha.forget()
        self._cutout.forget()
        self._stale.forget()
        self.invalidate()

    def resize(self, size: QSize) -> None:
        """The view has another size."""
        if size != self._pixmap.size():
            self._pixmap = QPixmap(size)
            self.invalidate()

    def look_at(self, viewport: Viewport) -> None:
        """Show another part; what stays in view is shifted, not painted again."""
        old, self.viewport = self.viewport, viewport
        dx, dy = viewport.left - old.left, viewport.top - old.top
        if viewport.moved(-dx, -dy) != old:
            self.invalidate()
        elif dx or dy:
            whole = self._pixmap.rect()
            self._pixmap.scroll(dx, dy, whole)
            self._dirty.translate(dx, dy)
            self._dirty += QRegion(whole).subtracted(QRegion(whole.translated(dx, dy)))

    def invalidate(self) -> None:
        """Everything is to be painted again, of the tiles that there are."""
        self._dirty = QRegion(self._pixmap.rect())

    def refresh(self, box: Box) -> QRect:
        """What is painted has changed within `box`; the part of the screen that shows it."""
        return self._refresh(box, self._tint, self._alpha, self._cutout, self._stale)

    def refresh_matte(self, box: Box) -> QRect:
        """There is new alpha within `box`; the part of the screen that shows it."""
        return self._refresh(box, self._alpha, self._cutout, self._stale)

    def refresh_trimap(self, box: Box) -> QRect:
        """The trimap was written within `box`; the part of the screen that shows it."""
        touched = self.refresh(box)
        return touched.united(self._refresh(cells_around(box), self._stale))  # they age as a whole

    def _refresh(self, box: Box, *mosaics: Mosaic) -> QRect:
        if self._finish is not None:
            box = box.widened(self._finish.shown.reach)  # so far goes what a pixel does to others
        shown = self._shown()
        if self._shows_matte:
            shown.append(self._stale)
        if not any(mosaic in shown for mosaic in mosaics):
            for mosaic in mosaics:
                mosaic.drop(box)
            return QRect()
        for mosaic in mosaics:
            if mosaic in shown:
                mosaic.refresh(box, self.viewport.step)
            else:
                mosaic.drop(box)
        target = self.on_screen(box)
        self._dirty += target
        return target

    def on_screen(self, box: Box) -> QRect:
        """Where `box` lies, with the neighbours that blending reaches."""
        step = self.viewport.step
        left, top = self.viewport.to_screen(box.left - step, box.top - step)
        right, bottom = self.viewport.to_screen(box.right + step, box.bottom + step)
        rect = QRect(QPoint(int(left) - 2, int(top) - 2), QPoint(int(right) + 2, int(bottom) + 2))
        return rect.intersected(self._pixmap.rect())

    def paint(self, painter: QPainter, target: QRect) -> None:
        """Bring the pixmap up to date and draw the part of it that lies in `target`."""
        self._update()
        painter.drawPixmap(target, self._pixmap, target)

    def _update(self) -> None:
        dirty = self._dirty.intersected(self._pixmap.rect())
        self._dirty = QRegion()
        if dirty.isEmpty():
            return
        rects = [dirty.boundingRect()] if dirty.rectCount() > _RECTS else _rects_of(dirty)
        painter = QPainter(self._pixmap)
        for rect in rects:
            painter.setClipRect(rect)
            self._compose(painter, rect)
        painter.end()

    def _compose(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect, self._surround)
        if self._document.is_empty:
            return
        if self._looks.shown is Look.CUTOUT:
            self._backdrop.lay(painter, self.viewport, rect)
        for mosaic in self._shown():
            mosaic.paint(painter, self.viewport, rect)
        if self._shows_matte and self._document.any_stale:
            self._hatching.lay(painter, self._stale, self.viewport, rect)

    @property
    def _shows_matte(self) -> bool:
        return self._looks.shown in (Look.ALPHA, Look.CUTOUT)

    def _shown(self) -> list[Mosaic]:
        look = self._looks.shown
        if self._shows_matte:
            base = self._alpha if look is Look.ALPHA else self._cutout
            # what is given back to the unknown changes no alpha yet, so show it as a veil
            return [base, self._tint] if self._easel.is_erasing else [base]
        tints = self._looks.tints
        is_bare = look is Look.ORIGINAL or tints.is_hidden or tints.is_border
        return [self._image] if is_bare else [self._image, self._tint]


def _rects_of(region: QRegion) -> list[QRect]:
    return list(region)  # type: ignore[call-overload,no-any-return]  # PySide's hints miss __iter__
