"""The three values of a trimap, its masks, and when it can be used."""

import cv2
import numpy as np

from engine.arrays import Alpha, Mask, Trimap
from engine.errors import TrimapError

BACKGROUND, UNKNOWN, FOREGROUND = CODES = 0, 128, 255
"""In this order they stand in one-hot planes."""
SNAP = 10
"""How far a value in a file may lie from a code and still be taken for it."""


def unknown_of(trimap: Trimap) -> Mask:
    """True where the trimap does not know; (h, w)."""
    unknown: Mask = trimap == UNKNOWN
    return unknown


def snapped(values: Trimap) -> Trimap:
    """The trimap with values within `SNAP` of a code moved onto it; uint8 (h, w).

    Raises TrimapError that names the first other value and how many pixels hold one.
    """
    levels = np.arange(256)
    table = np.full(256, 1, np.uint8)
    for code in CODES:
        table[np.abs(levels - code) <= SNAP] = code
    # several times as fast as an index
    trimap = np.asarray(cv2.LUT(values, table), np.uint8)
    strange = trimap == 1
    if strange.any():
        value, count = int(values[strange][0]), int(strange.sum())
        raise TrimapError(
            f"The trimap holds values other than 0, 128 and 255, such as {value}, at {count}"
            f" {'pixel' if count == 1 else 'pixels'}.",
            hint="Save it without smoothing: 0 is background, 128 unknown, 255 foreground.",
        )
    return trimap


def require_usable(trimap: Trimap) -> None:
    """Raise TrimapError unless the trimap knows some foreground and some background."""
    missing = [
        name
        for name, code in (("foreground", FOREGROUND), ("background", BACKGROUND))
        if not (trimap == code).any()
    ]
    if missing:
        raise TrimapError(
            f"The trimap has no {' and no '.join(missing)}.",
            hint=f"Paint a few strokes of {' and of '.join(missing)} where you are certain.",
        )


def clamp_known(alpha: Alpha, trimap: Trimap, out: Alpha | None = None) -> Alpha:
    """The alpha within [0, 1], exactly 0 on background and 1 on foreground; float32 (h, w).

    out: where to put it, which may be `alpha` itself; a new array unless given.
    """
    clamped = np.clip(alpha, 0, 1, out=out).astype(np.float32, copy=False)
    clamped[trimap == BACKGROUND] = 0
    clamped[trimap == FOREGROUND] = 1
    return clamped
