"""A stroke with a soft rim over a plane of amounts: what is cleaned begins and ends unseen."""

import math

import numpy as np
import numpy.typing as npt

from engine.arrays import Floats
from engine.refine.decontaminating import Amount
from engine.trimap.paint import TILE, Box, Dab, Stroke, tiles_over

CORE = 0.4
"""The share of the brush's radius within which it has its whole strength."""


class SoftStroke(Stroke):
    """One gesture towards a value, growing dab by dab until it ends or is dropped.

    However often it passes a place within one gesture, that place is drawn no nearer to the value
    than by its nearest dab: amounts do not pile up.
    """

    def __init__(self, amounts: Amount, value: int) -> None:
        """amounts: uint8 (h, w), which is not written; value: 0..255, what the stroke tends to."""
        super().__init__(amounts, value)
        self._weights: dict[tuple[int, int], Amount] = {}

    def _covered(self, start: Dab, end: Dab) -> tuple[Box, Amount]:
        box = _around(start, end).clipped(self._whole)
        return box, np.rint(weights(start, end, box) * 255).astype(np.uint8)

    def _paint(self, part: Box, cover: Amount) -> None:
        ((key, tile_box),) = tiles_over(part)
        if key not in self._weights:
            self._weights[key] = np.zeros((TILE, TILE), np.uint8)
        weight = self._weights[key][part.moved(-tile_box.left, -tile_box.top).slices]
        np.maximum(weight, cover, out=weight)
        before, share = self._trimap[part.slices], weight / np.float32(255)
        mixed = before + share * (np.float32(self.code) - before)
        self._within(part)[...] = np.rint(mixed).astype(np.uint8)


def weights(start: Dab, end: Dab, box: Box) -> Floats:
    """How much the brush has of its strength on its way, float32 (box.height, box.width), 0..1.

    1 up to CORE of the radius from the line between the dabs, 0 from the radius on, and between
    them 3t² - 2t³, which has no edge at either end. The radius goes evenly from dab to dab.
    """
    x = np.arange(box.left, box.right, dtype=np.float32)[None, :] + np.float32(0.5 - start.x)
    y = np.arange(box.top, box.bottom, dtype=np.float32)[:, None] + np.float32(0.5 - start.y)
    dx, dy = np.float32(end.x - start.x), np.float32(end.y - start.y)
    length = max(float(dx * dx + dy * dy), 1e-12)
    along = np.clip((x * dx + y * dy) / np.float32(length), 0, 1)
    away = np.hypot(x - along * dx, y - along * dy)
    first, last = (max(dab.radius, 0.5) for dab in (start, end))
    radius = np.float32(first) + along * np.float32(last - first)
    rest: npt.NDArray[np.float32] = np.clip((1 - away / radius) / np.float32(1 - CORE), 0, 1)
    return np.asarray(rest * rest * (3 - 2 * rest), np.float32)


def _around(start: Dab, end: Dab) -> Box:
    ends = [(dab.x, dab.y, max(dab.radius, 0.5)) for dab in (start, end)]
    return Box(
        math.floor(min(x - r for x, _, r in ends)),
        math.floor(min(y - r for _, y, r in ends)),
        math.ceil(max(x + r for x, _, r in ends)),
        math.ceil(max(y + r for _, y, r in ends)),
    )
