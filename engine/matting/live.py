"""A matte that keeps up with its trimap while somebody paints.

A stroke costs the pixels it touched at once (`stroke`), with what the wide look knew before it. The
wide look itself, and every tile for which it changed, follow behind (`settle`); after that the
matte is what a fresh run would give, but for differences that nobody sees (`TOLERANCE`).

Work that is given up halfway is not lost: what is still to be done is remembered.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from engine.arrays import Alpha, Image, Trimap
from engine.matting.asking import asking
from engine.matting.kept import NOTHING_KEPT, Kept
from engine.matting.looks import WideLook, copied
from engine.matting.tiles import covering, place, widened
from engine.matting.two_looks import TILE, kept_tile, look
from engine.matting.watch import Watch
from engine.matting.windows import Window
from engine.networks.guided import Guided, Local
from engine.trimap.codes import clamp_known, require_usable, unknown_of

TOLERANCE = 2e-3
"""A tile is done again when anything that it is handed has changed by more than this."""

Cell = tuple[int, int]
"""Row and column of a tile in the grid of the picture."""


@dataclass(frozen=True, eq=False)
class Piece:
    """New alpha inside a window; float32 (window.height, window.width), known pixels exact."""

    window: Window
    alpha: Alpha


class Live:
    """The matte of one picture by one network; not for two threads at once."""

    def __init__(
        self, network: Guided, image: Image, kept: Kept = NOTHING_KEPT, exponent: float = 1.0
    ) -> None:
        """kept: where finished tiles go, for a matte that is made at once later.

        exponent: of `engine.mixing`.
        """
        self._exponent = exponent
        self._network = network
        self._image = image
        self._kept = kept
        self._looked: WideLook | None = None
        self._used: WideLook | None = None
        """What each tile was last made of."""
        self._trimap = np.zeros(image.shape[:2], np.uint8)
        """The trimap of the last `settle`, finished or not."""
        self._waiting: set[Cell] = set()
        self._changed: set[Cell] = set()
        """Those that wait because the trimap has changed in them."""

    @property
    def is_ready(self) -> bool:
        """True once there has been a wide look, so that strokes can be answered at once."""
        return self._looked is not None

    @torch.inference_mode()
    def stroke(self, trimap: Trimap, changed: Window, watch: Watch) -> Iterator[Piece]:
        """The alpha around `changed`, by what is known of the rest from before.

        trimap: as it is after the stroke. Nothing before the first `settle`.
        """
        if self._looked is None:
            return
        for window in _cut(widened(changed, Local.RADIUS, trimap.shape)):
            watch.reached(0.0)
            yield self._piece(self._looked, trimap, window, NOTHING_KEPT)

    @torch.inference_mode()
    def settle(self, trimap: Trimap, first: Window | None, watch: Watch) -> Iterator[Piece]:
        """All that is not as a fresh run would have it, the tiles that touch `first` before others.

        Among those of either kind come first the ones in which the trimap itself has changed.

        TrimapError if the trimap does not know both sides; Cancelled once the watch says so.
        """
        require_usable(trimap)
        with asking(self._network.context, watch):
            looked = look(self._network, self._image, trimap, watch, self._kept, self._exponent)
        self._looked = looked
        self._kept.begin()
        self._waiting |= self._stale(looked, trimap)
        waiting = sorted(self._waiting, key=lambda cell: self._rank(cell, first))
        for done, cell in enumerate(waiting):
            watch.reached(done / len(waiting))
            window = _window(cell, trimap.shape)
            piece = self._piece(looked, trimap, window, self._kept)
            self._remember(looked, cell)
            yield piece
        watch.reached(1.0)

    def _rank(self, cell: Cell, first: Window | None) -> tuple[bool, bool, Cell]:
        return not _touches(cell, first), cell not in self._changed, cell

    def _piece(self, looked: WideLook, trimap: Trimap, window: Window, kept: Kept) -> Piece:
        """One window, of which only what is unknown is computed."""
        codes = trimap[place(window)]
        alpha = np.zeros(codes.shape, np.float32)
        for part in covering(unknown_of(codes), TILE):
            whole = Window(window.top + part.top, window.left + part.left, part.height, part.width)
            alpha[place(part)] = kept_tile(self._network, looked, self._image, trimap, whole, kept)
        return Piece(window, clamp_known(alpha, codes))

    def _stale(self, looked: WideLook, trimap: Trimap) -> set[Cell]:
        """The cells for which the trimap, or what the wide look hands them, has changed."""
        cells = set(_cells(trimap.shape))
        is_first = self._used is None
        if self._used is None:
            self._used = copied(looked)
        changed = {cell for cell in cells if is_first or self._has_changed(cell, trimap)}
        self._changed |= changed
        for cell in changed:
            around = place(self._wide(cell))
            self._trimap[around] = trimap[around]
        return changed | {
            cell for cell in cells - changed if self._is_handed_other(cell, looked, trimap)
        }

    def _has_changed(self, cell: Cell, trimap: Trimap) -> bool:
        around = place(self._wide(cell))
        return not np.array_equal(trimap[around], self._trimap[around])

    def _is_handed_other(self, cell: Cell, looked: WideLook, trimap: Trimap) -> bool:
        if not unknown_of(trimap[place(_window(cell, trimap.shape))]).any():
            return False
        return any(_differs(new, old, cell, ratio) for new, old, ratio in self._maps(looked))

    def _remember(self, looked: WideLook, cell: Cell) -> None:
        self._waiting.discard(cell)
        self._changed.discard(cell)
        for new, old, ratio in self._maps(looked):
            seen = _seen(cell, ratio)
            old[..., *seen] = new[..., *seen]

    def _maps(self, looked: WideLook) -> tuple[tuple[Tensor, Tensor, tuple[float, float]], ...]:
        """What tiles are handed: as it is now, as it was used, and its ratio to the picture."""
        assert self._used is not None
        down, across = looked.ratio
        maps = (
            (looked.carried, self._used.carried, (down, across)),
            (looked.handed, self._used.handed, (2 * down, 2 * across)),
        )
        if looked.sides is None or self._used.sides is None:
            return maps
        return (*maps, (looked.sides.colours, self._used.sides.colours, looked.sides.ratio))

    def _wide(self, cell: Cell) -> Window:
        shape = self._image.shape[:2]
        return widened(_window(cell, shape), Local.RADIUS, shape)


def _cells(shape: tuple[int, ...]) -> Iterator[Cell]:
    rows, columns = (-(-side // TILE) for side in shape[:2])
    return ((row, column) for row in range(rows) for column in range(columns))


def _cut(window: Window) -> Iterator[Window]:
    """The window in pieces that are no larger than a tile."""
    bottom, right = window.top + window.height, window.left + window.width
    for top in range(window.top, bottom, TILE):
        for left in range(window.left, right, TILE):
            yield Window(top, left, min(TILE, bottom - top), min(TILE, right - left))


def _window(cell: Cell, shape: tuple[int, ...]) -> Window:
    top, left = cell[0] * TILE, cell[1] * TILE
    return Window(top, left, min(TILE, shape[0] - top), min(TILE, shape[1] - left))


def _touches(cell: Cell, window: Window | None) -> bool:
    if window is None:
        return True
    top, left = cell[0] * TILE, cell[1] * TILE
    return (
        top < window.top + window.height
        and window.top < top + TILE
        and left < window.left + window.width
        and window.left < left + TILE
    )


def _seen(cell: Cell, ratio: tuple[float, float]) -> tuple[slice, slice]:
    """The part of a map, `ratio` times smaller than the picture, that lies under a cell."""
    return tuple(  # type: ignore[return-value]
        slice(int(place * TILE / step), int(-(-(place + 1) * TILE // step)))
        for place, step in zip(cell, ratio, strict=True)
    )


def _differs(new: Tensor, old: Tensor, cell: Cell, ratio: tuple[float, float]) -> bool:
    seen = _seen(cell, ratio)
    return bool((new[..., *seen] - old[..., *seen]).abs().amax() > TOLERANCE)
