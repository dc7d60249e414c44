"""Photographs, trimaps and alphas from files."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from engine.arrays import Alpha, Image, Trimap
from engine.errors import EngineError, ImageError, TrimapError
from engine.imaging.decoded import Decoded, Levels
from engine.imaging.decoding import Fits, decode
from engine.imaging.picture import Picture
from engine.trimap.codes import snapped

_COLOURED = 10
"""How far the channels of a grey picture may lie apart, of 255: a JPEG's rounding."""


def read_image(path: str | Path) -> Picture:
    """The photograph at `path`, upright, in RGB, with its 8 or 16 bits.

    Grey becomes RGB, CMYK is converted to sRGB, an RGB colour profile is handed on unused.
    Raises ImageError when the file is missing, damaged, too large or no picture.
    """
    path = Path(path)
    decoded = decode(path)
    pixels = decoded.pixels
    return Picture(
        path,
        _three_channels(pixels),
        _transparency(decoded),
        decoded.icc,
        decoded.dpi,
        decoded.exif,
        decoded.remark,
    )


def read_trimap(path: str | Path, size: tuple[int, int]) -> Trimap:
    """The trimap at `path` for an upright picture of `size` (height, width), as `shape[:2]` has it.

    uint8 (h, w), exactly 0, 128, 255; values within ±10 of these are snapped. Files may be grey,
    RGB, palette, of 1, 8 or 16 bits; an alpha channel in them is ignored. Raises ImageError when
    the file cannot be read, TrimapError when its size or its values are wrong. Whether the trimap
    knows enough is for `require_usable` to say.
    """

    def other(found: tuple[int, ...]) -> TrimapError:
        return TrimapError(
            f"The trimap “{path}” is {_in_words(found)} pixels, the image is {_in_words(size)}.",
            hint=_size_hint("trimap", found, size),
        )

    path = Path(path)
    levels = decode(path, lambda stored: _require_sides(stored, size, other)).pixels
    if levels.shape[:2] != size:
        raise other(levels.shape[:2])
    shallow = levels if levels.dtype == np.uint8 else np.rint(levels / 257).astype(np.uint8)
    try:
        return _one_plane(shallow)
    except TrimapError as error:
        raise TrimapError(f"“{path}”: {error.message}", hint=error.hint) from None


def read_alpha(path: str | Path, fits: Fits | None = None) -> Alpha:
    """The alpha matte at `path`: float32 (h, w) in [0, 1], from 8 or 16 bits.

    A file with an alpha channel that is not opaque everywhere (a cut-out) gives that channel, any
    other its grey. fits: as `decode` has it. Raises ImageError when the file cannot be read or is
    in colour.
    """
    path = Path(path)
    decoded = decode(path, fits)
    transparency = _transparency(decoded)
    if transparency is not None:
        return transparency
    levels = decoded.pixels
    top = np.iinfo(levels.dtype).max
    if levels.ndim == 3:
        if _spread(levels) > _COLOURED * top // 255:
            raise ImageError(
                f"“{path}” is in colour and opaque, so it is no alpha matte.",
                hint="Give a grey picture (white is foreground) or a cut-out with transparency.",
            )
        levels = levels[..., 1]
    return levels.astype(np.float32) / np.float32(top)


def read_mask(path: str | Path, size: tuple[int, int]) -> Alpha:
    """A mask or alpha for an upright picture of `size` (height, width), as `shape[:2]` has it.

    As `read_alpha`. Raises ImageError, as well, when its size is another.
    """

    def other(found: tuple[int, ...]) -> ImageError:
        return ImageError(
            f"The mask “{path}” is {_in_words(found)} pixels, the image is {_in_words(size)}.",
            hint=_size_hint("mask", found, size),
        )

    alpha = read_alpha(path, lambda stored: _require_sides(stored, size, other))
    if alpha.shape != size:
        raise other(alpha.shape)
    return alpha


def read_target(path: str | Path, size: tuple[int, int]) -> Alpha:
    """The true alpha at `path` for an upright picture of `size` (height, width).

    float32 (h, w) in [0, 1]. Raises ImageError as `read_alpha` does, and for another size.
    """

    def other(found: tuple[int, ...]) -> ImageError:
        return ImageError(
            f"The alpha “{path}” is {_in_words(found)} pixels, the image is {_in_words(size)}.",
            hint="Give the alpha that belongs to this picture, without scaling or cropping.",
        )

    target = read_alpha(path, lambda stored: _require_sides(stored, size, other))
    if target.shape != size:
        raise other(target.shape)
    return target


def _require_sides(
    stored: tuple[int, int],
    size: tuple[int, int],
    other: Callable[[tuple[int, ...]], EngineError],
) -> None:
    """Raise what `other` makes of a size that the picture has neither upright nor on its side."""
    if sorted(stored) != sorted(size):
        raise other(stored)


def _three_channels(pixels: Levels) -> Image:
    """Grey (h, w) or RGB (h, w, 3) as an image."""
    if pixels.ndim == 3:
        return pixels
    image = np.empty((*pixels.shape, 3), pixels.dtype)
    image[:] = pixels[..., None]
    return image


def _transparency(decoded: Decoded) -> Alpha | None:
    """The alpha channel as float32 (h, w), unless it is missing or opaque everywhere."""
    if decoded.alpha is None:
        return None
    top = np.iinfo(decoded.alpha.dtype).max
    if decoded.alpha.min() == top:
        return None
    return decoded.alpha.astype(np.float32) / np.float32(top)


def _one_plane(levels: Levels) -> Trimap:
    """The trimap in 8-bit levels (h, w) or (h, w, 3)."""
    levels = levels.astype(np.uint8, copy=False)
    if levels.ndim == 2:
        return snapped(levels)
    if _spread(levels) > 2 * _COLOURED:
        raise TrimapError(
            "The trimap is in colour.",
            hint="Save it in grey: 0 is background, 128 unknown, 255 foreground.",
        )
    return snapped(np.ascontiguousarray(levels[..., 1]))


def _spread(levels: Levels) -> int:
    """The largest distance between two channels of a pixel; levels (h, w, 3)."""
    red, green, blue = (levels[..., channel] for channel in range(3))
    most = np.maximum(np.maximum(red, green), blue)
    return int((most - np.minimum(np.minimum(red, green), blue)).max())


def _in_words(size: tuple[int, ...]) -> str:
    """(height, width) as people write it."""
    return f"{size[1]} × {size[0]}"


def _size_hint(what: str, size: tuple[int, ...], image: tuple[int, int]) -> str:
    if size == image[::-1]:
        return f"It lies on its side: turn the {what} as the picture is turned when it is shown."
    return f"Save the {what} with the width and height of the picture, without scaling or cropping."
