"""What a hand can do on the canvas: a tool is pressed, moved and released, and gives patches."""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.brush import Brush
from app.canvas.easel import Easel
from app.commands import Deed, Gesture
from engine.trimap.codes import UNKNOWN
from engine.trimap.paint import Dab
from engine.trimap.traces import StrokeTrace


class ToolName(Enum):
    """The tools that can be chosen; the eraser is the brush with the class unknown."""

    BRUSH = "brush"
    LASSO = "lasso"
    FILL = "fill"
    CLEAN = "clean"
    HAND = "hand"


@dataclass(frozen=True)
class Pointer:
    """A mouse or pen over the picture: (x, y) in its pixels, pressure in [0, 1]."""

    x: float
    y: float
    pressure: float = 1.0
    straight: bool = False
    """Shift is held."""
    other: bool = False
    """The right button or Alt is held."""
    erasing: bool = False
    """The pen is turned round."""
    reach: float = 0.0
    """How far apart, in pixels of the picture, two places are the same to a hand."""


class Tool(Protocol):
    """A gesture begins with `press` and ends with `release` or `cancel`.

    One that is still open after the release goes on with the next press.
    """

    @property
    def is_open(self) -> bool:
        """True while a gesture waits for more presses."""

    def press(self, pointer: Pointer) -> None:
        """The button goes down."""

    def move(self, pointer: Pointer) -> None:
        """The pointer moves with the button down."""

    def release(self, pointer: Pointer) -> None:
        """The button comes up."""

    def cancel(self) -> None:
        """The gesture shall not have been."""


class BrushTool(QObject):
    """Paints the brush's class; the right button or Alt the other one, the pen's end unknown."""

    gesture_finished = Signal(object)
    """The Gesture."""

    def __init__(self, easel: Easel, brush: Brush, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._easel = easel
        self._brush = brush
        self._last: Pointer | None = None

    @property
    def is_open(self) -> bool:
        """Never: a stroke ends with its release."""
        return False

    def press(self, pointer: Pointer) -> None:
        """Begin a stroke; with Shift, draw a straight line from where the last one ended."""
        self._easel.begin(painted_code(self._brush, pointer))
        if pointer.straight and self._last is not None:
            self._easel.add(dab_of(self._brush, self._last))
        self.move(pointer)

    def move(self, pointer: Pointer) -> None:
        """Draw on."""
        self._easel.add(dab_of(self._brush, pointer))
        self._last = pointer

    def release(self, pointer: Pointer) -> None:
        """End the stroke; one that changes nothing is no gesture."""
        # a pen lifts with no pressure: where it was last counts
        self._last = Pointer(pointer.x, pointer.y)
        code, dabs = self._easel.code, self._easel.dabs
        patches = self._easel.finish()
        if patches and code is not None:
            trace = StrokeTrace(code, dabs)
            self.gesture_finished.emit(Gesture(patches, code, Deed.PAINT, trace))

    def cancel(self) -> None:
        """Drop the stroke."""
        self._easel.drop()

    def forget(self) -> None:
        """Another picture: there is no last point any more."""
        self._last = None


def dab_of(brush: Brush, pointer: Pointer) -> Dab:
    """Where a brush touches the picture, in its pixels: the harder a pen is pressed, the wider."""
    return Dab(pointer.x, pointer.y, brush.diameter / 2 * pointer.pressure)


def painted_code(brush: Brush, pointer: Pointer) -> int:
    """What a press paints."""
    if pointer.erasing:
        return UNKNOWN
    return brush.other_code if pointer.other else brush.code
