"""The eight EXIF orientations: which way up a camera was held."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[Any]

_TURNS: dict[int, Callable[[Pixels], Pixels]] = {
    2: lambda pixels: pixels[:, ::-1],
    3: lambda pixels: pixels[::-1, ::-1],
    4: lambda pixels: pixels[::-1],
    5: lambda pixels: np.swapaxes(pixels, 0, 1),
    6: lambda pixels: np.swapaxes(pixels, 0, 1)[:, ::-1],
    7: lambda pixels: np.swapaxes(pixels, 0, 1)[::-1, ::-1],
    8: lambda pixels: np.swapaxes(pixels, 0, 1)[::-1],
}


def turned(pixels: Pixels, orientation: int) -> Pixels:
    """The stored pixels (h, w) or (h, w, c) as they are meant to be seen, contiguous.

    `orientation` is the EXIF value, 1..8; any other value leaves the pixels as they are.
    """
    turn = _TURNS.get(orientation)
    return pixels if turn is None else np.ascontiguousarray(turn(pixels))
