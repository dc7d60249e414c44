"""Arrays of the engine as pictures of Qt, shrunk on the way.

Qt wants rows that start at multiples of four bytes and does not keep an array alive: every
conversion here passes the stride and ends in a copy that Qt owns.
"""

from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from engine.arrays import Image, eight_bits
from engine.imaging.colours import to_srgb

Bytes = npt.NDArray[np.uint8]
Pixels = TypeVar("Pixels", bound=npt.NDArray[np.uint8 | np.uint16 | np.float32])


def shrunk(pixels: Pixels, step: int) -> Pixels:
    """Averages of `step` by `step` blocks of an (h, w, ...) array; its rims are repeated to fit."""
    if step == 1:
        return pixels
    height, width = pixels.shape[:2]
    down, across = -height % step, -width % step
    if down or across:
        pixels = cv2.copyMakeBorder(pixels, 0, down, 0, across, cv2.BORDER_REPLICATE)  # type: ignore[assignment]
    # with whole blocks OpenCV's area filter is the plain average
    size = ((width + across) // step, (height + down) // step)
    return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)  # type: ignore[return-value]


def to_screen(image: Image, icc: bytes | None) -> Bytes:
    """An image of 8 or 16 bits, (h, w, 3), whose colours are meant in a profile, for the screen."""
    return to_srgb(eight_bits(image), icc)


def picture_of_rgb(rgb: Bytes) -> QImage:
    """A uint8 (h, w, 3) array as an opaque picture."""
    rgb = np.ascontiguousarray(rgb)
    height, width = rgb.shape[:2]
    view = QImage(rgb.data, width, height, rgb.strides[0], QImage.Format.Format_RGB888)
    return view.convertToFormat(QImage.Format.Format_RGB32)


def rgb_of_picture(picture: QImage) -> Bytes:
    """Any picture of Qt as a uint8 (h, w, 3) array of its own; transparency is left out."""
    opaque = picture.convertToFormat(QImage.Format.Format_RGB888)
    height, width, stride = opaque.height(), opaque.width(), opaque.bytesPerLine()
    rows = np.frombuffer(opaque.constBits(), np.uint8).reshape(height, stride)
    return rows[:, : 3 * width].reshape(height, width, 3).copy()


def picture_of_grey(grey: Bytes) -> QImage:
    """A uint8 (h, w) array as an opaque picture."""
    grey = np.ascontiguousarray(grey)
    height, width = grey.shape
    view = QImage(grey.data, width, height, grey.strides[0], QImage.Format.Format_Grayscale8)
    return view.convertToFormat(QImage.Format.Format_RGB32)


def picture_of_bgra(bgra: Bytes) -> QImage:
    """A premultiplied uint8 (h, w, 4) array in the order blue, green, red, alpha."""
    bgra = np.ascontiguousarray(bgra)
    height, width = bgra.shape[:2]
    view = QImage(
        bgra.data, width, height, bgra.strides[0], QImage.Format.Format_ARGB32_Premultiplied
    )
    return view.copy()
