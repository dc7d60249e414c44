"""What a camera noted beside a picture: carried over to what is made of the picture.

It travels as a TIFF structure (EXIF 2.32, section 4.5), as PNG's eXIf and WebP's EXIF chunks hold
it; the two words "Exif" that JPEG puts before it are left out.
"""

import struct
from contextlib import suppress

import PIL.Image
from PIL.ExifTags import IFD, Base

_ORIENTATION, _WIDTH, _HEIGHT, _MAKER_NOTE = 0x0112, 0xA002, 0xA003, 0x927C
_HEADING = b"Exif\0\0"
_KEPT = (
    Base.ImageDescription,
    Base.Make,
    Base.Model,
    Base.DateTime,
    Base.Artist,
    Base.HostComputer,
    Base.Copyright,
)
"""Tags of the first directory that are about the photograph, not about its file."""
UNDEFINED = {
    *(0x8828, 0x9000, 0x9101, 0x9286, 0xA000, 0xA20C, 0xA300, 0xA301, 0xA302, 0xA40B),
    *(0x001B, 0x001C),
}
"""Tags of bytes that have the type of that name (EXIF 2.32, tables 4 to 15), the last two of the
place. Pillow writes some of them as numbers of 8 bits, which others complain about."""
UNDEFINED_TYPE = 7
_FAULTS = (OSError, SyntaxError, ValueError, KeyError, TypeError, struct.error)
"""What Pillow raises for broken notes."""
_LARGEST = 60_000
"""Bytes; notes of a maker are larger than that in few cameras, and a JPEG could not hold more."""


def upright_exif(image: PIL.Image.Image) -> bytes | None:
    """The EXIF for a picture once it is turned upright; None where it has none, or broken ones.

    image: as it was opened, not yet loaded.

    Kept are what describes the photograph, the camera's settings and the place. The orientation is
    1, sizes are those of the upright picture; thumbnail, layout of the file, and notes of the maker
    (which hold places in the old file) are left out.
    """
    with suppress(*_FAULTS):
        return _kept(image.getexif(), image.size)
    return None


def notes_of(given: PIL.Image.Exif, size: tuple[int, int]) -> bytes | None:
    """The same of notes by themselves, of a picture of `size` (width, height) as it is stored."""
    with suppress(*_FAULTS):
        return _kept(given, size)
    return None


def _kept(given: PIL.Image.Exif, size: tuple[int, int]) -> bytes | None:
    settings = dict(given.get_ifd(IFD.Exif))
    place = dict(given.get_ifd(IFD.GPSInfo))
    kept = PIL.Image.Exif()
    for known in _KEPT:
        if known in given:
            kept[known] = given[known]
    settings.pop(_MAKER_NOTE, None)
    settings.pop(IFD.Interop, None)
    if not (kept or settings or place):
        return None
    sides = size[::-1] if int(given.get(_ORIENTATION, 1)) >= 5 else size
    for tag, side in zip((_WIDTH, _HEIGHT), sides, strict=True):
        if tag in settings:
            settings[tag] = side
    kept[_ORIENTATION] = 1
    if settings:
        kept.get_ifd(IFD.Exif).update(settings)
    if place:
        kept.get_ifd(IFD.GPSInfo).update(place)
    stored = stored_exif(kept)
    return stored if len(stored) <= _LARGEST else None


def stored_exif(exif: PIL.Image.Exif) -> bytes:
    """The structure of these notes, in which bytes of no kind are called so."""
    stored = exif.tobytes().removeprefix(_HEADING)
    changed, order = bytearray(stored), "<" if stored[:2] == b"II" else ">"
    (first,) = struct.unpack_from(f"{order}I", stored, 4)
    for tag, _, value in _entries(stored, order, first):
        if tag in (IFD.Exif, IFD.GPSInfo):
            for inner, at, _ in _entries(stored, order, value):
                if inner in UNDEFINED:
                    struct.pack_into(f"{order}H", changed, at + 2, UNDEFINED_TYPE)
    return bytes(changed)


def _entries(stored: bytes, order: str, at: int) -> list[tuple[int, int, int]]:
    """The tag of each entry of a directory, its place, and its value as a number."""
    (count,) = struct.unpack_from(f"{order}H", stored, at)
    places = [at + 2 + 12 * number for number in range(count)]
    return [
        (
            *struct.unpack_from(f"{order}H", stored, place),
            place,
            *struct.unpack_from(f"{order}I", stored, place + 8),
        )
        for place in places
    ]
