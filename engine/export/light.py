"""What light the stored numbers of a photograph mean: the curves and primaries of its profile."""

import struct
from dataclasses import dataclass
from io import BytesIO

import numpy as np
import numpy.typing as npt
import PIL.ImageCms

from engine.arrays import Floats, Image
from engine.errors import OutputError
from engine.imaging.named_colours import D50, D65, adaptation

Curve = npt.NDArray[np.float64]
"""Light in [0, 1] for evenly spaced numbers in [0, 1]."""

_FINE = 4096
_CURVES = (b"rTRC", b"gTRC", b"bTRC")


@dataclass(frozen=True, eq=False)
class Light:
    """Curves of red, green, blue, and chromaticities (x, y) of red, green, blue and white."""

    curves: tuple[Curve, Curve, Curve]
    chromaticities: tuple[float, ...]


def light_of(icc: bytes | None) -> Light:
    """The light of a profile, or of sRGB (IEC 61966-2-1) without one.

    Read are profiles of three curves and three colorants (ICC.1:2022, 8.3), as cameras, phones and
    screens use them. OutputError for those that are tables.
    """
    if icc is None:
        numbers = np.linspace(0, 1, _FINE)
        return Light((_srgb(numbers),) * 3, (0.64, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3127, 0.3290))
    try:
        tags = _tags(icc)
        red, green, blue = (_curve(tags[name]) for name in _CURVES)
        return Light((red, green, blue), _chromaticities(icc))
    except (KeyError, ValueError, IndexError, OSError, TypeError, struct.error) as error:
        raise OutputError(
            "The photograph's colour profile does not say what light its numbers mean.",
            hint="Export a TIFF, which keeps the profile as it is, or convert the photograph to"
            " sRGB, Adobe RGB or Display P3 first.",
        ) from error


def linear(image: Image, light: Light) -> Floats:
    """An image as light, float32 (h, w, 3) in [0, 1]."""
    top = int(np.iinfo(image.dtype).max)
    numbers = np.arange(top + 1) / top
    lights = np.empty(image.shape, np.float32)
    for channel, curve in enumerate(light.curves):
        table = np.interp(numbers, np.linspace(0, 1, len(curve)), curve)
        lights[..., channel] = table.astype(np.float32)[image[..., channel]]
    return lights


def _srgb(numbers: Curve) -> Curve:
    low = numbers <= 0.04045
    return np.where(low, numbers / 12.92, ((numbers + 0.055) / 1.055) ** 2.4)


def _tags(icc: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">I", icc, 128)
    entries = (struct.unpack_from(">4sII", icc, 132 + 12 * number) for number in range(count))
    return {name: icc[start : start + size] for name, start, size in entries}


def _curve(tag: bytes) -> Curve:
    """A curve of either type (ICC.1:2022, 10.6 and 10.18)."""
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


def _chromaticities(icc: bytes) -> tuple[float, ...]:
    """Of the primaries and white as they are, not as they are seen beside paper (D50)."""
    profile = PIL.ImageCms.ImageCmsProfile(BytesIO(icc)).profile
    colorants = (profile.red_colorant, profile.green_colorant, profile.blue_colorant)
    seen = np.array([colorant[0] for colorant in colorants]).T  # type: ignore[index]
    adapted = profile.chromatic_adaptation
    if adapted is not None:
        back = np.linalg.inv(np.array(adapted[0]))
    else:
        white = profile.media_white_point
        is_told = white is not None and abs(white[0][2] - D50[2]) > 0.02
        back = adaptation(D50, np.array(white[0]) if is_told and white else D65)
    points = [*(back @ seen).T, back @ D50]
    return tuple(
        float(number) for x, y, z in points for number in (x / (x + y + z), y / (x + y + z))
    )
