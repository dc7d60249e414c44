"""Files to plain pixels: PNG, JPEG, TIFF, WebP, BMP, GIF, AVIF, HEIF, raw; by content, not suffix.

Pillow opens every file that is not a phone's or a camera's own, and notices what is broken. Of
colours with 16 bits it keeps only 8, so these are decoded a second time, by OpenCV.
"""

import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import PIL.Image
from PIL.AvifImagePlugin import AvifImageFile
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from engine.imaging.avif import avif_remark, is_avif, named_colours, require_avif, require_coded
from engine.imaging.colours import as_rgb
from engine.imaging.decoded import Decoded, Levels, straight
from engine.imaging.exif import upright_exif
from engine.imaging.faults import in_words, strange_pixels
from engine.imaging.heif import decode_heif, is_heif
from engine.imaging.limits import (
    require_canvas,
    require_deflatable,
    require_few_scans,
    require_plausible,
    require_room,
    require_size,
    require_whole_chunks,
)
from engine.imaging.named_colours import profile_named
from engine.imaging.pages import remark_on
from engine.imaging.raw import decode_raw, is_raw
from engine.imaging.turning import turned

# Named by class, so that each plugin is imported, in a frozen program too.
_FORMATS = [
    plugin.format
    for plugin in (
        PngImageFile,
        JpegImageFile,
        TiffImageFile,
        WebPImageFile,
        BmpImageFile,
        GifImageFile,
        AvifImageFile,
    )
]
_PIXEL_TAGS = ((273, 279), (324, 325))
"""TIFF tags that tell where strips, or else tiles, begin and how many bytes they take."""
_ORIENTATION, _BITS, _PHOTOMETRIC, _PLANAR, _EXTRA = 274, 258, 262, 284, 338
_WIDTH, _HEIGHT, _STRIP_ROWS, _TILE_WIDTH, _TILE_HEIGHT = 256, 257, 278, 322, 323
_DNG_VERSION = 50706
Fits = Callable[[tuple[int, int]], None]
"""Takes (height, width); raises EngineError for one that is of no use."""
_HEAD = 64
"""Bytes that tell formats apart."""

# A picture's size is judged here, in words; Pillow would warn from a quarter of it on.
PIL.Image.MAX_IMAGE_PIXELS = None


def decode(path: Path, fits: Fits | None = None) -> Decoded:
    """The pixels of the file at `path`; ImageError when there is no picture to be had from it.

    fits: told the size as it is stored, before there is memory taken for pixels; it may refuse it.
    """
    with in_words(path):
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if is_avif(head):
            require_avif(path)
        elif is_heif(head):
            return decode_heif(path)
        if is_raw(path, head):
            return decode_raw(path)
        require_canvas(path, head)
        require_deflatable(path, head)
        try:
            return _opened(path, fits)
        except RuntimeError as error:
            if is_avif(head):  # libavif's own
                raise OSError(str(error)) from error
            raise


def _opened(path: Path, fits: Fits | None) -> Decoded:
    with PIL.Image.open(path, formats=_FORMATS) as image:
        if _numbers(image, _DNG_VERSION):  # its first page is a small preview
            return decode_raw(path)
        if fits is not None:
            fits(image.size[::-1])
        return _plain(path, image)


def _plain(path: Path, image: PIL.Image.Image) -> Decoded:
    _require_sane(path, image)
    deep = _is_deep_colour(image)
    exif = upright_exif(image)  # a TIFF's lies in the file, which is closed once it is loaded
    _load(image)
    pixels, alpha = _deep(path, image) if deep else _shallow(image)
    orientation = _orientation(image)
    icc = _rgb_profile(image)
    if icc is None and image.format == "AVIF" and pixels.ndim == 3:
        icc = profile_named(*named_colours(path))
    return Decoded(
        pixels=turned(pixels, orientation),
        alpha=None if alpha is None else turned(alpha, orientation),
        icc=icc,
        dpi=_dpi(image),
        exif=exif,
        remark=_remark(path, image, has_profile=icc is not None),
    )


def _load(image: PIL.Image.Image) -> None:
    """Decode the pixels; OSError as well where Pillow tried once, for the notes, and cannot twice.

    So it is with an interlaced PNG that is damaged.
    """
    try:
        image.load()
    except TypeError as error:
        raise OSError("its pixels cannot be decoded") from error


def _remark(path: Path, image: PIL.Image.Image, *, has_profile: bool) -> str:
    said = remark_on(path, image)
    if said or image.format != "AVIF":
        return said
    return avif_remark(path, has_profile=has_profile)


def _require_sane(path: Path, image: PIL.Image.Image) -> None:
    width, height = image.size
    require_size(path, width, height)
    bits = set(_numbers(image, _BITS) or (8,))
    separate = _numbers(image, _PLANAR) == (2,) and max(bits) > 8 and image.mode[:4] != "I;16"
    if separate or not bits <= {1, 2, 4, 8, 16} or image.mode in ("F", "I"):
        raise strange_pixels(path)
    if image.format == "AVIF":
        require_coded(path, width, height)
    else:
        require_plausible(path, image.format or "", width * height)
    require_room(path, width, height)
    if image.format in ("JPEG", "MPO"):
        require_few_scans(path)
    _require_whole(path, image)


