"""A foreground laid over something else, by the compositing equation, on sRGB values as stored."""

import numpy as np

from engine.arrays import Alpha, Image, require_image, require_plane

_STRIP = 256
"""Rows that are blended at a time, so that floats of a whole picture never exist."""

_LIGHT, _DARK = 204, 153


def over(foreground: Image, alpha: Alpha, background: Image) -> Image:
    """alpha * foreground + (1 - alpha) * background, rounded to the nearest.

    foreground, background: (h, w, 3), both uint8 or both uint16; alpha: float32 (h, w) in [0, 1].
    Returns the dtype that came in.
    """
    require_image(foreground)
    require_plane(alpha, foreground, np.float32)
    if background.dtype != foreground.dtype or background.shape != foreground.shape:
        raise ValueError("foreground and background differ in size or depth")
    composite = np.empty_like(foreground)
    for top in range(0, len(alpha), _STRIP):
        rows = slice(top, top + _STRIP)
        behind = background[rows].astype(np.float32)
        ahead = foreground[rows].astype(np.float32)
        composite[rows] = np.rint(behind + alpha[rows, :, None] * (ahead - behind))
    return composite


def over_colour(foreground: Image, alpha: Alpha, colour: tuple[int, int, int]) -> Image:
    """The foreground over one colour, given as 8-bit RGB whatever the foreground's depth."""
    scale = np.iinfo(foreground.dtype).max // 255
    background = np.empty_like(foreground)
    background[:] = [level * scale for level in colour]
    return over(foreground, alpha, background)


def checkerboard(height: int, width: int, square: int = 16) -> Image:
    """Two greys in squares of `square` pixels, light at the top left; uint8 (h, w, 3)."""
    rows, columns = np.arange(height) // square, np.arange(width) // square
    dark = (rows[:, None] + columns) % 2 == 1
    grey = np.where(dark, np.uint8(_DARK), np.uint8(_LIGHT))
    return np.repeat(grey[..., None], 3, axis=2)
