"""The brush: which class it paints, how large it is, and how far a fill of it goes."""

import math

from PySide6.QtCore import QObject, Signal

from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.filling import ANY_COLOUR

SMALLEST, LARGEST = 1.0, 2000.0
_FACTOR = 1.2


class Brush(QObject):
    """The state of the brush, shared by canvas, panels and keys; every change is told once."""

    changed = Signal()

    def __init__(
        self,
        diameter: float = 40.0,
        parent: QObject | None = None,
        *,
        tolerance: int = ANY_COLOUR,
    ) -> None:
        super().__init__(parent)
        self._tolerance = min(ANY_COLOUR, max(0, tolerance))
        self._code = self._last_known = FOREGROUND
        self._diameter = min(LARGEST, max(SMALLEST, diameter))
        self._eraser_diameter: float | None = None  # as large as the brush until it is sized
        self._part = 0.0  # of a step, which a touchpad gives little by little

    @property
    def code(self) -> int:
        """What the brush paints: one of the codes of a trimap."""
        return self._code

    @property
    def other_code(self) -> int:
        """What Alt and the right button paint: background, or foreground if that is chosen."""
        return FOREGROUND if self._code == BACKGROUND else BACKGROUND

    @property
    def diameter(self) -> float:
        """In pixels of the picture; the eraser has a size of its own once it was given one."""
        if self.is_eraser and self._eraser_diameter is not None:
            return self._eraser_diameter
        return self._diameter

    @property
    def tolerance(self) -> int:
        """How far a fill may stray from the colour it began on, in 0..255; 255 is any colour."""
        return self._tolerance

    def set_tolerance(self, tolerance: int) -> None:
        """Choose how far a fill goes; held within the levels that there are."""
        tolerance = min(ANY_COLOUR, max(0, tolerance))
        if tolerance != self._tolerance:
            self._tolerance = tolerance
            self.changed.emit()

    def set_code(self, code: int) -> None:
        """Choose the class."""
        if code != UNKNOWN:
            self._last_known = code
        if code != self._code:
            self._code = code
            self.changed.emit()

    def set_diameter(self, diameter: float) -> None:
        """Choose the size; held within what makes sense."""
        diameter = min(LARGEST, max(SMALLEST, diameter))
        if diameter == self.diameter:
            return
        if self.is_eraser:
            self._eraser_diameter = diameter
        else:
            self._diameter = diameter
        self.changed.emit()

    def grow(self, steps: float) -> None:
        """Make the brush larger, or smaller for negative steps, by at least a pixel a step.

        Parts of steps are added up until they make whole ones.
        """
        self._part, steps = math.modf(self._part + steps)
        wanted = self.diameter * _FACTOR**steps
        if abs(wanted - self.diameter) < abs(steps):
            wanted = self.diameter + steps
        self.set_diameter(float(round(wanted)))

    def swap(self) -> None:
        """Foreground for background and the other way round; unknown becomes foreground."""
        self.set_code(BACKGROUND if self._code == FOREGROUND else FOREGROUND)

    @property
    def is_eraser(self) -> bool:
        """True when the brush gives pixels back to the unknown."""
        return self._code == UNKNOWN

    def lay_eraser_down(self) -> None:
        """Paint again what was painted before the eraser."""
        self.set_code(self._last_known)
