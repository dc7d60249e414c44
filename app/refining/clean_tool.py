"""The decontaminate brush: takes the background's colour out of the foreground's, where it goes.

Its rim is soft, so that nobody sees where it was.
"""

from PySide6.QtCore import QObject, Signal

from app.brush import Brush
from app.canvas.tools import Pointer, dab_of
from app.document import Document
from engine.refine.soft_stroke import SoftStroke
from engine.trimap.paint import Box

_NOWHERE = Box(0, 0, 0, 0)


class CleanTool(QObject):
    """Paints how much is taken out; the right button, Alt and the pen's end give it back."""

    stroke_made = Signal(object)
    """The Patches of amounts."""

    def __init__(self, document: Document, brush: Brush, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._brush = brush
        self._stroke: SoftStroke | None = None
        self._dirty = _NOWHERE
        self.strength = 255
        """How much a stroke takes out, up to 255."""

    @property
    def is_open(self) -> bool:
        """Never: a stroke ends with its release."""
        return False

    def press(self, pointer: Pointer) -> None:
        """Begin a stroke."""
        gives_back = pointer.other or pointer.erasing
        strength = 0 if gives_back else self.strength
        self._stroke = SoftStroke(self._document.finish.amount, strength)
        self._dirty = _NOWHERE
        self.move(pointer)

    def move(self, pointer: Pointer) -> None:
        """Draw on."""
        if self._stroke is not None:
            box = self._stroke.add(dab_of(self._brush, pointer))
            self._dirty = self._dirty.joined(box)
            if not box.is_empty:
                self._document.finish.show_sketch(self._stroke, box)

    def release(self, pointer: Pointer) -> None:  # noqa: ARG002 - a tool is told where
        """End the stroke; one that changes nothing is no gesture."""
        stroke = self._stroke
        self.cancel()
        patches = stroke.patches() if stroke is not None else ()
        if patches:
            self.stroke_made.emit(patches)

    def cancel(self) -> None:
        """Drop the stroke."""
        self._stroke = None
        if not self._dirty.is_empty:
            self._document.finish.show_sketch(None, self._dirty)
