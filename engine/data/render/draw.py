"""Chance: everything that a family leaves open is drawn here, and follows from name and seed."""

import zlib
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

from engine.data.render.scene import Points

Choice = TypeVar("Choice")


class Draw:
    """Draws for one picture. detail: 1 for a picture, less to build the same thing from less."""

    def __init__(self, family: str, seed: int, detail: float = 1.0) -> None:
        self.generator = np.random.default_rng((seed, zlib.crc32(family.encode())))
        self._detail = detail

    def between(self, low: float, high: float) -> float:
        """A number, all equally likely."""
        return float(self.generator.uniform(low, high))

    def each(self, low: float, high: float, *shape: int) -> Points:
        """Numbers, all equally likely."""
        return self.generator.uniform(low, high, shape)

    def normal(self, *shape: int) -> Points:
        """Normal deviates."""
        return self.generator.normal(size=shape)

    def spread(self, strength: float, *shape: int) -> Points:
        """Factors around 1, log-normal."""
        return np.exp(self.generator.normal(size=shape) * strength)

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        return int(self.generator.integers(low, high + 1))

    def chance(self, share: float) -> bool:
        """True so often."""
        return bool(self.generator.random() < share)

    def pick(self, choices: Sequence[Choice]) -> Choice:
        """One of the choices."""
        return choices[int(self.generator.integers(len(choices)))]

    def some(self, choices: Points, count: int) -> Points:
        """`count` rows, with repetition."""
        return choices[self.generator.integers(len(choices), size=count)]

    def many(self, low: float, high: float) -> int:
        """A count that goes with the detail."""
        return max(int(self.between(low, high) * self._detail), 3)

    def field(self, frequency: float) -> Callable[[Points], Points]:
        """A smooth vector field over space, (..., 3) to (..., 3), about 1 strong."""
        waves = self.normal(14, 3) * frequency
        phases, ways = self.each(0, 2 * np.pi, 14), self.normal(14, 3) / np.sqrt(7)
        return lambda points: np.sin(points @ waves.T + phases) @ ways
