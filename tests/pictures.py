"""Small pictures that tests of both packages open."""

import numpy as np


def striped(height=120, width=160):
    """A picture whose left half is red and right half green."""
    image = np.zeros((height, width, 3), np.uint8)
    image[:, : width // 2] = (200, 30, 30)
    image[:, width // 2 :] = (30, 160, 30)
    return image
