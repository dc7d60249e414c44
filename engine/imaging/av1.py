"""How large the coded picture in an AVIF is, as its own first words say (AV1, section 5.5)."""

import re

_START = re.compile(rb"\x12\x00\x0a[\x05-\x40]")
"""An empty temporal delimiter, as encoders of pictures write it, and a sequence header's length."""
_BARE = re.compile(rb"mdat(?=\x0a[\x05-\x40])")
"""Others leave it out; then only what stands first is known to be one."""


def coded_pixels(begin: bytes) -> int | None:
    """Pixels of the largest coded picture that begins in these bytes; None if none is found."""
    at = begin.find(b"mdat")
    if at < 0:
        return None
    places = [found.end() for found in _START.finditer(begin, at)]
    places += [found.end() + 2 for found in _BARE.finditer(begin, at)]
    sizes = [size for place in places if (size := _size(begin[place : place + 64]))]
    return max((width * height for width, height in sizes), default=None)


def _size(header: bytes) -> tuple[int, int] | None:
    """The most that a frame measures by a sequence header (5.5.1); None where it ends early."""
    bits = _Bits(header)
    try:
        bits.take(4)  # profile, and whether it is a still
        if bits.take(1):  # reduced
            bits.take(5)
        else:
            _pass_operating_points(bits)
        wide, high = bits.take(4) + 1, bits.take(4) + 1
        return bits.take(wide) + 1, bits.take(high) + 1
    except EOFError:
        return None


def _pass_operating_points(bits: "_Bits") -> None:
    """Go over what stands before the size in the header of a film, as of animations."""
    delay = 0
    if bits.take(1):  # timing
        bits.take(64)
        if bits.take(1):
            _pass_uvlc(bits)
        if bits.take(1):  # a decoder's model
            delay = bits.take(5) + 1
            bits.take(42)
    has_display_delay = bits.take(1)
    for _ in range(bits.take(5) + 1):
        bits.take(12)
        if bits.take(5) > 7:
            bits.take(1)
        if delay and bits.take(1):
            bits.take(2 * delay + 1)
        if has_display_delay and bits.take(1):
            bits.take(4)


def _pass_uvlc(bits: "_Bits") -> None:
    """A number of 4.10.3: as many bits as there were zeros before a one."""
    zeros = 0
    while not bits.take(1):
        zeros += 1
    bits.take(zeros)


class _Bits:
    """Takes numbers from bytes, the highest bit first; EOFError at the end."""

    def __init__(self, data: bytes) -> None:
        self._left = 8 * len(data)
        self._number = int.from_bytes(data)

    def take(self, count: int) -> int:
        """The next `count` bits as a number."""
        if count > self._left:
            raise EOFError
        self._left -= count
        return self._number >> self._left & ((1 << count) - 1)
