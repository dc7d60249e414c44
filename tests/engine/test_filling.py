"""Floods: bounded by classes and, below the highest tolerance, by colours."""

from collections import deque

import numpy as np
import pytest

from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.filling import ANY_COLOUR, Flood
from engine.trimap.paint import Box


def flooded_by_hand(trimap, image, x, y, tolerance):
    """A slow oracle: from neighbour to neighbour."""
    levels = (image >> 8 if image.dtype == np.uint16 else image).astype(int)
    far = np.abs(levels - levels[y, x]).max(axis=2) > tolerance
    wall = (trimap != trimap[y, x]) | far
    reached = np.zeros(trimap.shape, bool)
    queue = deque([(x, y)])
    reached[y, x] = True
    while queue:
        left, top = queue.popleft()
        for at, row in ((left - 1, top), (left + 1, top), (left, top - 1), (left, top + 1)):
            inside = 0 <= at < trimap.shape[1] and 0 <= row < trimap.shape[0]
            if inside and not wall[row, at] and not reached[row, at]:
                reached[row, at] = True
                queue.append((at, row))
    return reached


@pytest.mark.parametrize("tolerance", [0, 20, 60, 254, ANY_COLOUR])
@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_a_flood_reaches_what_is_connected_of_one_class_and_colour(tolerance, depth):
    rng = np.random.default_rng(tolerance)
    coarse = rng.integers(0, 4, (13, 17, 3)).repeat(3, axis=0).repeat(3, axis=1)
    image = (coarse * 40 + rng.integers(0, 9, coarse.shape)).astype(np.uint8)
    image = image if depth == np.uint8 else image.astype(np.uint16) * 257
    trimap = rng.choice([BACKGROUND, UNKNOWN, UNKNOWN, UNKNOWN, FOREGROUND], image.shape[:2])
    trimap = trimap.astype(np.uint8)
    for x, y in ((3, 4), (50, 38), (0, 20)):
        region = Flood(trimap, image, x, y).region(tolerance)
        wanted = flooded_by_hand(trimap, image, x, y, tolerance)
        assert np.array_equal(region.over(Box(0, 0, 51, 39)), wanted)


def test_the_same_flood_may_be_tried_with_other_tolerances():
    image = np.repeat(np.arange(0, 200, 2, dtype=np.uint8)[None, :, None], 3, axis=2).repeat(9, 0)
    flood = Flood(np.full((9, 100), UNKNOWN, np.uint8), image, 50, 4)
    widths = [flood.region(tolerance).box.width for tolerance in (0, 10, 2, ANY_COLOUR, 10)]
    assert widths == [1, 11, 3, 100, 11]


def test_any_colour_means_any_but_the_walls_still_hold():
    image = np.random.default_rng(1).integers(0, 256, (30, 30, 3)).astype(np.uint8)
    image[0, 0], image[0, 29] = 0, 255
    trimap = np.full((30, 30), UNKNOWN, np.uint8)
    trimap[:, 20] = FOREGROUND
    assert Flood(trimap, image, 0, 0).region(ANY_COLOUR).box == Box(0, 0, 20, 30)


@pytest.mark.parametrize(("x", "y"), [(-1, 5), (5, 10), (10, 5)])
def test_a_flood_outside_the_picture_reaches_nothing(x, y):
    trimap, image = np.full((10, 10), UNKNOWN, np.uint8), np.zeros((10, 10, 3), np.uint8)
    assert Flood(trimap, image, x, y).region(ANY_COLOUR).is_empty


def test_a_flood_leaves_trimap_and_image_alone():
    trimap, image = np.full((40, 40), UNKNOWN, np.uint8), np.full((40, 40, 3), 9, np.uint8)
    Flood(trimap, image, 3, 3).region(5)
    assert (trimap == UNKNOWN).all()
    assert (image == 9).all()
