"""What is compared with what, and how it is laid out: a state, shared by all of this room."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal


class Kind(Enum):
    """Where a matte comes from."""

    PRESENT = "present"
    MODEL = "model"
    TRUTH = "truth"


@dataclass(frozen=True)
class Source:
    """One matte of the picture that is open; `model` is a name in the library."""

    kind: Kind
    model: str = ""


PRESENT, TRUTH = Source(Kind.PRESENT), Source(Kind.TRUTH)


class Mode(Enum):
    """How mattes are laid out over the canvas."""

    OFF = "off"
    WIPE = "wipe"
    SIDE_BY_SIDE = "side_by_side"
    DIFFERENCE = "difference"
    FRINGE = "fringe"
    """The present cut-out alone, four times over different grounds."""


COMPARING = (Mode.WIPE, Mode.SIDE_BY_SIDE, Mode.DIFFERENCE)


class Comparison(QObject):
    """Two sides and a layout; every change is told once."""

    changed = Signal()
    divider_moved = Signal()

    def __init__(self, mode: Mode = Mode.WIPE, parent: QObject | None = None) -> None:
        """mode: the layout to begin with, once comparing is switched on."""
        super().__init__(parent)
        self._mode = Mode.OFF
        self._last = mode
        self._sides: tuple[Source, Source | None] = (PRESENT, None)
        self._divider = 0.5
        self._shows_map = self._is_watched = False

    @property
    def mode(self) -> Mode:
        """The layout; OFF when nothing is compared on the screen."""
        return self._mode

    @property
    def is_on(self) -> bool:
        """True when two mattes are on the screen."""
        return self._mode in COMPARING

    @property
    def left(self) -> Source:
        """What stands at the left, or first."""
        return self._sides[0]

    @property
    def right(self) -> Source | None:
        """What stands at the right, or second; None when there is nothing to compare with."""
        return self._sides[1]

    @property
    def shows_map(self) -> bool:
        """True when the map of differences lies over whatever is shown."""
        return self._shows_map

    @property
    def is_needed(self) -> bool:
        """True when somebody wants to know of the difference, on the screen or not."""
        return self.is_on or self._shows_map or self._is_watched

    @property
    def divider(self) -> float:
        """Where the wipe divides, as a share of the canvas' width."""
        return self._divider

    def switch(self, on: bool) -> None:
        """Compare in the layout that was used last, or stop."""
        if not on:
            self.watch(False)
        self.set_mode(self._last if on else Mode.OFF)

    def set_mode(self, mode: Mode) -> None:
        """Choose the layout."""
        if mode in COMPARING:
            self._last = mode
        if mode is not self._mode:
            self._mode = mode
            self.changed.emit()

    def show_map(self, shown: bool) -> None:
        """Lay the map of differences over whatever is shown, or take it away."""
        if shown != self._shows_map:
            self._shows_map = shown
            self.changed.emit()

    def watch(self, watched: bool) -> None:
        """Keep the second matte although nothing of it is on the screen, or do not."""
        if watched != self._is_watched:
            self._is_watched = watched
            self.changed.emit()

    def next_mode(self) -> None:
        """The next layout, in a circle."""
        mode = self._mode if self.is_on else COMPARING[-1]
        self.set_mode(COMPARING[(COMPARING.index(mode) + 1) % len(COMPARING)])

    def put(self, *, left: Source | None = None, right: Source | None = None) -> None:
        """Choose a side, or both; one that would stand on both sides changes places."""
        before = self._sides
        new_left, new_right = left or before[0], right or before[1]
        if new_left == new_right:
            # the side that was not asked for takes what the other one gave up
            new_left, new_right = (left, before[0]) if left else (before[1] or PRESENT, right)
        if (new_left, new_right) != before:
            self._sides = (new_left, new_right)
            self.changed.emit()

    def clear_right(self) -> None:
        """There is nothing to compare with any more."""
        if self._sides != (PRESENT, None):
            self._sides = (PRESENT, None)
            self.changed.emit()

    def swap(self) -> None:
        """Left to right and right to left."""
        if self.right is not None:
            self._sides = (self.right, self.left)
            self.changed.emit()

    def divide_at(self, share: float) -> None:
        """Move the divider of the wipe; kept on the canvas."""
        share = min(1.0, max(0.0, share))
        if share != self._divider:
            self._divider = share
            self.divider_moved.emit()
