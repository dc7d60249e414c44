"""The colours that are certain on either side of an edge, carried to it."""

from dataclasses import dataclass
from math import sqrt

import cv2
import numpy as np
import numpy.typing as npt

from engine.arrays import Alpha, Floats, Image, Mask
from engine.trimap.paint import Box

SOLID, CLEAR = 0.95, 0.05
"""Alphas from which on a pixel shows foreground alone, and up to which background alone."""
_AREA = 1_000_000
_FAINT = np.float32(1e-4)


@dataclass(frozen=True, eq=False)
class Sides:
    """Foreground and background as float32 (h', w', 3) in [0, 1], of at most a megapixel.

    size: (height, width) of the picture that they are a small version of.
    """

    foreground: Floats
    background: Floats
    size: tuple[int, int]

    def within(self, box: Box, step: int = 1) -> tuple[Floats, Floats]:
        """Both as the pixels of `box` see them; float32 (box.height, box.width, 3).

        step: for a view of `box` shrunk by so much, of ceil(side / step) pixels a side.
        """
        return (
            _enlarged(self.foreground, self.size, box, step),
            _enlarged(self.background, self.size, box, step),
        )


def sides_of(image: Image, alpha: Alpha) -> Sides | None:
    """What surrounds each place of solid foreground, and of clear background.

    image: uint8 or uint16 (h, w, 3); alpha: float32 (h, w). None if either side is nowhere.
    """
    solid, clear = alpha >= SOLID, alpha <= CLEAR
    if not (solid.any() and clear.any()):
        return None
    height, width = alpha.shape
    factor = min(1.0, sqrt(_AREA / (height * width)))
    size = max(1, round(height * factor)), max(1, round(width * factor))
    return Sides(_carried(image, solid, size), _carried(image, clear, size), (height, width))


def _carried(image: Image, known: Mask, size: tuple[int, int]) -> Floats:
    """The colours of known pixels, carried smoothly to all others; (h', w', 3) of `size`.

    Push and pull over a pyramid (Gortler et al., "The Lumigraph", SIGGRAPH 1996, section 3.4).
    """
    scale = 257 if image.dtype == np.uint8 else 1  # averages of 8 bits would be rounded to 8
    dark = np.where(known[..., None], image, np.zeros((), image.dtype)) * np.uint16(scale)
    weight = np.asarray(_shrunk(known.astype(np.float32), size), np.float32)
    weighed = np.asarray(_shrunk(dark, size), np.float32) / np.float32(65535)
    return _pulled(weighed, weight[..., None])


def _shrunk(
    pixels: Floats | npt.NDArray[np.uint16], size: tuple[int, int]
) -> npt.NDArray[np.generic]:
    """Pixels (h, w, ...) averaged to `size` (height, width)."""
    return np.asarray(cv2.resize(pixels, size[::-1], interpolation=cv2.INTER_AREA))


def _pulled(weighed: Floats, weight: Floats) -> Floats:
    """Colours out of sums of colours and of weights, where there are none from coarser levels."""
    if max(weight.shape[:2]) == 1:
        return np.asarray(weighed / np.maximum(weight, np.float32(1e-12)), np.float32)
    height, width = weight.shape[:2]
    half = -(-width // 2), -(-height // 2)
    smaller = np.dstack([weighed, weight])
    smaller = np.asarray(cv2.resize(smaller, half, interpolation=cv2.INTER_AREA), np.float32)
    coarse = _pulled(smaller[..., :3], smaller[..., 3:])
    coarse = np.asarray(cv2.resize(coarse, (width, height)), np.float32).reshape(height, width, 3)
    # little weight means little certainty: then the coarser level has the greater say
    return np.asarray((weighed + _FAINT * coarse) / (weight + _FAINT), np.float32)


def _enlarged(colours: Floats, size: tuple[int, int], box: Box, step: int) -> Floats:
    down, across = colours.shape[0] / size[0], colours.shape[1] / size[1]
    place = np.array(
        [
            [step * across, 0, (box.left + step / 2) * across - 0.5],
            [0, step * down, (box.top + step / 2) * down - 0.5],
        ]
    )
    return np.asarray(
        cv2.warpAffine(
            colours,
            place,
            (-(-box.width // step), -(-box.height // step)),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        ),
        np.float32,
    )
