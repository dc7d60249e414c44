"""The lasso: a line around a region, drawn freehand, from corner to corner, or both by turns."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, Signal

from app.brush import Brush
from app.canvas.tools import Pointer, painted_code
from app.document import Document
from engine.trimap.paint import box_of
from engine.trimap.regions import polygon_region
from engine.trimap.traces import LassoTrace

_FINEST = 0.2
"""Part of the hand's reach that two points of a freehand line lie apart at least."""


@dataclass(frozen=True)
class Outline:
    """A lasso as it stands: its points and where the hand is, in pixels of the picture."""

    points: tuple[QPointF, ...]
    tip: QPointF
    code: int
    corners: tuple[int, ...] = ()
    """Which points were clicked; none in a line that is drawn freehand."""


class LassoTool(QObject):
    """Encircles a region: a drag draws freehand and ends there; clicks set corners.

    A click on the first or the last corner, and so a double click, closes the line, as `close`
    does. Between two corners a drag draws a freehand piece.
    """

    region_drawn = Signal(object, object)
    """The Region, never empty, and the LassoTrace that encircled it."""
    outline_changed = Signal()

    def __init__(self, document: Document, brush: Brush, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._brush = brush
        self._points: list[QPointF] = []
        self._pieces: list[int] = []
        """Where in the points each click or drag began."""
        self._start: Pointer | None = None  # decides which class is meant
        self._tip = QPointF()
        self._pressed_at: QPointF | None = None
        self._is_freehand = self._is_closing = False

    @property
    def is_open(self) -> bool:
        """True from the first corner until the line is closed or dropped."""
        return bool(self._points)

    @property
    def outline(self) -> Outline | None:
        """What is drawn so far; None between two lassos."""
        if not self._points or self._start is None:
            return None
        corners = () if self._is_lone else tuple(self._pieces)
        return Outline(tuple(self._points), self._tip, self._code(), corners)

    def press(self, pointer: Pointer) -> None:
        """Set a corner, or close the line by one that is there already."""
        place = self._tip = self._pressed_at = QPointF(pointer.x, pointer.y)
        self._is_freehand = False
        if self._start is None:
            self._start = pointer
        elif self._is_end(place, pointer.reach):
            self._is_closing = True
            self._forget_twin(pointer.reach)
            return
        self._pieces.append(len(self._points))
        self._points.append(place)
        self.outline_changed.emit()

    def move(self, pointer: Pointer) -> None:
        """Draw on with the button down, else show where the next corner would lie."""
        place = self._tip = QPointF(pointer.x, pointer.y)
        if self._pressed_at is not None and not self._is_closing:
            if _distance(place, self._pressed_at) > pointer.reach:
                self._is_freehand = True
            if self._is_freehand and _distance(place, self._points[-1]) > _FINEST * pointer.reach:
                self._points.append(place)
        self.outline_changed.emit()

    def release(self, pointer: Pointer) -> None:
        """Close a freehand line; keep a polygon open until it meets itself."""
        place, self._pressed_at = QPointF(pointer.x, pointer.y), None
        is_home = self._is_freehand and _distance(self._points[0], place) <= pointer.reach
        if self._is_lone:
            self._finish()
        elif self._is_closing or is_home:
            self._is_closing = False
            self.close()

    def close(self) -> None:
        """Join the ends; what lies within is the region. One or two corners stay as they are."""
        if len(self._points) > 2:
            self._finish()

    def _finish(self) -> None:
        points, code = [(point.x(), point.y()) for point in self._points], self._code()
        self._clear()
        region = polygon_region(points, box_of(self._document.trimap))
        if not region.is_empty:
            self.region_drawn.emit(region, LassoTrace(code, tuple(points)))

    def take_back(self) -> None:
        """Drop the last corner, or the last freehand piece."""
        if self._pieces:
            del self._points[self._pieces.pop() :]
        if not self._points:
            self._clear()
        self.outline_changed.emit()

    def cancel(self) -> None:
        """Drop the line."""
        self._clear()

    def _clear(self) -> None:
        self._points, self._pieces = [], []
        self._start = self._pressed_at = None
        self._is_freehand = self._is_closing = False
        self.outline_changed.emit()

    def _forget_twin(self, reach: float) -> None:
        """Drop a last corner that lies on another: the first half of a double click on that one."""
        last, corners = self._points[-1], [self._points[place] for place in self._pieces[:-1]]
        is_click = self._pieces[-1] == len(self._points) - 1
        if is_click and any(_distance(last, corner) <= reach for corner in corners):
            self.take_back()

    def _code(self) -> int:
        return painted_code(self._brush, self._start) if self._start else self._brush.code

    @property
    def _is_lone(self) -> bool:
        """True for a line that is one drag and nothing else."""
        return self._is_freehand and len(self._pieces) == 1

    def _is_end(self, place: QPointF, reach: float) -> bool:
        ends = (
            self._points[-1:] if len(self._points) < 3 else self._points[:: len(self._points) - 1]
        )
        return any(_distance(place, end) <= reach for end in ends)


def _distance(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())
