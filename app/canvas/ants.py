"""The marching border: a thin line of black and white dashes along the edges of the classes."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QRect, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QPainter

from app.canvas.layers import ReadTrimap
from app.canvas.viewport import Viewport
from app.images import picture_of_bgra
from app.looks import Look, Looks
from engine.trimap.paint import Box

_BEAT = 130
"""Milliseconds between two steps: slow enough to cost little and to disturb nobody."""
_DASH = 4
_WHITE, _BLACK = 0xFFFFFFFF, 0xFF000000


class Ants(QObject):
    """Knows the edges that are in view, in device pixels; finds them anew only where they change.

    The edges are looked up pixel by pixel of the screen, so they cost the same on any picture.
    """

    stepped = Signal(QRect)
    """The border has marched on within a rectangle, in device pixels."""

    def __init__(self, looks: Looks, read: ReadTrimap, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._read = read
        self._viewport = Viewport(0, 0)
        self._edges: npt.NDArray[np.bool_] = np.zeros((0, 0), np.bool_)
        self._around = QRect()
        self._is_stale = True
        self._phase = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def are_shown(self) -> bool:
        """True when there is a border to be seen."""
        tints = self._looks.tints
        return tints.is_border and not tints.is_hidden and self._looks.shown is Look.TRIMAP

    @property
    def are_marching(self) -> bool:
        """True while the border moves."""
        return self._timer.isActive()

    def forget(self) -> None:
        """The edges may run elsewhere all over."""
        self._is_stale = True

    def refresh(self, target: QRect) -> None:
        """The trimap has changed where `target` lies on the screen."""
        if self.are_shown and not self._is_stale:
            self._trace(target)

    def draw(self, painter: QPainter, viewport: Viewport, size: QSize, target: QRect) -> None:
        """Draw what lies within `target` of a view of `size`, all in device pixels."""
        if not self.are_shown:
            self._timer.stop()
            self._is_stale = True
            return
        if self._is_stale or viewport != self._viewport or self._edges.shape != _shape(size):
            self._viewport = viewport
            self._edges = np.zeros(_shape(size), np.bool_)
            self._trace(QRect(0, 0, size.width(), size.height()))
            self._is_stale = False
        if not (self._looks.tints.is_still or self._timer.isActive()):
            self._timer.start()
        rect = target.intersected(self._around)
        if not rect.isEmpty():
            painter.drawImage(rect.topLeft(), picture_of_bgra(self._dashes(rect)))

    def _dashes(self, rect: QRect) -> npt.NDArray[np.uint8]:
        left, top = rect.left(), rect.top()
        rows, columns = np.nonzero(self._edges[top : rect.bottom() + 1, left : rect.right() + 1])
        along = (rows + columns + (left + top + self._phase)) // _DASH % 2
        pixels = np.zeros((rect.height(), rect.width()), np.uint32)
        pixels[rows, columns] = np.where(along, np.uint32(_WHITE), np.uint32(_BLACK))
        return pixels.view(np.uint8).reshape(rect.height(), rect.width(), 4)

    def _trace(self, target: QRect) -> None:
        height, width = self._edges.shape
        target = target.adjusted(-1, -1, 1, 1).intersected(QRect(0, 0, width, height))
        if target.isEmpty():
            return
        left, top = target.left(), target.top()
        place = self._edges[top : target.bottom() + 1, left : target.right() + 1]
        # one pixel more on each side, so that what is found fits to what stands there
        classes = self._classes(target.adjusted(-1, -1, 1, 1))
        across = _differs(classes[:, :-1], classes[:, 1:])
        down = _differs(classes[:-1], classes[1:])
        place[...] = across[1:-1, :-1] | across[1:-1, 1:] | down[:-1, 1:-1] | down[1:, 1:-1]
        rows, columns = np.flatnonzero(self._edges.any(1)), np.flatnonzero(self._edges.any(0))
        self._around = QRect()
        if rows.size:
            size = QSize(int(columns[-1] - columns[0]) + 1, int(rows[-1] - rows[0]) + 1)
            self._around = QRect(int(columns[0]), int(rows[0]), size.width(), size.height())

    def _classes(self, rect: QRect) -> npt.NDArray[np.int16]:
        """The class under each pixel of the screen; -1 beside the picture."""
        view = self._viewport
        columns = np.floor((np.arange(rect.width()) + rect.left() + 0.5 - view.left) / view.scale)
        rows = np.floor((np.arange(rect.height()) + rect.top() + 0.5 - view.top) / view.scale)
        across = np.flatnonzero((columns >= 0) & (columns < view.width))
        down = np.flatnonzero((rows >= 0) & (rows < view.height))
        classes = np.full((rect.height(), rect.width()), -1, np.int16)
        if across.size and down.size:
            x, y = columns[across].astype(np.int64), rows[down].astype(np.int64)
            box = Box(int(x[0]), int(y[0]), int(x[-1]) + 1, int(y[-1]) + 1)
            found = self._read(box)[y - box.top][:, x - box.left]
            classes[down[0] : down[-1] + 1, across[0] : across[-1] + 1] = found
        return classes

    @Slot()
    def _on_timeout(self) -> None:
        if not self.are_shown or self._looks.tints.is_still:
            self._timer.stop()
            return
        self._phase = (self._phase + 1) % (2 * _DASH)
        self.stepped.emit(self._around)


def _differs(one: npt.NDArray[np.int16], other: npt.NDArray[np.int16]) -> npt.NDArray[np.bool_]:
    """Where two classes meet; the picture's own border is no edge."""
    return np.asarray((one != other) & (one >= 0) & (other >= 0))


def _shape(size: QSize) -> tuple[int, int]:
    return size.height(), size.width()
