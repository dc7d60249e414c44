"""Regions of a picture: what a lasso encircles, as a mask that can be filled or handed on."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.arrays import Mask, Trimap
from engine.trimap.paint import Box, Patch, box_of, difference, tiles_over

Point = tuple[float, float]
_Ints = npt.NDArray[np.int64]

_STRIP = 256
"""Rows that are counted at once: few enough to stay in the processor's cache."""


@dataclass(frozen=True, eq=False)
class Region:
    """Some pixels of a picture: True in `mask`, which covers `box`; bool (h, w)."""

    box: Box
    mask: Mask

    @property
    def is_empty(self) -> bool:
        """True when no pixel belongs to the region."""
        return not self.mask.any()

    def over(self, whole: Box) -> Mask:
        """The region as a mask of a whole picture; bool (whole.height, whole.width)."""
        mask = np.zeros((whole.height, whole.width), np.bool_)
        mask[self.box.slices] = self.mask
        return mask


def no_region() -> Region:
    """The region without a pixel."""
    return Region(Box(0, 0, 0, 0), np.zeros((0, 0), np.bool_))


def polygon_region(corners: Sequence[Point], within: Box) -> Region:
    """The pixels whose centres a closed line goes around, clipped to `within`.

    corners: (x, y) in pixels, in order; the last is joined to the first, and fewer than three hold
    nothing. Where the line crosses itself its loops are part of the region (non-zero winding):
    OpenCV's `fillPoly` would leave holes there, and would add the pixels that the line touches.
    """
    crossed = _crossings(np.asarray(corners, np.float64).reshape(-1, 2), within)
    if crossed is None:
        return no_region()
    rows, columns, turns = crossed
    box = Box(int(columns.min()), int(rows.min()), int(columns.max()), int(rows.max()) + 1)
    mask = np.zeros((box.height, box.width), np.bool_)
    order = np.argsort(rows, kind="stable")
    rows, columns, turns = rows[order] - box.top, columns[order] - box.left, turns[order]
    for top in range(0, box.height, _STRIP):
        strip = mask[top : top + _STRIP]
        first, last = np.searchsorted(rows, (top, top + strip.shape[0]))
        winding = np.zeros((strip.shape[0], box.width + 1), np.int16)
        np.add.at(winding, (rows[first:last] - top, columns[first:last]), turns[first:last])
        np.cumsum(winding, axis=1, out=winding)
        np.not_equal(winding[:, :-1], 0, out=strip)
    return Region(box, mask)


def region_patches(trimap: Trimap, region: Region, code: int) -> tuple[Patch, ...]:
    """The patches that give all of a region one code, one for each tile that changes."""
    patches = []
    for _, tile_box in tiles_over(region.box):
        part = tile_box.clipped(region.box)
        covered = region.mask[part.moved(-region.box.left, -region.box.top).slices]
        after = np.where(covered, np.uint8(code), trimap[part.slices])
        patch = difference(trimap, after, part.left, part.top)
        if patch is not None:
            patches.append(patch)
    return tuple(patches)


def patches_between(before: Trimap, after: Trimap) -> tuple[Patch, ...]:
    """The patches that turn one trimap into another of its size, one for each tile that differs."""
    whole = box_of(before)
    patches = []
    for _, tile_box in tiles_over(whole):
        part = tile_box.clipped(whole)
        patch = difference(before, after[part.slices], part.left, part.top)
        if patch is not None:
            patches.append(patch)
    return tuple(patches)


def _crossings(corners: npt.NDArray[np.float64], within: Box) -> tuple[_Ints, _Ints, _Ints] | None:
    """Where the closed line crosses the rows' middles: rows, first columns behind it, and turns.

    A turn is 1 where the line goes down and -1 where it goes up. None when nothing is encircled.
    """
    if len(corners) < 3 or within.is_empty:
        return None
    x0, y0 = corners.T
    x1, y1 = np.roll(corners, -1, axis=0).T
    first = np.clip(np.ceil(np.minimum(y0, y1) - 0.5), within.top, within.bottom).astype(np.int64)
    last = np.clip(np.ceil(np.maximum(y0, y1) - 0.5), within.top, within.bottom).astype(np.int64)
    counts = last - first
    if not counts.any():
        return None
    edge = np.repeat(np.arange(len(counts)), counts)
    starts = np.cumsum(counts) - counts
    rows = first[edge] + np.arange(len(edge)) - starts[edge]
    slope = (x1 - x0)[edge] / (y1 - y0)[edge]  # an edge that crosses a row is not level
    places = x0[edge] + (rows + 0.5 - y0[edge]) * slope
    columns = np.clip(np.ceil(places - 0.5), within.left, within.right).astype(np.int64)
    turns = np.where(y1 > y0, 1, -1)[edge]
    return (rows, columns, turns) if columns.min() < columns.max() else None