def _require_whole(path: Path, image: PIL.Image.Image) -> None:
    """Raise OSError for a TIFF whose pixels end behind its last byte: libtiff would print that.

    So it does for one that has fewer tiles, or strips, than its size asks for.
    """
    if len(_numbers(image, _PIXEL_TAGS[0][0]) or _numbers(image, _PIXEL_TAGS[1][0])) < _parts(
        image
    ):
        raise OSError("its pixels end early")
    for starts, lengths in _PIXEL_TAGS:
        pairs = zip(_numbers(image, starts), _numbers(image, lengths), strict=False)
        if max((at + count for at, count in pairs), default=0) > path.stat().st_size:
            raise OSError("its pixels end early")


def _parts(image: PIL.Image.Image) -> int:
    """How many tiles, or strips, a TIFF of this size has at the least; 0 for other files."""
    (wide, *_), (high, *_), (rows, *_) = (
        _numbers(image, tag) or (0,) for tag in (_TILE_WIDTH, _TILE_HEIGHT, _STRIP_ROWS)
    )
    width, height = _numbers(image, _WIDTH)[:1], _numbers(image, _HEIGHT)[:1]
    if not width or not height:
        return 0
    if min(wide, high) > 0:
        return -(-width[0] // wide) * -(-height[0] // high)
    return -(-height[0] // rows) if rows > 0 else 1


def _numbers(image: PIL.Image.Image, tag: int) -> tuple[int, ...]:
    """The whole numbers under a tag of a TIFF; none for other files."""
    value = getattr(image, "tag_v2", {}).get(tag, ())
    values = value if isinstance(value, tuple) else (value,)
    return tuple(number for number in values if isinstance(number, int))


def _is_deep_colour(image: PIL.Image.Image) -> bool:
    """Whether Pillow would lose bits of these colours; to be asked before `load`."""
    tiles = getattr(image, "tile", ())
    return image.mode in ("RGB", "RGBA") and any("16" in str(tile[3]) for tile in tiles)


def _deep(path: Path, image: PIL.Image.Image) -> tuple[Levels, Levels | None]:
    """Colours (h, w, 3) and alpha (h, w) with 16 bits, by OpenCV, which stores BGR."""
    if image.format == "PNG":
        require_whole_chunks(path)
    stored = np.fromfile(path, np.uint8)
    decoded: Any = cv2.imdecode(stored, cv2.IMREAD_UNCHANGED)
    if decoded is None or decoded.dtype != np.uint16 or decoded.ndim != 3:
        raise OSError("its 16-bit colours cannot be decoded")
    pixels: Levels = np.ascontiguousarray(decoded[..., 2::-1])
    if decoded.shape[2] == 3 or not image.has_transparency_data:
        return pixels, None
    alpha = np.ascontiguousarray(decoded[..., 3])
    if _numbers(image, _EXTRA) == (1,):
        pixels = straight(pixels, alpha)
    return pixels, alpha


def _shallow(image: PIL.Image.Image) -> tuple[Levels, Levels | None]:
    """Pixels (h, w) or (h, w, 3) and alpha (h, w), as Pillow decoded them."""
    if image.mode.startswith("I;16"):
        levels = np.asarray(image).astype(np.uint16)
        white_is_zero = _numbers(image, _PHOTOMETRIC) == (0,)
        return (65535 - levels if white_is_zero else levels), None
    grey = image.mode in ("1", "L", "LA", "La")
    if not image.has_transparency_data:
        return np.array(image.convert("L") if grey else as_rgb(image)), None
    planes = np.asarray(image.convert("LA" if grey else "RGBA"))
    pixels = planes[..., 0] if grey else planes[..., :3]
    return np.ascontiguousarray(pixels), np.ascontiguousarray(planes[..., -1])


def _orientation(image: PIL.Image.Image) -> int:
    """The EXIF orientation that is still to be applied; 1 where the metadata are broken."""
    if image.format == "TIFF":  # both decoders turn these themselves
        return 1
    with suppress(OSError, SyntaxError, ValueError, KeyError, TypeError, struct.error):
        return int(image.getexif().get(_ORIENTATION, 1))
    return 1


def _rgb_profile(image: PIL.Image.Image) -> bytes | None:
    """The file's ICC profile if it describes RGB; those of CMYK and grey end here."""
    profile = image.info.get("icc_profile")
    if (
        isinstance(profile, bytes)
        and profile[16:20] == b"RGB "
        and image.mode not in ("CMYK", "LAB")
    ):
        return profile
    return None


def _dpi(image: PIL.Image.Image) -> tuple[float, float] | None:
    """The resolution in pixels per inch, if it is stated and makes sense."""
    with suppress(ValueError, TypeError, ZeroDivisionError):
        across, down = (float(number) for number in image.info.get("dpi", ()))
        if 0 < across < 1e6 and 0 < down < 1e6:
            return across, down
    return None
