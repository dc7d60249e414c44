"""A trimap at another size."""

import cv2
import numpy as np

from engine.arrays import Trimap
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN


def enlarged(trimap: Trimap, size: tuple[int, int]) -> Trimap:
    """The trimap at `size` (height, width), its edges as smooth as they can be; uint8.

    At a smaller size what fills more than half of a pixel decides.
    """
    if trimap.shape == size:
        return trimap
    is_smaller = size[0] * size[1] < trimap.size
    large = np.full(size, UNKNOWN, np.uint8)
    for code in (FOREGROUND, BACKGROUND):
        share = np.where(trimap == code, np.uint8(255), np.uint8(0))
        method = cv2.INTER_AREA if is_smaller else cv2.INTER_LINEAR
        large[cv2.resize(share, size[::-1], interpolation=method) > 127] = code
    return large
