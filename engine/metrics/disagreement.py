"""Where two mattes of one picture disagree, how much, and in which places most."""

import math
from dataclasses import dataclass

import cv2
import numpy as np

from engine.arrays import Alpha, Floats, Trimap
from engine.trimap.codes import unknown_of
from engine.trimap.paint import Box

SPOTS = 40
"""Places that are listed; nobody goes to more."""
_WINDOW = (24, 128)
"""Pixels a side over which differences are gathered: a small picture's, and at most."""
_COARSE = 16
"""A window has about this many samples a side: what is gathered needs no more."""
_FAINT, _SHARE = 0.001, 0.03
"""A place counts while its strength reaches the first, and this share of the strongest."""
_TOPS = (0.05, 0.1, 0.2, 0.5)
"""Ends of the scales on which differences can be read."""


@dataclass(frozen=True)
class Spot:
    """A place where two mattes disagree: its middle, its extent in pixels, and by how much.

    strength: the difference averaged under a bell around the middle, whose sigma is a quarter of
    the window; known pixels count as 0.
    """

    x: float
    y: float
    diameter: float
    strength: float


@dataclass(frozen=True)
class Disagreement:
    """Of the unknown pixels: mean and largest difference; and where it is largest.

    top: the end of a scale on which nearly all differences can be read. window: pixels a side that
    a spot stands for. spots: the strongest first, no two of them in one window.
    """

    mean: float
    largest: float
    top: float
    window: int
    spots: tuple[Spot, ...]


def difference(alpha: Alpha, other: Alpha, trimap: Trimap) -> Floats:
    """|alpha − other| where the trimap is unknown and 0 elsewhere; float32 (h, w) in [0, 1]."""
    far: Floats = np.abs(alpha - other)
    far[~unknown_of(trimap)] = 0
    return far


def disagreement(alpha: Alpha, other: Alpha, trimap: Trimap) -> Disagreement:
    """What there is to say about |alpha − other| over the unknown pixels; all three (h, w)."""
    far = difference(alpha, other, trimap)
    unknown = unknown_of(trimap)
    count = int(np.count_nonzero(unknown))
    window = min(max(max(far.shape) // 10, _WINDOW[0]), _WINDOW[1])
    if count == 0:
        return Disagreement(0.0, 0.0, _TOPS[0], window, ())
    mean, largest = float(far.sum(dtype=np.float64) / count), float(far.max())
    nearly_all = float(np.quantile(far[unknown], 0.99))
    top = next((top for top in _TOPS if nearly_all <= top), 1.0)
    return Disagreement(mean, largest, top, window, _spots(far, unknown.astype(np.float32), window))


def _spots(far: Floats, unknown: Floats, window: int) -> tuple[Spot, ...]:
    step = max(1, window // _COARSE)
    coarse, area = _averaged(far, step), _averaged(unknown, step)
    sigma = window / 4 / step
    gathered = cv2.GaussianBlur(coarse, (0, 0), sigma)
    gathered[area == 0] = 0  # the middle of a spot is something that can be painted
    side = window / step
    faintest = max(_FAINT, _SHARE * float(gathered.max()))
    spots: list[Spot] = []
    while len(spots) < SPOTS:
        row, column = np.unravel_index(int(gathered.argmax()), gathered.shape)
        strength = float(gathered[row, column])
        if strength < faintest:
            break
        around = _around(int(row), int(column), side, gathered.shape)
        spots.append(_spot(coarse, around, step, strength))
        gathered[_around(int(row), int(column), 2 * side, gathered.shape).slices] = 0
    return tuple(spots)


def _averaged(plane: Floats, step: int) -> Floats:
    """Means of blocks of `step` by `step`; what is missing at the rims counts as 0."""
    down, across = -plane.shape[0] % step, -plane.shape[1] % step
    whole = cv2.copyMakeBorder(plane, 0, down, 0, across, cv2.BORDER_CONSTANT, value=0)
    size = whole.shape[1] // step, whole.shape[0] // step
    return np.asarray(cv2.resize(whole, size, interpolation=cv2.INTER_AREA), np.float32)


def _around(row: int, column: int, side: float, shape: tuple[int, ...]) -> Box:
    half = max(1, round(side / 2))
    box = Box(column - half, row - half, column + half + 1, row + half + 1)
    return box.clipped(Box(0, 0, shape[1], shape[0]))


def _spot(coarse: Floats, around: Box, step: int, strength: float) -> Spot:
    """Middle and extent of the difference within a window: its centre of mass and its spread."""
    weight = coarse[around.slices].astype(np.float64)
    rows, columns = np.mgrid[around.top : around.bottom, around.left : around.right] + 0.5
    total = weight.sum()
    y, x = (rows * weight).sum() / total, (columns * weight).sum() / total
    spread = math.sqrt(
        ((rows - y) ** 2 * weight).sum() / total + ((columns - x) ** 2 * weight).sum() / total
    )
    # a disc of even weight has a spread of 1/sqrt(2) of its radius
    diameter = 2 * math.sqrt(2) * max(spread, 0.5) * step
    return Spot(float(x * step), float(y * step), float(diameter), strength)
