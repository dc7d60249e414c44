"""Wide looks, found again while somebody holds them: the dearest part of a matte is not made twice.

A look is the same, to the bit, for the same scene, network, light and number of threads; the guides
in it are the same for every network. A matte that is made at once after one that grew by strokes,
and a second network's beside the first, look at what was looked at just before. Nothing is held.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar
from weakref import WeakValueDictionary

from torch import Tensor

from engine.matting.straightening import Sides

Thing = TypeVar("Thing")

_GUIDES: WeakValueDictionary[bytes, Tensor] = WeakValueDictionary()
"""The guides of scenes, by their marks, for every network of the process."""


@dataclass(frozen=True, eq=False)
class WideLook:
    """What the wide look found: carried guides (1, 28, h, w), and what the network hands on.

    handed: (1, 5 + handed, h/2, w/2) of the padded context; ratio as in `context.Scene`. mark: of
    what was looked at, empty where that is not asked for. sides: the colours by which the alpha of
    numbers becomes that of light, None where it is not to.
    """

    carried: Tensor
    handed: Tensor
    ratio: tuple[float, float]
    mark: bytes = b""
    sides: Sides | None = None


def copied(looked: WideLook) -> WideLook:
    """The same, in memory of its own."""
    sides = looked.sides
    return replace(
        looked,
        carried=looked.carried.clone(),
        handed=looked.handed.clone(),
        sides=sides and replace(sides, colours=sides.colours.clone()),
    )


class Looks:
    """The wide looks of one network, and the guides of all of them."""

    def __init__(self) -> None:
        self._looks: WeakValueDictionary[bytes, WideLook] = WeakValueDictionary()
        self.has_found = False
        """Whether anything needed not be made, since this was last set to False."""

    def look(self, mark: bytes, make: Callable[[], WideLook]) -> WideLook:
        """The look at what `mark` marks, not to be written: one that is held, or `make`'s."""
        return self._found(self._looks, mark, make)

    def guides(self, mark: bytes, make: Callable[[], Tensor]) -> Tensor:
        """The guides of what `mark` marks, not to be written: those that are held, or `make`'s."""
        return self._found(_GUIDES, mark, make)

    def _found(
        self, among: WeakValueDictionary[bytes, Thing], mark: bytes, make: Callable[[], Thing]
    ) -> Thing:
        found = among.get(mark) if mark else None
        if found is not None:
            self.has_found = True
            return found
        made = make()
        if mark:
            among[mark] = made
        return made
