"""What is left of the background in the colours of a cut-out: measured, and taken out by hand."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from engine.arrays import Alpha, Floats, Image, unit_floats
from engine.refine.sides import CLEAR, SOLID, Sides
from engine.trimap.paint import Box

Amount = npt.NDArray[np.uint8]
"""How much of the background's colour is taken out at each pixel, (h, w): 0 nothing, 255 all."""

_LEAST = np.float32(1e-3)
"""Squared distance of two colours below which nobody can tell them apart."""
_STRIP = 256


def residual_background(colours: Image, alpha: Alpha, sides: Sides) -> float | None:
    """The share of the background's colour in those of the cut-out; 0 is clean, 1 all background.

    colours: uint8 or uint16 (h, w, 3), not premultiplied; alpha: float32 (h, w). Over pixels with
    0.05 < alpha < 0.95, with F and B the colours certain on either side, it is the s of

        colours = (1 - s) F + s B        by least squares: s = Σ (C - F)·(B - F) / Σ |B - F|²

    and not below 0. None where no pixel is so, or F and B are alike everywhere.
    """
    over = under = 0.0
    for box in _boxes(alpha.shape):
        soft = _soft(alpha[box.slices])
        if soft.any():
            foreground, background = (side[soft] for side in sides.within(box))
            away = background - foreground
            found = unit_floats(colours[box.slices][soft]) - foreground
            over += float((found * away).sum(dtype=np.float64))
            under += float((away * away).sum(dtype=np.float64))
    return max(over / under, 0.0) if under > float(_LEAST) else None


def decontaminated(colours: Image, alpha: Alpha, amount: Amount, sides: Sides) -> Image:
    """The colours without so much of the background's; the array itself if amount is 0 everywhere.

    Each pixel with alpha above 0 gives up `amount` of its share s of the way from F to B (as in
    `residual_background`, for that pixel alone, held within 0 and 1): C - amount s (B - F). What
    the background does not explain, such as strands and lustre, stays.
    """
    if not amount.any():
        return colours
    found = colours.copy()
    for box in _boxes(alpha.shape):
        if amount[box.slices].any():
            found[box.slices] = decontaminated_box(
                colours[box.slices], alpha[box.slices], amount[box.slices], sides, box
            )
    return found


def decontaminated_box(
    colours: Image, alpha: Alpha, amount: Amount, sides: Sides, box: Box, step: int = 1
) -> Image:
    """`decontaminated` for the pixels of `box` alone, or for a view of it shrunk by `step`.

    All arrays are as large as it, or as the view.
    """
    foreground, background = sides.within(box, step)
    away = background - foreground
    distance = (away * away).sum(2, keepdims=True)
    ours = unit_floats(colours)
    share = ((ours - foreground) * away).sum(2, keepdims=True) / np.maximum(distance, _LEAST)
    taken = np.clip(share, 0, 1) * _strength(amount, alpha)
    top = np.float32(np.iinfo(colours.dtype).max)
    clean: Image = np.rint(np.clip(ours - taken * away, 0, 1) * top).astype(colours.dtype)
    return clean


def _strength(amount: Amount, alpha: Alpha) -> Floats:
    """How much is taken, (h, w, 1): nothing where nothing is seen."""
    return np.asarray(amount / np.float32(255) * (alpha > 0), np.float32)[..., None]


def _soft(alpha: Alpha) -> npt.NDArray[np.bool_]:
    return (alpha > CLEAR) & (alpha < SOLID)


def _boxes(shape: tuple[int, ...]) -> Iterator[Box]:
    height, width = shape[:2]
    for top in range(0, height, _STRIP):
        yield Box(0, top, width, min(top + _STRIP, height))
