"""Camera raw files, developed plainly by LibRaw (rawpy): what the camera saw, in sRGB, 16 bits."""

from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import PIL.Image
from PIL.TiffImagePlugin import TiffImageFile

from engine.errors import ImageError
from engine.imaging.decoded import Decoded
from engine.imaging.exif import upright_exif
from engine.imaging.limits import require_room, require_size
from engine.imaging.suffixes import RAW

_SRGB = (2.4, 12.92)
"""Exponent, and slope near black, of sRGB's curve (IEC 61966-2-1), as LibRaw is told them."""
_CLIPPED = 0.001
"""Share of pixels that may become white when the exposure is set."""
_BYTES = 24
"""For each pixel: what the sensor saw, four colours while they are made of it, the result."""
_MAGICS = (
    *((0, b"FUJIFILMCCD-RAW"), (0, b"FOVb"), (0, b"IIU\0"), (0, b"IIRO"), (0, b"IIRS")),
    *((4, b"ftypcrx "), (8, b"CR\2\0")),
)
"""Where, and how, raw files begin that are no plain TIFFs."""


def is_raw(path: Path, head: bytes) -> bool:
    """Whether the file at `path`, which begins with these bytes, is one of a camera's sensor."""
    if path.suffix.lower() in RAW:
        return True
    return any(head[at:].startswith(magic) for at, magic in _MAGICS)


def decode_raw(path: Path) -> Decoded:
    """The photograph, upright, with the camera's white balance; uint16 (h, w, 3) in sRGB.

    Raises ImageError without the library and for too many pixels, OSError for what LibRaw refuses.
    """
    if find_spec("rawpy") is None:
        raise ImageError(
            f"“{path}” is a camera raw file, and the library that reads those is not installed.",
            hint="Install it with: pip install 'gossamer[raw]', or develop it to TIFF or JPEG.",
        )
    import rawpy

    path.stat()  # what is wrong with the file's place, LibRaw would not say
    try:
        with rawpy.imread(str(path)) as raw:
            width, height = raw.sizes.raw_width, raw.sizes.raw_height
            require_size(path, width, height)
            require_room(path, width, height, bytes_each=_BYTES)
            pixels = raw.postprocess(
                output_bps=16,
                output_color=rawpy.ColorSpace.sRGB,
                gamma=_SRGB,
                use_camera_wb=True,
                auto_bright_thr=_CLIPPED,
            )
    except (rawpy.LibRawError, RuntimeError) as error:
        raise OSError(_said(error)) from error
    grey = pixels.shape[2] == 1  # of a camera that sees no colours
    return Decoded(
        pixels=np.ascontiguousarray(pixels[..., 0] if grey else pixels), exif=_notes(path)
    )


def _said(error: Exception) -> str:
    """LibRaw's words, which rawpy hands on as bytes."""
    given = error.args[0] if error.args else ""
    return given.decode("ascii", "replace") if isinstance(given, bytes) else str(given)


def _notes(path: Path) -> bytes | None:
    """What the camera noted, where the raw file is a TIFF that Pillow understands."""
    only = [TiffImageFile.format]
    with suppress(OSError, SyntaxError, ValueError), PIL.Image.open(path, formats=only) as image:
        return upright_exif(image)
    return None
