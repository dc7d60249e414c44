"""Whether foreground and background mixed as light, or as numbers.

A lens mixes light, and the camera writes down a power of it. Matting mixes the numbers:
I = alpha F + (1 - alpha) B. That is exact for what was composed from numbers, as most programs do.
For photographs alpha then comes out too high where the foreground is the brighter side, and too low
where it is the darker one, by up to 0.15 at a half: `engine.matting.straightening` takes it out.
"""

from typing import Literal, get_args

Mixing = Literal["photograph", "composite"]
"""What a picture is: mixed as light, before the camera; or as numbers, like a drawing as well."""

MIXINGS: tuple[Mixing, ...] = get_args(Mixing)

EXPONENTS: dict[Mixing, float] = {"photograph": 1.6, "composite": 1.0}
"""Light is this power of the numbers, as far as mixing goes.

Halfway between numbers that are light (1) and sRGB's curve (2.2), since cameras and people bend
photographs further. Nine with known alphas fit their mixtures best at 1.25 to 2.2, median 1.5.
"""


def mixing_of(word: object) -> Mixing:
    """The mixing of that name; ValueError for none."""
    for mixing in MIXINGS:
        if mixing == word:
            return mixing
    raise ValueError(f"no mixing is called {word!r}")
