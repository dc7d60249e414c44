"""Colours, linear: palettes of what is found in nature, and bright ones of what is made."""

import colorsys

import numpy as np

from engine.data.render.draw import Draw
from engine.data.render.scene import Points
from engine.data.render.shapes import smooth

FUR = (
    (0.04, 0.035, 0.03), (0.09, 0.05, 0.03), (0.25, 0.13, 0.06), (0.45, 0.27, 0.13),
    (0.6, 0.42, 0.25), (0.75, 0.62, 0.45), (0.86, 0.82, 0.76), (0.35, 0.34, 0.33),
    (0.6, 0.28, 0.09), (0.16, 0.15, 0.15),
)  # fmt: skip
HAIR = (
    (0.03, 0.02, 0.015), (0.06, 0.035, 0.02), (0.12, 0.06, 0.03), (0.22, 0.11, 0.05),
    (0.36, 0.2, 0.09), (0.6, 0.42, 0.2), (0.78, 0.62, 0.36), (0.5, 0.16, 0.05),
    (0.62, 0.6, 0.58), (0.8, 0.78, 0.75),
)  # fmt: skip
SKIN = ((0.8, 0.56, 0.45), (0.66, 0.42, 0.3), (0.42, 0.24, 0.15), (0.22, 0.12, 0.08))
YARN = ((0.88, 0.86, 0.82), (0.05, 0.05, 0.06), (0.72, 0.6, 0.42), (0.6, 0.1, 0.12))
METAL = ((0.75, 0.75, 0.77), (0.5, 0.5, 0.52), (0.8, 0.6, 0.3), (0.3, 0.3, 0.32))
BARK = ((0.12, 0.08, 0.05), (0.25, 0.18, 0.12), (0.3, 0.14, 0.08))


def hsv(hue: float, saturation: float, value: float) -> Points:
    """The colour, (3,)."""
    return np.array(colorsys.hsv_to_rgb(hue % 1, min(max(saturation, 0), 1), value))


def one_of(draw: Draw, palette: tuple[tuple[float, float, float], ...]) -> Points:
    """A colour of the palette, (3,)."""
    return np.array(draw.pick(palette))


def vivid(draw: Draw) -> Points:
    """Any colour, (3,)."""
    return hsv(draw.between(0, 1), draw.between(0.2, 0.9), draw.between(0.15, 0.9))


def dyed(draw: Draw, palette: tuple[tuple[float, float, float], ...], natural: float) -> Points:
    """A colour of the palette as often as `natural` says, else any."""
    return one_of(draw, palette) if draw.chance(natural) else vivid(draw)


def varied(draw: Draw, colour: Points, count: int, strength: float = 0.12) -> Points:
    """`count` colours (n, 3) near to one, or each near to its own."""
    lightness = draw.spread(strength, count, 1)
    return np.clip(colour * lightness + draw.normal(count, 3) * strength * 0.06, 0.004, 0.95)


def patched(draw: Draw, places: Points, colours: list[Points], frequency: float = 1.5) -> Points:
    """A coat (n, 3) in patches of the colours, by where its hairs are."""
    coat = np.repeat(colours[0][None], len(places), axis=0)
    for colour in colours[1:]:
        threshold = draw.between(-0.3, 0.5)
        share = smooth(draw.field(frequency)(places)[:, :1], threshold, threshold + 0.2)
        coat = coat + (colour - coat) * share
    return coat


def shaded(colours: Points, steps: int, root: float = 0.6) -> Points:
    """Strands (n, k, 3) that are darker at the root."""
    along = np.linspace(0, 1, steps)[None, :, None] ** 0.7
    return np.asarray(colours[:, None] * (root + (1 - root) * along))


def leaf_green(draw: Draw, count: int) -> Points:
    """Colours of leaves (n, 3): green, pale, dark, or autumn's, all of one kind."""
    hue, saturation, value = draw.pick(
        (
            ((0.22, 0.31), (0.6, 0.88), (0.25, 0.5)),
            ((0.22, 0.31), (0.6, 0.88), (0.25, 0.5)),
            ((0.2, 0.27), (0.35, 0.55), (0.45, 0.65)),
            ((0.28, 0.36), (0.6, 0.8), (0.12, 0.28)),
            ((0.02, 0.14), (0.7, 0.95), (0.35, 0.8)),
        )
    )
    rows = zip(*(draw.each(*span, count) for span in (hue, saturation, value)), strict=True)
    return np.array([hsv(*row) for row in rows])
