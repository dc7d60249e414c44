"""Where the classes of a plane meet: windows around the edges, and distances within them."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from engine.arrays import Floats, Mask
from engine.trimap.paint import Box, box_of, tiles_over

_Plane = npt.NDArray[np.uint8] | Mask


@dataclass(frozen=True, eq=False)
class Window:
    """A tile of a plane with some pixels around it."""

    tile: Box
    """Where the tile lies in the plane."""
    inner: Box
    """Where it lies in the window."""
    values: _Plane


def windows_at_edges(plane: _Plane, reach: float) -> Iterator[Window]:
    """The tiles within `reach` pixels of an edge, each with as many pixels around it.

    Where everything is alike there is nothing to measure: so the cost of a distance is that of the
    edge's length, not of the picture.
    """
    whole, halo = box_of(plane), math.ceil(reach)
    for _, square in tiles_over(whole):
        tile = square.clipped(whole)
        around = Box(
            tile.left - halo, tile.top - halo, tile.right + halo, tile.bottom + halo
        ).clipped(whole)
        values = plane[around.slices]
        if (values != values[0, 0]).any():
            yield Window(tile, tile.moved(-around.left, -around.top), values)


def distance_within(side: Mask) -> Floats:
    """From each pixel of a side to the nearest pixel that is not of it; infinite without one."""
    if side.all():
        return np.full(side.shape, np.inf, np.float32)
    return cv2.distanceTransform(  # type: ignore[return-value]
        side.view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE
    )
