"""Strokes and fills: exact pixels, tight patches, and a trimap that only commands write."""

import numpy as np
import pytest

from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.paint import (
    TILE,
    Box,
    Dab,
    Stroke,
    box_of,
    capsule,
    stroke_patches,
)


def unknown(height: int, width: int) -> np.ndarray:
    return np.full((height, width), UNKNOWN, np.uint8)


def applied(trimap: np.ndarray, patches) -> np.ndarray:
    painted = trimap.copy()
    for patch in patches:
        assert np.array_equal(painted[patch.box.slices], patch.before)
        painted[patch.box.slices] = patch.after
    return painted


def hull_by_hand(start: Dab, end: Dab, height: int, width: int) -> np.ndarray:
    """A slow oracle: many discs between the two, drawn pixel by pixel."""
    y, x = np.mgrid[:height, :width] + 0.5
    inside = np.zeros((height, width), bool)
    for t in np.linspace(0, 1, 2000):
        cx, cy = start.x + t * (end.x - start.x), start.y + t * (end.y - start.y)
        radius = start.radius + t * (end.radius - start.radius)
        inside |= (x - cx) ** 2 + (y - cy) ** 2 <= radius**2
    return inside


def test_a_disc_holds_exactly_the_pixels_whose_centres_lie_in_it():
    patches = stroke_patches(unknown(20, 20), [Dab(10, 10, 3)], FOREGROUND)
    assert (applied(unknown(20, 20), patches) == FOREGROUND).sum() == 32
    assert patches[0].box == Box(7, 7, 13, 13)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (Dab(12, 40, 6), Dab(70, 22, 6)),
        (Dab(12.3, 40.8, 9), Dab(70, 22, 2.5)),
        (Dab(30, 10, 2), Dab(30, 60, 7)),
        (Dab(40, 30, 15), Dab(43, 30, 4)),
        (Dab(5, 30.25, 3), Dab(80, 30.25, 3)),
    ],
)
def test_a_capsule_equals_the_hull_of_its_discs(start, end):
    box, mask = capsule(start, end, Box(0, 0, 90, 70))
    drawn = np.zeros((70, 90), bool)
    drawn[box.slices] = mask
    # the oracle's discs are many but not all: it may miss a centre that lies on the rim
    wanted = hull_by_hand(start, end, 70, 90)
    assert not (wanted & ~drawn).any()
    assert (drawn & ~wanted).sum() <= 3


@pytest.mark.parametrize("end", [(30.0, 4.0), (4.0, 30.0), (29.0, 31.0), (30.5, 9.9)])
def test_the_thinnest_line_has_no_gap(end):
    patches = stroke_patches(unknown(40, 40), [Dab(3, 3, 0.1), Dab(*end, 0.1)], FOREGROUND)
    line = applied(unknown(40, 40), patches) == FOREGROUND
    span = max(abs(end[0] - 3), abs(end[1] - 3))
    assert max(line.any(axis=0).sum(), line.any(axis=1).sum()) >= span


def test_the_smallest_brush_paints_the_pixel_under_it():
    patches = stroke_patches(unknown(9, 9), [Dab(4.0, 6.0, 0.1)], BACKGROUND)
    assert applied(unknown(9, 9), patches)[6, 4] == BACKGROUND


def test_a_dab_outside_the_picture_paints_nothing():
    assert stroke_patches(unknown(9, 9), [Dab(40, 40, 5)], BACKGROUND) == ()
    assert stroke_patches(unknown(9, 9), [Dab(-40, 4, 5)], BACKGROUND) == ()


def test_a_stroke_over_the_rim_is_clipped():
    trimap = unknown(10, 10)
    painted = applied(trimap, stroke_patches(trimap, [Dab(-5, 5, 8), Dab(15, 5, 8)], FOREGROUND))
    assert (painted[2:8] == FOREGROUND).all()


def test_a_growing_stroke_is_seen_but_not_written():
    trimap = unknown(600, 600)
    stroke = Stroke(trimap, FOREGROUND)
    stroke.add(Dab(250, 250, 20))
    dirty = stroke.add(Dab(300, 260, 20))
    assert (trimap == UNKNOWN).all()
    assert (stroke.painted(dirty) == FOREGROUND).sum() > 1000
    assert np.array_equal(stroke.painted(box_of(trimap)), applied(trimap, stroke.patches()))


def test_patches_are_tight_and_few():
    trimap = unknown(4000, 6000)
    patches = stroke_patches(trimap, [Dab(100, 100, 5), Dab(5900, 3900, 5)], FOREGROUND)
    assert sum(patch.before.size for patch in patches) < 0.06 * trimap.size
    assert all(patch.box.width <= TILE and patch.box.height <= TILE for patch in patches)


def test_painting_what_is_there_changes_nothing():
    trimap = np.full((50, 50), FOREGROUND, np.uint8)
    assert stroke_patches(trimap, [Dab(20, 20, 5)], FOREGROUND) == ()


def test_boxes_clip_join_and_move():
    box = Box(2, 3, 8, 9)
    assert box.clipped(Box(5, 0, 20, 5)) == Box(5, 3, 8, 5)
    assert box.joined(Box(0, 0, 3, 4)) == Box(0, 0, 8, 9)
    assert box.joined(Box(5, 5, 5, 5)) == box
    assert box.moved(-2, 1) == Box(0, 4, 6, 10)
    assert box.clipped(Box(20, 20, 30, 30)).is_empty
