"""What Blender rendered as a picture: colours that reach beyond the edge, an exposure, sRGB."""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from engine.arrays import Alpha, Floats

SHOULDER = 0.62
"""Linear brightness from which highlights are compressed."""

_NEXT_TO_NOTHING = 0.003


@dataclass(frozen=True, eq=False)
class Rendered:
    """Both passes. colour: float32 (h, w, 3) linear, times coverage (h, w); alpha (h, w)."""

    colour: Floats
    coverage: Alpha
    alpha: Alpha


def finished(rendered: Rendered, generator: np.random.Generator) -> npt.NDArray[np.uint8]:
    """The foreground, uint8 (h, w, 4) RGBA, not premultiplied; all of its colours may be used."""
    alpha = np.clip(rendered.alpha, 0, 1)
    coverage = np.clip(rendered.coverage, 0, 1)
    colour = _unmixed(rendered.colour, coverage)
    colour = _exposed(colour, alpha, generator)
    codes = np.dstack([_srgb(colour), alpha])
    return np.asarray(np.rint(codes * 255), np.uint8)


def misregistered(rendered: Rendered) -> bool:
    """True if one pass, moved by a pixel, would fit the other better than it does."""
    alpha, coverage = rendered.alpha, rendered.coverage

    def distance(down: int, across: int) -> float:
        moved = np.roll(coverage, (down, across), (0, 1))
        return float(np.abs(moved - alpha)[1:-1, 1:-1].mean())

    here = distance(0, 0)
    return any(distance(*step) < here for step in ((1, 0), (-1, 0), (0, 1), (0, -1)))


def _unmixed(colour: Floats, coverage: Floats) -> Floats:
    """Colours not premultiplied, continued outwards over what is empty.

    Level by level from coarse to fine, each colour is a mean of what the coarser level says and of
    its own, which weighs as much as it covers: thin strands lean on their neighbours.
    """
    weight = np.where(coverage > _NEXT_TO_NOTHING, coverage, np.float32(0))
    straight = colour / np.maximum(coverage, _NEXT_TO_NOTHING)[..., None]
    return _continued(np.clip(straight, 0, 40), weight)


def _continued(colour: Floats, weight: Floats) -> Floats:
    height, width = weight.shape
    if min(height, width) <= 2:
        mean = (colour * weight[..., None]).sum((0, 1)) / max(float(weight.sum()), 1e-6)
        return np.broadcast_to(mean, colour.shape).astype(np.float32)
    size = ((width + 1) // 2, (height + 1) // 2)
    light = np.dstack([colour * weight[..., None], weight])
    small = np.asarray(cv2.resize(light, size, interpolation=cv2.INTER_AREA), np.float32)
    coarse = small[..., :3] / np.maximum(small[..., 3:], np.float32(1e-6))
    full: Floats = np.minimum(4 * small[..., 3], 1, dtype=np.float32)
    below = _continued(np.asarray(coarse, np.float32), full)
    below = np.asarray(cv2.resize(below, (width, height)), np.float32)
    share = weight[..., None]
    return np.asarray(share * colour + (1 - share) * below, np.float32)


def _exposed(colour: Floats, alpha: Alpha, generator: np.random.Generator) -> Floats:
    """Bright parts at a brightness as photographs have it, a white balance, soft highlights."""
    light = colour @ np.array([0.2126, 0.7152, 0.0722], np.float32)
    solid = alpha > 0.3 if np.count_nonzero(alpha > 0.3) > 50 else alpha >= alpha.max() / 2
    bright = max(float(np.percentile(light[solid], 92)), 1e-3)
    gain = np.clip(generator.uniform(0.5, 1.05) / bright, 0.4, 1.8)
    balance = np.exp(generator.normal(size=3) * 0.035)
    colour = colour * (gain * balance).astype(np.float32)
    rest = 1 - SHOULDER
    soft = SHOULDER + rest * (1 - np.exp(-(colour - SHOULDER) / rest))
    return np.where(colour > SHOULDER, soft, colour)


def _srgb(linear: Floats) -> Floats:
    linear = np.clip(linear, 0, 1)
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
