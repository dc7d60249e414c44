"""A plane drawn to the edges of a photograph: the fast guided filter.

K. He, J. Sun, X. Tang, "Guided Image Filtering", IEEE TPAMI 35(6), 2013, equations 19 to 21 for a
colour guide; K. He, J. Sun, "Fast Guided Filter", arXiv:1505.00996, for the smaller grid.
"""

import cv2
import numpy as np

from engine.arrays import Floats


def following(guide: Floats, plane: Floats, radius: int, softness: float = 1e-4) -> Floats:
    """`plane` as a locally linear function of the guide's colours; float32 (h, w), unclipped.

    guide: float32 (h, w, 3) in [0, 1]; plane: float32 (h, w). radius: half the window's side in
    pixels; softness: the variance of colour below which the guide counts as flat. The functions are
    found on a grid of half the pixels or fewer, and enlarged.
    """
    height, width = plane.shape
    step = min(4, max(1, radius // 3))
    small = max(1, width // step), max(1, height // step)
    guide_small = _resized(guide, small)
    slopes, offset = _functions(
        guide_small, _resized(plane, small), max(1, round(radius / step)), softness
    )
    slopes, offset = (_resized(part, (width, height)) for part in (slopes, offset))
    return np.asarray((slopes * guide).sum(axis=2) + offset, np.float32)


def _functions(guide: Floats, plane: Floats, radius: int, softness: float) -> tuple[Floats, Floats]:
    """The mean slope (h, w, 3) and offset (h, w) of the windows over each pixel."""
    guide_mean, plane_mean = _mean(guide, radius), _mean(plane, radius)
    joint = _mean(guide * plane[..., None], radius) - guide_mean * plane_mean[..., None]
    spread = np.empty((*plane.shape, 3, 3), np.float32)
    for one in range(3):
        for other in range(one, 3):
            product = _mean(guide[..., one] * guide[..., other], radius)
            product -= guide_mean[..., one] * guide_mean[..., other]
            spread[..., one, other] = spread[..., other, one] = product
    spread += np.float32(softness) * np.eye(3, dtype=np.float32)
    slopes = np.linalg.solve(spread, joint[..., None])[..., 0].astype(np.float32)
    offset = plane_mean - (slopes * guide_mean).sum(axis=2)
    return _mean(slopes, radius), _mean(offset, radius)


def _mean(planes: Floats, radius: int) -> Floats:
    side = 2 * radius + 1
    return np.asarray(cv2.blur(planes, (side, side), borderType=cv2.BORDER_REFLECT), np.float32)


def _resized(planes: Floats, size: tuple[int, int]) -> Floats:
    """Planes at (width, height): averaged when they shrink, interpolated when they grow."""
    shrinks = size[0] < planes.shape[1]
    how = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(planes, size, interpolation=how), np.float32)
