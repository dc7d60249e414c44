"""The colours of the foreground alone, where the photograph shows them mixed with background."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, log2

import numpy as np
import numpy.typing as npt

from engine.arrays import Alpha, Floats, Image, require_image, require_plane, unit_floats

_SMALL, _MANY, _FEW = 32, 10, 4
"""Levels of at most so many pixels a side get so many sweeps, all others so few."""
_STIFFNESS = np.float32(1e-5)
"""How alike neighbours are wanted where alpha does not change."""
_TILE = 256
_STRIP = 512

Planes = npt.NDArray[np.float16]
"""Both colours of a level, (6, h, w): those of the foreground, then those of the background."""


@dataclass(frozen=True, eq=False)
class _Between:
    """Two neighbours for each pixel of a span, counted from `seen`, and the second one's share."""

    seen: slice
    first: npt.NDArray[np.intp]
    second: npt.NDArray[np.intp]
    share: Floats


def estimate_foreground(image: Image, alpha: Alpha) -> Image:
    """Foreground colours by the multi-level method; the dtype and shape of `image`.

    image: uint8 or uint16 (h, w, 3); alpha: float32 (h, w) in [0, 1].

    T. Germer, T. Uelwer, S. Conrad, S. Harmeling, "Fast Multi-Level Foreground Estimation", ICPR
    2020: at each of log2(side) levels, from one pixel to all of them, F and B minimise

        (alpha F + (1 - alpha) B - image)² + Σ (1e-5 + |Δalpha|) (ΔF² + ΔB²)

    over four neighbours. Three things differ from there, for speed at no loss: sweeps solve for all
    pixels at once instead of one after the other, so there are four of them on large levels instead
    of two; and a level begins with the one below enlarged linearly, not by repeating pixels.

    Pixels with alpha 0 get colours that bleed from the foreground, and may be filtered or scaled;
    with alpha 1 they keep theirs. Works in tiles: beyond the image and the result it needs about 4
    bytes for each pixel; at full size only tiles with partial alpha are computed.
    """
    require_image(image)
    require_plane(alpha, image, np.float32)
    below = _first(image, alpha)
    if below is None:  # no foreground at all
        return image.copy()
    sizes = _sizes(*alpha.shape)
    for size in sizes[:-1]:
        below = _level(image, alpha, below, size)
    return _finished(image, alpha, below)


def _sizes(height: int, width: int) -> list[tuple[int, int]]:
    """(h, w) of every level, the last one whole."""
    count = max(ceil(log2(max(height, width))), 1)
    shares = [level / count for level in range(1, count)]
    return [(round(height**share), round(width**share)) for share in shares] + [(height, width)]


def _first(image: Image, alpha: Alpha) -> Planes | None:
    """The mean colours under alpha and beside it, (6, 1, 1); None where alpha is 0 everywhere."""
    totals, weights = np.zeros((2, 3)), np.zeros(2)
    for top in range(0, len(alpha), _STRIP):
        rows = slice(top, top + _STRIP)
        for side, share in enumerate((alpha[rows], 1 - alpha[rows])):
            totals[side] += np.einsum("yxc,yx->c", image[rows], share, dtype=np.float64)
            weights[side] += share.sum(dtype=np.float64)
    if weights[0] == 0:
        return None
    means = totals / (np.maximum(weights, 1e-9)[:, None] * np.iinfo(image.dtype).max)
    return np.asarray(means.reshape(6, 1, 1), np.float16)


def _level(image: Image, alpha: Alpha, below: Planes, size: tuple[int, int]) -> Planes:
    """Both colours at a level of `size`, from those of the level below."""
    planes: Planes = np.empty((6, *size), np.float16)
    sweeps = _MANY if max(size) <= _SMALL else _FEW
    for rows, columns in _tiles(size):
        wide = _widened(rows, sweeps, size[0]), _widened(columns, sweeps, size[1])
        down, across = (_nearest(*pair) for pair in zip(wide, size, alpha.shape, strict=True))
        start = _enlarged(below, size, *wide)
        solved = _swept(start, image[down][:, across], alpha[down][:, across], sweeps)
        planes[:, rows, columns] = solved[:, *_within((rows, columns), wide)]
    return planes


