"""What a decoder makes of a file, whatever its format."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Levels = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]


@dataclass(frozen=True, eq=False, kw_only=True)
class Decoded:
    """The one picture that is taken from a file, upright.

    pixels: (h, w) grey or (h, w, 3) RGB; alpha: (h, w) or None; both uint8 or both uint16.
    icc: the colour profile of RGB pixels; dpi: pixels per inch (x, y); exif: as in `Picture`; None
    if not stated. remark: as in `Picture`.
    """

    pixels: Levels
    alpha: Levels | None = None
    icc: bytes | None = None
    dpi: tuple[float, float] | None = None
    exif: bytes | None = None
    remark: str = ""


def straight(premultiplied: Levels, alpha: Levels) -> Levels:
    """Colours (h, w, 3) that alpha (h, w) no longer darkens, both of the same depth."""
    top = int(np.iinfo(alpha.dtype).max)
    share = np.maximum(alpha, 1)[..., None].astype(np.float32) / np.float32(top)
    levels = np.rint(np.minimum(premultiplied / share, top))
    return levels.astype(np.uint8) if alpha.dtype == np.uint8 else levels.astype(np.uint16)
