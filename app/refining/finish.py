"""What is done to the matte before it is shown and written: refined, and its colours cleaned."""

from collections.abc import Iterable
from typing import Protocol

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.refine.decontaminating import Amount
from engine.refine.refinement import Refinement
from engine.refine.sides import Sides
from engine.trimap.paint import Box


class Sketch(Protocol):
    """A stroke that is seen and not yet made."""

    def painted(self, box: Box) -> Amount:
        """The amounts within `box` as they will be; a copy."""


class Finish(QObject):
    """The refinement of the picture that is open, and where its colours are cleaned.

    Only commands of the undo stack write it; a slider that is dragged and a stroke that is drawn
    are shown as previews, which a command then makes true.
    """

    refined = Signal()
    """There is another refinement, or another preview of one."""
    cleaned = Signal(object)
    """The Box in which colours are cleaned otherwise."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._refinement = Refinement()
        self._preview: Refinement | None = None
        self._amount: Amount = np.zeros((0, 0), np.uint8)
        self._is_untouched = True
        """No stroke has cleaned anything yet; whether all were undone is for `is_cleaned`."""
        self._sides: Sides | None = None
        self._sketch: Sketch | None = None

    @property
    def refinement(self) -> Refinement:
        """The one that was decided on."""
        return self._refinement

    @property
    def shown(self) -> Refinement:
        """The one to be seen: while a slider is dragged, that."""
        return self._refinement if self._preview is None else self._preview

    @property
    def is_previewing(self) -> bool:
        """True while what is seen is not decided on."""
        return self._preview is not None

    @property
    def amount(self) -> Amount:
        """How much is taken out at each pixel; to be read, never to be written."""
        return self._amount

    @property
    def is_cleaned(self) -> bool:
        """True when colours are cleaned anywhere."""
        return not self._is_untouched and bool(self._amount.any())

    @property
    def sides(self) -> Sides | None:
        """What the colours are cleaned by; None before it was found out."""
        return self._sides

    def begin(self, height: int, width: int) -> None:
        """Another picture: nothing is done to its matte."""
        self._refinement, self._preview, self._sketch = Refinement(), None, None
        self._amount = np.zeros((height, width), np.uint8)
        self._sides = None
        self._is_untouched = True
        self.refined.emit()

    def take_over(self, refinement: Refinement, amount: Amount) -> None:
        """Begin with what was done elsewhere to the picture that was just opened."""
        self._refinement, self._amount = refinement, amount.copy()
        self._is_untouched = not amount.any()
        self.refined.emit()
        if not self._is_untouched:
            self.cleaned.emit(Box(0, 0, amount.shape[1], amount.shape[0]))

    def preview(self, refinement: Refinement) -> None:
        """Show a refinement that is not decided on yet."""
        if refinement != self.shown:
            self._preview = refinement
            self.refined.emit()

    def set_refinement(self, refinement: Refinement) -> None:
        """Decide on one; for commands only."""
        self._refinement, self._preview = refinement, None
        self.refined.emit()

    def accept_sides(self, sides: Sides | None) -> None:
        """Take what the colours are cleaned by."""
        self._sides = sides
        if not self._is_untouched:
            self.cleaned.emit(Box(0, 0, self._amount.shape[1], self._amount.shape[0]))

    def read(self, box: Box) -> Amount:
        """The amounts within `box` as they are seen; not to be written."""
        return self._sketch.painted(box) if self._sketch else self._amount[box.slices]

    def cleans(self, box: Box) -> bool:
        """Whether any colour within `box` is cleaned, as it is seen."""
        if self._sides is None or (self._is_untouched and self._sketch is None):
            return False
        return bool(self.read(box).any())

    def show_sketch(self, sketch: Sketch | None, box: Box) -> None:
        """Show a stroke as it grows, which has changed within `box`; None ends that."""
        self._sketch = sketch
        self.cleaned.emit(box)

    def write_amount(self, pieces: Iterable[tuple[Box, Amount]]) -> None:
        """Set the amounts of some boxes; for commands only."""
        for box, values in pieces:
            self._amount[box.slices] = values
            self._is_untouched = self._is_untouched and not values.any()
            self.cleaned.emit(box)
