"""What the compositing equation says before any network looks: the guides.

I = αF + (1 − α)B. Colours carried from the known regions stand in for F and B; projecting the
pixel onto the line between them gives an alpha, and how far it lies from that line says how much
to trust it. A network that is handed these planes need not learn the equation.

Guides are found once, on the context picture (at most a megapixel), and carried to full
resolution: colours and linear models vary slowly, so they are enlarged, and the projection is then
done with the full-resolution pixel.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from engine.arrays import Floats, Trimap
from engine.matting import colours
from engine.matting.closed_form import closed_forms, halved, linear_model
from engine.matting.mixtures import mixed
from engine.matting.pairs import best_pair
from engine.matting.samples import Samples, enlarged_to, trusted
from engine.matting.stopping import Asked, go_on
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN

NEAR_F, NEAR_B, FAR_F, FAR_B, PAIR_F, PAIR_B = (slice(i, i + 3) for i in range(0, 18, 3))
SLOPE, OFFSET, PULLED_SLOPE, PULLED_OFFSET, TO_F, TO_B = (
    slice(18, 21),
    21,
    slice(22, 25),
    25,
    26,
    27,
)
PLANES = 28
"""Planes of `carried` guides: six colours, two linear models of alpha, two distances."""

GUIDES = 18
"""Planes that `projected` adds beside the image and the trimap."""

DISTANCE = 32.0
"""Pixels at which a distance plane passes one half."""


def carried(image: Floats, trimap: Trimap, asked: Asked = go_on) -> Floats:
    """The guides in the form that can be enlarged; float32 (h, w, 28).

    image: float32 (h, w, 3) in [0, 1]; trimap: uint8 (h, w) with some foreground and background.
    Planes: nearest, propagated and best-paired colours of foreground and background; slope and
    offset of the closed-form alpha, plain and as pairs and mixtures of colours pull at it;
    distances to both known regions, 0 there and 1 far away. asked: called now and then, and may
    raise to stop.
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
    asked()
    pair = _paired(small_image, small_trimap)
    asked()
    planes[..., PAIR_F] = cv2.resize(pair[0], size, interpolation=cv2.INTER_LINEAR)
    planes[..., PAIR_B] = cv2.resize(pair[1], size, interpolation=cv2.INTER_LINEAR)
    mixtures = enlarged_to(size, mixed(small_image, small_trimap))
    asked()
    pairs = _samples(image, planes[..., PAIR_F], planes[..., PAIR_B])
    alphas = closed_forms(image, trimap, (pairs, mixtures), asked)
    asked()
    for alpha, place in zip(alphas, (18, 22), strict=True):
        planes[..., place : place + 4] = linear_model(image, alpha)
    return planes


def projected(image: Floats, planes: Floats) -> Floats:
    """The guide planes a network sees at the image's resolution; float32 (h, w, 18).

    image: float32 (h, w, 3) in [0, 1]; planes: (h, w, 28) from `carried`, enlarged if need be.
    Order: paired foreground and background colours (6); alphas by the nearest, propagated and
    paired colours and by both closed forms (5); how far the pixel lies from the first three lines
    (3); how far apart propagated and paired colours are (2); distances to the known regions (2).
    """
    lines = [
        _project(image, planes[..., f], planes[..., b])
        for f, b in ((NEAR_F, NEAR_B), (FAR_F, FAR_B), (PAIR_F, PAIR_B))
    ]
    seen = np.empty((*image.shape[:2], GUIDES), np.float32)
    seen[..., :6] = planes[..., PAIR_F.start : PAIR_B.stop]
    for place, line in enumerate(lines):
        seen[..., 6 + place] = line.alpha
        seen[..., 11 + place] = 4 * line.off
    for place, slope, offset in ((9, SLOPE, OFFSET), (10, PULLED_SLOPE, PULLED_OFFSET)):
        seen[..., place] = np.clip(_dots(planes[..., slope], image) + planes[..., offset], 0, 1)
    seen[..., 14], seen[..., 15] = lines[1].spread, lines[2].spread
    seen[..., 16:] = planes[..., TO_F : TO_B + 1]
    return seen


@dataclass(frozen=True, eq=False)
class _Line:
    """A pixel against the line between two colours, (h, w) each: the alpha in [0, 1], how far apart
    the colours are, how far the pixel is from what they mix."""

    alpha: Floats
    spread: Floats
    off: Floats


def _project(image: Floats, foreground: Floats, background: Floats) -> _Line:
    across = foreground - background
    beyond = image - background
    spread = _dots(across, across)
    # Colours closer than noise say nothing: the floor draws alpha softly towards 0.
    share = _dots(beyond, across) / np.maximum(spread, np.float32(1e-4))
    alpha = np.asarray(np.clip(share, 0, 1), np.float32)
    off = beyond - alpha[..., None] * across
    return _Line(alpha, np.sqrt(spread), np.sqrt(_dots(off, off)))


def _samples(image: Floats, foreground: Floats, background: Floats) -> Samples:
    """What a pair of colours for every pixel says of its alpha."""
    line = _project(image, foreground, background)
    return Samples(line.alpha, trusted(line.off, line.spread))


def _dots(one: Floats, other: Floats) -> Floats:
    """Scalar products of colours, (h, w, 3) and (h, w, 3) -> (h, w)."""
    products = cv2.transform(one * other, np.ones((1, 3), np.float32))
    return np.asarray(products, np.float32).reshape(one.shape[:2])


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
