"""The pair of a foreground and a background colour that explains a pixel best.

Sampling matting after He et al., "A global sampling method for alpha matting", CVPR 2011: among
all pairs of candidates, the one whose line through colour space passes nearest to the pixel,
preferring candidates near to the pixel's own colour.
"""

import numpy as np
import numpy.typing as npt

from engine.arrays import Floats

CHUNK = 1 << 14
"""Pixels at a time, so that the table of pairs stays in the cache."""


def best_pair(
    pixels: Floats, foregrounds: Floats, backgrounds: Floats
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Index of the best foreground and background candidate of each pixel.

    pixels: (n, 3); foregrounds: (n, i, 3); backgrounds: (n, j, 3), all float32 in [0, 1].
    """
    chosen = [
        _best_of_chunk(
            pixels[start : start + CHUNK],
            foregrounds[start : start + CHUNK],
            backgrounds[start : start + CHUNK],
        )
        for start in range(0, len(pixels), CHUNK)
    ]
    flat = np.concatenate(chosen) if chosen else np.zeros(0, np.intp)
    return flat // backgrounds.shape[1], flat % backgrounds.shape[1]


def _best_of_chunk(
    pixels: Floats, foregrounds: Floats, backgrounds: Floats
) -> npt.NDArray[np.intp]:
    """Flat index into the (i, j) table of pairs.

    With f = F - I and b = B - I, the squared distance of I from the line through F and B is
    (|f|²|b|² - (f·b)²) / |f - b|²: everything follows from one table of dot products.
    """
    f = foregrounds - pixels[:, None]
    b = backgrounds - pixels[:, None]
    f_squared = np.einsum("nic,nic->ni", f, f)[:, :, None]
    b_squared = np.einsum("njc,njc->nj", b, b)[:, None, :]
    dots = np.matmul(f, b.transpose(0, 2, 1))
    spread = np.maximum(f_squared + b_squared - 2 * dots, 1e-4)
    off_line = np.maximum(f_squared * b_squared - dots * dots, 0) / spread
    # Outside the segment (an angle below 90° at F or B) the nearer end is the closest point.
    outside = np.maximum(dots, 0)
    residual = off_line + outside
    # A pair far apart explains anything: prefer candidates that are near in colour, a little.
    cost = residual + 0.02 * np.minimum(f_squared, b_squared) + 1e-3 / spread * residual
    return np.asarray(cost.reshape(len(pixels), -1).argmin(1), np.intp)
