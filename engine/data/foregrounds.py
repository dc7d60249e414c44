"""Foregrounds with their alpha, and photographs, from folders.

What a folder of foregrounds may look like is a matter of `engine.data.layouts`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import PIL.Image

from engine.arrays import Alpha, Floats, Image, unit_floats
from engine.data.layouts import SUFFIXES, Cutout, arranged, pictures
from engine.errors import DataError
from engine.imaging.foreground import estimate_foreground
from engine.imaging.reading import read_alpha, read_image

_REDUCED = {
    1: cv2.IMREAD_COLOR,
    2: cv2.IMREAD_REDUCED_COLOR_2,
    4: cv2.IMREAD_REDUCED_COLOR_4,
    8: cv2.IMREAD_REDUCED_COLOR_8,
}


@dataclass(frozen=True)
class Foreground:
    """colour: float32 (h, w, 3) in [0, 1], not premultiplied; alpha: float32 (h, w)."""

    colour: Floats
    alpha: Alpha


def foreground_files(folder: Path) -> tuple[Cutout, ...]:
    """The foregrounds in `folder`, in the order of their names; DataError if there are none."""
    require_folder(folder)
    layout, found = arranged(folder)
    if not found.cutouts:
        raise DataError(
            f"The folder “{folder}” ({layout}) holds no foregrounds with an alpha.",
            hint=f"“gossamer-cli data check {folder}” says what is in it, and what is missing.",
        )
    return found.cutouts


def background_files(folder: Path) -> tuple[Path, ...]:
    """The photographs in `folder` and below it, sorted by name; DataError if there are none."""
    require_folder(folder)
    found = tuple(pictures(folder, SUFFIXES))
    if not found:
        raise DataError(
            f"The folder “{folder}” holds no photographs.", hint="Choose another folder."
        )
    return found


def held_out(file: Path | Cutout) -> bool:
    """True for the tenth that is never trained on: rendered seeds that end in 5."""
    path = file.path if isinstance(file, Cutout) else file
    return path.stem.endswith("5")


def read_foreground(cutout: Cutout) -> Foreground:
    """The colours and the alpha; DataError or ImageError, naming the file, if they cannot be had.

    Where the colours are a photograph's, those of the foreground alone are estimated.
    """
    if cutout.alpha is None:
        return _with_channel(cutout.path)
    image, alpha = read_image(cutout.path).image, read_alpha(cutout.alpha)
    if image.shape[:2] != alpha.shape:
        sizes = " and ".join(f"{shape[1]} × {shape[0]}" for shape in (image.shape, alpha.shape))
        raise DataError(
            f"“{cutout.path.name}” and its alpha differ in size: {sizes} pixels.",
            hint="Save both with the same width and height.",
        )
    if cutout.mixed:
        image = estimate_foreground(image, alpha)
    return Foreground(unit_floats(image), alpha)


def read_background(path: Path, least: int | None = None) -> Image:
    """The photograph at `path`, uint8 (h, w, 3) whatever its depth.

    least: pixels that the shorter side must keep; a large JPEG is decoded at a half, a quarter or
    an eighth of its size as long as it does, which takes a fraction of the time.
    """
    flags = _REDUCED[_reduction(path, least)] if least else cv2.IMREAD_COLOR
    return np.asarray(cv2.cvtColor(_decoded(path, flags), cv2.COLOR_BGR2RGB), np.uint8)


def middle_square(photograph: Image | Floats, side: int) -> npt.NDArray[Any]:
    """The largest square around the middle of (h, w, 3), at (side, side, 3); its dtype stays."""
    part = min(photograph.shape[:2])
    top, left = ((length - part) // 2 for length in photograph.shape[:2])
    square = photograph[top : top + part, left : left + part]
    return np.asarray(cv2.resize(square, (side, side), interpolation=cv2.INTER_AREA))


def _reduction(path: Path, least: int) -> int:
    """The largest of `_REDUCED` that leaves `least` pixels of the shorter side of a JPEG."""
    if path.suffix.lower() not in (".jpg", ".jpeg"):
        return 1
    try:
        with PIL.Image.open(path) as photograph:
            shorter = min(photograph.size)
    except (OSError, ValueError, SyntaxError):  # said when it is decoded
        return 1
    return max(factor for factor in _REDUCED if factor == 1 or shorter // factor >= least)


def _with_channel(path: Path) -> Foreground:
    pixels = _decoded(path, cv2.IMREAD_UNCHANGED)
    if pixels.ndim != 3 or pixels.shape[2] != 4:
        raise DataError(
            f"“{path.name}” has no alpha channel.",
            hint="A foreground is a PNG, WebP or TIFF with colour and alpha.",
        )
    if pixels.dtype not in (np.uint8, np.uint16):
        raise DataError(
            f"“{path.name}” has neither 8 nor 16 bits per channel.",
            hint="Save it as PNG or TIFF with 8 or 16 bits.",
        )
    colour = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGRA2RGB), dtype=pixels.dtype)
    return Foreground(unit_floats(colour), unit_floats(np.ascontiguousarray(pixels[..., 3])))


def _decoded(path: Path, flags: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    try:
        raw = np.fromfile(path, np.uint8)
        pixels = cv2.imdecode(raw, flags) if raw.size else None
    except (OSError, cv2.error):  # gone, or larger than OpenCV allows
        pixels = None
    if pixels is None:
        raise DataError(
            f"“{path.name}” cannot be read as a picture.", hint="Remove it from the folder."
        )
    return np.asarray(pixels, dtype=np.asarray(pixels).dtype)


def require_folder(folder: Path, hint: str = "Check its name in the spec.") -> None:
    """Raise DataError unless `folder` is one."""
    if not folder.is_dir():
        raise DataError(f"There is no folder “{folder}”.", hint=hint)
