"""How old the alpha is, place by place: a coarse grid of revisions."""

import numpy as np
import numpy.typing as npt

from engine.trimap.paint import TILE, Box


class Ages:
    """For each cell of a grid, when the trimap changed there last, and what its alpha is made of.

    The cells are those in which the engine settles a matte, so each ages as a whole.
    """

    def __init__(self, width: int, height: int, revision: int) -> None:
        """Everything changed at `revision`, and nothing is settled."""
        self._whole = Box(0, 0, width, height)
        shape = (-(-height // TILE), -(-width // TILE))
        self._changed = np.full(shape, revision, np.int64)
        self._settled = np.full(shape, -1, np.int64)

    def change(self, box: Box, revision: int) -> None:
        """The trimap has changed in `box`."""
        box = box.clipped(self._whole)
        if not box.is_empty:
            self._changed[_touched(box)] = revision

    def settle(self, box: Box, revision: int) -> None:
        """The alpha of the cells that lie in `box` as a whole is that of `revision`."""
        rows = slice(-(-box.top // TILE), self._end(box.bottom, self._whole.bottom))
        columns = slice(-(-box.left // TILE), self._end(box.right, self._whole.right))
        self._settled[rows, columns] = revision

    def stale(self, box: Box) -> npt.NDArray[np.bool_]:
        """True where the alpha is older than the trimap; bool (box.height, box.width)."""
        rows, columns = _touched(box)
        cells = self._settled[rows, columns] < self._changed[rows, columns]
        if not cells.any():
            return np.zeros((box.height, box.width), np.bool_)
        down = (np.arange(box.top, box.bottom) // TILE - rows.start)[:, None]
        across = np.arange(box.left, box.right) // TILE - columns.start
        return np.asarray(cells[down, across])

    @property
    def any_stale(self) -> bool:
        """True when there is a cell whose alpha is older than its trimap."""
        return bool((self._settled < self._changed).any())

    @staticmethod
    def _end(edge: int, last: int) -> int:
        return -(-edge // TILE) if edge >= last else edge // TILE


def _touched(box: Box) -> tuple[slice, slice]:
    """The rows and columns of the cells that hold a pixel of `box`."""
    return (
        slice(box.top // TILE, -(-box.bottom // TILE)),
        slice(box.left // TILE, -(-box.right // TILE)),
    )


def cells_around(box: Box) -> Box:
    """The cells that hold a pixel of `box`, as a box; it may reach beyond the picture."""
    rows, columns = _touched(box)
    return Box(columns.start * TILE, rows.start * TILE, columns.stop * TILE, rows.stop * TILE)
