"""Colour profiles written byte by byte (ICC.1:2022, matrix and curve), and what they mean."""

import struct

import numpy as np

ADOBE = (2.19921875, ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06)))
DISPLAY_P3 = (2.4, ((0.68, 0.32), (0.265, 0.69), (0.15, 0.06)))
"""Exponent (2.4 stands for sRGB's curve), and the chromaticities of red, green and blue."""

_SRGB = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
_D65 = np.array([0.95047, 1.0, 1.08883])
_D50 = np.array([0.9642, 1.0, 0.8249])
_BRADFORD = np.array(
    [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
)


def _to_xyz(primaries):
    """The matrix from linear RGB with a white of D65 to XYZ."""
    columns = np.array([[x / y, 1, (1 - x - y) / y] for x, y in primaries]).T
    return columns * np.linalg.solve(columns, _D65)


def _opened(levels):
    return np.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4)


def _closed(light):
    light = np.clip(light, 0, 1)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def in_srgb(rgb, space):
    """uint8 (h, w, 3) of a space as sRGB has it, floats in levels of 255: the slow way."""
    exponent, primaries = space
    levels = rgb / 255
    light = _opened(levels) if exponent == 2.4 else levels**exponent
    return _closed(light @ (np.linalg.inv(_to_xyz(_SRGB)) @ _to_xyz(primaries)).T) * 255


def profile_of(space, more=None):
    """The ICC profile of a space, as bytes. more: further tags."""
    exponent, primaries = space
    adapt = np.linalg.inv(_BRADFORD) @ np.diag((_BRADFORD @ _D50) / (_BRADFORD @ _D65)) @ _BRADFORD
    colorants = adapt @ _to_xyz(primaries)
    if exponent == 2.4:  # sRGB's curve, as a parametric one of type 3
        numbers = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
        curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + _fixed(numbers)
    else:
        curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(exponent * 256)) + b"\0\0"
    bodies = {b"wtpt": _xyz(_D50)}
    bodies |= {name: _xyz(colorants[:, at]) for at, name in enumerate((b"rXYZ", b"gXYZ", b"bXYZ"))}
    bodies |= {name: curve for name in (b"rTRC", b"gTRC", b"bTRC")}
    bodies |= more or {}
    place = 128 + 4 + 12 * len(bodies)
    table, content = struct.pack(">I", len(bodies)), b""
    for name, body in bodies.items():
        table += name + struct.pack(">II", place + len(content), len(body))
        content += body
    head = struct.pack(">I4sI", place + len(content), b"\0" * 4, 0x04000000) + b"mntrRGB XYZ "
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28 + _fixed(_D50)
    return head.ljust(128, b"\0") + table + content


def _fixed(numbers):
    return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)


def _xyz(values):
    return b"XYZ \0\0\0\0" + _fixed(values)
