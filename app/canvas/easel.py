"""The trimap as the person sees it: the document's, with the stroke that is just being drawn."""

from PySide6.QtCore import QObject, Signal

from app.document import Document
from engine.arrays import Trimap
from engine.trimap.codes import UNKNOWN
from engine.trimap.paint import Box, Dab, Patch, Stroke


class Easel(QObject):
    """Holds at most one stroke; it can be watched, finished or dropped, but writes nothing."""

    touched = Signal(object)
    """The Box whose look has changed."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._stroke: Stroke | None = None
        self._dirty = Box(0, 0, 0, 0)

    @property
    def is_busy(self) -> bool:
        """True while a stroke is being drawn."""
        return self._stroke is not None

    @property
    def code(self) -> int | None:
        """What the stroke paints; None between strokes."""
        return self._stroke.code if self._stroke else None

    @property
    def is_erasing(self) -> bool:
        """True while a stroke gives pixels back to the unknown."""
        return self._stroke is not None and self._stroke.code == UNKNOWN

    def read(self, box: Box) -> Trimap:
        """The trimap within `box` as it is seen; not to be written."""
        return self._stroke.painted(box) if self._stroke else self._document.trimap[box.slices]

    def begin(self, code: int) -> None:
        """Start a stroke."""
        self._stroke = Stroke(self._document.trimap, code)
        self._dirty = Box(0, 0, 0, 0)

    def add(self, dab: Dab) -> None:
        """Draw on to `dab`."""
        if self._stroke is None:
            return
        box = self._stroke.add(dab)
        if not box.is_empty:
            self._dirty = self._dirty.joined(box)
            self.touched.emit(box)

    def finish(self) -> tuple[Patch, ...]:
        """End the stroke and give what it changes; somebody must write that."""
        stroke, self._stroke = self._stroke, None
        return stroke.patches() if stroke else ()

    def drop(self) -> None:
        """End the stroke as if it had never been."""
        if self._stroke is not None:
            self._stroke = None
            self.touched.emit(self._dirty)
