"""Closed-form matting at low cost: a guide, not an answer.

The equations of `engine.matting.laplacian` are solved by conjugate gradients from coarse to fine,
each level starting from the one below and taking a few steps: enough for a guide.
"""

import cv2
import numpy as np
import numpy.typing as npt

from engine.arrays import Alpha, Floats, Trimap
from engine.matting.laplacian import System, system
from engine.trimap.codes import FOREGROUND, UNKNOWN

Doubles = npt.NDArray[np.float64]

STEPS = (100, 60, 36, 24)
"""Conjugate-gradient steps from the coarsest level up; the last is used for all finer ones."""

COARSEST = 4096
"""Pixels of the coarsest level, about."""

SMOOTH = 1e-3
"""Regularisation of the linear model that carries an alpha to a larger picture."""


def closed_form(image: Floats, trimap: Trimap) -> Alpha:
    """An approximate closed-form alpha; float32 (h, w) in [0, 1].

    image: float32 (h, w, 3) in [0, 1]; trimap: uint8 (h, w).
    """
    levels = [(image, trimap)]
    while levels[-1][1].size > COARSEST:
        levels.append(halved(*levels[-1]))
    alpha: Alpha = np.full((1, 1), 0.5, np.float32)
    for depth, (level_image, level_trimap) in enumerate(reversed(levels)):
        height, width = level_trimap.shape
        start = np.asarray(cv2.resize(alpha, (width, height), interpolation=cv2.INTER_LINEAR))
        steps = STEPS[min(depth, len(STEPS) - 1)]
        solution = _solved(
            system(level_image, level_trimap), start.ravel().astype(np.float32), steps
        )
        alpha = solution.reshape(height, width)
    return np.asarray(np.clip(alpha, 0, 1), np.float32)


def linear_model(image: Floats, alpha: Alpha, radius: int = 2) -> Floats:
    """Coefficients a and b of alpha = a·I + b around each pixel; float32 (h, w, 4).

    The guided filter (He, Sun, Tang, PAMI 2013, equations 14 and 15), whose coefficients carry an
    alpha from a small picture to a large one.
    """
    side = 2 * radius + 1
    colours = image.astype(np.float64)
    mean, mean_alpha = _mean(colours, side), _mean(alpha.astype(np.float64), side)
    covariance = _mean(colours * alpha[..., None], side) - mean * mean_alpha[..., None]
    rows, columns = (0, 0, 0, 1, 1, 2), (0, 1, 2, 1, 2, 2)
    spread = _mean(colours[..., rows] * colours[..., columns], side)
    spread -= mean[..., rows] * mean[..., columns]
    spread[..., (0, 3, 5)] += SMOOTH
    slope = _divided(covariance, spread)
    offset = mean_alpha - np.einsum("hwc,hwc->hw", slope, mean)
    return _mean(np.dstack([slope, offset]), side).astype(np.float32)


def halved(image: Floats, trimap: Trimap) -> tuple[Floats, Trimap]:
    """Both at half the size, rounded up; a cell that mixes codes is unknown."""
    height, width = ((side + 1) // 2 for side in trimap.shape)
    return shrunk(image, trimap, height, width)


def shrunk(image: Floats, trimap: Trimap, height: int, width: int) -> tuple[Floats, Trimap]:
    """Both averaged down to (height, width); a cell that mixes codes is unknown."""
    small = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)
    share = cv2.resize(trimap.astype(np.float32), (width, height), interpolation=cv2.INTER_AREA)
    codes = np.full(share.shape, UNKNOWN, np.uint8)
    codes[share < 0.5] = 0
    codes[share > FOREGROUND - 0.5] = FOREGROUND
    return small.reshape(height, width, 3).astype(np.float32), codes


def _mean(planes: Doubles, side: int) -> Doubles:
    return np.asarray(cv2.blur(planes, (side, side), borderType=cv2.BORDER_REFLECT_101), np.float64)


def _divided(vectors: Doubles, matrices: Doubles) -> Doubles:
    """M⁻¹ v for symmetric 3 × 3 matrices given as (…, 6): xx xy xz yy yz zz."""
    xx, xy, xz, yy, yz, zz = np.moveaxis(matrices, -1, 0)
    x, y, z = np.moveaxis(vectors, -1, 0)
    a, b, c = yy * zz - yz * yz, xz * yz - xy * zz, xy * yz - xz * yy
    d, e, f = xx * zz - xz * xz, xy * xz - xx * yz, xx * yy - xy * xy
    found = np.dstack([a * x + b * y + c * z, b * x + d * y + e * z, c * x + e * y + f * z])
    return np.asarray(found / (xx * a + xy * b + xz * c)[..., None])


def _solved(equations: System, start: Floats, steps: int) -> Floats:
    """Conjugate gradients with the diagonal as preconditioner; a flat alpha (h·w)."""
    places = equations.places
    alpha = equations.goal.copy()
    alpha[places] = start[places]
    scale = 1 / np.maximum(equations.diagonal, 1e-4)
    residual = -equations.applied(alpha)
    direction = scale * residual
    along = np.zeros_like(alpha)
    energy = float(residual @ direction)
    for _ in range(steps):
        if energy < 1e-9:
            break
        along[places] = direction
        applied = equations.applied(along)
        length = np.float32(energy / float(direction @ applied))
        alpha[places] += length * direction
        residual -= length * applied
        scaled = scale * residual
        previous, energy = energy, float(residual @ scaled)
        direction = scaled + np.float32(energy / previous) * direction
    return alpha
