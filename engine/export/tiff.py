"""TIFF: grey, or RGBA that is straight or premultiplied, of 8 or 16 bits (TIFF 6.0, EXIF 2.32)."""

from pathlib import Path
from typing import Any, Literal

import PIL.Image
from PIL.ExifTags import IFD
from PIL.TiffImagePlugin import ImageFileDirectory_v2

import engine
from engine.export.kinds import Colours, Plate, Wish, planes
from engine.imaging.exif import UNDEFINED, UNDEFINED_TYPE

_TEXTS = {0x010E: "description", 0x0132: "datetime"}
"""Tags that tifffile takes under names of its own."""
_ASCII, _LONG = 2, 4
_BESIDE = 1
"""tifffile writes no tags that point to directories; those after them, which mean nothing, it does.
They are renamed once there is something to point to."""


def write(path: Path, plate: Plate, wish: Wish) -> None:
    """Write the plate, compressed without loss (Deflate, with differences)."""
    import tifffile

    exif = PIL.Image.Exif()
    if plate.exif is not None:
        exif.load(b"Exif\0\0" + plate.exif)
    folders = [tag for tag in (IFD.Exif, IFD.GPSInfo) if exif.get_ifd(tag)]
    stored = planes(plate, wish)
    is_coloured = stored.ndim == 3
    extra = "assocalpha" if wish.colours is Colours.PREMULTIPLIED else "unassalpha"
    options: dict[str, Any] = {name: exif.get(tag) for tag, name in _TEXTS.items()}
    if is_coloured:
        options |= {"extrasamples": [extra], "iccprofile": plate.icc}
    if plate.dpi is not None:
        options |= {"resolution": plate.dpi, "resolutionunit": "INCH"}
    tifffile.imwrite(
        path,
        stored,
        photometric="rgb" if is_coloured else "minisblack",
        compression="adobe_deflate",
        predictor=True,
        rowsperstrip=64,
        metadata=None,
        software=f"Gossamer {engine.__version__}",
        extratags=[*_texts(exif), *((tag + _BESIDE, _LONG, 1, 0, True) for tag in folders)],
        **options,
    )
    for tag in folders:
        _append(path, exif, tag)


def _texts(exif: PIL.Image.Exif) -> list[tuple[int, int, int, str, bool]]:
    """What describes the photograph, as tags of the first directory."""
    return [
        (tag, _ASCII, 0, value, True)
        for tag, value in exif.items()
        if isinstance(value, str) and tag not in _TEXTS
    ]


def _append(path: Path, exif: PIL.Image.Exif, tag: IFD) -> None:
    """Put a directory of EXIF behind everything else, and let its tag point there."""
    import tifffile

    with tifffile.TiffFile(path) as file:
        order: Literal["little", "big"] = "little" if file.byteorder == "<" else "big"
        entry = file.pages.first.tags[tag + _BESIDE]
    directory = ImageFileDirectory_v2(b"II*\0\0\0\0\0" if order == "little" else b"MM\0*\0\0\0\0")
    for number, value in exif.get_ifd(tag).items():
        directory[number] = value
        if number in UNDEFINED:
            directory.tagtype[number] = UNDEFINED_TYPE
    with path.open("r+b") as stored:
        end = stored.seek(0, 2)
        end += stored.write(b"\0" * (-end % 2))  # directories begin at even places
        stored.write(directory.tobytes(end))
        stored.seek(entry.offset)
        stored.write(tag.to_bytes(2, order))
        stored.seek(entry.valueoffset)
        stored.write(end.to_bytes(4, order))
