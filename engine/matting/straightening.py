"""From the alpha of numbers to that of light, where light was mixed: see `engine.mixing`.

Networks and guides find the alpha for which the numbers of foreground and background mix to those
of the pixel. `straightened` asks in which parts their *light* makes the same pixel. It needs the
colours on both sides of an edge, which are carried there from what is certain.
"""

from dataclasses import dataclass

import cv2
import numpy as np
import torch
from torch import Tensor

from engine.arrays import Alpha, Floats, Image, Mask, Trimap
from engine.matting import context
from engine.matting.colours import propagated
from engine.matting.enlarge import enlarged
from engine.matting.tiles import covering, place
from engine.matting.windows import Window
from engine.trimap.codes import BACKGROUND, FOREGROUND, unknown_of

_SOLID, _CLEAR = 0.95, 0.05
_AREA = context.MOST_PIXELS // 4
_SIDES_APART = 1e-3
"""Squared distance of two colours below which the pixel says little about their shares."""
_TILE = 512


@dataclass(frozen=True, eq=False)
class Sides:
    """The colours on either side of every place: (1, 6, h, w), foreground's before background's.

    ratio: pixels of the picture for each of theirs, (down, across); exponent: of `engine.mixing`.
    """

    colours: Tensor
    ratio: tuple[float, float]
    exponent: float


def sides(
    image: Floats, trimap: Trimap, alpha: Alpha, ratio: tuple[float, float], exponent: float
) -> Sides:
    """What is carried from solid foreground and clear background, known or found.

    image: (h, w, 3); trimap: (h, w), with both sides in it; alpha: (h, w), anything where known.
    """
    solid, clear = alpha >= _SOLID, alpha <= _CLEAR
    unknown = unknown_of(trimap)
    foreground = propagated(image, _known(trimap == FOREGROUND, unknown & solid))
    background = propagated(image, _known(trimap == BACKGROUND, unknown & clear))
    planes = np.concatenate([foreground, background], axis=2)
    return Sides(torch.from_numpy(planes).permute(2, 0, 1)[None], ratio, exponent)


def straightened(alpha: Floats, sides: Sides, window: Window) -> Floats:
    """The alpha of light inside `window`; alpha: (window.height, window.width) of the numbers.

    0 and 1 stay, and so does the order; what lies outside [0, 1] is cut off.
    """
    seen = enlarged(sides.colours, window, sides.ratio)[0].permute(1, 2, 0).numpy()
    foreground, background = seen[..., :3], seen[..., 3:]
    share = np.clip(alpha, 0, 1)[..., None]
    mixed = share * foreground + (1 - share) * background
    dark = np.power(background, sides.exponent)
    between = np.power(foreground, sides.exponent) - dark
    apart = np.square(between).sum(axis=2)
    found = ((np.power(mixed, sides.exponent) - dark) * between).sum(axis=2)
    return np.asarray(
        (found + _SIDES_APART * share[..., 0]) / (apart + _SIDES_APART), np.float32
    ).clip(0, 1)


def whole(image: Image, trimap: Trimap, alpha: Alpha, exponent: float) -> Alpha:
    """`alpha` (h, w) of the numbers as alpha of light, where the trimap is unknown."""
    if exponent == 1:
        return alpha
    scene = context.whole(image, trimap, _AREA)
    height, width = scene.trimap.shape
    small = np.asarray(cv2.resize(alpha, (width, height), interpolation=cv2.INTER_AREA), np.float32)
    found = sides(scene.image, scene.trimap, small, scene.ratio, exponent)
    result = alpha.copy()
    for window in covering(unknown_of(trimap), _TILE):
        result[place(window)] = straightened(alpha[place(window)], found, window)
    return result


def _known(surely: Mask, found: Mask) -> Mask:
    known = surely | found
    return known if known.any() else np.ones_like(known)
