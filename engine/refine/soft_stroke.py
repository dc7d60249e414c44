"""A stroke with a soft rim over a plane of amounts: what is cleaned begins and ends unseen."""

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from engine.arrays import Floats
from engine.refine.decontaminating import Amount
from engine.trimap.paint import TILE, Box, Dab, Patch, box_of, difference, tiles_over

CORE = 0.4
"""The share of the brush's radius within which it has its whole strength."""


class SoftStroke:
    """One gesture towards a value, growing dab by dab until it ends or is dropped.

    However often it passes a place within one gesture, that place is drawn no nearer to the value
    than by its nearest dab: amounts do not pile up.
    """

    def __init__(self, amounts: Amount, value: int) -> None:
        """amounts: uint8 (h, w), which is not written; value: 0..255, what the stroke tends to."""
        self._amounts = amounts
        self._value = value
        self._whole = box_of(amounts)
        self._weights: dict[tuple[int, int], Amount] = {}
        self._last: Dab | None = None

    def add(self, dab: Dab) -> Box:
        """Draw from the last dab to this one; the box that may have changed, or an empty one."""
        start = self._last or dab
        self._last = dab
        box = _around(start, dab).clipped(self._whole)
        if not box.is_empty:
            levels = np.rint(weights(start, dab, box) * 255).astype(np.uint8)
            for key, tile_box in tiles_over(box):
                part = tile_box.clipped(box)
                tile = self._tile(key, tile_box)
                place = tile[part.moved(-tile_box.left, -tile_box.top).slices]
                np.maximum(place, levels[part.moved(-box.left, -box.top).slices], out=place)
        return box

    def painted(self, box: Box) -> Amount:
        """The amounts within `box` as they will be once the stroke has ended; a copy."""
        shown = self._amounts[box.slices].copy()
        for key, tile_box in tiles_over(box):
            weight = self._weights.get(key)
            if weight is not None:
                part = tile_box.clipped(box)
                place = shown[part.moved(-box.left, -box.top).slices]
                place[...] = self._mixed(
                    place, weight[part.moved(-tile_box.left, -tile_box.top).slices]
                )
        return shown

    def patches(self) -> tuple[Patch, ...]:
        """What the stroke changes, one tight patch for each tile that differs."""
        return tuple(self._patches())

    def _patches(self) -> Iterable[Patch]:
        for (row, column), weight in self._weights.items():
            left, top = column * TILE, row * TILE
            height, width = weight.shape
            before = self._amounts[top : top + height, left : left + width]
            patch = difference(self._amounts, self._mixed(before, weight), left, top)
            if patch is not None:
                yield patch

    def _tile(self, key: tuple[int, int], tile_box: Box) -> Amount:
        if key not in self._weights:
            inside = tile_box.clipped(self._whole)
            self._weights[key] = np.zeros((inside.height, inside.width), np.uint8)
        return self._weights[key]

    def _mixed(self, before: Amount, weight: Amount) -> Amount:
        share = weight / np.float32(255)
        return np.rint(before + share * (np.float32(self._value) - before)).astype(np.uint8)


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
