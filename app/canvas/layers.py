"""What can be painted on the canvas: each layer turns a box of the document into a picture.

A layer reads only the box that it is asked for, shrinks it by a whole step, and keeps nothing.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

import cv2
import numpy as np
from PySide6.QtGui import QImage

from app.canvas.shown import Shown
from app.images import (
    Bytes,
    picture_of_bgra,
    picture_of_grey,
    picture_of_rgb,
    shrunk,
    to_screen,
)
from app.refining.finish import Finish
from app.tints import Tints
from engine.arrays import Alpha, Image, Trimap, eight_bits
from engine.imaging.colours import to_srgb
from engine.refine.decontaminating import decontaminated_box
from engine.refine.refinement import refined
from engine.trimap.codes import BACKGROUND, FOREGROUND, clamp_known, unknown_of
from engine.trimap.paint import Box, box_of

ReadTrimap = Callable[[Box], Trimap]


class Layer(Protocol):
    """Something that can be shown; `render` gives a picture of ceil(box / step) pixels."""

    def render(self, box: Box, step: int) -> QImage:
        """The pixels of `box`, averaged over `step` by `step` blocks."""


class ImageLayer:
    """The photograph."""

    def __init__(self, document: Shown) -> None:
        self._document = document

    def render(self, box: Box, step: int) -> QImage:
        """Opaque."""
        return picture_of_rgb(
            to_screen(_shrunk_box(self._document.image, box, step), self._document.icc)
        )


class TintLayer:
    """The trimap as a veil: one colour for foreground, one for background, unknown clear."""

    def __init__(self, read: ReadTrimap, opacity: float, tints: Tints) -> None:
        self._read = read
        self._tints = tints
        self._table = np.zeros((256, 4), np.uint8)
        self.set_opacity(opacity)

    def set_opacity(self, opacity: float) -> None:
        """How strongly the known pixels are tinted, in [0, 1], with the tints as they are now."""
        self._table[:] = 0
        for code in (FOREGROUND, BACKGROUND):
            colour = self._tints.colour(code)
            bgra = np.array([colour.blue(), colour.green(), colour.red(), 255], np.float32)
            self._table[code] = np.rint(bgra * opacity).astype(np.uint8)

    def render(self, box: Box, step: int) -> QImage:
        """Translucent, premultiplied."""
        trimap = self._read(box)
        if step == 1:
            pixels = self._table.view(np.uint32)[:, 0].take(trimap)
            return picture_of_bgra(pixels.view(np.uint8).reshape(*trimap.shape, 4))
        # shrinking the share of each class, not its four channels, is an eighth of the work
        veil = np.float32(0)
        for code in (FOREGROUND, BACKGROUND):
            share = shrunk(_where(trimap, code), step)
            veil = veil + share[..., None] * (self._table[code] / np.float32(255))
        return picture_of_bgra(np.rint(veil).astype(np.uint8))


def _where(trimap: Trimap, code: int) -> Bytes:
    """255 where the trimap holds a code, else 0; OpenCV's table is quicker than comparing."""
    table = np.zeros(256, np.uint8)
    table[code] = 255
    return cv2.LUT(trimap, table)  # type: ignore[return-value]


class AlphaLayer:
    """The alpha in greys; what the trimap has learnt since is shown at once."""

    def __init__(self, document: Shown, read: ReadTrimap, finish: Finish | None) -> None:
        self._document = document
        self._read = read
        self._finish = finish

    def render(self, box: Box, step: int) -> QImage:
        """Opaque; black before the first matte."""
        return picture_of_grey(_levels(self._document, self._read, box, step, self._finish))


