"""Differences in colours that the eye reads as more and less: OpenCV's inferno."""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QImage

from app.canvas.layers import finished_alpha
from app.canvas.shown import Seen, Shown
from app.images import picture_of_bgra, shrunk
from app.refining.finish import Finish
from engine.arrays import Floats, eight_bits
from engine.trimap.codes import unknown_of
from engine.trimap.paint import Box

Bytes = npt.NDArray[np.uint8]

_DIM = 0.45
"""Brightness that is left to the photograph where there is no difference to be seen."""
_CLEAR, _STRONG = 0.04, 0.9
"""The veil is clear up to the first share of the scale, and never more opaque than the second."""


def heat_colours() -> Bytes:
    """The 256 colours of the scale, from none to most; uint8 (256, 3), blue, green, red."""
    steps = np.arange(256, dtype=np.uint8)[:, None]
    return np.asarray(cv2.applyColorMap(steps, cv2.COLORMAP_INFERNO), np.uint8)[:, 0]


def heat_colour(share: float) -> QColor:
    """The colour at a share of the scale in [0, 1]."""
    blue, green, red = heat_colours()[round(255 * share)]
    return QColor(int(red), int(green), int(blue))


@dataclass(frozen=True, eq=False)
class Side:
    """A matte, and what is done to it before it is shown: None for a ground truth, as it is."""

    shown: Shown
    finish: Finish | None


class HeatLayer:
    """How far two mattes of one photograph lie apart, in the unknown band only."""

    def __init__(self, first: Side, second: Side, seen: Seen, *, veil: bool) -> None:
        """veil: clear where there is no difference, instead of over a dim photograph."""
        self._first = first
        self._second = second
        self._seen = seen
        self._is_veil = veil
        self._colours = heat_colours()
        self.top = 1.0
        """The difference that is painted as the most."""

    def render(self, box: Box, step: int) -> QImage:
        """Opaque, or premultiplied if it is a veil."""
        unknown = unknown_of(self._seen.read(box))
        far = np.zeros(unknown.shape, np.float32)
        sides = (self._first, self._second)
        if unknown.any() and all(side.shown.alpha is not None for side in sides):
            first, second = (
                finished_alpha(side.shown, self._seen.read, box, side.finish) for side in sides
            )
            far[unknown] = np.abs(first - second)[unknown]
        share = shrunk(far, step)
        share = np.minimum(share / np.float32(self.top), 1)
        colours = self._colours[np.rint(share * 255).astype(np.uint8)]
        if self._is_veil:
            return _veil(colours, share)
        inside = shrunk(unknown.astype(np.float32), step)
        return self._over_photograph(colours, inside, box, step)

    def _over_photograph(self, colours: Bytes, inside: Floats, box: Box, step: int) -> QImage:
        rgb = eight_bits(shrunk(self._first.shown.image[box.slices], step))
        grey = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY).astype(np.float32) * _DIM
        weight = inside[..., None]
        blended = colours * weight + grey[..., None] * (1 - weight)
        bgra = np.full((*inside.shape, 4), 255, np.uint8)
        bgra[..., :3] = np.rint(blended)
        return picture_of_bgra(bgra)


def _veil(colours: Bytes, share: Floats) -> QImage:
    opacity = np.clip((share - _CLEAR) / (0.5 - _CLEAR), 0, 1)[..., None] * _STRONG
    bgra = np.concatenate([colours * opacity, 255 * opacity], axis=2)
    return picture_of_bgra(np.rint(bgra).astype(np.uint8))
