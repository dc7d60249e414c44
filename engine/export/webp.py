"""WebP: straight RGBA of 8 bits, without loss, colours under alpha 0 included."""

from pathlib import Path

import PIL.Image

from engine.export.kinds import Plate, Wish, planes
from engine.imaging.exif import stored_exif

LARGEST = 16383
"""Pixels a side."""
_ACROSS, _DOWN, _UNIT, _INCHES = 282, 283, 296, 2
"""EXIF's tags of a resolution, and the number of its unit."""


def write(path: Path, plate: Plate, wish: Wish) -> None:
    """Write the plate; its resolution goes into EXIF, for the format has no place of its own."""
    exif = PIL.Image.Exif()
    if plate.exif is not None:
        exif.load(b"Exif\0\0" + plate.exif)
    if plate.dpi is not None:
        exif[_ACROSS], exif[_DOWN] = plate.dpi
        exif[_UNIT] = _INCHES
    with path.open("wb") as file:
        PIL.Image.fromarray(planes(plate, wish)).save(
            file,
            "WEBP",
            lossless=True,
            exact=True,
            quality=50,  # of the search for a small file: more takes minutes
            method=3,
            icc_profile=plate.icc or b"",
            exif=stored_exif(exif) if len(exif) else b"",
        )