class CutoutLayer:
    """The foreground alone, with its own colours where they have been estimated."""

    def __init__(self, document: Shown, read: ReadTrimap, finish: Finish | None) -> None:
        self._document = document
        self._read = read
        self._finish = finish

    def render(self, box: Box, step: int) -> QImage:
        """Translucent, premultiplied; empty before the first matte."""
        document = self._document
        colours = document.image if document.foreground is None else document.foreground
        rgb = eight_bits(_shrunk_box(colours, box, step))
        alpha = _levels(document, self._read, box, step, self._finish)
        if self._finish is not None and self._finish.cleans(box):
            rgb = _cleaned(rgb, alpha, self._finish, box, step)
        rgb = to_srgb(rgb, document.icc)
        bgra = cv2.cvtColor(rgb, cv2.COLOR_RGB2BGRA)
        bgra[..., 3] = 255
        # 255 * 255 fits into 16 bits: (x * a + 127) // 255 rounds without floats
        weighted = bgra.astype(np.uint16)
        weighted *= alpha[..., None]
        weighted += 127
        weighted //= 255
        return picture_of_bgra(weighted.astype(np.uint8))


class StaleLayer:
    """Opaque where the trimap is unknown and the alpha is older than it: where to hatch."""

    def __init__(self, document: Shown, read: ReadTrimap) -> None:
        self._document = document
        self._read = read

    def render(self, box: Box, step: int) -> QImage:
        """Black, premultiplied; clear where the alpha can be believed."""
        stale = self._document.stale(box)
        if stale.any():
            stale &= unknown_of(self._read(box))
        levels = _shrunk_alpha(stale.astype(np.float32), step)
        bgra = np.zeros((*levels.shape, 4), np.uint8)
        bgra[..., 3] = levels
        return picture_of_bgra(bgra)


def clamped_alpha(document: Shown, read: ReadTrimap, box: Box) -> Alpha:
    """The alpha within `box`, but 0 and 1 where the trimap, as painted so far, is certain."""
    trimap = read(box)
    if document.alpha is None:
        return np.asarray(trimap == FOREGROUND, np.float32)
    return clamp_known(document.alpha[box.slices], trimap)


def finished_alpha(document: Shown, read: ReadTrimap, box: Box, finish: Finish | None) -> Alpha:
    """The alpha within `box` as it leaves the program: clamped to the trimap, then refined.

    finish: None for what is never refined, such as a ground truth.
    """
    if finish is None or finish.shown.is_nothing or document.is_empty:
        return clamped_alpha(document, read, box)
    wide = box.widened(finish.shown.reach).clipped(box_of(document.image))
    inner = box.moved(-wide.left, -wide.top)
    return refined(clamped_alpha(document, read, wide), finish.shown)[inner.slices]


def _levels(document: Shown, read: ReadTrimap, box: Box, step: int, finish: Finish | None) -> Bytes:
    """The alpha within `box`, refined as the person sees it, shrunk, as 8 bits.

    While a slider is dragged what is shrunk is refined, which is quicker and nearly the same.
    """
    if step == 1 or finish is None or not finish.is_previewing or document.is_empty:
        return _shrunk_alpha(finished_alpha(document, read, box, finish), step)
    how = finish.shown
    wide = box.widened(how.reach + -how.reach % step).clipped(box_of(document.image))
    alpha, inner = clamped_alpha(document, read, wide), box.moved(-wide.left, -wide.top)
    small = refined(shrunk(alpha, step), replace(how, shift=how.shift / step))
    top, left = inner.top // step, inner.left // step
    inside = small[top : top - -inner.height // step, left : left - -inner.width // step]
    return _shrunk_alpha(inside, 1)


def _cleaned(rgb: Bytes, alpha: Bytes, finish: Finish, box: Box, step: int) -> Bytes:
    """Colours of a view of `box` with the background's taken out where the brush was."""
    assert finish.sides is not None
    amount = shrunk(finish.read(box), step)
    weight = np.asarray(alpha / np.float32(255), np.float32)
    return np.asarray(decontaminated_box(rgb, weight, amount, finish.sides, box, step), np.uint8)


def _shrunk_box(image: Image, box: Box, step: int) -> Image:
    return shrunk(image[box.slices], step)


def _shrunk_alpha(alpha: Alpha, step: int) -> Bytes:
    levels: Bytes = np.rint(shrunk(alpha, step) * 255).astype(np.uint8)
    return levels
