"""A trimap from something that knows the shape already: unknown is a band along its edge."""

import cv2
import numpy as np

from engine.arrays import Alpha, Mask, Trimap
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN


def from_mask(mask: Mask, inward: float, outward: float) -> Trimap:
    """Foreground where `mask` is True, and unknown along its edge; uint8 (h, w).

    inward, outward: how many pixels the unknown reaches into either side (0: not at all), measured
    between pixel centres. The picture's own border is no edge. A side thinner than the band is lost
    in it: `engine.trimap.codes.require_usable` tells.
    """
    trimap = np.where(mask, FOREGROUND, BACKGROUND).astype(np.uint8)
    for side, reach in ((mask, inward), (~mask, outward)):
        if side.all() or not side.any():
            continue
        depth = cv2.distanceTransform(side.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
        trimap[side & (depth <= reach)] = UNKNOWN
    return trimap


def from_alpha(alpha: Alpha, margin: float, sure: float = 0.99) -> Trimap:
    """Unknown where `alpha` is partial, and `margin` pixels around; uint8 (h, w).

    alpha: float32 (h, w) in [0, 1]; foreground from `sure` up, background from 1 − `sure` down.
    """
    partial = (alpha < sure) & (alpha > 1 - sure)
    edge = from_mask(alpha >= 0.5, margin, margin) == UNKNOWN
    trimap = np.where(alpha >= sure, FOREGROUND, BACKGROUND).astype(np.uint8)
    trimap[edge | (from_mask(partial, 0, margin) != BACKGROUND)] = UNKNOWN
    return trimap
