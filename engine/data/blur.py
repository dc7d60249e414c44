"""Gaussian blurs, wide ones at the cost of narrow ones."""

import cv2
import numpy as np

from engine.arrays import Floats


def blurred(planes: Floats, sigma: float) -> Floats:
    """planes (h, w) or (h, w, c) under a Gaussian of `sigma` pixels, to a hundredth of its range.

    From a sigma of 4 on, a picture reduced so far that it still holds every detail is blurred
    instead; reducing and enlarging blur by themselves, a variance of a quarter of the square of
    the factor together.
    """
    factor = int(sigma / 2)
    height, width = planes.shape[:2]
    if factor < 2 or min(height, width) < 2 * factor:
        return np.asarray(cv2.GaussianBlur(planes, (0, 0), sigma), np.float32)
    size = (-(-width // factor), -(-height // factor))
    small = cv2.resize(planes, size, interpolation=cv2.INTER_AREA)
    rest = float(np.sqrt(sigma**2 / factor**2 - 0.25))
    small = cv2.GaussianBlur(small, (0, 0), rest)
    return np.asarray(cv2.resize(small, (width, height)), np.float32)
