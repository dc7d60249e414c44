"""What can be wished for of a file: what is in it, how deep, and how its colours are stored."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np

from engine.arrays import Alpha, Floats, Image

Levels = Image | Floats
"""Pixels as a file has them: whole numbers of all their range, or floats of 1."""


class What(StrEnum):
    """What a file holds."""

    ALPHA = "alpha"
    CUTOUT = "cutout"


class Depth(StrEnum):
    """How a number is stored: whole numbers of 8 or 16 bits, or floating point of 16 or 32."""

    EIGHT = "8"
    SIXTEEN = "16"
    HALF = "half"
    FLOAT = "float"


class Colours(StrEnum):
    """How the colours of a cut-out stand to its alpha."""

    STRAIGHT = "straight"
    """As they are, whatever alpha is."""
    PREMULTIPLIED = "premultiplied"
    """Times alpha; black where nothing is."""
    MASK = "mask"
    """As they are, in an opaque layer, and alpha as the mask of that layer."""


STEPS: dict[Depth, float] = {
    Depth.EIGHT: 1 / 255,
    Depth.SIXTEEN: 1 / 65535,
    Depth.HALF: 2**-11,
    Depth.FLOAT: 2**-22,
}
"""How far apart the values are, at most, that a depth can hold between 0 and 1."""


@dataclass(frozen=True)
class Wish:
    """What is asked for. colours: None for an alpha, which has none."""

    what: What
    format: str
    depth: Depth
    colours: Colours | None = None


@dataclass(frozen=True, eq=False)
class Plate:
    """What is to be written.

    alpha: float32 (h, w) in [0, 1]. foreground: the foreground's own colours, uint8 or uint16
    (h, w, 3), not premultiplied; None when only alpha is wanted. icc, dpi, exif: as in `Picture`.
    note: the export record as text, for formats that carry one.
    """

    alpha: Alpha
    foreground: Image | None = None
    icc: bytes | None = None
    dpi: tuple[float, float] | None = None
    exif: bytes | None = None
    note: str = ""


@dataclass(frozen=True, eq=False)
class Stored:
    """What another library found in a file.

    alpha: (h, w), colours: (h, w, 3), as they are stored: uint8 or uint16 of all their range, or
    float32 of 1; colours are None when there are none. depth: None for one that no format here
    writes. premultiplied: None when the file does not say.
    """

    alpha: Levels
    colours: Levels | None
    depth: Depth | None
    premultiplied: bool | None
    icc: bytes | None
    dpi: tuple[float, float] | None
    note: str


@dataclass(frozen=True)
class Format:
    """A kind of file.

    depths: for what it can hold, the depths that there are, the usual one first. colours: how those
    of a cut-out may be stored, the usual way first. largest: pixels a side, 0 for no limit. module:
    what must be installed, and extra: the extra of this package that brings it; "" for nothing.
    is_linear: colours are in linear light. keeps: which of "icc", "dpi", "note" and "exif" a file
    carries.
    """

    title: str
    suffixes: tuple[str, ...]
    depths: Mapping[What, tuple[Depth, ...]]
    colours: tuple[Colours, ...]
    write: Callable[[Path, Plate, Wish], None]
    largest: int = 0
    module: str = ""
    extra: str = ""
    is_linear: bool = False
    keeps: frozenset[str] = frozenset({"icc", "dpi", "exif"})


def levels(values: Floats, depth: Depth) -> Image:
    """Values in [0, 1] as whole numbers of 8 or 16 bits, rounded to the nearest."""
    kind = np.uint8 if depth is Depth.EIGHT else np.uint16
    scaled: Image = np.empty(values.shape, kind)
    top = np.float32(np.iinfo(kind).max)
    for rows in strips(len(values)):
        scaled[rows] = np.rint(np.clip(values[rows], 0, 1) * top)
    return scaled


def with_depth(image: Image, depth: Depth) -> Image:
    """An image with 8 or 16 bits per channel; 255 becomes 65535 and back."""
    if image.dtype == np.uint8:
        return image if depth is Depth.EIGHT else image.astype(np.uint16) * np.uint16(257)
    if depth is Depth.SIXTEEN:
        return image
    rounded: Image = ((image.astype(np.uint32) + 128) // 257).astype(np.uint8)
    return rounded


def planes(plate: Plate, wish: Wish) -> Image:
    """The plate as whole numbers: (h, w) of an alpha, (h, w, 4) of a cut-out, red first."""
    alpha = levels(plate.alpha, wish.depth)
    if plate.foreground is None:
        return alpha
    stored = np.empty((*alpha.shape, 4), alpha.dtype)
    stored[..., :3] = with_depth(plate.foreground, wish.depth)
    stored[..., 3] = alpha
    if wish.colours is Colours.PREMULTIPLIED:
        top = np.float32(np.iinfo(alpha.dtype).max)
        for rows in strips(len(alpha)):
            share = stored[rows, :, 3:] / top
            stored[rows, :, :3] = np.rint(stored[rows, :, :3] * share)
    return stored


def strips(height: int, rows: int = 256) -> list[slice]:
    """Rows that are worked on at a time, so that floats of a whole picture never exist."""
    return [slice(top, min(top + rows, height)) for top in range(0, height, rows)]
