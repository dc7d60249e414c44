"""Crops for the published networks, which see image and trimap and nothing else."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from engine.arrays import Floats, Trimap
from engine.data.composition import Composite, Sources, compose
from engine.training.stream import Arrays, SampleStream, halves
from engine.trimap.codes import UNKNOWN

SIDE = 512
"""Of the composites that are cropped."""


Encoding = Callable[[Floats, Trimap], Floats]


def plain_samples(
    sources: Sources, crop: int, encoding: Encoding, *, seed: int, **which: Any
) -> SampleStream[Composite]:
    """Samples {input (k, c, c), target (1, c, c), unknown (1, c, c)}.

    encoding: of `engine.matting.inputs`, image and trimap to the input; which: of a `SampleStream`.
    """
    side = max(SIDE, crop)
    return SampleStream(
        partial(compose, sources, side=side),
        partial(_cropped, crop=crop, encoding=encoding),
        seed=seed,
        **which,
    )


def _cropped(
    generator: np.random.Generator, composite: Composite, crop: int, encoding: Encoding
) -> Arrays:
    """A crop around an unknown pixel, flipped as often as not, colour channels exchanged."""
    height, width = composite.trimap.shape
    rows, columns = np.nonzero(composite.trimap == UNKNOWN)
    at = generator.integers(len(rows))
    top = int(np.clip(rows[at] - crop // 2, 0, height - crop))
    left = int(np.clip(columns[at] - crop // 2, 0, width - crop))
    place = (slice(top, top + crop), slice(left, left + crop))
    flips = tuple(axis for axis in (0, 1) if generator.random() < 0.5)
    image = np.flip(composite.image[place], flips)[..., generator.permutation(3)]
    trimap = np.flip(composite.trimap[place], flips)
    return {
        "input": halves(encoding(image, trimap)),
        "target": halves(np.flip(composite.target[place], flips)[None]),
        "unknown": halves((trimap == UNKNOWN)[None]),
    }
