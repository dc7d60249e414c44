"""The picture as the wide look sees it: whole, at no more than a megapixel."""

import math
from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np

from engine.arrays import Floats, Image, Trimap, unit_floats
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN

MOST_PIXELS = 1 << 20


@dataclass(frozen=True, eq=False)
class Scene:
    """image float32 (h, w, 3) in [0, 1] and trimap (h, w) of the reduced picture.

    ratio: full-resolution pixels for each of its pixels, (down, across), 1 or more.
    """

    image: Floats
    trimap: Trimap
    ratio: tuple[float, float]


def whole(image: Image, trimap: Trimap, most: int = MOST_PIXELS) -> Scene:
    """The picture reduced to at most about `most` pixels, or as it is if it has no more.

    A cell of the reduced trimap that mixes codes is unknown; but where a known side would vanish
    altogether, cells that hold any of it keep it.
    """
    height, width = trimap.shape
    shrink = math.sqrt(most / (height * width))
    if shrink >= 1:
        return Scene(unit_floats(image), trimap, (1.0, 1.0))
    size = max(round(width * shrink), 1), max(round(height * shrink), 1)
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    ratio = height / size[1], width / size[0]
    pixels = unit_floats(cast("Image", small.reshape(size[1], size[0], 3)))
    return Scene(pixels, _reduced(trimap, size), ratio)


def _reduced(trimap: Trimap, size: tuple[int, int]) -> Trimap:
    """size: (width, height)."""
    mask = np.empty(
        trimap.shape, np.float32
    )  # once: fresh memory is dearer than what is done in it
    shares = {code: _share(trimap, code, mask, size) for code in (BACKGROUND, FOREGROUND)}
    small = np.full((size[1], size[0]), UNKNOWN, np.uint8)
    for code, share in shares.items():
        pure = share > 1 - 1e-4
        small[pure if pure.any() else share > 0] = code
    return small


def _share(trimap: Trimap, code: int, mask: Floats, size: tuple[int, int]) -> Floats:
    """How much of each cell holds a code; mask: (h, w), written."""
    np.equal(trimap, code, out=mask, casting="unsafe")
    return np.asarray(cv2.resize(mask, size, interpolation=cv2.INTER_AREA), np.float32)
