"""Strokes on a trimap: what they change is kept in small patches, not whole pictures.

Points are (x, y) in pixels; the pixel in column 3 and row 2 has its centre at (3.5, 2.5).
A stroke never writes the trimap: it paints on copies of the tiles that it touches, so that it can
be shown while it grows, dropped without a trace, and turned into patches when it ends.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.arrays import Trimap

TILE = 256
"""Side of the squares that a stroke copies: few of them for a stroke, and each cheap to copy."""

_Spans = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]
_Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle of pixels: columns left..right and rows top..bottom, the ends not included."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Columns; never negative."""
        return max(0, self.right - self.left)

    @property
    def height(self) -> int:
        """Rows; never negative."""
        return max(0, self.bottom - self.top)

    @property
    def is_empty(self) -> bool:
        """True when the box holds no pixel."""
        return self.right <= self.left or self.bottom <= self.top

    @property
    def slices(self) -> tuple[slice, slice]:
        """The box as an index of an (h, w) array."""
        return slice(self.top, self.bottom), slice(self.left, self.right)

    def clipped(self, other: "Box") -> "Box":
        """What both boxes hold; may be empty."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def joined(self, other: "Box") -> "Box":
        """The smallest box around both."""
        if self.is_empty or other.is_empty:
            return other if self.is_empty else self
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def widened(self, pixels: int) -> "Box":
        """The box with so many pixels more on each side."""
        return Box(self.left - pixels, self.top - pixels, self.right + pixels, self.bottom + pixels)

    def moved(self, dx: int, dy: int) -> "Box":
        """The box shifted by (dx, dy)."""
        return Box(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)


def box_of(plane: npt.NDArray[np.generic]) -> Box:
    """The box that holds every pixel of an (h, w, ...) array."""
    return Box(0, 0, plane.shape[1], plane.shape[0])


@dataclass(frozen=True, eq=False)
class Patch:
    """A change of a trimap: uint8 (h, w) values in `box`, before and after."""

    box: Box
    before: Trimap
    after: Trimap


@dataclass(frozen=True)
class Dab:
    """Where the brush was, and its radius there, in pixels."""

    x: float
    y: float
    radius: float


class Stroke:
    """One gesture of the brush with one code, growing dab by dab until it ends or is dropped."""

    def __init__(self, trimap: Trimap, code: int) -> None:
        self.code = code
        self._trimap = trimap
        self._whole = box_of(trimap)
        self._tiles: dict[tuple[int, int], Trimap] = {}
        self._last: Dab | None = None

    def add(self, dab: Dab) -> Box:
        """Paint from the last dab to this one; the box that may have changed, or an empty one."""
        start = self._last or dab
        self._last = dab
        box, cover = self._covered(start, dab)
        if not box.is_empty:
            for _, tile_box in tiles_over(box):
                part = tile_box.clipped(box)
                covered = cover[part.moved(-box.left, -box.top).slices]
                if covered.any():
                    self._paint(part, covered)
        return box

    def painted(self, box: Box) -> Trimap:
        """The trimap within `box` as it will be once the stroke has ended; a copy."""
        shown = self._trimap[box.slices].copy()
        for key, tile_box in tiles_over(box):
            tile = self._tiles.get(key)
            if tile is not None:
                part = tile_box.clipped(box)
                shown[part.moved(-box.left, -box.top).slices] = tile[
                    part.moved(-tile_box.left, -tile_box.top).slices
                ]
        return shown

    def patches(self) -> tuple[Patch, ...]:
        """What the stroke changes, one tight patch for each tile that differs."""
        found = (
            difference(self._trimap, tile, key[1] * TILE, key[0] * TILE)
            for key, tile in self._tiles.items()
        )
        return tuple(patch for patch in found if patch is not None)

    def _covered(self, start: Dab, end: Dab) -> tuple[Box, npt.NDArray[Any]]:
        """The box that may change between two dabs, and what covers it, of the box's shape."""
        return capsule(start, end, self._whole)

    def _paint(self, part: Box, cover: npt.NDArray[Any]) -> None:
        """Paint a box that lies in one tile; cover: what covers it, of its shape."""
        self._within(part)[cover] = self.code

    def _within(self, part: Box) -> Trimap:
        """What its tile holds in a box, to be written; copied from the trimap at the first time."""
        ((key, tile_box),) = tiles_over(part)
        tile = self._tiles.get(key)
        if tile is None:
            tile = self._tiles[key] = self._trimap[tile_box.clipped(self._whole).slices].copy()
        return tile[part.moved(-tile_box.left, -tile_box.top).slices]


def stroke_patches(trimap: Trimap, dabs: Iterable[Dab], code: int) -> tuple[Patch, ...]:
    """The patches of a whole polyline of dabs, painted with `code`; the trimap is not written."""
    stroke = Stroke(trimap, code)
    for dab in dabs:
        stroke.add(dab)
    return stroke.patches()


