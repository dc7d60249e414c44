"""Files that no library here writes: PNGs and TIFFs with 16 bits and odd tags, a CMYK profile."""

import struct
import zlib

import numpy as np
import pytest


@pytest.fixture
def colours():
    """Random colours with 16 bits, (h, w, 4): red, green, blue, alpha."""
    return np.random.default_rng(1).integers(1, 65536, (24, 36, 4), dtype=np.uint16)


@pytest.fixture
def png16():
    """A function: planes (h, w, c) with 16 bits to the bytes of a PNG."""

    def chunk(kind, body):
        checksum = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", checksum)

    def encode(planes, *extra):
        height, width, count = planes.shape
        kind = {1: 0, 2: 4, 3: 2, 4: 6}[count]
        header = struct.pack(">IIBBBBB", width, height, 16, kind, 0, 0, 0)
        rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in planes)
        body = [chunk(b"IHDR", header), *(chunk(*more) for more in extra)]
        body += [chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")]
        return b"\x89PNG\r\n\x1a\n" + b"".join(body)

    return encode


@pytest.fixture
def tiff():
    """A function: planes (h, w, c) to the bytes of an uncompressed TIFF; tags as {number: value}.

    Its directory comes first and its pixels last, so that a cut-off file still has all its tags.
    """

    def encode(planes, tags):
        height, width, count = planes.shape
        bits = planes.dtype.itemsize * 8
        entries = {256: width, 257: height, 258: (bits,) * count, 259: 1, 277: count, 278: height}
        entries |= {262: 2 if count > 2 else 1, 279: planes.nbytes, 273: 0, **tags}
        body_at = 8 + 2 + 12 * len(entries) + 4
        entries[273] = body_at + 8 * count
        directory = struct.pack("<H", len(entries))
        for number, value in sorted(entries.items()):
            values = value if isinstance(value, tuple) else (value,)
            if number == 258 and count > 2:  # too long for its entry: stored behind the directory
                directory += struct.pack("<HHII", number, 3, count, body_at)
            elif number == 258:
                directory += struct.pack("<HHI", number, 3, count)
                directory += struct.pack(f"<{count}H", *values).ljust(4, b"\0")
            else:
                directory += struct.pack("<HHII", number, 4, 1, values[0])
        head = b"II*\0" + struct.pack("<I", 8) + directory + b"\0" * 4
        depths = struct.pack(f"<{count}H", *entries[258]).ljust(8 * count, b"\0")
        return head + depths + planes.tobytes()

    return encode


@pytest.fixture
def strange_ink():
    """An ICC profile for CMYK in which full cyan prints a strong pink; no formula would say so."""
    lab = {}
    for corner in range(16):
        cyan, black = corner & 8, corner & 1
        lightness, a = (0, 0) if black else (50, 70) if cyan else (100, 0)
        lab[corner] = bytes((round(lightness * 2.55), a + 128, 128))
    ramp = bytes(range(256))
    table = b"mft1" + b"\0" * 4 + bytes((4, 3, 2, 0))
    table += struct.pack(">9i", *(65536 * (i % 4 == 0) for i in range(9)))
    table += ramp * 4 + b"".join(lab[corner] for corner in range(16)) + ramp * 3
    table += b"\0" * (-len(table) % 4)
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)
    tags_at = 128 + 4 + 2 * 12
    tags = struct.pack(">I", 2)
    tags += b"wtpt" + struct.pack(">II", tags_at, len(white))
    tags += b"A2B0" + struct.pack(">II", tags_at + len(white), len(table))
    size = tags_at + len(white) + len(table)
    header = struct.pack(">I4sI", size, b"\0" * 4, 0x02400000) + b"prtrCMYKLab "
    header += struct.pack(">6H", 2024, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28
    header += struct.pack(">3i", 63190, 65536, 54061)
    return header.ljust(128, b"\0") + tags + white + table
