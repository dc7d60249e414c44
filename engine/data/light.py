"""The light a foreground stands in: other colours, the scene's own, and what spills over its edges.

All of it changes colours alone, so the composite still obeys the compositing equation.
"""

import cv2
import numpy as np

from engine.arrays import Alpha, Floats
from engine.data.blur import blurred
from engine.data.foregrounds import Foreground

JITTERED, EXCHANGED, NEARED, WRAPPED = 0.25, 0.2, 0.25, 0.15
"""How often hue and saturation are moved, channels exchanged, the background's light taken on."""


def relit(generator: np.random.Generator, foreground: Foreground, background: Floats) -> Foreground:
    """The foreground in other light; background: float32 (h, w, 3), as large."""
    gain = np.exp(generator.normal(0, 0.12, 3) + generator.normal(0, 0.25)).astype(np.float32)
    colour = foreground.colour * gain
    if generator.random() < EXCHANGED:
        colour = colour[..., generator.permutation(3)]
    if generator.random() < JITTERED:
        turn, factor = generator.normal(0, 20), np.exp(generator.normal(0, 0.3))
        colour = jittered(colour, float(turn), float(factor))
    if generator.random() < NEARED:
        colour = _neared(colour, foreground.alpha, background, generator.uniform(0.3, 0.9))
    if generator.random() < WRAPPED:
        reach = len(colour) * np.exp(generator.uniform(np.log(0.004), np.log(0.03)))
        strength = generator.uniform(0.2, 0.8)
        colour = wrapped(colour, foreground.alpha, background, float(reach), float(strength))
    return Foreground(np.clip(colour, 0, 1).astype(np.float32), foreground.alpha)


def jittered(colour: Floats, turn: float, factor: float) -> Floats:
    """colour (h, w, 3) with its hue turned by `turn` degrees and its saturation scaled."""
    hsv = cv2.cvtColor(np.ascontiguousarray(colour, np.float32), cv2.COLOR_RGB2HSV)
    hsv[..., 0] = (hsv[..., 0] + np.float32(turn)) % np.float32(360)
    hsv[..., 1] = np.clip(hsv[..., 1] * np.float32(factor), 0, 1)
    return np.asarray(cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB), np.float32)


def wrapped(
    colour: Floats, alpha: Alpha, background: Floats, reach: float, strength: float
) -> Floats:
    """Light wrap: near its edges the foreground takes on the light of what is behind it.

    reach: pixels (a Gaussian's sigma); strength: 0 to 1, of a pixel with background all around.
    """
    behind = np.dstack([background * (1 - alpha)[..., None], 1 - alpha])
    spilt = blurred(behind, reach)
    share = np.float32(strength) * spilt[..., 3:]
    light = spilt[..., :3] / np.maximum(spilt[..., 3:], 1e-3)
    return np.asarray(colour + share * (light - colour), np.float32)


def _neared(colour: Floats, alpha: Alpha, background: Floats, nearer: float) -> Floats:
    """The foreground's mean colour moved towards the background's."""
    solid = alpha > 0.5
    if not solid.any():
        return colour
    away = background.mean((0, 1)) - colour[solid].mean(0)
    return np.asarray(colour + np.float32(nearer) * away, np.float32)
