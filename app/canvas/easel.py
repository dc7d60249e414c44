"""The trimap as the person sees it: the document's, with the stroke that is just being drawn."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.document import Document
from engine.arrays import Trimap
from engine.trimap.codes import UNKNOWN
from engine.trimap.cover import Cover
from engine.trimap.paint import Box, Dab, Patch, Stroke
from engine.trimap.regions import Region


class Sketch(Protocol):
    """A change that is seen and not yet made."""

    code: int

    def painted(self, box: Box) -> Trimap:
        """The trimap within `box` as it will be; a copy."""

    def patches(self) -> tuple[Patch, ...]:
        """What it changes."""


class Easel(QObject):
    """Holds at most one stroke or fill; it can be watched, finished or dropped, but not written."""

    touched = Signal(object)
    """The Box whose look has changed."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._sketch: Sketch | None = None
        self._dirty = Box(0, 0, 0, 0)
        self._dabs: list[Dab] = []

    @property
    def dabs(self) -> tuple[Dab, ...]:
        """Where the stroke has been so far."""
        return tuple(self._dabs)

    @property
    def is_busy(self) -> bool:
        """True while something is being drawn."""
        return self._sketch is not None

    @property
    def code(self) -> int | None:
        """What is painted; None between gestures."""
        return self._sketch.code if self._sketch else None

    @property
    def is_erasing(self) -> bool:
        """True while a gesture gives pixels back to the unknown."""
        return self._sketch is not None and self._sketch.code == UNKNOWN

    def read(self, box: Box) -> Trimap:
        """The trimap within `box` as it is seen; not to be written."""
        return self._sketch.painted(box) if self._sketch else self._document.trimap[box.slices]

    def begin(self, code: int) -> None:
        """Start a stroke."""
        self._sketch = Stroke(self._document.trimap, code)
        self._dabs = []
        self._dirty = Box(0, 0, 0, 0)

    def add(self, dab: Dab) -> None:
        """Draw on to `dab`."""
        if isinstance(self._sketch, Stroke):
            self._dabs.append(dab)
            self._touch(self._sketch.add(dab))

    def begin_cover(self, code: int) -> None:
        """Start to fill regions."""
        self._sketch = Cover(self._document.trimap, code)
        self._dirty = Box(0, 0, 0, 0)

    def cover(self, region: Region) -> None:
        """Fill this region, in place of the one before."""
        if isinstance(self._sketch, Cover):
            self._touch(self._sketch.lay(region))

    def finish(self) -> tuple[Patch, ...]:
        """End the gesture and give what it changes; somebody must write that."""
        sketch, self._sketch = self._sketch, None
        return sketch.patches() if sketch else ()

    def drop(self) -> None:
        """End the gesture as if it had never been."""
        if self._sketch is not None:
            self._sketch = None
            self.touched.emit(self._dirty)

    def _touch(self, box: Box) -> None:
        if not box.is_empty:
            self._dirty = self._dirty.joined(box)
            self.touched.emit(box)
