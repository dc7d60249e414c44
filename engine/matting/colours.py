"""Colours carried from the known regions into the unknown one: the raw material of the guides.

The image is float32 (h, w, 3) in [0, 1], the mask of known pixels bool (h, w) and holds at least
one; unless it says otherwise a function answers a colour for every pixel, float32 (h, w, 3).
"""

import cv2
import numpy as np

from engine.arrays import Floats, Mask


def nearest(image: Floats, known: Mask) -> tuple[Floats, Floats]:
    """Colour of the nearest known pixel, and how far it is: (h, w, 3), and (h, w) in pixels."""
    zero_at_known = np.where(known, 0, 1).astype(np.uint8)
    distance, labels = cv2.distanceTransformWithLabels(
        zero_at_known, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    colour_of = np.zeros((int(labels.max()) + 1, 3), np.float32)
    colour_of[labels[known]] = image[known]
    return colour_of[labels], distance.astype(np.float32)


def propagated(image: Floats, known: Mask) -> Floats:
    """Smooth colours by pull and push: averages of known pixels, filled in from coarser levels.

    Gortler et al., "The Lumigraph", SIGGRAPH 1996, section 3.3. Known pixels keep their colour.
    """
    levels = _pulled(image, known)
    filled, _ = levels[-1]
    for colour, weight in reversed(levels[:-1]):
        height, width = weight.shape
        coarse = cv2.resize(filled, (width, height), interpolation=cv2.INTER_LINEAR)
        confident = np.minimum(weight, 1)[..., None]
        filled = np.asarray(confident * colour + (1 - confident) * coarse, np.float32)
    return filled


def _pulled(image: Floats, known: Mask) -> list[tuple[Floats, Floats]]:
    """Mean known colour and share of known pixels, level by level down to a single pixel."""
    weight = known.astype(np.float32)
    colour = image * weight[..., None]
    levels = [(colour, weight)]
    while max(weight.shape) > 1:
        height, width = ((side + 1) // 2 for side in weight.shape)
        # Twice the share: a cell that is half known is trusted fully on the way back.
        sums = cv2.resize(colour * weight[..., None], (width, height), interpolation=cv2.INTER_AREA)
        share = cv2.resize(weight, (width, height), interpolation=cv2.INTER_AREA)
        means = sums.reshape(height, width, 3) / np.maximum(share, 1e-6)[..., None]
        colour = np.asarray(means, np.float32)
        weight = np.asarray(np.minimum(2 * share, 1), np.float32)
        levels.append((colour, weight))
    return levels


def around(nearest_colour: Floats, distance: Floats, wanted: Mask) -> Floats:
    """Eight more candidates for each wanted pixel: the nearest known colours of points around it.

    The points lie `distance` (of the pixel to the known region, plus 3) away in eight directions,
    so that pixels far from anything known look further. (n, 8, 3), in the order of `wanted`.
    """
    height, width = distance.shape
    rows, columns = np.nonzero(wanted)
    reach = (distance[wanted] + 3)[:, None]
    angles = (np.arange(8) * (np.pi / 4) + np.pi / 8).astype(np.float32)
    down = np.rint(rows[:, None] + np.sin(angles) * reach).astype(np.intp)
    across = np.rint(columns[:, None] + np.cos(angles) * reach).astype(np.intp)
    return np.asarray(nearest_colour[down.clip(0, height - 1), across.clip(0, width - 1)])
