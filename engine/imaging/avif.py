"""AVIF (AV1 Image File Format, 1.1.0), which Pillow reads where it was built with libavif."""

from pathlib import Path

import PIL.features

from engine.errors import ImageError
from engine.imaging.av1 import coded_pixels
from engine.imaging.limits import require_plausible, require_room
from engine.imaging.named_colours import UNSAID, are_wide

_BRANDS = (b"avif", b"avis")
_BOTH = (b"mif1", b"msf1", b"miaf")
"""Brands of HEIF at large; then those that follow tell what is inside."""
_UNSEEN = 1000
"""Pixels in a byte at the most, where what is coded is not found."""
_EACH = 16
"""Bytes for each pixel while it is read, by measurement."""
_SEARCHED = 65_536
"""Bytes at the file's beginning in which its description lies."""


def is_avif(head: bytes) -> bool:
    """Whether a file that begins with these bytes (some 40) is AVIF."""
    if head[4:8] != b"ftyp":
        return False
    others = [head[at : at + 4] for at in range(16, min(int.from_bytes(head[:4]), len(head)), 4)]
    return head[8:12] in _BRANDS or (head[8:12] in _BOTH and any(b in others for b in _BRANDS))


def require_avif(path: Path) -> None:
    """Raise ImageError where Pillow was built without it."""
    if not PIL.features.check("avif"):
        raise ImageError(
            f"“{path}” is an AVIF file, and the Pillow that is installed does not read those.",
            hint="Install a newer one with: pip install --upgrade pillow, or export it as PNG.",
        )


def require_coded(path: Path, width: int, height: int) -> None:
    """Raise OSError for a file that says it has more pixels than are coded in it, or can be.

    libavif would scale what is coded up to what is said, and take gigabytes for a kilobyte.
    ImageError where there is not enough memory.
    """
    pixels = width * height
    begin = _beginning(path)
    coded = None if b"grid" in begin else coded_pixels(begin)
    if coded is not None and pixels > coded:
        raise OSError("its pixels end early")
    if coded is None and pixels > _UNSEEN * path.stat().st_size:
        raise OSError("its pixels end early")
    require_plausible(path, "AVIF", pixels)
    require_room(path, width, height, bytes_each=_EACH)


def named_colours(path: Path) -> tuple[int, int]:
    """The numbers of primaries and of transfer that the file names (ISO/IEC 14496-12, 12.1.5)."""
    begin = _beginning(path)
    at = begin.find(b"colrnclx")
    if at < 0 or at + 12 > len(begin):
        return UNSAID, UNSAID
    return int.from_bytes(begin[at + 8 : at + 10]), int.from_bytes(begin[at + 10 : at + 12])


def avif_remark(path: Path, *, has_profile: bool) -> str:
    """What is lost of the file; "" for nothing. has_profile: its colours are told.

    Pillow gives 8 bits of 10 and 12.
    """
    begin = _beginning(path)
    at = begin.find(b"pixi")  # ISO/IEC 23008-12, 6.5.6: after version and flags, and a count
    depth = begin[at + 9] if 0 <= at < len(begin) - 9 else 8
    if depth > 8:
        return f"“{path.name}” has {depth} bits in each channel: 8 of them are read."
    if not has_profile and are_wide(*named_colours(path)):
        return f"“{path.name}” names wide colours without a profile: they are taken as sRGB."
    return ""


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_SEARCHED)
