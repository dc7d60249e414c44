"""Alphas, cut-outs and trimaps to PNG files: whole, or not at all."""

import struct
import zlib
from pathlib import Path
from typing import Any, Literal

import cv2
import numpy as np
import numpy.typing as npt

from engine.arrays import Alpha, Image, Trimap, require_image, require_plane
from engine.errors import OutputError
from engine.imaging.foreground import estimate_foreground
from engine.imaging.placing import require_place, write_whole

Bits = Literal[8, 16]

_IHDR_END = 33
"""Where a PNG's second chunk begins: signature (8), length, name and checksum (12), header (13)."""


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
    write_whole(Path(path), _encoded(_levels(alpha, bits)))


def write_cutout(
    path: str | Path, image: Image, alpha: Alpha, bits: Bits = 8, *, icc: bytes | None = None
) -> None:
    """Write the foreground as a straight (not premultiplied) RGBA PNG.

    image: uint8 or uint16 (h, w, 3), the photograph; its foreground colours are estimated.
    alpha: float32 (h, w) in [0, 1]. icc: the profile of the image's colours, stored in the file.
    Raises OutputError as `write_alpha` does.
    """
    require_writable(path)
    require_image(image)
    require_plane(alpha, image, np.float32)
    foreground = estimate_foreground(_with_bits(image, bits), alpha)
    rgba = np.empty((*alpha.shape, 4), foreground.dtype)
    rgba[..., :3] = foreground[..., ::-1]  # OpenCV stores BGRA
    rgba[..., 3] = _levels(alpha, bits)
    write_whole(Path(path), _with_profile(_encoded(rgba), icc))


def write_trimap(path: str | Path, trimap: Trimap) -> None:
    """Write the trimap, uint8 (h, w) of 0, 128, 255, as a grey PNG; OutputError as above."""
    require_writable(path)
    write_whole(Path(path), _encoded(trimap))


def write_picture(path: str | Path, pixels: npt.NDArray[np.uint8]) -> None:
    """Write a drawing, uint8 (h, w, 3) RGB, as a PNG; OutputError as above."""
    require_writable(path)
    write_whole(Path(path), _encoded(np.ascontiguousarray(pixels[..., ::-1])))


def write_photograph(path: str | Path, image: Image) -> None:
    """Write a photograph, uint8 or uint16 (h, w, 3) RGB, as a PNG; OutputError as above."""
    require_writable(path)
    write_whole(Path(path), _encoded(np.ascontiguousarray(image[..., ::-1])))


def _levels(alpha: Alpha, bits: Bits) -> npt.NDArray[np.uint8] | npt.NDArray[np.uint16]:
    """Alpha as whole numbers of 8 or 16 bits."""
    top = 2**bits - 1
    scaled: npt.NDArray[np.float32] = np.rint(np.clip(alpha, 0, 1) * np.float32(top))
    return scaled.astype(np.uint8) if bits == 8 else scaled.astype(np.uint16)


def _with_bits(image: Image, bits: Bits) -> Image:
    """The image with 8 or 16 bits per channel; 255 becomes 65535 and back."""
    if image.dtype == np.uint8:
        return image if bits == 8 else image.astype(np.uint16) * np.uint16(257)
    if bits == 16:
        return image
    rounded: Image = ((image.astype(np.uint32) + 128) // 257).astype(np.uint8)
    return rounded


def _encoded(pixels: npt.NDArray[Any]) -> bytes:
    """The pixels as the bytes of a PNG file."""
    done, encoded = cv2.imencode(".png", pixels)
    if not done:
        raise ValueError(f"no PNG can hold {pixels.shape} of {pixels.dtype}")
    return encoded.tobytes()


def _with_profile(png: bytes, icc: bytes | None) -> bytes:
    """The PNG with the colour profile in an iCCP chunk, which must precede the pixels."""
    if icc is None:
        return png
    body = b"iCCPprofile\0\0" + zlib.compress(icc)
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:_IHDR_END] + chunk + png[_IHDR_END:]