def capsule(start: Dab, end: Dab, within: Box) -> tuple[Box, npt.NDArray[np.bool_]]:
    """The pixels whose centres lie in the hull of two discs: their box and a mask of its shape.

    A disc too small to hold any centre still paints the pixel that it lies in.
    """
    start = Dab(start.x, start.y, max(start.radius, 0.5))
    end = Dab(end.x, end.y, max(end.radius, 0.5))
    top = math.floor(min(start.y - start.radius, end.y - end.radius))
    bottom = math.ceil(max(start.y + start.radius, end.y + end.radius))
    rows = Box(within.left, max(top, within.top), within.right, min(bottom, within.bottom))
    if rows.is_empty:
        return Box(0, 0, 0, 0), np.zeros((0, 0), np.bool_)
    heights = np.arange(rows.top, rows.bottom, dtype=np.float64) + 0.5
    first, last = _disc_spans(start, heights, rows.top)
    for left, right in (_disc_spans(end, heights, rows.top), *_sides(start, end, heights)):
        first, last = np.minimum(first, left), np.maximum(last, right)
    first, last = np.maximum(first, within.left), np.minimum(last, within.right)
    filled = np.flatnonzero(first < last)
    if filled.size == 0:
        return Box(0, 0, 0, 0), np.zeros((0, 0), np.bool_)
    low, high = int(filled[0]), int(filled[-1]) + 1
    first, last = first[low:high], last[low:high]
    box = Box(
        int(first[first < last].min()),
        rows.top + low,
        int(last[first < last].max()),
        rows.top + high,
    )
    columns = np.arange(box.left, box.right)
    return box, (columns >= first[:, None]) & (columns < last[:, None])


_NOWHERE = 1 << 40


def _disc_spans(dab: Dab, heights: npt.NDArray[np.float64], top: int) -> _Spans:
    """For each row the columns first..last (not included) whose centres lie in the disc."""
    reach = dab.radius**2 - (heights - dab.y) ** 2
    half = np.sqrt(np.maximum(reach, 0))
    first = np.where(reach >= 0, np.ceil(dab.x - half - 0.5), _NOWHERE).astype(np.int64)
    last = np.where(reach >= 0, np.floor(dab.x + half - 0.5) + 1, -_NOWHERE).astype(np.int64)
    row = math.floor(dab.y) - top
    if 0 <= row < heights.size:
        first[row] = min(first[row], math.floor(dab.x))
        last[row] = max(last[row], math.floor(dab.x) + 1)
    return first, last


def _sides(start: Dab, end: Dab, heights: npt.NDArray[np.float64]) -> list[_Spans]:
    """The spans of the quadrilateral between the common tangents of both discs, if there is one."""
    dx, dy = end.x - start.x, end.y - start.y
    distance = math.hypot(dx, dy)
    if distance <= abs(start.radius - end.radius) or distance == 0:
        return []
    ux, uy = dx / distance, dy / distance
    lean = (start.radius - end.radius) / distance
    upright = math.sqrt(1 - lean * lean)
    corners: list[_Point] = []
    for dab, sides in ((start, (1, -1)), (end, (-1, 1))):
        for side in sides:
            nx = lean * ux - side * upright * uy
            ny = lean * uy + side * upright * ux
            corners.append((dab.x + dab.radius * nx, dab.y + dab.radius * ny))
    return [_polygon_spans(corners, heights)]


def _polygon_spans(corners: list[_Point], heights: npt.NDArray[np.float64]) -> _Spans:
    """The spans of a convex polygon whose corners are given in order."""
    left = np.full(heights.shape, np.inf)
    right = np.full(heights.shape, -np.inf)
    for (x0, y0), (x1, y1) in zip(corners, corners[1:] + corners[:1], strict=True):
        if y0 == y1:
            continue
        crossed = (heights >= min(y0, y1)) & (heights <= max(y0, y1))
        x = x0 + (heights - y0) * ((x1 - x0) / (y1 - y0))
        left = np.where(crossed, np.minimum(left, x), left)
        right = np.where(crossed, np.maximum(right, x), right)
    inside = left <= right
    first = np.where(inside, np.ceil(np.where(inside, left, 0) - 0.5), _NOWHERE)
    last = np.where(inside, np.floor(np.where(inside, right, 0) - 0.5) + 1, -_NOWHERE)
    return first.astype(np.int64), last.astype(np.int64)


def tiles_over(box: Box) -> Iterable[tuple[tuple[int, int], Box]]:
    """The keys (row, column) of the tiles that touch `box`, each with the box of a full tile."""
    for row in range(box.top // TILE, -(-box.bottom // TILE)):
        for column in range(box.left // TILE, -(-box.right // TILE)):
            left, top = column * TILE, row * TILE
            yield (row, column), Box(left, top, left + TILE, top + TILE)


def difference(trimap: Trimap, after: Trimap, left: int, top: int) -> Patch | None:
    """The tight patch between the trimap and `after`, whose corner lies at (left, top)."""
    height, width = after.shape
    before = trimap[top : top + height, left : left + width]
    changed = before != after
    rows = np.flatnonzero(changed.any(axis=1))
    if rows.size == 0:
        return None
    columns = np.flatnonzero(changed.any(axis=0))
    inner = Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    return Patch(inner.moved(left, top), before[inner.slices].copy(), after[inner.slices].copy())