def _finished(image: Image, alpha: Alpha, below: Planes) -> Image:
    """The foreground at full size, in the levels of the image."""
    foreground = np.empty_like(image)
    top = np.float32(np.iinfo(image.dtype).max)
    size = alpha.shape[0], alpha.shape[1]
    for rows, columns in _tiles(size):
        share = alpha[rows, columns]
        if share.min() >= 1:
            foreground[rows, columns] = image[rows, columns]
            continue
        sweeps = _FEW if share.max() > 0 else 0
        wide = _widened(rows, sweeps, size[0]), _widened(columns, sweeps, size[1])
        start = _enlarged(below, size, *wide)
        solved = _swept(start, image[wide], alpha[wide], sweeps) if sweeps else start
        inner = solved[:3, *_within((rows, columns), wide)].transpose(1, 2, 0)
        found = np.rint(inner * top).astype(image.dtype)
        foreground[rows, columns] = np.where(share[..., None] >= 1, image[rows, columns], found)
    return foreground


def _swept(both: Floats, image: Image, alpha: Alpha, sweeps: int) -> Floats:
    """Both colours (6, h, w) after so many sweeps over a part of the picture of that size.

    For neighbours j of weight w, means F' and B' under w and S = Σ w, what a sweep solves is

        F = F' + alpha r, B = B' + (1 - alpha) r
        r = (image - alpha F' - (1 - alpha) B') / (alpha² + (1 - alpha)² + S)
    """
    colours = unit_floats(image).transpose(2, 0, 1)
    across = _STIFFNESS + np.abs(np.diff(alpha, axis=1))
    down = _STIFFNESS + np.abs(np.diff(alpha, axis=0))
    total = _gathered(np.ones((1, *alpha.shape), np.float32), across, down)[0]
    total = np.maximum(total, np.float32(1e-9))  # one pixel has no neighbours
    rest = 1 - alpha
    gain = 1 / (alpha * alpha + rest * rest + total)
    for _ in range(sweeps):
        means = _gathered(both, across, down) / total if total.size > 1 else both
        missing = (colours - alpha * means[:3] - rest * means[3:]) * gain
        means[:3] += alpha * missing
        means[3:] += rest * missing
        both = np.clip(means, 0, 1)
    return both


def _gathered(planes: Floats, across: Floats, down: Floats) -> Floats:
    """Σ w_j x_j over the four neighbours; planes (n, h, w), weights (h, w - 1) and (h - 1, w)."""
    sums = np.zeros_like(planes)
    sums[:, :, :-1] += across * planes[:, :, 1:]
    sums[:, :, 1:] += across * planes[:, :, :-1]
    sums[:, :-1] += down * planes[:, 1:]
    sums[:, 1:] += down * planes[:, :-1]
    return sums


def _enlarged(below: Planes, size: tuple[int, int], rows: slice, columns: slice) -> Floats:
    """Some rows and columns of the planes enlarged linearly to `size`; float32 (6, h, w)."""
    down = _between(rows, size[0], below.shape[1])
    across = _between(columns, size[1], below.shape[2])
    here = below[:, down.seen, across.seen].astype(np.float32)
    far = down.share[:, None]
    stretched = here[:, down.first] * (1 - far) + here[:, down.second] * far
    far = across.share
    ours = stretched[:, :, across.first] * (1 - far) + stretched[:, :, across.second] * far
    return np.asarray(ours, np.float32)


def _between(span: slice, size: int, below: int) -> _Between:
    """What a span of `size` lies between among `below` pixels."""
    place = (np.arange(span.start, span.stop) + 0.5) * (below / size) - 0.5
    place = np.clip(place, 0, below - 1)
    first = np.floor(place).astype(np.intp)
    second = np.minimum(first + 1, below - 1)
    seen = slice(int(first[0]), int(second[-1]) + 1)
    share = (place - first).astype(np.float32)
    return _Between(seen, first - seen.start, second - seen.start, share)


def _nearest(span: slice, size: int, whole: int) -> npt.NDArray[np.intp]:
    """Which of `whole` pixels stand for those of a span of `size`."""
    return np.arange(span.start, span.stop) * whole // size


def _tiles(size: tuple[int, int]) -> Iterator[tuple[slice, slice]]:
    for top in range(0, size[0], _TILE):
        for left in range(0, size[1], _TILE):
            yield (
                slice(top, min(top + _TILE, size[0])),
                slice(left, min(left + _TILE, size[1])),
            )


def _widened(span: slice, by: int, size: int) -> slice:
    return slice(max(span.start - by, 0), min(span.stop + by, size))


def _within(inner: tuple[slice, slice], outer: tuple[slice, slice]) -> tuple[slice, slice]:
    rows, columns = (
        slice(a.start - b.start, a.stop - b.start) for a, b in zip(inner, outer, strict=True)
    )
    return rows, columns
