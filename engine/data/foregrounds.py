"""Foregrounds with their alpha, from a folder of pictures that carry an alpha channel."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from engine.arrays import Alpha, Floats
from engine.errors import DataError

SUFFIXES = {".png", ".webp", ".tif", ".tiff"}


@dataclass(frozen=True)
class Foreground:
    """colour: float32 (h, w, 3) in [0, 1], not premultiplied; alpha: float32 (h, w)."""

    colour: Floats
    alpha: Alpha


def foreground_files(folder: Path) -> tuple[Path, ...]:
    """The pictures in `folder`, sorted by name; DataError if there are none."""
    return _files(folder, SUFFIXES, "pictures with an alpha channel")


def background_files(folder: Path) -> tuple[Path, ...]:
    """The photographs in `folder`, sorted by name; DataError if there are none."""
    return _files(folder, SUFFIXES | {".jpg", ".jpeg"}, "photographs")


def held_out(path: Path) -> bool:
    """True for the tenth that is never trained on: rendered seeds that end in 5."""
    return path.stem.endswith("5")


def read_foreground(path: Path) -> Foreground:
    """The picture at `path`; DataError if it has no alpha channel."""
    pixels = _decoded(path, cv2.IMREAD_UNCHANGED)
    if pixels.ndim != 3 or pixels.shape[2] != 4:
        raise DataError(
            f"“{path.name}” has no alpha channel.",
            hint="A foreground is a PNG, WebP or TIFF with colour and alpha.",
        )
    unit = pixels.astype(np.float32) / np.float32(np.iinfo(pixels.dtype).max)
    return Foreground(np.ascontiguousarray(unit[..., 2::-1]), np.ascontiguousarray(unit[..., 3]))


def read_background(path: Path) -> Floats:
    """The photograph at `path` as float32 (h, w, 3) in [0, 1]."""
    pixels = _decoded(path, cv2.IMREAD_COLOR)
    return np.ascontiguousarray(pixels[..., ::-1], np.float32) / np.float32(255)


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


def _files(folder: Path, suffixes: set[str], what: str) -> tuple[Path, ...]:
    if not folder.is_dir():
        raise DataError(f"There is no folder “{folder}”.", hint="Check its name in the spec.")
    found = tuple(sorted(p for p in folder.iterdir() if p.suffix.lower() in suffixes))
    if not found:
        raise DataError(f"The folder “{folder}” holds no {what}.", hint="Choose another folder.")
    return found
