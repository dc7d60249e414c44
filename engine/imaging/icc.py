"""Profiles of curves and primaries (ICC.1:2022, 8.3), read, and worked through with 16 bits.

Pillow's transforms have 8 bits in each channel.
"""

import struct
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import PIL.ImageCms

from engine.arrays import Image

Curve = npt.NDArray[np.float64]
"""Light in [0, 1] for evenly spaced numbers in [0, 1]."""

CURVES = (b"rTRC", b"gTRC", b"bTRC")
"""Tags of the curves of red, green and blue."""

_Floats = npt.NDArray[np.float32]
_FINE = 4096
_COLORANTS = (b"rXYZ", b"gXYZ", b"bXYZ")
_TABLES = {b"A2B0", b"A2B1", b"A2B2", b"D2B0", b"D2B1", b"D2B2", b"D2B3"}
"""Tags of profiles that are tables, which go before curves."""
_TOP = 65535


def deep_in_srgb(image: Image, icc: bytes) -> Image | None:
    """An image, uint16 (h, w, 3), of a profile as sRGB has it, relative to white.

    Colours that sRGB lacks lose what is beyond it, channel by channel. None for a profile that is
    not made of curves and primaries.
    """
    steps = _steps(icc)
    if steps is None:
        return None
    curves, matrix, closing = steps
    light = np.stack([curves[at][image[..., at]] for at in range(3)], axis=-1) @ matrix.T
    places = np.clip(light * _TOP + 0.5, 0, _TOP).astype(np.uint16)
    return np.asarray(closing[places])


@lru_cache(maxsize=4)
def _steps(icc: bytes) -> tuple[_Floats, _Floats, npt.NDArray[np.uint16]] | None:
    """Curves (3, 65536), a matrix from light to sRGB's light, and sRGB's levels for its light."""
    try:
        tags = tags_of(icc)
        if tags.keys() & _TABLES:
            return None
        numbers = np.linspace(0, 1, _TOP + 1)
        curves = [curve_of(tags[name]) for name in CURVES]
        opening = [np.interp(numbers, np.linspace(0, 1, len(one)), one) for one in curves]
        own, srgb = _colorants(tags), _colorants(tags_of(_srgb_profile()))
        matrix = np.linalg.solve(srgb, own)
    except (KeyError, ValueError, IndexError, struct.error):
        return None
    closing = np.rint(_closed(numbers) * _TOP).astype(np.uint16)
    return np.array(opening, np.float32), matrix.astype(np.float32), closing


def _colorants(tags: dict[bytes, bytes]) -> Curve:
    """XYZ (3, 3) of red, green and blue, in columns (10.31)."""
    rows = [struct.unpack_from(">3i", tags[name], 8) for name in _COLORANTS]
    return np.array(rows).T / 65536


def _srgb_profile() -> bytes:
    return PIL.ImageCms.ImageCmsProfile(PIL.ImageCms.createProfile("sRGB")).tobytes()


def opened(numbers: Curve) -> Curve:
    """The light of sRGB's numbers (IEC 61966-2-1), both in [0, 1]."""
    low = numbers <= 0.04045
    return np.where(low, numbers / 12.92, ((numbers + 0.055) / 1.055) ** 2.4)


def _closed(light: Curve) -> Curve:
    low = light <= 0.0031308
    return np.where(low, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def tags_of(icc: bytes) -> dict[bytes, bytes]:
    """What stands under each tag; struct.error for what is no profile."""
    (count,) = struct.unpack_from(">I", icc, 128)
    entries = (struct.unpack_from(">4sII", icc, 132 + 12 * number) for number in range(count))
    return {name: icc[start : start + size] for name, start, size in entries}


def curve_of(tag: bytes) -> Curve:
    """A curve of either type (10.6 and 10.18); ValueError, IndexError, struct.error for others."""
    numbers = np.linspace(0, 1, _FINE)
    if tag[:4] == b"curv":
        (count,) = struct.unpack_from(">I", tag, 8)
        values = np.frombuffer(tag, ">u2", count, 12)
        if count == 0:
            return numbers
        return numbers ** (values[0] / 256) if count == 1 else values / 65535
    if tag[:4] != b"para":
        raise ValueError("a curve of no known type")
    (kind,) = struct.unpack_from(">H", tag, 8)
    count = (1, 3, 4, 5, 7)[kind]
    given = [number / 65536 for number in struct.unpack_from(f">{count}i", tag, 12)]
    return np.clip(_parametric(kind, given, numbers), 0, 1)


def _parametric(kind: int, given: list[float], numbers: Curve) -> Curve:
    """Function `kind` of ICC.1:2022, table 68, with its parameters g, a, b, c, d, e, f."""
    g, a, b, c, d, e, f = [*given, *[1.0, 0.0, 0.0, 0.0, 0.0, 0.0][len(given) - 1 :]]
    power = np.maximum(a * numbers + b, 0) ** g
    if kind == 0:
        return numbers**g
    if kind in (1, 2):
        return np.where(numbers >= -b / a, power + c, c)
    return np.where(numbers >= d, power + e, c * numbers + f)
