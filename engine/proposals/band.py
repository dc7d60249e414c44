"""From a mask to a trimap: unknown reaches far where the edge is soft, and little where it is hard.

Which pixels a person would leave unknown is a logistic regression on the planes of
`engine.proposals.evidence`, fitted to composites with a known alpha
(`tests/benchmarks/proposal_bands.py --fit`).
"""

import cv2
import numpy as np

from engine.arrays import Floats, Mask, Trimap
from engine.proposals.evidence import Evidence
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN

WEIGHTS = np.array([2.12, -1.11, -1.28, 1.63, 2.55, 0.8, -0.15], np.float32)
OFFSET = 0.37
"""With the planes they make the log odds that alpha is partial at a pixel.

The fit gives 1.47 for the disagreement inside, and 0.5 more for being inside: rendered fur is
translucent deeper than what people photograph, where tongues of unknown reached into a face.
"""

LIMIT = -2.0
"""Log odds from which a pixel is unknown: to miss a strand costs more than to compute a pixel."""
NARROWEST, FARTHEST = 0.45, 10.0
"""How far the unknown reaches at least and at most, in hundredths of the picture's scale."""
UNDECIDED = 0.35
"""How near the mask is to 1/2 where it takes no side; all of that is unknown."""
_FINEST = 2.0
"""Pixels that it reaches at least, however narrow it is to be."""
_SMOOTHED = 0.008
_THINNEST = 0.005
"""Half the width, in parts of the scale, that a tongue of the band has at least."""
_SMALLEST = 3e-4
"""Part of the picture that a known island within the band must have to stay."""
_FEWEST = 2e-3
"""Part of the picture that each side keeps at least, if it had that much."""


def banded(evidence: Evidence, width: float = 1.0) -> Trimap:
    """The trimap (h, w) with a band of the width that the evidence asks for, times `width`.

    Each side of the mask keeps its core, however thin it is; a side that the mask does not have at
    all is not made up.
    """
    distance = evidence.planes[..., -1] / np.float32(width)
    scale = float(np.sqrt(distance.size))
    score = evidence.planes[..., :-1] @ WEIGHTS[:-1] + WEIGHTS[-1] * distance
    score = cv2.GaussianBlur(score, (0, 0), max(scale * _SMOOTHED, 0.5))
    edge = evidence.planes[..., -1] <= max(NARROWEST * width, 100 * _FINEST / scale)
    soft = _opened((score + OFFSET > LIMIT) & (distance <= FARTHEST), scale * _THINNEST)
    band = _touching(soft | (np.abs(evidence.soft - 0.5) < UNDECIDED) | edge, edge)
    trimap = np.where(evidence.mask, FOREGROUND, BACKGROUND).astype(np.uint8)
    trimap[band] = UNKNOWN
    for code, depth in ((FOREGROUND, evidence.inside), (BACKGROUND, evidence.outside)):
        _drop_islands(trimap, code)
        _keep_core(trimap, code, depth)
    return trimap


def _opened(band: Mask, radius: float) -> Mask:
    """A band without what is thinner than twice the radius: nobody would paint it."""
    side = 2 * round(radius) + 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    return cv2.morphologyEx(band.astype(np.uint8), cv2.MORPH_OPEN, disc) > 0


def _touching(band: Mask, edge: Mask) -> Mask:
    """The parts of a band that reach the edge of the mask."""
    count, labels = cv2.connectedComponents(band.astype(np.uint8))
    reaches = np.zeros(count, np.bool_)
    reaches[labels[edge]] = True
    reaches[0] = False
    touching: Mask = reaches[labels]
    return touching


def _drop_islands(trimap: Trimap, code: int) -> None:
    """Make known specks of one code unknown, in place."""
    known = (trimap == code).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(known)
    is_speck = stats[:count, cv2.CC_STAT_AREA] < _SMALLEST * trimap.size
    is_speck[0] = False
    trimap[is_speck[labels]] = UNKNOWN


def _keep_core(trimap: Trimap, code: int, depth: Floats) -> None:
    """Give a side that the band has swallowed its deepest part back, in place."""
    side = depth > 0
    wanted = min(_FEWEST * trimap.size, np.count_nonzero(side) / 4)
    if np.count_nonzero(trimap == code) >= max(wanted, 1) or not side.any():
        return
    # the deepest quarter of the side, or all that is as deep
    limit = np.quantile(depth[side], 0.75)
    trimap[side & (depth >= limit)] = code
