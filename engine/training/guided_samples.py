"""Crops for the guided networks: a window of the picture, and the context it lies in."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import torch

from engine.arrays import Floats, Trimap
from engine.data.composition import Composite, Sources, compose
from engine.matting import guides, inputs
from engine.matting.closed_form import shrunk
from engine.matting.enlarge import enlarged
from engine.matting.windows import Window
from engine.networks.guided import INPUTS
from engine.training.stream import Arrays, SampleStream, halves
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN

Halves = npt.NDArray[np.float16]


SIDE = 512
"""Of the composites that are cropped, at least."""


@dataclass(frozen=True)
class Crops:
    """Sides of the crops, in pixels, and how often the context sees a reduced picture."""

    context: int = 256
    local: int = 192
    reduced: float = 0.25


@dataclass(frozen=True)
class Sample:
    """One crop. context (24, c, c) and local (24, l, l) are network inputs; the rest is truth.

    corner: top and left of the local crop in context pixels; ratio: its pixels for one of them.
    """

    context: Halves
    context_target: Halves  # (1, c, c)
    local: Halves
    target: Halves  # (1, l, l)
    corner: Floats  # (2,)
    ratio: Floats  # ()


@dataclass(frozen=True)
class _Picture:
    """A composite as network inputs, at context and at full resolution (the same if ratio is 1)."""

    ratio: int
    context: Halves  # (24, h, w)
    context_target: Halves  # (1, h, w)
    full: Halves  # (24, ratio h, ratio w)
    target: Halves  # (1, ratio h, ratio w)
    unknown: npt.NDArray[np.intp]  # (n, 2): rows and columns at full resolution


def guided_samples(
    sources: Sources, crops: Crops, *, seed: int, **which: Any
) -> SampleStream[_Picture]:
    """Samples as the fields of `Sample`, by name; which: of a `SampleStream`."""
    return SampleStream(
        partial(_composed, sources=sources, crops=crops),
        partial(_drawn, crops=crops),
        seed=seed,
        **which,
    )


def _drawn(generator: np.random.Generator, picture: _Picture, crops: Crops) -> Arrays:
    return dict(vars(_varied(generator, _cropped(generator, picture, crops))))


def _composed(generator: np.random.Generator, sources: Sources, crops: Crops) -> _Picture:
    """A composite whose reduced trimap still knows both sides."""
    while True:
        ratio = 2 if generator.random() < crops.reduced else 1
        side = max(SIDE, ratio * crops.context + 64)
        composite = compose(sources, generator, side)
        small = shrunk(composite.image, composite.trimap, side // ratio, side // ratio)
        if all((small[1] == code).any() for code in (FOREGROUND, BACKGROUND)):
            break
    return _as_inputs(composite, *small, ratio)


def _as_inputs(composite: Composite, image: Floats, trimap: Trimap, ratio: int) -> _Picture:
    """image, trimap: the composite's, reduced by `ratio`."""
    carried = guides.carried(image, trimap)
    context = _input(image, trimap, carried)
    size = (image.shape[1], image.shape[0])
    target = cv2.resize(composite.target, size, interpolation=cv2.INTER_AREA)
    if ratio == 1:
        full = context
    else:
        full = _input(composite.image, composite.trimap, _enlarged(carried, ratio))
    return _Picture(
        ratio,
        context,
        halves(np.asarray(target[None], np.float32)),
        full,
        halves(composite.target[None]),
        np.argwhere(composite.trimap == UNKNOWN),
    )


def _enlarged(carried: Floats, ratio: int) -> Floats:
    height, width = carried.shape[:2]
    planes = torch.from_numpy(carried).permute(2, 0, 1)[None]
    window = Window(0, 0, height * ratio, width * ratio)
    large = enlarged(planes, window, (ratio, ratio))
    return np.asarray(large[0].permute(1, 2, 0).numpy(), np.float32)


def _input(image: Floats, trimap: Trimap, carried: Floats) -> Halves:
    return halves(inputs.guided(image, trimap, guides.projected(image, carried)))


def _cropped(generator: np.random.Generator, picture: _Picture, crops: Crops) -> Sample:
    """A local crop around an unknown pixel, and a context crop that holds it."""
    ratio, side = picture.ratio, picture.full.shape[1]
    reach = crops.local // ratio
    corners, context_corners = [], []
    for centre in picture.unknown[generator.integers(len(picture.unknown))]:
        corner = int(np.clip(centre - crops.local // 2, 0, side - crops.local)) // ratio
        context = corner - int(generator.integers(0, crops.context - reach + 1))
        corners.append(corner)
        context_corners.append(int(np.clip(context, 0, side // ratio - crops.context)))
    wide = _square(context_corners, crops.context)
    near = _square([corner * ratio for corner in corners], crops.local)
    return Sample(
        context=picture.context[wide],
        context_target=picture.context_target[wide],
        local=picture.full[near],
        target=picture.target[near],
        corner=np.subtract(corners, context_corners).astype(np.float32),
        ratio=np.array(ratio, np.float32),
    )


def _square(corner: list[int], side: int) -> tuple[slice, slice, slice]:
    top, left = corner
    return slice(None), slice(top, top + side), slice(left, left + side)


def _varied(generator: np.random.Generator, sample: Sample) -> Sample:
    """Exchanged colour channels, flips along both axes."""
    order = generator.permutation(3)
    colours = [*order, 3, 4, 5, *(order + 6), *(order + 9), *range(12, INPUTS)]
    flips = tuple(axis for axis in (1, 2) if generator.random() < 0.5)
    corner = sample.corner.copy()
    reach = sample.local.shape[1] / sample.ratio
    for axis in flips:
        corner[axis - 1] = sample.context.shape[1] - reach - corner[axis - 1]
    return replace(
        sample,
        context=halves(np.flip(sample.context[colours], flips)),
        context_target=halves(np.flip(sample.context_target, flips)),
        local=halves(np.flip(sample.local[colours], flips)),
        target=halves(np.flip(sample.target, flips)),
        corner=corner,
    )
