"""A matte made tighter or wider, harder or softer: edge shift, then levels, then threshold."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from math import ceil, floor
from typing import Any

import cv2
import numpy as np

from engine.arrays import Alpha

FARTHEST = 10.0
"""Pixels by which an edge is shifted at most."""
SOFTEST, HARDEST = 0.1, 10.0
"""Of gamma."""
_ENDLESS = 1e9


@dataclass(frozen=True)
class Refinement:
    """What is done, in this order; with nothing given, nothing.

    shift: pixels, also parts of them, by which edges go outwards; inwards below 0.
    black, white: alphas that become 0 and 1; between them gamma > 1 lifts, gamma < 1 lowers:
        ((alpha - black) / (white - black)) ** (1 / gamma).
    threshold: what is at least this becomes 1, all else 0; None for no such cut.
    """

    shift: float = 0.0
    black: float = 0.0
    white: float = 1.0
    gamma: float = 1.0
    threshold: float | None = None

    def __post_init__(self) -> None:
        numbers = [self.shift, self.black, self.white, self.gamma, self.threshold or 0.0]
        if not all(abs(number) < _ENDLESS for number in numbers):  # so for what is none, too
            raise ValueError("a refinement is made of numbers")
        if abs(self.shift) > FARTHEST:
            raise ValueError(f"edges are shifted by at most {FARTHEST:g} pixels")
        if not 0 <= self.black < self.white <= 1:
            raise ValueError("black lies below white, both from 0 to 1")
        if not SOFTEST <= self.gamma <= HARDEST:
            raise ValueError(f"gamma lies between {SOFTEST:g} and {HARDEST:g}")
        if self.threshold is not None and not 0 < self.threshold <= 1:
            raise ValueError("the threshold lies above 0, up to 1")

    @property
    def is_nothing(self) -> bool:
        """True when an alpha stays as it is, to the bit."""
        return self == Refinement()

    @property
    def reach(self) -> int:
        """How many pixels around a place have a say in it."""
        return ceil(abs(self.shift))

    def to_dict(self) -> dict[str, float | None]:
        """Its numbers by name, for JSON."""
        return asdict(self)


def parse_refinement(given: Mapping[str, Any]) -> Refinement:
    """The refinement in a JSON object; ValueError for names and numbers that make no sense."""
    if not isinstance(given, Mapping):
        raise ValueError("it is no JSON object")
    names = {field.name for field in fields(Refinement)}
    strange = [name for name in given if name not in names]
    if strange:
        raise ValueError(f"there is no “{strange[0]}”")
    for name, value in given.items():
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number and not (name == "threshold" and value is None):
            raise ValueError(f"“{name}” is no number")
    return Refinement(**given)


def refined(alpha: Alpha, how: Refinement) -> Alpha:
    """The alpha, float32 (h, w) in [0, 1], refined; the array itself if there is nothing to do."""
    if how.is_nothing:
        return alpha
    found = _levelled(shifted(alpha, how.shift), how)
    return found if how.threshold is None else (found >= how.threshold).astype(np.float32)


def shifted(alpha: Alpha, pixels: float) -> Alpha:
    """Edges moved outwards by so many pixels, or inwards for negative ones.

    Grey dilation (or erosion) with a disc of that radius. Between whole radii the two nearest are
    mixed, so that the area of a straight edge, hard or soft, grows by exactly `pixels`.
    """
    if pixels == 0:
        return alpha
    whole = floor(abs(pixels))
    part = np.float32(abs(pixels) - whole)
    near = _moved(alpha, whole, outwards=pixels > 0)
    if part == 0:
        return near
    far = _moved(alpha, whole + 1, outwards=pixels > 0)
    return near + part * (far - near)


def _moved(alpha: Alpha, radius: int, *, outwards: bool) -> Alpha:
    if radius == 0:
        return alpha
    steps = np.arange(-radius, radius + 1)
    disc = (steps[:, None] ** 2 + steps**2 <= (radius + 0.25) ** 2).astype(np.uint8)
    move = cv2.dilate if outwards else cv2.erode
    return np.asarray(move(alpha, disc), np.float32)


def _levelled(alpha: Alpha, how: Refinement) -> Alpha:
    if (how.black, how.white, how.gamma) == (0, 1, 1):
        return alpha
    share = np.clip((alpha - np.float32(how.black)) / np.float32(how.white - how.black), 0, 1)
    return np.asarray(share ** np.float32(1 / how.gamma), np.float32)
