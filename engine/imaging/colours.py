"""Colours of other kinds than RGB, brought to sRGB with 8 bits."""

from io import BytesIO

import PIL.Image
import PIL.ImageChops
import PIL.ImageCms


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
