"""What a photograph tells about the edge of a mask: is it hard there, or hair?

Seven planes, each from the neighbourhood of a pixel; `engine.proposals.band` weighs them. All
distances are parts of the picture's scale, the root of its number of pixels.
"""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from engine.arrays import Floats, Mask
from engine.proposals.guided_filter import following

_FOLLOWED = 0.012
"""Radius of the filter that draws the mask to the picture's edges."""
_DOUBT = 0.02
_STRUCTURE = 0.006
_SURE = 0.01
"""How far from the mask's edge a pixel must lie to count for the colours of its side."""
_COLOURS = 0.03
_PRIOR = 1e-3
"""Weight of a whole side's colours where its nearby ones are few."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """Planes (h, w) over a mask.

    soft: float32, about [0, 1], the mask drawn to the picture's edges; mask: bool, where that is
    above a half. inside, outside: float32, how far each pixel lies within the mask or beyond it, in
    hundredths of the scale (0 on the other side). planes: float32 (h, w, 7): doubt of the mask
    around, coherence of the gradients, their strength and its logarithm (hair has some, a hard edge
    much), disagreement of the colours with the mask outside it and inside, and the distance to the
    edge.
    """

    soft: Floats
    mask: Mask
    inside: Floats
    outside: Floats
    planes: Floats


def evidence(image: Floats, saliency: Floats) -> Evidence:
    """The evidence for a mask; image float32 (h, w, 3) and saliency (h, w), both in [0, 1]."""
    height, width = saliency.shape
    scale = float(np.sqrt(height * width))
    soft = following(image, saliency, max(2, round(scale * _FOLLOWED)))
    mask = soft > 0.5
    inside, outside = (distance_to_edge(side) * np.float32(100 / scale) for side in (mask, ~mask))
    coherence, strength = _structure(image, scale)
    doubt = _blurred(np.clip(4 * soft * (1 - soft), 0, 1), scale * _DOUBT)
    disagreement = _disagreement(image, saliency, mask, (inside, outside), scale)
    within = mask.astype(np.float32)
    faint = np.log(strength + np.float32(0.02))
    planes = np.stack(
        [
            *(doubt, coherence, strength, faint),
            *(disagreement * (1 - within), disagreement * within, inside + outside),
        ],
        axis=-1,
    )
    return Evidence(soft, mask, inside, outside, planes)


def distance_to_edge(side: Mask) -> Floats:
    """For each pixel of `side` the distance to the nearest other one, 0 for those; float32 (h, w).

    The picture's own border is no edge; where everything is `side`, everything is as far as can be.
    """
    if side.all():
        return np.full(side.shape, float(sum(side.shape)), np.float32)
    return np.asarray(
        cv2.distanceTransform(side.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5), np.float32
    )


def _structure(image: Floats, scale: float) -> tuple[Floats, Floats]:
    """How much the gradients around a pixel agree in direction, in [0, 1], and how strong they are.

    From the structure tensor, summed over L*a*b*, whose differences are those an eye sees.
    """
    lab = cv2.cvtColor(image, cv2.COLOR_RGB2LAB) / np.float32(100)
    across, down = (cv2.Scharr(lab, cv2.CV_32F, dx, 1 - dx) / np.float32(32) for dx in (1, 0))
    products = [
        _blurred(np.asarray((one * other).sum(axis=2)), scale * _STRUCTURE)
        for one, other in ((across, across), (across, down), (down, down))
    ]
    along, mixed, upright = products
    energy = along + upright + np.float32(1e-6)
    coherence = np.sqrt((along - upright) ** 2 + 4 * mixed**2) / energy
    return np.asarray(coherence, np.float32), np.asarray(10 * np.sqrt(energy), np.float32)


def _disagreement(
    image: Floats, saliency: Floats, mask: Mask, depths: tuple[Floats, Floats], scale: float
) -> Floats:
    """How far the pixel's place between the colours of both sides is from its side of the mask.

    The place is the projection on the line between the sides' mean colours nearby, which is what
    a mixture of them would have for its alpha; it counts as far as the means differ by more than
    the colours scatter.
    """
    least = np.float32(100 * _SURE)
    sides = (
        ((depths[0] > least) & (saliency > 0.9)),
        ((depths[1] > least) & (saliency < 0.1)),
    )
    if not all(side.any() for side in sides):
        return np.zeros(mask.shape, np.float32)
    (fore, fore_spread), (back, back_spread) = (_colours(image, side, scale) for side in sides)
    line = fore - back
    length = (line * line).sum(axis=2) + np.float32(1e-4)
    place = np.clip(((image - back) * line).sum(axis=2) / length, 0, 1)
    trust = length / (length + fore_spread + back_spread)
    return np.asarray(np.abs(place - mask) * trust, np.float32)


def _colours(image: Floats, side: Mask, scale: float) -> tuple[Floats, Floats]:
    """The mean colour (h, w, 3) of a side around each pixel, and the variance (h, w) about it."""
    weight = side.astype(np.float32)[..., None]
    sums = _blurred_widely(
        np.concatenate([weight, image * weight, image * image * weight], axis=2), scale * _COLOURS
    )
    everywhere = sums.reshape(-1, 7).mean(axis=0)
    everywhere /= everywhere[0]
    sums = sums + np.float32(_PRIOR) * everywhere
    mean = sums[..., 1:4] / sums[..., :1]
    spread = np.maximum(sums[..., 4:] / sums[..., :1] - mean**2, 0).sum(axis=2)
    size = side.shape[::-1]
    return tuple(  # type: ignore[return-value]
        np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_LINEAR), np.float32)
        for part in (mean, spread)
    )


def _blurred(plane: npt.NDArray[np.float32], sigma: float) -> Floats:
    return np.asarray(cv2.GaussianBlur(plane, (0, 0), max(sigma, 0.5)), np.float32)


def _blurred_widely(planes: Floats, sigma: float) -> Floats:
    """Planes blurred on a quarter of the grid, and left at that size."""
    height, width = planes.shape[:2]
    size = max(1, width // 4), max(1, height // 4)
    # one by one: OpenCV resizes four channels at most
    shrunk = [
        cv2.resize(planes[..., channel], size, interpolation=cv2.INTER_AREA)
        for channel in range(planes.shape[2])
    ]
    return np.stack([_blurred(np.asarray(plane, np.float32), sigma / 4) for plane in shrunk], -1)
