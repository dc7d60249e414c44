"""Regions: which pixels a line encircles, and what filling them changes."""

import math

import numpy as np
import pytest

from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.paint import TILE, Box
from engine.trimap.regions import no_region, patches_between, polygon_region, region_patches

STAR = [(10, 1.2), (15.7, 18.6), (0.9, 7.8), (19.1, 7.8), (4.3, 18.6)]
SNAIL = [(3, 3), (17, 3), (17, 17), (5, 17), (5, 8), (13, 8), (13, 20), (3, 20)]


def winding_by_hand(corners, x, y):
    """How often a closed line goes around a place: the angle that it sweeps, in full turns."""
    swept = 0.0
    for (x0, y0), (x1, y1) in zip(corners, corners[1:] + corners[:1], strict=True):
        turn = math.atan2(y1 - y, x1 - x) - math.atan2(y0 - y, x0 - x)
        swept += (turn + math.pi) % math.tau - math.pi
    return round(swept / math.tau)


def applied(trimap, patches):
    painted = trimap.copy()
    for patch in patches:
        assert np.array_equal(painted[patch.box.slices], patch.before)
        painted[patch.box.slices] = patch.after
    return painted


@pytest.mark.parametrize("corners", [STAR, SNAIL, SNAIL[::-1], [(2.2, 3.1), (18, 9), (4, 16.7)]])
def test_a_line_encircles_the_pixels_whose_centres_it_goes_around(corners):
    whole = Box(0, 0, 21, 22)
    drawn = polygon_region(corners, whole).over(whole)
    wanted = [
        [winding_by_hand(corners, x + 0.5, y + 0.5) != 0 for x in range(21)] for y in range(22)
    ]
    assert drawn.tolist() == wanted


def test_a_scribble_of_many_turns_is_filled_all_over():
    rng = np.random.default_rng(3)
    corners = [tuple(point) for point in rng.uniform(-5, 45, (60, 2))]
    whole = Box(0, 0, 40, 30)
    drawn = polygon_region(corners, whole).over(whole)
    for y, x in np.ndindex(30, 40):
        assert drawn[y, x] == (winding_by_hand(corners, x + 0.5, y + 0.5) != 0)


def test_a_region_is_clipped_to_the_picture():
    region = polygon_region([(-50, -50), (500, -50), (500, 20), (-50, 20)], Box(0, 0, 30, 40))
    assert region.box == Box(0, 0, 30, 20)
    assert region.mask.all()


@pytest.mark.parametrize(
    "corners",
    [[], [(3, 3)], [(3, 3), (9, 9)], [(3, 3), (9, 3), (5, 3)], [(60, 60), (70, 60), (65, 70)]],
)
def test_lines_that_go_around_nothing_hold_nothing(corners):
    assert polygon_region(corners, Box(0, 0, 20, 20)).is_empty


def test_filling_a_region_changes_it_and_nothing_else():
    trimap = np.full((3 * TILE, 3 * TILE), UNKNOWN, np.uint8)
    trimap[:, : TILE + 9] = FOREGROUND
    square = polygon_region([(200, 200), (700, 200), (700, 700), (200, 700)], Box(0, 0, 768, 768))
    patches = region_patches(trimap, square, FOREGROUND)
    painted = applied(trimap, patches)
    assert (painted[200:700, 200:700] == FOREGROUND).all()
    painted[200:700, 200:700] = trimap[200:700, 200:700]
    assert np.array_equal(painted, trimap)
    assert all(patch.box.left >= TILE + 9 for patch in patches)  # tight


def test_filling_nothing_is_no_change():
    trimap = np.full((20, 20), BACKGROUND, np.uint8)
    assert region_patches(trimap, no_region(), FOREGROUND) == ()
    everything = polygon_region([(0, 0), (20, 0), (20, 20), (0, 20)], Box(0, 0, 20, 20))
    assert region_patches(trimap, everything, BACKGROUND) == ()


def test_the_patches_between_two_trimaps_turn_one_into_the_other():
    rng = np.random.default_rng(5)
    before = np.full((600, 530), UNKNOWN, np.uint8)
    after = before.copy()
    after[40:60, 300:340] = rng.choice([BACKGROUND, FOREGROUND], (20, 40))
    after[599, 529] = FOREGROUND
    patches = patches_between(before, after)
    assert np.array_equal(applied(before, patches), after)
    assert sum(patch.after.size for patch in patches) == 20 * 40 + 1
