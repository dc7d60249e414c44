"""Small foregrounds with a known alpha, and files to hold them."""

import cv2
import numpy as np


def disc(side, seed):
    """A soft-edged disc in random colours; uint8 (side, side, 4), BGRA."""
    generator = np.random.default_rng(seed)
    rows, columns = np.mgrid[0:side, 0:side] - side / 2
    alpha = np.clip((0.35 * side - np.hypot(rows, columns)) / (0.1 * side) + 0.5, 0, 1)
    colours = np.broadcast_to(generator.integers(0, 256, 3), (side, side, 3))
    return np.dstack([colours, np.rint(alpha * 255)]).astype(np.uint8)


def write(path, pixels):
    """Write a picture, and the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    assert cv2.imwrite(str(path), pixels)


def write_pair(colours, alphas, seed=1, side=90):
    """The two files of one disc."""
    pixels = disc(side, seed)
    write(colours, pixels[..., :3])
    write(alphas, pixels[..., 3])
