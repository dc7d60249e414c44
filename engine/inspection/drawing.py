"""Pictures in a grid with captions."""

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image as PillowImage
from PIL import ImageDraw, ImageFont

from engine.arrays import Floats

Pixels = npt.NDArray[np.uint8]

CELL = 300
"""Longer side of a picture in the grid."""

GAP, CAPTION = 10, 26
INK, PAPER = (40, 40, 44), (250, 250, 248)


def grid(rows: Sequence[Sequence[Pixels]], heads: Sequence[str], sides: Sequence[str]) -> Pixels:
    """Pictures (h, w, 3), all of one size, under `heads` and beside `sides`; uint8 RGB."""
    height, width = rows[0][0].shape[:2]
    font = ImageFont.load_default(size=15)
    margin = max((int(font.getlength(side)) for side in sides), default=0) + 2 * GAP
    sheet = PillowImage.new(
        "RGB",
        (margin + len(heads) * (width + GAP), CAPTION + GAP + len(rows) * (height + GAP)),
        PAPER,
    )
    pen = ImageDraw.Draw(sheet)
    for column, head in enumerate(heads):
        centre = margin + column * (width + GAP) + width / 2
        pen.text((centre, CAPTION / 2 + GAP / 2), head, INK, font, anchor="mm")
    for number, (side, pictures) in enumerate(zip(sides, rows, strict=True)):
        top = CAPTION + GAP + number * (height + GAP)
        pen.text((GAP, top + height / 2), side, INK, font, anchor="lm")
        for column, picture in enumerate(pictures):
            place = (margin + column * (width + GAP), top)
            sheet.paste(PillowImage.fromarray(picture), place)
    return np.asarray(sheet)


def cell_size(shape: tuple[int, ...]) -> tuple[int, int]:
    """(height, width) of a picture of `shape` in the grid."""
    scale = CELL / max(shape[0], shape[1])
    return max(round(shape[0] * scale), 1), max(round(shape[1] * scale), 1)


def fitted(picture: npt.NDArray[np.generic], size: tuple[int, int], *, smooth: bool) -> Pixels:
    """8-bit grey or RGB at `size` (height, width), as RGB."""
    shrinks = picture.shape[0] > size[0]
    kernel = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC if smooth else cv2.INTER_NEAREST
    resized = cv2.resize(picture.astype(np.uint8), (size[1], size[0]), interpolation=kernel)
    return np.asarray(resized if resized.ndim == 3 else np.dstack([resized] * 3), np.uint8)


def heat(values: Floats) -> Pixels:
    """Values in [0, 1] as colours from dark violet (0) to yellow (1); (h, w, 3)."""
    levels = np.rint(np.clip(values, 0, 1) * 255).astype(np.uint8)
    return np.ascontiguousarray(cv2.applyColorMap(levels, cv2.COLORMAP_VIRIDIS)[..., ::-1])


def marked(picture: Pixels, row: float, column: float) -> Pixels:
    """The picture with a ring around a place given in shares of its height and width."""
    drawn = picture.copy()
    centre = (int(column * picture.shape[1]), int(row * picture.shape[0]))
    for colour, thickness in (((0, 0, 0), 4), ((255, 255, 255), 2)):
        cv2.circle(drawn, centre, 7, colour, thickness, cv2.LINE_AA)
    return drawn
