"""Errors that look at one pixel at a time: the sum of absolute and the mean squared difference."""

import numpy as np

from engine.arrays import Trimap
from engine.metrics.planes import Plane, comparable


def sad(alpha: Plane, target: Plane, trimap: Trimap) -> float:
    """Sum of |alpha - target| over unknown pixels, in thousands."""
    ours, true, unknown = comparable(alpha, target, trimap)
    return float(np.abs(ours - true)[unknown].sum() / 1000)


def mse(alpha: Plane, target: Plane, trimap: Trimap) -> float:
    """Mean of (alpha - target)^2 over unknown pixels; NaN if nothing is unknown."""
    ours, true, unknown = comparable(alpha, target, trimap)
    if not unknown.any():
        return float("nan")
    return float(np.square(ours - true)[unknown].mean())
