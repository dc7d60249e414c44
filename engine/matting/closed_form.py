"""Closed-form matting at low cost: a guide, not an answer.

The equations of `engine.matting.laplacian` are solved by conjugate gradients from coarse to fine,
each level starting from the one below and taking so many steps: enough for a guide, and a little
better on photographs than the exact answer.

Where samples of both colours explain a pixel well, their alpha may pull at the solution, as in
robust matting (Wang, Cohen, CVPR 2007, section 4): (L + W) alpha = W samples.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from engine.arrays import Alpha, Floats, Trimap
from engine.matting.laplacian import System, system
from engine.matting.samples import Samples
from engine.matting.stopping import Asked, go_on
from engine.trimap.codes import FOREGROUND, UNKNOWN

Doubles = npt.NDArray[np.float64]

STEPS = (100, 100, 80)
"""Conjugate-gradient steps from the coarsest level up; the last is used for all finer ones."""

PULLED_STEPS = 60
"""Of a solution that is pulled at; it starts from the plain one and converges faster. With half of
that, wide trimaps lose a tenth."""

PULLS = (0.01, 0.015)
"""Weights of full trust, first without and then with regard to how far the samples agree with the
neighbourhood. Between half and double that composites of training foregrounds hardly differ."""

AGREEMENT = 0.2
"""Difference between samples and solution at which trust falls to 1/e."""

COARSEST = 4096
"""Pixels of the coarsest level, about."""

SMOOTH = 1e-5
"""Regularisation of the linear model that carries an alpha to a larger picture."""


def closed_form(image: Floats, trimap: Trimap) -> Alpha:
    """An approximate closed-form alpha; float32 (h, w) in [0, 1].

    image: float32 (h, w, 3) in [0, 1]; trimap: uint8 (h, w).
    """
    solution, _ = _coarse_to_fine(image, trimap, go_on)
    return np.asarray(np.clip(solution, 0, 1), np.float32)


def closed_forms(
    image: Floats, trimap: Trimap, samples: Sequence[Samples], asked: Asked = go_on
) -> tuple[Alpha, Alpha]:
    """The alpha of `closed_form`, and the one that all the samples pull at; (h, w) each.

    It is pulled at twice: samples that do not agree with what came of it are trusted less.
    asked: called now and then, and may raise to stop.
    """
    plain, equations = _coarse_to_fine(image, trimap, asked)
    places = equations.places
    wanted = np.stack([one.alpha.ravel()[places] for one in samples])
    trust = np.stack([one.trust.ravel()[places] for one in samples])
    pulled = np.clip(plain, 0, 1).ravel()
    for weight in PULLS:
        pull = _joined(wanted, np.float32(weight) * trust)
        found = _solved(equations, pulled[places], PULLED_STEPS, asked, pull)
        pulled[places] = np.clip(found, 0, 1)
        trust = trust * np.exp(-np.abs(pulled[places] - wanted) / AGREEMENT)
    return np.clip(plain, 0, 1), pulled.reshape(trimap.shape)


def _coarse_to_fine(image: Floats, trimap: Trimap, asked: Asked) -> tuple[Alpha, System]:
    """The solution (h, w), not clamped, and the equations at its size."""
    levels = [(image, trimap)]
    while levels[-1][1].size > COARSEST:
        levels.append(halved(*levels[-1]))
    alpha: Alpha = np.full((1, 1), 0.5, np.float32)
    for depth, (level_image, level_trimap) in enumerate(reversed(levels)):
        height, width = level_trimap.shape
        start = np.empty((height, width), np.float32)
        cv2.resize(alpha, (width, height), dst=start, interpolation=cv2.INTER_LINEAR)
        steps = STEPS[min(depth, len(STEPS) - 1)]
        equations = system(level_image, level_trimap, asked)
        alpha = (level_trimap == FOREGROUND).astype(np.float32)
        found = _solved(equations, start.ravel()[equations.places], steps, asked)
        alpha.ravel()[equations.places] = found
    return alpha, equations


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
    slope = divided(covariance, spread)
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


def divided(vectors: Doubles, matrices: Doubles) -> Doubles:
    """M⁻¹ v for symmetric 3 × 3 matrices given as (…, 6): xx xy xz yy yz zz."""
    xx, xy, xz, yy, yz, zz = np.moveaxis(matrices, -1, 0)
    x, y, z = np.moveaxis(vectors, -1, 0)
    a, b, c = yy * zz - yz * yz, xz * yz - xy * zz, xy * yz - xz * yy
    d, e, f = xx * zz - xz * xz, xy * xz - xx * yz, xx * yy - xy * xy
    found = np.stack([a * x + b * y + c * z, b * x + d * y + e * z, c * x + e * y + f * z], axis=-1)
    return np.asarray(found / (xx * a + xy * b + xz * c)[..., None])


@dataclass(frozen=True, eq=False)
class _Pull:
    """Towards an alpha, with a weight; (n,) each."""

    alpha: Floats
    weight: Floats


def _joined(alphas: Floats, weights: Floats) -> _Pull:
    """One pull that is worth several at the same pixels; (m, n) each."""
    weight = weights.sum(axis=0)
    return _Pull((weights * alphas).sum(axis=0) / np.maximum(weight, 1e-9), weight)


def _solved(
    equations: System, start: Floats, steps: int, asked: Asked, pull: _Pull | None = None
) -> Floats:
    """Conjugate gradients with the diagonal as preconditioner; alpha at the unknown pixels (n,)."""
    alpha = start.copy()
    if pull is None:
        pull = _Pull(alpha, np.zeros_like(alpha))
    scale = 1 / np.maximum(equations.diagonal + pull.weight, 1e-4)
    residual = pull.weight * (pull.alpha - alpha) - equations.among(alpha) - equations.known
    direction = scale * residual
    energy = float(residual @ direction)
    for _ in range(steps):
        if energy < 1e-9:
            break
        asked()
        applied = equations.among(direction) + pull.weight * direction
        length = np.float32(energy / float(direction @ applied))
        alpha += length * direction
        residual -= length * applied
        scaled = scale * residual
        previous, energy = energy, float(residual @ scaled)
        direction = scaled + np.float32(energy / previous) * direction
    return alpha
