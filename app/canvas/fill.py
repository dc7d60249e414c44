"""The fill: floods the region under the pointer, and further or less far while it is dragged."""

import math

from PySide6.QtCore import QObject, Signal

from app.brush import Brush
from app.canvas.easel import Easel
from app.canvas.tools import Pointer, painted_code
from app.commands import Deed, Gesture
from app.document import Document
from engine.trimap.filling import ANY_COLOUR, Flood
from engine.trimap.traces import FillTrace

_LEVELS = 3
"""By how many levels the tolerance changes for each reach of the hand that is dragged."""


class FillTool(QObject):
    """Fills what is connected and alike; shown from the press on, made with the release.

    Dragging to the right lets the fill go further, to the left less far. With Shift colours make
    no difference.
    """

    gesture_finished = Signal(object)
    """As of the brush."""
    note_changed = Signal()

    def __init__(
        self, document: Document, easel: Easel, brush: Brush, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._easel = easel
        self._brush = brush
        self._flood: Flood | None = None
        self._start = Pointer(0, 0)
        self._first = self._shown = ANY_COLOUR

    @property
    def is_open(self) -> bool:
        """Never: a fill ends with its release."""
        return False

    @property
    def note(self) -> str:
        """The tolerance while it is dragged."""
        if self._flood is None or self._start.straight:
            return ""
        if self._shown >= ANY_COLOUR:
            return self.tr("Any colour")
        return self.tr("Tolerance {0}").format(self._shown)

    def press(self, pointer: Pointer) -> None:
        """Show the fill at once."""
        x, y = math.floor(pointer.x), math.floor(pointer.y)
        self._start = pointer
        self._first = ANY_COLOUR if pointer.straight else self._brush.tolerance
        self._flood = Flood(self._document.trimap, self._document.image, x, y)
        self._easel.begin_cover(painted_code(self._brush, pointer))
        self._spread(self._first)

    def move(self, pointer: Pointer) -> None:
        """Dragged sideways, it goes further or less far."""
        if self._start.straight:
            return
        reaches = (pointer.x - self._start.x) / max(pointer.reach, 1e-9)
        beyond = math.copysign(max(0.0, abs(reaches) - 1), reaches)  # no hand is quite still
        tolerance = self._first + round(_LEVELS * beyond)
        self._brush.set_tolerance(tolerance)
        if self._brush.tolerance != self._shown:
            self._spread(self._brush.tolerance)

    def release(self, _pointer: Pointer) -> None:
        """Make it; a fill that changes nothing is no gesture."""
        self._flood = None
        self.note_changed.emit()
        code = self._easel.code
        patches = self._easel.finish()
        if patches and code is not None:
            trace = FillTrace(code, self._start.x, self._start.y, self._shown)
            self.gesture_finished.emit(Gesture(patches, code, Deed.FILL, trace))

    def cancel(self) -> None:
        """Drop it, and what was dragged."""
        self._flood = None
        self._easel.drop()
        if not self._start.straight:
            self._brush.set_tolerance(self._first)
        self.note_changed.emit()

    def _spread(self, tolerance: int) -> None:
        self._shown = tolerance
        if self._flood is not None:
            self._easel.cover(self._flood.region(tolerance))
        self.note_changed.emit()
