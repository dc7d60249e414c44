"""Small pictures of what is in a folder of training data, to be looked at."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from engine.arrays import Floats
from engine.data.foregrounds import (
    background_files,
    middle_square,
    read_background,
    read_foreground,
)
from engine.data.layouts import arranged
from engine.errors import EngineError
from engine.imaging.compositing import checkerboard

Pixels = npt.NDArray[np.uint8]
_File = TypeVar("_File")


def foreground_thumbnails(folder: Path, count: int, side: int) -> Iterator[Pixels]:
    """Some foregrounds of `folder` on a checkerboard, evenly chosen; uint8 (side, side, 3)."""
    for cutout in _some(arranged(folder)[1].cutouts, count):
        try:
            foreground = read_foreground(cutout)
        except EngineError:
            continue  # the check says what is wrong with it
        alpha = foreground.alpha[..., None]
        small = _fitted(np.dstack([foreground.colour * alpha, alpha]), side)
        ground = checkerboard(side, side, max(side // 8, 2)) / np.float32(255)
        over = small[..., :3] + (1 - small[..., 3:]) * ground
        yield np.rint(np.clip(over, 0, 1) * 255).astype(np.uint8)


def background_thumbnails(folder: Path, count: int, side: int) -> Iterator[Pixels]:
    """Some photographs of `folder`, evenly chosen, their middle squares; uint8 (side, side, 3)."""
    for path in _some(background_files(folder), count):
        try:
            photograph = read_background(path, least=side)
        except EngineError:
            continue
        yield middle_square(photograph, side)


def _some(files: Sequence[_File], count: int) -> list[_File]:
    step = max(len(files) / count, 1.0)
    return [files[int(number * step)] for number in range(min(count, len(files)))]


def _fitted(planes: Floats, side: int) -> Floats:
    """All of it, as large as it can be in a square; zeros around. (side, side, 4)."""
    height, width = planes.shape[:2]
    scale = side / max(height, width)
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    small = cv2.resize(planes, size, interpolation=cv2.INTER_AREA)
    square = np.zeros((side, side, 4), np.float32)
    top, left = (side - size[1]) // 2, (side - size[0]) // 2
    square[top : top + size[1], left : left + size[0]] = small
    return square
