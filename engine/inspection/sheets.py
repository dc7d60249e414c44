"""The sheets of an inspection: alphas, spatial similarities, channel similarities."""

from collections.abc import Mapping, Sequence

import numpy as np
from torch import Tensor

from engine.arrays import Alpha, Floats, Image, Trimap
from engine.distill.shapes import pixels, unit
from engine.distill.similarity import EPSILON, channel_map
from engine.inspection.drawing import Pixels, cell_size, fitted, grid, heat, marked
from engine.inspection.seen import Seen

SHADE = 0.3
"""How much of the photograph shines through a heat map."""


def alphas(image: Image, trimap: Trimap, target: Alpha | None, seen: Sequence[Seen]) -> Pixels:
    """Image, trimap, target if it is known, and every network's alpha, in a row."""
    size = cell_size(trimap.shape)
    known = [] if target is None else [("target", np.rint(target * 255))]
    answered = [(one.title, np.rint(one.alpha * 255)) for one in seen]
    shown = [("image", _eight_bits(image)), ("trimap", trimap), *known, *answered]
    row = [fitted(np.asarray(picture), size, smooth=True) for _, picture in shown]
    return grid([row], [title for title, _ in shown], [""])


def spatial(
    image: Image, places: Mapping[str, tuple[int, int]], stage: str, seen: Sequence[Seen]
) -> Pixels:
    """How alike every pixel is to each of `places`, network by network, over the photograph.

    places: (row, column) by title. A row of the map that the spatial term compares (SPKD, section
    II), as cosines from 0 to 1.
    """
    size = cell_size(image.shape)
    photograph = fitted(_eight_bits(image), size, smooth=True)
    rows = []
    for row, column in places.values():
        share = (row + 0.5) / image.shape[0], (column + 0.5) / image.shape[1]
        rows.append(
            [
                marked(shaded(photograph, likeness(one.features[stage], share), size), *share)
                for one in seen
            ]
        )
    return grid(rows, [f"{one.title}, {stage}" for one in seen], list(places))


def channels(stage: str, seen: Sequence[Seen]) -> Pixels:
    """The channel similarity matrices that the channel term compares, each at its own width."""
    size = cell_size((1, 1))
    row = [
        fitted(heat(np.abs(_array(channel_map(one.features[stage][None])[0]))), size, smooth=False)
        for one in seen
    ]
    return grid([row], [f"{one.title}, {stage}" for one in seen], [""])


def likeness(feature: Tensor, share: tuple[float, float]) -> Floats:
    """Cosines between the features (c, h, w) at a place and everywhere; (h, w) in [-1, 1].

    share: (row, column) of the place in shares of height and width.
    """
    _, height, width = feature.shape
    columns = unit(pixels(feature[None].float()), dim=1, epsilon=EPSILON)[0]
    at = min(int(share[0] * height), height - 1) * width + min(int(share[1] * width), width - 1)
    return _array((columns[:, at] @ columns).reshape(height, width))


def shaded(photograph: Pixels, values: Floats, size: tuple[int, int]) -> Pixels:
    """Values in [0, 1] as colours over a photograph of `size` (height, width); uint8 RGB."""
    colours = fitted(heat(values), size, smooth=True)
    return np.rint(SHADE * photograph + (1 - SHADE) * colours).astype(np.uint8)


def _eight_bits(image: Image) -> Pixels:
    return (image // (1 if image.dtype == np.uint8 else 257)).astype(np.uint8)


def _array(tensor: Tensor) -> Floats:
    return np.asarray(tensor.detach().float().cpu().numpy(), np.float32)
