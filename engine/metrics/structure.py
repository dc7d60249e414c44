"""Errors that look at surroundings: steepness of transitions, and what hangs together.

C. Rhemann et al., "A perceptually motivated online benchmark for image matting", CVPR 2009, with
the constants of the MATLAB reference code.
"""

import cv2
import numpy as np

from engine.arrays import Mask, Trimap
from engine.metrics.planes import Floats64, Plane, comparable

_SIGMA, _RADIUS = 1.4, 4
_STEPS = 10
_THETA = np.float32(0.15)


def gradient(alpha: Plane, target: Plane, trimap: Trimap) -> float:
    """Sum of (|∇alpha| - |∇target|)^2 over unknown pixels, in thousands.

    ∇ is a 9x9 derivative of a Gaussian (sigma 1.4) divided by its own L2 norm, with replicated
    borders. Each alpha is first stretched so that its values span [0, 1].
    """
    ours, true, unknown = comparable(alpha, target, trimap)
    difference = _steepness(ours) - _steepness(true)
    return float(np.square(difference)[unknown].sum() / 1000)


def _steepness(values: Floats64) -> Floats64:
    """Magnitude of the gradient of the stretched plane; 0 everywhere for a constant one."""
    low, high = values.min(), values.max()
    if low == high:
        return np.zeros_like(values)
    stretched = (values - low) / (high - low)
    x = np.arange(-_RADIUS, _RADIUS + 1)
    bell = np.exp(-(x**2) / (2 * _SIGMA**2))
    slope = -x * bell
    bell, slope = bell / np.linalg.norm(bell), slope / np.linalg.norm(slope)
    across, down = (
        cv2.sepFilter2D(stretched, cv2.CV_64F, kx, ky, borderType=cv2.BORDER_REPLICATE)
        for kx, ky in ((slope, bell), (bell, slope))
    )
    return np.hypot(across, down)


def connectivity(alpha: Plane, target: Plane, trimap: Trimap) -> float:
    """Sum of |phi(alpha) - phi(target)| over unknown pixels, in thousands.

    A pixel is connected up to the level l = 0, 0.1, ..., 1 just below the first threshold at which
    it is no longer part of Ω, the largest 4-connected region where both alphas reach the
    threshold. With d = alpha - l, phi(alpha) = 1 - d where d >= 0.15 and 1 elsewhere.

    As in the reference, numbers are single precision (153/255 does reach 0.6 there), the first of
    several largest regions counts (in column-major order), and where no region is left every pixel
    falls out.
    """
    ours64, true64, unknown = comparable(alpha, target, trimap)
    ours, true = ours64.astype(np.float32), true64.astype(np.float32)
    level = np.ones_like(ours)
    inside = np.ones(ours.shape, bool)
    lower = np.minimum(ours, true)
    for step in range(1, _STEPS + 1):
        still = inside & _largest_region(lower >= np.float32(step / _STEPS))
        level[inside & ~still] = np.float32((step - 1) / _STEPS)
        inside = still
        if not inside.any():
            break
    ours_loose, true_loose = (
        np.where(values - level >= _THETA, values - level, np.float32(0)) for values in (ours, true)
    )
    difference = np.abs(ours_loose - true_loose)
    return float(difference[unknown].sum(dtype=np.float64) / 1000)


def _largest_region(mask: Mask) -> Mask:
    """The largest 4-connected region of `mask`, the first in column-major order of several."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask.view(np.uint8), connectivity=4)
    sizes = stats[1:, cv2.CC_STAT_AREA]
    if len(sizes) == 0:
        return np.zeros_like(mask)
    largest = np.flatnonzero(sizes == sizes.max()) + 1
    if len(largest) > 1:
        by_column = labels.T.ravel()
        largest = by_column[np.isin(by_column, largest).argmax()]
    found: Mask = labels == largest
    return found
