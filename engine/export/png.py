"""PNG: grey, or straight RGBA, of 8 or 16 bits (PNG Specification, Third Edition, 2025)."""

import struct
import zlib
from pathlib import Path

import numpy as np

from engine.export.kinds import Plate, Wish, planes
from engine.imaging.picture import Picture
from engine.imaging.writing import png_bytes

KEYWORD = "gossamer"
"""Of the text chunk that holds the export record."""
_HEADER_END = 33
"""Where the second chunk begins: signature (8), length, name and checksum (12), header (13)."""
_INCH = 0.0254


def write(path: Path, plate: Plate, wish: Wish) -> None:
    """Write the plate; with profile, resolution, EXIF and the note in chunks of their own."""
    stored = planes(plate, wish)
    if stored.ndim == 3:
        stored = stored[..., [2, 1, 0, 3]]  # OpenCV stores BGRA
    content = png_bytes(np.ascontiguousarray(stored))
    with path.open("wb") as file:
        file.write(content[:_HEADER_END])
        file.write(_chunks(plate, is_coloured=stored.ndim == 3))
        file.write(content[_HEADER_END:])


def photograph_bytes(picture: Picture) -> bytes:
    """The PNG of a photograph that has no file, such as a pasted one: all that was read of it."""
    content = png_bytes(np.ascontiguousarray(picture.image[..., ::-1]))
    nothing = np.zeros((0, 0), np.float32)
    chunks = _chunks(Plate(nothing, None, picture.icc, picture.dpi, picture.exif), is_coloured=True)
    return content[:_HEADER_END] + chunks + content[_HEADER_END:]


def _chunks(plate: Plate, *, is_coloured: bool) -> bytes:
    """What stands between the header and the pixels."""
    chunks = b""
    if plate.icc is not None and is_coloured:
        chunks += _chunk(b"iCCP", b"profile\0\0" + zlib.compress(plate.icc))
    if plate.dpi is not None:
        across, down = (round(dots / _INCH) for dots in plate.dpi)
        chunks += _chunk(b"pHYs", struct.pack(">IIB", across, down, 1))
    if plate.exif is not None:
        chunks += _chunk(b"eXIf", plate.exif)
    if plate.note:
        text = zlib.compress(plate.note.encode())
        chunks += _chunk(b"iTXt", KEYWORD.encode() + b"\0\1\0\0\0" + text)
    return chunks


def _chunk(name: bytes, body: bytes) -> bytes:
    checksum = zlib.crc32(name + body)
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", checksum)
