"""What a run told, as lines to draw: numbers by name over steps, and how they are smoothed."""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Line = tuple[Numbers, Numbers]
"""Steps, and a value at each."""


def lines(told: Iterable[tuple[int, Mapping[str, float]]]) -> dict[str, Line]:
    """The numbers by their names, in the order in which they were told first."""
    found: dict[str, tuple[list[float], list[float]]] = {}
    for step, values in told:
        for name, value in values.items():
            steps, numbers = found.setdefault(name, ([], []))
            steps.append(step)
            numbers.append(value)
    return {
        name: (np.array(steps, dtype=float), np.array(numbers, dtype=float))
        for name, (steps, numbers) in found.items()
    }


def smoothed(values: Numbers, share: float) -> Numbers:
    """The values, each drawn to the mean of those before it; share in [0, 1): 0 for not at all.

    An exponential moving average, corrected for its beginning as Adam's moments are (Kingma and
    Ba, 2015, section 3): the first value stays what it is.
    """
    if share <= 0 or not len(values):
        return values
    mean = np.empty_like(values)
    held = weight = 0.0
    for index, value in enumerate(values.tolist()):
        held = share * held + (1 - share) * value
        weight = share * weight + (1 - share)
        mean[index] = held / weight
    return mean


def positive(line: Line) -> Line:
    """The line with gaps where it has no logarithm."""
    steps, values = line
    return steps, np.where(values > 0, values, np.nan)
