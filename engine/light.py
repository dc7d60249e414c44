"""Whether foreground and background mixed as light, or as numbers.

A lens mixes light, and the camera writes down a power of it. Matting mixes the numbers:
I = alpha F + (1 - alpha) B. That is exact for what was composed from numbers, as most programs do.
For photographs alpha then comes out too high where the foreground is the brighter side, and too low
where it is the darker one, by up to 0.15 at a half: `engine.matting.straightening` takes it out.
"""

from typing import Literal, get_args

Light = Literal["photograph", "display"]
"""What a picture is: mixed as light, in a camera; or as numbers, on a screen."""

LIGHTS: tuple[Light, ...] = get_args(Light)


def light_of(word: object) -> Light:
    """The light of that name; ValueError for none."""
    for light in LIGHTS:
        if light == word:
            return light
    raise ValueError(f"no light is called {word!r}")


EXPONENTS: dict[Light, float] = {"photograph": 1.6, "display": 1.0}
"""Light is this power of the numbers, as far as mixing goes.

Halfway between numbers that are light (1) and sRGB's curve (2.2), since cameras and people bend
photographs further. Nine with known alphas fit their mixtures best at 1.25 to 2.2, median 1.5.
"""
