"""Alphas, trimaps and pictures to PNG files: whole, or not at all."""

from pathlib import Path
from typing import Any, Literal

import cv2
import numpy as np
import numpy.typing as npt

from engine.arrays import Alpha, Image, Trimap
from engine.errors import OutputError
from engine.imaging.placing import require_place, write_whole

Bits = Literal[8, 16]


def require_writable(path: str | Path) -> None:
    """Raise OutputError when `path` can be seen not to take a PNG, before any work is done."""
    path = Path(path)
    if path.suffix.lower() != ".png":
        raise OutputError(
            f"“{path}” cannot be written: only PNG files can.", hint="Let its name end in .png."
        )
    require_place(path)


def write_alpha(path: str | Path, alpha: Alpha, bits: Bits = 8) -> None:
    """Write alpha, float32 (h, w) in [0, 1], as a grey PNG; values are rounded to the nearest.

    Raises OutputError when that cannot be done; then nothing is left behind and an older file of
    that name is as it was.
    """
    require_writable(path)
    write_whole(Path(path), png_bytes(_levels(alpha, bits)))


def write_trimap(path: str | Path, trimap: Trimap) -> None:
    """Write the trimap, uint8 (h, w) of 0, 128, 255, as a grey PNG; OutputError as above."""
    require_writable(path)
    write_whole(Path(path), png_bytes(trimap))


def write_picture(path: str | Path, pixels: Image) -> None:
    """Write a picture, uint8 or uint16 (h, w, 3) RGB, as a PNG; OutputError as above."""
    require_writable(path)
    write_whole(Path(path), png_bytes(np.ascontiguousarray(pixels[..., ::-1])))


def _levels(alpha: Alpha, bits: Bits) -> npt.NDArray[np.uint8] | npt.NDArray[np.uint16]:
    """Alpha as whole numbers of 8 or 16 bits."""
    top = 2**bits - 1
    scaled: npt.NDArray[np.float32] = np.rint(np.clip(alpha, 0, 1) * np.float32(top))
    return scaled.astype(np.uint8) if bits == 8 else scaled.astype(np.uint16)


def png_bytes(pixels: npt.NDArray[Any]) -> bytes:
    """The bytes of a PNG file with these pixels; ValueError where no PNG can hold them.

    pixels: uint8 or uint16; (h, w) grey, or (h, w, 3) or (h, w, 4) in OpenCV's order, blue first.
    """
    done, encoded = cv2.imencode(".png", pixels)
    if not done:
        raise ValueError(f"no PNG can hold {pixels.shape} of {pixels.dtype}")
    return encoded.tobytes()
