"""The colours of the foreground alone, where the photograph shows them mixed with background."""

from collections.abc import Iterator

import cv2
import numpy as np
import numpy.typing as npt

from engine.arrays import Alpha, Floats, Image, require_image, require_plane, unit_floats

_RADII = (90, 6)
_STRIP = 512
_HALO = sum(_RADII) // 2
"""Rows around a strip that its blurs look at; what lies beyond cannot change it."""

_FAINT = 1e-5
"""Weight of the previous estimate in a mean: it decides only where nothing else is near."""


def estimate_foreground(image: Image, alpha: Alpha) -> Image:
    """Foreground colours by blur fusion; the dtype and shape of `image`.

    image: uint8 or uint16 (h, w, 3); alpha: float32 (h, w) in [0, 1].

    M. Forte, "Approximate Fast Foreground Colour Estimation", ICIP 2021. With `blur` a box mean,
    F the foreground and B the background, twice over, in boxes of 90 and then of 6 pixels:

        F' = blur(F alpha) / blur(alpha)      B' = blur(B (1 - alpha)) / blur(1 - alpha)
        F  = F' + alpha (image - alpha F' - (1 - alpha) B')      B = B'

    starting from F = B = image. Where a box holds no foreground, F' is the previous F, and at first
    the picture's mean foreground colour (the paper's is black). So pixels with alpha 0 get colours
    that bleed from the foreground, and may be filtered or scaled; with alpha 1 they keep theirs.

    Works in strips of rows: beyond the image and the result it needs about 100 bytes for each pixel
    of a strip and its halo, however high the picture is.
    """
    require_image(image)
    require_plane(alpha, image, np.float32)
    mean = _mean_colour(image, alpha)
    if mean is None:  # no foreground at all
        return image.copy()
    top = np.float32(np.iinfo(image.dtype).max)
    foreground = np.empty_like(image)
    for inner, outer, within in _strips(len(alpha)):
        estimate = _fused(unit_floats(image[outer]), alpha[outer], mean)
        foreground[inner] = np.rint(estimate[within] * top)
    solid = alpha >= 1
    foreground[solid] = image[solid]
    return foreground


def _strips(height: int) -> Iterator[tuple[slice, slice, slice]]:
    """Rows to fill, rows to look at, and where the first lie within the second."""
    for top in range(0, height, _STRIP):
        bottom = min(top + _STRIP, height)
        first = max(top - _HALO, 0)
        yield (
            slice(top, bottom),
            slice(first, bottom + _HALO),
            slice(top - first, bottom - first),
        )


def _mean_colour(image: Image, alpha: Alpha) -> npt.NDArray[np.float32] | None:
    """The mean colour under alpha, float32 (3,) in [0, 1]; None where alpha is 0 everywhere."""
    total, weight = np.zeros(3), 0.0
    for rows, _, _ in _strips(len(alpha)):
        total += np.einsum("yxc,yx->c", image[rows], alpha[rows], dtype=np.float64)
        weight += float(alpha[rows].sum(dtype=np.float64))
    if weight == 0:
        return None
    return (total / (weight * np.iinfo(image.dtype).max)).astype(np.float32)


def _fused(image: Floats, alpha: Alpha, mean: npt.NDArray[np.float32]) -> Floats:
    """Both passes over image (h, w, 3) in [0, 1]; float32 (h, w, 3) in [0, 1]."""
    share = alpha[..., None]
    foreground = background = image
    fallback: Floats = np.broadcast_to(mean, image.shape)
    for radius in _RADII:
        near = _mean_under(foreground, alpha, radius, fallback)
        background = _mean_under(background, 1 - alpha, radius, background)
        mixed = share * near + (1 - share) * background
        foreground = fallback = np.clip(near + share * (image - mixed), 0, 1)
    return foreground


def _mean_under(colours: Floats, weight: Floats, radius: int, fallback: Floats) -> Floats:
    """Means of colours (h, w, 3) in a box under weight (h, w); `fallback` where it weighs 0."""
    weighed = cv2.blur(colours * weight[..., None], (radius, radius))
    total = cv2.blur(weight, (radius, radius))[..., None]
    means: Floats = (weighed + np.float32(_FAINT) * fallback) / (total + np.float32(_FAINT))
    return means
