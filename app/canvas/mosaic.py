"""A layer as tiles: made when first seen, kept while they fit, and mended where a stroke went."""

import math
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from app.canvas.layers import Layer
from app.canvas.viewport import Viewport
from engine.trimap.paint import Box

TILE = 256
"""Side of a tile in its own pixels."""
BUDGET = 96 * 1024 * 1024
"""Bytes of tiles that are kept although they are not on the screen."""

_Key = tuple[int, int, int]


@dataclass(frozen=True)
class _Place:
    """Where a tile lies: its key and the box of the picture that it shows."""

    key: _Key
    box: Box


class Mosaic:
    """The tiles of one layer over a picture of (width, height) pixels, at every step of shrinking.

    A tile of step s shows 256 * s pixels of the picture a side; so the whole of a large picture
    costs as much as the screen has pixels, and a stroke costs as much as it covers.
    """

    def __init__(self, layer: Layer, width: int, height: int) -> None:
        self._layer = layer
        self._whole = Box(0, 0, width, height)
        self._tiles: OrderedDict[_Key, QImage] = OrderedDict()

    def forget(self) -> None:
        """Drop every tile: the layer has changed all over."""
        self._tiles.clear()

    def drop(self, box: Box, but_step: int = 0) -> None:
        """Drop the tiles that touch `box`, save those of one step."""
        for key in [key for key in self._tiles if key[0] != but_step and self._touches(key, box)]:
            del self._tiles[key]

    def refresh(self, box: Box, step: int) -> None:
        """The layer has changed within `box`: mend the tiles of this step, drop the others."""
        box = box.clipped(self._whole)
        if box.is_empty:
            return
        self.drop(box, but_step=step)
        for place in self._places(box, step):
            tile = self._tiles.get(place.key)
            if tile is not None:
                self._mend(tile, place.box, box.clipped(place.box), step)

    def paint(self, painter: QPainter, viewport: Viewport, target: QRect) -> None:
        """Draw what lies within `target`, in device pixels; the painter's clip is the caller's."""
        left, top = viewport.to_picture(target.left(), target.top())
        right, bottom = viewport.to_picture(target.right() + 1, target.bottom() + 1)
        seen = Box(math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom)).clipped(
            self._whole
        )
        if seen.is_empty:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, viewport.is_smooth)
        used = set()
        for place in self._places(seen, viewport.step):
            used.add(place.key)
            tile = self._tile(place, viewport.step)
            painter.drawImage(_on_screen(place.box, viewport), tile, _source(place.box, viewport))
        self._trim(used)

    def _tile(self, place: _Place, step: int) -> QImage:
        tile = self._tiles.get(place.key)
        if tile is None:
            tile = self._tiles[place.key] = self._layer.render(place.box, step)
        self._tiles.move_to_end(place.key)
        return tile

    def _mend(self, tile: QImage, place: Box, dirty: Box, step: int) -> None:
        # whole blocks only: an average needs all of its pixels
        left = (dirty.left - place.left) // step
        top = (dirty.top - place.top) // step
        aligned = Box(
            place.left + left * step,
            place.top + top * step,
            min(place.right, place.left + -(-(dirty.right - place.left) // step) * step),
            min(place.bottom, place.top + -(-(dirty.bottom - place.top) // step) * step),
        )
        painter = QPainter(tile)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(left, top, self._layer.render(aligned, step))
        painter.end()

    def _places(self, box: Box, step: int) -> Iterator[_Place]:
        side = TILE * step
        for row in range(box.top // side, -(-box.bottom // side)):
            for column in range(box.left // side, -(-box.right // side)):
                yield _Place((step, row, column), self._box((step, row, column)))

    def _box(self, key: _Key) -> Box:
        step, row, column = key
        side = TILE * step
        corner = Box(column * side, row * side, (column + 1) * side, (row + 1) * side)
        return corner.clipped(self._whole)

    def _touches(self, key: _Key, box: Box) -> bool:
        return not self._box(key).clipped(box).is_empty

    def _trim(self, used: Iterable[_Key]) -> None:
        kept = set(used)
        spare = BUDGET - sum(self._tiles[key].sizeInBytes() for key in self._tiles)
        for key in list(self._tiles):
            if spare >= 0:
                return
            if key not in kept:
                spare += self._tiles.pop(key).sizeInBytes()


def _on_screen(box: Box, viewport: Viewport) -> QRectF:
    # neighbours round the same edge to the same pixel, so no seam opens between them
    left, top = viewport.to_screen(box.left, box.top)
    right, bottom = viewport.to_screen(box.right, box.bottom)
    return QRectF(round(left), round(top), round(right) - round(left), round(bottom) - round(top))


def _source(box: Box, viewport: Viewport) -> QRectF:
    return QRectF(0, 0, box.width / viewport.step, box.height / viewport.step)
