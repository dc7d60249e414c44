"""The unknown band made wider or narrower by pixels, wherever it runs.

Distances are Euclidean, between pixel centres. The picture's own border is no edge.
"""

import numpy as np

from engine.arrays import Trimap
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.edges import distance_within, windows_at_edges

_SPINE = 2.0
"""How much nearer one side must be for a pixel to join it: so two sides never meet."""


def widened(trimap: Trimap, pixels: float) -> Trimap:
    """Known pixels no farther than `pixels` from another class become unknown; uint8 (h, w).

    So does the border between foreground and background where no unknown lies between them.
    """
    wider = trimap.copy()
    for window in windows_at_edges(trimap, pixels):
        place = wider[window.tile.slices]
        for code in (FOREGROUND, BACKGROUND):
            side = window.values == code
            if side.any():
                near = side & (distance_within(side) <= pixels)
                place[near[window.inner.slices]] = UNKNOWN
    return wider


def narrowed(trimap: Trimap, pixels: float) -> Trimap:
    """Unknown pixels no farther than `pixels` from a known one join the nearest; uint8 (h, w).

    Between foreground and background a line of one or two pixels stays unknown, however often it is
    asked for; unknown islands in one of them go.
    """
    narrower = trimap.copy()
    for window in windows_at_edges(trimap, pixels + _SPINE):
        unknown = (window.values == UNKNOWN)[window.inner.slices]
        if not unknown.any():
            continue
        inward, outward = (
            distance_within(window.values != code)[window.inner.slices]
            for code in (FOREGROUND, BACKGROUND)
        )
        # two infinities have no difference, but then neither is near
        with np.errstate(invalid="ignore"):
            lead = outward - inward
        place = narrower[window.tile.slices]
        place[unknown & (inward <= pixels) & (lead >= _SPINE)] = FOREGROUND
        place[unknown & (outward <= pixels) & (lead <= -_SPINE)] = BACKGROUND
    return narrower
