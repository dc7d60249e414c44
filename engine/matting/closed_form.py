"""Closed-form matting at low cost: a guide, not an answer.

Levin, Lischinski, Weiss, "A closed-form solution to natural image matting", PAMI 2008: within a
small window alpha is nearly a linear function of colour, alpha = a·I + b. The Laplacian of that
model is applied without a matrix, by box filters (He, Sun, Tang, "Fast matting using large kernel
matting Laplacian matrices", CVPR 2010), and solved by conjugate gradients from coarse to fine,
each level starting from the one below. Double precision throughout: a covariance of 1e-6 is the
difference of two numbers near 1, and single precision makes the system indefinite.
"""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from engine.arrays import Alpha, Floats, Trimap
from engine.trimap.codes import FOREGROUND, UNKNOWN

Doubles = npt.NDArray[np.float64]

WINDOW = 3
REGULARISATION = 1e-6
"""Added to the variance of a window's colours: larger is smoother and blurs thin structures."""

CONFIDENCE = 100.0
"""Weight of a known pixel's alpha against the smoothness of its windows."""

STEPS = (100, 60, 36, 24)
"""Conjugate-gradient steps from the coarsest level up; the last is used for all finer ones."""

COARSEST = 4096
"""Pixels of the coarsest level, about."""


@dataclass(frozen=True)
class _Windows:
    """Means and inverse covariances of the colours in the window around every pixel."""

    image: Doubles  # (h, w, 3)
    mean: Doubles  # (h, w, 3)
    inverse: Doubles  # (h, w, 6): xx xy xz yy yz zz
    side: int


def closed_form(image: Floats, trimap: Trimap) -> Alpha:
    """An approximate closed-form alpha; float32 (h, w) in [0, 1].

    image: float32 (h, w, 3) in [0, 1]; trimap: uint8 (h, w).
    """
    levels = [(image, trimap)]
    while levels[-1][1].size > COARSEST:
        levels.append(halved(*levels[-1]))
    alpha = np.full(levels[-1][1].shape, 0.5)
    for depth, (level_image, level_trimap) in enumerate(reversed(levels)):
        start = _enlarged(alpha, level_trimap.shape)
        steps = STEPS[min(depth, len(STEPS) - 1)]
        windows = _windows(level_image, WINDOW, REGULARISATION)
        alpha = _solved(windows, level_trimap, start, steps)
    return np.asarray(np.clip(alpha, 0, 1), np.float32)


def linear_model(image: Floats, alpha: Alpha, radius: int = 2) -> Floats:
    """Coefficients a and b of alpha = a·I + b around each pixel; float32 (h, w, 4).

    The guided filter (He, Sun, Tang, PAMI 2013), whose coefficients carry an alpha from a small
    picture to a large one.
    """
    side = 2 * radius + 1
    model = _fit(_windows(image, side, 1e-3), alpha.astype(np.float64))
    return _mean(model, side).astype(np.float32)


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


def _enlarged(alpha: Doubles, shape: tuple[int, ...]) -> Doubles:
    height, width = shape
    return np.asarray(cv2.resize(alpha, (width, height), interpolation=cv2.INTER_LINEAR))


def _mean(planes: Doubles, side: int) -> Doubles:
    return np.asarray(cv2.blur(planes, (side, side), borderType=cv2.BORDER_REFLECT_101))


def _windows(image: Floats, side: int, epsilon: float) -> _Windows:
    colours = image.astype(np.float64)
    mean = _mean(colours, side)
    rows, columns = (0, 0, 0, 1, 1, 2), (0, 1, 2, 1, 2, 2)
    covariance = _mean(colours[..., rows] * colours[..., columns], side)
    covariance -= mean[..., rows] * mean[..., columns]
    covariance[..., (0, 3, 5)] += epsilon
    return _Windows(colours, mean, _inverted(covariance), side)


def _inverted(matrix: Doubles) -> Doubles:
    """Inverses of symmetric 3x3 matrices given as (…, 6)."""
    xx, xy, xz, yy, yz, zz = np.moveaxis(matrix, -1, 0)
    cofactors = np.stack(
        [
            yy * zz - yz * yz,
            xz * yz - xy * zz,
            xy * yz - xz * yy,
            xx * zz - xz * xz,
            xy * xz - xx * yz,
            xx * yy - xy * xy,
        ],
        axis=-1,
    )
    determinant = xx * cofactors[..., 0] + xy * cofactors[..., 1] + xz * cofactors[..., 2]
    return np.asarray(cofactors / determinant[..., None])


def _fit(windows: _Windows, alpha: Doubles) -> Doubles:
    """The best slope and offset of alpha over each window; (h, w, 4)."""
    sums = _mean(np.dstack([windows.image * alpha[..., None], alpha]), windows.side)
    mean_alpha = sums[..., 3]
    covariance = sums[..., :3] - windows.mean * mean_alpha[..., None]
    c0, c1, c2 = np.moveaxis(covariance, -1, 0)
    xx, xy, xz, yy, yz, zz = np.moveaxis(windows.inverse, -1, 0)
    model = sums
    model[..., 0] = xx * c0 + xy * c1 + xz * c2
    model[..., 1] = xy * c0 + yy * c1 + yz * c2
    model[..., 2] = xz * c0 + yz * c1 + zz * c2
    model[..., 3] = mean_alpha - np.einsum("hwc,hwc->hw", model[..., :3], windows.mean)
    return model


def _unexplained(windows: _Windows, share: Doubles, alpha: Doubles) -> Doubles:
    """What the windows' linear models leave of alpha: the matting Laplacian times alpha.

    Only windows that lie wholly inside the picture count (`share` of a pixel's windows), which
    keeps the operator symmetric.
    """
    model = _fit(windows, alpha) * _inside(alpha.shape)[..., None]
    spread = cv2.blur(model, (WINDOW, WINDOW), borderType=cv2.BORDER_CONSTANT)
    predicted = np.einsum("hwc,hwc->hw", spread[..., :3], windows.image) + spread[..., 3]
    return np.asarray(share * alpha - predicted)


def _inside(shape: tuple[int, ...]) -> Doubles:
    inside = np.zeros(shape)
    inside[1:-1, 1:-1] = 1
    return inside


def _solved(windows: _Windows, trimap: Trimap, start: Doubles, steps: int) -> Doubles:
    """Conjugate gradients over (L + confidence·known) alpha = confidence·known·trimap."""
    weight = np.where(trimap == UNKNOWN, 0.0, CONFIDENCE)
    goal = (trimap == FOREGROUND).astype(np.float64)
    inside = _inside(trimap.shape)
    share = cv2.blur(inside, (WINDOW, WINDOW), borderType=cv2.BORDER_CONSTANT).astype(np.float64)
    # Known pixels start where they must end, so the search spends its steps on the unknown ones.
    alpha: Doubles = np.where(trimap == UNKNOWN, start, goal).astype(np.float64)
    scale = 1 / (weight + share + 1e-3)
    residual = weight * (goal - alpha) - _unexplained(windows, share, alpha)
    direction = np.asarray(scale * residual, np.float64)
    energy = float(np.vdot(residual, direction))
    for _ in range(steps):
        if energy < 1e-9:
            break
        applied = weight * direction + _unexplained(windows, share, direction)
        length = energy / float(np.vdot(direction, applied))
        alpha = alpha + length * direction
        residual = residual - length * applied
        scaled = scale * residual
        previous, energy = energy, float(np.vdot(residual, scaled))
        direction = np.asarray(scaled + (energy / previous) * direction, np.float64)
    return alpha
