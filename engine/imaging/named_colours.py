"""Colours that a file names by numbers (ITU-T H.273), as AVIF and HEIC may: a profile of them."""

import struct
from functools import cache

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]

_BRADFORD = np.array(
    [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
)
"""From XYZ to the cones' answers (ICC.1:2022, annex E)."""
D50 = np.array([0.9642, 1.0, 0.8249])
D65 = np.array([0.95047, 1.0, 1.08883])
SRGB_PRIMARIES, UNSAID, HDR = 1, 2, (16, 18)
"""Code points of H.273: primaries of BT.709, either unspecified, transfers PQ and HLG."""
_SPACES = {
    9: ("BT.2020", ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046))),
    12: ("Display P3", ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))),
}
"""Chromaticities of red, green and blue, by the code point of primaries whose white is D65."""
_SRGB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_VIDEO_CURVE = (1 / 0.45, 1 / 1.099, 0.099 / 1.099, 1 / 4.5, 0.081)
"""g, a, b, c, d: light is (a x + b)^g from d on, and c x below (table 68, type 3)."""
_CURVES = {1: _VIDEO_CURVE, 6: _VIDEO_CURVE, 13: _SRGB_CURVE, 14: _VIDEO_CURVE, 15: _VIDEO_CURVE}
"""By the code point of the transfer: BT.709, BT.601, sRGB, and BT.2020 of 10 and 12 bits."""


def are_wide(primaries: int, transfer: int) -> bool:
    """Whether such colours are others than sRGB's, or brighter."""
    return primaries not in (SRGB_PRIMARIES, UNSAID) or transfer in HDR


@cache
def profile_named(primaries: int, transfer: int) -> bytes | None:
    """An ICC profile (ICC.1:2022) of wide colours that are named so.

    None for those of sRGB, which need none, and for those that no profile of curves and primaries
    can tell: film, and what PQ and HLG make of light.
    """
    curve = _SRGB_CURVE if transfer == UNSAID else _CURVES.get(transfer)
    if primaries not in _SPACES or curve is None:
        return None
    title, points = _SPACES[primaries]
    adapted = adaptation(D65, D50)
    colorants = adapted @ _to_xyz(points)
    bodies = {b"desc": _words(title), b"cprt": _words("No copyright"), b"wtpt": _xyz(D50)}
    bodies[b"chad"] = b"sf32\0\0\0\0" + _fixed(adapted.ravel())
    for at, channel in enumerate((b"r", b"g", b"b")):
        bodies[channel + b"XYZ"] = _xyz(colorants[:, at])
        bodies[channel + b"TRC"] = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + _fixed(curve)
    return _profile(bodies)


def adaptation(old: Matrix, new: Matrix) -> Matrix:
    """Bradford's matrix (3, 3) from one white's XYZ (3,) to another's (ICC.1:2022, annex E)."""
    gains = np.diag((_BRADFORD @ new) / (_BRADFORD @ old))
    return np.asarray(np.linalg.inv(_BRADFORD) @ gains @ _BRADFORD)


def _to_xyz(points: tuple[tuple[float, float], ...]) -> Matrix:
    """The matrix from linear RGB with a white of D65 to XYZ."""
    columns = np.array([[x / y, 1, (1 - x - y) / y] for x, y in points]).T
    return np.asarray(columns * np.linalg.solve(columns, D65))


def _profile(bodies: dict[bytes, bytes]) -> bytes:
    """A profile of a display, with these tags (7.2 and 7.3)."""
    table, content = struct.pack(">I", len(bodies)), b""
    first = 128 + 4 + 12 * len(bodies)
    for name, body in bodies.items():
        table += name + struct.pack(">II", first + len(content), len(body))
        content += body + b"\0" * (-len(body) % 4)
    head = struct.pack(">I4xI", first + len(content), 0x04400000) + b"mntrRGB XYZ "
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28 + _fixed(D50)
    return head.ljust(128, b"\0") + table + content


def _words(text: str) -> bytes:
    stored = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II4sII", 1, 12, b"enUS", len(stored), 28) + stored


def _xyz(values: Matrix) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(values)


def _fixed(numbers: Matrix | tuple[float, ...]) -> bytes:
    return b"".join(struct.pack(">i", round(float(number) * 65536)) for number in numbers)
