"""Trimaps for training: what a person might have painted, given the true alpha."""

import cv2
import numpy as np

from engine.arrays import Alpha, Mask, Trimap
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN

SURE = 0.995
"""Alpha from which a pixel may be called foreground, and below 1 minus which background."""

FEWEST = 40
"""Known pixels that each side must have to be of any use."""

EVEN = 0.4
"""How often both sides have the same width, as grown from a mask."""

WIDE = 0.04
"""How often a trimap is of a person in haste, who left wide bands on both sides."""


def random_trimap(generator: np.random.Generator, alpha: Alpha) -> Trimap | None:
    """A trimap of random width; None where the alpha leaves no foreground or no background.

    alpha: float32 (h, w). Widths are drawn log-uniformly from 1 to 40 pixels for each side or for
    both alike, now and then from 40 to 80, and halved until something known remains: thin objects
    get thin bands, as a person would paint.
    """
    least, most = (40, 80) if generator.random() < WIDE else (1, 40)
    widths = np.exp(generator.uniform(np.log(least), np.log(most), 2))
    if generator.random() < EVEN:
        widths[1] = widths[0]
    inner = _shrunk(alpha >= SURE, float(widths[0]))
    outer = _shrunk(alpha <= 1 - SURE, float(widths[1]))
    if inner is None or outer is None:
        return None
    if generator.random() < 0.15:
        inner = _few_strokes(generator, inner)
    trimap = np.full(alpha.shape, UNKNOWN, np.uint8)
    trimap[inner], trimap[outer] = FOREGROUND, BACKGROUND
    return trimap


def band(alpha: Alpha, width: float) -> Trimap:
    """The trimap whose unknown reaches `width` pixels beyond the alpha's own transition."""
    trimap = np.full(alpha.shape, UNKNOWN, np.uint8)
    for sure, code in ((alpha >= SURE, FOREGROUND), (alpha <= 1 - SURE, BACKGROUND)):
        kept = _shrunk(sure, width)
        if kept is not None:
            trimap[kept] = code
    return trimap


def _shrunk(sure: Mask, width: float) -> Mask | None:
    """`sure` less `width` pixels from its edge, or less half of that if too little remains."""
    padded = cv2.copyMakeBorder(sure.astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_REPLICATE)
    inside = cv2.distanceTransform(padded, cv2.DIST_L2, 5)[1:-1, 1:-1]
    while width > 0.5:
        kept = inside > width
        if np.count_nonzero(kept) >= FEWEST:
            return np.asarray(kept)
        width /= 2
    return sure if np.count_nonzero(sure) >= FEWEST else None


def _few_strokes(generator: np.random.Generator, inner: Mask) -> Mask:
    """Only what a few brush strokes touch: scribbles instead of a full region."""
    height, width = inner.shape
    strokes = np.zeros((height, width), np.uint8)
    rows, columns = np.nonzero(inner)
    for _ in range(int(generator.integers(2, 6))):
        ends = generator.integers(0, len(rows), 2)
        start, end = ((int(columns[i]), int(rows[i])) for i in ends)
        cv2.line(strokes, start, end, 1, int(generator.integers(3, 40)))
    kept = inner & (strokes > 0)
    return np.asarray(kept if np.count_nonzero(kept) >= FEWEST else inner)
