"""HEIC and HEIF, as phones write them, through pillow-heif (libheif)."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import PIL.Image

from engine.errors import ImageError
from engine.imaging.decoded import Decoded, Levels, straight
from engine.imaging.exif import notes_of
from engine.imaging.faults import strange_pixels
from engine.imaging.limits import require_room, require_size
from engine.imaging.named_colours import UNSAID, are_wide, profile_named

_BRANDS = frozenset(
    (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1")
)
_ORIENTATION = 0x0112
_CHANNELS = {"L": 1, "LA": 2, "La": 2, "RGB": 3, "RGBA": 4, "RGBa": 4}


def is_heif(head: bytes) -> bool:
    """Whether a file that begins with these bytes (12 at least) is HEIF (ISO/IEC 23008-12)."""
    return head[4:8] == b"ftyp" and head[8:12] in _BRANDS


def decode_heif(path: Path) -> Decoded:
    """The primary picture of the file, upright as libheif turns it; 10 and 12 bits become 16.

    Raises ImageError without the library, for too many pixels, and for pixels of a strange kind;
    what libheif raises otherwise.
    """
    if find_spec("pillow_heif") is None:
        raise ImageError(
            f"“{path}” is a HEIC file, and the library that reads those is not installed.",
            hint="Install it with: pip install 'gossamer[heif]', or export it as JPEG or PNG.",
        )
    import pillow_heif

    try:
        held = pillow_heif.open_heif(path, convert_hdr_to_8bit=False)
        width, height = held.size
        require_size(path, width, height)
        require_room(path, width, height)
        planes: Levels = np.asarray(held)  # decoded here
    except RuntimeError as error:  # libheif's own
        raise OSError(str(error)) from error
    info: dict[str, Any] = dict(held.info)
    pixels, alpha = _split(path, held.mode.partition(";")[0], _filled(planes, info))
    icc = info.get("icc_profile") or profile_named(*_named(info))
    is_rgb = icc is not None and pixels.ndim == 3 and icc[16:20] == b"RGB "
    return Decoded(
        pixels=pixels,
        alpha=alpha,
        icc=icc if is_rgb else None,
        exif=notes_of(_exif(info.get("exif")), (width, height)),
        remark=_remark(path, len(held), info),
    )


def _filled(planes: Levels, info: dict[str, Any]) -> Levels:
    """16 bits in which white is 65535: libheif leaves the lowest bits of 10 and 12 empty."""
    depth = int(info.get("bit_depth", 8))
    if planes.dtype != np.uint16 or not 8 < depth < 16:
        return planes
    filled: Levels = planes | (planes >> np.uint16(depth))
    return filled


def _split(path: Path, mode: str, planes: npt.NDArray[Any]) -> tuple[Levels, Levels | None]:
    """Pixels (h, w) or (h, w, 3) and alpha (h, w)."""
    count = _CHANNELS.get(mode)
    if count is None or (planes.shape[2] if planes.ndim == 3 else 1) != count:
        raise strange_pixels(path)
    if count == 1:
        return planes.reshape(planes.shape[:2]), None
    if count == 3:
        return planes, None
    colours = planes[..., 0] if count == 2 else planes[..., :3]
    alpha = np.ascontiguousarray(planes[..., -1])
    if mode == "RGBa":
        return straight(colours, alpha), alpha
    return np.ascontiguousarray(colours), alpha


def _exif(stored: bytes | None) -> PIL.Image.Exif:
    """What is noted, of the picture as it was turned already."""
    exif = PIL.Image.Exif()
    if stored:
        exif.load(stored)
        exif[_ORIENTATION] = 1
    return exif


def _named(info: dict[str, Any]) -> tuple[int, int]:
    """The numbers of primaries and of transfer that stand in place of a profile."""
    colours = info.get("nclx_profile") or {}
    return (
        int(colours.get("color_primaries", UNSAID)),
        int(colours.get("transfer_characteristics", UNSAID)),
    )


def _remark(path: Path, count: int, info: dict[str, Any]) -> str:
    named = _named(info)
    is_told = "icc_profile" in info or profile_named(*named) is not None
    if not is_told and are_wide(*named):
        return f"“{path.name}” names wide colours without a profile: they are taken as sRGB."
    if count > 1:
        return f"“{path.name}” holds several pictures: the main one is taken."
    return ""
