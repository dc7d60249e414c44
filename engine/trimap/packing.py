"""Patches made small, to be kept: a bit for each pixel and class, and zlib over it.

A stroke over a trimap is two or three flat areas with a border between. One bit a pixel and
zlib's quickest level keep a stroke in a hundredth of its pixels, in less time than plain zlib; a
patch of one class, the commonest, is two bytes. Noise, the worst there is, keeps a bit a pixel.
"""

import zlib
from dataclasses import dataclass

import numpy as np

from engine.arrays import Trimap
from engine.trimap.codes import CODES
from engine.trimap.paint import Box, Patch

_LEVEL = 1
_OVERHEAD = 200
"""About how many bytes Python takes for a packed patch, whatever it holds."""


@dataclass(frozen=True)
class PackedPatch:
    """A change of a trimap in `box`, before and after, as bytes of `packed`."""

    box: Box
    before: bytes
    after: bytes

    @property
    def size(self) -> int:
        """How many bytes of memory it takes."""
        return len(self.before) + len(self.after) + _OVERHEAD


def packed(patch: Patch) -> PackedPatch:
    """The patch, small. Raises ValueError for values that no trimap has."""
    return PackedPatch(patch.box, _pack(patch.before), _pack(patch.after))


def unpacked(patch: PackedPatch) -> Patch:
    """The patch as it was before it was packed."""
    shape = (patch.box.height, patch.box.width)
    return Patch(patch.box, unpack(patch.before, shape), unpack(patch.after, shape))


def _pack(values: Trimap) -> bytes:
    """How many codes, the codes, and for all but the last a plane of bits where it is."""
    planes = {code: plane for code in CODES if (plane := values == code).any()}
    if sum(int(np.count_nonzero(plane)) for plane in planes.values()) != values.size:
        raise ValueError("a trimap holds 0, 128 and 255 only")
    bits = b"".join(np.packbits(plane).tobytes() for plane in list(planes.values())[:-1])
    return bytes([len(planes), *planes]) + (zlib.compress(bits, _LEVEL) if bits else b"")


def unpack(data: bytes, shape: tuple[int, int]) -> Trimap:
    """The values (h, w) that were packed; ValueError for bytes that no such values give.

    Never takes more memory than the values do, whatever the bytes claim: they may be a stranger's.
    """
    count, size = (data[0] if data else 0), shape[0] * shape[1]
    codes = data[1 : 1 + count]
    if not 0 < len(codes) == count <= len(CODES) or not set(codes) <= set(CODES):
        raise ValueError("these are no packed values of a trimap")
    values = np.full(shape, codes[-1], np.uint8)
    if count > 1:
        rows = inflated(data[1 + count :], (count - 1) * -(-size // 8))
        bits = np.frombuffer(rows, np.uint8).reshape(count - 1, -1)
        for code, plane in zip(codes, bits, strict=False):
            values[np.unpackbits(plane, count=size).reshape(shape).view(np.bool_)] = code
    return values


def inflated(data: bytes, length: int) -> bytes:
    """What zlib packed, exactly `length` bytes; ValueError for anything else."""
    opened = zlib.decompressobj()
    try:
        whole = opened.decompress(data, length + 1)
    except zlib.error as error:
        raise ValueError("packed values are damaged") from error
    if len(whole) != length or not opened.eof:
        raise ValueError("packed values of another size")
    return whole
