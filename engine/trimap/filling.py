"""Flooding: the connected pixels of one class, and of one colour, around a place."""

import cv2
import numpy as np
import numpy.typing as npt

from engine.arrays import Image, Trimap, eight_bits
from engine.trimap.paint import Box, box_of
from engine.trimap.regions import Region, no_region

ANY_COLOUR = 255
"""The tolerance at which colours make no difference."""

_STRIP = 256
"""Rows whose colours are compared at once: few enough to stay in the processor's cache."""

_Bytes = npt.NDArray[np.uint8]


class Flood:
    """One place from which a trimap is flooded, over and over, with one tolerance or another.

    The pixels are those connected to (x, y) along edges, not corners, whose class is that of
    (x, y) and of whose three channels none differs from (x, y)'s by more than the tolerance, in
    levels of 0..255. From `ANY_COLOUR` on only the classes count. Nothing is written.
    """

    def __init__(self, trimap: Trimap, image: Image, x: int, y: int) -> None:
        """image: uint8 or uint16 (h, w, 3), as large as the trimap."""
        self._trimap = trimap
        self._image = image
        self._place = (x, y)
        self._is_outside = Box(x, y, x + 1, y + 1).clipped(box_of(trimap)).is_empty
        self._distances: _Bytes | None = None

    def region(self, tolerance: int) -> Region:
        """What a flood of some tolerance reaches; empty outside the picture."""
        if self._is_outside:
            return no_region()
        x, y = self._place
        # OpenCV floods a mask with a rim of one pixel, and stops where that is not 0
        mask = np.ones((self._trimap.shape[0] + 2, self._trimap.shape[1] + 2), np.uint8)
        np.not_equal(self._trimap, self._trimap[y, x], out=mask[1:-1, 1:-1].view(np.bool_))
        flags = 4 | (2 << 8) | cv2.FLOODFILL_MASK_ONLY | cv2.FLOODFILL_FIXED_RANGE
        plane, reach = self._plane(tolerance)
        _, _, _, (left, top, width, height) = cv2.floodFill(
            plane, mask, self._place, 0, 0, reach, flags
        )
        box = Box(left, top, left + width, top + height)
        return Region(box, mask[box.moved(1, 1).slices] == 2)

    def _plane(self, tolerance: int) -> tuple[_Bytes, int]:
        """What OpenCV compares with the place, and how far that may differ."""
        if tolerance >= ANY_COLOUR:
            return np.ascontiguousarray(self._trimap), 0
        if self._distances is None:
            self._distances = _distances(self._image, *self._place)
        return self._distances, tolerance


def _distances(image: Image, x: int, y: int) -> _Bytes:
    """How far each pixel's colour lies from that of (x, y): the largest of its three channels."""
    # OpenCV takes an array of four for one colour
    seed = np.append(eight_bits(image[y : y + 1, x : x + 1])[0, 0], 0).astype(np.float64)
    distances = np.empty(image.shape[:2], np.uint8)
    for top in range(0, image.shape[0], _STRIP):
        apart = cv2.absdiff(eight_bits(image[top : top + _STRIP]), seed)
        red, green, blue = cv2.split(apart)
        cv2.max(cv2.max(red, green), blue, dst=distances[top : top + _STRIP])
    return distances
