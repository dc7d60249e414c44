"""The band coach: where the unknown band is too narrow, and where it need not be.

The picture is matted again with the band wider and narrower by `STEPS` pixels. Where known pixels,
allowed to be unknown, do not come out as known, the band is too narrow. Where alpha is 0 or 1 in
every run, and all around, the pixel could be known.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from engine.arrays import Alpha, Mask, Trimap
from engine.errors import TrimapError
from engine.matting.watch import Watch
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN, require_usable, unknown_of
from engine.trimap.widening import narrowed, widened

STEPS = (2, 6)
"""Pixels that the band is made wider, and narrower, by."""
_MOVED = 8 / 255
"""A known pixel whose alpha is farther than this from its own is not known."""
_STABLE = 2 / 255
"""How far from 0 or 1 alpha may be, in every run, where it could be known."""
_MARGIN = 3
"""Pixels of the band that are kept around what is not settled."""

Matte = Callable[[Trimap, Watch], Alpha]


@dataclass(frozen=True, eq=False)
class Advice:
    """too_narrow: bool (h, w), known pixels that had better be unknown.

    could_be_known: uint8 (h, w), the code that unknown pixels could have, UNKNOWN where there is
    nothing to say.
    """

    too_narrow: Mask
    could_be_known: Trimap

    @property
    def is_empty(self) -> bool:
        """True when the band is good as it is."""
        return not (self.too_narrow.any() or (self.could_be_known != UNKNOWN).any())


def advise(matte: Matte, trimap: Trimap, watch: Watch) -> Advice:
    """What to change in the band of `trimap`, by up to five mattes.

    matte: gives the alpha for a trimap, float32 (h, w), and heeds the watch that it is given.
    TrimapError for a trimap that cannot be used; Cancelled once the watch says so.
    """
    require_usable(trimap)
    unknown = unknown_of(trimap)
    too_narrow = np.zeros(trimap.shape, np.bool_)
    all_clear, all_solid = unknown.copy(), unknown.copy()
    runs = list(_runs(trimap))
    for index, run in enumerate(runs):
        alpha = matte(run, _part(watch, index, len(runs)))
        doubted = unknown_of(run) & ~unknown
        known_as = np.where(trimap == FOREGROUND, np.float32(1), np.float32(0))
        too_narrow |= doubted & (np.abs(alpha - known_as) > _MOVED)
        all_clear &= alpha <= _STABLE
        all_solid &= alpha >= 1 - _STABLE
    could_be_known = np.full(trimap.shape, UNKNOWN, np.uint8)
    could_be_known[_well_inside(all_clear, trimap, BACKGROUND)] = BACKGROUND
    could_be_known[_well_inside(all_solid, trimap, FOREGROUND)] = FOREGROUND
    around = np.ones((2 * _MARGIN + 1, 2 * _MARGIN + 1), np.uint8)
    could_be_known[cv2.dilate(too_narrow.view(np.uint8), around) > 0] = UNKNOWN
    return Advice(too_narrow, could_be_known)


def advised(trimap: Trimap, advice: Advice) -> Trimap:
    """The trimap with all of the advice taken; uint8 (h, w)."""
    better = np.where(unknown_of(trimap), advice.could_be_known, trimap)
    better[advice.too_narrow] = UNKNOWN
    return better


def _runs(trimap: Trimap) -> Iterator[Trimap]:
    """The trimap, and with other bands, as long as they know both sides."""
    yield trimap
    for change in (widened, narrowed):
        for step in STEPS:
            run = change(trimap, step)
            try:
                require_usable(run)
            except TrimapError:
                continue  # a side as thin as the step: nothing is learnt there
            yield run


def _part(watch: Watch, index: int, count: int) -> Watch:
    """The watch over one of `count` runs."""
    return Watch(lambda share: watch.reached((index + share) / count), watch.cancelled)


def _well_inside(settled: Mask, trimap: Trimap, code: int) -> Mask:
    """Settled pixels with nothing but settled ones, and known ones of `code`, in the margin."""
    fine = settled | (trimap == code)
    if fine.all():
        return settled
    depth = cv2.distanceTransform(fine.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    deep: Mask = settled & (depth > _MARGIN)
    return deep
