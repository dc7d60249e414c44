"""Colours of other kinds, and of other profiles, brought to sRGB with 8 bits."""

from functools import lru_cache
from io import BytesIO

import numpy as np
import numpy.typing as npt
import PIL.Image
import PIL.ImageChops
import PIL.ImageCms

from engine.arrays import Image
from engine.imaging.icc import deep_in_srgb

_STRIP = 512
"""Rows that are converted at a time."""
_ALIKE = 2
"""Levels of 255 that sRGB's profiles of different makers differ by."""


def as_rgb(image: PIL.Image.Image) -> PIL.Image.Image:
    """A CMYK, LAB, YCbCr or HSV picture as RGB (sRGB).

    CMYK goes through its colour profile; without a usable one through Pillow's plain formula.
    """
    if image.mode == "CMYK":
        return _from_cmyk(image)
    if image.mode == "LAB":
        lab = PIL.ImageCms.createProfile("LAB")
        return _through(image, PIL.ImageCms.ImageCmsProfile(lab))
    return image.convert("RGB")


def to_srgb(rgb: npt.NDArray[np.uint8], icc: bytes | None) -> npt.NDArray[np.uint8]:
    """Colours, uint8 (h, w, 3), that are meant in the profile `icc`, as sRGB has them.

    For what is shown: colours that sRGB lacks become the nearest ones, relative to white. Without a
    profile, or with one that is of no use or as good as sRGB's, `rgb` itself.
    """
    transform = None if icc is None or rgb.size == 0 else _transform(icc)
    if transform is None:
        return rgb
    shown = PIL.ImageCms.applyTransform(PIL.Image.fromarray(np.ascontiguousarray(rgb)), transform)
    return np.array(shown)


def image_in_srgb(image: Image, icc: bytes | None) -> Image:
    """The same for an image of 8 or 16 bits; `image` itself where nothing changes.

    Of 16 bits every one counts where the profile is made of curves and primaries, as those of
    cameras, phones and screens are. Others are worked through with 8 bits, and what lies between
    two of those levels is added: off by less than one of 255 levels, by a few at the edge of what
    sRGB has.
    """
    if icc is None or image.size == 0 or _transform(icc) is None:
        return image
    if image.dtype == np.uint8:
        return to_srgb(np.asarray(image, np.uint8), icc)
    found = np.empty_like(image)
    for top in range(0, len(image), _STRIP):
        rows = image[top : top + _STRIP]
        exact = deep_in_srgb(rows, icc)
        found[top : top + _STRIP] = exact if exact is not None else _nearly_in_srgb(rows, icc)
    return found


def _nearly_in_srgb(deep: Image, icc: bytes) -> Image:
    """By what the profile makes of the nearest of 8 bits."""
    level = np.asarray((deep.astype(np.int32) + 128) // 257, np.uint8)
    change = to_srgb(level, icc).astype(np.int32) - level
    return np.clip(deep + change * 257, 0, 65535).astype(np.uint16)


@lru_cache(maxsize=8)
def _transform(icc: bytes) -> PIL.ImageCms.ImageCmsTransform | None:
    """From a profile to sRGB; None where that would change nothing, or cannot be had."""
    try:
        found = PIL.ImageCms.buildTransform(
            PIL.ImageCms.ImageCmsProfile(BytesIO(icc)),
            PIL.ImageCms.ImageCmsProfile(PIL.ImageCms.createProfile("sRGB")),
            "RGB",
            "RGB",
            renderingIntent=PIL.ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=PIL.ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        steps = np.arange(0, 256, 15).astype(np.uint8)
        probe = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(-1, len(steps), 3)
        after = np.asarray(PIL.ImageCms.applyTransform(PIL.Image.fromarray(probe), found))
    except (OSError, ValueError, PIL.ImageCms.PyCMSError):
        return None
    return None if np.abs(after.astype(np.int16) - probe).max() <= _ALIKE else found


def _from_cmyk(image: PIL.Image.Image) -> PIL.Image.Image:
    # Adobe stores ink inverted in JPEGs and Pillow turns every JPEG's back; others do not.
    plain_jpeg = image.format == "JPEG" and "adobe" not in image.info
    inks = PIL.ImageChops.invert(image) if plain_jpeg else image
    try:
        return _through(inks, PIL.ImageCms.ImageCmsProfile(BytesIO(image.info["icc_profile"])))
    except (KeyError, OSError, PIL.ImageCms.PyCMSError):
        return inks.convert("RGB")


def _through(image: PIL.Image.Image, profile: PIL.ImageCms.ImageCmsProfile) -> PIL.Image.Image:
    converted = PIL.ImageCms.profileToProfile(
        image,
        profile,
        PIL.ImageCms.ImageCmsProfile(PIL.ImageCms.createProfile("sRGB")),
        renderingIntent=PIL.ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
        flags=PIL.ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    if converted is None:
        raise TypeError("profileToProfile answers None only when it works in place")
    return converted
