"""AVIF (AV1 Image File Format, 1.1.0), which Pillow reads where it was built with libavif."""

from pathlib import Path

import PIL.features

from engine.errors import ImageError

_BRANDS = (b"avif", b"avis")
_BOTH = (b"mif1", b"msf1", b"miaf")
"""Brands of HEIF at large; then those that follow tell what is inside."""
_SEARCHED = 65_536
"""Bytes at the file's beginning in which its description lies."""
_SRGB_PRIMARIES, _UNSAID, _HDR = 1, 2, (16, 18)
"""Code points of ITU-T H.273: primaries of BT.709, either unspecified, transfers PQ and HLG."""


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


def avif_remark(path: Path, *, has_profile: bool) -> str:
    """What is lost of the file; "" for nothing.

    Pillow gives 8 bits of 10 and 12, and leaves it to us that colours may be named by numbers
    (ISO/IEC 14496-12, 12.1.5) in place of a profile.
    """
    with path.open("rb") as file:
        begin = file.read(_SEARCHED)
    at = begin.find(b"pixi")  # ISO/IEC 23008-12, 6.5.6: after version and flags, and a count
    depth = begin[at + 9] if 0 <= at < len(begin) - 9 else 8
    if depth > 8:
        return f"“{path.name}” has {depth} bits in each channel: 8 of them are read."
    at = begin.find(b"colrnclx")
    if has_profile or at < 0 or at + 12 > len(begin):
        return ""
    primaries, transfer = (int.from_bytes(begin[at + k : at + k + 2]) for k in (8, 10))
    if primaries not in (_SRGB_PRIMARIES, _UNSAID) or transfer in _HDR:
        return f"“{path.name}” names wide colours without a profile: they are taken as sRGB."
    return ""
