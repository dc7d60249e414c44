"""The map of differences over the canvas, mended where something changes."""

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtGui import QColor, QPainter

from app.canvas.canvas import Canvas
from app.canvas.mosaic import Mosaic
from app.compare.heat import HeatLayer, Side
from app.compare.sheet import Sheet
from app.document import Document
from engine.trimap.paint import Box


class HeatPane(QObject):
    """Paints the map of two mattes where the canvas looks."""

    dirtied = Signal(QRect)
    """What is to be painted again, in device pixels."""

    def __init__(
        self, canvas: Canvas, document: Document, sides: tuple[Side, Side], *, veil: bool
    ) -> None:
        """veil: over what the canvas shows, instead of in its place."""
        super().__init__(canvas)
        self._canvas = canvas
        self._is_veil = veil
        self._surround = QColor(0x2A, 0x2A, 0x2A)
        self._layer = HeatLayer(*sides, canvas.hand.easel, veil=veil)
        height, width = document.image.shape[:2]
        self._mosaic = Mosaic(self._layer, width, height)
        canvas.hand.easel.touched.connect(self._on_touched)
        document.trimap_changed.connect(self._on_trimap_changed)
        self._finish = document.finish
        self._finish.refined.connect(self._on_matte_changed)
        for side in sides:
            if isinstance(side.shown, Sheet):
                side.shown.changed.connect(self._on_matte_changed)
            else:
                document.alpha_changed.connect(self._on_matte_changed)
                document.piece_laid.connect(self._on_touched)

    def set_top(self, top: float) -> None:
        """The difference that is painted as the most."""
        if top != self._layer.top:
            self._layer.top = top
            self._on_matte_changed()

    def set_surround(self, colour: QColor) -> None:
        """The neutral grey around the picture."""
        self._surround = colour

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Draw the part that lies in `rect`, in device pixels."""
        painter.setClipRect(rect)
        if not self._is_veil:
            painter.fillRect(rect, self._surround)
        self._mosaic.paint(painter, self._canvas.viewport, rect)

    @Slot(object)
    def _on_touched(self, box: Box) -> None:
        viewport = self._canvas.viewport
        box = box.widened(self._finish.shown.reach)  # so far goes what a pixel does to others
        self._mosaic.refresh(box, viewport.step)
        left, top = viewport.to_screen(box.left, box.top)
        right, bottom = viewport.to_screen(box.right, box.bottom)
        reach = 2 + 2 * viewport.step
        size = int(right - left) + 2 * reach, int(bottom - top) + 2 * reach
        self.dirtied.emit(QRect(int(left) - reach, int(top) - reach, *size))

    @Slot(object)
    def _on_trimap_changed(self, boxes: tuple[Box, ...]) -> None:
        for box in boxes:
            self._on_touched(box)

    @Slot()
    def _on_matte_changed(self) -> None:
        self._mosaic.forget()
        self.dirtied.emit(QRect(0, 0, 1 << 20, 1 << 20))
