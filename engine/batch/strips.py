"""The report's thumbnails of a picture: photograph, trimap, alpha and cut-out in one strip."""

import io
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import PIL.Image

from engine.arrays import Alpha, Trimap, eight_bits
from engine.imaging.colours import to_srgb
from engine.imaging.compositing import checkerboard
from engine.imaging.picture import Picture
from engine.imaging.placing import write_whole

HEIGHT = 240
"""Pixels; pages show it half as high, for screens that have twice as many."""
_WIDEST = 480
_GAP = 8
_PARTS = 4
_SQUARE = 16


def part_size(width: int, height: int) -> tuple[int, int]:
    """Width and height of one thumbnail of a picture."""
    factor = min(HEIGHT / height, _WIDEST / width)
    return max(1, round(width * factor)), max(1, round(height * factor))


def strip_size(width: int, height: int) -> tuple[int, int]:
    """Width and height of the strip of a picture."""
    across, down = part_size(width, height)
    return _PARTS * across + (_PARTS - 1) * _GAP, down


def write_strip(path: Path, picture: Picture, trimap: Trimap, alpha: Alpha) -> None:
    """Write the strip as a WebP; OutputError when that cannot be done."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = io.BytesIO()
    PIL.Image.fromarray(strip(picture, trimap, alpha)).save(content, "WEBP", quality=82, method=2)
    write_whole(path, content.getvalue())


def strip(picture: Picture, trimap: Trimap, alpha: Alpha) -> npt.NDArray[np.uint8]:
    """Photograph, trimap, alpha, and cut-out over a checkerboard, side by side, in sRGB.

    uint8 (h, w, 4), red first; clear between them, so that it lies on a page of any colour.
    """
    height, width = trimap.shape
    size = part_size(width, height)
    small = cv2.resize(eight_bits(picture.image), size, interpolation=cv2.INTER_AREA)
    colours = to_srgb(np.asarray(small, np.uint8), picture.icc)
    share = np.asarray(cv2.resize(alpha, size, interpolation=cv2.INTER_AREA))[..., None]
    known = np.asarray(cv2.resize(trimap, size, interpolation=cv2.INTER_AREA))
    ground = checkerboard(size[1], size[0], _SQUARE)
    parts = (
        colours,
        np.repeat(known[..., None], 3, axis=2),
        np.repeat(share * 255, 3, axis=2),
        colours * share + ground * (1 - share),
    )
    across, down = strip_size(width, height)
    whole = np.zeros((down, across, 4), np.uint8)
    for index, part in enumerate(parts):
        left = index * (size[0] + _GAP)
        whole[:, left : left + size[0], :3] = np.rint(part).astype(np.uint8)
        whole[:, left : left + size[0], 3] = 255
    return whole
