"""What a file may claim: judged from its first bytes, before memory is taken for its pixels."""

import struct
from pathlib import Path

from engine.errors import ImageError

LARGEST = 400_000_000
"""Pixels in the largest picture that is opened."""
_MOST_SCANS = 500
"""Passes of a progressive JPEG; each goes over the whole picture, and cameras write about ten."""
_PER_BYTE = {"JPEG": 600, "MPO": 600, "GIF": 2700, "AVIF": 1000, "WEBP": 1000}
"""Pixels that one byte of a file can hold at the very most.

GIF: a code of 12 bits stands for up to 3839 pixels. JPEG: a block of 64 pixels of the lightness,
which is never the coarser part, takes at least one bit in its first pass. AVIF and WebP have no
such bound: photographs have some 10 pixels in a byte, drawings some 400, and 49 megapixels of one
colour take 1.5 kB.
"""
_MOST_DEFLATED = 1032
"""Bytes that one can stand for in a PNG (RFC 1951: two bits for 258 bytes)."""
_PNG_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""By its kind of colours (PNG, third edition, table 8)."""
_SLACK = 1_000_000
"""Pixels to which that does not apply."""
_FLAT = {"AVIF": 50_000_000, "WEBP": 50_000_000}
"""Pixels up to which a picture of these formats may be as flat as it likes."""
_EACH = 8
"""Bytes for each pixel of 8-bit colour while it is read: the decoder's, and ours."""


def require_size(path: Path, width: int, height: int) -> None:
    """Raise ImageError for more pixels than are opened; OSError for none."""
    if min(width, height) < 1:
        raise OSError("it has no pixels")
    if width * height > LARGEST:
        raise ImageError(
            f"“{path}” has {width} × {height} pixels, more than {LARGEST // 10**6} megapixels.",
            hint="Scale it down, or cut it into parts.",
        )


def require_room(path: Path, width: int, height: int, *, bytes_each: int = _EACH) -> None:
    """Raise ImageError if reading so many pixels needs more memory than is free."""
    if width * height <= _SLACK:
        return
    import psutil  # nothing for the window's start

    needed, free = width * height * bytes_each, psutil.virtual_memory().available
    if needed > free:
        raise ImageError(
            f"“{path}” needs {needed / 1e9:.1f} GB of memory, and {free / 1e9:.1f} GB are free.",
            hint="Close other programs, or scale it down.",
        )


def require_plausible(path: Path, kind: str, pixels: int) -> None:
    """Raise OSError when a file of this format is too short to hold so many pixels."""
    most = _PER_BYTE.get(kind)
    if most is not None and pixels - _FLAT.get(kind, _SLACK) > most * path.stat().st_size:
        raise OSError("its pixels end early")


def require_deflatable(path: Path, head: bytes) -> None:
    """Raise OSError for a PNG that is too short for its pixels, and as `require_size` does.

    head: the first 26 bytes of the file.
    """
    if head[:4] != b"\x89PNG" or head[12:16] != b"IHDR" or len(head) < 26:
        return
    width, height, bits, kind = struct.unpack(">IIBB", head[16:26])
    require_size(path, width, height)
    size = (width * bits * _PNG_CHANNELS.get(kind, 1) + 7) // 8 * height
    if size - _SLACK > _MOST_DEFLATED * path.stat().st_size:
        raise OSError("its pixels end early")


def require_whole_chunks(path: Path) -> None:
    """Raise OSError for a PNG with a chunk that ends behind the file: OpenCV takes its memory."""
    end = path.stat().st_size
    with path.open("rb") as file:
        at, name = file.seek(8), b""
        while name != b"IEND" and at < end:
            head = file.read(8)
            name = head[4:]
            at = file.seek(at + 12 + int.from_bytes(head[:4]))
            if len(head) < 8 or at > end:
                raise OSError("its pixels end early")


def require_canvas(path: Path, head: bytes) -> None:
    """Raise ImageError for a WebP whose canvas is too large: Pillow takes memory on opening it.

    head: the first 30 bytes of the file (RFC 9649, section 2.7: VP8X).
    """
    if head[:4] == b"RIFF" and head[8:16] == b"WEBPVP8X" and len(head) >= 30:
        wide, high, higher = struct.unpack("<IHB", head[24:27] + b"\0" + head[27:30])
        require_size(path, wide + 1, (higher << 16 | high) + 1)


def require_few_scans(path: Path) -> None:
    """Raise OSError for a JPEG that would be gone over again and again (a bomb)."""
    if path.read_bytes().count(b"\xff\xda") > _MOST_SCANS:
        raise OSError("it is made of too many passes")
