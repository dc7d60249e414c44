"""A matte as it stands on the screen beside, or over, what the canvas shows."""

from PySide6.QtCore import QObject, QRect, QSize, Signal, Slot
from PySide6.QtGui import QColor, QPainter

from app.canvas.canvas import Canvas
from app.canvas.scene import Scene
from app.canvas.shown import Shown
from app.compare.nothing import Nothing
from app.compare.sheet import Sheet
from app.document import Document
from app.looks import Looks
from app.refining.finish import Finish
from engine.trimap.paint import Box


class Pane(QObject):
    """A scene of its own that looks where the canvas looks, and hears what the canvas hears."""

    dirtied = Signal(QRect)
    """What is to be painted again, in device pixels."""

    def __init__(
        self,
        canvas: Canvas,
        document: Document,
        shown: Shown,
        looks: Looks,
        *,
        finish: Finish | None,
    ) -> None:
        """finish: what is done to the matte before it is shown.

        None for a ground truth: that is never refined, nor is what the trimap knows shown in it.
        """
        super().__init__(canvas)
        self._canvas = canvas
        self._looks = looks
        self._scene = Scene(shown, looks, canvas.hand.easel if finish else Nothing(), finish)
        self._scene.look_at(canvas.viewport)
        canvas.zoom_changed.connect(self._on_zoom_changed)
        canvas.hand.veil_changed.connect(self._on_veil_changed)
        canvas.hand.easel.touched.connect(self._on_touched)
        looks.changed.connect(self._on_looks_changed)
        document.trimap_changed.connect(self._on_trimap_changed)
        if finish is not None:
            finish.refined.connect(self._on_matte_changed)
            finish.cleaned.connect(self._on_piece_laid)
        if isinstance(shown, Sheet):
            shown.changed.connect(self._on_matte_changed)
        else:
            document.alpha_changed.connect(self._on_matte_changed)
            document.foreground_changed.connect(self._on_matte_changed)
            document.piece_laid.connect(self._on_piece_laid)

    def fill(self, size: QSize, density: float) -> None:
        """Take up `size` device pixels, of which `density` make one of the desktop's."""
        self._scene.set_density(density)
        self._scene.resize(size)

    def set_surround(self, colour: QColor) -> None:
        """The neutral grey around the picture."""
        self._scene.set_surround(colour)
        self._tell_all()

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Draw the part that lies in `rect`, in device pixels."""
        self._scene.paint(painter, rect)

    def _tell_all(self) -> None:
        self.dirtied.emit(QRect(0, 0, 1 << 20, 1 << 20))

    @Slot()
    def _on_zoom_changed(self) -> None:
        self._scene.look_at(self._canvas.viewport)
        self._tell_all()

    @Slot()
    def _on_veil_changed(self) -> None:
        self._scene.invalidate()
        self._tell_all()

    @Slot()
    def _on_looks_changed(self) -> None:
        self._scene.set_tint(self._looks.tint)
        self._scene.invalidate()
        self._tell_all()

    @Slot(object)
    def _on_touched(self, box: Box) -> None:
        self.dirtied.emit(self._scene.refresh(box))

    @Slot(object)
    def _on_trimap_changed(self, boxes: tuple[Box, ...]) -> None:
        for box in boxes:
            self.dirtied.emit(self._scene.refresh_trimap(box))

    @Slot(object)
    def _on_piece_laid(self, box: Box) -> None:
        self.dirtied.emit(self._scene.refresh_matte(box))

    @Slot()
    def _on_matte_changed(self) -> None:
        self._scene.forget_matte()
        self._tell_all()
