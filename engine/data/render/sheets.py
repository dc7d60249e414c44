"""Hanging sheets: what nets and cloths are drawn on."""

from collections.abc import Callable

import numpy as np

from engine.data.render.draw import Draw
from engine.data.render.scene import Points

Sheet = Callable[[Points, Points], Points]
"""Places across, -1 to 1, and down, 0 to 1, to points (…, 3)."""


def sheet(draw: Draw, depth: float, folds: tuple[float, float] = (1, 3.5)) -> Sheet:
    """A sheet that hangs in folds of `depth`, a little askew."""
    often, phase = draw.between(*folds), draw.between(0, 2 * np.pi)
    above, sway, field = draw.between(0.3, 1), float(draw.normal()) * 0.25, draw.field(0.9)
    sagging = 0.1 if draw.chance(0.4) else 0.0

    def surface(across: Points, down: Points) -> Points:
        u, v = np.broadcast_arrays(np.asarray(across, float), np.asarray(down, float))
        waver = field(np.stack([u, 2 * v, 0 * u], axis=-1))
        wave = np.sin(often * np.pi * u + phase + 1.2 * waver[..., 0] * v)
        y = depth * (above + (1 - above) * v) * wave + 0.12 * waver[..., 1]
        x = u * (1 - 0.12 * np.cos(3 * v)) + sway * v * v + 0.06 * waver[..., 2] * v
        z = -1.6 * v * (1 - 0.04 * u * u) - sagging * np.cos(2 * u) - 0.1 * (1 - u * u) * (1 - v)
        return np.stack([x, y, z], axis=-1)

    return surface
