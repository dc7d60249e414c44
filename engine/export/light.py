"""What light the stored numbers of a photograph mean: the curves and primaries of its profile."""

import struct
from dataclasses import dataclass
from io import BytesIO

import numpy as np
import PIL.ImageCms

from engine.arrays import Floats, Image
from engine.errors import OutputError
from engine.imaging.icc import CURVES, Curve, curve_of, opened, tags_of
from engine.imaging.named_colours import D50, D65, adaptation

_FINE = 4096


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
        return Light((opened(numbers),) * 3, (0.64, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3127, 0.3290))
    try:
        tags = tags_of(icc)
        red, green, blue = (curve_of(tags[name]) for name in CURVES)
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
