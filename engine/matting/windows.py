"""A part of a picture."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Window:
    """A rectangle of a picture (height, width) of full resolution."""

    top: int
    left: int
    height: int
    width: int
