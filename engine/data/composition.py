"""Pictures for training: a foreground over a background, as a camera might have seen it."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from engine.arrays import Alpha, Floats, Trimap, unit_floats
from engine.data import camera
from engine.data.blur import blurred
from engine.data.foregrounds import Foreground, read_background, read_foreground
from engine.data.layouts import Cutout
from engine.data.light import relit
from engine.data.procedural import DRAWERS
from engine.data.trimaps import random_trimap
from engine.errors import DataError
from engine.trimap.codes import UNKNOWN

KERNELS = (cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_AREA, cv2.INTER_LANCZOS4)

SMALLEST_PART = 0.4
"""Of a photograph's shorter side, that a background is cropped from."""

MOST_REDRAWS = 200
"""Foregrounds without a usable trimap in a row; a folder with one good one in ten has fewer."""


@dataclass(frozen=True)
class Composite:
    """One picture to learn from: image float32 (h, w, 3) in [0, 1], its trimap, its target."""

    image: Floats
    trimap: Trimap
    target: Alpha


@dataclass(frozen=True, kw_only=True)
class Sources:
    """Where composites come from. procedural: the share of foregrounds that are drawn."""

    foregrounds: tuple[Cutout, ...]
    backgrounds: tuple[Path, ...]
    procedural: float = 0.25
    merged: float = 0.25


def compose(sources: Sources, generator: np.random.Generator, side: int) -> Composite:
    """A square composite of `side` pixels; foregrounds that leave no usable trimap are redrawn.

    DataError when none of many does, or a file cannot be read.
    """
    for _ in range(MOST_REDRAWS):
        foreground = _any_foreground(sources, generator, side)
        if generator.random() < sources.merged:
            foreground = merged(_any_foreground(sources, generator, side), foreground)
        trimap = random_trimap(generator, foreground.alpha)
        if trimap is not None and (trimap == UNKNOWN).mean() > 0.01:
            break
    else:
        raise DataError(
            f"Of {MOST_REDRAWS} foregrounds none leaves something known and something unknown.",
            hint="Look at their alpha channels: they seem to be empty, full, or nowhere solid.",
        )
    background = _background(sources, generator, side)
    foreground = relit(generator, foreground, background)
    share = foreground.alpha[..., None]
    image = share * foreground.colour + (1 - share) * background
    return Composite(camera.seen(generator, image), trimap, foreground.alpha)


def _any_foreground(sources: Sources, generator: np.random.Generator, side: int) -> Foreground:
    if not sources.foregrounds or generator.random() < sources.procedural:
        names = tuple(DRAWERS)
        alpha = DRAWERS[names[generator.integers(len(names))]](generator, side)
        return Foreground(_texture(sources, generator, side), alpha)
    cutout = sources.foregrounds[generator.integers(len(sources.foregrounds))]
    return placed(generator, read_foreground(cutout), side)


def placed(generator: np.random.Generator, foreground: Foreground, side: int) -> Foreground:
    """Turned, scaled, sheared, flipped and moved; premultiplied while it is resampled."""
    height, width = foreground.alpha.shape
    grown = side / max(height, width) * float(np.exp(generator.uniform(np.log(0.7), np.log(2.2))))
    angle = generator.normal(0, 25) if generator.random() < 0.7 else generator.uniform(0, 360)
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), float(angle), grown)
    matrix[0, 1] += generator.normal(0, 0.08)
    shift = generator.uniform(-0.25, 0.25, 2) * side * min(1.0, grown)
    matrix[:, 2] += (side - width) / 2 + shift[0], (side - height) / 2 + shift[1]
    if generator.random() < 0.5:
        matrix[0] *= -1
        matrix[0, 2] += side
    premultiplied = np.dstack([foreground.colour * foreground.alpha[..., None], foreground.alpha])
    if grown < 0.9:  # warpAffine does not average: blur away what the smaller grid cannot hold
        premultiplied = cv2.GaussianBlur(premultiplied, (0, 0), 0.45 / grown)
    kernel = KERNELS[generator.integers(2)]
    warped = cv2.warpAffine(premultiplied, matrix, (side, side), flags=kernel)
    alpha = np.clip(warped[..., 3], 0, 1)
    colour = np.clip(warped[..., :3] / np.maximum(alpha, 1e-3)[..., None], 0, 1)
    return Foreground(colour.astype(np.float32), alpha.astype(np.float32))


def merged(over: Foreground, under: Foreground) -> Foreground:
    """One foreground over another: alphas unite, colours mix as light does."""
    alpha = over.alpha + under.alpha * (1 - over.alpha)
    light = over.colour * over.alpha[..., None]
    light = light + under.colour * (under.alpha * (1 - over.alpha))[..., None]
    colour = light / np.maximum(alpha, 1e-3)[..., None]
    return Foreground(np.clip(colour, 0, 1), np.clip(alpha, 0, 1))


def _background(sources: Sources, generator: np.random.Generator, side: int) -> Floats:
    """A crop of a photograph, out of focus more often than not."""
    crop = _crop(sources, generator, side)
    if generator.random() < 0.6:
        sigma = float(np.exp(generator.uniform(np.log(0.7), np.log(12))))
        crop = blurred(crop, sigma)
    return crop


def _crop(sources: Sources, generator: np.random.Generator, side: int) -> Floats:
    if not sources.backgrounds:
        return _smooth_colours(generator, side)
    path = sources.backgrounds[generator.integers(len(sources.backgrounds))]
    photograph = read_background(path, least=int(side / SMALLEST_PART))
    height, width = photograph.shape[:2]
    part = int(min(height, width) * generator.uniform(SMALLEST_PART, 1.0))
    top, left = (int(generator.integers(0, free + 1)) for free in (height - part, width - part))
    square = unit_floats(photograph[top : top + part, left : left + part])
    kernel = KERNELS[generator.integers(len(KERNELS))]
    resized = cv2.resize(square, (side, side), interpolation=kernel)
    if generator.random() < 0.5:
        resized = resized[:, ::-1]
    return np.ascontiguousarray(np.clip(resized, 0, 1), np.float32)


def _smooth_colours(generator: np.random.Generator, side: int) -> Floats:
    grid = generator.random((int(generator.integers(2, 12)),) * 2 + (3,), dtype=np.float32)
    return np.clip(cv2.resize(grid, (side, side), interpolation=cv2.INTER_CUBIC), 0, 1)


def _texture(sources: Sources, generator: np.random.Generator, side: int) -> Floats:
    """Colours for a drawn foreground: smooth, or a photograph's, blurred or as it is."""
    if generator.random() < 0.4:
        return _smooth_colours(generator, side)
    crop = _crop(sources, generator, side)
    sigma = float(np.exp(generator.uniform(np.log(0.5), np.log(20))))
    return blurred(crop, sigma)
