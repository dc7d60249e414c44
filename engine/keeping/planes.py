"""Planes of pixels out of the bytes of PNG files, whatever those are; and the thumbnail."""

import io
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import PIL.Image
from PIL.PngImagePlugin import PngImageFile

from engine.arrays import Image, Trimap, eight_bits
from engine.keeping.records import Size
from engine.trimap.codes import BACKGROUND, FOREGROUND

_THUMBNAIL = 256
"""Pixels along the longer side."""
_MODES = {np.dtype(np.uint8): ("L",), np.dtype(np.uint16): ("I;16", "I;16B")}


def decoded_plane(content: bytes, size: Size, kind: npt.DTypeLike) -> npt.NDArray[Any]:
    """The grey plane (h, w) of `kind`, uint8 or uint16, in the bytes of a PNG.

    ValueError for any other content, or size: before memory is taken for its pixels.
    """
    try:
        # only what the first bytes say is read until the picture is loaded
        with PIL.Image.open(io.BytesIO(content), formats=[PngImageFile.format]) as image:
            if image.size != (size[1], size[0]):
                raise ValueError(f"{image.size[0]} × {image.size[1]} pixels are expected otherwise")
            if image.mode not in _MODES[np.dtype(kind)]:
                raise ValueError("its pixels are of another kind")
            image.load()
            return np.asarray(image).astype(kind)
    except (OSError, SyntaxError, EOFError, IndexError, MemoryError) as error:
        raise ValueError("it is no whole PNG") from error


def thumbnail(image: Image, trimap: Trimap) -> npt.NDArray[np.uint8]:
    """The picture, small, its background faded; uint8 (h, w, 3), as OpenCV has it."""
    factor = min(1.0, _THUMBNAIL / max(image.shape[:2]))
    size = max(1, round(image.shape[1] * factor)), max(1, round(image.shape[0] * factor))
    small = np.asarray(
        cv2.resize(eight_bits(image), size, interpolation=cv2.INTER_AREA), np.float32
    )
    known = cv2.resize(trimap, size, interpolation=cv2.INTER_NEAREST)
    if (known == FOREGROUND).any():
        faded = (known == BACKGROUND)[..., None]
        small = np.where(faded, 0.25 * small + 0.75 * 128, small)
    return np.ascontiguousarray(small[..., ::-1]).astype(np.uint8)
