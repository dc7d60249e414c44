"""A trimap from something that knows the shape already: unknown is a band along its edge."""

import numpy as np

from engine.arrays import Alpha, Mask, Trimap
from engine.errors import TrimapError
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.edges import distance_within, windows_at_edges


def from_mask(mask: Mask, inward: float, outward: float) -> Trimap:
    """Foreground where `mask` is True, and unknown along its edge; uint8 (h, w).

    inward, outward: how many pixels the unknown reaches into either side (0: not at all), measured
    between pixel centres. The picture's own border is no edge. A side thinner than the band is lost
    in it: `engine.trimap.codes.require_usable` tells.
    """
    trimap = np.where(mask, FOREGROUND, BACKGROUND).astype(np.uint8)
    for window in windows_at_edges(mask, max(inward, outward)):
        place = trimap[window.tile.slices]
        inside = window.values.view(np.bool_)
        for side, reach in ((inside, inward), (~inside, outward)):
            if reach > 0:
                near = side & (distance_within(side) <= reach)
                place[near[window.inner.slices]] = UNKNOWN
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


def usable_band(alpha: Alpha, margin: float) -> Trimap:
    """As `from_alpha`, but a trimap that can be used. Raises TrimapError for one that cannot."""
    trimap = from_alpha(alpha, margin)
    for name, colour, code in (
        ("foreground", "white", FOREGROUND),
        ("background", "black", BACKGROUND),
    ):
        if not (trimap == code).any():
            raise TrimapError(
                f"With a band of {margin:g} pixels the mask leaves no certain {name}.",
                hint=f"Choose a narrower band, or a mask that is {colour} where you are certain.",
            )
    return trimap
