"""What sampling says of alpha, and how far to believe it."""

from dataclasses import dataclass

import cv2
import numpy as np

from engine.arrays import Floats

OFF, APART = 0.03, 0.4
"""Colours of foreground and background are trusted where what they mix comes to the pixel, to about
`OFF`, and where they are well apart, by `APART` or more. Looser and stricter values were no better.
"""


@dataclass(frozen=True, eq=False)
class Samples:
    """alpha (h, w) in [0, 1], and how far to trust it, (h, w) in [0, 1]."""

    alpha: Floats
    trust: Floats


def trusted(off: Floats, apart: Floats) -> Floats:
    """How far to trust colours that mix to `off` beside the pixel and lie `apart`; any shape.

    Both are distances of colours in [0, 1]³.
    """
    return np.asarray(np.exp(-((off / OFF) ** 2)) * np.minimum(apart / APART, 1), np.float32)


def enlarged_to(size: tuple[int, int], samples: Samples) -> Samples:
    """The samples of a smaller picture at another size (width, height)."""
    alpha, trust = (
        np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR), np.float32)
        for plane in (samples.alpha, samples.trust)
    )
    return Samples(alpha, trust)
