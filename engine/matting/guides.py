"""What the compositing equation says before any network looks: the guides.

I = αF + (1 − α)B. Colours carried from the known regions stand in for F and B; projecting the
pixel onto the line between them gives an alpha, and how far it lies from that line says how much
to trust it. A network that is handed these planes need not learn the equation.

Guides are found once, on the context picture (at most a megapixel), and carried to full
resolution: colours and linear models vary slowly, so they are enlarged, and the projection is then
done with the full-resolution pixel.
"""

import cv2
import numpy as np

from engine.arrays import Floats, Trimap
from engine.matting import colours
from engine.matting.closed_form import closed_form, halved, linear_model
from engine.matting.pairs import best_pair
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN

NEAR_F, NEAR_B, FAR_F, FAR_B, PAIR_F, PAIR_B = (slice(i, i + 3) for i in range(0, 18, 3))
SLOPE, OFFSET, TO_F, TO_B = slice(18, 21), 21, 22, 23
PLANES = 24
"""Planes of `carried` guides: six colours, a linear model of alpha, two distances."""

GUIDES = 17
"""Planes that `projected` adds beside the image and the trimap."""

DISTANCE = 32.0
"""Pixels at which a distance plane passes one half."""


def carried(image: Floats, trimap: Trimap) -> Floats:
    """The guides in the form that can be enlarged; float32 (h, w, 24).

    image: float32 (h, w, 3) in [0, 1]; trimap: uint8 (h, w) with some foreground and background.
    Planes: nearest, propagated and best-paired colours of foreground and background; slope and
    offset of the closed-form alpha; distances to both known regions, 0 there and 1 far away.
    """
    height, width = trimap.shape
    known_f, known_b = trimap == FOREGROUND, trimap == BACKGROUND
    near_f, to_f = colours.nearest(image, known_f)
    near_b, to_b = colours.nearest(image, known_b)
    planes = np.empty((height, width, PLANES), np.float32)
    planes[..., NEAR_F], planes[..., NEAR_B] = near_f, near_b
    planes[..., FAR_F] = colours.propagated(image, known_f)
    planes[..., FAR_B] = colours.propagated(image, known_b)
    planes[..., TO_F] = to_f / (to_f + DISTANCE)
    planes[..., TO_B] = to_b / (to_b + DISTANCE)
    small_image, small_trimap = _usable_half(image, trimap)
    size = (width, height)
    pair = _paired(small_image, small_trimap)
    planes[..., PAIR_F] = cv2.resize(pair[0], size, interpolation=cv2.INTER_LINEAR)
    planes[..., PAIR_B] = cv2.resize(pair[1], size, interpolation=cv2.INTER_LINEAR)
    model = linear_model(small_image, closed_form(small_image, small_trimap))
    planes[..., 18:22] = cv2.resize(model, size, interpolation=cv2.INTER_LINEAR)
    return planes


def projected(image: Floats, planes: Floats) -> Floats:
    """The guide planes a network sees at the image's resolution; float32 (h, w, 17).

    image: float32 (h, w, 3) in [0, 1]; planes: (h, w, 24) from `carried`, enlarged if need be.
    Order: paired foreground and background colours (6); alphas by the nearest, propagated and
    paired colours and by the closed form (4); how far the pixel lies from the first three lines
    (3); how far apart propagated and paired colours are (2); distances to the known regions (2).
    """
    near, _, near_off = _project(image, planes[..., NEAR_F], planes[..., NEAR_B])
    far, far_spread, far_off = _project(image, planes[..., FAR_F], planes[..., FAR_B])
    pair, pair_spread, pair_off = _project(image, planes[..., PAIR_F], planes[..., PAIR_B])
    linear = np.einsum("hwc,hwc->hw", planes[..., SLOPE], image) + planes[..., OFFSET]
    alphas = np.dstack([near, far, pair, np.clip(linear, 0, 1)])
    rest = [near_off, far_off, pair_off, far_spread, pair_spread]
    distances = planes[..., TO_F : TO_B + 1]
    both = planes[..., PAIR_F.start : PAIR_B.stop]
    return np.concatenate([both, alphas, np.dstack(rest), distances], axis=2, dtype=np.float32)


def _project(
    image: Floats, foreground: Floats, background: Floats
) -> tuple[Floats, Floats, Floats]:
    """Alpha in [0, 1], distance between the two colours, and distance of I from what they mix."""
    across = foreground - background
    spread = np.einsum("hwc,hwc->hw", across, across)
    dots = np.einsum("hwc,hwc->hw", image - background, across)
    # Colours closer than noise say nothing: the floor draws alpha softly towards 0.
    alpha = np.clip(dots / np.maximum(spread, 1e-4), 0, 1)
    off = image - background - alpha[..., None] * across
    return alpha, np.sqrt(spread), 4 * np.sqrt(np.einsum("hwc,hwc->hw", off, off))


def _usable_half(image: Floats, trimap: Trimap) -> tuple[Floats, Trimap]:
    """Half the size, unless thin known regions would vanish with it."""
    small_image, small_trimap = halved(image, trimap)
    if (small_trimap == FOREGROUND).any() and (small_trimap == BACKGROUND).any():
        return small_image, small_trimap
    return image, trimap


def _paired(image: Floats, trimap: Trimap) -> tuple[Floats, Floats]:
    """The best pair of colours for every pixel, (h, w, 3) each; known pixels keep their own."""
    unknown = trimap == UNKNOWN
    found = []
    for code in (FOREGROUND, BACKGROUND):
        known = trimap == code
        near, distance = colours.nearest(image, known)
        two = np.stack([near[unknown], colours.propagated(image, known)[unknown]], axis=1)
        others = colours.around(near, distance, unknown)
        found.append((near, np.concatenate([two, others], axis=1)))
    (near_f, foregrounds), (near_b, backgrounds) = found
    index_f, index_b = best_pair(image[unknown], foregrounds, backgrounds)
    every = np.arange(len(index_f))
    near_f[unknown] = foregrounds[every, index_f]
    near_b[unknown] = backgrounds[every, index_b]
    return near_f, near_b
