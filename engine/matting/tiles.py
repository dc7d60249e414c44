"""Windows of a large picture: where the work is, and nowhere else."""

from collections.abc import Iterator

import numpy as np

from engine.arrays import Mask
from engine.matting.windows import Window


def covering(wanted: Mask, side: int) -> tuple[Window, ...]:
    """Windows without overlap, `side` pixels at most each way, that hold every True of `wanted`.

    The picture is cut along a grid of `side`; each cell shrinks to what is wanted in it, and cells
    without any are left out.
    """
    return tuple(_cells(wanted, side))


def _cells(wanted: Mask, side: int) -> Iterator[Window]:
    height, width = wanted.shape
    for top in range(0, height, side):
        for left in range(0, width, side):
            cell = wanted[top : top + side, left : left + side]
            rows = np.flatnonzero(cell.any(axis=1))
            if rows.size:
                columns = np.flatnonzero(cell.any(axis=0))
                yield Window(
                    top + int(rows[0]),
                    left + int(columns[0]),
                    int(rows[-1] - rows[0]) + 1,
                    int(columns[-1] - columns[0]) + 1,
                )


def widened(window: Window, halo: int, shape: tuple[int, ...]) -> Window:
    """`window` with up to `halo` pixels more on every side, as far as a picture of `shape` goes."""
    top, left = max(window.top - halo, 0), max(window.left - halo, 0)
    bottom = min(window.top + window.height + halo, shape[0])
    right = min(window.left + window.width + halo, shape[1])
    return Window(top, left, bottom - top, right - left)


def place(window: Window) -> tuple[slice, slice]:
    """The window as an index into rows and columns."""
    return (
        slice(window.top, window.top + window.height),
        slice(window.left, window.left + window.width),
    )


def within(inner: Window, outer: Window) -> tuple[slice, slice]:
    """Where `inner` lies in an array that holds `outer`."""
    return place(Window(inner.top - outer.top, inner.left - outer.left, inner.height, inner.width))
